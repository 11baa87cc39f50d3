import { describe, expect, it } from 'vitest'
import { score, simulate, simulationSentence, type Cohort, type Ruleset, type Spread } from '../../../../engine/index.ts'
import { cohortOf, component, criterion, fact, flat, given, method, pool, rule } from '../../../support/pattern.ts'

const share = (name: string, points: number, way = 'daily') => criterion(name, points, [rule('share', given(name), { type: 'share', params: { fact: name, target: 100 } })], { start: 'zero', method: way })
/** Two criteria of one component that each unit meets to some hundredth parts, one of another. */
const rules: Ruleset = flat([share('a', 60), share('b', 20), share('c', 20, 'visit')], {
  facts: ['a', 'b', 'c'].map((id) => fact(id, 'number')), methods: [method('daily', 'work'), method('visit', 'field')], components: [component('work', 80), component('field', 20)],
  ranking: { method: 'standard', pools: [pool('all', 'bureau')], tieBreaks: [], source: { basis: 'assumed' } },
})
const units = (...parts: [number, number, number][]): Cohort => cohortOf(rules, parts.map(([a, b, c]) => ({ sum: '', facts: { a, b, c }, expect: {} })))
const half: Spread = { points: { by: 'share', most: 0.5 } }

describe('a simulation', () => {
  it('without a spread gives what scoring gives, in every draw', () => {
    const cohort = units([100, 50, 80], [70, 70, 70], [0, 0, 0])
    const found = simulate(rules, cohort, { draws: 10 })
    const { sheets } = score(rules, cohort)
    expect([found.same, found.drawn]).toEqual([true, []])
    expect(found.units.map(({ total, grade, rank, totals, ranks }) => ({ total, grade, rank, totals, ranks }))).toEqual(sheets.map(({ total, grade, rank }) => ({ total, grade, rank, totals: { low: total, median: total, high: total }, ranks: { low: rank, median: rank, high: rank } })))
    expect(found.units.map((u) => [u.grades, u.without, u.changes])).toEqual(sheets.map((s) => [[{ grade: s.grade, share: 1 }], 0, 0]))
  })
  it('is the same to the byte for the same seed, and another for another', () => {
    const cohort = units([100, 0, 50], [0, 100, 50], [80, 40, 60])
    const text = (seed: number): string => JSON.stringify(simulate(rules, cohort, { draws: 50, seed, spread: half }))
    expect([text(7) === text(7), text(7) === text(8)]).toEqual([true, false])
  })
  it('keeps the sum of each component: a unit that has everything keeps 100, one that has only a lone criterion keeps its points', () => {
    const found = simulate(rules, units([100, 100, 100], [0, 0, 100]), { draws: 200, spread: half })
    expect(found.units.map((u) => u.totals)).toEqual([{ low: '100.00', median: '100.00', high: '100.00' }, { low: '20.00', median: '20.00', high: '20.00' }])
  })
  it('moves no further than the spread, and as far as the others of the component leave room', () => {
    const found = simulate(rules, units([100, 0, 0], [0, 100, 0]), { draws: 400, spread: half })
    const [a, b] = found.units.map((u) => [Number(u.totals?.low), Number(u.totals?.high)])
    // b may have 10 to 30 points and a takes what b gives.
    expect([(a?.[0] ?? 0) >= 50, (a?.[1] ?? 0) <= 70, (b?.[0] ?? 0) >= 10, (b?.[1] ?? 0) <= 30, (b?.[1] ?? 0) - (b?.[0] ?? 0) > 10]).toEqual([true, true, true, true, true])
  })
  it('tells units near a bound and those whose grade hangs on rounding', () => {
    // 60 + 10 + 9.996, + 9.994, + 20 and + 12.
    const found = simulate(rules, units([100, 50, 49.98], [100, 50, 49.97], [100, 50, 100], [100, 50, 60]), { draws: 20, near: { points: 0.1 } })
    expect(found.near.map((n) => [n.unit, n.by, n.total, n.bound, n.distance, n.toward])).toEqual([
      ['u1', ['points'], '80.00', '80', '0.00', 'qualified'], ['u2', ['points'], '79.99', '80', '-0.01', 'good'], ['u3', ['points'], '90.00', '90', '0.00', 'good'],
    ])
    expect(found.rounding.map((r) => [r.unit, r.exact, r.total, r.bound, r.grade, r.decides])).toEqual([['u3', '90', '90.00', '90', 'excellent', false], ['u1', '79.996', '80.00', '80', 'good', true]])
  })
  it('says in both languages what it found', () => {
    const found = simulate(rules, units([100, 50, 80], [70, 70, 70]), { draws: 10 })
    expect(found.findings.map((f) => simulationSentence(f, 'en'))).toEqual(['Nothing is set to be uncertain: the result is what the ruleset gives now.', 'No grade hangs on rounding.'])
    expect(found.findings.map((f) => simulationSentence(f, 'zh'))).toEqual(['没有设定任何不确定的内容，结果就是规则现在的结果。', '没有单位的等次取决于修约。'])
  })
  it('refuses options that cannot be', () => {
    const cohort = units([1, 1, 1])
    for (const options of [{ draws: 0 }, { draws: 1.5 }, { seed: -1 }, { spread: { points: { by: 'share' as const, most: 2 } } }, { weights: { nothing: 3 } }]) expect(() => simulate(rules, cohort, options)).toThrow(RangeError)
  })
  it('ends when the caller has enough', () => {
    expect(() => simulate(rules, units([1, 1, 1]), { draws: 100, progress: (done) => { if (done === 5) throw new RangeError('enough') } })).toThrow('enough')
  })
})
