import { describe, expect, it } from 'vitest'
import { apply, rebase, type Step } from '../../../engine/index.ts'

const doc = {
  indicators: [
    { id: 'p', label: 'P', children: [{ id: 'x', points: 1, label: 'X' }, { id: 'y', points: 1, label: 'Y' }] },
    { id: 'q', label: 'Q', children: [{ id: 'z', points: 1, label: 'Z' }] },
  ],
}
const x = 'indicators/p/children/x'
const points = (to: number): Step => ({ type: 'set', path: x, key: 'points', from: 1, to })
const label: Step = { type: 'set', path: x, key: 'label', from: 'X', to: 'X2' }
const addN: Step = { type: 'insert', path: 'indicators/p/children', value: { id: 'n' }, before: 'y' }
const removeX: Step = { type: 'remove', path: 'indicators/p/children', value: { id: 'x', points: 1, label: 'X' }, before: 'y' }
const moveX: Step = { type: 'move', id: 'x', from: { path: 'indicators/p/children', before: 'y' }, to: { path: 'indicators/q/children', before: null } }
const swap: Step = { type: 'move', id: 'y', from: { path: 'indicators/p/children', before: null }, to: { path: 'indicators/p/children', before: 'x' } }
const on = (theirs: Step[], mine: Step[]) => {
  const { steps, conflicts, doc: now } = rebase(apply(doc, theirs), mine, theirs)
  expect(now).toEqual(apply(apply(doc, theirs), steps))
  return { steps, conflicts }
}

describe('steps made on an older document', () => {
  it('are kept where others touched other places', () => {
    expect(on([points(5)], [label])).toEqual({ steps: [label], conflicts: [] })
  })
  it('conflict where others set the same property otherwise, and name what stands against them', () => {
    expect(on([label, points(5)], [points(9)])).toEqual({ steps: [], conflicts: [{ mine: points(9), theirs: [points(5)] }] })
  })
  it('are left out where others have done the same, so that sending twice changes nothing', () => {
    for (const step of [points(5), addN, removeX, moveX, swap]) expect(on([step], [step])).toEqual({ steps: [], conflicts: [] })
    expect(on([addN, points(5), swap], [addN, points(5), swap])).toEqual({ steps: [], conflicts: [] })
  })
  it('conflict inside what others removed', () => {
    expect(on([removeX], [points(9)])).toEqual({ steps: [], conflicts: [{ mine: points(9), theirs: [removeX] }] })
  })
  it('conflict when they remove what others changed inside', () => {
    expect(on([points(5)], [removeX])).toEqual({ steps: [], conflicts: [{ mine: removeX, theirs: [points(5)] }] })
  })
  it('follow a member that others moved', () => {
    expect(on([moveX], [points(9)])).toEqual({ steps: [{ ...points(9), path: 'indicators/q/children/x' }], conflicts: [] })
  })
  it('conflict when both moved the same member to different places', () => {
    const other: Step = { ...moveX, to: { path: 'indicators', before: null } }
    expect(on([moveX], [other])).toEqual({ steps: [], conflicts: [{ mine: other, theirs: [moveX] }] })
  })
  it('find their neighbours anew', () => {
    expect(on([addN], [removeX])).toEqual({ steps: [{ ...removeX, before: 'n' }], conflicts: [] })
    const beforeX: Step = { type: 'insert', path: 'indicators/p/children', value: { id: 'm' }, before: 'x' }
    expect(on([removeX], [beforeX])).toEqual({ steps: [{ ...beforeX, before: null }], conflicts: [] })
    expect(on([removeX], [swap])).toEqual({ steps: [{ ...swap, to: { path: 'indicators/p/children', before: null } }], conflicts: [] })
  })
  it('conflict when others added another member of the same id', () => {
    const other: Step = { ...addN, value: { id: 'n', label: 'other' } } as Step
    expect(on([other], [addN])).toEqual({ steps: [], conflicts: [{ mine: addN, theirs: [other] }] })
  })
  it('follows a member that others have given a new id', () => {
    const doc = { items: [{ id: 'a', n: 1 }] }
    const theirs: Step[] = [{ type: 'set', path: 'items/a', key: 'id', from: 'a', to: 'b' }]
    const mine: Step[] = [{ type: 'set', path: 'items/a', key: 'n', from: 1, to: 2 }]
    expect(rebase(apply(doc, theirs), mine, theirs)).toEqual({ doc: { items: [{ id: 'b', n: 2 }] }, steps: [{ type: 'set', path: 'items/b', key: 'n', from: 1, to: 2 }], conflicts: [] })
  })
})
