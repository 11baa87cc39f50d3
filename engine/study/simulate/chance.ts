import type { Shape } from './spread.ts'

const GOLDEN = 0x9e3779b9
/** Spreads the bits of a whole number over 32 bits (a bijection; xor, shift and multiply only). */
function mix(x: number): number {
  let h = x ^ (x >>> 16)
  h = Math.imul(h, 0x21f0aaad)
  h ^= h >>> 15
  h = Math.imul(h, 0x735a2d97)
  return (h ^ (h >>> 15)) >>> 0
}
/** A whole number for a name, the same everywhere (FNV-1a over UTF-16 units). */
export function keyOf(name: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193)
  return mix(h)
}
/** Where the numbers of one uncertain thing begin in one draw: they depend on nothing but the seed, its key and the draw. */
export const start = (seed: number, key: number, draw: number): number => mix(mix(mix(seed + GOLDEN) ^ key) + Math.imul(draw + 1, GOLDEN))
/** The k-th number at a start, evenly in [0, 1), a multiple of 2^-32. */
const even = (at: number, k: number): number => mix(at + Math.imul(k + 1, GOLDEN)) / 4_294_967_296

/** A number between −1 and 1, never an end. */
export function swing(at: number, shape: Shape = 'even'): number {
  if (shape === 'even') return (even(at, 0) * 4_294_967_296 + 0.5) / 2_147_483_648 - 1
  return (even(at, 0) + even(at, 1) + even(at, 2) + even(at, 3)) / 2 - 1 + 1 / 4_294_967_296
}
/** Nearly a standard normal number: twelve even ones less six; never beyond ±6. */
function normal(at: number, k: number): number {
  let sum = -6
  for (let j = 0; j < 12; j++) sum += even(at, k + j)
  return sum
}
const COUNTED = 64
/** How many of `n` trials of probability `p` succeed: counted one by one up to 64, by a normal number beyond; uses numbers k to k + 63. */
export function successes(n: number, p: number, at: number, k: number): number {
  if (n <= COUNTED) {
    let count = 0
    for (let j = 0; j < n; j++) if (even(at, k + j) < p) count++
    return count
  }
  const found = Math.round(n * p + normal(at, k) * Math.sqrt(n * p * (1 - p)))
  return found < 0 ? 0 : found > n ? n : found
}
export const NUMBERS_OF_SUCCESSES = COUNTED
