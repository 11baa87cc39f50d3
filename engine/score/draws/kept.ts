import { GIVEN_STATE, MISSING_STATE, OFF_STATE, stateAt } from '../columns/block.ts'
import type { Compiled, Place } from '../columns/compile.ts'
import { scaled } from '../columns/core.ts'
import { power, type Quotient } from '../columns/decimal-number.ts'
import { poolFinder } from '../columns/finish.ts'
import { newResults, SCORED, STOPPED, type Results } from '../columns/results.ts'
import { capOf, raw, sideSums, sumSide } from '../columns/sides.ts'
import { answerOf, type BlockState } from '../columns/state.ts'
import { gradingAt, gradingsOf } from '../columns/places.ts'
import { totalsOf, type Totals } from '../columns/total.ts'
import { Sorter, type Classes } from './classes.ts'
import { TooLong } from './factors.ts'
import { requirementsOf, type Requirement } from './requirements.ts'
import { newScale, type Scale } from './worth.ts'

/** Where a criterion's points go: into the base, on top of it, or under an indicator that limits losses. */
export const INSIDE = -1
export const ON_TOP = -2
export interface KeptPlace {
  classes: Classes
  scale: Scale
  /** INSIDE, ON_TOP or the innermost limit it stands under. */
  goes: number
  component: number
  /** Units that take the mean of others of their category. */
  means: { from: Int32Array; to: Int32Array }[]
}
/** An indicator under which no more than so many points may be lost; inner ones first, `inside` is the next outer one. */
export interface Limit { first: number; end: number; most: number; inside: number }
/** Sums of a side of adjustments, ten-thousandths; NaN where `odd` has it as n/d. */
export interface Side { sums: Float64Array; odd: Map<number, Quotient>; caps: Float64Array }

/** What of a scored cohort does not depend on the points of criteria. */
export interface Kept {
  results: Results
  compiled: Compiled
  totals: Totals
  full: number
  /** Ten-thousandths in one of the last place; does what does not apply change the scale? */
  by: number
  ratio: boolean
  n: number
  places: KeptPlace[]
  /** Places by component, those on top left out. */
  parts: readonly Int32Array[]
  limits: Limit[]
  /** Unit → pattern of what does not apply to it; pattern → 1 for each criterion that does not. */
  patternOf: Uint16Array
  patterns: Uint8Array[]
  /** 1 = can have a total. */
  live: Uint8Array
  /** Grade of a stopped unit, else −1. */
  stopped: Int8Array
  bonus: Side
  deduction: Side
  /** Least total that verdicts fix, Infinity for none; best grade they leave open. */
  fixed: Float64Array
  best: Int8Array
  /** Place in the ruleset's gradings and pools, −1 for none. */
  grading: Int16Array
  pool: Int16Array
  required: readonly (readonly Requirement[])[]
  /** Does one ask for results? */
  sees: boolean
  /** Numbers of the attributes that tie-breaks compare. */
  attributes: readonly (Float64Array | null)[]
}
/** Why draws over points must be scored anew. */
export type Anew = 'proration' | 'rounding' | 'tie' | 'requirement' | 'long'

function reasonOf({ ruleset, components, branches, places }: Compiled): Anew | null {
  const { proration, rounding, ranking } = ruleset
  if (proration.method === 'redistribute' || (proration.method === 'ratio' && proration.scope === 'component')) return 'proration'
  if (rounding.stage === 'components-and-total') return 'rounding'
  if (ranking.tieBreaks.some((t) => t.quantity === 'indicator')) return 'tie'
  const shared = branches.some((b) => b.lossCap !== null && new Set(places.slice(b.first, b.end).filter((p) => !p.criterion.extra).map((p) => p.component)).size > 1)
  if (shared && ranking.tieBreaks.some((t) => t.quantity === 'component') && components.length > 1) return 'tie'
  return null
}

