import { describe, expect, it } from 'vitest'
import { readWish, whoseOf, wishText, withWhose, type Wish } from '../../../editor/components/simulate/wish.ts'
import type { Aim } from '../../../engine/index.ts'

const WISH: Wish = {
  goal: [{ type: 'grade', grade: 'best', orBetter: true, in: 'share', category: 'c', least: 0.2, most: 0.3 }, { type: 'changed', most: 3, against: 'last-year' }, { type: 'order', most: 0, against: 'base', pool: 'p' }],
  levers: { bands: { spread: 5, step: 0.1 }, points: { spread: 1, step: 0.5, criteria: ['c1'] } }, keep: false, seconds: 10,
}

describe('a goal in a link', () => {
  it('comes back as it was put in', () => {
    expect(readWish(wishText(WISH))).toEqual(WISH)
  })
  it('is none when any part of it has another form', () => {
    const other = (part: object): string => JSON.stringify({ ...WISH, ...part })
    const texts = ['', '{', 'null', '[]', other({ goal: {} }), other({ goal: [{ type: 'grade', grade: 'best', in: 'half' }] }), other({ goal: [{ type: 'changed', most: '3', against: 'base' }] }), other({ goal: [{ type: 'order', most: 1, against: 'ever' }] }), other({ levers: { bands: { spread: 5, step: 0 } } }), other({ levers: { points: { spread: 1, step: 1, criteria: [2] } } }), other({ keep: 'no' })]
    expect(texts.map(readWish)).toEqual(texts.map(() => null))
    expect(readWish(other({ seconds: 7 }))?.seconds).toBe(60)
  })
  it('looks at everybody, a category or a pool, one at a time', () => {
    const [grade, , order] = WISH.goal as [Aim, Aim, Aim]
    expect([whoseOf(grade), whoseOf(withWhose(grade, 'pool:a:b')), whoseOf(withWhose(grade, '')), whoseOf(order), whoseOf(withWhose(order, 'category:c'))]).toEqual(['category:c', 'pool:a:b', '', 'pool:p', ''])
    expect(withWhose(grade, 'pool:x')).toEqual({ type: 'grade', grade: 'best', orBetter: true, in: 'share', least: 0.2, most: 0.3, pool: 'x' })
  })
})
