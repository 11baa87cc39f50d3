import { awardAll, fire } from './award.ts'
import { fill, meansOf, settleAll } from './combine.ts'
import { FLAGS, flag, type Compiled } from './compile.ts'
import { follow, show } from './follow.ts'
import { slotOf } from './layout.ts'
import type { Columns } from './load.ts'
import { byMerit } from './merit.ts'
import { capGrade, firstGrade, gradingsOf, quotas, rank, settleGrade, type Gradings, type Required } from './places.ts'
import { recall } from './recall.ts'
import { SCORED, STOPPED, block as blockUnit, newResults, raise, type Results } from './results.ts'
import { scoreAlone } from './alone.ts'
import { addUp } from './sum.ts'
import { answerInto, answerOf, ask, fits, newState, type BlockState } from './state.ts'
import { totalOne, totalsOf } from './total.ts'

const kept = new WeakMap<Columns, BlockState[]>()
/** States of the blocks, made once and kept between evaluations while they fit. */
function statesOf(compiled: Compiled, columns: Columns): BlockState[] {
  const known = kept.get(columns)
  const states = columns.blocks.map((block, k) => (known?.[k] && fits(known[k], compiled) ? known[k] : newState(compiled, block)))
  kept.set(columns, states)
  return states
}

/** Scores a loaded cohort. Only what changed since the last evaluation of these columns is computed again; details of earlier results then no longer hold. Throws RangeError when the columns were loaded for other facts. */
export function evaluate(compiled: Compiled, columns: Columns): Results {
  if (columns.layout !== compiled.layout) throw new RangeError('the columns were loaded for other facts: load them again')
  const states = statesOf(compiled, columns)
  const results = newResults(compiled, columns, states)
  for (const state of states) {
    for (const asked of compiled.asked) ask(state, asked)
    for (const side of compiled.sides) side.core.firings.forEach((firing, k) => fire(firing, side.rule + k, state.block, state.awards))
    compiled.places.forEach((place, index) => awardAll(place.core, index, place.rule, state.block, state.awards))
    judge(compiled, state, results)
    settleAll(compiled, state)
  }
  const pooled = standIn(compiled, states, results)
  const gradings = gradingsOf(compiled)
  const totals = totalsOf(compiled)
  for (const state of states) {
    addUp(compiled, state)
    const { block } = state
    const grading = byCategory(state, gradings.of)
    const codes = slotOf(block.layout, 'unit.category') * block.n
    for (let i = 0; i < block.n; i++) {
      const at = block.from + i
      if (results.state[at] !== SCORED || state.hard.has(i)) continue
      const graded = (_: number, total: Parameters<typeof firstGrade>[5], rounded: number): boolean => firstGrade(compiled, gradings, grading[block.cells[codes + i] as number] as number, results, at, total, rounded)
      if (!totalOne(compiled, totals, state, results, i, graded)) state.hard.add(i)
    }
    for (const i of state.hard) if (results.state[block.from + i] === STOPPED) state.hard.delete(i)
  }
  if (pooled && states.some((s) => s.hard.size)) for (const { block, hard } of states) for (let i = 0; i < block.n; i++) if (results.state[block.from + i] !== STOPPED) hard.add(i)
  scoreAlone(compiled, results)
  grade(compiled, states, results, gradings)
  return results
}

