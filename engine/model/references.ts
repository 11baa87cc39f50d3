import { into, spotAt, walk, type Spot } from './shape.ts'
import { split, under } from './path.ts'
import type { Ruleset } from './ruleset.ts'
import type { Json } from './step.ts'

type Item = { [key: string]: Json }
/** Paths of lists, blank-separated; `facts:events` offers only members of that kind; `nodes` and `criteria` are those of the whole tree. */
type Lists = string
type Target = Lists | ((around: readonly Item[], id: string) => Lists)

const find = (around: readonly Item[], key: string): string => String(around.find((item) => typeof item[key] === 'string')?.[key] ?? '')
const partOf = (owner: string, list: string): Target => (around) => under('facts', find(around, owner), list)
const NUMBERS = 'facts:count,number,ratio,amount derived'
const FILTERS = { kinds: 'kinds', levels: 'levels', sources: 'sources', severities: 'severities' }

/** The list whose members a name in a condition chooses from, such as `attributes/kind/options`. */
const valuesOf: Target = ([test]) => {
  const name = String(test?.['fact'] ?? '')
  if (name === 'unit.category') return 'categories'
  if (name === 'result.grade') return 'grades'
  if (name === 'result.pool') return 'ranking/pools'
  if (name.startsWith('unit.')) return under('attributes', name.slice(5), 'options')
  return name.includes('.') ? '' : under('facts', name, 'options')
}
const SPACES: { readonly [space: string]: Lists } = { '': 'facts derived', 'unit.': 'attributes', 'decision.': 'decisionKinds', 'history.': 'history', 'result.': '' }
const BUILT_IN = ['unit.category', 'unit.id']
const spaceOf = (name: string): string => name.slice(0, name.indexOf('.') + 1)
const named: Target = (_, name) => (BUILT_IN.includes(name) ? '' : (SPACES[spaceOf(name)] ?? ''))

/** Every property of format 1 that names another thing, by its place, and the list it names a member of. Checking, renaming, deleting and the forms read this. */
export const REFERENCES: { readonly [place: string]: Target } = {
  'source/clause': 'clauses',
  'categoryGroups/*/categories/*': 'categories',
  'methods/*/component': 'components',
  'facts/*/method': 'methods',
  'facts/*/body': 'bodies',
  ...Object.fromEntries(['fact', 'numerator', 'denominator', 'facts/*', 'facts/*/id', 'low/fact', 'high/fact'].map((key) => [`derived/*/derive/${key}`, NUMBERS])),
  'derived/*/derive/from': 'facts:date',
  'derived/*/derive/to': 'facts:date',
  'derived/*/derive/events': 'facts:events',
  'derived/*/derive/ratings': 'facts:ratings',
  'derived/*/derive/survey': 'facts:survey',
  'derived/*/derive/weights/*/id': partOf('survey', 'options'),
  ...Object.fromEntries(Object.entries(FILTERS).map(([key, list]) => [`derived/*/derive/where/${key}/*`, partOf('events', list)])),
  'Test/fact': named,
  'Test/value/fact': named,
  'Test/value': valuesOf,
  'Test/value/*': valuesOf,
  'Named/condition': 'conditions',
  'Effect/params/fact': 'facts derived',
  'Effect/params/rows/*/equals': (around) => under('facts', find(around, 'fact'), 'options'),
  'Criterion/method': 'methods',
  'Criterion/bodies/*/id': 'bodies',
  'CauseCap/rules/*': (around) => under('criteria', String(around.find((item) => 'rules' in item && 'method' in item)?.['id'] ?? ''), 'rules'),
  'AdjustmentClass/events': 'facts:events',
  'Tariff/kind': partOf('events', 'kinds'),
  'Tariff/level': partOf('events', 'levels'),
  'Tariff/severity': partOf('events', 'severities'),
  'AdjustmentSide/cap/override': 'decisionKinds',
  'Verdict/effect/ratings': 'facts:ratings',
  'Verdict/effect/indicator': 'nodes criteria',
  'Verdict/effect/grade': 'grades',
  'Grading/categories/*': 'categories',
  'Grading/bands/*/grade': 'grades',
  'Grading/quotas/*/grade': 'grades',
  'Grading/requires/*/grade': 'grades',
  'ranking/pools/*/categories/*': 'categories',
  'ranking/tieBreaks/*/of': ([tie]) => ({ component: 'components', indicator: 'nodes', attribute: 'attributes' })[String(tie?.['quantity'])] ?? '',
  'History/grades/*': 'grades',
  'History/exempt/*': 'grades',
  'Outcome/recipients/*/body': 'bodies',
  'Outcome/recipients/*/attribute': 'attributes',
  'Outcome/proposedTo/*': 'bodies',
  'workflow/approvals/*/by/*': 'bodies',
  'workflow/approvals/*/proposedBy/*': 'bodies',
  'workflow/limits/*/after': 'workflow/limits',
  'workflow/limits/*/together/*': 'workflow/limits',
  'delegations/*/to/*': 'bodies',
  'delegations/*/categories/*': 'categories',
}

/** A property that names another thing: where it stands (names, ids, indices), the id it names after `prefix`, and the path of what it names; null when there is no such thing. */
export interface Reference { names: readonly string[]; place: string; prefix: string; id: string; lists: Lists; to: string | null }

