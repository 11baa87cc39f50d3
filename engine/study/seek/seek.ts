import { apply } from '../../edit/step.ts'
import { followSums } from '../../edit/points.ts'
import type { Issue } from '../../model/issue.ts'
import type { Cohort } from '../../model/record.ts'
import type { Ruleset } from '../../model/ruleset.ts'
import { compile, withRuleset } from '../../score/columns/compile.ts'
import { evaluate } from '../../score/columns/evaluate.ts'
import { load } from '../../score/columns/load.ts'
import { rows, type Row } from '../../score/columns/sheets.ts'
import { inYear } from '../in-year.ts'
import type { AimResult, GradeCount, Move, Moved, SeekOptions, SeekResult, Standing } from './answer.ts'
import type { Goal } from './goal.ts'
import { judgeOf, type Verdict } from './judge.ts'
import { meterOf } from './rival.ts'
import { search, type Found } from './search.ts'
import { costOf, costText, decimal, spansOf, type Span } from './span.ts'
import { stepsOf, sumsOf } from './sums.ts'

const standing = ({ total, grade, rank }: Row): Standing => ({ total, grade, rank })
const nothing = (issues: Issue[]): SeekResult => ({
  outcome: 'not-found', proven: false, same: false, sum: '0', changed: 0, bound: '0', moves: [], steps: [], aims: [], missing: 0, counts: [], units: [], looked: 0, scored: 0, issues,
})

function countsOf(ruleset: Ruleset, before: readonly Row[], after: readonly Row[]): GradeCount[] {
  const count = (list: readonly Row[], category: string, grade: string): number => list.filter((r) => r.category === category && r.grade === grade).length
  return ruleset.categories.flatMap((c) => ruleset.grades.map((g) => ({ category: c.id, grade: g.id, before: count(before, c.id, g.id), after: count(after, c.id, g.id) })))
}
const movedOf = (before: readonly Row[], after: readonly Row[]): Moved[] => before.flatMap((row, i): Moved[] => {
  const then = standing(after[i] as Row)
  const same = then.total === row.total && then.grade === row.grade && then.rank === row.rank
  return same ? [] : [{ unit: row.unit, name: row.name, category: row.category, before: standing(row), after: then }]
})
const movesOf = (spans: readonly Span[], values: readonly number[]): Move[] => spans.flatMap((span, i): Move[] => {
  const value = values[i] as number
  return value === span.now ? [] : [{ lever: span.lever, path: span.path, from: decimal(span.now), to: decimal(value), cost: costText(costOf(span, value)) }]
})

/** The least cost up to which nothing reaches the goal; null when nothing does at all. */
const boundOf = ({ rival, bound, whole }: Found): string | null => (rival.missing > 0 ? (whole ? null : costText(bound)) : costText(whole ? rival.cost : Math.min(bound, rival.cost)))

/**
 * Bands, quotas and points that reach a goal with the least change from a valid ruleset: the sum of all changes (each times its weight),
 * then the number of values changed. A change counts only once the cohort has been scored by it, exactly. Bands and quotas are exact:
 * only values that part the totals otherwise are tried; points are sought by cost within the limits. What cannot be sought is told as issues.
 */
export function seek(ruleset: Ruleset, cohort: Cohort, goal: Goal, options: SeekOptions): SeekResult {
  const { spans, issues } = spansOf(ruleset, options.levers)
  const { sums, issues: unknown } = sumsOf(ruleset, spans, options.keep)
  const compiled = compile(inYear(ruleset, cohort.year))
  const columns = load(compiled, cohort, options.calendar ? { calendar: options.calendar } : {})
  const base = evaluate(compiled, columns, { outcomes: false })
  const before = rows(base)
  const { judge, issues: unfit } = judgeOf(goal, base)
  const found = [...issues, ...unknown, ...unfit]
  if (found.length) return nothing(found)
  const meter = meterOf(options)
  const best = search({ base, spans, sums, judge, meter, told: () => options.stop?.() })
  const steps = followSums(ruleset, stepsOf(ruleset, spans, sums, best.values))
  const changed = evaluate(withRuleset(compiled, apply(compiled.ruleset, steps)), columns, { outcomes: false })
  const [first, last] = [judge.of(base), judge.of(changed)]
  const after = rows(changed)
  const missing = last.reduce((sum, v) => sum + v.missing, 0)
  if (missing !== best.rival.missing) throw new RangeError(`scored twice, missing ${best.rival.missing} and ${missing}`)
  return {
    outcome: missing === 0 ? 'reached' : best.whole ? 'impossible' : 'not-found', proven: best.whole, same: missing === 0 && best.rival.changed === 0,
    sum: costText(best.rival.cost), changed: best.rival.changed, bound: boundOf(best), moves: movesOf(spans, best.values), steps,
    aims: goal.map((aim, i): AimResult => aimOf(aim, first[i] as Verdict, last[i] as Verdict)), missing,
    counts: countsOf(ruleset, before, after), units: movedOf(before, after), looked: meter.looked, scored: meter.scored, issues: [],
  }
}
const aimOf = (aim: Goal[number], before: Verdict, { found, of, missing }: Verdict): AimResult => ({ aim, holds: missing === 0, before: before.found, after: found, of, missing })
