import { apply } from '../../edit/step.ts'
import { followSums } from '../../edit/points.ts'
import { withRuleset } from '../../score/columns/compile.ts'
import { evaluate } from '../../score/columns/evaluate.ts'
import type { Results } from '../../score/columns/results.ts'
import { approach } from './approach.ts'
import { branch } from './branch.ts'
import { seekGrades } from './grades.ts'
import type { Judge } from './judge.ts'
import { NOTHING, beats, type Meter, type Rival } from './rival.ts'
import { soundness } from './sound.ts'
import { costOf, type Span } from './span.ts'
import { stepsOf, type Sums } from './sums.ts'
import { tableOf } from './table.ts'
import { plant } from './tree.ts'

export interface Problem { base: Results; spans: readonly Span[]; sums: Sums; judge: Judge; meter: Meter; told: () => void }
/** The best change found: values of all levers in ten-thousandths. `bound` is a cost (whole 10⁻⁸) up to which there is nothing better. */
export interface Found { values: readonly number[]; rival: Rival; bound: number; whole: boolean }

/** What a change of values costs, and how many it changes. */
const spend = (spans: readonly Span[], values: readonly number[]): Rival =>
  spans.reduce((sum, span, i) => ({ missing: 0, cost: sum.cost + costOf(span, values[i] as number), changed: sum.changed + Number(values[i] !== span.now) }), { missing: 0, cost: 0, changed: 0 })

/** Weighs changes by scoring them; bands and quotas are sought anew for each change of points. Keeps the best. */
function scales({ base, spans, sums, judge, meter }: Problem) {
  const { compiled, columns } = base
  const { ruleset } = compiled
  const isSound = soundness(ruleset)
  const isMixed = spans.some((s) => s.lever.type !== 'points')
  const kept = { rival: NOTHING, values: spans.map((s) => s.now) as readonly number[] }
  const accepts = (values: readonly number[]): boolean => {
    const steps = stepsOf(ruleset, spans, sums, values)
    return steps.length === 0 || isSound(apply(ruleset, followSums(ruleset, steps)))
  }
  const results = (values: readonly number[]): Results => evaluate(withRuleset(compiled, apply(ruleset, stepsOf(ruleset, spans, sums, values))), columns, { outcomes: false })
  /** What is missing with these points and, where bands and quotas may move, the best of those. */
  const weigh = (values: readonly number[]): Rival | null => {
    meter.score()
    const scored = results(values)
    const spent = spend(spans, values)
    if (isMixed) {
      const found = seekGrades({ ruleset: scored.compiled.ruleset, spans, judge, meter, accepts: (own) => accepts(own.map((v, i) => (spans[i]?.lever.type === 'points' ? (values[i] as number) : v))) }, scored, kept.rival, spent)
      if (found) Object.assign(kept, { rival: { missing: found.missing, cost: found.cost, changed: found.changed }, values: found.values.map((v, i) => (spans[i]?.lever.type === 'points' ? (values[i] as number) : v)) })
      return found && kept.rival
    }
    const rival = { ...spent, missing: judge.of(scored).reduce((sum, v) => sum + v.missing, 0) }
    if (!beats(rival, kept.rival) || !accepts(values)) return null
    Object.assign(kept, { rival, values })
    return rival
  }
  return { kept, weigh, results }
}

/** The least change that meets the goal, or comes nearest to it. */
export function search(problem: Problem): Found {
  const { base, spans, sums, judge, meter, told } = problem
  const { kept, weigh } = scales(problem)
  const now = spans.map((s) => s.now)
  weigh(now)
  if (kept.rival.missing === 0 && kept.rival.cost === 0) return { ...kept, bound: 0, whole: true }
  if (!spans.some((s) => s.lever.type === 'points')) return { ...kept, bound: kept.rival.missing === 0 ? kept.rival.cost : Infinity, whole: !meter.halted }
  const table = tableOf(base, spans, sums, told)
  const planted = plant(table, spans, sums, judge)
  const valuesOf = (chosen: Int32Array): number[] => {
    const values = [...now]
    planted.spans.forEach((j, k) => { if ((chosen[k] as number) >= 0) values[j] = planted.tree.levers[k]?.[chosen[k] as number]?.value as number })
    return values
  }
  const weighed = (chosen: Int32Array): Rival | null => weigh(valuesOf(chosen))
  if (table.adds) approach(planted, { judge, grade: base.grade.slice(), spans, meter }, weighed, kept)
  const { bound, whole } = branch({ ...planted.tree, weigh: weighed }, meter, kept.rival)
  return { ...kept, bound, whole }
}
