import { describe, expect, it } from 'vitest'
import { apply, type Ruleset, type Step } from '../../../engine/index.ts'
import { follow, settledOf, standing } from '../../../editor/stores/settled.ts'

const first = { title: 't', indicators: [{ id: 'a', points: 4, criteria: [{ id: 'a1', points: 4 }] }, { id: 'b', criteria: [{ id: 'b1', points: 6 }] }] } as unknown as Ruleset
const change = (from: Ruleset, step: Step): Ruleset => {
  const to = apply(from, [step])
  follow(to, from, [step])
  return to
}
const points = (path: string, from: number, to: number): Step => ({ type: 'set', path, key: 'points', from, to })
const criterion = (ruleset: Ruleset, i: number): object => (ruleset.indicators[i] as { criteria: object[] }).criteria[0] as object

describe('a document in which only points change', () => {
  const second = change(first, points('indicators/a/criteria/a1', 4, 5))
  const third = change(second, points('indicators/a', 4, 5))
  it('is settled as it was before they changed', () => {
    expect([settledOf(first) === first, settledOf(second) === first, settledOf(third) === first]).toEqual([true, true, true])
  })
  it('is settled anew by any other change', () => {
    const named = change(third, { type: 'set', path: '', key: 'title', from: 't', to: 'u' })
    const dropped = change(third, { type: 'set', path: 'indicators/a', key: 'points', from: 5 })
    expect([settledOf(named) === named, settledOf(dropped) === dropped]).toEqual([true, true])
  })
  it('stays the same for a part that stands as it stood, and is the newest for the part that changed', () => {
    expect(standing(first, criterion(first, 1)) === first).toBe(true)
    expect(standing(second, criterion(second, 1)) === first).toBe(true)
    expect(standing(second, criterion(second, 0)) === second).toBe(true)
    const named = change(third, { type: 'set', path: '', key: 'title', from: 't', to: 'u' })
    expect(standing(named, criterion(named, 1)) === named).toBe(true)
  })
})
