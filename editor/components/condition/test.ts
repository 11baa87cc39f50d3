import { OPERATORS, type Condition, type Kind, type Operator, type OperatorName, type Quantity, type Test } from '../../../engine/index.ts'

type Scalar = number | string | boolean
export type Value = Test['value']
/** What the values of a document are measured by: today's quantities by name, and the last day of its period. */
export interface Setting { known: ReadonlyMap<string, Quantity>; lastDay: string }
export const STATES = ['given', 'missing', 'not-applicable'] as const

const names = Object.keys(OPERATORS) as OperatorName[]
/** The operators a kind can be asked by, in the order of the table. */
export const operatorsFor = (kind: Kind): OperatorName[] => names.filter((name) => (OPERATORS[name] as Operator).kinds.includes(kind))
export const operandOf = (operator: string): Operator['operand'] => (OPERATORS as { readonly [name: string]: Operator })[operator]?.operand ?? 'scalar'

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
function fits(value: unknown, { kind, options }: Quantity): value is Scalar {
  if (kind === 'number' || kind === 'boolean') return typeof value === kind
  if (kind === 'date') return isDay(value)
  return typeof value === 'string' && (kind === 'text' || !options || options.some((o) => o.id === value))
}
const plain = ({ kind, options }: Quantity, { lastDay }: Setting): Scalar => (kind === 'number' ? 1 : kind === 'boolean' ? true : kind === 'date' ? lastDay : (options?.[0]?.id ?? ''))

/** A value of the shape an operator takes, keeping of the old one what fits. */
export function valueFor(operator: OperatorName, quantity: Quantity, old: Value | undefined, setting: Setting): Value {
  const operand = operandOf(operator)
  if (operand === 'state') return STATES.find((s) => s === old) ?? 'given'
  const kept = (Array.isArray(old) ? old : [old]).filter((v): v is Scalar => fits(v, quantity))
  if (operand === 'list') return kept.length ? kept : [plain(quantity, setting)]
  if (operand === 'pair') {
    const [low = 0, high = low] = kept.map(Number)
    return [Math.min(low, high), Math.max(low, high)]
  }
  if (typeof old === 'object' && !Array.isArray(old) && setting.known.get(old.fact)?.kind === quantity.kind) return old
  return kept[0] ?? plain(quantity, setting)
}
const FIRST: { readonly [K in Kind]: OperatorName } = { number: 'greaterThanInclusive', boolean: 'equal', choice: 'in', date: 'onOrBefore', text: 'equal' }
export const freshTest = (quantity: Quantity, setting: Setting): Test => ({ fact: quantity.name, operator: FIRST[quantity.kind], value: valueFor(FIRST[quantity.kind], quantity, undefined, setting) })
/** The test about another fact: operator and value stay where they still fit. */
export function withFact(test: Condition | undefined, quantity: Quantity, setting: Setting): Test {
  if (!test || !('fact' in test)) return freshTest(quantity, setting)
  const operator = operatorsFor(quantity.kind).find((name) => name === test.operator)
  if (!operator) return freshTest(quantity, setting)
  const sameMeasure = setting.known.get(test.fact)?.percent === quantity.percent
  return { fact: quantity.name, operator, value: valueFor(operator, quantity, sameMeasure ? test.value : undefined, setting) }
}
export const withOperator = (test: Test, operator: OperatorName, quantity: Quantity, setting: Setting): Test => ({ ...test, operator, value: valueFor(operator, quantity, test.value, setting) })
