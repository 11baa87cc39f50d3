import { isIdList } from '../../edit/homes.ts'
import { idOf, isItem } from '../../edit/step.ts'
import { known, usesOf } from '../../check/uses.ts'
import { split } from '../../model/path.ts'
import type { Json, Step } from '../../model/step.ts'
import type { Ruleset } from '../../model/ruleset.ts'
import type { Fix, Mender } from '../fixes.ts'
import { changes, look, nameIn } from './change.ts'
import { nearest } from './nearest.ts'

/** The properties that hold an id of each kind. */
const KEYS: { readonly [kind: string]: readonly string[] } = {
  attribute: ['attribute', 'of'], body: ['body', 'bodies', 'by', 'to', 'proposedTo', 'proposedBy'], category: ['categories'], component: ['component', 'of'], condition: ['condition'], decision: ['override'],
  'event-kind': ['kind', 'kinds'], 'event-level': ['level', 'levels'], 'event-source': ['sources'], fact: ['fact', 'events', 'ratings', 'survey', 'numerator', 'denominator', 'facts', 'from', 'to'], 'given-fact': ['events', 'ratings'],
  grade: ['grade', 'grades', 'exempt'], indicator: ['of'], method: ['method'], option: ['weights'], place: ['indicator'], rule: ['rules'], severity: ['severity', 'severities'], 'time-limit': ['after', 'together'],
}
/** What an id of a kind could have meant at a path. */
function meant(ruleset: Ruleset, kind: string, id: string, path: string): readonly { id: string; label?: string }[] {
  if (kind === 'condition') return ruleset.conditions
  const use = usesOf(ruleset).find((u) => u.kind === kind && u.id === id && u.path === path)
  const list = use ? (use.among ?? known(ruleset, use.kind)) : []
  return kind === 'given-fact' ? ruleset.facts.filter((f) => f.kind === (/^(bonus|deduction)\//.test(path) ? 'events' : 'ratings')) : list
}

/** Places under a node where an id stands in one of some properties; ids of members of a list with such a name count. */
function places(node: Json | undefined, id: string, keys: readonly string[], names: readonly string[] = [], key = ''): string[][] {
  if (typeof node === 'string') return node === id && keys.includes(key) ? [[...names]] : []
  if (Array.isArray(node)) return node.flatMap((item, i) => places(item, id, keys, [...names, nameIn(node, i)], key))
  if (!isItem(node)) return []
  return Object.entries(node).flatMap(([name, value]) => places(value, id, keys, [...names, name], name === 'id' ? key : name))
}

/** An id that no list uses yet. */
const free = (ruleset: Ruleset, id: string): string => {
  const taken = new Set([...JSON.stringify(ruleset).matchAll(/"id":"([^"]+)"/g)].map((m) => m[1]))
  const stem = id.replace(/\d+$/, '')
  for (let i = 2; ; i++) if (!taken.has(`${stem}${i}`)) return `${stem}${i}`
}
/** Renames the last of two members with one id; uses keep meaning the first. */
function rename(ruleset: Ruleset, path: string, id: string, to: string): Step[] {
  const names = split(path).slice(0, -1)
  const list = look(ruleset as unknown as Json, names)
  if (!Array.isArray(list)) return []
  const places = list.flatMap((item, i) => (idOf(item) === id ? [i] : []))
  const last = places.at(-1)
  if (places.length === 1 && isIdList(list)) return path === `facts/${id}` ? changes(ruleset, [[['derived', id, 'id'], to]]) : changes(ruleset, [[[...names, id, 'id'], to]])
  return changes(ruleset, [[names, list.map((item, i) => (i === last && isItem(item) ? { ...item, id: to } : item))]])
}

/** Ids: each once, each that is used exists. */
export const nameFixes: { readonly [code: string]: Mender } = {
  'id.double': (ruleset, { path, values }) => {
    const id = String(values['id'])
    const to = free(ruleset, id)
    return [{ code: 'rename', values: { from: id, to }, steps: rename(ruleset, path, id, to) }]
  },
  'reference.unknown': (ruleset, { path, values }) => {
    const [kind, id] = [String(values['kind']), String(values['id'])]
    const keys = KEYS[kind] ?? []
    const owner = look(ruleset as unknown as Json, split(path))
    const found = places(owner, id, keys, split(path))
    const near = nearest(id, meant(ruleset, kind, id, path).filter((o) => places(owner, o.id, keys).length === 0))
    const gone = found.map((names): [string[], undefined] => [names.at(-1) === 'id' ? names.slice(0, -1) : names, undefined]).reverse()
    const unname: Fix = { code: 'unname', values: { id }, steps: changes(ruleset, gone) }
    return near ? [{ code: 'nearest', values: { from: id, to: near.id, label: near.label ?? near.id }, steps: changes(ruleset, found.map((names) => [names, near.id] as const)) }, unname] : [unname]
  },
  'condition.unknown-fact': (ruleset, { path, values }) => {
    const id = String(values['fact'])
    const space = id.includes('.') ? `${id.split('.')[0] ?? ''}.` : ''
    const known = space === 'unit.' ? ruleset.attributes.map((a) => ({ id: `unit.${a.id}`, label: a.label })) : space === 'decision.' ? ruleset.decisionKinds.map((d) => ({ id: `decision.${d.id}`, label: d.label })) : space === '' ? [...ruleset.facts, ...ruleset.derived] : []
    const found = places(look(ruleset as unknown as Json, split(path)), id, ['fact'], split(path))
    const near = nearest(id, known)
    return near ? [{ code: 'nearest', values: { from: id, to: near.id, label: near.label }, steps: changes(ruleset, found.map((names) => [names, near.id] as const)) }] : []
  },
  'condition.option': (ruleset, { path, values }) => {
    const near = nearest(String(values['value']), String(values['known']).split(' ').filter((id) => id !== '').map((id) => ({ id })))
    const found = places(look(ruleset as unknown as Json, split(path)), String(values['value']), ['value'], split(path))
    return near ? [{ code: 'nearest', values: { from: values['value'] ?? '', to: near.id, label: near.id }, steps: changes(ruleset, found.map((names) => [names, near.id] as const)) }] : []
  },
  'clause.unlisted': (_, { values }) => {
    const id = String(values['clause'])
    const step: Step = { type: 'insert', path: 'clauses', value: { id, summary: id }, before: null }
    return [{ code: 'list-clause', values: { clause: id }, steps: [step] }]
  },
  'method.no-component': (ruleset, { values }) =>
    ruleset.components.map((c) => ({ code: 'feed', values: { label: c.label }, steps: changes(ruleset, [[['methods', String(values['method']), 'component'], c.id]]) })),
}
