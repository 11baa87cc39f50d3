import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hashOf, newYear, validate, type Ruleset } from '../../../engine/index.ts'

const shipped = JSON.parse(readFileSync(new URL('../../../rulesets/pingdingshan/2022/ruleset.json', import.meta.url), 'utf8')) as Ruleset

describe('a new year', () => {
  it('has the rules of the year it is made from, its own year and period, and says where it comes from', () => {
    const made = newYear({ ...shipped, version: 3 }, 2025)
    expect(made).toEqual({
      ...shipped, year: 2025, version: 1, period: { kind: 'year', start: '2025-01-01', end: '2025-12-31' },
      basedOn: { scheme: shipped.scheme, year: 2022, version: 3, hash: hashOf({ ...shipped, version: 3 }) },
    })
    expect(validate(made).issues.filter((issue) => issue.level === 'error')).toEqual([])
  })
  it('keeps the last day of February where it is one', () => {
    const leap = { ...shipped, year: 2024, period: { kind: 'year' as const, start: '2023-03-01', end: '2024-02-29' } }
    expect(newYear(leap, 2025).period).toEqual({ kind: 'year', start: '2024-03-01', end: '2025-02-28' })
  })
  it('leaves the year before as it was', () => {
    const before = JSON.stringify(shipped)
    newYear(shipped, 2023).grades.pop()
    expect(JSON.stringify(shipped)).toBe(before)
  })
  it('is a year', () => {
    expect(() => newYear(shipped, 2023.5)).toThrow('not a year: 2023.5')
  })
})
