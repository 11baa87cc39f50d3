import { under } from '../model/path.ts'
import type { Json } from '../model/step.ts'
import { idOf, isItem, type Item } from './step.ts'

/** A list of objects that all have an id of their own: changed member by member. Other lists are values. */
export const isIdList = (node: Json | undefined): node is Item[] =>
  Array.isArray(node) && node.every((item) => idOf(item) !== null) && new Set(node.map(idOf)).size === node.length

/** Lists of the format whose members are of one kind, so that a member can move between them. */
const SAME_KIND: { readonly [list: string]: string } = { children: 'indicators' }
/** The name a member is known by over the whole document: the kind of its list and its id. */
export const nameOf = (list: string, item: Json | undefined): string => `${SAME_KIND[list] ?? list} ${idOf(item) ?? ''}`

/** The list each member stands in, by the member's name; null where the name is not unique. */
export function homes(node: Json | undefined, list = '', path = '', found = new Map<string, string | null>()): Map<string, string | null> {
  if (isIdList(node)) {
    for (const item of node) {
      const name = nameOf(list, item)
      found.set(name, found.has(name) ? null : path)
      homes(item, list, under(path, idOf(item) ?? ''), found)
    }
  } else if (isItem(node)) for (const [key, value] of Object.entries(node)) homes(value, key, under(path, key), found)
  return found
}

/** Names of members that stand in another list (by the ids on the way) in b than in a. */
export function movers(a: Json, b: Json): Set<string> {
  const from = homes(a)
  return new Set([...homes(b)].flatMap(([name, path]) => {
    const old = from.get(name)
    return path && old && old !== path ? [name] : []
  }))
}
