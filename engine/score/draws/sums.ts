import type { Kept, KeptPlace } from './kept.ts'
import { INSIDE, ON_TOP } from './kept.ts'
import { scaleTo, worths } from './worth.ts'

/** Amounts of every unit: whole ten-thousandths, the binary sum of quotients, and how many those are. */
export interface Pile { whole: Float64Array; rest: Float64Array; terms: Uint16Array }
/** What one draw adds up to. */
export interface Sums {
  inside: Pile
  onTop: Pile
  /** Under each limit of losses. */
  limited: Pile[]
  /** Ten-thousandths that apply, by pattern: in all, and under each limit. */
  applicable: Float64Array
  underLimit: Float64Array[]
}
export const newPile = (n: number): Pile => ({ whole: new Float64Array(n), rest: new Float64Array(n), terms: new Uint16Array(n) })
export const newSums = ({ n, limits, patterns }: Kept): Sums => ({ inside: newPile(n), onTop: newPile(n), limited: limits.map(() => newPile(n)), applicable: new Float64Array(patterns.length), underLimit: limits.map(() => new Float64Array(patterns.length)) })
const empty = (pile: Pile): void => {
  pile.whole.fill(0)
  pile.rest.fill(0)
  pile.terms.fill(0)
}

let whole = new Float64Array(256)
let rest = new Float64Array(256)
/** Adds what a place comes to at a weight to a pile. */
function addPlace(place: KeptPlace, weight: number, pile: Pile): void {
  const { whole: w, rest: r, terms: t } = pile
  const { classes, scale } = place
  if (whole.length < classes.count) {
    whole = new Float64Array(2 * classes.count)
    rest = new Float64Array(2 * classes.count)
  }
  scaleTo(classes.core, weight, scale)
  const parts = worths(classes, scale, whole, rest)
  const { of } = classes
  for (let i = 0; i < of.length; i++) w[i] = (w[i] as number) + (whole[of[i] as number] as number)
  if (parts) for (let i = 0; i < of.length; i++) {
    const more = rest[of[i] as number] as number
    if (more === 0) continue
    r[i] = (r[i] as number) + more
    t[i] = (t[i] as number) + 1
  }
  for (const mean of place.means) addMean(of, mean, whole, rest, pile)
}
/** Gives the units that take a mean the mean of what the others are worth by their class. */
export function addMean(of: Uint16Array, { from, to }: KeptPlace['means'][number], wholes: Float64Array, rests: Float64Array, { whole: w, rest: r, terms: t }: Pile): void {
  let [n, more] = [0, 0]
  for (const i of from) {
    n += wholes[of[i] as number] as number
    more += rests[of[i] as number] as number
  }
  const even = more === 0 && n % from.length === 0
  for (const i of to) {
    if (even) w[i] = (w[i] as number) + n / from.length
    else {
      r[i] = (r[i] as number) + (n + more) / from.length
      t[i] = (t[i] as number) + 1
    }
  }
}
const pileOf = (sums: Sums, { goes }: KeptPlace): Pile => (goes === INSIDE ? sums.inside : goes === ON_TOP ? sums.onTop : (sums.limited[goes] as Pile))

/** Adds up what every criterion comes to at its weight (all but one, where `except` says so); limits of losses are not applied yet. */
export function addUp(kept: Kept, weights: Float64Array, into: Sums, except = -1): void {
  empty(into.inside)
  empty(into.onTop)
  into.limited.forEach(empty)
  for (let k = 0; k < kept.places.length; k++) if (k !== except) addPlace(kept.places[k] as KeptPlace, weights[k] as number, pileOf(into, kept.places[k] as KeptPlace))
  apply(kept, weights, into)
}
/** What applies to each pattern of units. */
function apply({ places, patterns, limits }: Kept, weights: Float64Array, { applicable, underLimit }: Sums): void {
  for (let p = 0; p < patterns.length; p++) {
    const off = patterns[p] as Uint8Array
    let sum = 0
    for (let k = 0; k < places.length; k++) if (off[k] === 0 && places[k]?.goes !== ON_TOP) sum += weights[k] as number
    applicable[p] = sum
    for (let l = 0; l < limits.length; l++) {
      let under = 0
      for (let k = limits[l]?.first ?? 0; k < (limits[l]?.end ?? 0); k++) if (off[k] === 0 && places[k]?.goes !== ON_TOP) under += weights[k] as number
      ;(underLimit[l] as Float64Array)[p] = under
    }
  }
}
/** Puts sums under limits of losses, held to their least, into what they stand in: inner limits first (all but one, where `except` says so). */
export function applyLimits(kept: Kept, sums: Sums, except = -1): void {
  for (let l = 0; l < kept.limits.length; l++) {
    const outer = (kept.limits[l] as Kept['limits'][number]).inside
    const to = outer < 0 ? sums.inside : (sums.limited[outer] as Pile)
    if (l !== except) applyLimit(kept, l, sums.limited[l] as Pile, sums.underLimit[l] as Float64Array, to, to)
  }
}
/** Adds a pile under a limit, held to its least, to `from` and puts the sum into `to`. */
export function applyLimit({ n, limits, patternOf }: Kept, l: number, own: Pile, under: Float64Array, from: Pile, to: Pile): void {
  const { most } = limits[l] as Kept['limits'][number]
  for (let i = 0; i < n; i++) {
    const least = (under[patternOf[i] as number] as number) - most
    const w = own.whole[i] as number
    const r = own.rest[i] as number
    // Where the sum of quotients is too near to tell, both give the same but for an error that is known.
    const held = r === 0 ? w < least : w + r < least - (Math.abs(least) + 1) * 1e-13
    to.whole[i] = (from.whole[i] as number) + (held ? least : w)
    to.rest[i] = (from.rest[i] as number) + (held ? 0 : r)
    to.terms[i] = (from.terms[i] as number) + (held ? 0 : (own.terms[i] as number))
  }
}
