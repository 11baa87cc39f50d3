import { criteriaOf, nodesOf } from '../../../check/walk.ts'
import { namesOf, namesOfRule, sharedConditions, sourcesOf, type Names } from '../../../model/names.ts'
import type { Condition, Rule, Ruleset } from '../../../model/ruleset.ts'

/** Facts that meet: what one of them does may depend on the others. Facts of different sets never meet; every given fact is in one. */
export function meetings(ruleset: Ruleset, facts: readonly string[], apart: boolean): string[][] {
  let sets = facts.map((id) => new Set([id]))
  for (const met of apart ? meets(ruleset) : [new Set(facts)]) {
    const touched = sets.filter((set) => [...set].some((id) => met.has(id)))
    if (touched.length > 1) sets = [...sets.filter((set) => !touched.includes(set)), new Set(touched.flatMap((set) => [...set]))]
  }
  return sets.map((set) => facts.filter((id) => set.has(id)))
}

/** The facts of each thing that is decided by itself: a criterion with all that may switch it off, a limit of losses, a side, a verdict, a requirement. */
function meets(ruleset: Ruleset): Set<string>[] {
  const shared = sharedConditions(ruleset)
  const sources = new Map(ruleset.derived.map((d) => [d.id, sourcesOf(d.derive)]))
  const deep = (name: string, into: Set<string>): Set<string> => {
    if (!into.has(name)) {
      into.add(name)
      sources.get(name)?.forEach((source) => deep(source, into))
    }
    return into
  }
  const all = (list: readonly Names[]): Set<string> => list.reduce((into, { values, states }) => [...values, ...states].reduce((found, name) => deep(name, found), into), new Set<string>())
  const of = (condition: Condition | undefined): Names => namesOf(condition, shared)
  const ofRules = (rules: readonly Rule[]): Names[] => rules.map((rule) => ({ values: namesOfRule(rule, shared).values, states: of(rule.conditions).states }))
  const nodes = nodesOf(ruleset)
  const above = (path: string): Names[] => nodes.filter((n) => path.startsWith(`${n.path}/`)).map((n) => of(n.node.applies))
  const verdicts = (path: string): Names[] => ruleset.verdicts.flatMap(({ effect, conditions }) => (effect.type === 'zero-item' && path.split('/').includes(effect.indicator) ? [of(conditions)] : []))
  const criteria = criteriaOf(ruleset).map(({ criterion, path }) => ({ path, names: all([...ofRules(criterion.rules), of(criterion.applies), ...above(path), ...verdicts(path)]) }))
  return [
    ...criteria.map((c) => c.names),
    ...nodes.filter((n) => n.node.lossCap !== undefined).map((n) => new Set(criteria.filter((c) => c.path.startsWith(`${n.path}/`)).flatMap((c) => [...c.names]))),
    ...(['bonus', 'deduction'] as const).map((side) => all([...ofRules(ruleset[side].rules ?? []), ...ruleset[side].classes.flatMap((c) => [of(c.applies), { values: new Set([c.events]), states: new Set<string>() }])])),
    ...ruleset.verdicts.map((v) => all([of(v.conditions)])),
    ...ruleset.gradings.flatMap((g) => (g.requires ?? []).map((r) => all([of(r.conditions)]))),
  ]
}
