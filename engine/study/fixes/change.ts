import { apply, idOf, isItem, nextOf } from '../../edit/step.ts'
import { isIdList } from '../../edit/homes.ts'
import { at, join, split } from '../../model/path.ts'
import type { Json, Step } from '../../model/step.ts'

/** The name of a member inside its list: its id where all have one, else its place. */
export const nameIn = (list: readonly Json[], i: number): string => (isIdList([...list]) ? (idOf(list[i]) ?? String(i)) : String(i))
const placeIn = (list: readonly Json[], name: string): number => {
  const byId = list.findIndex((item) => idOf(item) === name)
  return byId < 0 && /^\d+$/.test(name) ? Number(name) : byId
}
/** What stands at names that may also be places of a list without ids. */
export const look = (node: Json | undefined, names: readonly string[]): Json | undefined =>
  names.reduce<Json | undefined>((here, name) => (Array.isArray(here) ? here[placeIn(here, name)] : isItem(here) && Object.hasOwn(here, name) ? here[name] : undefined), node)

function put(node: Json | undefined, [name, ...rest]: readonly string[], to: Json | undefined): Json | undefined {
  if (name === undefined) return to
  if (Array.isArray(node)) {
    const i = placeIn(node, name)
    const next = put(node[i], rest, to)
    return next === undefined ? node.toSpliced(i, 1) : node.with(i, next)
  }
  if (!isItem(node)) return node
  const next = put(node[name], rest, to)
  if (next !== undefined) return { ...node, [name]: next }
  const kept = { ...node }
  delete kept[name]
  return kept
}

/** A member of a list under another id: taken out and put in again, so that it can be undone. */
function rename(doc: unknown, names: readonly string[], to: Json | undefined): Step[] {
  const list = names.slice(0, -2)
  const value = look(doc as Json, names.slice(0, -1))
  const before = nextOf(look(doc as Json, list), names.at(-2) ?? '')
  if (!isItem(value) || to === undefined) return []
  return [{ type: 'remove', path: join(...list), value, before }, { type: 'insert', path: join(...list), value: { ...value, id: to }, before }]
}

/** The steps that make a place hold a value (undefined: be left out); a list without ids is changed as one value. None where there is no such place. */
export function change(doc: unknown, names: readonly string[], to: Json | undefined): Step[] {
  const list = look(doc as Json, names.slice(0, -2))
  if (names.at(-1) === 'id' && Array.isArray(list) && isIdList(list)) return rename(doc, names, to)
  let here = doc as Json | undefined
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string
    const path = join(...names.slice(0, i))
    const last = i === names.length - 1
    if (Array.isArray(here)) {
      const value: Json | undefined = at(here, join(name))
      if (value === undefined) return []
      if (last && to === undefined) return [{ type: 'remove', path, value, before: nextOf(here, name) }]
      here = value
    } else if (isItem(here)) {
      const from: Json | undefined = Object.hasOwn(here, name) ? here[name] : undefined
      const asValue = last || (Array.isArray(from) && !isIdList(from))
      if (asValue) {
        const next = put(from, names.slice(i + 1), to)
        return [{ type: 'set', path, key: name, ...(from === undefined ? {} : { from }), ...(next === undefined ? {} : { to: next }) }]
      }
      here = from
    } else return []
  }
  return []
}

/** Several changes, one after the other, as steps; a change of a place that is not there is left out. */
export function changes(doc: unknown, list: readonly (readonly [names: readonly string[], to: Json | undefined])[]): Step[] {
  const steps: Step[] = []
  let now = doc
  for (const [names, to] of list) {
    const made = change(now, names, to)
    now = apply(now, made)
    steps.push(...made)
  }
  return steps
}
/** The same at places given as paths. */
export const set = (doc: unknown, path: string, key: string, to: Json | undefined): Step[] => changes(doc, [[[...split(path), key], to]])
