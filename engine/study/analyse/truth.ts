import { exact } from '../../model/decimal.ts'
import { OPERATORS, isOperator, type Operand, type OperatorName } from '../../model/operators.ts'
import type { Test } from '../../model/ruleset.ts'
import type { State } from '../../model/sheet.ts'
import { dayNumber } from './days.ts'
import { closed, numbers, opened, point, type Numbers, type Span } from './numbers.ts'
import { isNothing, narrowed, words, type Domain, type Values } from './values.ts'

type At = ReturnType<typeof exact>
const above = (at: At, open: boolean): Span => ({ low: open ? opened(at) : closed(at), high: null })
const below = (at: At, open: boolean): Span => ({ low: null, high: open ? opened(at) : closed(at) })
/** The numbers (or days) for which an ordering holds. */
function ordered(operator: OperatorName, at: At): Span[] | null {
  switch (operator) {
    case 'lessThan':
    case 'before':
      return [below(at, true)]
    case 'lessThanInclusive':
    case 'onOrBefore':
      return [below(at, false)]
    case 'greaterThan':
    case 'after':
      return [above(at, true)]
    case 'greaterThanInclusive':
    case 'onOrAfter':
      return [above(at, false)]
    case 'equal':
      return [point(at)]
    case 'notEqual':
      return [below(at, true), above(at, true)]
    default:
      return null
  }
}

const numbersIn = (list: readonly unknown[], kind: 'number' | 'date'): At[] | null => {
  const read = list.map((v) => (kind === 'number' ? (typeof v === 'number' ? exact(v) : null) : typeof v === 'string' ? dayNumber(v) : null))
  return read.some((v) => v === null) ? null : (read as At[])
}
function numeric(operator: OperatorName, operand: Operand, kind: 'number' | 'date'): Numbers | null {
  const list = numbersIn(Array.isArray(operand) ? operand : [operand], kind)
  const [first, second] = list ?? []
  if (!list || !first) return null
  if (operator === 'between') return second ? numbers([{ low: closed(first), high: closed(second) }]) : null
  if (operator === 'in') return numbers(list.map(point))
  if (operator === 'notIn') return list.reduce<Numbers>((rest, at) => numbers(rest.spans.flatMap((s) => cut(s, at))), numbers([{ low: null, high: null }]))
  const spans = ordered(operator, first)
  return spans && numbers(spans)
}
/** A span without one point: what is below it and what is above it. */
const cut = (span: Span, at: At): Span[] => {
  const inside = numbers([span])
  return [below(at, true), above(at, true)].flatMap((side) => (narrowed({ kind: 'number', numbers: inside }, { kind: 'number', numbers: numbers([side]) }) as { numbers: Numbers }).numbers.spans)
}

/** The values of a kind for which a test holds; null when the test does not fit the kind. */
export function truth(operator: OperatorName, operand: Operand, kind: Values['kind']): Values | null {
  if (kind !== 'word') {
    const set = numeric(operator, operand, kind)
    return set && { kind, numbers: set }
  }
  const list = (Array.isArray(operand) ? operand : [operand]) as (string | number | boolean)[]
  if (list.some((v) => typeof v === 'number')) return null
  const listed = list as (string | boolean)[]
  return operator === 'equal' || operator === 'in' ? words(listed) : operator === 'notEqual' || operator === 'notIn' ? words(listed, true) : null
}

/** What is left of a domain where a test with a plain operand does (or does not) hold; null = nothing. */
export function narrowByTest(domain: Domain, test: Test, wanted: boolean): Domain | null {
  if (!isOperator(test.operator)) return domain
  const { operator } = test
  const operand = test.value as Operand
  const absent = (state: State): boolean => OPERATORS[operator].test(state === 'missing' ? undefined : null, operand) === wanted
  if (operator === 'hasState') {
    const states = new Set([...domain.states].filter((s) => (s === operand) === wanted))
    return states.size ? { states, values: domain.values } : null
  }
  const set = truth(operator, operand, domain.values.kind)
  const values = set ? narrowed(domain.values, set, !wanted) : domain.values
  const states = new Set([...domain.states].filter((s) => (s === 'given' ? !isNothing(values) : absent(s))))
  return states.size ? { states, values } : null
}
