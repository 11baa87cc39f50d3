import { exact } from '../../model/decimal.ts'

/** Whole numbers up to here are exact in a Float64. */
export const WHOLE = Number.MAX_SAFE_INTEGER
/** A fraction of whole numbers. */
export interface Quotient { n: number; d: number }
const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9] as const
export const power = (places: number): number => POWERS[places] ?? 10 ** places

/** A number's shortest decimal form as whole numbers n / 10^places; null when it has more than 15 digits or 9 places. */
export function decimalOf(value: number): { n: number; places: number } | null {
  for (let places = 0; places <= 9; places++) {
    const n = Math.round(value * power(places))
    if (Math.abs(n) >= 1e15) return null
    if (n / power(places) === value) return { n, places }
  }
  return null
}
/** The same as a quotient of whole numbers; null when they do not fit a Float64. */
export function quotientOf(value: number): Quotient | null {
  const found = decimalOf(value)
  if (found) return { n: found.n, d: power(found.places) }
  const long = exact(value)
  const [n, d] = [Number(long.n), Number(long.d)]
  return Math.abs(n) <= WHOLE && d <= WHOLE ? { n, d } : null
}
/** Greatest common divisor of whole numbers. */
export function divisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), b]
  while (y) [x, y] = [y, x % y]
  return x
}
