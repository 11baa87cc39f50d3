import { under } from '../model/path.ts'
import type { Condition, Criterion, Indicator, Rule, Ruleset } from '../model/ruleset.ts'

export interface PlacedRule { rule: Rule; path: string; criterion: Criterion | null }
export interface PlacedCondition { condition: Condition; path: string; phase: 'facts' | 'grades' | 'outcomes' }
export interface PlacedNode { node: Indicator; path: string }
export interface PlacedCriterion { criterion: Criterion; path: string; node: Indicator }

/** Every indicator with its path, parents first; retired ones included. */
export const nodesOf = (ruleset: Ruleset): PlacedNode[] => {
  const visit = (node: Indicator, path: string): PlacedNode[] => [{ node, path }, ...(node.children ?? []).flatMap((c) => visit(c, under(path, 'children', c.id)))]
  return ruleset.indicators.flatMap((n) => visit(n, under('indicators', n.id)))
}
export const criteriaOf = (ruleset: Ruleset): PlacedCriterion[] =>
  nodesOf(ruleset).flatMap(({ node, path }) => (node.criteria ?? []).map((criterion) => ({ criterion, path: under(path, 'criteria', criterion.id), node })))
export const rulesOf = (ruleset: Ruleset): PlacedRule[] => [
  ...criteriaOf(ruleset).flatMap(({ criterion, path }) => criterion.rules.map((rule) => ({ rule, path: under(path, 'rules', rule.id), criterion }))),
  ...(['bonus', 'deduction'] as const).flatMap((side) => (ruleset[side].rules ?? []).map((rule) => ({ rule, path: under(side, 'rules', rule.id), criterion: null }))),
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
