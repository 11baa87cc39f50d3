import { OPERATORS } from '../../model/operators.ts'
import { LIMIT, MISSING, NOT_APPLICABLE, SCALED, WORD, type Block } from './block.ts'
import { power } from './decimal-number.ts'
import type { TestNode } from './program.ts'

/** A test as an interval of cells: it holds inside, or outside when `outside`. */
export const interval = { low: 0, high: 0, outside: false }
const FIRST = NOT_APPLICABLE + 1
const set = (low: number, high: number, outside = false): true => {
  interval.low = low < FIRST ? FIRST : low > LIMIT ? LIMIT : low
  interval.high = high < FIRST - 1 ? FIRST - 1 : high > LIMIT ? LIMIT : high
  if (low > LIMIT) interval.high = FIRST - 1
  interval.outside = outside
  return true
}
const state = (cell: number): true => {
  interval.low = interval.high = cell
  interval.outside = false
  return true
}

/** Finds the interval of a test on this block's cells; false when it is none. */
export function findInterval(block: Block, test: TestNode): boolean {
  const mode = block.mode[test.slot]
  if (mode === WORD) return findWords(block, test)
  if (test.operator === 'hasState') return test.value === 'missing' ? state(MISSING) : test.value === 'not-applicable' ? state(NOT_APPLICABLE) : test.value === 'given' ? set(FIRST, LIMIT) : set(1, 0)
  if (mode !== SCALED || !test.decimals) return false
  const scale = block.scale[test.slot] as number
  const first = test.decimals[0]
  if (!first) return false
  const exact = first.n * scale
  const bottom = power(first.places)
  if (Math.abs(exact) > Number.MAX_SAFE_INTEGER) return false
  const floor = Math.floor(exact / bottom)
  const whole = floor * bottom === exact
  switch (test.operator) {
    case 'lessThan': return set(FIRST, whole ? floor - 1 : floor)
    case 'lessThanInclusive': return set(FIRST, floor)
    case 'greaterThan': return set(floor + 1, LIMIT)
    case 'greaterThanInclusive': return set(whole ? floor : floor + 1, LIMIT)
    case 'equal': return whole ? set(floor, floor) : set(1, 0)
    case 'notEqual': return whole ? set(floor, floor, true) : set(1, 0, true)
    case 'between': {
      const second = test.decimals[1]
      if (!second || Math.abs(second.n * scale) > Number.MAX_SAFE_INTEGER) return false
      return set(whole ? floor : floor + 1, Math.floor((second.n * scale) / power(second.places)))
    }
    default: return false
  }
}

/** Words that pass stand side by side: an interval; what passes because it is absent needs a table. */
function findWords(block: Block, test: TestNode): boolean {
  const { test: passes } = OPERATORS[test.operator]
  const list = block.words[test.slot]?.list ?? []
  const absent = passes(undefined, test.value)
  if (absent !== passes(null, test.value)) return false
  let low = -1
  let high = -1
  for (let code = 0; code < list.length; code++) {
    if (passes(list[code]?.seen, test.value) === absent) continue
    if (low < 0) low = code
    else if (high !== code - 1) return false
    high = code
  }
  return low < 0 ? set(1, 0, absent) : set(low, high, absent)
}
/** The answers of a test for missing, not applicable and each word of a column. */
export function tableOf(block: Block, test: TestNode): Uint8Array {
  const { test: passes } = OPERATORS[test.operator]
  const list = block.words[test.slot]?.list ?? []
  const table = new Uint8Array(list.length + 2)
  table[0] = Number(passes(undefined, test.value))
  table[1] = Number(passes(null, test.value))
  list.forEach((word, code) => (table[code + 2] = Number(passes(word.seen, test.value))))
  return table
}
