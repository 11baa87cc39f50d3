import { at, split, under } from '../model/path.ts'
import { referencesOf, type Reference } from '../model/references.ts'
import type { Criterion, Fact, Ruleset } from '../model/ruleset.ts'
import { criteriaOf, nodesOf } from './walk.ts'

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

/** What the members of a list are to those who use them. */
const KINDS: { readonly [list: string]: Kind } = {
  attributes: 'attribute', bodies: 'body', categories: 'category', components: 'component', criteria: 'place', decisionKinds: 'decision', derived: 'fact',
  facts: 'given-fact', grades: 'grade', kinds: 'event-kind', levels: 'event-level', limits: 'time-limit', methods: 'method', nodes: 'indicator', options: 'option', rules: 'rule', severities: 'severity', sources: 'event-source',
}
/** Told elsewhere: conditions and what they compare, rows of tables, clauses. */
const APART = /^(Test|Named|source)\/|^Effect\/params\/rows\//

/** Every use of an id, conditions apart, as the table of references has it. */
export const usesOf = (ruleset: Ruleset): Use[] => referencesOf(ruleset).flatMap((reference) => {
  const { place, id, lists } = reference
  const kind = KINDS[split(lists.split(' ').at(-1) ?? '').at(-1)?.replace(/:.*/, '') ?? '']
  if (APART.test(place) || !kind) return []
  // A derived fact may be made of any other: whether it is of the right kind is told apart.
  const use: Use = { kind: kind === 'given-fact' && place.startsWith('derived/') ? 'fact' : kind, id, path: pathOf(reference) }
  if (!/^(facts|criteria)\//.test(lists)) return [use]
  const among = membersOf(ruleset, reference)
  return among ? [{ ...use, among }] : []
})
/** The members of a list of another thing, such as the kinds of a fact's events; none where that thing, or its list, is not there (but a tariff needs it). */
function membersOf(ruleset: Ruleset, { place, lists, names }: Reference): readonly HasId[] | undefined {
  const [home, owner, list = ''] = split(lists)
  if (home === 'criteria') return (at(ruleset, under('', ...names.slice(0, -4))) as unknown as Criterion).rules
  const fact: Fact | undefined = ruleset.facts.find((f) => f.id === owner)
  return fact && (fact[list as 'kinds'] ?? (place.startsWith('Tariff/') ? [] : undefined))
}
/** The path of the thing a use is told of: the nearest with a form of its own. */
function pathOf({ names, place }: Reference): string {
  const parts = place.split('/')
  const inside = place.startsWith('AdjustmentSide/') ? 1 : place.startsWith('Effect/') ? parts.length : /^[A-Z]/.test(place) ? parts.length - 1 : parts.length - 1 - parts.indexOf('*')
  return under('', ...names.slice(0, names.length - inside))
}