const blockOf = (results: Results, i: number): { state: BlockState; at: number } => {
  const state = results.states.find(({ block }) => i >= block.from && i < block.from + block.n) as BlockState
  return { state, at: i - state.block.from }
}
interface Filling { classes: Classes; off: Uint8Array; missing: number[] }
/** What a place comes to for each unit: its class, whether it does not apply, and who takes a mean. */
function sortPlace(results: Results, place: Place, index: number): Filling {
  const { size } = results
  const sorter = new Sorter(place.core, size)
  const off = new Uint8Array(size)
  const missing: number[] = []
  for (const state of results.states) {
    const { block, awards } = state
    const final = state.final[index]
    const zeroing = place.zeroing.flatMap((v) => results.compiled.verdicts[v] ?? [])
    if (awards.long[index]?.length) throw new TooLong()
    for (let i = 0; i < block.n; i++) {
      const unit = block.from + i
      const above = state.off[index]?.[i] ?? GIVEN_STATE
      const found = above === GIVEN_STATE ? (awards.state[index * block.n + i] as number) : above
      if (results.state[unit] === STOPPED) continue
      if (found === OFF_STATE) off[unit] = 1
      else if (zeroing.some((asked) => answerOf(state, asked, i) === 1)) sorter.fix(unit, 0, 1)
      else if (found === GIVEN_STATE) sorter.take(unit, block, i, (k) => awards.fired[(place.rule + k) * block.n + i] === 1)
      else if (place.policy === 'exclude-and-prorate') off[unit] = 1
      else if (place.policy === 'category-mean') missing.push(unit)
      else if (place.policy === 'last-year' && final) {
        const d = final.den?.[i] ?? 0
        sorter.fix(unit, d === 0 ? (final.earned[i] as number) : (final.num?.[i] ?? 0), d === 0 ? 1 : d)
      }
    }
  }
  return { classes: sorter.classes(), off, missing }
}
/** Means are taken over the units of a category that have the criterion, those without a total too. */
function meansOf(results: Results, index: number, { off, missing }: Filling): KeptPlace['means'] {
  const categories = new Set(missing.map((unit) => results.columns.units[unit]?.category))
  return [...categories].map((category) => {
    const from = results.columns.units.flatMap((unit, i) => {
      if (unit.category !== category || off[i] === 1 || results.state[i] === STOPPED || missing.includes(i)) return []
      const { state, at } = blockOf(results, i)
      const final = state.final[index]
      return (final ? final.state[at] : state.awards.state[index * state.block.n + at]) === MISSING_STATE ? [] : [i]
    })
    return { from: Int32Array.from(from), to: Int32Array.from(missing.filter((i) => results.columns.units[i]?.category === category)) }
  })
}

/** Sums of a side for all units, as they stand before gate and cap. */
export function sideOf(results: Results, compiled: Compiled, which: 0 | 1, live: Uint8Array): Side {
  const side = compiled.sides[which]
  const made: Side = { sums: new Float64Array(results.size), odd: new Map(), caps: new Float64Array(results.size) }
  const scratch = newResults(compiled, results.columns, results.states)
  for (const state of results.states) {
    const { block } = state
    made.sums.set(sideSums(compiled, state, side), block.from)
    for (let i = 0; i < block.n; i++) {
      const unit = block.from + i
      const cap = capOf(compiled, state, side, i)
      made.caps[unit] = cap ?? Number.NaN
      if (live[unit] === 0) continue
      if (cap === null) throw new TooLong()
      if (!Number.isNaN(made.sums[unit])) continue
      if (!sumSide(compiled, state, scratch, side, i)) throw new TooLong()
      if (scratch.state[unit] !== SCORED) live[unit] = 0
      else made.odd.set(unit, { n: raw.n, d: raw.d })
    }
  }
  return made
}
/** Limits of losses, inner ones before the outer ones that hold them. */
function limitsOf({ branches }: Compiled): Limit[] {
  const limited = branches.map((b, k) => ({ ...b, k })).filter((b) => b.lossCap !== null).reverse()
  return limited.map((b, at) => ({ first: b.first, end: b.end, most: b.lossCap ?? 0, inside: limited.findIndex((o, j) => j > at && o.first <= b.first && o.end >= b.end) }))
}

