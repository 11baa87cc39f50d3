import { issue, type Issue } from '../model/issue.ts'
import { sourcesOf } from '../model/names.ts'
import { under } from '../model/path.ts'
import type { Condition, Ruleset } from '../model/ruleset.ts'
import { criteriaOf, nodesOf, rulesOf } from './walk.ts'

interface HasId { id: string }
const doubles = (list: readonly HasId[], path: (item: HasId) => string): Issue[] => {
  const seen = new Set<string>()
  return list.flatMap((item) => (seen.has(item.id) || !seen.add(item.id) ? [issue('error', 'id.double', path(item), { id: item.id })] : []))
}
const unknown = (kind: string, id: string | undefined, list: readonly HasId[], path: string): Issue[] =>
  id === undefined || list.some((item) => item.id === id) ? [] : [issue('error', 'reference.unknown', path, { kind, id })]

/** Ids: each once in its list (indicators and criteria once in the tree, facts and derived facts together), every one that is used exists, no circles. */
export function references(ruleset: Ruleset): Issue[] {
  const nodes = nodesOf(ruleset)
  const criteria = criteriaOf(ruleset)
  const facts = [...ruleset.facts, ...ruleset.derived]
  const placed = new Map<HasId, string>([...nodes.map(({ node, path }): [HasId, string] => [node, path]), ...criteria.map(({ criterion, path }): [HasId, string] => [criterion, path])])
  return [
    ...doubles([...placed.keys()], (item) => placed.get(item) ?? ''),
    ...doubles(facts, (item) => under('facts', item.id)),
    ...criteria.flatMap(({ criterion, path }) => doubles(criterion.rules, (r) => under(path, 'rules', r.id))),
    ...(['categories', 'attributes', 'bodies', 'methods', 'components', 'conditions', 'decisionKinds', 'verdicts', 'grades', 'gradings', 'history', 'outcomes', 'delegations', 'clauses', 'bases'] as const).flatMap((key) => doubles(ruleset[key], (item) => under(key, item.id))),
    ...doubles(ruleset.ranking.pools, (item) => under('ranking/pools', item.id)),
    ...uses(ruleset),
    ...circles(ruleset),
    ...clauses(ruleset),
  ]
}

