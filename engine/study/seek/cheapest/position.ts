import { add, exact, floor, fraction, mul, sub, div, toNumber } from '../../../model/decimal.ts'
import type { FactValue, Record } from '../../../model/record.ts'
import type { Fact } from '../../../model/ruleset.ts'
import type { Effort } from './effort.ts'

const KINDS: readonly Fact['kind'][] = ['count', 'number', 'amount', 'ratio', 'boolean', 'choice']
/** Kinds of facts that can be moved by steps; surveys, ratings, events and dates are not. */
export const isMovable = (fact: Fact): boolean => KINDS.includes(fact.kind)

/** Where a given value stands on its scale: the number, the numerator, 0 or 1, or the place among the options; null when it is not given. */
export function positionOf(fact: Fact, record: Record): number | null {
  const value = record.facts[fact.id]
  switch (fact.kind) {
    case 'count':
    case 'number':
    case 'amount':
      return typeof value === 'number' ? value : null
    case 'ratio':
      return typeof value === 'object' && 'numerator' in value && value.denominator > 0 ? value.numerator : null
    case 'boolean':
      return typeof value === 'boolean' ? Number(value) : null
    case 'choice': {
      const at = (fact.options ?? []).findIndex((o) => o.id === value)
      return at < 0 ? null : at
    }
    default:
      return null
  }
}
/** The value so many steps away; exact. */
export function valueAt(fact: Fact, record: Record, { step }: Effort, steps: number): FactValue {
  const now = positionOf(fact, record) ?? 0
  const to = toNumber(add(exact(now), mul(exact(step), fraction(BigInt(steps)))))
  if (fact.kind === 'ratio') return { ...(record.facts[fact.id] as { numerator: number; denominator: number }), numerator: to }
  if (fact.kind === 'boolean') return to === 1
  return fact.kind === 'choice' ? (fact.options?.[to]?.id ?? '') : to
}
/** How many steps a value may go down (negative) and up. */
export function stepsOf(fact: Fact, record: Record, { low, high, step }: Effort): [number, number] {
  const now = positionOf(fact, record) ?? 0
  const whole = (room: number, from: number): number => Math.max(0, Number(floor(div(sub(exact(room), exact(from)), exact(step)))))
  return [-whole(now, low) || 0, whole(high, now)]
}
