import { MEASURES, noObstacles, note, type Measure, type Obstacles, type Reading } from './ledger.ts'
import type { Choice } from './worlds.ts'

/** Parts of every unit and edit as whole numbers of 1/over, by measure: edit × unit. */
export type Parts = { [M in Measure]: Float64Array }
export interface Shares { over: number; parts: Parts; /** Standard errors, where parts are estimates. */ errors: Parts | null; obstacles: Obstacles; first: Reading; last: Reading }
export type Read = (choice: Choice) => Reading
export type Progress = (done: number, total: number) => void

const empty = (length: number): Parts => Object.fromEntries(MEASURES.map((m) => [m, new Float64Array(length)])) as Parts
const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))
const lcm = (a: number, b: number): number => (a / gcd(a, b)) * b
/** n over k. */
const choose = (n: number, k: number): number => { let c = 1; for (let i = 0; i < k; i++) c = (c * (n - i)) / (i + 1); return c }

/** The order sets are asked in: those that agree on `whole` stand together. */
const inTurn = (choices: readonly Choice[], whole: Choice): Choice[] => [...choices].sort((a, b) => ((x, y) => (x < y ? -1 : x > y ? 1 : a < b ? -1 : a > b ? 1 : 0))(a & whole, b & whole))

/**
 * Shapley values over all sets of n edits (L. S. Shapley, 1953): the mean of what an edit adds over every order of the edits. The weight of a
 * set of s others is 1 / (n · C(n−1, s)), so every part is a whole number of 1 / lcm(1..n), and the parts add up to the difference exactly.
 */
export function exactShares(n: number, units: number, whole: Choice, read: Read, progress: Progress): Shares {
  const over = Array.from({ length: n }, (_, k) => k + 1).reduce(lcm, 1)
  const weight = Array.from({ length: n }, (_, s) => over / (n * choose(n - 1, s)))
  const parts = empty(n * units)
  const obstacles = noObstacles()
  const all = 2 ** n
  let first: Reading | null = null
  let last: Reading | null = null
  inTurn(Array.from({ length: all }, (_, bits) => BigInt(bits)), whole).forEach((choice, done) => {
    const reading = read(choice)
    note(obstacles, reading, choice)
    const bits = Number(choice)
    if (bits === 0) first = reading
    if (bits === all - 1) last = reading
    let s = 0
    for (let k = 0; k < n; k++) s += (bits >> k) & 1
    for (const measure of MEASURES) {
      const { of } = reading[measure]
      const into = parts[measure]
      for (let k = 0; k < n; k++) {
        const inside = (bits >> k) & 1
        const w = inside ? (weight[s - 1] as number) : -(weight[s] as number)
        for (let i = 0, at = k * units; i < units; i++, at++) into[at] = (into[at] as number) + w * (of[i] as number)
      }
    }
    progress(done + 1, all)
  })
  return { over, parts, errors: null, obstacles, first: first as unknown as Reading, last: last as unknown as Reading }
}

/** Numbers from 0 to below 2^32, the same for the same seed (mulberry32). */
function drawn(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (t ^ (t >>> 14)) >>> 0
  }
}
/** A random order of n edits; every order is equally likely but for the last of 2^32 draws. */
function order(n: number, draw: () => number): number[] {
  const list = Array.from({ length: n }, (_, k) => k)
  for (let k = n - 1; k > 0; k--) {
    const j = Math.floor((draw() / 4294967296) * (k + 1))
    ;[list[k], list[j]] = [list[j] as number, list[k] as number]
  }
  return list
}

/**
 * The mean over random orders, each with its reverse: parts still add up to the difference exactly, since every order does. The standard error
 * of a part is that of the mean over the pairs. Sets are read once, those that agree on `whole` together.
 */
export function sampledShares(n: number, units: number, whole: Choice, read: Read, pairs: number, seed: number, progress: Progress): Shares {
  const draw = drawn(seed)
  const orders = Array.from({ length: pairs }, () => order(n, draw)).flatMap((one) => [one, one.toReversed()])
  const chain = (one: readonly number[]): Choice[] => one.reduce((sets, k) => [...sets, (sets.at(-1) as Choice) | (1n << BigInt(k))], [0n])
  const wanted = new Set(orders.flatMap(chain))
  const obstacles = noObstacles()
  const known = new Map<Choice, Reading>()
  inTurn([...wanted], whole).forEach((choice, done) => {
    const reading = read(choice)
    note(obstacles, reading, choice)
    known.set(choice, reading)
    progress(done + 1, wanted.size)
  })
  const parts = empty(n * units)
  const squares = empty(n * units)
  for (let p = 0; p < pairs; p++) {
    const two = empty(n * units)
    for (const one of orders.slice(2 * p, 2 * p + 2)) {
      const sets = chain(one)
      one.forEach((k, step) => {
        for (const measure of MEASURES) {
          const [before, after] = [known.get(sets[step] as Choice), known.get(sets[step + 1] as Choice)].map((r) => (r as Reading)[measure].of) as [Float64Array, Float64Array]
          const into = two[measure]
          for (let i = 0, at = k * units; i < units; i++, at++) into[at] = (into[at] as number) + (after[i] as number) - (before[i] as number)
        }
      })
    }
    for (const measure of MEASURES) for (let at = 0; at < n * units; at++) {
      const x = two[measure][at] as number
      parts[measure][at] = (parts[measure][at] as number) + x
      squares[measure][at] = (squares[measure][at] as number) + x * x
    }
  }
  for (const measure of MEASURES) for (let at = 0; at < n * units; at++) {
    const mean = (parts[measure][at] as number) / pairs
    const spread = Math.max(0, (squares[measure][at] as number) / pairs - mean * mean)
    squares[measure][at] = pairs > 1 ? Math.sqrt(spread / (pairs - 1)) / 2 : 0
  }
  return { over: 2 * pairs, parts, errors: squares, obstacles, first: known.get(0n) as Reading, last: known.get((1n << BigInt(n)) - 1n) as Reading }
}