function uses(ruleset: Ruleset): Issue[] {
  const { methods, bodies, components, categories, grades, decisionKinds } = ruleset
  const facts = [...ruleset.facts, ...ruleset.derived]
  const nodes = nodesOf(ruleset)
  const sides = (['bonus', 'deduction'] as const).flatMap((name) => [
    ...ruleset[name].classes.flatMap((c) => {
      const path = under(name, 'classes', c.id)
      const events = ruleset.facts.find((f) => f.id === c.events)
      return [
        ...unknown('fact', c.events, ruleset.facts, path),
        ...(events && events.kind !== 'events' ? [issue('error', 'fact.not-events', path, { fact: c.events })] : []),
        ...c.tariff.flatMap((t) => [...unknown('kind', t.kind, events?.kinds ?? [], under(path, 'tariff', t.id)), ...unknown('level', t.level, events?.levels ?? [], under(path, 'tariff', t.id))]),
      ]
    }),
    ...unknown('decision', ruleset[name].cap?.override, decisionKinds, under(name, 'cap')),
  ])
  return [
    ...methods.flatMap((m) => unknown('component', m.component, components, under('methods', m.id))),
    ...ruleset.facts.flatMap((f) => [...unknown('method', f.method, methods, under('facts', f.id)), ...unknown('body', f.body, bodies, under('facts', f.id))]),
    ...ruleset.derived.flatMap((d) => sourcesOf(d.derive).flatMap((id) => unknown('fact', id, facts, under('derived', d.id)))),
    ...criteriaOf(ruleset).flatMap(({ criterion, path }) => [
      ...unknown('method', criterion.method, methods, path),
      ...(methods.some((m) => m.id === criterion.method && m.component === undefined) ? [issue('error', 'method.no-component', path, { method: criterion.method })] : []),
      ...(criterion.bodies ?? []).flatMap((b) => unknown('body', b.id, bodies, path)),
      ...(criterion.caps ?? []).flatMap((cap) => cap.rules.flatMap((id) => unknown('rule', id, criterion.rules, under(path, 'caps', cap.id)))),
    ]),
    ...rulesOf(ruleset).flatMap(({ rule, path }) => ('fact' in rule.event.params ? unknown('fact', rule.event.params.fact, facts, path) : [])),
    ...ruleset.verdicts.flatMap((v) => {
      const path = under('verdicts', v.id)
      if (v.effect.type === 'zero-file') return unknown('fact', v.effect.ratings, ruleset.facts, path)
      if (v.effect.type === 'zero-item') return unknown('indicator', v.effect.indicator, [...nodes.map((n) => n.node), ...criteriaOf(ruleset).map((c) => c.criterion)], path)
      return v.effect.type === 'fix-total' ? [] : unknown('grade', v.effect.grade, grades, path)
    }),
    ...sides,
    ...ruleset.gradings.flatMap((g) => [
      ...(g.categories ?? []).flatMap((id) => unknown('category', id, categories, under('gradings', g.id))),
      ...[...g.bands, ...(g.quotas ?? []), ...(g.requires ?? [])].flatMap((b) => unknown('grade', b.grade, grades, under('gradings', g.id))),
    ]),
    ...ruleset.ranking.pools.flatMap((p) => p.categories.flatMap((id) => unknown('category', id, categories, under('ranking/pools', p.id)))),
    ...ruleset.ranking.tieBreaks.flatMap((t) => (t.quantity === 'component' ? unknown('component', t.of, components, 'ranking') : t.quantity === 'indicator' ? unknown('indicator', t.of, nodes.map((n) => n.node), 'ranking') : t.quantity === 'attribute' ? unknown('attribute', t.of, ruleset.attributes, 'ranking') : [])),
    ...ruleset.history.flatMap((h) => (h.type === 'streak' ? h.grades : h.type === 'last' ? (h.exempt ?? []) : []).flatMap((id) => unknown('grade', id, grades, under('history', h.id)))),
    ...ruleset.outcomes.flatMap((o) => [
      ...(o.recipients ?? []).flatMap((r) => [...unknown('body', r.body, bodies, under('outcomes', o.id)), ...unknown('attribute', r.attribute, ruleset.attributes, under('outcomes', o.id))]),
      ...(o.proposedTo ?? []).flatMap((id) => unknown('body', id, bodies, under('outcomes', o.id))),
    ]),
    ...ruleset.delegations.flatMap((d) => d.to.flatMap((id) => unknown('body', id, bodies, under('delegations', d.id)))),
    ...ruleset.workflow.approvals.flatMap((a) => a.by.flatMap((id) => unknown('body', id, bodies, under('workflow/approvals', a.id)))),
  ]
}

function circles(ruleset: Ruleset): Issue[] {
  const derived = new Map(ruleset.derived.map((d) => [d.id, sourcesOf(d.derive)]))
  const shared = new Map(ruleset.conditions.map((c) => [c.id, sharedIn(c.conditions)]))
  const find = (graph: ReadonlyMap<string, readonly string[]>, list: string): Issue[] => {
    const reaches = (from: string, goal: string, seen: Set<string>): boolean => (graph.get(from) ?? []).some((next) => next === goal || (!seen.has(next) && Boolean(seen.add(next)) && reaches(next, goal, seen)))
    return [...graph.keys()].filter((id) => reaches(id, id, new Set())).map((id) => issue('error', 'reference.circle', under(list, id), { id }))
  }
  return [...find(derived, 'derived'), ...find(shared, 'conditions')]
}
const sharedIn = (condition: Condition): string[] =>
  'all' in condition ? condition.all.flatMap(sharedIn) : 'any' in condition ? condition.any.flatMap(sharedIn) : 'not' in condition ? sharedIn(condition.not) : 'condition' in condition ? [condition.condition] : []

/** Clauses that are cited but not in the document's list. */
function clauses(ruleset: Ruleset): Issue[] {
  const known = new Set(ruleset.clauses.map((c) => c.id))
  const missing = new Map<string, string>()
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return
    const clause = (node as { source?: { clause?: unknown } }).source?.clause
    if (typeof clause === 'string' && !known.has(clause) && !missing.has(clause)) missing.set(clause, path)
    for (const [key, item] of Object.entries(node)) walk(item, under(path, Array.isArray(node) && typeof item === 'object' && item !== null && 'id' in item ? String((item as HasId).id) : key))
  }
  walk(ruleset, '')
  return [...missing].map(([clause, path]) => issue('warning', 'clause.unlisted', path, { clause }))
}
