/** What a condition sees of a fact: undefined is missing, null is not applicable. */
export type Seen = number | string | boolean | null | undefined
export type Operand = number | string | boolean | readonly (number | string | boolean)[]
/** Kinds of quantity an operator compares. */
export type Kind = 'number' | 'boolean' | 'choice' | 'date' | 'text'

export interface Operator {
  kinds: readonly Kind[]
  operand: 'scalar' | 'list' | 'pair' | 'state'
  /** json-rules-engine knows it by itself. */
  standard: boolean
  test(seen: Seen, operand: Operand): boolean
}

const every: readonly Kind[] = ['number', 'boolean', 'choice', 'date', 'text']
/** json-rules-engine's own check of the left side of an ordering: only what parseFloat reads passes. */
const orders = (seen: Seen): boolean => !Number.isNaN(Number.parseFloat(String(seen)))
const compare = (test: (a: number, b: number) => boolean) => (seen: Seen, operand: Operand) => orders(seen) && test(seen as number, operand as number)
const dates = (test: (a: string, b: string) => boolean) => (seen: Seen, operand: Operand) =>
  typeof seen === 'string' && typeof operand === 'string' && test(seen, operand)
const listed = (seen: Seen, operand: Operand): boolean => (operand as readonly unknown[]).indexOf(seen) > -1

/** Every operator a condition may use, once: checking, compiling, widgets, sentences and documentation read this. */
export const OPERATORS = {
  equal: { kinds: every, operand: 'scalar', standard: true, test: (a, b) => a === b },
  notEqual: { kinds: every, operand: 'scalar', standard: true, test: (a, b) => a !== b },
  lessThan: { kinds: ['number'], operand: 'scalar', standard: true, test: compare((a, b) => a < b) },
  lessThanInclusive: { kinds: ['number'], operand: 'scalar', standard: true, test: compare((a, b) => a <= b) },
  greaterThan: { kinds: ['number'], operand: 'scalar', standard: true, test: compare((a, b) => a > b) },
  greaterThanInclusive: { kinds: ['number'], operand: 'scalar', standard: true, test: compare((a, b) => a >= b) },
  in: { kinds: ['number', 'choice', 'text'], operand: 'list', standard: true, test: listed },
  notIn: { kinds: ['number', 'choice', 'text'], operand: 'list', standard: true, test: (a, b) => !listed(a, b) },
  /** Inside a closed interval [low, high]. */
  between: {
    kinds: ['number'], operand: 'pair', standard: false,
    test: (a, b) => Array.isArray(b) && typeof a === 'number' && a >= b[0] && a <= b[1],
  },
  before: { kinds: ['date'], operand: 'scalar', standard: false, test: dates((a, b) => a < b) },
  onOrBefore: { kinds: ['date'], operand: 'scalar', standard: false, test: dates((a, b) => a <= b) },
  after: { kinds: ['date'], operand: 'scalar', standard: false, test: dates((a, b) => a > b) },
  onOrAfter: { kinds: ['date'], operand: 'scalar', standard: false, test: dates((a, b) => a >= b) },
  /** Asks for the state itself, so it may be used on a fact that is missing or not applicable. */
  hasState: {
    kinds: every, operand: 'state', standard: false,
    test: (a, b) => b === (a === undefined ? 'missing' : a === null ? 'not-applicable' : 'given'),
  },
} as const satisfies { readonly [name: string]: Operator }

export type OperatorName = keyof typeof OPERATORS
export const isOperator = (name: string): name is OperatorName => Object.hasOwn(OPERATORS, name)
