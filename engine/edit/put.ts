import { at, under } from '../model/path.ts'
import { into } from '../model/shape.ts'
import type { Json, Step } from '../model/step.ts'
import { isIdList } from './homes.ts'
import { isItem } from './step.ts'

/** The property a step can set for an address (names, ids, indices), and the names inside its value. */
export function settable(document: unknown, names: readonly string[]): { path: string; key: string; inside: readonly string[] } {
  let node = document as Json | undefined
  let owner = 0
  for (let i = 0; i < names.length; i++) {
    if (isItem(node)) owner = i
    else if (!isIdList(node) || into(node, names[i] as string) === undefined) break
    node = into(node, names[i] as string)
  }
  return { path: under('', ...names.slice(0, owner)), key: names[owner] ?? '', inside: names.slice(owner + 1) }
}

/** A value with what stands at the names inside it replaced; undefined takes the property or member out. */
function replaced(node: Json | undefined, names: readonly string[], value: Json | undefined): Json | undefined {
  const [name, ...rest] = names
  if (name === undefined) return value
  const inner = replaced(into(node, name), rest, value)
  if (Array.isArray(node)) {
    const byId = node.findIndex((item) => isItem(item) && item['id'] === name)
    const i = byId < 0 ? Number(name) : byId
    return inner === undefined ? node.toSpliced(i, 1) : i < node.length ? node.with(i, inner) : [...node, inner]
  }
  if (inner !== undefined) return { ...(isItem(node) ? node : {}), [name]: inner }
  return Object.fromEntries(Object.entries(isItem(node) ? node : {}).filter(([key]) => key !== name))
}

/** Steps that make the values at addresses new, one for each property that a step can set; undefined takes a value away. */
export function putAll(document: unknown, changes: readonly { names: readonly string[]; value: Json | undefined }[]): Step[] {
  const steps = new Map<string, Step & { type: 'set' }>()
  // Later members first, so that what is taken away does not move what is still to change.
  for (const { names, value } of changes.toReversed()) {
    const { path, key, inside } = settable(document, names)
    const from = into(path === '' ? (document as Json) : at(document, path), key)
    const known = steps.get(under(path, key))
    const to = replaced(known ? known.to : from, inside, value)
    steps.set(under(path, key), { type: 'set', path, key, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) })
  }
  return [...steps.values()].toReversed()
}
/** The step that sets what stands at one address. */
export const put = (document: unknown, names: readonly string[], value: Json | undefined): Step[] => putAll(document, [{ names, value }])
