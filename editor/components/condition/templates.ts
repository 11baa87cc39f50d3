import type { Criterion, Effect, Quantity, Rule } from '../../../engine/index.ts'
import { freshRows, usable } from './effect.ts'

/** A common pattern of scoring: which facts it is for, and the rule it begins with. */
export interface Template { id: string; fits(quantity: Quantity): boolean; make(quantity: Quantity, points: number, start: Criterion['start']): Pick<Rule, 'conditions' | 'event'> }
const numeric = (quantity: Quantity): boolean => usable('deductEach', quantity)
const counted = (quantity: Quantity): boolean => numeric(quantity) && !quantity.percent
const yesNo = (quantity: Quantity): boolean => quantity.kind === 'boolean' && quantity.group === 'facts'
const when = (fact: string, operator: string, value: number | boolean | string): Rule['conditions'] => ({ all: [{ fact, operator, value }] })
const given = ({ name }: Quantity): Rule['conditions'] => when(name, 'hasState', 'given')
const half = (points: number): number => Math.max(0.1, Math.round(points * 5) / 10)
/** A target a fact can reach: all of a share, the top of a scale, else three. */
const targetOf = ({ percent, max }: Quantity): number => (percent ? 1 : max !== undefined && max > 0 && max <= 100 ? Math.min(max, max > 20 ? max : 3) : 3)
const effect = (type: Effect['type'], params: object): Effect => ({ type, params }) as Effect

/** The patterns that yearly schemes use most, by plain names. */
export const TEMPLATES: readonly Template[] = [
  { id: 'shortfall', fits: counted, make: (q, points) => ({ conditions: when(q.name, 'lessThan', targetOf(q)), event: effect('deductShortfall', { fact: q.name, target: targetOf(q), points: half(points) }) }) },
  { id: 'each', fits: counted, make: (q, points) => ({ conditions: when(q.name, 'greaterThanInclusive', 1), event: effect('deductEach', { fact: q.name, points: half(points) }) }) },
  { id: 'steps', fits: numeric, make: (q, points) => ({ conditions: when(q.name, 'lessThan', targetOf(q)), event: effect('deductSteps', { fact: q.name, target: targetOf(q), direction: 'below', step: q.percent ? 0.01 : 1, points: half(points), count: 'begun' }) }) },
  { id: 'absent', fits: yesNo, make: (q) => ({ conditions: when(q.name, 'equal', false), event: effect('zero', {}) }) },
  { id: 'absentDeduct', fits: yesNo, make: (q, points) => ({ conditions: when(q.name, 'equal', false), event: effect('deduct', { points: half(points) }) }) },
  { id: 'present', fits: yesNo, make: (q, points) => ({ conditions: when(q.name, 'equal', true), event: effect('award', { points }) }) },
  { id: 'threshold', fits: numeric, make: (q, points) => ({ conditions: when(q.name, 'greaterThanInclusive', q.percent ? 0.9 : targetOf(q)), event: effect('award', { points }) }) },
  { id: 'share', fits: numeric, make: (q) => ({ conditions: given(q), event: effect('share', { fact: q.name, target: targetOf(q) }) }) },
  { id: 'awardEach', fits: counted, make: (q, points) => ({ conditions: when(q.name, 'greaterThanInclusive', 1), event: effect('awardEach', { fact: q.name, points: half(points), cap: points }) }) },
  { id: 'lookup', fits: (q) => usable('lookup', q), make: (q, points, start) => ({ conditions: given(q), event: effect('lookup', { fact: q.name, mode: start === 'full' ? 'deduct' : 'set', rows: q.options?.length ? q.options.map((o, i, list) => ({ equals: o.id, points: list.length > 1 ? Math.round((points * 100 * (list.length - 1 - i)) / (list.length - 1)) / 100 : points })) : freshRows(q) }) }) },
  { id: 'assess', fits: (q) => q.group === 'facts' || q.group === 'derived', make: (q, points, start) => ({ conditions: q.kind === 'boolean' ? when(q.name, 'equal', true) : given(q), event: effect('assess', { mode: start === 'full' ? 'deduct' : 'set', from: 0, to: points }) }) },
]

/** The first id of the form r1, r2 … that no rule has. */
export const freshId = (taken: readonly { id: string }[]): string => {
  for (let n = taken.length + 1; ; n++) if (!taken.some(({ id }) => id === `r${n}`)) return `r${n}`
}
/** A new rule of a pattern; what it says is not given by the scheme until someone says so. */
export const ruleOf = (template: Template, quantity: Quantity, rules: readonly Rule[], criterion: Criterion | undefined): Rule => ({
  id: freshId(rules), ...template.make(quantity, criterion?.points ?? 1, criterion?.start ?? 'zero'),
  source: { ...(criterion?.source.clause === undefined ? {} : { clause: criterion.source.clause }), basis: 'assumed' },
})
/** Shared caps without a rule: what `caps` is when the rule is gone. */
export const capsWithout = (caps: Criterion['caps'], rule: string): Criterion['caps'] => {
  const left = caps?.map((cap) => ({ ...cap, rules: cap.rules.filter((id) => id !== rule) })).filter((cap) => cap.rules.length > 0)
  return left?.length ? left : undefined
}
