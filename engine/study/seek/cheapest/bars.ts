import type { Grading, Ruleset } from '../../../model/ruleset.ts'
import { scaled } from '../../../score/columns/core.ts'
import { power } from '../../../score/columns/decimal-number.ts'
import { gradingAt, gradingsOf } from '../../../score/columns/places.ts'
import { regrader } from '../../../score/columns/regrade.ts'
import { SCORED, type Results } from '../../../score/columns/results.ts'

/** What a unit must get past to have a grade (a place in the ruleset's list) or better. */
export interface Bar { level: number; /** The least rounded total, in ten-thousandths; Infinity when no total is enough. */ total: number; /** Verdicts and requirements (numbered through all gradings) that bar it. */ verdicts: readonly number[]; requires: readonly number[] }

const levelOf = (ruleset: Ruleset, grade: string): number => ruleset.grades.findIndex((g) => g.id === grade)

/** Verdicts that keep a unit from a grade whatever else it does. */
function barring(ruleset: Ruleset, level: number, total: number): number[] {
  return ruleset.verdicts.flatMap(({ effect }, v) => {
    if (effect.type === 'stop' || effect.type === 'cap-grade') return levelOf(ruleset, effect.grade) > level ? [v] : []
    return effect.type === 'fix-total' && scaled(effect.points) < total ? [v] : []
  })
}
/** The least total a unit needs when the others stay as they are, equals decided for it; never more than it needs. */
function leastTotal(results: Results, at: number, level: number, from: number, to: number): number {
  const { ruleset } = results.compiled
  const unit = power(4 - ruleset.rounding.places)
  const has = (total: number): boolean => {
    const totals = results.total.slice()
    totals[at] = total
    const ties = results.ties.map((tie, k) => tie.map((value, i) => (i !== at ? value : ruleset.ranking.tieBreaks[k]?.order === 'high' ? Infinity : -Infinity)))
    const grade = regrader({ ...results, total: totals, ties, state: results.state.map((s, i) => (i === at ? SCORED : s)) }, at)(ruleset.gradings)[at] as number
    return grade >= 0 && grade <= level
  }
  let [low, high] = [Math.ceil(from / unit), Math.floor(to / unit)]
  if (!has(high)) return Infinity
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (has(middle)) high = middle
    else low = middle + 1
  }
  return low * unit
}

/** Bars of every grade from the best to one before the worst. `fixed`: other units do not change with this one, so that a quota can be reckoned with. */
export function barsOf(results: Results, at: number, fixed: boolean): Bar[] {
  const { ruleset } = results.compiled
  const grading = ruleset.gradings[gradingAt(gradingsOf(results.compiled), results, at)] as Grading
  const first = new Map(ruleset.gradings.map((g, i) => [g.id, ruleset.gradings.slice(0, i).reduce((sum, x) => sum + (x.requires ?? []).length, 0)]))
  const highest = Math.max(scaled(ruleset.fullMarks) * 2, ...[...results.total].map((t) => t * power(4 - ruleset.rounding.places))) + 10_000
  return ruleset.grades.slice(0, -1).map(({ id }, level): Bar => {
    const from = Math.min(Infinity, ...grading.bands.filter((b) => levelOf(ruleset, b.grade) <= level).map((b) => (b.from === undefined ? -Infinity : scaled(b.from))))
    const quota = fixed && Number.isFinite(from) && (grading.quotas ?? []).some((q) => levelOf(ruleset, q.grade) <= level)
    const total = quota ? leastTotal(results, at, level, from, highest) : from
    const requires = (grading.requires ?? []).flatMap((r, k) => (r.grade === id ? [(first.get(grading.id) as number) + k] : []))
    // Only the requirements of the best grade cannot be got round by a better one.
    return { level, total, verdicts: barring(ruleset, level, from), requires: level === 0 ? requires : [] }
  })
}
