import { newAwards, type Awards } from './award.ts'
import type { Block } from './block.ts'
import type { Asked, Compiled } from './compile.ts'
import { mask } from './mask.ts'
import type { Program } from './program.ts'

/** What a criterion comes to in the end, where it is not simply what it was awarded. */
export interface Final { state: Uint8Array; earned: Float64Array; num: Float64Array | undefined; den: Float64Array | undefined }
/** What one block holds under a ruleset, kept between evaluations. */
export interface BlockState {
  block: Block
  awards: Awards
  /** Question × unit: 1 holds, 2 something is missing, 4 something is not applicable. */
  answers: Uint8Array
  answeredBy: (Program | undefined)[]
  /** Per criterion: why it does not concern a unit; null = it concerns all. */
  off: (Uint8Array | null)[]
  final: (Final | null)[]
  /** Component × unit: whole ten-thousandths earned, the rest as a binary sum, and what is applicable. */
  whole: Float64Array
  rest: Float64Array
  /** Number of quotients in the rest. */
  terms: Uint16Array
  applicable: Float64Array
  extra: Float64Array
  extraRest: Float64Array
  extraTerms: Uint16Array
  /** Indicator × unit, where a limit of losses or a tie-break needs it. */
  branchWhole: Float64Array | null
  branchRest: Float64Array | null
  /** Sums of classes of adjustments, by the class they were made from. */
  classSum: (Float64Array | undefined)[]
  classBy: (object | undefined)[]
  /** Sums of both sides, by what they were made from. */
  sideSums: (Float64Array | undefined)[]
  sideBy: (readonly unknown[] | undefined)[]
  /** Units that must take the exact path alone. */
  hard: Set<number>
}
export const newState = (compiled: Compiled, block: Block): BlockState => {
  const { n } = block
  const parts = compiled.components.length
  return {
    block, awards: newAwards(n, compiled.rules, compiled.places.length), answers: new Uint8Array(n * compiled.asked.length), answeredBy: [], off: [], final: [],
    whole: new Float64Array(n * parts), rest: new Float64Array(n * parts), terms: new Uint16Array(n * parts), applicable: new Float64Array(n * parts),
    extra: new Float64Array(n), extraRest: new Float64Array(n), extraTerms: new Uint16Array(n), branchWhole: null, branchRest: null, classSum: [], classBy: [], sideSums: [], sideBy: [], hard: new Set(),
  }
}
/** Does a state still have room for a ruleset's rules, criteria and questions? */
export const fits = (state: BlockState, compiled: Compiled): boolean => {
  const { n } = state.block
  return state.awards.fired.length === n * compiled.rules && state.awards.earned.length === n * compiled.places.length && state.answers.length === n * compiled.asked.length && state.whole.length === n * compiled.components.length
}

/** Answers a question for every unit: 1 holds, plus 2 or 4 for what is missing or not applicable. */
export function answerInto(program: Program, block: Block, out: Uint8Array, at: number): void {
  mask(program, block, out, at)
  for (const slot of program.needs) {
    for (const i of block.absent[slot] ?? []) out[at + i] = (out[at + i] as number) | (stateOf(block, slot, i) === 1 ? 2 : 4)
  }
}
const stateOf = (block: Block, slot: number, i: number): number => ((block.cells[slot * block.n + i] as number) === -(2 ** 30) ? 1 : 2)
export function ask(state: BlockState, asked: Asked): void {
  if (state.answeredBy[asked.index] === asked.program) return
  answerInto(asked.program, state.block, state.answers, asked.index * state.block.n)
  state.answeredBy[asked.index] = asked.program
}
/** Readiness told by an answer: 0 given, 1 missing, 2 not applicable. */
export const readinessOf = (answer: number): number => (answer & 4 ? 2 : answer & 2 ? 1 : 0)
export const answerOf = (state: BlockState, asked: Asked, i: number): number => state.answers[asked.index * state.block.n + i] as number
