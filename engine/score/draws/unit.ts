import { WHOLE } from '../columns/decimal-number.ts'
import type { Bands } from '../columns/places.ts'
import type { RoundingMode } from '../../model/ruleset.ts'
import type { Kept } from './kept.ts'
import type { Sums } from './sums.ts'

/** What a draw comes to: totals as whole numbers of the last place, grades as places in the ruleset's (−1 = none), ranks (0 = none). */
export interface Drawn {
  total: Float64Array
  /** 1 = has a total. */
  reached: Uint8Array
  grade: Int8Array
  rank: Int32Array
  /** The base in ten-thousandths: top / bottom; bottom 0 = a binary number, −1 = one that only exact numbers tell. */
  top: Float64Array
  bottom: Float64Array
  /** What bonus and deduction come to after gate and cap; NaN where only exact numbers tell. */
  plus: Float64Array
  minus: Float64Array
  /** What conditions see, where one asks. */
  seen: { base: Float64Array; bonus: Float64Array; deduction: Float64Array; total: Float64Array }
}
export const newDrawn = (n: number): Drawn => {
  const f = (): Float64Array => new Float64Array(n)
  return { total: f(), reached: new Uint8Array(n), grade: new Int8Array(n), rank: new Int32Array(n), top: f(), bottom: f(), plus: f(), minus: f(), seen: { base: f(), bonus: f(), deduction: f(), total: f() } }
}
/** The numbers of one draw that are not points of criteria. */
export interface Numbers { bands: readonly Bands[]; bonus: Kept['bonus']; deduction: Kept['deduction'] }

/** top / bottom (both whole) rounded to a whole number. */
export function roundWhole(top: number, bottom: number, mode: RoundingMode): number {
  const size = top < 0 ? -top : top
  let whole = Math.floor(size / bottom)
  if (mode !== 'down') {
    const twice = (size - whole * bottom) * 2
    if (twice > bottom || (twice === bottom && (mode === 'half-up' || whole % 2 === 1))) whole++
  }
  return top < 0 && whole ? -whole : whole
}
/** x rounded to a whole number; NaN when it is too near a half (or, cut off, a whole) to tell. */
export function roundNear(x: number, error: number, mode: RoundingMode): number {
  const size = x < 0 ? -x : x
  const whole = Math.floor(size)
  const part = size - whole
  if (mode === 'down' ? !(part > error && 1 - part > error) : !(Math.abs(part - 0.5) > error)) return Number.NaN
  const kept = mode !== 'down' && part > 0.5 ? whole + 1 : whole
  return x < 0 && kept ? -kept : kept
}
type Gate = NonNullable<Kept['totals']['gates'][number]>
/** Does a gate shut an adjustment at a base of top/bottom? */
function shutWhole(gate: Gate, base: number, d: number, by: number, mode: RoundingMode): boolean {
  const over = gate.rounded ? roundWhole(base, d * by, mode) * by - gate.points : base - gate.points * d
  return gate.open ? over <= 0 : over < 0
}
/** The same at a base that is nearly known: 1 shut, 0 open, NaN when it cannot be told. */
function shutNear(gate: Gate, base: number, error: number, by: number, mode: RoundingMode): number {
  if (!gate.rounded) return Math.abs(base - gate.points) <= error ? Number.NaN : Number(base < gate.points)
  const rounded = roundNear(base / by, error / by + Math.abs(base / by) * 1e-15, mode)
  return rounded !== rounded ? rounded : Number(gate.open ? rounded * by <= gate.points : rounded * by < gate.points)
}
/** An error binary sums of quotients do not exceed. */
const errorOf = (x: number): number => (Math.abs(x) + 1) * 2e-12

/** Finds base and total of every unit whose sums are whole or nearly known; writes those that only exact numbers tell to `left` and gives back how many. */
export function totalAll(kept: Kept, sums: Sums, { bonus, deduction }: Numbers, out: Drawn, left: Int32Array): number {
  const { n, full, by, ratio, live, patternOf, fixed } = kept
  const { least, min, max, mode, gates: [up, down] } = kept.totals
  const { applicable, inside: { whole, rest, terms }, onTop } = sums
  const { whole: topWhole, rest: topRest, terms: topTerms } = onTop
  const { total: totals, reached, top, bottom, plus: pluses, minus: minuses } = out
  const { sums: plusSums, caps: plusCaps } = bonus
  const { sums: minusSums, caps: minusCaps } = deduction
  let count = 0
  for (let i = 0; i < n; i++) {
    const m = applicable[patternOf[i] as number] as number
    if (live[i] === 0 || m === 0 || m < least) {
      reached[i] = 0
      continue
    }
    reached[i] = 1
    const d = ratio && m !== full ? m : 1
    let plus = plusSums[i] as number
    let minus = minusSums[i] as number
    if (plus > (plusCaps[i] as number)) plus = plusCaps[i] as number
    if (minus > (minusCaps[i] as number)) minus = minusCaps[i] as number
    const most = fixed[i] as number
    let rounded: number
    if (terms[i] === 0 && topTerms[i] === 0) {
      const base = (d === 1 ? (whole[i] as number) : (whole[i] as number) * full) + (topWhole[i] as number) * d
      if (up && shutWhole(up, base, d, by, mode)) plus = 0
      if (down && shutWhole(down, base, d, by, mode)) minus = 0
      let total = base + (plus - minus) * d
      if (total < min * d) total = min * d
      if (total > max * d) total = max * d
      if (total > most * d) total = most * d
      top[i] = base
      bottom[i] = d
      rounded = base <= WHOLE && total <= WHOLE && total >= -WHOLE && d * by <= WHOLE ? roundWhole(total, d * by, mode) : Number.NaN
    } else {
      const sum = (whole[i] as number) + (rest[i] as number)
      const base = (d === 1 ? sum : (sum * full) / d) + (topWhole[i] as number) + (topRest[i] as number)
      const error = errorOf(base)
      const shut = up ? shutNear(up, base, error, by, mode) : 0
      const shutToo = down ? shutNear(down, base, error, by, mode) : 0
      if (shut === 1) plus = 0
      if (shutToo === 1) minus = 0
      let total = base + plus - minus
      const sure = Math.abs(total - min) > error && Math.abs(total - max) > error && Math.abs(total - most) > error && shut === shut && shutToo === shutToo
      if (total < min) total = min
      if (total > max) total = max
      if (total > most) total = most
      top[i] = base
      bottom[i] = 0
      rounded = sure ? roundNear(total / by, error / by + Math.abs(total / by) * 1e-15, mode) : Number.NaN
    }
    if (rounded === rounded) {
      totals[i] = rounded
      pluses[i] = plus
      minuses[i] = minus
    } else left[count++] = i
  }
  return count
}
