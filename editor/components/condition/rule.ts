import type { Condition, Effect, Json, OperatorName, Part, Rule, Spot, Step } from '../../../engine/index.ts'
import { withSource } from './effect.ts'
import { withFact, withOperator, type Setting } from './test.ts'
import { at, change, group, membersOf, topped, type Join } from './tree.ts'

/** A JSON value with what stands at a spot made new. */
function put(node: Json, [name, ...rest]: Spot, value: Json): Json {
  if (name === undefined) return value
  if (Array.isArray(node)) return node.with(Number(name), put(node[Number(name)] as Json, rest, value))
  const object = node as { [key: string]: Json }
  return { ...object, [name]: put(object[name] as Json, rest, value) }
}
const set = (path: string, key: 'conditions' | 'event', from: unknown, to: unknown): Step => ({ type: 'set', path, key, from: from as Json, to: to as Json })

/** The one fact a condition asks about; undefined for none or several. */
export function onlyFact(condition: Condition): string | undefined {
  if ('fact' in condition) return typeof condition.value === 'object' && !Array.isArray(condition.value) ? undefined : condition.fact
  if ('not' in condition) return onlyFact(condition.not)
  const facts = new Set((membersOf(condition)?.list ?? []).map(onlyFact))
  return facts.size === 1 ? [...facts][0] : undefined
}
/** Steps that give a rule another condition; an effect that counted the condition's only fact goes with it to the new one. */
export function conditionSteps(path: string, rule: Rule, condition: Condition, { known }: Setting): Step[] {
  const steps = [set(path, 'conditions', rule.conditions, topped(condition))]
  const [before, now] = [onlyFact(rule.conditions), onlyFact(condition)]
  const next = now === undefined ? undefined : known.get(now)
  const follows = 'fact' in rule.event.params && rule.event.params.fact === before && now !== before && next?.kind === known.get(before ?? '')?.kind
  return follows && next && (next.group === 'facts' || next.group === 'derived') ? [...steps, set(path, 'event', rule.event, withSource(rule.event, next))] : steps
}
export const effectSteps = (path: string, rule: Rule, event: Effect): Step[] => [set(path, 'event', rule.event, event)]

/** Steps for one piece of a rule's sentence changed in place. */
export function partSteps(path: string, rule: Rule, part: Part, value: string | number | boolean, setting: Setting): Step[] {
  const [root, ...spot] = part.at ?? []
  if (root === 'event') {
    const source = part.kind === 'fact' ? setting.known.get(String(value)) : undefined
    return effectSteps(path, rule, source ? withSource(rule.event, source) : (put(rule.event as unknown as Json, spot, value) as unknown as Effect))
  }
  const own = part.kind === 'fact' || part.kind === 'operator' || part.kind === 'shared' ? spot.slice(0, spot.at(-2) === 'value' ? -2 : -1) : spot
  const made = (old: Condition): Condition => {
    if (part.kind === 'join') return group(value as Join, membersOf(old)?.list ?? [])
    const quantity = setting.known.get(part.kind === 'fact' ? String(value) : 'fact' in old ? old.fact : '')
    if (part.kind === 'fact' && spot.at(-2) === 'value') return put(old as Json, ['value', 'fact'], value) as Condition
    if (part.kind === 'fact' && quantity) return withFact(old, quantity, setting)
    if (part.kind === 'operator' && quantity && 'fact' in old) return withOperator(old, value as OperatorName, quantity, setting)
    return old
  }
  const inner = part.kind === 'number' || part.kind === 'option' || part.kind === 'state' || part.kind === 'shared'
  const next = inner ? (put(rule.conditions as unknown as Json, spot, value) as unknown as Condition) : change(rule.conditions, own, made)
  return next && at(next, []) ? conditionSteps(path, rule, next, setting) : []
}
