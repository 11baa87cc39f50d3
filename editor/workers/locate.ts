import { parseTree, type Node } from 'jsonc-parser'
import { join, split, type Issue } from '../../engine/index.ts'

/** A stretch of a text, in UTF-16 units. */
export interface Stretch { from: number; to: number }
/** A value in the text, and the property that holds it if one does. */
interface Found { node: Node; property: Node | null }

let last: { text: string; tree: Node | null } = { text: '', tree: null }
/** The tree of a text, as far as it can be read; the last one is kept. */
function treeOf(text: string): Node | null {
  if (last.text !== text) last = { text, tree: parseTree(text) ?? null }
  return last.tree
}
const propertyOf = (node: Node, name: string): Node | undefined => node.children?.find((p) => p.children?.[0]?.value === name)
const idNode = (node: Node | undefined): Node | null => (node?.type === 'object' ? (propertyOf(node, 'id')?.children?.[1] ?? null) : null)
const idOf = (node: Node | undefined): string | null => {
  const id: unknown = idNode(node)?.value
  return typeof id === 'string' && id !== '' ? id : null
}
const stretch = (node: Node): Stretch => ({ from: node.offset, to: node.offset + node.length })

function inside({ node }: Found, name: string): Found | null {
  if (node.type === 'array') {
    const member = node.children?.find((item) => idOf(item) === name) ?? (/^\d+$/.test(name) ? node.children?.[Number(name)] : undefined)
    return member ? { node: member, property: null } : null
  }
  const property = node.type === 'object' ? propertyOf(node, name) : undefined
  const value = property?.children?.[1]
  return property && value ? { node: value, property } : null
}
/** What a path of ids leads to, or the innermost thing on the way that is there. */
function find(text: string, path: string): { found: Found; whole: boolean } | null {
  const tree = treeOf(text)
  if (!tree) return null
  let found: Found = { node: tree, property: null }
  for (const name of split(path)) {
    const next = inside(found, name)
    if (!next) return { found, whole: false }
    found = next
  }
  return { found, whole: true }
}

/** Where the thing at a path stands; null when it is not in the text. */
export function stretchOf(text: string, path: string): Stretch | null {
  const place = find(text, path)
  return place?.whole && path !== '' ? stretch(place.found.property ?? place.found.node) : null
}

/** The innermost member with an id that holds a character (or the root property there); '' where there is none. */
export function pathAt(text: string, offset: number): string {
  let node = treeOf(text)
  let path = ''
  const names: string[] = []
  for (let byIds = true; node && byIds; ) {
    const here: Node | undefined = node.children?.find((c) => c.offset <= offset && offset <= c.offset + c.length)
    if (!here) break
    if (here.type === 'property') {
      names.push(String(here.children?.[0]?.value))
      node = here.children?.[1] ?? null
      if (names.length === 1 && (node?.type === 'array' || node?.type === 'object')) path = join(...names)
    } else {
      const id = idOf(here)
      byIds = id !== null
      if (id === null) break
      names.push(id)
      path = join(...names)
      node = here
    }
  }
  return path
}

/** Where an issue is marked: its place in the text, or the name of the innermost thing that holds it. */
export function markOf(text: string, { path, values }: Issue): Stretch {
  const { line, column, property } = values
  if (typeof line === 'number' && typeof column === 'number') {
    let from = 0
    for (let i = 1; i < line; i++) from = text.indexOf('\n', from) + 1
    from = Math.min(from + column - 1, text.length)
    return { from, to: Math.min(from + 1, text.length) }
  }
  const place = find(text, path)
  if (!place) return { from: 0, to: 1 }
  const { node, property: held } = place.found
  const named = place.whole && typeof property === 'string' && node.type === 'object' ? propertyOf(node, property)?.children?.[0] : undefined
  if (named) return stretch(named)
  if (node.type !== 'object' && node.type !== 'array') return stretch(node)
  const name = held?.children?.[0] ?? idNode(node)
  return name ? stretch(name) : { from: node.offset, to: node.offset + 1 }
}
