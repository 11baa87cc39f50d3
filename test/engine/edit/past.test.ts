import { describe, expect, it } from 'vitest'
import { apply, past, type Step } from '../../../engine/index.ts'

type Doc = { items: { id: string; n?: number }[]; other: { id: string; n?: number }[] }
const start: Doc = { items: [{ id: 'a', n: 1 }], other: [] }
const log: Step[] = [
  { type: 'set', path: 'items/a', key: 'n', from: 1, to: 2 },
  { type: 'insert', path: 'items', value: { id: 'b' }, before: null },
  { type: 'set', path: 'items/a', key: 'id', from: 'a', to: 'alpha' },
  { type: 'move', id: 'alpha', from: { path: 'items', before: 'b' }, to: { path: 'other', before: null } },
  { type: 'set', path: 'other/alpha', key: 'n', from: 2, to: 3 },
]
const doc = apply(start, log)

describe('the past of a thing', () => {
  it('follows it back through moves and new names', () => {
    expect(past(doc, log, 'other/alpha').map(({ index, path }) => [index, path])).toEqual([[4, 'other/alpha'], [3, 'items/alpha'], [2, 'items/a'], [0, 'items/a']])
  })
  it('shows the document before each step', () => {
    expect(past(doc, log, 'other/alpha').at(-1)?.before).toEqual(start)
  })
  it('ends where the thing was put in', () => {
    const more: Step[] = [{ type: 'set', path: 'items/b', key: 'n', to: 9 }]
    expect(past(apply(doc, more), [...log, ...more], 'items/b').map((p) => p.index)).toEqual([5, 1])
  })
  it('is the whole log for the whole document', () => {
    expect(past(doc, log, '').map((p) => p.index)).toEqual([4, 3, 2, 1, 0])
  })
})
