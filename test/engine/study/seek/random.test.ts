import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact, mul, show } from '../../../../engine/model/decimal.ts'
import { seek, type Aim, type Cohort, type Goal, type Lever, type Ruleset } from '../../../../engine/index.ts'
import { anyCohort, anyRuleset } from '../../../support/arbitrary.ts'
import { holidays } from '../../../support/holidays.ts'
import { brute, criteria } from './brute.ts'

const against = fc.constantFrom('base', 'last-year')
const whose = fc.constantFrom({}, { category: 'bureau' }, { pool: 'bureaus' })
const limits = fc.tuple(fc.constantFrom(undefined, 0, 1, 2), fc.constantFrom(undefined, 2, 3)).map(([least, most]) => (least === undefined && most === undefined ? { least: 1 } : { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) }))
const shares = fc.constantFrom({ least: 0.3 }, { most: 0.5 }, { least: 0.2, most: 0.6 })
const aim: fc.Arbitrary<Aim> = fc.oneof(
  fc.record({ whose, limits, grade: fc.constantFrom('excellent', 'good', 'qualified'), orBetter: fc.boolean() }).map(({ whose: w, limits: l, ...rest }): Aim => ({ type: 'grade', in: 'units', ...rest, ...w, ...l })),
  fc.record({ whose, shares, grade: fc.constantFrom('excellent', 'good') }).map(({ whose: w, shares: s, ...rest }): Aim => ({ type: 'grade', in: 'share', ...rest, ...w, ...s })),
  fc.record({ whose, most: fc.nat(2), against }).map(({ whose: w, ...rest }): Aim => ({ type: 'changed', ...rest, ...w })),
  fc.record({ most: fc.nat(1), against }).map((rest): Aim => ({ type: 'order', ...rest })),
)
const goal: fc.Arbitrary<Goal> = fc.array(aim, { minLength: 1, maxLength: 2 })
const cost = (value: number): string => show(mul(exact(value), exact('0.0001')))

/** Finds what trying everything finds: how near, how little, how few values. */
function agrees(ruleset: Ruleset, cohort: Cohort, wanted: Goal, levers: Lever[], kept: readonly (readonly number[])[]): string {
  const found = seek(ruleset, cohort, wanted, { levers, calendar: holidays, limit: { looked: 1e6, scored: 1e5 } })
  if (found.issues.length) return found.issues.map((i) => i.code).join()
  const least = brute(ruleset, cohort, wanted, levers, kept, holidays)
  expect({ proven: found.proven, missing: found.missing, sum: found.sum, changed: found.changed }).toEqual({ proven: true, missing: least.missing, sum: cost(least.cost), changed: least.changed })
  return found.outcome
}

describe('what is sought in random schemes', () => {
  const tally = new Map<string, number>()
  const count = (outcome: string): void => void tally.set(outcome, (tally.get(outcome) ?? 0) + 1)
  it('in bands and quotas is what trying every value finds', () => {
    fc.assert(fc.property(anyRuleset.chain((rules) => anyCohort(rules, { minLength: 3, maxLength: 8 }).map((cohort) => ({ rules, cohort }))), goal, fc.constantFrom(1, 2.5), ({ rules, cohort }, wanted, step) => {
      const bands: Lever[] = [['excellent', 30], ['good', 20]].map(([grade, at]) => ({ type: 'band', grading: 'grading', grade: String(grade), low: Number(at) - 2 * step, high: Number(at) + 2 * step, step }))
      const quotas: Lever[] = (rules.gradings[0]?.quotas ?? []).slice(0, 1).map((q) => ({ type: 'share', grading: 'grading', grade: q.grade, low: q.share === 0.3 ? 0.1 : 0.3, high: q.share === 0.3 ? 0.5 : 0.7, step: 0.2 }))
      count(agrees(rules, cohort, wanted, [...bands, ...quotas], []))
    }), { numRuns: 40 })
  })
  it('in points (and a band) is what trying every value finds', () => {
    fc.assert(fc.property(anyRuleset.chain((rules) => anyCohort(rules, { minLength: 3, maxLength: 6 }).map((cohort) => ({ rules, cohort }))), goal, fc.boolean(), ({ rules, cohort }, wanted, band) => {
      const some = criteria(rules).filter(({ criterion }) => !criterion.extra && criterion.method === 'daily' && criterion.points > 0).slice(0, 3)
      if (some.length < 2) return
      const points: Lever[] = some.map(({ criterion }) => ({ type: 'points', criterion: criterion.id, low: Math.max(0, criterion.points - 1), high: criterion.points + 1, step: 0.5 }))
      const bands: Lever[] = band ? [{ type: 'band', grading: 'grading', grade: 'good', low: 18, high: 22, step: 1 }] : []
      count(agrees(rules, cohort, wanted, [...points, ...bands], [points.map((_, i) => i)]))
    }), { numRuns: 25 })
  })
  it('is reached, is there already, and cannot be reached, each in its turn', () => {
    console.log([...tally])
    expect([...tally.keys()].sort()).toEqual(expect.arrayContaining(['impossible', 'reached']))
  })
})
