import { join, under } from '../model/path.ts'
import type { Condition, Criterion, Indicator, Rule, Ruleset } from '../model/ruleset.ts'

export interface PlacedRule { rule: Rule; path: string; criterion: Criterion | null; side: 'bonus' | 'deduction' | null }
export interface PlacedCondition { condition: Condition; path: string; phase: 'facts' | 'grades' | 'outcomes' }
export interface PlacedNode { node: Indicator; path: string }
export interface PlacedCriterion { criterion: Criterion; path: string; node: Indicator }

export const isObject = (node: unknown): node is { [key: string]: unknown } => typeof node === 'object' && node !== null && !Array.isArray(node)
/** The member of an object or list under a name or place. */
export const inside = (node: unknown, name: string): unknown => (Array.isArray(node) ? node[Number(name)] : isObject(node) ? node[name] : undefined)
/** How a member is named in a path: by its id (or the unit it is about) where it has one, else by its place or property. */
function nameOf(list: unknown, name: string, member: unknown): string {
  const id = Array.isArray(list) && isObject(member) ? (member['id'] ?? member['unit']) : undefined
  return typeof id === 'string' ? id : name
}
/** Property names and places as a path by ids. */
export function pathByIds(data: unknown, names: readonly string[]): string {
  let node = data
  return join(...names.map((name) => {
    const member = inside(node, name)
    const id = nameOf(node, name, member)
    node = member
    return id
  }))
}
/** Visits everything in a document with its path, outermost first. */
export function visit(node: unknown, look: (node: unknown, path: string) => void, path = ''): void {
  look(node, path)
  if (typeof node !== 'object' || node === null) return
  for (const [key, member] of Object.entries(node)) visit(member, look, under(path, nameOf(node, key, member)))
}

/** Every indicator with its path, parents first; retired ones included. */
export const nodesOf = (ruleset: Ruleset): PlacedNode[] => {
  const below = (node: Indicator, path: string): PlacedNode[] => [{ node, path }, ...(node.children ?? []).flatMap((c) => below(c, under(path, 'children', c.id)))]
  return ruleset.indicators.flatMap((n) => below(n, under('indicators', n.id)))
}
export const criteriaOf = (ruleset: Ruleset): PlacedCriterion[] =>
  nodesOf(ruleset).flatMap(({ node, path }) => (node.criteria ?? []).map((criterion) => ({ criterion, path: under(path, 'criteria', criterion.id), node })))
export const rulesOf = (ruleset: Ruleset): PlacedRule[] => [
  ...criteriaOf(ruleset).flatMap(({ criterion, path }) => criterion.rules.map((rule) => ({ rule, path: under(path, 'rules', rule.id), criterion, side: null }))),
  ...(['bonus', 'deduction'] as const).flatMap((side) => (ruleset[side].rules ?? []).map((rule) => ({ rule, path: under(side, 'rules', rule.id), criterion: null, side }))),
]
/** Every condition of the document with where it stands and what it may see. */
export const conditionsOf = (ruleset: Ruleset): PlacedCondition[] => {
  const at = (condition: Condition | undefined, path: string, phase: PlacedCondition['phase'] = 'facts'): PlacedCondition[] => (condition ? [{ condition, path, phase }] : [])
  return [
    ...nodesOf(ruleset).flatMap(({ node, path }) => at(node.applies, under(path, 'applies'))),
    ...criteriaOf(ruleset).flatMap(({ criterion, path }) => at(criterion.applies, under(path, 'applies'))),
    ...rulesOf(ruleset).flatMap(({ rule, path }) => at(rule.conditions, under(path, 'conditions'))),
    ...ruleset.conditions.flatMap((c) => at(c.conditions, under('conditions', c.id, 'conditions'))),
    ...(['bonus', 'deduction'] as const).flatMap((side) => ruleset[side].classes.flatMap((c) => at(c.applies, under(side, 'classes', c.id, 'applies')))),
    ...ruleset.verdicts.flatMap((v) => at(v.conditions, under('verdicts', v.id, 'conditions'))),
    ...ruleset.ranking.pools.flatMap((p) => at(p.where, under('ranking/pools', p.id, 'where'))),
    ...ruleset.gradings.flatMap((g) => (g.requires ?? []).flatMap((r) => at(r.conditions, under('gradings', g.id, 'requires', r.id), 'grades'))),
    ...ruleset.outcomes.flatMap((o) => at(o.conditions, under('outcomes', o.id, 'conditions'), 'outcomes')),
  ]
}
