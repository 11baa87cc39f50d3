import { apply } from '../../edit/step.ts'
import { withRuleset } from '../../score/columns/compile.ts'
import { evaluate } from '../../score/columns/evaluate.ts'
import type { Results } from '../../score/columns/results.ts'
import { earnedOf, type Earned } from './earned.ts'
import { valuesOf, type Span } from './span.ts'
import { stepsOf, type Sums } from './sums.ts'

/** One other value of a points lever: what it changes at least and at most of what each unit has earned, and what of what applies to it. */
export interface Row { value: number; amount: number; low: Float64Array; high: Float64Array; applicable: Float64Array; extra: Float64Array }
/** What every value of every points lever does on its own, and whether such changes simply add up. */
export interface Table { base: Results; at: Earned; rows: readonly (readonly Row[])[]; adds: boolean }

const minus = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value - (b[i] as number))

/** Scores each value of each points lever alone (a lever of bands or quotas has no rows); `told` after each. */
export function tableOf(base: Results, spans: readonly Span[], sums: Sums, told: () => void): Table {
  const { compiled, columns } = base
  const at = earnedOf(evaluate(compiled, columns, { outcomes: false }))
  const now = spans.map((s) => s.now)
  const tied = tiedLevers(base, spans)
  const rows = spans.map((span, i): Row[] => (span.lever.type !== 'points' ? [] : valuesOf(span).map((value) => {
    const steps = stepsOf(compiled.ruleset, spans, sums, now.with(i, value))
    const found = earnedOf(evaluate(withRuleset(compiled, apply(compiled.ruleset, steps)), columns, { outcomes: false }))
    told()
    const [earned, applicable, extra] = [minus(found.earned, at.earned), minus(found.applicable, at.applicable), minus(found.extra, at.extra)]
    return tied.has(i) ? { value, amount: value - span.now, applicable, extra, low: applicable.map((a) => Math.min(0, a)), high: applicable.map((a) => Math.max(0, a)) } : { value, amount: value - span.now, applicable, extra, low: earned, high: earned }
  })))
  return { base, at, rows, adds: addsUp(base) }
}

/** Levers that stand with another under one limit of losses: what each does depends on the other, but is nothing beyond its own points. */
function tiedLevers({ compiled }: Results, spans: readonly Span[]): Set<number> {
  const leverOf = new Map(spans.map(({ lever }, j) => [lever.type === 'points' ? lever.criterion : '', j]))
  return new Set(compiled.branches.filter((b) => b.lossCap !== null).flatMap((b) => {
    const under = compiled.places.slice(b.first, b.end).flatMap(({ criterion }) => leverOf.get(criterion.id) ?? [])
    return under.length > 1 ? under : []
  }))
}
/** Changes add up where what is earned is a plain sum, prorated as a whole and rounded once. */
function addsUp({ compiled }: Results): boolean {
  const { proration, rounding } = compiled.ruleset
  return rounding.stage === 'total' && (proration.method === 'none' || (proration.method === 'ratio' && proration.scope === 'base'))
}
