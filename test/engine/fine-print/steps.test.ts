import { describe, expect, it } from 'vitest'
import { addWorkingDays, workingDaysBetween } from '../../../engine/model/calendar.ts'
import { criterion, fact, flat, given, rule, type Sample } from '../../support/pattern.ts'
import { holidays } from '../../support/holidays.ts'
import { holds } from '../../support/sample.ts'

type Count = 'whole' | 'begun' | 'proportional'
const made = (direction: 'below' | 'above', count: Count, more = {}) => flat(
  [criterion('asked', 10, [rule('s', given('v'), { type: 'deductSteps', params: { fact: 'v', target: 90, direction, step: 2, points: 0.5, count, ...more } })])], { facts: [fact('v', 'number')] })
const one = (v: number, asked: string): Sample => ({ sum: asked, facts: { v }, expect: { criteria: { asked } } })

describe('steps', () => {
  it.each<[Count, number, string]>([
    ['whole', 90, '10'], ['whole', 88.01, '10'], ['whole', 88, '9.5'], ['whole', 85, '9'], ['begun', 90, '10'], ['begun', 89.99, '9.5'], ['begun', 88, '9.5'], ['begun', 87.9, '9'],
    ['proportional', 89, '9.75'], ['proportional', 85, '8.75'], ['proportional', 91, '10'],
  ])('below the target count %s: %d leaves %s', async (count, v, asked) => {
    await holds(made('below', count), [one(v, asked)])
  })
  it.each<[Count, number, string]>([['whole', 93.9, '9.5'], ['begun', 93.9, '9'], ['proportional', 93, '9.25'], ['begun', 89, '10']])('above the target count %s: %d leaves %s', async (count, v, asked) => {
    await holds(made('above', count), [one(v, asked)])
  })
  it('stop at their cap', async () => {
    await holds(made('below', 'whole', { cap: 2 }), [one(82, '8')])
    await holds(made('below', 'whole', { cap: 2 }), [one(80, '8')])
  })
  it('of a tenth are exact: 0.3 is three steps of 0.1', async () => {
    const rules = flat([criterion('asked', 10, [rule('s', given('v'), { type: 'deductSteps', params: { fact: 'v', target: 0.3, direction: 'below', step: 0.1, points: 1, count: 'whole' } })])], { facts: [fact('v', 'number')] })
    await holds(rules, [one(0, '7')])
  })
})

describe('per occurrence', () => {
  const each = (per: number) => flat([criterion('asked', 10, [rule('e', given('v'), { type: 'deductEach', params: { fact: 'v', points: 1, per } })])], { facts: [fact('v', 'number')] })
  it('counts whole portions only', async () => {
    await holds(each(3), [one(8.9, '8')])
    await holds(each(3), [one(9, '7')])
    await holds(each(0.1), [one(0.3, '7')])
  })
  it('counts nothing for a negative value: what deducts never gives', async () => {
    const won = flat([criterion('asked', 10, [rule('s', given('v'), { type: 'set', params: { points: 5 } }), rule('e', given('v'), { type: 'deductEach', params: { fact: 'v', points: 1 } })])], { facts: [fact('v', 'number')] })
    await holds(won, [one(-2, '5')])
    const lost = flat([criterion('asked', 10, [rule('s', given('v'), { type: 'set', params: { points: 5 } }), rule('e', given('v'), { type: 'awardEach', params: { fact: 'v', points: 1 } })])], { facts: [fact('v', 'number')] })
    await holds(lost, [one(-2, '5')])
  })
})

describe('working days', () => {
  it('do not count the day of delivery and end with the last working day', () => {
    expect(workingDaysBetween(holidays, '2022-09-30', '2022-10-08')).toBe(1)
    expect(workingDaysBetween(holidays, '2022-09-30', '2022-10-07')).toBe(0)
    expect(workingDaysBetween(holidays, '2022-03-01', '2022-03-01')).toBe(0)
    expect(addWorkingDays(holidays, '2022-09-30', 5)).toBe('2022-10-12')
    expect(workingDaysBetween(holidays, '2022-09-30', '2022-10-12')).toBe(5)
  })
  it('refuse a year without a table, by name', () => {
    expect(() => addWorkingDays(holidays, '2022-12-29', 5)).toThrow('2023')
    expect(() => workingDaysBetween(holidays, '2021-12-31', '2022-01-04')).toThrow('2021')
  })
  it('are negative backwards', () => {
    expect(workingDaysBetween(holidays, '2022-03-03', '2022-03-01')).toBe(-2)
  })
})
