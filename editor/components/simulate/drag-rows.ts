import type { Frame, Ruleset } from '../../../engine/index.ts'

/** One unit while a weight is dragged, ready to be shown: now and before, the interval of its ranks, and its likeliest grade. */
export interface DragRow { id: string; name: string; total: string; wasTotal: string; grade: string | null; wasGrade: string | null; sure: number; rank: number; wasRank: number; low: number; median: number; high: number }
const pointsOf = (frame: Frame, i: number): string => (frame.reached[i] === 1 ? ((frame.total[i] as number) / 10 ** frame.places).toFixed(frame.places) : '—')
const gradeOf = ({ grades }: Ruleset, frame: Frame, i: number): string | null => grades[frame.grade[i] as number]?.id ?? null
/** Share of the draws, in whole per cent, in which a unit has the grade it has. */
function sureOf({ grades }: Ruleset, frame: Frame, i: number): number {
  const level = frame.grade[i] as number
  return Math.round(((frame.grades[i * (grades.length + 1) + (level < 0 ? grades.length : level)] as number) / frame.draws) * 100)
}
/** A unit (by its place in the frames) in a frame, beside how it was. */
export const dragRow = (ruleset: Ruleset, unit: { id: string; name: string }, i: number, frame: Frame, base: Frame): DragRow => ({
  id: unit.id, name: unit.name, total: pointsOf(frame, i), wasTotal: pointsOf(base, i), grade: gradeOf(ruleset, frame, i), wasGrade: gradeOf(ruleset, base, i), sure: sureOf(ruleset, frame, i),
  rank: frame.rank[i] as number, wasRank: base.rank[i] as number, low: frame.rankLow[i] as number, median: frame.rankMedian[i] as number, high: frame.rankHigh[i] as number,
})
/** Units of each grade (none last) in a frame. */
export function gradeCounts({ grades }: Ruleset, frame: Frame): number[] {
  const counts = new Array<number>(grades.length + 1).fill(0)
  for (const level of frame.grade) counts[level < 0 ? grades.length : level] = (counts[level < 0 ? grades.length : level] ?? 0) + 1
  return counts
}
/** How many units have another total, grade or rank than before. */
export function movedCounts(frame: Frame, base: Frame): { totals: number; grades: number; ranks: number } {
  let [totals, grades, ranks] = [0, 0, 0]
  for (let i = 0; i < frame.total.length; i++) {
    if (frame.total[i] !== base.total[i] || frame.reached[i] !== base.reached[i]) totals++
    if (frame.grade[i] !== base.grade[i]) grades++
    if (frame.rank[i] !== base.rank[i]) ranks++
  }
  return { totals, grades, ranks }
}
