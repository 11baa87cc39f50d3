import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, loadColumns, rows, score, type Spread } from '../../../../engine/index.ts'
import { outcomeOf, tried, Trials, written } from '../../../../engine/study/simulate/trial.ts'
import { uncertain } from '../../../../engine/study/simulate/uncertain.ts'
import { anyWorld } from '../../../support/arbitrary.ts'
import { holidays } from '../../../support/holidays.ts'
import { quickWorld } from './quick.ts'

const options = { calendar: holidays, trace: false }
const shape = fc.constantFrom<'even' | 'middle'>('even', 'middle')
const points = fc.oneof(
  fc.record({ by: fc.constant('share' as const), most: fc.constantFrom(0.1, 0.5, 1), keep: fc.constantFrom('component' as const, 'total' as const, 'none' as const), shape }),
  fc.record({ by: fc.constant('points' as const), most: fc.constantFrom(0.05, 1), keep: fc.constantFrom('component' as const, 'total' as const, 'none' as const), shape }),
)
const most = (...list: number[]) => fc.record({ most: fc.constantFrom(...list), shape })
const spread: fc.Arbitrary<Spread> = fc.record({ points, adjustments: most(0.1, 0.5), grades: most(0.5, 3), lookups: most(0.2, 0.5), surveys: fc.boolean(), assessors: most(0.3, 1) }, { requiredKeys: [] })
/** What leaves facts and conditions alone. */
const ofPoints: fc.Arbitrary<Spread> = fc.record({ points, adjustments: most(0.1, 0.5), grades: most(0.5, 3) }, { requiredKeys: ['points'] })

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
    }), { numRuns: 60 })
  })
  it('gives the same by what is kept of the cohort, draw after draw', () => {
    let kept = 0
    fc.assert(fc.property(quickWorld, ofPoints, fc.nat(1000), ({ rules, cohort }, open, seed) => {
      const compiled = compile(rules)
      const columns = loadColumns(compiled, cohort, options)
      const all = uncertain(compiled, cohort, open, seed, 'indicator', {})
      const trials = new Trials(compiled, columns)
      if (trials.anew === null) kept++
      for (let draw = 0; draw < 4; draw++) {
        const setting = all.at(() => draw)
        const { total, reached, grade, rank } = trials.run(setting)
        expect({ total, reached, grade, rank }).toEqual(outcomeOf(tried(compiled, loadColumns(compiled, cohort, options), setting)))
      }
    }), { numRuns: Number(process.env['RUNS'] ?? 80) })
    expect(kept > 40).toBe(true)
  })
})