/** Keeps of an evaluated cohort what draws over points have in common, or says why they must be scored anew. Columns and results stay as they are. */
export function keep(results: Results): Kept | Anew {
  const reason = reasonOf(results.compiled)
  if (reason) return reason
  const required = requirementsOf(results)
  if (!required) return 'requirement'
  try {
    return keepAll(results, required)
  } catch (error) {
    if (error instanceof TooLong) return 'long'
    throw error
  }
}
function keepAll(results: Results, required: Kept['required']): Kept {
  const { compiled, size } = results
  const limits = limitsOf(compiled)
  const filled = compiled.places.map((place, k) => sortPlace(results, place, k))
  const live = Uint8Array.from({ length: size }, (_, i) => Number(results.state[i] === SCORED || (results.state[i] !== STOPPED && (results.blocked.get(i) ?? []).every((path) => path === 'proration' || path === 'gradings'))))
  const known = new Map<string, number>()
  const patterns: Uint8Array[] = []
  const patternOf = Uint16Array.from({ length: size }, (_, i) => {
    const own = Uint8Array.from(filled, (f) => f.off[i] as number)
    const found = known.get(own.join('')) ?? patterns.push(own) - 1
    known.set(own.join(''), found)
    return found
  })
  const gradings = gradingsOf(compiled)
  const pool = poolFinder(compiled, results)
  const fixed = new Float64Array(size).fill(Infinity)
  const best = new Int8Array(size)
  compiled.ruleset.verdicts.forEach(({ effect }, v) => {
    const asked = compiled.verdicts[v]
    for (const state of asked ? results.states : []) for (let i = 0; i < state.block.n; i++) {
      if (!asked || answerOf(state, asked, i) !== 1) continue
      const unit = state.block.from + i
      if (effect.type === 'fix-total') fixed[unit] = Math.min(fixed[unit] as number, scaled(effect.points))
      if (effect.type === 'cap-grade') best[unit] = Math.max(best[unit] as number, gradings.index.get(effect.grade) ?? -1)
    }
  })
  const totals = totalsOf(compiled)
  return {
    results, compiled, totals, full: compiled.full, by: power(4 - totals.places), ratio: compiled.ruleset.proration.method === 'ratio', n: size, limits, patternOf, patterns, live, required, sees: required.some((list) => list.length > 0), fixed, best, bonus: sideOf(results, compiled, 0, live), deduction: sideOf(results, compiled, 1, live),
    places: compiled.places.map((place, k): KeptPlace => {
      const limit = limits.findIndex((l) => k >= l.first && k < l.end)
      return { classes: (filled[k] as Filling).classes, scale: newScale(place.core), component: place.component, goes: place.criterion.extra ? ON_TOP : limit < 0 ? INSIDE : limit, means: meansOf(results, k, filled[k] as Filling) }
    }),
    parts: compiled.components.map((_, c) => Int32Array.from(compiled.places.flatMap((p, k) => (p.component === c && !p.criterion.extra ? [k] : [])))),
    stopped: Int8Array.from({ length: size }, (_, i) => (results.state[i] === STOPPED ? (results.grade[i] as number) : -1)), grading: Int16Array.from({ length: size }, (_, i) => gradingAt(gradings, results, i)),
    pool: Int16Array.from({ length: size }, (_, i) => pool(i)),
    attributes: totals.ties.map((tie) => (tie.quantity === 'attribute' ? Float64Array.from({ length: size }, (_, i) => attributeAt(results, tie.slot, i)) : null)),
  }
}
function attributeAt(results: Results, slot: number, unit: number): number {
  const { state, at } = blockOf(results, unit)
  if (stateAt(state.block, slot, at) !== GIVEN_STATE) return 0
  const seen = state.block.words[slot]?.list[state.block.cells[slot * state.block.n + at] as number]?.seen
  return typeof seen === 'number' ? seen : seen === true ? 1 : 0
}
