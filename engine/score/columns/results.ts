import type { Pass, Work } from '../work.ts'
import type { Compiled } from './compile.ts'
import { slotOf } from './layout.ts'
import type { Columns } from './load.ts'
import type { BlockState } from './state.ts'

export const SCORED = 0
export const BLOCKED = 1
export const STOPPED = 2

/** A whole cohort scored, as columns over its units in institutional order. Amounts are whole numbers of the last decimal place of the ruleset's rounding. */
export interface Results {
  compiled: Compiled
  columns: Columns
  size: number
  /** SCORED, BLOCKED or STOPPED. */
  state: Uint8Array
  total: Float64Array
  /** 1 where a total was reached, even if no band holds it. */
  hasTotal: Uint8Array
  base: Float64Array
  bonus: Float64Array
  deduction: Float64Array
  /** Place in the ruleset's grades, −1 for none. */
  grade: Int8Array
  /** Place within the pool, 0 for none. */
  rank: Int32Array
  /** Place of the unit's category in the ruleset's list, −1 for one it does not know. */
  category: Int16Array
  /** Place in the ruleset's pools, −1 for none. */
  pool: Int16Array
  /** Bits by `compiled.flags`; `words` numbers of 32 bits a unit. */
  flags: Uint32Array
  words: number
  /** Paths of what is missing, by unit. */
  blocked: Map<number, string[]>
  /** Quantities of each tie-break, rounded like the total. */
  ties: readonly Float64Array[]
  /** Outcome × unit: 1 where it follows. */
  outcomes: Uint8Array
  /** Units that took the exact path of single units, because of their numbers. */
  alone: Map<number, { pass: Pass; work: Work }>
  /** Base, bonus and deduction as conditions see them, where one asks. */
  seen: { base: Float64Array; bonus: Float64Array; deduction: Float64Array }
  states: readonly BlockState[]
}

export function newResults(compiled: Compiled, columns: Columns, states: readonly BlockState[], n = columns.units.length): Results {
  const seen = (id: string): Float64Array => new Float64Array(compiled.read.has(slotOf(compiled.layout, `result.${id}`)) ? n : 0)
  const words = (compiled.flags.length + 31) >> 5
  return {
    compiled, columns, size: n, state: new Uint8Array(n), total: new Float64Array(n), hasTotal: new Uint8Array(n), base: new Float64Array(n), bonus: new Float64Array(n), deduction: new Float64Array(n),
    grade: new Int8Array(n).fill(-1), rank: new Int32Array(n), category: new Int16Array(n), pool: new Int16Array(n).fill(-1), flags: new Uint32Array(n * words), words, blocked: new Map(),
    ties: compiled.ruleset.ranking.tieBreaks.map(() => new Float64Array(n)), outcomes: new Uint8Array(n * compiled.outcomes.length), alone: new Map(), states, seen: { base: seen('base'), bonus: seen('bonus'), deduction: seen('deduction') },
  }
}
export const raise = (results: Results, i: number, bit: number): void => {
  const at = i * results.words + (bit >> 5)
  results.flags[at] = (results.flags[at] as number) | (1 << (bit & 31))
}
export const raised = (results: Results, i: number, bit: number): boolean => (((results.flags[i * results.words + (bit >> 5)] as number) >>> (bit & 31)) & 1) === 1
export const block = (results: Results, i: number, path: string): void => {
  const known = results.blocked.get(i)
  if (known) known.push(path)
  else results.blocked.set(i, [path])
  if (results.state[i] === SCORED) results.state[i] = BLOCKED
}
