import { issue, type Issue } from '../model/issue.ts'
import { EFFECTS } from '../model/effects.ts'
import { DERIVATIONS } from '../model/fact.ts'
import { OPERATORS, isOperator, type Kind, type Operator } from '../model/operators.ts'
import { under } from '../model/path.ts'
import type { Condition, Ruleset, Test } from '../model/ruleset.ts'
import { conditionsOf, rulesOf, type PlacedCondition } from './walk.ts'

interface Quantity { kind: Kind | null; options?: readonly string[] }
const NUMBERS = new Set(['count', 'number', 'ratio', 'amount'])
const kindOf = (kind: string): Kind | null => (NUMBERS.has(kind) ? 'number' : kind === 'boolean' || kind === 'choice' || kind === 'date' || kind === 'text' ? kind : null)

/** What a name stands for, and null when there is no such thing or it may not be asked here. */
function quantity(ruleset: Ruleset, name: string, phase: PlacedCondition['phase']): Quantity | null {
  const [space, id = ''] = name.includes('.') ? name.split('.') : ['', name]
  switch (space) {
    case '': {
      const fact = ruleset.facts.find((f) => f.id === id)
      if (fact) return { kind: kindOf(fact.kind), ...(fact.options ? { options: fact.options.map((o) => o.id) } : {}) }
      const derived = ruleset.derived.find((d) => d.id === id)
      return derived ? { kind: kindOf(DERIVATIONS[derived.derive.op].kind) } : null
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

function test(ruleset: Ruleset, placed: PlacedCondition, t: Test): Issue[] {
  const at = (code: string, values: Issue['values']): Issue[] => [issue('error', code, placed.path, { fact: t.fact, operator: t.operator, ...values })]
  if (!isOperator(t.operator)) return at('condition.operator', { known: Object.keys(OPERATORS).join(' ') })
  const seen = quantity(ruleset, t.fact, placed.phase)
  if (!seen) return at('condition.unknown-fact', {})
  if (seen.kind === null) return at('condition.unusable-fact', {})
  const operator: Operator = OPERATORS[t.operator]
  if (operator.operand === 'state') return ['given', 'missing', 'not-applicable'].includes(String(t.value)) ? [] : at('condition.operand', { wanted: 'given missing not-applicable' })
  if (!operator.kinds.includes(seen.kind)) return at('condition.operator-kind', { kind: seen.kind })
  if (typeof t.value === 'object' && !Array.isArray(t.value)) {
    const other = quantity(ruleset, t.value.fact, placed.phase)
    return other?.kind === seen.kind && operator.operand === 'scalar' ? [] : at('condition.operand', { wanted: seen.kind })
  }
  const list: readonly unknown[] = Array.isArray(t.value) ? t.value : [t.value]
  const shape = operator.operand === 'scalar' ? !Array.isArray(t.value) : Array.isArray(t.value) && list.length > 0 && (operator.operand === 'list' || list.length === 2)
  const type = TYPES[seen.kind]
  if (!shape || list.some((v) => typeof v !== type)) return at('condition.operand', { wanted: operator.operand === 'scalar' ? seen.kind : `${operator.operand} ${seen.kind}` })
  const strange = seen.options ? list.find((v) => !seen.options?.includes(String(v))) : undefined
  if (strange !== undefined) return at('condition.option', { value: String(strange), known: seen.options?.join(' ') ?? '' })
  if (seen.kind === 'date' && list.some((v) => !/^\d{4}-\d{2}-\d{2}$/.test(String(v)))) return at('condition.operand', { wanted: 'YYYY-MM-DD' })
  return []
}
function walk(ruleset: Ruleset, placed: PlacedCondition, condition: Condition): Issue[] {
  if ('all' in condition) return condition.all.flatMap((c) => walk(ruleset, placed, c))
  if ('any' in condition) return condition.any.flatMap((c) => walk(ruleset, placed, c))
  if ('not' in condition) return walk(ruleset, placed, condition.not)
  if ('condition' in condition) return ruleset.conditions.some((c) => c.id === condition.condition) ? [] : [issue('error', 'reference.unknown', placed.path, { kind: 'condition', id: condition.condition })]
  return test(ruleset, placed, condition)
}

const NUMERIC_DERIVATIONS = new Set<string>(['count', 'number', 'ratio', 'amount'])
/** Do effects read facts they can count with, and do ranges and caps make sense? */
function effects(ruleset: Ruleset): Issue[] {
  return rulesOf(ruleset).flatMap(({ rule, path, criterion }) => {
    const { type, params } = rule.event
    const found: Issue[] = []
    if ('fact' in params) {
      const fact = ruleset.facts.find((f) => f.id === params.fact)
      const numeric = fact ? NUMBERS.has(fact.kind) : NUMERIC_DERIVATIONS.has(DERIVATIONS[ruleset.derived.find((d) => d.id === params.fact)?.derive.op ?? 'count'].kind)
      const lookup = type === 'lookup' && fact !== undefined && ['choice', 'boolean', 'date'].includes(fact.kind)
      if (!numeric && !lookup) found.push(issue('error', 'effect.unusable-fact', path, { fact: params.fact, effect: type }))
    }
    if (type === 'share' && params.target === 0) found.push(issue('error', 'effect.target', path, {}))
    if ((type === 'deductSteps' || type === 'awardSteps') && params.step === 0) found.push(issue('error', 'effect.step', path, {}))
    if (type === 'assess' && (params.from > params.to || (criterion && params.to > criterion.points))) found.push(issue('error', 'effect.range', path, { from: params.from, to: params.to }))
    if (criterion && 'points' in params && EFFECTS[type].mode !== 'deduct' && params.points > criterion.points) found.push(issue('warning', 'effect.above-points', path, { points: params.points, full: criterion.points }))
    return found
  })
}

/** Every condition against what its facts can be, and every effect against what it reads. */
export const conditions = (ruleset: Ruleset): Issue[] => [
  ...conditionsOf(ruleset).flatMap((placed) => walk(ruleset, placed, placed.condition)),
  ...effects(ruleset),
  ...ruleset.verdicts.filter((v) => v.effect.type === 'zero-file' && v.conditions).map((v) => issue('error', 'verdict.file-condition', under('verdicts', v.id), {})),
].concat(ruleset.outcomes.filter((o) => !o.recipients?.length && o.type === 'copy').map((o) => issue('warning', 'outcome.no-recipient', under('outcomes', o.id), { outcome: o.id })))
