import { OPERATORS, isOperator, type Operator } from '../../model/operators.ts'
import type { Condition, Test } from '../../model/ruleset.ts'
import { amount, joined, kindOf, labelOf, phrase, said, valueLabel, word, type Part, type Speaker, type Spot } from './speaker.ts'

export const factPart = (speaker: Speaker, name: string, at: Spot): Part => ({ text: labelOf(speaker, name), role: 'fact', at, kind: 'fact', value: name })

function literal(speaker: Speaker, { fact, operator }: Test, value: number | string | boolean, at: Spot): Part[] {
  if (typeof value === 'number') return amount(speaker, fact, value, at)
  const state = isOperator(operator) && (OPERATORS[operator] as Operator).operand === 'state'
  return [{ text: state ? said(speaker, `state.${value}`) : valueLabel(speaker, fact, value), role: 'value', at, kind: state ? 'state' : 'option', value }]
}
function valueParts(speaker: Speaker, test: Test, at: Spot): Part[] {
  const { value, operator } = test
  if (!Array.isArray(value)) return typeof value === 'object' ? [factPart(speaker, value.fact, [...at, 'fact'])] : literal(speaker, test, value, at)
  const parts = value.map((v, i) => literal(speaker, test, v, [...at, i]))
  if (operator === 'between' && parts.length === 2) return phrase(speaker, 'pair', { low: parts[0] ?? [], high: parts[1] ?? [] })
  const quote = parts.length > 1 && parts.some((p) => /[，、,;；\s]/.test(p[0]?.text ?? ''))
  return quote ? joined(parts.map((p) => phrase(speaker, 'quoted', { text: p })), [word(said(speaker, 'quotes'))]) : joined(parts, [word(said(speaker, 'list'))])
}
/** The word of an operator: of the kind where it has one of its own; a list of one reads as a single value. */
function operatorWord(speaker: Speaker, { fact, operator, value }: Test): string {
  const single = Array.isArray(value) && value.length === 1 ? { in: 'equal', notIn: 'notEqual' }[operator] : undefined
  const name = single ?? operator
  return speaker.words[`${kindOf(speaker, fact) ?? ''}.${name}`] ?? said(speaker, `op.${name}`)
}
function testParts(speaker: Speaker, test: Test, at: Spot): Part[] {
  const fact = [factPart(speaker, test.fact, [...at, 'fact'])]
  const space = test.fact.slice(0, test.fact.indexOf('.'))
  if ((space === 'decision' || space === 'history') && test.operator === 'equal' && typeof test.value === 'boolean') {
    return phrase(speaker, space, { fact, value: [{ text: said(speaker, `${space}.${test.value}`), role: 'value', at: [...at, 'value'], kind: 'option', value: test.value }] })
  }
  const op: Part = { text: operatorWord(speaker, test), role: 'word', at: [...at, 'operator'], kind: 'operator', value: test.operator }
  return phrase(speaker, 'test', { fact, op: [op], value: valueParts(speaker, test, [...at, 'value']) })
}

/** A condition in pieces; groups inside others stand in brackets. */
export function conditionParts(speaker: Speaker, condition: Condition, at: Spot, inside: boolean): Part[] {
  const group = (list: readonly Condition[], key: 'all' | 'any'): Part[] => {
    const join: Part = { text: said(speaker, key), role: 'word', at, kind: 'join', value: key }
    const parts = joined(list.map((c, i) => conditionParts(speaker, c, [...at, key, i], list.length > 1)), [join])
    return inside && list.length > 1 ? phrase(speaker, 'brackets', { inner: parts }) : parts
  }
  if ('all' in condition) return group(condition.all, 'all')
  if ('any' in condition) return group(condition.any, 'any')
  if ('not' in condition) {
    const inner = condition.not
    if ('condition' in inner) return phrase(speaker, 'not.shared', { name: [sharedPart(speaker, inner.condition, [...at, 'not'])] })
    return phrase(speaker, 'not', { inner: conditionParts(speaker, inner, [...at, 'not'], false) })
  }
  if ('condition' in condition) return phrase(speaker, 'shared', { name: [sharedPart(speaker, condition.condition, at)] })
  return testParts(speaker, condition, at)
}
const sharedPart = ({ ruleset }: Speaker, id: string, at: Spot): Part => ({ text: ruleset.conditions.find((c) => c.id === id)?.label ?? id, role: 'fact', at: [...at, 'condition'], kind: 'shared', value: id })
