import type { Ruleset } from '../../model/ruleset.ts'
import { signed } from '../rounded.ts'
import { comparisonEn } from '../words/comparison.en.ts'
import { comparisonZh } from '../words/comparison.zh.ts'
import { fill, type Lang, type Words } from '../words/fill.ts'
import type { Comparison } from './compare.ts'
import type { UnitChange } from './unit.ts'

type Values = Parameters<typeof fill>[2]
const gradeLabel = (words: Words, { grades }: Ruleset, id: string | null): string => grades.find((grade) => grade.id === id)?.label ?? words['no-grade'] ?? ''

/** Who changes grade, the most frequent change first. */
function gradeMoves(a: Ruleset, b: Ruleset, { transitions }: Comparison, words: Words): { count: number; text: string }[] {
  const [all] = transitions
  const moves = (all?.counts ?? []).flatMap((row, i) => row.flatMap((count, j) => {
    const [from, to] = [all?.from[i] ?? null, all?.to[j] ?? null]
    return count > 0 && from !== to ? [{ count, text: fill(words, 'grade', { count, from: gradeLabel(words, a, from), to: gradeLabel(words, b, to) }) }] : []
  }))
  return moves.sort((x, y) => y.count - x.count)
}

/** What a comparison says, in sentences: the totals, grades and places it moves, who moves most, outcomes, units without a total, and data that are lacking. */
export function comparisonSentences(a: Ruleset, b: Ruleset, comparison: Comparison, lang: Lang): string[] {
  const words = lang === 'zh' ? comparisonZh : comparisonEn
  const say = (code: string, values: Values = {}): string => fill(words, code, values)
  const { units, groups: [all], movers, outcomes, needs } = comparison
  const places = Math.max(a.rounding.places, b.rounding.places)
  const named = (code: string, [id]: readonly string[], value: (unit: UnitChange) => string | number): string[] => ((unit) => (unit ? [say(code, { name: unit.name, by: value(unit) })] : []))(units.find((u) => u.unit === id))
  const grades = gradeMoves(a, b, comparison, words)
  const ranked = units.filter((u) => u.before.rank !== u.after.rank).length
  const without = units.filter((u) => u.without.length > 0)
  const stopped = without.filter((u) => u.without.some(({ code }) => code === 'stopped')).length
  const fresh = needs.filter((need) => need.fresh).length
  return [
    ...(comparison.same ? [say('same', { units: units.length })] : [
      all && all.winners + all.losers > 0 ? say('totals', { units: units.length, moved: all.winners + all.losers, winners: all.winners, losers: all.losers, mean: signed(all.mean ?? '0', places) }) : say('totals-none', { units: units.length }),
      ...named('gain', movers.gain, (u) => signed(u.difference ?? '0', places)), ...named('loss', movers.loss, (u) => signed(u.difference ?? '0', places)),
      grades.length ? say('grades', { count: grades.reduce((sum, move) => sum + move.count, 0), moves: grades.map((move) => move.text).join(words['list']) }) : say('grades-none'),
      ranked ? say('ranks', { count: ranked }) : say('ranks-none'),
      ...named('rise', movers.rise, (u) => u.places ?? 0), ...named('fall', movers.fall, (u) => -(u.places ?? 0)),
      ...outcomes.flatMap(({ outcome, before, after, gained, lost }) => (gained + lost > 0 ? [say('outcome', { outcome: (b.outcomes.find((o) => o.id === outcome) ?? a.outcomes.find((o) => o.id === outcome))?.label ?? outcome, before, after, gained, lost })] : [])),
    ]),
    ...(without.length ? [say('without', { count: without.length, stopped, blocked: without.length - stopped })] : []),
    needs.length ? say('needs', { count: needs.length, fresh }) : say('needs-none'),
  ]
}
