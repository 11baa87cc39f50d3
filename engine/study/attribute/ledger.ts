import { power } from '../../score/columns/decimal-number.ts'
import { BLOCKED, SCORED, type Results } from '../../score/columns/results.ts'
import type { Choice } from './worlds.ts'

/** What is attributed: the official total, steps of grade (the later list counts), places in the pool. More is better in all three. */
export const MEASURES = ['total', 'grade', 'rank'] as const
export type Measure = (typeof MEASURES)[number]
/** Why a measure of a unit cannot be attributed: some set of edits cannot be scored or leaves no total, grade or rank, puts it into another pool, or into a grade the later ruleset does not have. */
const OBSTACLES = ['invalid', 'none', 'pool', 'grade'] as const
export type Obstacle = (typeof OBSTACLES)[number]
const CODE = { invalid: 1, none: 2, pool: 3, grade: 4 } as const
/** One measure of units, in whole numbers, with one more than the place of an obstacle where there is none. */
export interface Values { of: Float64Array; obstacle: Uint8Array }
export type Reading = { [M in Measure]: Values }

/** Reads totals (whole numbers of 1/10^places), grades and ranks of some units off results; remembers the pool each was first seen in. */
export function readerOf(units: readonly number[], places: number, grades: readonly string[]): (results: Results | null) => Reading {
  const pools: (string | null)[] = []
  const empty = (): Values => ({ of: new Float64Array(units.length), obstacle: new Uint8Array(units.length) })
  return (results) => {
    const reading: Reading = { total: empty(), grade: empty(), rank: empty() }
    if (!results) {
      for (const measure of MEASURES) reading[measure].obstacle.fill(CODE.invalid)
      return reading
    }
    const { ruleset } = results.compiled
    const scale = power(places - ruleset.rounding.places)
    const index = ruleset.grades.map((g) => grades.indexOf(g.id))
    units.forEach((unit, i) => {
      const scored = results.state[unit] === SCORED
      if (scored) reading.total.of[i] = (results.total[unit] as number) * scale
      else reading.total.obstacle[i] = CODE.none
      const grade = results.state[unit] === BLOCKED ? -1 : (results.grade[unit] as number)
      if (grade < 0) reading.grade.obstacle[i] = CODE.none
      else if ((index[grade] as number) < 0) reading.grade.obstacle[i] = CODE.grade
      else reading.grade.of[i] = -(index[grade] as number)
      const pool = ruleset.ranking.pools[results.pool[unit] as number]?.id ?? null
      if (!scored || results.rank[unit] === 0 || pool === null) reading.rank.obstacle[i] = CODE.none
      else if ((pools[i] ??= pool) !== pool) reading.rank.obstacle[i] = CODE.pool
      else reading.rank.of[i] = -(results.rank[unit] as number)
    })
    return reading
  }
}

/** Obstacles found so far, each with the smallest set of edits that shows it. */
export type Obstacles = { [M in Measure]: Map<number, { code: Obstacle; choice: Choice; size: number }> }
export const noObstacles = (): Obstacles => ({ total: new Map(), grade: new Map(), rank: new Map() })
export function note(obstacles: Obstacles, reading: Reading, choice: Choice): void {
  const size = choice.toString(2).replaceAll('0', '').length
  for (const measure of MEASURES) {
    const { obstacle } = reading[measure]
    for (let i = 0; i < obstacle.length; i++) {
      if (obstacle[i] === 0 || (obstacles[measure].get(i)?.size ?? Infinity) <= size) continue
      obstacles[measure].set(i, { code: OBSTACLES[(obstacle[i] as number) - 1] as Obstacle, choice, size })
    }
  }
}