/** Verdicts: missing facts block, `stop` ends the unit with its grade. */
function judge(compiled: Compiled, state: BlockState, results: Results): void {
  const { block } = state
  for (let i = 0; i < block.n; i++) {
    const filled = block.filled[i] as number
    if (filled & 1) raise(results, block.from + i, flag('filled:zero'))
    if (filled & 2) raise(results, block.from + i, flag('filled:last-year'))
  }
  compiled.verdicts.forEach((asked, v) => {
    if (!asked) return
    const { effect, id } = compiled.ruleset.verdicts[v] as Compiled['ruleset']['verdicts'][number]
    const grade = effect.type === 'stop' ? compiled.ruleset.grades.findIndex((g) => g.id === effect.grade) : -1
    for (let i = 0; i < block.n; i++) {
      const answer = answerOf(state, asked, i)
      const at = block.from + i
      if ((answer & 6) === 2) blockUnit(results, at, `verdicts/${id}`)
      if (answer !== 1) continue
      raise(results, at, FLAGS.length + v)
      if (grade < 0 || results.state[at] === STOPPED) continue
      results.state[at] = STOPPED
      results.grade[at] = grade
    }
  })
}
/** What stands in for missing criteria; means are taken over the whole cohort first: true when there were any, since then no unit can be scored without the others. */
function standIn(compiled: Compiled, states: readonly BlockState[], results: Results): boolean {
  let pooled = false
  compiled.places.forEach((place, index) => {
    if (!states.some((s) => s.final[index])) return
    const means = place.policy === 'category-mean' ? meansOf(states, results, index) : null
    pooled ||= means !== null
    for (const state of states) fill(compiled, state, results, place, index, means)
  })
  return pooled
}
/** A number for each word of the category column. */
const byCategory = (state: BlockState, of: (category: string) => number): number[] =>
  (state.block.words[slotOf(state.block.layout, 'unit.category')]?.list ?? []).map((word) => of(String(word.seen)))

/** Stages 9 to 11 over all units. */
function grade(compiled: Compiled, states: readonly BlockState[], results: Results, gradings: Gradings): void {
  const { verdicts, ranking, history } = compiled.ruleset
  const required: { grade: number; answers: Uint8Array }[][] = compiled.requires.map((list, g) => list.map((_, k) => ({ grade: gradings.index.get(compiled.ruleset.gradings[g]?.requires?.[k]?.grade ?? '') ?? -1, answers: new Uint8Array(results.size) })))
  const caps = verdicts.flatMap((v, k) => (v.effect.type === 'cap-grade' && compiled.verdicts[k] ? [{ asked: compiled.verdicts[k], best: gradings.index.get(v.effect.grade) ?? -1 }] : []))
  const needs = compiled.requires.some((list) => list.length)
  if (needs || caps.length) {
    for (const state of states) {
      const { block } = state
      if (needs) show(compiled, results, block, null)
      compiled.requires.forEach((list, g) => list.forEach((program, k) => answerInto(program, block, (required[g]?.[k] as { answers: Uint8Array }).answers, block.from)))
      settle(compiled, state, results, gradings, required, caps)
    }
  }
  let sorted: Int32Array | null = null
  const order = (): Int32Array => (sorted ??= byMerit(results))
  quotas(compiled, gradings, required, results, order)
  if (ranking.pools.length) rank(compiled, results, order(), poolFinder(compiled, states))
  const recalled = history.length ? recall(compiled, results, order()) : []
  if (compiled.outcomes.length === 0) return
  for (const { block } of states) {
    show(compiled, results, block, recalled)
    follow(compiled, results, block)
  }
}
function settle(compiled: Compiled, state: BlockState, results: Results, gradings: Gradings, required: Required, caps: readonly { asked: Parameters<typeof answerOf>[1]; best: number }[]): void {
  const { block } = state
  const grading = byCategory(state, gradings.of)
  const codes = slotOf(block.layout, 'unit.category') * block.n
  for (let i = 0; i < block.n; i++) {
    const at = block.from + i
    if (results.state[at] !== SCORED) continue
    for (const { asked, best } of caps) if (answerOf(state, asked, i) === 1) capGrade(results, at, best)
    settleGrade(compiled, required, results, at, grading[block.cells[codes + i] as number] as number)
  }
}
/** The first pool that takes a unit, −1 for none. */
function poolFinder(compiled: Compiled, states: readonly BlockState[]): (unit: number) => number {
  const { pools } = compiled.ruleset.ranking
  const size = states[0]?.block.n ?? 1
  const tables = states.map((state) => byCategory(state, (category) => pools.reduce((bits, pool, p) => (pool.categories.includes(category) ? bits | (1 << p) : bits), 0)))
  return (unit) => {
    const at = Math.floor(unit / size)
    const state = states[at] as BlockState
    const { block } = state
    const i = unit - block.from
    const bits = tables[at]?.[block.cells[slotOf(block.layout, 'unit.category') * block.n + i] as number] ?? 0
    for (let p = 0; p < pools.length; p++) {
      const asked = compiled.pools[p]
      if (bits & (1 << p) && (!asked || answerOf(state, asked, i) === 1)) return p
    }
    return -1
  }
}
