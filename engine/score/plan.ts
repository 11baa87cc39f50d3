import { sharedConditions, namesOf, namesOfRule, sourcesOf, type Names, type Shared } from '../model/names.ts'
import { under } from '../model/path.ts'
import type { Condition, Criterion, DerivedFact, Fact, Indicator, Rule, Ruleset } from '../model/ruleset.ts'

/** A condition with the key its answer is kept under. */
export interface Question { key: string; condition: Condition; names: Names }
export type Phase = 'stops' | 'facts' | 'grades' | 'outcomes'
export interface Node { indicator: Indicator; path: string; parent: Node | null; children: Node[]; items: Item[]; applies: Question | null }
/** A criterion where it stands in the tree. */
export interface Item { criterion: Criterion; path: string; node: Node; component: string; rules: RuleItem[]; applies: Question | null }
export interface RuleItem { rule: Rule; key: string; path: string; names: Names }

/** Everything about a ruleset that does not depend on data, found once. */
export interface Plan {
  ruleset: Ruleset
  facts: ReadonlyMap<string, Fact>
  /** Derived facts, each after those it is made of. */
  derived: readonly DerivedFact[]
  /** Those that look at other units; they are derived last, when it is known who was stopped. */
  pooled: readonly DerivedFact[]
  roots: readonly Node[]
  nodes: readonly Node[]
  items: readonly Item[]
  side: { bonus: readonly RuleItem[]; deduction: readonly RuleItem[] }
  questions: { [P in Phase]: readonly Question[] }
  question: ReadonlyMap<string, Question>
  shared: Shared
}

const isRetired = (indicator: Indicator, year: number): boolean => indicator.retired !== undefined && indicator.retired.year <= year

/** Lays a valid ruleset out for scoring; throws RangeError for an unknown reference. */
export function plan(ruleset: Ruleset): Plan {
  const shared = sharedConditions(ruleset)
  const ask = (key: string, condition: Condition): Question => ({ key, condition, names: namesOf(condition, shared) })
  const component = new Map(ruleset.methods.map((m) => [m.id, m.component]))
  const facts: Question[] = []
  const nodes: Node[] = []
  const items: Item[] = []
  const ruleItems = (rules: readonly Rule[], prefix: string, path: string): RuleItem[] =>
    rules.map((rule) => {
      const key = `${prefix}/${rule.id}`
      facts.push({ key, condition: rule.conditions, names: namesOf(rule.conditions, shared) })
      return { rule, key, path: under(path, 'rules', rule.id), names: namesOfRule(rule, shared) }
    })
  const applies = (thing: Indicator | Criterion): Question | null => {
    if (!thing.applies) return null
    const question = ask(`applies:${thing.id}`, thing.applies)
    facts.push(question)
    return question
  }
  const visit = (indicator: Indicator, path: string, parent: Node | null): Node[] => {
    if (isRetired(indicator, ruleset.year)) return []
    const node: Node = { indicator, path, parent, children: [], items: [], applies: applies(indicator) }
    nodes.push(node)
    for (const criterion of indicator.criteria ?? []) {
      const at = under(path, 'criteria', criterion.id)
      const feeds = component.get(criterion.method)
      if (feeds === undefined) throw new RangeError(`${at}: method ${criterion.method} feeds no component`)
      const item: Item = { criterion, path: at, node, component: feeds, rules: ruleItems(criterion.rules, `rule:${criterion.id}`, at), applies: applies(criterion) }
      node.items.push(item)
      items.push(item)
    }
    node.children = (indicator.children ?? []).flatMap((child) => visit(child, under(path, 'children', child.id), node))
    return [node]
  }
  const roots = ruleset.indicators.flatMap((indicator) => visit(indicator, under('indicators', indicator.id), null))
  const side = {
    bonus: ruleItems(ruleset.bonus.rules ?? [], 'bonus', 'bonus'),
    deduction: ruleItems(ruleset.deduction.rules ?? [], 'deduction', 'deduction'),
  }
  for (const name of ['bonus', 'deduction'] as const)
    for (const c of ruleset[name].classes) if (c.applies) facts.push(ask(`class:${name}/${c.id}`, c.applies))
  for (const verdict of ruleset.verdicts) if (verdict.conditions) facts.push(ask(`verdict:${verdict.id}`, verdict.conditions))
  for (const pool of ruleset.ranking.pools) if (pool.where) facts.push(ask(`pool:${pool.id}`, pool.where))
  const grades = ruleset.gradings.flatMap((g) => (g.requires ?? []).map((r) => ask(`requires:${g.id}/${r.id}`, r.conditions)))
  const outcomes = ruleset.outcomes.map((o) => ask(`outcome:${o.id}`, o.conditions))
  const order = derivedInOrder(ruleset.derived)
  const stops = ruleset.verdicts.flatMap((v) => (v.effect.type === 'stop' && v.conditions ? [ask(`verdict:${v.id}`, v.conditions)] : []))
  return {
    ruleset, shared, roots, nodes, items, side,
    facts: new Map(ruleset.facts.map((f) => [f.id, f])),
    derived: order.alone,
    pooled: order.pooled,
    questions: { stops, facts, grades, outcomes },
    question: new Map([...facts, ...grades, ...outcomes].map((q) => [q.key, q])),
  }
}

/** Derived facts in the order of their sources; those that look at other units, and what is made of them, apart. */
export function derivedInOrder(derived: readonly DerivedFact[]): { alone: DerivedFact[]; pooled: DerivedFact[] } {
  const order = inOrder(derived)
  const pooled = new Set<string>()
  for (const d of order) if (d.derive.op === 'pool' || sourcesOf(d.derive).some((id) => pooled.has(id))) pooled.add(d.id)
  return { alone: order.filter((d) => !pooled.has(d.id)), pooled: order.filter((d) => pooled.has(d.id)) }
}

/** Derived facts sorted so that each follows its sources; throws RangeError on a circle. */
function inOrder(derived: readonly DerivedFact[]): DerivedFact[] {
  const byId = new Map(derived.map((d) => [d.id, d]))
  const done = new Set<string>()
  const order: DerivedFact[] = []
  const visit = (fact: DerivedFact, trail: readonly string[]): void => {
    if (done.has(fact.id)) return
    if (trail.includes(fact.id)) throw new RangeError(`derived facts in a circle: ${[...trail, fact.id].join(' → ')}`)
    for (const source of sourcesOf(fact.derive)) {
      const next = byId.get(source)
      if (next) visit(next, [...trail, fact.id])
    }
    done.add(fact.id)
    order.push(fact)
  }
  derived.forEach((d) => visit(d, []))
  return order
}
