import { describe, expect, it } from 'vitest'
import { apply, diff, invert, StaleStep, type Step } from '../../../engine/index.ts'

describe('steps', () => {
  it('move one member when one member moved', () => {
    const a = { l: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id })) }
    const b = { l: ['e', 'a', 'b', 'c', 'd'].map((id) => ({ id })) }
    expect(diff(a, b)).toEqual([{ type: 'move', id: 'e', from: { path: 'l', before: null }, to: { path: 'l', before: 'a' } }])
  })
  it('move a member between lists as one step, then set what changed inside it', () => {
    const a = { indicators: [{ id: 'p', children: [{ id: 'x', points: 1 }, { id: 'y', points: 1 }] }, { id: 'q', children: [{ id: 'z', points: 1 }] }] }
    const b = { indicators: [{ id: 'p', children: [{ id: 'y', points: 1 }] }, { id: 'q', children: [{ id: 'z', points: 1 }, { id: 'x', points: 2 }] }] }
    expect(diff(a, b)).toEqual([
      { type: 'move', id: 'x', from: { path: 'indicators/p/children', before: 'y' }, to: { path: 'indicators/q/children', before: null } },
      { type: 'set', path: 'indicators/q/children/x', key: 'points', from: 1, to: 2 },
    ])
  })
  it('move a child to the top and its parent under it', () => {
    const a = { indicators: [{ id: 'p', children: [{ id: 'q', children: [] }] }] }
    const b = { indicators: [{ id: 'q', children: [{ id: 'p', children: [] }] }] }
    const steps = diff(a, b)
    expect(steps.map((s) => s.type)).toEqual(['move', 'move'])
    expect(apply(a, steps)).toEqual(b)
  })
  it('keep what moves out of a member that is removed', () => {
    const a = { indicators: [{ id: 'p', criteria: [{ id: 'x', points: 1 }] }, { id: 'q', criteria: [] }] }
    const b = { indicators: [{ id: 'q', criteria: [{ id: 'x', points: 1 }] }] }
    expect(diff(a, b).map((s) => s.type)).toEqual(['move', 'remove'])
  })
  it('fetch what moves into a member that is new', () => {
    const a = { indicators: [{ id: 'p', criteria: [{ id: 'x', points: 1 }] }] }
    const b = { indicators: [{ id: 'p', criteria: [] }, { id: 'q', criteria: [{ id: 'x', points: 1 }] }] }
    expect(diff(a, b)).toEqual([
      { type: 'insert', path: 'indicators', value: { id: 'q', criteria: [] }, before: null },
      { type: 'move', id: 'x', from: { path: 'indicators/p/criteria', before: null }, to: { path: 'indicators/q/criteria', before: null } },
    ])
  })

  const doc = { a: [{ id: 'x', points: 2 }, { id: 'y', points: 2 }], b: {} }
  const refused = (step: Step): string | null => {
    try {
      apply(doc, [step])
      return null
    } catch (error) {
      return error instanceof StaleStep ? error.reason : String(error)
    }
  }
  it('are refused with the reason when what they change is no longer as it was', () => {
    expect(refused({ type: 'set', path: 'a/x', key: 'points', from: 1, to: 3 })).toBe('changed')
    expect(refused({ type: 'set', path: 'a/z', key: 'points', from: 2, to: 3 })).toBe('no-place')
    expect(refused({ type: 'set', path: 'a', key: 'points', to: 3 })).toBe('no-place')
    expect(refused({ type: 'insert', path: 'a', value: { id: 'x' }, before: null })).toBe('doubled')
    expect(refused({ type: 'insert', path: 'a', value: { id: 'z' }, before: 'q' })).toBe('no-sibling')
    expect(refused({ type: 'insert', path: 'b/c', value: { id: 'z' }, before: null })).toBe('no-place')
    expect(refused({ type: 'insert', path: 'a', value: { label: 'no id' }, before: null })).toBe('no-id')
    expect(refused({ type: 'remove', path: 'a', value: { id: 'x', points: 1 }, before: 'y' })).toBe('changed')
    expect(refused({ type: 'remove', path: 'a', value: { id: 'x', points: 2 }, before: null })).toBe('no-sibling')
    expect(refused({ type: 'remove', path: 'a', value: { id: 'z' }, before: null })).toBe('no-item')
    expect(refused({ type: 'move', id: 'x', from: { path: 'a', before: 'y' }, to: { path: 'a/x/inside', before: null } })).toBe('no-place')
  })
  it('do not reach properties that JavaScript objects inherit', () => {
    expect(refused({ type: 'set', path: '__proto__', key: 'polluted', to: true })).toBe('no-place')
    expect(refused({ type: 'set', path: 'b/constructor', key: 'polluted', to: true })).toBe('no-place')
    expect(apply({}, [{ type: 'set', path: '', key: '__proto__', to: { polluted: true } }] as Step[])).toEqual(JSON.parse('{"__proto__":{"polluted":true}}'))
    expect(({} as { polluted?: boolean }).polluted).toBe(undefined)
  })
  it('of a group are taken all or none', () => {
    const steps: Step[] = [{ type: 'set', path: 'a/x', key: 'points', from: 2, to: 3 }, { type: 'set', path: 'a/x', key: 'points', from: 2, to: 4 }]
    expect(() => apply(doc, steps)).toThrow('changed: set at a/x')
    expect(doc).toEqual({ a: [{ id: 'x', points: 2 }, { id: 'y', points: 2 }], b: {} })
  })
  it('undone twice are done again', () => {
    const steps: Step[] = [{ type: 'set', path: 'a/x', key: 'note', to: 'n' }, { type: 'move', id: 'y', from: { path: 'a', before: null }, to: { path: 'a', before: 'x' } }]
    expect(invert(invert(steps))).toEqual(steps)
  })
})

describe('a new id', () => {
  const doc = { items: [{ id: 'a', n: 1 }, { id: 'b', n: 2 }] }
  const rename: Step = { type: 'set', path: 'items/a', key: 'id', from: 'a', to: 'c' }
  it('is undone by the name the member then has', () => {
    expect(apply(doc, [rename])).toEqual({ items: [{ id: 'c', n: 1 }, { id: 'b', n: 2 }] })
    expect(apply(apply(doc, [rename]), invert([rename]))).toEqual(doc)
  })
  it('is refused when a sibling has it', () => {
    expect(() => apply(doc, [{ ...rename, to: 'b' }])).toThrow('doubled')
  })
})
