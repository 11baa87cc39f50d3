import type { Ruleset } from '../../../engine/index.ts'
import type { Moved } from '../../composables/useSample.ts'

export type Grading = Ruleset['gradings'][number]
const SCALE = 10000

/** A total as a whole number of ten-thousandths; null where there is none. */
const scaled = (text: string | null | undefined): number | null => (text === null || text === undefined ? null : Math.round(Number(text) * SCALE))
/** How a unit's total moved, in points; null when it has none before or after. */
export const deltaOf = (row: Moved): number | null => {
  const now = scaled(row.total)
  const then = scaled(row.before?.total)
  return now === null || then === null ? null : (now - then) / SCALE
}
export const signed = (value: number | null): string => (value === null || value === 0 ? '' : value > 0 ? `+${value}` : `−${-value}`)

/** The grading of a category: the one that names it, else the one that names none. */
export const gradingOf = (ruleset: Ruleset, category: string): Grading | undefined =>
  ruleset.gradings.find((g) => g.categories?.includes(category)) ?? ruleset.gradings.find((g) => !g.categories)

export interface Shift { from: string; to: string; rows: Moved[] }
/** Units by grade before and after, those that changed first, then in the order of the grades. */
export function shifts(ruleset: Ruleset, rows: readonly Moved[]): Shift[] {
  const found = new Map<string, Shift>()
  for (const row of rows) {
    const from = row.before?.grade ?? ''
    const to = row.grade ?? ''
    const key = `${from} ${to}`
    const shift = found.get(key) ?? { from, to, rows: [] }
    found.set(key, shift)
    shift.rows.push(row)
  }
  const index = (id: string): number => (id === '' ? ruleset.grades.length : ruleset.grades.findIndex((g) => g.id === id))
  return [...found.values()].sort((a, b) => Number(a.from === a.to) - Number(b.from === b.to) || index(a.from) - index(b.from) || index(a.to) - index(b.to))
}

/** The units whose totals moved most, at most so many. */
export const movers = (rows: readonly Moved[], most: number): Moved[] =>
  rows.map((row) => ({ row, by: Math.abs(deltaOf(row) ?? 0) })).filter(({ by }) => by > 0).sort((a, b) => b.by - a.by).slice(0, most).map(({ row }) => row)

export interface Near { row: Moved; grade: string; bound: number; distance: number }
/** Units that stand within so many points of a grade's lower bound, nearest first; `distance` is negative below it. */
export function nearBounds(ruleset: Ruleset, rows: readonly Moved[], within: number): Near[] {
  const near = rows.flatMap((row): Near[] => {
    const total = scaled(row.total)
    if (total === null) return []
    return (gradingOf(ruleset, row.category)?.bands ?? []).flatMap(({ grade, from }) => {
      if (from === undefined) return []
      const distance = (total - Math.round(from * SCALE)) / SCALE
      return Math.abs(distance) <= within ? [{ row, grade, bound: from, distance }] : []
    })
  })
  return near.sort((a, b) => Math.abs(a.distance) - Math.abs(b.distance))
}

export interface Bar { from: number; now: number; before: number }
/** How many units have a total in each bin of one point, now and before, over the range that occurs. */
export function spread(rows: readonly Moved[]): Bar[] {
  const bin = (text: string | null | undefined): number | null => (text === null || text === undefined ? null : Math.floor(Number(text)))
  const now = rows.flatMap((row) => bin(row.total) ?? [])
  const before = rows.flatMap((row) => bin(row.before?.total) ?? [])
  if (now.length + before.length === 0) return []
  const all = [...now, ...before]
  const low = Math.min(...all)
  const bars = Array.from({ length: Math.min(Math.max(...all) - low + 1, 400) }, (_, i) => ({ from: low + i, now: 0, before: 0 }))
  const count = (bins: readonly number[], key: 'now' | 'before'): void => {
    for (const b of bins) {
      const bar = bars[Math.min(b - low, bars.length - 1)]
      if (bar) bar[key]++
    }
  }
  count(now, 'now')
  count(before, 'before')
  return bars
}