/** Paths of indicators and criteria by id: both are unique in the tree. Gone through when first asked for. */
function treeOf(ruleset: Ruleset): Tree {
  const known = trees.get(ruleset)
  if (known) return known
  let walked: Tree | null = null
  const tree: Tree = {
    get nodes() { return (walked ??= walkTree(ruleset)).nodes },
    get criteria() { return (walked ??= walkTree(ruleset)).criteria },
  }
  trees.set(ruleset, tree)
  return tree
}
function walkTree(ruleset: Ruleset): Tree {
  const tree: Tree = { nodes: new Map(), criteria: new Map() }
  const go = (list: Ruleset['indicators'], path: string): void => list.forEach((node) => {
    const at = under(path, node.id)
    tree.nodes.set(node.id, at)
    for (const criterion of node.criteria ?? []) tree.criteria.set(criterion.id, under(at, 'criteria', criterion.id))
    go(node.children ?? [], under(at, 'children'))
  })
  go(ruleset.indicators, 'indicators')
  return tree
}
interface Tree { readonly nodes: Map<string, string>; readonly criteria: Map<string, string> }
const trees = new WeakMap<Ruleset, Tree>()
const nodeAt = (ruleset: Ruleset, path: string): Json | undefined => split(path).reduce<Json | undefined>(into, ruleset as unknown as Json)
/** The paths of a list's members. */
function membersOf(ruleset: Ruleset, tree: Tree, list: string): string[] {
  if (list === 'nodes' || list === 'criteria') return [...tree[list].values()]
  const path = whereIs(tree, list)
  const here = path === '' ? undefined : nodeAt(ruleset, path)
  return Array.isArray(here) ? here.map((item) => under(path, String((item as Item)['id']))) : []
}
/** `criteria/<id>/…` is found wherever the criterion stands. */
function whereIs(tree: Tree, list: string): string {
  const [first, owner = '', ...rest] = split(list)
  return first === 'criteria' ? (tree.criteria.has(owner) ? under(tree.criteria.get(owner) ?? '', ...rest) : '') : list
}
const ids = new WeakMap<readonly Json[], Set<unknown>>()
function idsOf(list: readonly Json[]): Set<unknown> {
  const known = ids.get(list) ?? new Set(list.map((item) => (item as Item)['id']))
  ids.set(list, known)
  return known
}
function memberAt(ruleset: Ruleset, tree: Tree, list: string, id: string): string | null {
  if (list === 'nodes' || list === 'criteria') return tree[list].get(id) ?? null
  const path = whereIs(tree, list)
  const here = path === '' ? undefined : nodeAt(ruleset, path)
  return Array.isArray(here) && idsOf(here).has(id) ? under(path, id) : null
}
const listsOf = (spot: Spot, id: string): Lists | null => {
  const target = REFERENCES[spot.place]
  return target === undefined ? null : typeof target === 'string' ? target : target(spot.around, id)
}
const bare = (lists: Lists): string[] => lists.split(' ').filter((list) => list !== '').map((list) => list.replace(/:.*/, ''))

/** Every reference of a document, in its order; values that name nothing (numbers, texts, built-in names) are none. */
export function referencesOf(ruleset: Ruleset): readonly Reference[] {
  const known = kept.get(ruleset)
  if (known) return known
  const tree = treeOf(ruleset)
  const found: Reference[] = []
  walk(ruleset, (spot, names) => {
    if (typeof spot.value !== 'string') return
    const lists = listsOf(spot, spot.value)
    if (lists === null || lists === '') return
    const free = spot.place.startsWith('Test/value') && !spot.place.endsWith('/fact')
    const prefix = REFERENCES[spot.place] === named ? spaceOf(spot.value) : ''
    const id = spot.value.slice(prefix.length)
    const to = bare(lists).reduce<string | null>((path, list) => path ?? memberAt(ruleset, tree, list, id), null)
    if (to !== null || !free) found.push({ names, place: spot.place, prefix, id, lists, to })
  })
  kept.set(ruleset, found)
  return found
}
/** A document never changes, so what was found in it holds. */
const kept = new WeakMap<Ruleset, readonly Reference[]>()

/** A thing that may be named. */
export interface Candidate { id: string; label: string; path: string }
/** What may be named at a spot; null where the property names nothing. */
export function candidatesAt(ruleset: Ruleset, spot: Spot): Candidate[] | null {
  const lists = listsOf(spot, '')
  if (lists === null) return null
  const tree = treeOf(ruleset)
  return lists.split(' ').filter((list) => list !== '').flatMap((entry) => {
    const [list = '', kinds] = entry.split(':')
    return membersOf(ruleset, tree, list).flatMap((path) => {
      const item = nodeAt(ruleset, path) as Item
      if (kinds !== undefined && !kinds.split(',').includes(String(item['kind']))) return []
      return [{ id: String(item['id']), label: String(item['label'] ?? item['title'] ?? item['summary'] ?? item['id']), path }]
    })
  })
}
/** Does the property at an address name other things? */
export function refers(ruleset: Ruleset, names: readonly string[]): boolean {
  const spot = spotAt(ruleset, names)
  return spot !== undefined && listsOf(spot, '') !== null
}
/** What may be named at an address (names, ids, indices); null where the property names nothing. */
export function candidates(ruleset: Ruleset, names: readonly string[]): Candidate[] | null {
  const spot = spotAt(ruleset, names)
  return spot ? candidatesAt(ruleset, spot) : null
}
