import type { Compiled } from './compile.ts'
import { follow, show } from './follow.ts'
import { byMerit } from './merit.ts'
import { capGrade, gradingAt, quotas, rank, settleGrade, type Gradings, type Required } from './places.ts'
import { recall } from './recall.ts'
import { SCORED, type Results } from './results.ts'
import { answerInto, answerOf, type BlockState } from './state.ts'

/** Stages 9 to 11 over all units: caps, requirements and quotas of grades, ranks, history, and (unless left out) outcomes. */
export function finish(compiled: Compiled, gradings: Gradings, results: Results, outcomes: boolean): void {
  const { verdicts, ranking, history } = compiled.ruleset
  const required = compiled.requires.map((list, g) => list.map((_, k) => ({ grade: gradings.index.get(compiled.ruleset.gradings[g]?.requires?.[k]?.grade ?? '') ?? -1, answers: new Uint8Array(results.size) })))
  const caps = verdicts.flatMap((v, k) => (v.effect.type === 'cap-grade' && compiled.verdicts[k] ? [{ asked: compiled.verdicts[k], best: gradings.index.get(v.effect.grade) ?? -1 }] : []))
  const needs = compiled.requires.some((list) => list.length)
  if (needs || caps.length) {
    for (const state of results.states) {
      if (needs) show(compiled, results, state.block, null)
      compiled.requires.forEach((list, g) => list.forEach((program, k) => answerInto(program, state.block, (required[g]?.[k] as { answers: Uint8Array }).answers, state.block.from)))
      settle(compiled, state, results, gradings, required, caps)
    }
  }
  let sorted: Int32Array | null = null
  const order = (): Int32Array => (sorted ??= byMerit(results))
  quotas(compiled, gradings, required, results, order)
  if (ranking.pools.length) rank(compiled, results, order(), poolFinder(compiled, results))
  const recalled = history.length ? recall(compiled, results, order()) : []
  if (!outcomes || compiled.outcomes.length === 0) return
  for (const { block } of results.states) {
    show(compiled, results, block, recalled)
    follow(compiled, results, block)
  }
}
function settle(compiled: Compiled, state: BlockState, results: Results, gradings: Gradings, required: Required, caps: readonly { asked: Parameters<typeof answerOf>[1]; best: number }[]): void {
  const { block } = state
  for (let i = 0; i < block.n; i++) {
    const at = block.from + i
    if (results.state[at] !== SCORED) continue
    for (const { asked, best } of caps) if (answerOf(state, asked, i) === 1) capGrade(results, at, best)
    settleGrade(compiled, required, results, at, gradingAt(gradings, results, at))
  }
}
/** The first pool that takes a unit, −1 for none. */
export function poolFinder(compiled: Compiled, results: Results): (unit: number) => number {
  const { categories, ranking } = compiled.ruleset
  const open = [[], ...categories.map((c) => ranking.pools.flatMap((pool, p) => (pool.categories.includes(c.id) ? [p] : [])))]
  return (unit) => {
    for (const p of open[(results.category[unit] as number) + 1] ?? []) {
      const asked = compiled.pools[p]
      if (!asked) return p
      const state = stateOf(results.states, unit)
      if (answerOf(state, asked, unit - state.block.from) === 1) return p
    }
    return -1
  }
}
/** The block a unit stands in. */
function stateOf(states: readonly BlockState[], unit: number): BlockState {
  let [low, high] = [0, states.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((states[middle] as BlockState).block.from <= unit) low = middle
    else high = middle - 1
  }
  return states[low] as BlockState
}
