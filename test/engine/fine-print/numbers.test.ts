import { describe, expect, it } from 'vitest'
import type { RoundingMode, Ruleset } from '../../../engine/index.ts'
import { component, criterion, fact, flat, given, leaf, marked, method, pool, rule, ruleset, when } from '../../support/pattern.ts'
import { holds } from '../../support/sample.ts'

const source = { basis: 'assumed' as const }
const rounding = (mode: RoundingMode, places = 2, stage: Ruleset['rounding']['stage'] = 'total') => ({ places, mode, stage, source })
const share = (id: string, points: number, target: number, more = {}) => criterion(id, points, [rule('share', given(id), { type: 'share', params: { fact: id, target } })], { start: 'zero', ...more })

describe('exact numbers', () => {
  it.each<[number, RoundingMode, number, string]>([
    [88.445, 'half-up', 2, '88.45'], [88.445, 'half-even', 2, '88.44'], [88.435, 'half-even', 2, '88.44'], [88.445, 'down', 2, '88.44'], [88.449999, 'down', 2, '88.44'],
    [88.4449999, 'half-up', 2, '88.44'], [1.005, 'half-up', 2, '1.01'], [88.445, 'half-up', 0, '88'], [88.5, 'half-even', 0, '88'], [88.5, 'half-up', 0, '89'], [88.12345, 'half-up', 4, '88.1235'], [100, 'half-up', 1, '100.0'],
  ])('rounds %d %s to %d places as %s', async (mark, mode, places, total) => {
    await holds(marked({ rounding: rounding(mode, places) }), [{ sum: total, facts: { mark }, expect: { total } }])
  })
  it('adds sixty scores of two decimals to exactly 90.00, where binary sums miss it', async () => {
    const scores = Array.from({ length: 60 }, (_, i) => (i < 30 ? 1.53 : 1.47))
    expect(scores.reduce((a, b) => a + b, 0)).toBe(89.99999999999999)
    const ids = scores.map((_, i) => `c${i}`)
    const rules = ruleset({ fullMarks: 180, indicators: [leaf('item', ids.map((id) => share(id, 3, 3)))], facts: ids.map((id) => fact(id, 'number')) })
    await holds(rules, [{ sum: 'sixty scores', facts: Object.fromEntries(ids.map((id, i) => [id, scores[i] as number])), expect: { total: '90.00', grade: 'excellent' } }])
  })
  it('keeps thirds until the end: three thirds of 100 are 100', async () => {
    const ids = ['a', 'b', 'c']
    const rules = flat(ids.map((id) => share(id, 100, 3)), { facts: ids.map((id) => fact(id, 'number')) })
    await holds(rules, [{ sum: '100/3 x 3', facts: { a: 1, b: 1, c: 1 }, expect: { total: '100.00', criteria: { a: '100/3' } } }])
  })
  it('rounds components first only where the ruleset says so', async () => {
    const made = (stage: Ruleset['rounding']['stage']) => ruleset({
      methods: [method('m1', 'one'), method('m2', 'two')], components: [component('one', 50), component('two', 50)], rounding: rounding('half-up', 2, stage),
      indicators: [leaf('item', [share('a', 50, 3, { method: 'm1' }), share('b', 50, 3, { method: 'm2' })])], facts: [fact('a', 'number'), fact('b', 'number')],
    })
    await holds(made('total'), [{ sum: '50/3 + 50/3 = 33.333...', facts: { a: 1, b: 1 }, expect: { total: '33.33' } }])
    await holds(made('components-and-total'), [{ sum: '16.67 + 16.67', facts: { a: 1, b: 1 }, expect: { total: '33.34', components: { one: '16.67', two: '16.67' } } }])
  })
  it('rounds negative totals away from zero at the half', async () => {
    const rules = marked({ limits: { source }, facts: [fact('bad', 'number')], deduction: { classes: [], rules: [rule('d', given('bad'), { type: 'deductSteps', params: { fact: 'bad', target: 0, direction: 'above', step: 1, points: 1, count: 'proportional' } })] } })
    await holds(rules, [{ sum: '0 - 0.005', facts: { mark: 0, bad: 0.005 }, expect: { deduction: '0.01', total: '-0.01' } }])
  })
  it('grades, ranks and ties by the rounded total', async () => {
    const rules = marked({ ranking: { method: 'standard', pools: [pool('all', 'bureau')], tieBreaks: [], source } })
    await holds(rules, [
      { sum: '89.995 -> 90.00', facts: { mark: 89.995 }, expect: { total: '90.00', grade: 'excellent', rank: 1, flags: ['tied', 'rounding-critical'] } },
      { sum: '90.004 -> 90.00', facts: { mark: 90.004 }, expect: { total: '90.00', grade: 'excellent', rank: 1, flags: ['tied'], without: ['rounding-critical'] } },
      { sum: '89.9949 -> 89.99', facts: { mark: 89.9949 }, expect: { total: '89.99', grade: 'good', rank: 3 } },
    ])
  })
  it('writes scores as decimal strings with the declared places', async () => {
    const scored = await holds(marked(), [{ sum: '90', facts: { mark: 90 }, expect: { base: '90.00', bonus: '0.00', deduction: '0.00', total: '90.00' } }])
    expect(JSON.parse(JSON.stringify(scored)).sheets[0].total).toBe('90.00')
  })
  it('keeps facts of more than four decimals exact', async () => {
    await holds(marked({ rounding: rounding('down', 4) }), [{ sum: '0.123456789 x 1', facts: { mark: 0.123456789 }, expect: { total: '0.1234', criteria: { mark: '0.123456789' } } }])
  })
  it.each([
    ['greaterThan', 0.7, { numerator: 2.1, denominator: 3 }, '0'], ['greaterThanInclusive', 0.7, { numerator: 2.1, denominator: 3 }, '2'],
    ['greaterThanInclusive', 3, { numerator: 0.3, denominator: 0.1 }, '2'], ['equal', 0.1, { numerator: 0.3, denominator: 3 }, '2'], ['lessThan', 1.1, { numerator: 3.3, denominator: 3 }, '0'],
  ])('lets no binary quotient decide: %s %d of %o earns %s', async (operator, value, r, earned) => {
    const rules = flat([criterion('asked', 2, [rule('w', when('r', operator, value), { type: 'award', params: { points: 2 } })], { start: 'zero' })], { facts: [fact('r', 'ratio')] })
    await holds(rules, [{ sum: earned, facts: { r }, expect: { criteria: { asked: earned } } }])
  })
})
