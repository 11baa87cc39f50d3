/** An exact number: a fraction with a positive denominator, reduced only when it grows long (`show` gives lowest terms). */
export interface Exact { readonly n: bigint; readonly d: bigint }
export type Mode = 'half-up' | 'half-even' | 'down'

const SAFE = 9007199254740991n
const LONG = 1n << 64n
const gcd = (a: bigint, b: bigint): bigint => {
  let x = a < 0n ? -a : a
  let y = b
  while (y > SAFE || x > SAFE) {
    if (y === 0n) return x
    ;[x, y] = [y, x % y]
  }
  let p = Number(x)
  let q = Number(y)
  while (q) [p, q] = [q, p % q]
  return BigInt(p)
}
const reduced = (n: bigint, d: bigint): Exact => {
  const g = gcd(n, d)
  return g === 1n ? { n, d } : { n: n / g, d: d / g }
}
/** n/d; throws RangeError for a denominator of 0. */
export const fraction = (n: bigint, d = 1n): Exact => {
  if (d === 0n) throw new RangeError('denominator 0')
  if (d < 0n) return fraction(-n, -d)
  return d > LONG ? reduced(n, d) : { n, d }
}
export const ZERO: Exact = { n: 0n, d: 1n }
export const ONE: Exact = { n: 1n, d: 1n }

const small = new Map<number, Exact>()
/** The exact value of a finite number's shortest decimal form (0.1 is one tenth); throws RangeError otherwise. */
export function exact(value: number | string): Exact {
  if (typeof value === 'number') {
    const known = small.get(value)
    if (known) return known
    if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`)
    if (Number.isSafeInteger(value)) return remember(value, { n: BigInt(value), d: 1n })
    return remember(value, parse(String(value)))
  }
  return parse(value)
}
const remember = (value: number, known: Exact): Exact => {
  if (small.size < 4096) small.set(value, known)
  return known
}
function parse(text: string): Exact {
  const slash = text.indexOf('/')
  if (slash > 0) return fraction(BigInt(text.slice(0, slash)), BigInt(text.slice(slash + 1)))
  const match = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text)
  if (!match) throw new RangeError(`not a decimal number: ${text}`)
  const [, sign, whole, part = '', power = '0'] = match
  const places = part.length - Number(power)
  const n = BigInt(`${sign === '-' ? '-' : ''}${whole}${part}`)
  return places >= 0 ? fraction(n, 10n ** BigInt(places)) : fraction(n * 10n ** BigInt(-places))
}

export const add = (a: Exact, b: Exact): Exact => {
  if (a.n === 0n) return b
  if (b.n === 0n) return a
  if (a.d === b.d) return { n: a.n + b.n, d: a.d }
  if (a.d === 1n) return { n: a.n * b.d + b.n, d: b.d }
  if (b.d === 1n) return { n: a.n + b.n * a.d, d: a.d }
  if (a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d }
  if (b.d % a.d === 0n) return { n: a.n * (b.d / a.d) + b.n, d: b.d }
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d)
}
export const sub = (a: Exact, b: Exact): Exact => add(a, neg(b))
export const mul = (a: Exact, b: Exact): Exact => fraction(a.n * b.n, a.d * b.d)
/** a ÷ b; throws RangeError when b is 0. */
export const div = (a: Exact, b: Exact): Exact => fraction(a.n * b.d, a.d * b.n)
export const neg = (a: Exact): Exact => ({ n: -a.n, d: a.d })
/** Negative, zero or positive as a is below, at or above b. */
export const cmp = (a: Exact, b: Exact): number => {
  const x = a.d === b.d ? a.n - b.n : a.n * b.d - b.n * a.d
  return x < 0n ? -1 : x > 0n ? 1 : 0
}
export const min = (a: Exact, b: Exact): Exact => (cmp(a, b) <= 0 ? a : b)
export const max = (a: Exact, b: Exact): Exact => (cmp(a, b) >= 0 ? a : b)
/** a held between low and high. */
export const clamp = (a: Exact, low: Exact, high: Exact): Exact => max(low, min(a, high))
export const sum = (list: readonly Exact[]): Exact => list.reduce(add, ZERO)

/** The greatest whole number not above a. */
export const floor = (a: Exact): bigint => (a.n >= 0n || a.n % a.d === 0n ? a.n / a.d : a.n / a.d - 1n)
/** The least whole number not below a. */
export const ceil = (a: Exact): bigint => -floor(neg(a))

/** a rounded to decimal places; halves go away from zero (half-up), to the even digit, or every part is cut off (down). */
export function round(a: Exact, places: number, mode: Mode): Exact {
  const scale = 10n ** BigInt(places)
  const negative = a.n < 0n
  const top = (negative ? -a.n : a.n) * scale
  const whole = top / a.d
  const twice = (top % a.d) * 2n
  const up = mode !== 'down' && (twice > a.d || (twice === a.d && (mode === 'half-up' || whole % 2n === 1n)))
  const kept = up ? whole + 1n : whole
  return fraction(negative ? -kept : kept, scale)
}

/** With exactly so many decimal places; the value must fit them (round first), else RangeError. */
export function fixed(a: Exact, places: number): string {
  const scaled = a.n * 10n ** BigInt(places)
  if (scaled % a.d !== 0n) throw new RangeError(`${show(a)} does not fit ${places} places`)
  const whole = scaled / a.d
  const digits = (whole < 0n ? -whole : whole).toString().padStart(places + 1, '0')
  const text = places ? `${digits.slice(0, -places)}.${digits.slice(-places)}` : digits
  return whole < 0n ? `-${text}` : text
}

/** Shortest exact text: a decimal where one exists, else `p/q`. `exact()` reads it back. */
export function show(long: Exact): string {
  if (long.d === 1n) return long.n.toString()
  const a = reduced(long.n, long.d)
  let rest = a.d
  let twos = 0
  let fives = 0
  while (rest % 2n === 0n) { rest /= 2n; twos++ }
  while (rest % 5n === 0n) { rest /= 5n; fives++ }
  return rest === 1n ? fixed(a, Math.max(twos, fives)) : `${a.n}/${a.d}`
}

/** The nearest binary number, for conditions and drawing; exact comparisons must not use it. */
export function toNumber(a: Exact): number {
  const size = a.n < 0n ? -a.n : a.n
  if (size <= SAFE && a.d <= SAFE) return Number(a.n) / Number(a.d)
  return nearest(a)
}
/** Correct rounding for long fractions: 64 significant bits with a sticky last bit, then one rounding. */
function nearest(a: Exact): number {
  const negative = a.n < 0n
  const n = negative ? -a.n : a.n
  const shift = BigInt(64 - (n.toString(2).length - a.d.toString(2).length))
  const [top, bottom] = shift >= 0n ? [n << shift, a.d] : [n, a.d << -shift]
  const quotient = top / bottom
  const sticky = top % bottom === 0n ? quotient : quotient | 1n
  const value = Number(sticky) * 2 ** -Number(shift)
  return negative ? -value : value
}
