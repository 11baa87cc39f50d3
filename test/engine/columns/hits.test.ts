import { describe, expect, it } from 'vitest'
import { compile, evaluate, hits, loadColumns, score, type Cohort } from '../../../engine/index.ts'
import { read, years } from '../content/schemes.ts'

describe('how many units a rule hits', () => {
  it('is what the sheets of the shipped cohorts say', () => {
    for (const { ruleset, path } of years) {
      const cohort = read<Cohort>(...path, 'cohort.json')
      const compiled = compile(ruleset)
      const counted = hits(evaluate(compiled, loadColumns(compiled, cohort)))
      const told = Object.fromEntries(Object.keys(counted).map((rule) => [rule, 0]))
      for (const sheet of score(ruleset, cohort, { trace: false }).sheets) for (const { id, fired } of sheet.criteria) for (const rule of fired) told[`${id}/${rule}`] = (told[`${id}/${rule}`] ?? 0) + 1
      expect(counted).toEqual(told)
      expect(Object.values(counted).some((n) => n > 0)).toBe(true)
    }
  })
})
