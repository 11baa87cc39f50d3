import type { RoundingMode } from '../../model/ruleset.ts'
import { power, WHOLE } from './decimal-number.ts'

/** An amount in ten-thousandths: exactly n/d while `error` is 0, else x give or take `error`. */
export interface Amount { n: number; d: number; x: number; error: number }
export const newAmount = (): Amount => ({ n: 0, d: 1, x: 0, error: 0 })
export const setWhole = (a: Amount, n: number): void => {
  a.n = a.x = n
  a.d = 1
  a.error = 0
}
/** Sets n/d; binary from here on when the numbers are too long. */
export const setQuotient = (a: Amount, n: number, d: number): void => {
  a.x = n / d
  if (n <= WHOLE && n >= -WHOLE && d <= WHOLE) {
    a.n = n
    a.d = d
    a.error = 0
  } else setNear(a, a.x)
}
/** A binary sum of at most some thousand roundings is good to one part in 10^12 of what it is made of. */
export const setNear = (a: Amount, x: number, size = Math.abs(x)): void => {
  a.x = x
  a.error = (size + 1) * 1e-12
}
/** a += b. */
export function plus(a: Amount, b: Amount, sign: number): void {
  if (a.error === 0 && b.error === 0) {
    if (a.d === b.d) return setQuotient(a, a.n + sign * b.n, a.d)
    return setQuotient(a, a.n * b.d + sign * b.n * a.d, a.d * b.d)
  }
  const error = a.error + b.error + (Math.abs(a.x) + Math.abs(b.x)) * 1e-12
  a.x += sign * b.x
  a.error = error
}
export const copy = (a: Amount, b: Amount): void => {
  a.n = b.n
  a.d = b.d
  a.x = b.x
  a.error = b.error
}

/** The sign of a − whole; NaN when the error does not tell. */
export function against(a: Amount, whole: number): number {
  if (a.error !== 0) {
    const difference = a.x - whole
    return Math.abs(difference) <= a.error ? Number.NaN : Math.sign(difference)
  }
  if (a.d === 1) return Math.sign(a.n - whole)
  const scaled = whole * a.d
  if (Math.abs(scaled) <= WHOLE) return Math.sign(a.n - scaled)
  const difference = a.x - whole
  return Math.abs(difference) <= Math.abs(whole) * 1e-12 ? Number.NaN : Math.sign(difference)
}

/** Ten-thousandths rounded to so many places, as a whole number of the last place; NaN when the error does not tell. */
export function rounded(a: Amount, places: number, mode: RoundingMode): number {
  const by = power(4 - places)
  if (a.error !== 0) return near(a, by, mode)
  const bottom = a.d * by
  if (bottom > WHOLE) return near({ ...a, error: (Math.abs(a.x) + 1) * 1e-12 }, by, mode)
  const size = a.n < 0 ? -a.n : a.n
  let whole = Math.floor(size / bottom)
  if (mode !== 'down') {
    const left = size - whole * bottom
    const twice = left * 2
    if (twice > bottom || (twice === bottom && (mode === 'half-up' || whole % 2 === 1))) whole++
  }
  return a.n < 0 && whole ? -whole : whole
}
function near(a: Amount, by: number, mode: RoundingMode): number {
  const size = Math.abs(a.x) / by
  const error = a.error / by + size * 1e-15
  const whole = Math.floor(size)
  const part = size - whole
  const up = mode !== 'down' && part > 0.5
  const doubt = mode === 'down' ? part <= error || 1 - part <= error : Math.abs(part - 0.5) <= error
  if (doubt) return Number.NaN
  const kept = up ? whole + 1 : whole
  return a.x < 0 && kept ? -kept : kept
}
