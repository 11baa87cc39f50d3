import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, evaluate, loadColumns, scoreChunks, wholeOnly, type Cohort, type Results, type Ruleset } from '../../../engine/index.ts'
import { units, workload } from '../../bench/workload.ts'
import { anyCohort, anyRuleset } from '../../support/arbitrary.ts'
import { holidays } from '../../support/holidays.ts'
import { read, years } from '../content/schemes.ts'

/** A random ruleset in which no unit looks at the others before it has a total. */
const apart = anyRuleset.map((rules): Ruleset => ({
  ...(JSON.parse(JSON.stringify(rules).replaceAll('"category-mean"', '"zero"')) as Ruleset),
  derived: rules.derived.map((d) => (d.derive.op === 'pool' ? { ...d, derive: { op: 'shortfall', fact: 'count', target: 5 } } : d)),
}))
const chunksOf = (cohort: Cohort, size: number): Cohort[] => Array.from({ length: Math.ceil(cohort.units.length / size) }, (_, k): Cohort => {
  const own = cohort.units.slice(k * size, (k + 1) * size)
  const ids = new Set(own.map((u) => u.id))
  return { ...cohort, units: own, records: cohort.records.filter((r) => ids.has(r.unit)) }
})
const shown = ({ size, state, total, base, bonus, deduction, grade, rank, pool, flags, blocked, outcomes }: Results) => ({ size, state, total, base, bonus, deduction, grade, rank, pool, flags, blocked, outcomes })

describe('a cohort that comes in chunks', () => {
  it('has the results of the whole cohort, whatever the size of the chunks', () => {
    fc.assert(fc.property(apart.chain((rules) => anyCohort(rules, { minLength: 1, maxLength: 9 }).map((cohort) => ({ rules, cohort }))), fc.integer({ min: 1, max: 5 }), ({ rules, cohort }, size) => {
      const compiled = compile(rules)
      const whole = evaluate(compiled, loadColumns(compiled, cohort, { calendar: holidays }))
      expect(shown(scoreChunks(compiled, chunksOf(cohort, size), { calendar: holidays }))).toEqual(shown(whole))
    }), { numRuns: 60 })
  })
  it('has them for the shipped schemes and for several blocks', () => {
    for (const { rules, cohort, size } of [...years.filter(({ ruleset }) => wholeOnly(compile(ruleset)) === null).map(({ ruleset, path }) => ({ rules: ruleset, cohort: read<Cohort>(...path, 'cohort.json'), size: 40 })), { rules: workload(), cohort: units(2500), size: 1100 }]) {
      const compiled = compile(rules)
      expect(shown(scoreChunks(compiled, chunksOf(cohort, size)))).toEqual(shown(evaluate(compiled, loadColumns(compiled, cohort))))
    }
  })
  it('is refused, with the reason, when a rule must see all units before there are totals', () => {
    fc.assert(fc.property(anyRuleset, (rules) => {
      expect(wholeOnly(compile(rules))).toBe('derived/best')
      expect(() => scoreChunks(compile(rules), [])).toThrow('derived/best')
    }), { numRuns: 3 })
  })
  it('may be empty', () => {
    expect(scoreChunks(compile(workload()), []).size).toBe(0)
  })
})
