import { describe, expect, it } from 'vitest'
import { apply, followSums, invert, setPoints, validate, type Ruleset, type Step } from '../../../engine/index.ts'
import { nodesOf } from '../../../engine/check/walk.ts'
import { years } from '../content/schemes.ts'

const source = { basis: 'assumed' } as const
const criterion = (id: string, points: number, more: object = {}) => ({ id, label: id, method: 'm', points, start: 'full', rules: [], source, ...more })
const doc = {
  indicators: [{
    id: 'part', label: 'part', points: 10, source,
    children: [
      { id: 'a', label: 'a', points: 4, source, criteria: [criterion('a1', 1.5), criterion('a2', 2.5), criterion('plus', 1, { extra: true })] },
      { id: 'b', label: 'b', source, criteria: [criterion('b1', 6)] },
      { id: 'old', label: 'old', points: 3, source, retired: { year: 2023, reason: 'merged' }, criteria: [criterion('o1', 3)] },
    ],
  }],
} as unknown as Ruleset
const at = 'indicators/part/children'
const set = (path: string, key: string, from: number, to: number): Step => ({ type: 'set', path, key, from, to })

describe('points of a criterion', () => {
  it('take the declared sums above along, exactly', () => {
    expect(setPoints(doc, `${at}/a/criteria/a1`, 1.6)).toEqual([set(`${at}/a/criteria/a1`, 'points', 1.5, 1.6), set(`${at}/a`, 'points', 4, 4.1), set('indicators/part', 'points', 10, 10.1)])
  })
  it('leave sums alone that nobody declares', () => {
    expect(setPoints(doc, `${at}/b/criteria/b1`, 5)).toEqual([set(`${at}/b/criteria/b1`, 'points', 6, 5), set('indicators/part', 'points', 10, 9)])
  })
  it('outside the maximum change no sum', () => {
    expect(setPoints(doc, `${at}/a/criteria/plus`, 2)).toEqual([set(`${at}/a/criteria/plus`, 'points', 1, 2)])
  })
  it('under a retired indicator change its own sum and none above', () => {
    expect(setPoints(doc, `${at}/old/criteria/o1`, 2)).toEqual([set(`${at}/old/criteria/o1`, 'points', 3, 2), set(`${at}/old`, 'points', 3, 2)])
  })
  it('that do not change make no step, and no criterion is a mistake', () => {
    expect(setPoints(doc, `${at}/a/criteria/a1`, 1.5)).toEqual([])
    expect(() => setPoints(doc, `${at}/a`, 1)).toThrow(RangeError)
  })
})

describe('sums that follow', () => {
  it('move once for many changes, additions and removals', () => {
    const steps: Step[] = [
      set(`${at}/a/criteria/a1`, 'points', 1.5, 2),
      { type: 'insert', path: `${at}/a/criteria`, value: criterion('new', 0.25), before: null },
      { type: 'remove', path: `${at}/b/criteria`, value: criterion('b1', 6), before: null },
    ]
    expect(followSums(doc, steps).slice(3)).toEqual([set(`${at}/a`, 'points', 4, 4.75), set('indicators/part', 'points', 10, 4.75)])
  })
  it('count a first list of criteria, and a criterion that leaves the maximum', () => {
    const bare = apply(doc, [{ type: 'remove', path: at, value: (doc.indicators[0]?.children ?? [])[1] as never, before: 'old' }, { type: 'insert', path: at, value: { id: 'b', label: 'b', points: 0, source }, before: null }])
    const steps: Step[] = [{ type: 'set', path: `${at}/b`, key: 'criteria', to: [criterion('b1', 2)] as never }, { type: 'set', path: `${at}/a/criteria/a2`, key: 'extra', to: true }]
    expect(followSums(bare, steps).slice(2)).toEqual([set(`${at}/a`, 'points', 4, 1.5), set(`${at}/b`, 'points', 0, 2), set('indicators/part', 'points', 10, 9.5)])
  })
  it('follow an indicator to another parent, and one that is retired', () => {
    const two = apply(doc, [{ type: 'insert', path: 'indicators', value: { id: 'other', label: 'other', points: 0, source, children: [] }, before: null }])
    expect(followSums(two, [{ type: 'move', id: 'b', from: { path: at, before: 'old' }, to: { path: 'indicators/other/children', before: null } }]).slice(1)).toEqual([set('indicators/part', 'points', 10, 4), set('indicators/other', 'points', 0, 6)])
    expect(followSums(doc, [{ type: 'set', path: `${at}/a`, key: 'retired', to: { year: 2022, reason: 'merged' } }]).slice(1)).toEqual([set('indicators/part', 'points', 10, 6)])
  })
  it('never fall below nothing', () => {
    const wrong = apply(doc, [set('indicators/part', 'points', 10, 1)])
    expect(setPoints(wrong, `${at}/b/criteria/b1`, 2)).toEqual([set(`${at}/b/criteria/b1`, 'points', 6, 2)])
  })
  it('keep the sums of every shipped scheme right when all its criteria are changed one after another, and undo restores it', () => {
    for (const { ruleset } of years) {
      const paths = nodesOf(ruleset).flatMap(({ node, path }) => (node.criteria ?? []).map((one) => `${path}/criteria/${one.id}`))
      const { changed, steps } = paths.reduce((now, path, i) => {
        const more = setPoints(now.changed, path, ((i * 37) % 100) / 8)
        return { changed: apply(now.changed, more), steps: [...now.steps, ...more] }
      }, { changed: ruleset, steps: [] as Step[] })
      expect(validate(changed).issues.filter((i) => i.code === 'totals.node')).toEqual([])
      expect(apply(changed, invert(steps))).toEqual(ruleset)
    }
  })
})
