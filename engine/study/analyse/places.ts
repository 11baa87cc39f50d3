import { namesOf, namesOfRule, sharedConditions } from '../../model/names.ts'
import { under } from '../../model/path.ts'
import type { Condition, Criterion, Indicator, Rule, Ruleset } from '../../model/ruleset.ts'
import type { Cohort } from '../../model/record.ts'
import type { CaseFile } from '../../model/case.ts'
import { ANYTHING, acting, type Boxes, type Ground } from './boxes.ts'
import { domains } from './domains.ts'

/** A rule where it stands, with the records for which it acts. */
export interface PlacedRule { rule: Rule; path: string; acts: Boxes; criterion: PlacedCriterion | null }
/** A criterion that is in force, with the records it concerns. */
export interface PlacedCriterion { criterion: Criterion; path: string; leaf: Indicator; leafPath: string; component: string | undefined; applies: readonly Condition[]; above: Boxes; concerns: Boxes; rules: PlacedRule[] }
export interface PlacedNode { node: Indicator; path: string; applies: readonly Condition[]; above: Boxes; criteria: PlacedCriterion[] }
/** A ruleset laid out for analysis. */
export interface World extends Ground {
  ruleset: Ruleset
  nodes: PlacedNode[]
  criteria: PlacedCriterion[]
  /** Rules of criteria and of both sides of adjustments. */
  rules: PlacedRule[]
  cases: CaseFile | undefined
  cohort: Cohort | undefined
}
/** What may be told beside the rules: worked cases, and a cohort for the sizes of its pools. */
export interface AnalyseOptions { cases?: CaseFile; cohort?: Cohort }

/** Lays out what is in force: retired indicators are left out. */
export function layOut(ruleset: Ruleset, options: AnalyseOptions = {}): World {
  const ground: Ground = { domains: domains(ruleset), shared: sharedConditions(ruleset) }
  const component = new Map(ruleset.methods.map((m) => [m.id, m.component]))
  const nodes: PlacedNode[] = []
  const placeRule = (rule: Rule, path: string, boxes: Boxes, criterion: PlacedCriterion | null): PlacedRule =>
    ({ rule, path, criterion, acts: acting(rule.conditions, namesOfRule(rule, ground.shared), boxes, ground) })
  const inside = (applies: Condition | undefined, boxes: Boxes): Boxes => (applies ? acting(applies, namesOf(applies, ground.shared), boxes, ground) : boxes)
  const visit = (node: Indicator, path: string, above: Boxes, conditions: readonly Condition[]): void => {
    if (node.retired && node.retired.year <= ruleset.year) return
    const applies = node.applies ? [...conditions, node.applies] : conditions
    const here = inside(node.applies, above)
    const criteria = (node.criteria ?? []).map((criterion): PlacedCriterion => {
      const at = under(path, 'criteria', criterion.id)
      const concerns = inside(criterion.applies, here)
      const placed: PlacedCriterion = { criterion, path: at, leaf: node, leafPath: path, component: component.get(criterion.method), applies: criterion.applies ? [...applies, criterion.applies] : applies, above: here, concerns, rules: [] }
      placed.rules = criterion.rules.map((rule) => placeRule(rule, under(at, 'rules', rule.id), concerns, placed))
      return placed
    })
    nodes.push({ node, path, applies, above, criteria })
    for (const child of node.children ?? []) visit(child, under(path, 'children', child.id), here, applies)
  }
  for (const root of ruleset.indicators) visit(root, under('indicators', root.id), [ANYTHING], [])
  const criteria = nodes.flatMap((n) => n.criteria)
  const sides = (['bonus', 'deduction'] as const).flatMap((side) => (ruleset[side].rules ?? []).map((rule) => placeRule(rule, under(side, 'rules', rule.id), [ANYTHING], null)))
  return { ...ground, ruleset, nodes, criteria, rules: [...criteria.flatMap((c) => c.rules), ...sides], cases: options.cases, cohort: options.cohort }
}
