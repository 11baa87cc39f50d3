import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, loadColumns, rows, score, type Spread } from '../../../../engine/index.ts'
import { tried, written } from '../../../../engine/study/simulate/trial.ts'
import { uncertain } from '../../../../engine/study/simulate/uncertain.ts'
import { anyWorld } from '../../../support/arbitrary.ts'
import { holidays } from '../../../support/holidays.ts'

const options = { calendar: holidays, trace: false }
const shape = fc.constantFrom<'even' | 'middle'>('even', 'middle')
const spread: fc.Arbitrary<Spread> = fc.record({
  points: fc.oneof(
    fc.record({ by: fc.constant('share' as const), most: fc.constantFrom(0.1, 0.5, 1), keep: fc.constantFrom('component' as const, 'total' as const, 'none' as const), shape }),
    fc.record({ by: fc.constant('points' as const), most: fc.constantFrom(0.05, 1), keep: fc.constantFrom('component' as const, 'total' as const, 'none' as const), shape }),
  ),
  adjustments: fc.record({ most: fc.constantFrom(0.1, 0.5), shape }), grades: fc.record({ most: fc.constantFrom(0.5, 3), shape }), lookups: fc.record({ most: fc.constantFrom(0.2, 0.5), shape }),
  surveys: fc.boolean(), assessors: fc.record({ most: fc.constantFrom(0.3, 1), shape }),
}, { requiredKeys: [] })

describe('a drawn setting', () => {
  it('gives what scoring it gives when it is written out as a ruleset and a cohort', () => {
    fc.assert(fc.property(anyWorld, spread, fc.nat(1000), ({ rules, cohort }, open, seed) => {
      const compiled = compile(rules)
      const columns = loadColumns(compiled, cohort, options)
      const all = uncertain(compiled, cohort, open, seed, 'indicator', {})
      for (let draw = 0; draw < 3; draw++) {
        const setting = all.at(() => draw)
        const out = written(compiled, cohort, setting)
        const wanted = score(out.ruleset, out.cohort, options).sheets
        expect(rows(tried(compiled, columns, setting))).toEqual(wanted.map(({ unit, name, category, state, total, grade, rank }) => ({ unit, name, category, state, total, grade, rank })))
      }
    }), { numRuns: 100 })
  })
})
