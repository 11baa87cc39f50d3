import fc from 'fast-check'
import type { Json } from '../../../engine/index.ts'

export interface Tree { title: string; extra?: Json; indicators?: Node[]; order: { id: string }[]; rows: Json[] }
export interface Node { id: string; label: string; note?: string; children?: Node[]; tags: string[] }

/** Puts ids anywhere in a tree: each id names a parent (or the top), so that two trees share members in other places. */
const grown = (ids: readonly string[]): fc.Arbitrary<Node[]> =>
  fc.tuple(
    fc.shuffledSubarray([...ids]),
    fc.array(fc.record({ parent: fc.integer({ min: -1, max: 20 }), label: fc.constantFrom('a', 'b'), note: fc.constantFrom('x', undefined), tags: fc.array(fc.constantFrom('t', 'u'), { maxLength: 2 }), bare: fc.boolean() }), { minLength: ids.length, maxLength: ids.length }),
  ).map(([chosen, shapes]) => {
    const top: Node[] = []
    const nodes: Node[] = []
    chosen.forEach((id, i) => {
      const shape = shapes[i]
      if (!shape) return
      const node: Node = { id, label: shape.label, ...(shape.note ? { note: shape.note } : {}), tags: shape.tags, ...(shape.bare ? {} : { children: [] }) }
      const parent = nodes[shape.parent]
      if (parent) (parent.children ??= []).push(node)
      else top.push(node)
      nodes.push(node)
    })
    return top
  })

export const tree: fc.Arbitrary<Tree> = fc.record({
  title: fc.constantFrom('one', 'two'),
  extra: fc.option(fc.jsonValue({ maxDepth: 2 }), { nil: undefined }),
  indicators: fc.option(grown(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']), { nil: undefined, freq: 9 }),
  order: fc.shuffledSubarray(['p', 'q', 'r', 's', 't', 'u', 'v']).map((ids) => ids.map((id) => ({ id }))),
  rows: fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.record({ from: fc.integer({ min: 0, max: 2 }) })), { maxLength: 3 }),
}).map((value) => JSON.parse(JSON.stringify(value)) as Tree)

/** As it comes out of storage. */
export const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
