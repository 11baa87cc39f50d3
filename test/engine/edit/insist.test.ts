import { describe, expect, it } from 'vitest'
import { apply, insist, type Step } from '../../../engine/index.ts'

const doc = { title: 'theirs', items: [{ id: 'a', n: 1 }, { id: 'b', n: 2 }], other: [] }

describe('a step that is insisted on', () => {
  it('sets over what stands there now, with that as its "before"', () => {
    const step = insist(doc, { type: 'set', path: '', key: 'title', from: 'old', to: 'mine' })
    expect(step).toEqual({ type: 'set', path: '', key: 'title', from: 'theirs', to: 'mine' })
    expect(apply(doc, [step as Step])).toEqual({ ...doc, title: 'mine' })
  })
  it('is nothing when the document says so already, or its place is gone', () => {
    expect(insist(doc, { type: 'set', path: '', key: 'title', from: 'old', to: 'theirs' })).toBe(null)
    expect(insist(doc, { type: 'set', path: 'items/gone', key: 'n', from: 1, to: 2 })).toBe(null)
    expect(insist(doc, { type: 'remove', path: 'items', value: { id: 'gone' }, before: null })).toBe(null)
    expect(insist(doc, { type: 'insert', path: 'items', value: { id: 'a' }, before: null })).toBe(null)
    expect(insist(doc, { type: 'move', id: 'gone', from: { path: 'items', before: null }, to: { path: 'other', before: null } })).toBe(null)
  })
  it('removes a member as it has become', () => {
    const step = insist(doc, { type: 'remove', path: 'items', value: { id: 'a', n: 9 }, before: 'gone' }) as Step
    expect(apply(doc, [step])).toEqual({ ...doc, items: [{ id: 'b', n: 2 }] })
  })
  it('inserts at the end, and moves to the end, when the neighbour is gone', () => {
    expect(apply(doc, [insist(doc, { type: 'insert', path: 'items', value: { id: 'c' }, before: 'gone' }) as Step]).items.at(-1)).toEqual({ id: 'c' })
    expect(apply(doc, [insist(doc, { type: 'move', id: 'a', from: { path: 'items', before: null }, to: { path: 'other', before: 'gone' } }) as Step]).other).toEqual([{ id: 'a', n: 1 }])
  })
})
