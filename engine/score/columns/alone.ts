import { toNumber, round, type Exact } from '../../model/decimal.ts'
import { answer } from '../answer.ts'
import { quantity } from '../order.ts'
import { planOf } from '../score.ts'
import { adjust } from '../stages/adjust.ts'
import { award } from '../stages/award.ts'
import { combine } from '../stages/combine.ts'
import { derive } from '../stages/derive.ts'
import { bandOf, gradingOf } from '../stages/grade.ts'
import { limit } from '../stages/limit.ts'
import { prorate } from '../stages/prorate.ts'
import { round as roundTotal } from '../stages/round.ts'
import { select } from '../stages/select.ts'
import { newWork, type Pass, type Work } from '../work.ts'
import type { Unit } from '../../model/record.ts'
import { valueAt } from './block.ts'
import { flag, type Compiled } from './compile.ts'
import { power } from './decimal-number.ts'
import { slotOf } from './layout.ts'
import { BLOCKED, SCORED, raise, type Results } from './results.ts'

/** Scores the units whose numbers are too long, or too near a boundary, by the exact stages, and puts what they come to among the others. */
export function scoreAlone(compiled: Compiled, results: Results): void {
  const units = results.states.flatMap(({ block, hard }) => [...hard].map((i) => ({ block, i })))
  if (units.length === 0) return
  const works = units.map(({ block, i }) => newWork(block.units[i] as Unit, block.records[i]))
  const past = results.states[0]?.block.past ?? []
  const pass: Pass = { plan: planOf(compiled.ruleset), cohort: results.columns.cohort, works, past, calendar: results.columns.options.calendar, tracing: false, issues: [] }
  derive(pass)
  works.forEach((work, k) => {
    const { block, i } = units[k] as (typeof units)[number]
    for (const { id } of compiled.layout.pooled) work.values.set(id, valueAt(block, slotOf(block.layout, id), i))
  })
  answer(pass.plan, 'facts', works)
  for (const stage of [select, award, combine, prorate, adjust, limit, roundTotal]) stage(pass)
  works.forEach((work, k) => take(compiled, results, pass, work, ((at) => at.block.from + at.i)(units[k] as (typeof units)[number])))
}
function take(compiled: Compiled, results: Results, pass: Pass, work: Work, at: number): void {
  const { places, mode } = compiled.ruleset.rounding
  const scale = BigInt(power(places))
  const whole = (a: Exact): number => Number((({ n, d }) => (n * scale) / d)(round(a, places, mode)))
  results.alone.set(at, { pass, work })
  results.flags.fill(0, at * results.words, (at + 1) * results.words)
  results.grade[at] = -1
  if (work.rounded && work.total) {
    results.total[at] = whole(work.rounded)
    results.base[at] = whole(work.base)
    results.bonus[at] = whole(work.bonus)
    results.deduction[at] = whole(work.deduction)
    results.hasTotal[at] = 1
    for (const id of ['base', 'bonus', 'deduction'] as const) if (results.seen[id].length) results.seen[id][at] = toNumber(work[id])
    compiled.ruleset.ranking.tieBreaks.forEach((tie, k) => {
      const value = quantity(pass, work, tie)
      ;(results.ties[k] as Float64Array)[at] = tie.quantity === 'attribute' ? toNumber(value) : whole(value)
    })
    const grading = gradingOf(pass, work)
    const band = grading && bandOf(grading, work.rounded)
    if (!grading || !band) work.blocked.push('gradings')
    else {
      results.grade[at] = compiled.ruleset.grades.findIndex((g) => g.id === band.grade)
      if (bandOf(grading, work.total)?.grade !== band.grade) raise(results, at, flag('rounding-critical'))
    }
  }
  for (const name of work.flags) {
    const bit = compiled.flags.indexOf(name)
    if (bit < 0) throw new RangeError(`unknown flag: ${name}`)
    raise(results, at, bit)
  }
  results.blocked.delete(at)
  if (work.blocked.length) results.blocked.set(at, [...work.blocked])
  results.state[at] = work.blocked.length ? BLOCKED : SCORED
}
