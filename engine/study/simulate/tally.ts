import type { Outcome } from './trial.ts'

/** What every draw came to, draw × unit: totals as whole numbers of the last place, ranks (0 = none), grades (place in the ruleset's, −1 = none). */
export interface Tally {
  draws: number
  units: number
  totals: Float64Array
  /** 1 where there is a total. */
  reached: Uint8Array
  ranks: Uint16Array | Uint32Array
  grades: Int8Array
}
export const newTally = (draws: number, units: number): Tally => ({
  draws, units, totals: new Float64Array(draws * units), reached: new Uint8Array(draws * units), ranks: units < 65_536 ? new Uint16Array(draws * units) : new Uint32Array(draws * units), grades: new Int8Array(draws * units),
})
/** Notes one draw. */
export function note(tally: Tally, draw: number, { total, reached, rank, grade }: Outcome): void {
  const at = draw * tally.units
  tally.totals.set(total, at)
  tally.reached.set(reached, at)
  tally.ranks.set(rank, at)
  tally.grades.set(grade, at)
}

/** The least value that at least a share of sorted ones do not exceed. */
export const quantile = (sorted: Float64Array, share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number
/** Values of one unit in the draws that have them, sorted. */
export function valuesOf({ draws, units, reached, ...tally }: Tally, what: 'totals' | 'ranks', unit: number): Float64Array {
  const values = tally[what]
  const found = new Float64Array(draws)
  let count = 0
  for (let d = 0; d < draws; d++) {
    const at = d * units + unit
    if (reached[at] === 1 && (what === 'totals' || values[at] !== 0)) found[count++] = values[at] as number
  }
  return found.subarray(0, count).sort()
}
/** In how many draws a unit has each grade, none last. */
export function gradesOf({ draws, units, grades }: Tally, count: number, unit: number): number[] {
  const found = new Array<number>(count + 1).fill(0)
  for (let d = 0; d < draws; d++) {
    const grade = grades[d * units + unit] as number
    const at = grade < 0 ? count : grade
    found[at] = (found[at] as number) + 1
  }
  return found
}
