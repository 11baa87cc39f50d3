import { EFFECTS } from '../../model/effects.ts'
import type { Criterion, Effect, Rule } from '../../model/ruleset.ts'
import { modeOf, type Mode } from '../effects.ts'
import { quotientOf, type Quotient } from './decimal-number.ts'
import { slotOf, type Layout, type Programs } from './layout.ts'
import { programOf, type Program } from './program.ts'

/** Points are whole numbers of ten-thousandths: the format allows four decimal places. */
export const UNIT = 10_000
/** Points in ten-thousandths; throws RangeError when they have more than four places. */
export function scaled(points: number): number {
  const whole = Math.round(points * UNIT)
  if (whole / UNIT !== points || Math.abs(whole) >= 1e15) throw new RangeError(`more than four decimal places: ${points}`)
  return whole
}
const exactly = (value: number): Quotient => {
  const q = quotientOf(value)
  if (!q) throw new RangeError(`too long a decimal: ${value}`)
  return q
}

export interface Row { from: Quotient | null; below: Quotient | null; equals: string | number | boolean | undefined; same: Quotient | null; points: number }
/** An effect with its numbers ready: points and caps in ten-thousandths, what facts are compared with as quotients. */
export interface Bound {
  effect: Effect
  mode: Mode
  slot: number
  points: number
  cap: number
  /** per, target or step, as the effect has them. */
  per: Quotient
  target: Quotient
  rows: readonly Row[]
  /** What judgements are taken at, when the criterion's points are not those the assessor saw. */
  share?: Quotient
}
function bind(effect: Effect, layout: Layout): Bound {
  const params = effect.params as { fact?: string; points?: number; cap?: number; per?: number; target?: number; step?: number }
  return {
    effect, mode: modeOf(effect), slot: EFFECTS[effect.type].reads.length ? slotOf(layout, params.fact ?? '') : -1,
    points: params.points === undefined ? 0 : scaled(params.points), cap: params.cap === undefined ? Infinity : scaled(params.cap),
    per: exactly(params.per ?? params.step ?? 1), target: exactly(params.target ?? 1),
    rows: effect.type !== 'lookup' ? [] : effect.params.rows.map((r) => ({
      from: r.from === undefined ? null : exactly(r.from), below: r.below === undefined ? null : exactly(r.below),
      equals: r.equals, same: typeof r.equals === 'number' ? exactly(r.equals) : null, points: scaled(r.points),
    })),
  }
}

/** A rule of a criterion or side: when it fires, and what it does then. */
export interface Firing { rule: Rule; program: Program; needs: readonly number[]; bound: Bound }
/** What a criterion (or the rules of a side) is made of, made once per document object. */
export interface Core {
  id: string
  full: number
  start: number
  firings: readonly Firing[]
  caps: readonly { rules: readonly number[]; points: number }[]
  /** Signed points of each rule, when all of them give or take fixed points and nothing caps them. */
  flat: Float64Array | null
  /** All rules give or take whole points, fixed or per occurrence, and nothing caps them together. */
  plain: boolean
  /** Every column its rules name. */
  needs: readonly number[]
  anyOff: boolean
  /** Rules that set a value, and rules that zero the criterion. */
  sets: readonly number[]
  zeros: readonly number[]
  weights: ReadonlyMap<string, number>
}

const firing = (rule: Rule, layout: Layout, programs: Programs): Firing => {
  const program = programOf(rule.conditions, layout, programs)
  const bound = bind(rule.event, layout)
  return { rule, program, bound, needs: bound.slot < 0 || program.needs.includes(bound.slot) ? program.needs : [...program.needs, bound.slot] }
}
const namedBy = (firings: readonly Firing[]): number[] => [...new Set(firings.flatMap((f) => f.needs))]
const PLAIN = new Set<string>(['deduct', 'award', 'deductEach', 'awardEach'])
const flatOf = (firings: readonly Firing[]): Float64Array | null =>
  firings.every((f) => f.bound.slot < 0 && (f.bound.effect.type === 'deduct' || f.bound.effect.type === 'award'))
    ? Float64Array.from(firings, (f) => (f.bound.mode === 'deduct' ? -f.bound.points : f.bound.points)) : null

const those = (firings: readonly Firing[], mode: Mode): number[] => firings.flatMap((f, k) => (f.bound.mode === mode ? [k] : []))

export function coreOf(criterion: Criterion, layout: Layout, programs: Programs): Core {
  const known = programs.cores.get(criterion)
  if (known) return known
  const firings = criterion.rules.map((rule) => firing(rule, layout, programs))
  const full = scaled(criterion.points)
  const caps = (criterion.caps ?? []).map((cap) => ({ rules: criterion.rules.flatMap((r, i) => (cap.rules.includes(r.id) ? [i] : [])), points: scaled(cap.points) }))
  const core: Core = {
    id: criterion.id, full, start: criterion.start === 'full' ? full : 0, firings, caps, flat: caps.length ? null : flatOf(firings), needs: namedBy(firings), plain: caps.length === 0 && firings.every((f) => PLAIN.has(f.bound.effect.type)),
    anyOff: criterion.notApplicable === 'any', sets: those(firings, 'set'), zeros: those(firings, 'zero'), weights: new Map((criterion.bodies ?? []).map((b) => [b.id, b.weight ?? 1])),
  }
  programs.cores.set(criterion, core)
  return core
}
/** The rules of a side of adjustments; they have no full points. */
export function sideCore(name: string, rules: readonly Rule[], layout: Layout, programs: Programs): Core {
  const known = programs.cores.get(rules)
  if (known) return known
  const firings = rules.map((rule) => firing(rule, layout, programs))
  const core: Core = { id: name, full: 0, start: 0, firings, caps: [], flat: null, needs: namedBy(firings), plain: firings.every((f) => PLAIN.has(f.bound.effect.type)), anyOff: false, sets: [], zeros: [], weights: new Map() }
  programs.cores.set(rules, core)
  return core
}
