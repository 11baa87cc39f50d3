import { issue, type Issue } from '../model/issue.ts'
import { OPERATORS, isOperator, type Kind, type Operator } from '../model/operators.ts'
import { under } from '../model/path.ts'
import type { Condition, Ruleset, Test } from '../model/ruleset.ts'
import { isNumeric, kindOf, rangeOf } from './kinds.ts'
import { conditionsOf, type PlacedCondition } from './walk.ts'

/** What a condition may compare: its kind (null: nothing to compare), its options, its bounds. */
export interface Quantity { kind: Kind | null; options?: readonly string[]; min?: number; max?: number }
const comparable = (kind: string): Kind | null => (isNumeric(kind) ? 'number' : kind === 'boolean' || kind === 'choice' || kind === 'date' ? kind : null)

/** What a name stands for, and null when there is no such thing or it may not be asked here. */
export function quantity(ruleset: Ruleset, name: string, phase: PlacedCondition['phase']): Quantity | null {
  const [space, id = ''] = name.includes('.') ? name.split('.') : ['', name]
  switch (space) {
    case '': {
      const kind = kindOf(ruleset, id)
      if (kind === undefined) return null
      const fact = ruleset.facts.find((f) => f.id === id)
      return { kind: comparable(kind), ...rangeOf(ruleset, id), ...(fact?.options ? { options: fact.options.map((o) => o.id) } : {}) }
    }
    case 'unit': {
      if (id === 'category') return { kind: 'choice', options: ruleset.categories.map((c) => c.id) }
      if (id === 'id') return { kind: 'text' }
      const attribute = ruleset.attributes.find((a) => a.id === id)
      return attribute ? { kind: attribute.kind, ...(attribute.options ? { options: attribute.options.map((o) => o.id) } : {}) } : null
    }
    case 'decision':
      return ruleset.decisionKinds.some((d) => d.id === id) ? { kind: 'boolean' } : null
    case 'result': {
      if (phase === 'facts') return null
      if (['base', 'bonus', 'deduction', 'total'].includes(id)) return { kind: 'number' }
      if (phase === 'grades') return null
      return id === 'grade' ? { kind: 'choice', options: ruleset.grades.map((g) => g.id) } : id === 'rank' ? { kind: 'number' } : id === 'pool' ? { kind: 'choice', options: ruleset.ranking.pools.map((p) => p.id) } : null
    }
    case 'history': {
      const rule = phase === 'outcomes' ? ruleset.history.find((h) => h.id === id) : undefined
      return rule ? { kind: rule.type === 'streak' ? 'number' : 'boolean' } : null
    }
    default:
      return null
  }
}

const TYPES: { [K in Kind]: string } = { number: 'number', boolean: 'boolean', choice: 'string', date: 'string', text: 'string' }

function test(ruleset: Ruleset, { path, phase }: PlacedCondition, t: Test): Issue[] {
  const at = (code: string, values: Issue['values']): Issue[] => [issue('error', code, path, { fact: t.fact, operator: t.operator, ...values })]
  if (!isOperator(t.operator)) return at('condition.operator', { known: Object.keys(OPERATORS).join(' ') })
  const seen = quantity(ruleset, t.fact, phase)
  if (!seen) return at('condition.unknown-fact', {})
  if (seen.kind === null) return at('condition.unusable-fact', {})
  const operator: Operator = OPERATORS[t.operator]
  if (operator.operand === 'state') return ['given', 'missing', 'not-applicable'].includes(String(t.value)) ? [] : at('condition.operand', { wanted: 'state' })
  if (!operator.kinds.includes(seen.kind)) return at('condition.operator-kind', { kind: seen.kind })
  if (typeof t.value === 'object' && !Array.isArray(t.value)) {
    const other = quantity(ruleset, t.value.fact, phase)
    return other?.kind === seen.kind && operator.operand === 'scalar' ? [] : at('condition.operand', { wanted: seen.kind })
  }
  const list: readonly unknown[] = Array.isArray(t.value) ? t.value : [t.value]
  const shape = operator.operand === 'scalar' ? !Array.isArray(t.value) : Array.isArray(t.value) && list.length > 0 && (operator.operand === 'list' || list.length === 2)
  const type = TYPES[seen.kind]
  if (!shape || list.some((v) => typeof v !== type)) return at('condition.operand', { wanted: operator.operand === 'scalar' ? seen.kind : operator.operand === 'pair' ? 'pair-number' : `list-${seen.kind}` })
  const strange = seen.options ? list.find((v) => !seen.options?.includes(String(v))) : undefined
  if (strange !== undefined) return at('condition.option', { value: String(strange), known: seen.options?.join(' ') ?? '' })
  if (seen.kind === 'date' && list.some((v) => !/^\d{4}-\d{2}-\d{2}$/.test(String(v)))) return at('condition.operand', { wanted: 'day' })
  if (seen.kind !== 'number') return []
  const [low, high] = list as number[]
  if (operator.operand === 'pair' && low !== undefined && high !== undefined && low > high) return at('condition.pair', { low, high })
  const beyond = list.find((v) => Number(v) < (seen.min ?? -Infinity) || Number(v) > (seen.max ?? Infinity))
  return beyond === undefined ? [] : [issue('warning', 'condition.range', path, { fact: t.fact, value: Number(beyond), min: seen.min ?? '−∞', max: seen.max ?? '∞' })]
}
function walk(ruleset: Ruleset, placed: PlacedCondition): Issue[] {
  const { condition, path } = placed
  const within = (list: readonly Condition[], name: string): Issue[] => list.flatMap((c, i) => walk(ruleset, { ...placed, condition: c, path: under(path, name, i) }))
  if ('all' in condition) return within(condition.all, 'all')
  if ('any' in condition) return within(condition.any, 'any')
  if ('not' in condition) return walk(ruleset, { ...placed, condition: condition.not, path: under(path, 'not') })
  if ('condition' in condition) return ruleset.conditions.some((c) => c.id === condition.condition) ? [] : [issue('error', 'reference.unknown', path, { kind: 'condition', id: condition.condition })]
  return test(ruleset, placed, condition)
}

/** Every condition against what its facts can be: operators by kind, operands by kind, options and range. */
export const conditions = (ruleset: Ruleset): Issue[] => conditionsOf(ruleset).flatMap((placed) => walk(ruleset, placed))
