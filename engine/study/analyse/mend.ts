import { at, split, under } from '../../model/path.ts'
import type { Json, Step } from '../../model/step.ts'

const json = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json

/** The step that takes a member out of its list; nothing when it is not there. */
export function removal(document: unknown, list: string, id: string): Step[] {
  const members = at(document, list)
  if (!Array.isArray(members)) return []
  const i = members.findIndex((m) => (m as { id?: string }).id === id)
  const value = members[i]
  const next = members[i + 1] as { id?: string } | undefined
  return value === undefined ? [] : [{ type: 'remove', path: list, value, before: next?.id ?? null }]
}
/** The step that sets a property; undefined takes it away. */
export function setting(document: unknown, path: string, key: string, to: unknown): Step[] {
  const from = at(document, under(path, key))
  return [{ type: 'set', path, key, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to: json(to) }) }]
}
/** The steps that take a rule out of its criterion, and out of the caps that name it. */
export function ruleRemoval(document: unknown, path: string): Step[] {
  const names = split(path)
  const id = names.at(-1) ?? ''
  const owner = names.slice(0, -2).reduce((p, n) => under(p, n), '')
  const caps = (at(document, under(owner, 'caps')) ?? []) as { id: string; rules: string[] }[]
  const left = caps.map((c) => ({ ...c, rules: c.rules.filter((r) => r !== id) })).filter((c) => c.rules.length)
  const changed = caps.some((c) => c.rules.includes(id))
  return [...(changed ? setting(document, owner, 'caps', left) : []), ...removal(document, under(owner, 'rules'), id)]
}
