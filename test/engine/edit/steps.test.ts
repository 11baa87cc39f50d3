import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply, diff, invert, rebase, type Json, type Step } from '../../../engine/index.ts'

interface Node { id: string; label: string; points: number; children: Node[]; tags: string[] }
const nodes = (depth: number, ids: string[]): fc.Arbitrary<Node[]> =>
  fc.uniqueArray(fc.constantFrom(...ids), { maxLength: depth === 0 ? 4 : 5 }).chain((own) =>
    fc.tuple(...own.map((id) => fc.record({
      id: fc.constant(id), label: fc.constantFrom('a', 'b', 'c'), points: fc.integer({ min: 0, max: 5 }), tags: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
      children: depth === 0 ? fc.constant([]) : nodes(depth - 1, ids.map((i) => `${id}${i}`)),
    }))))
const tree = fc.record({ title: fc.constantFrom('one', 'two'), indicators: nodes(2, ['p', 'q', 'r', 's', 't']), extra: fc.option(fc.constant({ a: 1 }), { nil: undefined }) }).map((t) => JSON.parse(JSON.stringify(t)) as Json)
const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

describe('steps', () => {
  it('lead from any document to any other, and back, also after a JSON round trip', () => {
    fc.assert(fc.property(tree, tree, (a, b) => {
      const steps = json(diff(a, b))
      expect(apply(a, steps)).toEqual(b)
      expect(apply(b, json(invert(steps)))).toEqual(a)
    }), { numRuns: 500 })
  })
  it('are none between equal documents', () => {
    fc.assert(fc.property(tree, (a) => { expect(diff(a, json(a))).toEqual([]) }))
  })
  it('move one member when one member moved', () => {
    const a = { l: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id })) }
    const b = { l: ['e', 'a', 'b', 'c', 'd'].map((id) => ({ id })) }
    expect(diff(a, b)).toEqual([{ type: 'move', id: 'e', from: { path: 'l', before: null }, to: { path: 'l', before: 'a' } }])
  })
  it('move a member between lists as one step', () => {
    const a = { indicators: [{ id: 'p', children: [{ id: 'x', points: 1 }, { id: 'y', points: 1 }] }, { id: 'q', children: [{ id: 'z', points: 1 }] }] }
    const b = { indicators: [{ id: 'p', children: [{ id: 'y', points: 1 }] }, { id: 'q', children: [{ id: 'z', points: 1 }, { id: 'x', points: 2 }] }] }
    const steps = diff(a, b)
    expect(steps.map((s) => s.type)).toEqual(['move', 'set'])
    expect(apply(a, steps)).toEqual(b)
  })
  it('are refused when what they change is no longer as it was', () => {
    const doc = { a: [{ id: 'x', points: 2 }] }
    const stale: Step = { type: 'set', path: 'a/x', key: 'points', from: 1, to: 3 }
    expect(() => apply(doc, [stale])).toThrow('changed: set at a/x')
    expect(() => apply(doc, [{ ...stale, path: 'a/y' }])).toThrow('no-place')
    expect(doc).toEqual({ a: [{ id: 'x', points: 2 }] })
  })
  it('made on an older document rebase where they touch other places, and conflict where they touch the same', () => {
    const doc = { a: [{ id: 'x', points: 1, label: 'l' }] }
    const theirs: Step[] = [{ type: 'set', path: 'a/x', key: 'points', from: 1, to: 5 }]
    const now = apply(doc, theirs)
    const label: Step = { type: 'set', path: 'a/x', key: 'label', from: 'l', to: 'm' }
    const points: Step = { type: 'set', path: 'a/x', key: 'points', from: 1, to: 9 }
    const result = rebase(now, [label, points], theirs)
    expect(result).toEqual({ doc: { a: [{ id: 'x', points: 5, label: 'm' }] }, steps: [label], conflicts: [{ mine: points, theirs }] })
  })
  it('describe the way from the shipped ruleset of one year to a changed one', () => {
    const a = JSON.parse(readFileSync(new URL('../../../rulesets/pingdingshan/2022/ruleset.json', import.meta.url), 'utf8')) as { year: number; gradings: { bands: { from: number }[] }[] }
    const b = structuredClone(a)
    b.year = 2023
    const band = b.gradings[0]?.bands[0]
    if (band) band.from = 91
    const steps = diff(a, b)
    expect(apply(a, steps)).toEqual(b)
    expect(steps.length).toBe(2)
  })
})
