import { ZERO, ceil, clamp, cmp, div, exact, floor, fraction, max, min, mul, sub, sum, type Exact } from '../model/decimal.ts'
import { EFFECTS } from '../model/effects.ts'
import type { Effect } from '../model/ruleset.ts'
import type { Value } from '../model/read-fact.ts'
import type { Judgement } from '../model/record.ts'

export interface Given { value(fact: string): Value; judgements: readonly Judgement[]; weight(by: string | undefined): number | undefined; points: Exact }
export type Mode = 'set' | 'deduct' | 'award' | 'zero'
/** What an effect gives: how it acts and how many points; or why it cannot be told. */
export type Outcome = { mode: Mode; points: Exact; inputs: { [name: string]: Exact | string | number } } | { problem: string; values: { [name: string]: string | number } }

const numberOf = (given: Given, fact: string): Exact => given.value(fact).number ?? ZERO
const capped = (points: Exact, cap: number | undefined): Exact => (cap === undefined ? points : min(points, exact(cap)))

/** How an effect acts on the value of its criterion. */
export const modeOf = (effect: Effect): Mode => {
  const mode = EFFECTS[effect.type].mode
  return mode === 'param' ? (effect.params as { mode: Mode }).mode : mode
}

type Steps = Extract<Effect, { type: 'deductSteps' }>['params']
function steps(given: Given, params: Steps): { points: Exact; inputs: { [name: string]: Exact } } {
  const value = numberOf(given, params.fact)
  const target = exact(params.target)
  const distance = max(ZERO, params.direction === 'below' ? sub(target, value) : sub(value, target))
  const exactSteps = div(distance, exact(params.step))
  const counted = params.count === 'proportional' ? exactSteps : fraction(params.count === 'whole' ? floor(exactSteps) : ceil(exactSteps))
  return { points: capped(mul(counted, exact(params.points)), params.cap), inputs: { value, target, steps: counted } }
}
function each(given: Given, params: Extract<Effect, { type: 'deductEach' }>['params']) {
  const value = numberOf(given, params.fact)
  const times = max(ZERO, fraction(floor(div(value, exact(params.per ?? 1)))))
  return { points: capped(mul(times, exact(params.points)), params.cap), inputs: { value, times } }
}
type Lookup = Extract<Effect, { type: 'lookup' }>['params']
function lookup(given: Given, params: Lookup): Outcome {
  const value = given.value(params.fact)
  const row = params.rows.findIndex((r) =>
    r.equals !== undefined
      ? value.number && typeof r.equals === 'number' ? cmp(value.number, exact(r.equals)) === 0 : value.seen === r.equals
      : value.number !== null && (r.from === undefined || cmp(value.number, exact(r.from)) >= 0) && (r.below === undefined || cmp(value.number, exact(r.below)) < 0))
  const found = params.rows[row]
  if (!found) return { problem: 'lookup.no-row', values: { fact: params.fact, value: String(value.seen) } }
  return { mode: params.mode, points: exact(found.points), inputs: { value: value.number ?? String(value.seen), row: row + 1 } }
}
function assess(given: Given, rule: string, params: Extract<Effect, { type: 'assess' }>['params']): Outcome {
  const made = given.judgements.filter((j) => j.rule === rule)
  if (made.length === 0) return { problem: 'judgement.missing', values: { rule } }
  for (const j of made) {
    if (!Number.isFinite(j.points) || j.points < params.from || j.points > params.to) return { problem: 'judgement.range', values: { rule, points: j.points, from: params.from, to: params.to } }
    if (!j.reason?.trim()) return { problem: 'judgement.reason', values: { rule } }
  }
  const weights = made.map((j) => exact(given.weight(j.by) ?? 1))
  const total = sum(weights)
  if (total.n === 0n) return { problem: 'judgement.weight', values: { rule } }
  const points = div(sum(made.map((j, i) => mul(exact(j.points), weights[i] as Exact))), total)
  return { mode: params.mode, points, inputs: { judgements: made.length, reason: made.map((j) => j.reason).join('; ') } }
}

/** What one effect gives on given facts; points are exact and never negative. */
export function applyEffect(effect: Effect, rule: string, given: Given): Outcome {
  const mode = modeOf(effect)
  switch (effect.type) {
    case 'deduct':
    case 'award':
    case 'set':
      return { mode, points: exact(effect.params.points), inputs: {} }
    case 'zero':
      return { mode, points: ZERO, inputs: {} }
    case 'deductEach':
    case 'awardEach':
      return { mode, ...each(given, effect.params) }
    case 'deductShortfall': {
      const value = numberOf(given, effect.params.fact)
      const lacking = max(ZERO, sub(exact(effect.params.target), value))
      return { mode, points: capped(mul(lacking, exact(effect.params.points)), effect.params.cap), inputs: { value, lacking } }
    }
    case 'deductSteps':
    case 'awardSteps':
      return { mode, ...steps(given, effect.params) }
    case 'share': {
      const value = numberOf(given, effect.params.fact)
      return { mode, points: clamp(mul(div(value, exact(effect.params.target)), given.points), ZERO, given.points), inputs: { value, target: exact(effect.params.target) } }
    }
    case 'lookup':
      return lookup(given, effect.params)
    case 'assess':
      return assess(given, rule, effect.params)
  }
}
