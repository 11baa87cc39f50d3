import { fraction, type Exact } from '../../model/decimal.ts'
import { MISSING as NONE, NOT_APPLICABLE as OFF, numeric, type Value } from '../../model/read-fact.ts'
import type { Seen } from '../../model/operators.ts'
import type { Cohort, PastResult, Record, Unit } from '../../model/record.ts'
import type { State } from '../../model/sheet.ts'
import type { PastYears } from '../work.ts'
import type { Layout } from './layout.ts'
import { WHOLE, type Quotient } from './decimal-number.ts'

/** Cells hold whole numbers between ±LIMIT; the two below mark what is not given. */
export const MISSING = -(2 ** 30)
export const NOT_APPLICABLE = MISSING + 1
export const LIMIT = 2 ** 30 - 1
/** How a column's cells are to be read: n / scale, an entry of `reals`, or a place in `words`. */
export const SCALED = 0
export const REAL = 1
export const WORD = 2
/** The unit's own id. */
export const ID = 3

/** Numbers that are no short decimals: exactly num/den, seen by conditions as `seen`; den 0 marks what is too long for both. */
export interface Reals { seen: Float64Array; num: Float64Array; den: Float64Array }
export interface Words { list: Value[]; code: Map<Seen, number> }

/** Some units of a cohort as columns: cell `slot × n + unit`. */
export interface Block {
  n: number
  /** Where its first unit stands among all. */
  from: number
  units: readonly Unit[]
  records: readonly Record[]
  layout: Layout
  cohort: Cohort
  past: PastYears
  /** Results of the same period one year before. */
  last: ReadonlyMap<string, PastResult> | undefined
  cells: Int32Array
  mode: Uint8Array
  scale: Float64Array
  reals: (Reals | undefined)[]
  words: (Words | undefined)[]
  /** Values of events, ratings and surveys, which have no cells of their own. */
  lists: (Value[] | undefined)[]
  /** Per column, the units whose value is missing or not applicable. */
  absent: number[][]
  /** Exact values too long for a quotient of two Float64. */
  long: Map<number, Value>
  /** Units declared outside a node or criterion, by its id. */
  exempt: Map<string, number[]>
  /** Cells whose raw value does not fit the fact; nothing stands in for them. */
  misfits: Set<number>
  /** Per unit: 1 a fact was filled by zero, 2 by last year's. */
  filled: Uint8Array
}
export const GIVEN_STATE = 0
export const MISSING_STATE = 1
export const OFF_STATE = 2
export const STATES: readonly State[] = ['given', 'missing', 'not-applicable']

/** 0 given, 1 missing, 2 not applicable. */
export const stateAt = (block: Block, slot: number, i: number): number => {
  const cell = block.cells[slot * block.n + i] as number
  return cell > NOT_APPLICABLE ? GIVEN_STATE : cell === MISSING ? MISSING_STATE : OFF_STATE
}
/** What a condition sees. */
export function seenAt(block: Block, slot: number, i: number): Seen {
  const cell = block.cells[slot * block.n + i] as number
  if (cell <= NOT_APPLICABLE) return cell === MISSING ? undefined : null
  const mode = block.mode[slot]
  if (mode === SCALED) return cell / (block.scale[slot] as number)
  if (mode === ID) return block.units[i]?.id
  return mode === REAL ? block.reals[slot]?.seen[i] : block.words[slot]?.list[cell]?.seen
}
/** The exact number in a cell into `into`, 0 where there is none; false when it is too long. */
export function numberAt(block: Block, slot: number, i: number, into: Quotient): boolean {
  const cell = block.cells[slot * block.n + i] as number
  into.n = 0
  into.d = 1
  if (cell <= NOT_APPLICABLE) return true
  const mode = block.mode[slot]
  if (mode === SCALED) {
    into.n = cell
    into.d = block.scale[slot] as number
  } else if (mode === REAL) {
    const reals = block.reals[slot] as Reals
    into.n = reals.num[i] as number
    into.d = reals.den[i] as number
  } else if (mode === WORD) {
    const number = block.words[slot]?.list[cell]?.number
    if (number) {
      if (number.n > BigInt(WHOLE) || number.n < -BigInt(WHOLE) || number.d > BigInt(WHOLE)) return false
      into.n = Number(number.n)
      into.d = Number(number.d)
    }
  }
  return into.d !== 0
}
const exactAt = (block: Block, slot: number, i: number): Exact => {
  const q = { n: 0, d: 1 }
  numberAt(block, slot, i, q)
  return fraction(BigInt(q.n), BigInt(q.d))
}
/** The whole value, as the stages of single units hold it; lists are not kept. */
export function valueAt(block: Block, slot: number, i: number): Value {
  const state = stateAt(block, slot, i)
  if (state !== GIVEN_STATE) return state === MISSING_STATE ? NONE : OFF
  if (block.mode[slot] === WORD) return block.words[slot]?.list[block.cells[slot * block.n + i] as number] ?? NONE
  return block.long.get(slot * block.n + i) ?? numeric(exactAt(block, slot, i), seenAt(block, slot, i) as number)
}
