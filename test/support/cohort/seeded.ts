/** Numbers in [0, 1) and what is made of them: the same seed, the same numbers (mulberry32). */
export interface Seeded { next(): number; between(low: number, high: number): number; pick<T>(list: readonly T[]): T; chance(share: number): boolean }

export function seeded(seed: number): Seeded {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T,
    chance: (share) => next() < share,
  }
}
