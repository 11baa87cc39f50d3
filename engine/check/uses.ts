import { sourcesOf } from '../model/names.ts'
import { under } from '../model/path.ts'
import type { Derivation, EventFilter, Fact, Ruleset } from '../model/ruleset.ts'
import { criteriaOf, nodesOf, rulesOf } from './walk.ts'

interface HasId { id: string }
type Kind =
  | 'attribute' | 'body' | 'category' | 'component' | 'decision' | 'event-kind' | 'event-level' | 'event-source' | 'fact' | 'given-fact' | 'grade' | 'indicator' | 'method'
  | 'option' | 'place' | 'rule' | 'severity' | 'time-limit'
/** An id that is used somewhere, and what must have it: a list of the ruleset by kind, or the members given. */
export interface Use { kind: Kind; id: string; path: string; among?: readonly HasId[] }

/** Everything of a kind that may be referred to. */
export function known(ruleset: Ruleset, kind: Kind): readonly HasId[] {
  switch (kind) {
    case 'attribute': return ruleset.attributes
    case 'body': return ruleset.bodies
    case 'category': return ruleset.categories
    case 'component': return ruleset.components
    case 'decision': return ruleset.decisionKinds
    case 'fact': return [...ruleset.facts, ...ruleset.derived]
    case 'grade': return ruleset.grades
    case 'given-fact': return ruleset.facts
    case 'indicator': return nodesOf(ruleset).map((n) => n.node)
    case 'method': return ruleset.methods
    case 'place': return [...nodesOf(ruleset).map((n) => n.node), ...criteriaOf(ruleset).map((c) => c.criterion)]
    case 'time-limit': return ruleset.workflow.limits
    default: return []
  }
}
/** Ids used at a path; what is left out uses nothing. */
const use = (kind: Kind, path: string, ids: string | readonly string[] | undefined, among?: readonly HasId[]): Use[] =>
  (ids === undefined ? [] : typeof ids === 'string' ? [ids] : ids).map((id) => ({ kind, id, path, ...(among ? { among } : {}) }))

/** Every use of an id, conditions apart. */
export const usesOf = (ruleset: Ruleset): Use[] => [...collecting(ruleset), ...scoring(ruleset), ...judging(ruleset), ...working(ruleset)]

/** Methods, facts, derived facts. */
const collecting = (ruleset: Ruleset): Use[] => [
  ...(ruleset.categoryGroups ?? []).flatMap((g) => use('category', under('categoryGroups', g.id), g.categories)),
  ...ruleset.methods.flatMap((m) => use('component', under('methods', m.id), m.component)),
  ...ruleset.facts.flatMap((f) => [...use('method', under('facts', f.id), f.method), ...use('body', under('facts', f.id), f.body)]),
  ...ruleset.derived.flatMap((d) => derived(ruleset, d.derive, under('derived', d.id))),
]
function derived(ruleset: Ruleset, derive: Derivation, path: string): Use[] {
  const made = use('fact', path, sourcesOf(derive))
  const source = ruleset.facts.find((f) => f.id === sourcesOf(derive)[0])
  if (derive.op === 'survey') return [...made, ...(source?.options ? use('option', path, derive.weights.map((w) => w.id), source.options) : [])]
  return 'where' in derive && derive.where && source ? [...made, ...filtered(derive.where, source, path)] : made
}
const filtered = (where: EventFilter, { kinds, levels, sources, severities }: Fact, path: string): Use[] => [
  ...(kinds ? use('event-kind', path, where.kinds, kinds) : []), ...(levels ? use('event-level', path, where.levels, levels) : []),
  ...(sources ? use('event-source', path, where.sources, sources) : []), ...(severities ? use('severity', path, where.severities, severities) : []),
]

/** Criteria, rules, adjustments. */
const scoring = (ruleset: Ruleset): Use[] => [
  ...criteriaOf(ruleset).flatMap(({ criterion, path }) => [
    ...use('method', path, criterion.method),
    ...use('body', path, (criterion.bodies ?? []).map((b) => b.id)),
    ...(criterion.caps ?? []).flatMap((cap) => use('rule', under(path, 'caps', cap.id), cap.rules, criterion.rules)),
  ]),
  ...rulesOf(ruleset).flatMap(({ rule, path }) => ('fact' in rule.event.params ? use('fact', path, rule.event.params.fact) : [])),
  ...(['bonus', 'deduction'] as const).flatMap((name) => [
    ...ruleset[name].classes.flatMap((c) => {
      const path = under(name, 'classes', c.id)
      const events = ruleset.facts.find((f) => f.id === c.events)
      return [...use('given-fact', path, c.events), ...(events ? c.tariff.flatMap((t) => tariff(t, events, under(path, 'tariff', t.id))) : [])]
    }),
    ...use('decision', under(name, 'cap'), ruleset[name].cap?.override),
  ]),
]
const tariff = (row: Ruleset['bonus']['classes'][number]['tariff'][number], events: Fact, path: string): Use[] =>
  [...use('event-kind', path, row.kind, events.kinds ?? []), ...use('event-level', path, row.level, events.levels ?? []), ...use('severity', path, row.severity, events.severities ?? [])]

/** Verdicts, grades, ranks, history, outcomes. */
const judging = (ruleset: Ruleset): Use[] => [
  ...ruleset.verdicts.flatMap(({ id, effect }) => {
    const path = under('verdicts', id)
    if (effect.type === 'zero-file') return use('given-fact', path, effect.ratings)
    if (effect.type === 'zero-item') return use('place', path, effect.indicator)
    return effect.type === 'fix-total' ? [] : use('grade', path, effect.grade)
  }),
  ...ruleset.gradings.flatMap((g) => {
    const path = under('gradings', g.id)
    return [...use('category', path, g.categories), ...use('grade', path, [...g.bands, ...(g.quotas ?? []), ...(g.requires ?? [])].map((part) => part.grade))]
  }),
  ...ruleset.ranking.pools.flatMap((p) => use('category', under('ranking', 'pools', p.id), p.categories)),
  ...ruleset.ranking.tieBreaks.flatMap((t) => (t.quantity === 'base' ? [] : use(t.quantity, under('ranking', 'tieBreaks', t.id), t.of))),
  ...ruleset.history.flatMap((h) => use('grade', under('history', h.id), h.type === 'streak' ? h.grades : h.type === 'last' ? h.exempt : [])),
  ...ruleset.outcomes.flatMap((o) => {
    const path = under('outcomes', o.id)
    return [...(o.recipients ?? []).flatMap((r) => [...use('body', path, r.body), ...use('attribute', path, r.attribute)]), ...use('body', path, o.proposedTo)]
  }),
]

/** Workflow and delegations. */
const working = ({ workflow, delegations }: Ruleset): Use[] => [
  ...workflow.approvals.flatMap((a) => [...use('body', under('workflow', 'approvals', a.id), a.by), ...use('body', under('workflow', 'approvals', a.id), a.proposedBy)]),
  ...workflow.limits.flatMap((l) => [...use('time-limit', under('workflow', 'limits', l.id), l.after), ...use('time-limit', under('workflow', 'limits', l.id), l.together)]),
  ...delegations.flatMap((d) => [...use('body', under('delegations', d.id), d.to), ...use('category', under('delegations', d.id), d.categories)]),
]
