import { conditionsOf, rulesOf } from '../../../check/walk.ts'
import { namesOf, namesOfRule, sharedConditions, sourcesOf } from '../../../model/names.ts'
import type { Cohort, Record } from '../../../model/record.ts'
import type { Condition, Fact, Ruleset } from '../../../model/ruleset.ts'
import type { Effort } from './effort.ts'
import { isMovable, positionOf } from './position.ts'

/** Facts that rules and conditions ask, by themselves or through derived ones. */
function asked(ruleset: Ruleset): Set<string> {
  const shared = sharedConditions(ruleset)
  const sources = new Map(ruleset.derived.map((d) => [d.id, sourcesOf(d.derive)]))
  const found = new Set<string>()
  const take = (name: string): void => {
    if (found.has(name)) return
    found.add(name)
    sources.get(name)?.forEach(take)
  }
  for (const { rule } of rulesOf(ruleset)) namesOfRule(rule, shared).values.forEach(take)
  for (const { condition } of conditionsOf(ruleset)) namesOf(condition, shared).values.forEach(take)
  return found
}
/** Numbers that conditions and effects hold against each fact. */
function heldAgainst(ruleset: Ruleset): Map<string, number[]> {
  const found = new Map<string, number[]>()
  const take = (fact: string, values: readonly unknown[]): void => void found.set(fact, [...(found.get(fact) ?? []), ...values.filter((v) => typeof v === 'number')])
  const walk = (condition: Condition): void => {
    if ('all' in condition) condition.all.forEach(walk)
    else if ('any' in condition) condition.any.forEach(walk)
    else if ('not' in condition) walk(condition.not)
    else if ('fact' in condition) take(condition.fact, [condition.value].flat())
  }
  for (const { condition } of conditionsOf(ruleset)) walk(condition)
  for (const { rule: { event: { params } } } of rulesOf(ruleset)) {
    if (!('fact' in params)) continue
    take(params.fact, ['target' in params ? params.target : null, ...('rows' in params ? params.rows.flatMap((r) => [r.from, r.below, r.equals]) : [])])
  }
  for (const { derive } of ruleset.derived) if (derive.op === 'shortfall') take(derive.fact, [derive.target])
  return found
}

/** From the lowest to the highest that any unit has or a rule holds against it, within the fact's own range. */
function between(fact: Fact, cohort: Cohort, held: readonly number[], now: number): { low: number; high: number } {
  const seen = cohort.records.flatMap((r) => positionOf(fact, r) ?? [])
  const least = Math.max(fact.min ?? -Infinity, fact.kind === 'count' ? 0 : -Infinity)
  const inside = (value: number): number => Math.min(Math.max(value, least), fact.max ?? Infinity)
  return { low: Math.min(now, inside(Math.min(...seen, ...held))), high: Math.max(now, inside(Math.max(...seen, ...held))) }
}
function effortOf(fact: Fact, record: Record, cohort: Cohort, held: readonly number[]): Effort[] {
  const now = positionOf(fact, record)
  if (now === null) return []
  if (fact.kind === 'boolean') return [{ fact: fact.id, step: 1, cost: 1, low: 0, high: 1 }]
  if (fact.kind === 'choice') return [{ fact: fact.id, step: 1, cost: 1, low: 0, high: (fact.options ?? []).length - 1 }]
  if (fact.kind === 'ratio') {
    const { denominator } = record.facts[fact.id] as { denominator: number }
    return [{ fact: fact.id, step: 1, cost: 1, low: 0, high: Math.max(now, denominator) }]
  }
  const range = between(fact, cohort, held, now)
  return [{ fact: fact.id, step: fact.kind === 'number' && range.high - range.low <= 1 ? 0.01 : 1, cost: 1, ...range }]
}

/**
 * What a unit can improve by its own work, unless the caller says otherwise: the facts that the ruleset marks so, that are given and asked by
 * some rule; each step costs 1. A ratio moves by its numerator up to its denominator; a number between the lowest and highest that any unit of the cohort has or
 * a rule holds against it; by 1, or by 0.01 where that range is no wider than 1. Surveys, ratings, events, dates and decisions stay as they are.
 */
export function improvable(ruleset: Ruleset, cohort: Cohort, unit: string): Effort[] {
  const record = cohort.records.find((r) => r.unit === unit)
  if (!record) return []
  const names = asked(ruleset)
  const held = heldAgainst(ruleset)
  return ruleset.facts.filter((f) => f.improvable === true && isMovable(f) && names.has(f.id)).flatMap((f) => effortOf(f, record, cohort, held.get(f.id) ?? []))
}
