import { scoreAlone } from './alone.ts'
import { awardAll, fire } from './award.ts'
import { fill, meansOf, settleAll } from './combine.ts'
import { FLAGS, flag, type Compiled } from './compile.ts'
import { slotOf } from './layout.ts'
import type { Amount } from './measure.ts'
import { firstGrade, gradingAt, type Gradings } from './places.ts'
import { SCORED, STOPPED, block as blockUnit, raise, type Results } from './results.ts'
import { addUp } from './sum.ts'
import { answerOf, ask, type BlockState } from './state.ts'
import { rateEven } from './even.ts'
import { totalOne, totalsOf } from './total.ts'

/** Stages 2 to 8 over blocks, and the first grade of each unit by its total. */
export function rate(compiled: Compiled, gradings: Gradings, states: readonly BlockState[], results: Results): void {
  for (const state of states) {
    for (const asked of compiled.asked) ask(state, asked)
    for (const side of compiled.sides) side.core.firings.forEach((firing, k) => fire(firing, side.rule + k, state.block, state.awards))
    compiled.places.forEach((place, index) => awardAll(place.core, index, place.rule, state.block, state.awards))
    sort(compiled, state, results)
    judge(compiled, state, results)
    settleAll(compiled, state)
  }
  const pooled = standIn(compiled, states, results)
  const totals = totalsOf(compiled)
  for (const state of states) {
    addUp(compiled, state)
    const { block, hard } = state
    const graded = (at: number, total: Amount, rounded: number): boolean => firstGrade(compiled, gradings, gradingAt(gradings, results, at), results, at, total, rounded)
    const left = rateEven(compiled, totals, gradings, state, results)
    for (const i of left) if (results.state[block.from + i] === SCORED && !hard.has(i) && !totalOne(compiled, totals, state, results, i, graded)) hard.add(i)
    for (const i of hard) if (results.state[block.from + i] === STOPPED) hard.delete(i)
  }
  if (pooled && states.some((s) => s.hard.size)) for (const { block, hard } of states) for (let i = 0; i < block.n; i++) if (results.state[block.from + i] !== STOPPED) hard.add(i)
  scoreAlone(compiled, results)
}

/** Notes the category of each unit. */
function sort(compiled: Compiled, { block }: BlockState, results: Results): void {
  const slot = slotOf(block.layout, 'unit.category')
  const { categories } = compiled.ruleset
  const codes = (block.words[slot]?.list ?? []).map((word) => categories.findIndex((c) => c.id === word.seen))
  const at = slot * block.n
  for (let i = 0; i < block.n; i++) results.category[block.from + i] = codes[block.cells[at + i] as number] as number
}
/** Verdicts: missing facts block, `stop` ends the unit with its grade. */
function judge(compiled: Compiled, state: BlockState, results: Results): void {
  const { block } = state
  for (let i = 0; i < block.filled.length; i++) {
    const filled = block.filled[i] as number
    if (filled === 0) continue
    if (filled & 1) raise(results, block.from + i, flag('filled:zero'))
    if (filled & 2) raise(results, block.from + i, flag('filled:last-year'))
  }
  compiled.verdicts.forEach((asked, v) => {
    if (!asked) return
    const { effect, id } = compiled.ruleset.verdicts[v] as Compiled['ruleset']['verdicts'][number]
    const grade = effect.type === 'stop' ? compiled.ruleset.grades.findIndex((g) => g.id === effect.grade) : -1
    for (let i = 0; i < block.n; i++) {
      const answer = answerOf(state, asked, i)
      if (answer === 0) continue
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
