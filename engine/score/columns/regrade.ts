import type { Grading } from '../../model/ruleset.ts'
import { bandOf, capGrade, gradingAt, gradingsOf, quotas, settleGrade, type Required } from './places.ts'
import { answerInto, answerOf } from './state.ts'
import { show } from './follow.ts'
import { byMerit } from './merit.ts'
import { power } from './decimal-number.ts'
import { SCORED, type Results } from './results.ts'

/**
 * Grades of evaluated units by other gradings: equal to those of evaluating anew, as long as the gradings differ in nothing but
 * starts and ends of bands, shares and places of quotas, and every total stands in a band. Made from results that are still the
 * latest of their columns; the function it gives may be called as often as wanted, and writes the same array each time. One unit may
 * be left `free` of caps by verdicts and of what its grades require.
 */
export function regrader(results: Results, free = -1): (gradings: readonly Grading[]) => Int8Array {
  const { compiled, size } = results
  const { index } = gradingsOf(compiled)
  const required: Required = compiled.requires.map((list, g) => list.map((_, k) => ({ grade: index.get(compiled.ruleset.gradings[g]?.requires?.[k]?.grade ?? '') ?? -1, answers: new Uint8Array(size) })))
  const best = bestGrades(results)
  for (const { block } of results.states) {
    if (required.some((list) => list.length)) show(compiled, results, block, null)
    compiled.requires.forEach((list, g) => list.forEach((program, k) => answerInto(program, block, (required[g]?.[k] as { answers: Uint8Array }).answers, block.from)))
  }
  if (free >= 0) best[free] = 0
  const own: Results = { ...results, grade: results.grade.slice(), flags: results.flags.slice() }
  const sorted = byMerit(results)
  if (free >= 0) for (const list of required) for (const { answers } of list) answers[free] = 1
  const scale = power(4 - compiled.ruleset.rounding.places)
  return (gradings) => {
    const made = { ...compiled, ruleset: { ...compiled.ruleset, gradings: [...gradings] } }
    const laid = gradingsOf(made)
    for (let i = 0; i < size; i++) {
      if (results.state[i] !== SCORED) continue
      const grading = gradingAt(laid, own, i)
      const bands = laid.bands[grading]
      const found = bands ? bandOf(bands, (results.total[i] as number) * scale) : -1
      own.grade[i] = found < 0 || !bands ? -1 : (bands.grade[found] as number)
      if (found < 0) continue
      capGrade(own, i, best[i] as number)
      settleGrade(made, required, own, i, grading)
    }
    quotas(made, laid, required, own, () => sorted)
    return own.grade
  }
}

/** The best grade that verdicts leave open to each unit, as a place in the ruleset's grades. */
export function bestGrades(results: Results): Int8Array {
  const { compiled } = results
  const best = new Int8Array(results.size)
  compiled.ruleset.verdicts.forEach((verdict, v) => {
    const asked = compiled.verdicts[v]
    if (verdict.effect.type !== 'cap-grade' || !asked) return
    const cap = compiled.ruleset.grades.findIndex((g) => g.id === (verdict.effect as { grade: string }).grade)
    for (const state of results.states) for (let i = 0; i < state.block.n; i++) if (answerOf(state, asked, i) === 1) best[state.block.from + i] = Math.max(best[state.block.from + i] as number, cap)
  })
  return best
}
