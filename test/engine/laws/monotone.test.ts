import fc from 'fast-check'
import { expect, it } from 'vitest'
import { score, type Cohort, type Rule, type Ruleset } from '../../../engine/index.ts'
import { exact, sub } from '../../../engine/model/decimal.ts'
import { anyWorld } from '../../support/arbitrary.ts'
import { points } from '../../support/arbitrary-rules.ts'
import { holidays } from '../../support/holidays.ts'
import { criterion, fact, given, leaf, rule } from '../../support/pattern.ts'

const cap = fc.constantFrom(undefined, 0.5, 2)
/** Effects of a fact `bad` that only take. */
const taking: fc.Arbitrary<Rule['event']> = fc.oneof(
  fc.record({ points, cap }).map((p) => ({ type: 'deductEach' as const, params: { fact: 'bad', ...p } })),
  fc.record({ points, cap, count: fc.constantFrom('whole', 'begun', 'proportional') }).map((p) => ({ type: 'deductSteps' as const, params: { fact: 'bad', target: 1, direction: 'above' as const, step: 2, ...p } })),
  points.map((p) => ({ type: 'lookup' as const, params: { fact: 'bad', mode: 'deduct' as const, rows: [{ below: 2, points: 0 }, { from: 2, points: p }] } })),
)
/** A random ruleset with one more fact that only deducts; a gate of the deductions would let a lower base win, so there is none. */
const withBad = (rules: Ruleset, events: Rule['event'][], side: Rule['event']): Ruleset => {
  const deduction = { ...rules.deduction }
  delete deduction.gate
  const item = leaf('bad-item', [criterion('bad-item-c', 5, events.map((e, i) => rule(`b${i}`, given('bad'), e)))])
  return {
    ...rules, fullMarks: rules.fullMarks + 5, facts: [...rules.facts, fact('bad', 'count')], indicators: [...rules.indicators, item],
    components: rules.components.map((c) => (c.id === 'work' ? { ...c, points: c.points + 5 } : c)), deduction: { ...deduction, rules: [...(deduction.rules ?? []), rule('bad', given('bad'), side)] },
  }
}
const bad = (cohort: Cohort, counts: number[]): Cohort => ({ ...cohort, records: cohort.records.map((r, i) => ({ ...r, facts: { ...r.facts, bad: counts[i] ?? 0 } })) })

it('more of a fact that only deducts never raises a total', () => {
  const counts = fc.array(fc.nat(6), { minLength: 6, maxLength: 6 })
  fc.assert(fc.property(anyWorld, fc.array(taking, { minLength: 1, maxLength: 3 }), taking, counts, counts, ({ rules, cohort }, events, side, before, more) => {
    const worse = withBad(rules, events, side)
    const options = { calendar: holidays, trace: false }
    const one = score(worse, bad(cohort, before), options).sheets
    const two = score(worse, bad(cohort, before.map((n, i) => n + (more[i] ?? 0))), options).sheets
    const rises = one.flatMap((sheet, i) => {
      const after = two[i]?.total ?? null
      return sheet.total !== null && after !== null && sub(exact(after), exact(sheet.total)).n > 0n ? [`${sheet.unit}: ${sheet.total} -> ${after}`] : []
    })
    expect(rises).toEqual([])
  }), { numRuns: 400 })
})
