import { readFileSync } from 'node:fs'
import chineseDays from 'chinese-days'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, isWorkingDay, workingDaysBetween, type Calendar } from '../../../engine/index.ts'
import { makeCalendar } from '../../support/calendar.ts'

const calendar = JSON.parse(readFileSync('rulesets/calendars/cn.json', 'utf8')) as Calendar
const daysOf = (year: number): string[] => {
  const days: string[] = []
  for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year + 1, 0, 1); time += 86_400_000) days.push(new Date(time).toISOString().slice(0, 10))
  return days
}

describe('the calendar of working days', () => {
  it('holds eight years, each with the number of its notice', () => {
    expect(calendar.years.map((y) => [y.year, y.notice !== undefined && y.notice !== null])).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].map((y) => [y, true]))
    expect(calendar).toEqual(makeCalendar())
  })
  it.each(calendar.years.map((y) => y.year))('agrees with an independent list on every day of %i', (year) => {
    expect(daysOf(year).filter((day) => isWorkingDay(calendar, day) !== chineseDays.isWorkday(day))).toEqual([])
  })
  it('knows weekdays off, weekend days worked, and ordinary days', () => {
    const asked = ['2022-10-03', '2022-10-08', '2022-10-09', '2022-10-10', '2022-10-15', '2022-12-31', '2023-01-02']
    expect(asked.map((day) => isWorkingDay(calendar, day))).toEqual([false, true, true, true, false, false, false])
  })
  it.each([
    // Spring Festival 2023: off 21 to 27 January, 28 and 29 worked
    ['2023-01-19', 5, '2023-01-31'],
    // Labour Day 2022: off 30 April to 4 May, Saturday 7 May worked
    ['2022-04-28', 5, '2022-05-09'],
    // National Day 2022: off 1 to 7 October, 8 and 9 worked
    ['2022-09-29', 5, '2022-10-11'],
    // over the end of a year: 31 December 2022 to 2 January 2023 off
    ['2022-12-29', 5, '2023-01-06'],
    ['2022-06-01', 0, '2022-06-01'],
  ] as const)('from %s, %i working days end on %s', (from, days, end) => {
    expect(addWorkingDays(calendar, from, days)).toBe(end)
    expect(workingDaysBetween(calendar, from, end)).toBe(days)
  })
  it('does not count the first day, counts the last, and counts backwards below zero', () => {
    expect(workingDaysBetween(calendar, '2022-06-01', '2022-06-01')).toBe(0)
    expect(workingDaysBetween(calendar, '2022-06-01', '2022-06-02')).toBe(1)
    expect(workingDaysBetween(calendar, '2022-06-02', '2022-06-01')).toBe(-1)
    expect(workingDaysBetween(calendar, '2022-09-30', '2022-10-07')).toBe(0)
  })
  it('refuses a year without a table and names it', () => {
    expect(() => isWorkingDay(calendar, '2018-12-28')).toThrow(new RangeError('no working-day table for 2018'))
    expect(() => addWorkingDays(calendar, '2026-12-30', 5)).toThrow(new RangeError('no working-day table for 2027'))
    expect(() => workingDaysBetween(calendar, '2018-12-28', '2019-01-04')).toThrow(new RangeError('no working-day table for 2018'))
  })
})
