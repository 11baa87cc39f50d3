import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply, diff, invert, newYear, type Json, type Ruleset } from '../../../engine/index.ts'
import { stored, tree, type Node, type Tree } from './trees.ts'

const shipped = (): Ruleset => JSON.parse(readFileSync(new URL('../../../rulesets/pingdingshan/2022/ruleset.json', import.meta.url), 'utf8')) as Ruleset
const places = (nodes: Node[] | undefined, list: string, into = new Map<string, string>()): Map<string, string> => {
  for (const node of nodes ?? []) {
    into.set(node.id, list)
    places(node.children, node.id, into)
  }
  return into
}
/** The longest common order of two lists, by trying all. */
const common = (a: readonly string[], b: readonly string[]): number => {
  const [first, ...rest] = a
  if (first === undefined) return 0
  const i = b.indexOf(first)
  return Math.max(common(rest, b), i < 0 ? 0 : 1 + common(rest, b.slice(i + 1)))
}
const holdsForPair = (a: Json, b: Json): void => {
  const steps = stored(diff(a, b))
  expect(apply(a, steps)).toEqual(b)
  expect(apply(apply(a, steps), stored(invert(steps)))).toEqual(a)
}

describe('the laws of steps', () => {
  it('hold for random pairs of trees: steps lead from one to the other and back, also after a JSON round trip', () => {
    fc.assert(fc.property(tree, tree, (a, b) => holdsForPair(a as unknown as Json, b as unknown as Json)), { numRuns: 1500 })
  })
  it('hold for random pairs of any JSON objects', () => {
    const anything = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue()).map((value) => stored(value) as Json)
    fc.assert(fc.property(anything, anything, holdsForPair), { numRuns: 500 })
  })
  it('hold for the shipped ruleset and the year made from it', () => {
    const a = shipped()
    const b = newYear(a, a.year + 1)
    expect(apply(a, diff(a, b))).toEqual(b)
    expect(apply(b, invert(diff(a, b)))).toEqual(a)
  })
  it('need no step between equal documents', () => {
    fc.assert(fc.property(tree, (a) => { expect(diff(a, stored(a))).toEqual([]) }))
  })
  it('leave the document they are applied to as it was', () => {
    fc.assert(fc.property(tree, tree, (a, b) => {
      const before = stored(a)
      apply(a, diff(a, b))
      expect(a).toEqual(before)
    }))
  })
})

describe('a difference', () => {
  const steps = (a: Tree, b: Tree) => diff(a, b)
  it('keeps the longest common order of a list and moves each other member once', () => {
    fc.assert(fc.property(tree, tree, (a, b) => {
      const [from, to] = [a.order.map((o) => o.id), b.order.map((o) => o.id)]
      const both = from.filter((id) => to.includes(id)).length
      const moves = steps(a, b).filter((s) => s.type === 'move' && s.to.path === 'order').length
      expect(moves).toBe(both - common(from, to))
    }), { numRuns: 500 })
  })
  it('moves a member that changes its parent exactly once, and never removes or inserts it', () => {
    fc.assert(fc.property(tree.filter((t) => t.indicators !== undefined), tree.filter((t) => t.indicators !== undefined), (a, b) => {
      const [from, to] = [places(a.indicators, ''), places(b.indicators, '')]
      const all = steps(a, b)
      const wanted = [...to].filter(([id, parent]) => from.has(id) && from.get(id) !== parent).map(([id]) => id).sort()
      const between = all.flatMap((s) => (s.type === 'move' && s.from.path !== s.to.path ? [s.id] : [])).sort()
      expect(between).toEqual(wanted)
      const inserted = all.flatMap((s) => (s.type === 'insert' && s.path !== 'order' ? [...places([s.value as unknown as Node], '').keys()] : []))
      expect(inserted.filter((id) => from.has(id))).toEqual([])
    }), { numRuns: 500 })
  })
  it('sets lists without ids as values', () => {
    expect(diff({ rows: [{ from: 1 }], tags: ['a'] }, { rows: [{ from: 2 }], tags: ['a', 'b'] })).toEqual([
      { type: 'set', path: '', key: 'rows', from: [{ from: 1 }], to: [{ from: 2 }] },
      { type: 'set', path: '', key: 'tags', from: ['a'], to: ['a', 'b'] },
    ])
  })
  it('of two things that are not objects cannot be told', () => {
    expect(() => diff([], {})).toThrow('only objects can be compared')
  })
})
