import { scaled } from '../../score/columns/core.ts'
import type { Sums } from './sums.ts'
import type { Row, Table } from './table.ts'

/** How far the points that apply to a unit can move while the kept sums are kept. */
export interface Applying {
  /** Least and most that may apply to it, in ten-thousandths. */
  range(unit: number): [number, number]
  /** It may fall below the minimum base, and lose its total. */
  wild(unit: number): boolean
  /** The part by which its base may move more than if what applies to it stayed. */
  bend(unit: number): number
  /** The most it can lose of what it has earned, in ten-thousandths. */
  fall(unit: number): number
}

/** Sets of levers that share none, the first ones first. */
function apart(kept: Sums['kept']): (readonly number[])[] {
  const taken = new Set<number>()
  return kept.filter((set) => !set.some((j) => taken.has(j)) && set.forEach((j) => taken.add(j)) === undefined)
}

const extremes = (list: readonly number[]): [number, number] => [Math.min(0, ...list), Math.max(0, ...list)]

export function steadiness({ base, at, rows }: Table, { kept }: Sums): Applying {
  const { proration } = base.compiled.ruleset
  const ratio = proration.method !== 'none'
  const sets = apart(kept)
  const single = rows.map((_, j) => j).filter((j) => !sets.some((set) => set.includes(j)))
  const known = new Map<number, [number, number]>()
  /** What a kept set gives here it must take there. */
  const range = (unit: number): [number, number] => {
    const found = known.get(unit)
    if (found) return found
    const sum = (list: readonly number[], of: (row: Row) => number): [number, number] =>
      list.map((j) => extremes((rows[j] ?? []).map(of))).reduce(([a, b], [low, high]) => [a + low, b + high], [0, 0])
    const applying = (row: Row): number => row.applicable[unit] as number
    const made = [...sets.map((set): [number, number] => {
      const mine = set.filter((j) => rows[j]?.some((row) => applying(row) !== 0))
      const [low, high] = sum(mine, applying)
      const [down, up] = sum(set.filter((j) => !mine.includes(j)), (row) => row.amount)
      return [Math.max(low, -up), Math.min(high, -down)]
    }), sum(single, applying)].reduce<[number, number]>(([a, b], [low, high]) => [a + low, b + high], [0, 0])
    const now = at.applicable[unit] as number
    const [low, high] = [now + made[0], now + made[1]]
    known.set(unit, [low, high])
    return [low, high]
  }
  const least = Math.max(1, scaled(proration.minimumBase ?? 0))
  return {
    range, wild: (unit) => ratio && range(unit)[0] < least,
    bend: (unit) => {
      if (!ratio) return 0
      const [low, high] = range(unit)
      const now = at.applicable[unit] as number
      return Math.max(now / Math.max(1, low) - 1, 1 - now / high)
    },
    fall: (unit) => rows.reduce((sum, list) => sum + Math.max(0, ...list.map((r) => -(r.low[unit] as number) - Math.min(0, r.extra[unit] as number))), 0),
  }
}
