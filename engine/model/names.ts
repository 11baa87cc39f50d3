import { EFFECTS } from './effects.ts'
import type { Condition, Rule, Ruleset } from './ruleset.ts'

/** Names a condition or rule uses; those only asked for their state are apart. */
export interface Names { values: Set<string>; states: Set<string> }
export type Shared = ReadonlyMap<string, Condition>

export const sharedConditions = (ruleset: Pick<Ruleset, 'conditions'>): Shared => new Map(ruleset.conditions.map((c) => [c.id, c.conditions]))

/** Collects the names of a condition, shared ones included; an unknown or circular shared condition adds nothing. */
export function namesOf(condition: Condition | undefined, shared: Shared, into: Names = { values: new Set(), states: new Set() }, seen: readonly string[] = []): Names {
  if (condition === undefined) return into
  if ('all' in condition) condition.all.forEach((c) => namesOf(c, shared, into, seen))
  else if ('any' in condition) condition.any.forEach((c) => namesOf(c, shared, into, seen))
  else if ('not' in condition) namesOf(condition.not, shared, into, seen)
  else if ('condition' in condition) {
    if (!seen.includes(condition.condition)) namesOf(shared.get(condition.condition), shared, into, [...seen, condition.condition])
  } else {
    ;(condition.operator === 'hasState' ? into.states : into.values).add(condition.fact)
    if (typeof condition.value === 'object' && !Array.isArray(condition.value)) into.values.add(condition.value.fact)
  }
  return into
}

/** The names a rule needs: its condition's and its effect's. */
export function namesOfRule(rule: Rule, shared: Shared): Names {
  const names = namesOf(rule.conditions, shared)
  const params = rule.event.params as { [name: string]: unknown }
  for (const read of EFFECTS[rule.event.type].reads) names.values.add(String(params[read]))
  return names
}

/** The facts a derived fact is made of. */
export function sourcesOf(derive: Ruleset['derived'][number]['derive']): string[] {
  switch (derive.op) {
    case 'count':
    case 'sum':
      return [derive.events]
    case 'shortfall':
    case 'difference':
    case 'pool':
      return [derive.fact]
    case 'ratio':
      return [derive.numerator, derive.denominator]
    case 'mean':
    case 'median':
    case 'trimmedMean':
    case 'vetoes':
      return [derive.ratings]
    case 'survey':
      return [derive.survey]
    case 'weighted':
      return derive.facts.map((f) => f.id)
    case 'total':
      return derive.facts
    case 'workingDays':
      return [derive.from, derive.to]
    case 'position':
      return []
    case 'rescale':
      return [derive.fact, ...[derive.low, derive.high].flatMap((end) => (typeof end === 'object' ? [end.fact] : []))]
  }
}
