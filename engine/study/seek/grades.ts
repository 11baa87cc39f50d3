import type { Grading, Ruleset } from '../../model/ruleset.ts'
import { power } from '../../score/columns/decimal-number.ts'
import { gradingAt, gradingsOf } from '../../score/columns/places.ts'
import { regrader } from '../../score/columns/regrade.ts'
import { SCORED, type Results } from '../../score/columns/results.ts'
import { scaled } from '../../score/columns/core.ts'
import { turnedIn, type Judge } from './judge.ts'
import { beats, type Meter, type Rival } from './rival.ts'
import { costOf, decimal, type Span } from './span.ts'
import { seats } from './seats.ts'
import { below, startsOf, type Chain } from './starts.ts'

/** Levers of bands and quotas, at given totals. `values` of all spans; `accepts` refuses what is no sound ruleset. */
export interface Graded extends Rival { values: readonly number[] }
export interface GradeProblem { ruleset: Ruleset; spans: readonly Span[]; judge: Judge; meter: Meter; accepts: (values: readonly number[]) => boolean }
/** One lever in the order of the search: gradings one after the other, the best grade first, its band before its quota. */
interface Turn { span: number; grading: number; level: number; chain: Chain | null; at: number }

const startOf = (band: Grading['bands'][number]): number => (band.from === undefined ? -Infinity : scaled(band.from))

function turnsOf({ ruleset, spans }: GradeProblem, results: Results): Turn[] {
  const gradings = gradingsOf(results.compiled)
  const scale = power(4 - ruleset.rounding.places)
  const spanOf = (g: number, grade: string): number => spans.findIndex(({ lever }) => lever.type === 'band' && lever.grading === ruleset.gradings[g]?.id && lever.grade === grade)
  const chains = ruleset.gradings.map((grading, g): Chain => {
    const totals = new Set<number>()
    for (let i = 0; i < results.size; i++) if (results.state[i] === SCORED && gradingAt(gradings, results, i) === g) totals.add((results.total[i] as number) * scale)
    return { totals: [...totals].sort((a, b) => a - b), starts: [...grading.bands].sort((a, b) => startOf(b) - startOf(a)).map((band) => ({ from: startOf(band), span: spans[spanOf(g, band.grade)] ?? null })) }
  })
  return spans.flatMap((span, i): Turn[] => {
    const { lever } = span
    if (lever.type === 'points') return []
    const grading = ruleset.gradings.findIndex((g) => g.id === lever.grading)
    const chain = lever.type === 'band' ? (chains[grading] as Chain) : null
    return [{ span: i, grading, level: ruleset.grades.findIndex((g) => g.id === lever.grade), chain, at: chain ? chain.starts.findIndex((s) => s.span === span) : -1 }]
  }).sort((a, b) => a.grading - b.grading || a.level - b.level || Number(b.chain !== null) - Number(a.chain !== null))
}

/** The gradings with a lever at a value. */
function withValue(ruleset: Ruleset, gradings: readonly Grading[], { names }: Span, value: number): Grading[] {
  const number = decimal(value)
  return gradings.map((grading, g) => {
    const own = names.filter(([, id]) => id === ruleset.gradings[g]?.id)
    if (own.length === 0) return grading
    return own.reduce<Grading>((made, [, , list, at, key]) =>
      list === 'bands' ? { ...made, bands: made.bands.map((b, i) => (i === Number(at) ? { ...b, [key as string]: number } : b)) } : { ...made, quotas: (made.quotas ?? []).map((q, i) => (i === Number(at) ? { ...q, [key as string]: number } : q)) }, grading)
  })
}

/** The least change of bands and quotas at the totals of the results, if it beats a rival: exact, since starts matter only where totals stand, quotas only by their places. */
export function seekGrades(problem: GradeProblem, results: Results, rival: Rival, spent: Rival): Graded | null {
  const { ruleset, spans, judge, meter } = problem
  const turns = turnsOf(problem, results)
  const regrade = regrader(results)
  const gradings = gradingsOf(results.compiled)
  const last = ruleset.grades.length - 1
  const ranks = results.rank
  const turned = (pairs: Int32Array): number => turnedIn(pairs, ranks)
  const values = spans.map((s) => s.now)
  const open = { best: new Int8Array(results.size), worst: new Int8Array(results.size) }
  let best: Graded | null = null
  const bar = (): Rival => best ?? rival
  const missingAfter = (turn: number, grade: Int8Array): number => {
    const sure = ruleset.gradings.map((_, g) => (turns.slice(turn).find((t) => t.grading === g)?.level ?? last + 1) - 1)
    for (let i = 0; i < results.size; i++) {
      const level = grade[i] as number
      const settled = results.state[i] === SCORED ? (sure[gradingAt(gradings, results, i)] as number) : last
      open.best[i] = level <= settled ? level : settled + 1
      open.worst[i] = level <= settled ? level : last
    }
    return judge.least(open.best, open.worst, turned)
  }
  const visit = (turn: number, made: readonly Grading[], so: Rival, prior: number): void => {
    const here = turns[turn]
    if (!here) {
      const missing = judge.of({ grade: regrade(made), rank: ranks }).reduce((sum, v) => sum + v.missing, 0)
      const found = { missing, cost: so.cost, changed: so.changed, values: [...values] }
      if (beats(found, bar()) && problem.accepts(found.values)) best = found
      return
    }
    const span = spans[here.span] as Span
    for (const value of choices(here, span, prior)) {
      if (meter.halted) return
      const cost = so.cost + costOf(span, value)
      const changed = so.changed + Number(value !== span.now)
      if (!beats({ missing: so.missing, cost, changed }, bar())) continue
      meter.look()
      const next = value === span.now ? made : withValue(ruleset, made, span, value)
      const missing = missingAfter(turn + 1, regrade(next))
      if (!beats({ missing, cost, changed }, bar())) continue
      values[here.span] = value
      visit(turn + 1, next, { missing, cost, changed }, startBefore(turn + 1))
      values[here.span] = span.now
    }
  }
  /** Where the next better band starts. */
  const startBefore = (turn: number): number => {
    const here = turns[turn]
    const above = here?.chain?.starts[here.at - 1]
    if (!above) return Infinity
    return above.span ? (values[spans.indexOf(above.span)] as number) : above.from
  }
  const choices = (turn: Turn, span: Span, prior: number): number[] => {
    const found = turn.chain ? startsOf(turn.chain, turn.at).flatMap(({ value, under }) => (value < prior ? [value] : (below(span, prior, under) ?? []))) : seats(ruleset, span, results, turn.grading)
    const floor = Math.max(-Infinity, ...(turn.chain?.starts.slice(turn.at + 1).map((s) => s.span?.low ?? s.from) ?? []))
    return [...new Set(found)].filter((value) => value > floor || !turn.chain).sort((a, b) => costOf(span, a) - costOf(span, b) || a - b)
  }
  visit(0, ruleset.gradings, { missing: 0, cost: spent.cost, changed: spent.changed }, startBefore(0))
  return best
}
