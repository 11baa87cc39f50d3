import { toNumber } from '../../model/decimal.ts'
import type { Ruleset } from '../../model/ruleset.ts'
import { withRuleset } from '../../score/columns/compile.ts'
import { UNIT, scaled } from '../../score/columns/core.ts'
import { power } from '../../score/columns/decimal-number.ts'
import { evaluate } from '../../score/columns/evaluate.ts'
import { answerOf } from '../../score/columns/state.ts'
import type { Results } from '../../score/columns/results.ts'

/** What each unit has earned, what applies to it, and its points outside the maximum: ten-thousandths, nearly. */
export interface Earned { earned: Float64Array; applicable: Float64Array; extra: Float64Array }
/** The least and most that comes on top of the base, and what nothing lifts the total above, in ten-thousandths. */
export interface Beside { least: Float64Array; most: Float64Array; ceiling: Float64Array }

/** Read from results that are the latest of their columns. */
export function earnedOf(results: Results): Earned {
  const { size, compiled } = results
  const made: Earned = { earned: new Float64Array(size), applicable: new Float64Array(size), extra: new Float64Array(size) }
  for (const { block, whole, rest, applicable, extra, extraRest } of results.states) {
    const { n, from } = block
    for (let i = 0; i < n; i++) {
      for (let c = 0; c < compiled.components.length; c++) {
        made.earned[from + i] = (made.earned[from + i] as number) + (whole[c * n + i] as number) + (rest[c * n + i] as number)
        made.applicable[from + i] = (made.applicable[from + i] as number) + (applicable[c * n + i] as number)
      }
      made.extra[from + i] = (extra[i] as number) + (extraRest[i] as number)
    }
  }
  for (const [at, { work }] of results.alone) {
    made.earned[at] = work.parts.reduce((sum, p) => sum + toNumber(p.earned) * UNIT, 0)
    made.applicable[at] = work.parts.reduce((sum, p) => sum + toNumber(p.applicable) * UNIT, 0)
    made.extra[at] = toNumber(work.extra) * UNIT
  }
  return made
}

/** Scores with open gates and at four places, so that nothing is hidden by either. */
export function besideOf(results: Results): Beside {
  const { compiled, columns, size } = results
  const { gate: bonusGate, ...bonus } = compiled.ruleset.bonus
  const { gate: deductionGate, ...deduction } = compiled.ruleset.deduction
  const open: Ruleset = { ...compiled.ruleset, bonus, deduction, rounding: { ...compiled.ruleset.rounding, places: 4, mode: 'half-up', stage: 'total' } }
  const found = evaluate(withRuleset(compiled, open), columns, { outcomes: false })
  const scale = UNIT / power(4)
  const made: Beside = { least: new Float64Array(size), most: new Float64Array(size), ceiling: new Float64Array(size).fill(Infinity) }
  for (let i = 0; i < size; i++) {
    const [more, less] = [(found.bonus[i] as number) * scale, (found.deduction[i] as number) * scale]
    made.most[i] = more - (deductionGate ? 0 : less)
    made.least[i] = (bonusGate ? 0 : more) - less
  }
  compiled.ruleset.verdicts.forEach(({ effect }, v) => {
    const asked = compiled.verdicts[v]
    if (effect.type !== 'fix-total' || !asked) return
    for (const state of results.states) for (let i = 0; i < state.block.n; i++) if (answerOf(state, asked, i) === 1) made.ceiling[state.block.from + i] = Math.min(made.ceiling[state.block.from + i] as number, scaled(effect.points))
  })
  const { max } = compiled.ruleset.limits
  if (max !== undefined) for (let i = 0; i < size; i++) made.ceiling[i] = Math.min(made.ceiling[i] as number, scaled(max))
  return made
}
