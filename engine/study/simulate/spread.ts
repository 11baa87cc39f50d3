/** How a number falls between its ends: each place alike, or the middle more often (the mean of four). */
export type Shape = 'even' | 'middle'

/** What is uncertain, and by how much; what is left out stands as it is. */
export interface Spread {
  /** Points of each criterion, with all its rules give: at most this share of them, or this many points, up or down. Sums stay as they are in each component (`keep`, default), over all, or move freely. */
  points?: { by: 'share' | 'points'; most: number; keep?: 'component' | 'total' | 'none'; shape?: Shape }
  /** Points of bonus and deduction events and rules: at most this share of them. */
  adjustments?: { most: number; shape?: Shape }
  /** Bounds between grades: at most so many points. The lowest and the highest end stay. */
  grades?: { most: number; shape?: Shape }
  /** Bounds between the rows of lookups: at most this share of the way to the nearest other bound, up to a half. */
  lookups?: { most: number; shape?: Shape }
  /** Sampling error of surveys, from the number of answers for each option. */
  surveys?: boolean
  /** What assessors chose: at most this share of the rule's range, up to 1 (anywhere in it), held between its bounds. */
  assessors?: { most: number; shape?: Shape }
}

const SHAPES: readonly unknown[] = ['even', 'middle', undefined]
function part(name: string, spread: { most: number; shape?: Shape } | undefined, limit: number): void {
  if (spread === undefined) return
  if (!(Number.isFinite(spread.most) && spread.most >= 0 && spread.most <= limit)) throw new RangeError(`spread of ${name} must be from 0 to ${limit}: ${spread.most}`)
  if (!SHAPES.includes(spread.shape)) throw new RangeError(`unknown shape of ${name}: ${String(spread.shape)}`)
}
/** Throws RangeError for a spread that is none. */
export function insistSpread({ points, adjustments, grades, lookups, assessors }: Spread): void {
  part('points', points, points?.by === 'share' ? 1 : 10_000)
  if (points && points.by !== 'share' && points.by !== 'points') throw new RangeError(`points are spread by a share or by points: ${String(points.by)}`)
  if (points && !['component', 'total', 'none', undefined].includes(points.keep)) throw new RangeError(`unknown sum to keep: ${String(points.keep)}`)
  part('adjustments', adjustments, 1)
  part('grades', grades, 10_000)
  part('lookups', lookups, 0.5)
  part('assessors', assessors, 1)
}
