import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, exact, fraction, show } from '../../../engine/model/decimal.ts'
import { dayNumber, dayText } from '../../../engine/study/analyse/days.ts'
import { closed, examples, holds, isEmpty, meet, numbers, opened, unite, without, type Span } from '../../../engine/study/analyse/numbers.ts'

const end = fc.option(fc.tuple(fc.integer({ min: -6, max: 6 }), fc.boolean(), fc.boolean()).map(([n, half, open]) => (open ? opened : closed)(add(exact(n), half ? fraction(1n, 2n) : exact(0)))), { nil: null })
const span: fc.Arbitrary<Span> = fc.record({ low: end, high: end })
const set = fc.record({ spans: fc.array(span, { maxLength: 3 }), whole: fc.boolean() }).map(({ spans, whole }) => numbers(spans, whole))
/** Quarters from -8 to 8: they see every end from both sides. */
const probes = Array.from({ length: 65 }, (_, i) => fraction(BigInt(i - 32), 4n))
const members = (s: ReturnType<typeof numbers>): string[] => probes.filter((p) => holds(s, p)).map(show)

describe('sets of exact numbers', () => {
  it('meet, unite and leave out member by member', () => {
    fc.assert(fc.property(set, set, fc.array(span, { maxLength: 2 }), (a, b, cut) => {
      const isWhole = (p: string): boolean => /^-?\d+$/.test(p)
      const inside = members(numbers(cut))
      expect(members(meet(a, b))).toEqual(members(a).filter((p) => members(b).includes(p)))
      if (a.whole === b.whole) expect(members(unite(a, b))).toEqual(probes.map(show).filter((p) => members(a).includes(p) || members(b).includes(p)))
      expect(members(without(a, numbers(cut)))).toEqual(members(a).filter((p) => !inside.includes(p)))
      if (a.whole) expect(members(a).every(isWhole)).toBe(true)
    }), { numRuns: 120 })
  })
  it('give examples that are members, at least one where there is any', () => {
    fc.assert(fc.property(set, (s) => {
      expect([examples(s).every((v) => holds(s, v)), examples(s).length > 0]).toEqual([true, !isEmpty(s)])
    }), { numRuns: 120 })
  })
  it('know that nothing whole lies between 0 and 1', () => {
    const between = { low: opened(exact(0)), high: opened(exact(1)) }
    expect([isEmpty(numbers([between], true)), isEmpty(numbers([between]))]).toEqual([true, false])
  })
})

describe('days as numbers', () => {
  it('come back, in order, over leap years', () => {
    const days = ['2019-12-31', '2020-01-01', '2020-02-28', '2020-02-29', '2020-03-01', '2021-02-28', '2021-03-01']
    expect(days.map((d) => dayText(dayNumber(d) ?? exact(0)))).toEqual(days)
    expect(days.map((d) => show(dayNumber(d) ?? exact(0)))).toEqual(['18261', '18262', '18320', '18321', '18322', '18686', '18687'])
  })
  it('put a day that does not exist between its neighbours', () => {
    expect(['2021-02-29', '2021-02-31', '2021-02-28', 'soon'].map((d) => { const n = dayNumber(d); return n && show(n) })).toEqual(['18686.5', '18686.5', '18686', null])
  })
})
