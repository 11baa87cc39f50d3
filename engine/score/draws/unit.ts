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
  /** What conditions see, where one asks. */
  seen: { base: Float64Array; bonus: Float64Array; deduction: Float64Array; total: Float64Array }
}
export const newDrawn = (n: number): Drawn => {
  const f = (): Float64Array => new Float64Array(n)
  return { total: f(), reached: new Uint8Array(n), grade: new Int8Array(n), rank: new Int32Array(n), top: f(), bottom: f(), seen: { base: f(), bonus: f(), deduction: f(), total: f() } }
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
  if (mode === 'down' ? part <= error || 1 - part <= error : Math.abs(part - 0.5) <= error) return Number.NaN
  const kept = mode !== 'down' && part > 0.5 ? whole + 1 : whole
  return x < 0 && kept ? -kept : kept
}

/** Finds base and total of one unit whose sums are whole or nearly known; false when only exact numbers tell. */
export function totalOf(kept: Kept, sums: Sums, { bonus, deduction }: Numbers, i: number, out: Drawn): boolean {
  const { totals } = kept
  const m = sums.applicable[kept.patternOf[i] as number] as number
  if (m === 0 || m < totals.least) {
    out.reached[i] = 0
    return true
  }
  out.reached[i] = 1
  const { full, by } = kept
  const d = kept.ratio && m !== full ? m : 1
  let plus = bonus.sums[i] as number
  let minus = deduction.sums[i] as number
  if (plus > (bonus.caps[i] as number)) plus = bonus.caps[i] as number
  if (minus > (deduction.caps[i] as number)) minus = deduction.caps[i] as number
  const { inside, onTop } = sums
  if (inside.terms[i] === 0 && onTop.terms[i] === 0) {
    const base = (d === 1 ? (inside.whole[i] as number) : (inside.whole[i] as number) * full) + (onTop.whole[i] as number) * d
    if (!(base <= WHOLE && d * by <= WHOLE)) return false
    const [up, down] = totals.gates
    if (up && shutWhole(up, base, d, by, totals.mode)) plus = 0
    if (down && shutWhole(down, base, d, by, totals.mode)) minus = 0
    let total = base + (plus - minus) * d
    if (total < totals.min * d) total = totals.min * d
    if (total > totals.max * d) total = totals.max * d
    if (total > (kept.fixed[i] as number) * d) total = (kept.fixed[i] as number) * d
    if (!(total <= WHOLE && total >= -WHOLE)) return false
    out.top[i] = base
    out.bottom[i] = d
    out.total[i] = roundWhole(total, d * by, totals.mode)
  } else {
    const base = (((inside.whole[i] as number) + (inside.rest[i] as number)) * (d === 1 ? 1 : full)) / d + (onTop.whole[i] as number) + (onTop.rest[i] as number)
    const error = (Math.abs(base) + 1) * 2e-12
    const [up, down] = totals.gates
    const shut = up ? shutNear(up, base, error, by, totals.mode) : false
    const shutToo = down ? shutNear(down, base, error, by, totals.mode) : false
    if (shut === null || shutToo === null) return false
    if (shut) plus = 0
    if (shutToo) minus = 0
    let total = base + plus - minus
    const fixed = kept.fixed[i] as number
    if (Math.abs(total - totals.min) <= error) return false
    if (total < totals.min) total = totals.min
    if (Math.abs(total - totals.max) <= error) return false
    if (total > totals.max) total = totals.max
    if (Math.abs(total - fixed) <= error) return false
    if (total > fixed) total = fixed
    const rounded = roundNear(total / by, error / by + Math.abs(total / by) * 1e-15, totals.mode)
    if (rounded !== rounded) return false
    out.top[i] = base
    out.bottom[i] = 0
    out.total[i] = rounded
  }
  if (kept.sees) {
    out.seen.bonus[i] = plus
    out.seen.deduction[i] = minus
  }
  return true
}
type Gate = Kept['totals']['gates'][number]
const shutWhole = (gate: NonNullable<Gate>, base: number, d: number, by: number, mode: RoundingMode): boolean => {
  const over = gate.rounded ? roundWhole(base, d * by, mode) * by - gate.points : base - gate.points * d
  return gate.open ? over <= 0 : over < 0
}
function shutNear(gate: NonNullable<Gate>, base: number, error: number, by: number, mode: RoundingMode): boolean | null {
  if (gate.rounded) {
    const rounded = roundNear(base / by, error / by + Math.abs(base / by) * 1e-15, mode)
    return rounded !== rounded ? null : gate.open ? rounded * by <= gate.points : rounded * by < gate.points
  }
  return Math.abs(base - gate.points) <= error ? null : base < gate.points
}
