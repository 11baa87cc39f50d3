import type { Compiled } from './compile.ts'
import { finish } from './finish.ts'
import type { Columns } from './load.ts'
import { gradingsOf } from './places.ts'
import { rate } from './rate.ts'
import { newResults, type Results } from './results.ts'
import { fits, newState, type BlockState } from './state.ts'

export interface EvaluateOptions {
  /** Outcomes too (default); a study of ranks and grades can do without. */
  outcomes?: boolean
}
const kept = new WeakMap<Columns, BlockState[]>()
/** States of the blocks, made once and kept between evaluations while they fit. */
function statesOf(compiled: Compiled, columns: Columns): BlockState[] {
  const known = kept.get(columns)
  const states = columns.blocks.map((block, k) => (known?.[k] && fits(known[k], compiled) ? known[k] : newState(compiled, block)))
  kept.set(columns, states)
  return states
}

/** Scores a loaded cohort. Only what changed since the last evaluation of these columns is computed again; details of earlier results then no longer hold. Throws RangeError when the columns were loaded for other facts. */
export function evaluate(compiled: Compiled, columns: Columns, options: EvaluateOptions = {}): Results {
  if (columns.layout !== compiled.layout) throw new RangeError('the columns were loaded for other facts: load them again')
  const states = statesOf(compiled, columns)
  const results = newResults(compiled, columns, states)
  const gradings = gradingsOf(compiled)
  rate(compiled, gradings, states, results)
  finish(compiled, gradings, results, options.outcomes !== false)
  return results
}
