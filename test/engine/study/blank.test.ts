import { describe, expect, it } from 'vitest'
import { blank, crossCheck, synthetic, validate, validateCohort } from '../../../engine/index.ts'
import { years } from '../content/schemes.ts'

describe('a new scheme', () => {
  it('is valid from the start, and only assumes', () => {
    for (const lang of ['zh', 'en'] as const) {
      const { issues } = validate(blank('library', 2031, 'A', lang))
      expect(issues.filter((issue) => issue.level !== 'info')).toEqual([])
      expect(issues.some((issue) => issue.code === 'assumed')).toBe(true)
    }
  })
  it('gives everyone full marks, ranked first, until it has rules', async () => {
    const ruleset = blank('library', 2031, 'A', 'en')
    const { scored, issues } = await crossCheck(ruleset, synthetic(ruleset, 'en', 3))
    expect(issues).toEqual([])
    expect(scored.sheets.map(({ total, grade, rank }) => [total, grade, rank])).toEqual([['100.00', 'best', 1], ['100.00', 'best', 1], ['100.00', 'best', 1]])
  })
})

describe('made-up data', () => {
  it('fit every shipped scheme, and say that they are made up', () => {
    for (const { ruleset } of years) {
      const cohort = synthetic(ruleset, 'zh')
      expect(validateCohort(ruleset, cohort).issues.filter((issue) => issue.level === 'error')).toEqual([])
      expect([cohort.synthetic, cohort.units.length]).toEqual([true, 40])
    }
  })
  it('are the same each time, and a further fact changes no other value', () => {
    const ruleset = years[0]?.ruleset
    if (!ruleset) throw new RangeError('no scheme')
    const less = { ...ruleset, facts: ruleset.facts.slice(1) }
    expect(synthetic(ruleset, 'zh')).toEqual(synthetic(ruleset, 'zh'))
    const whole = synthetic(ruleset, 'zh').records.map(({ facts }) => Object.fromEntries(Object.entries(facts).filter(([id]) => id !== ruleset.facts[0]?.id)))
    expect(synthetic(less, 'zh').records.map((record) => record.facts)).toEqual(whole)
  })
})
