import { describe, expect, it } from 'vitest'
import type { MissingPolicy, Ruleset } from '../../../engine/index.ts'
import { component, criterion, derived, fact, given, leaf, rule, ruleset, sourced, when, type Sample } from '../../support/pattern.ts'
import { ratings } from '../../support/events.ts'
import { holds, lines } from '../../support/sample.ts'

const source = { basis: 'assumed' as const }
const share = (id: string, points: number, more = {}) => criterion(id, points, [rule('s', given(id), { type: 'share', params: { fact: id, target: points } })], { start: 'zero', ...more })
/** Criterion a of 40 points by a policy, criterion b of 60. */
const made = (policy: MissingPolicy, more: Partial<Ruleset> = {}) => ruleset({
  categories: sourced('bureau', 'county'), indicators: [leaf('item', [share('a', 40, { missing: policy }), share('b', 60)])],
  facts: [fact('a', 'number'), fact('b', 'number'), fact('end', 'boolean')],
  verdicts: [{ id: 'end', label: 'end', conditions: when('end', 'equal', true), effect: { type: 'stop', grade: 'unqualified' }, source }], ...more,
})
const unit = (a: number | null, b: number, total: string | null, more: Partial<Sample> = {}, points?: string): Sample =>
  ({ sum: `${a ?? 'missing'} + ${b}`, facts: { ...(a === null ? {} : { a }), b, end: false }, ...more, expect: { total, ...(points === undefined ? {} : { criteria: { a: points } }) } })

describe('a missing value', () => {
  it('blocks the total by default and names what is missing', async () => {
    const scored = await holds(ruleset({ indicators: [leaf('item', [share('a', 40), share('b', 60)])], facts: [fact('a', 'number'), fact('b', 'number')] }), [{ sum: 'no a', facts: { b: 50 }, expect: { state: 'blocked', total: null, flags: ['blocked:indicators/item/criteria/a'] } }])
    expect(scored.issues.map((i) => [i.code, i.path, i.values['by']])).toEqual([['unit.blocked', 'records/u1', 'indicators/item/criteria/a']])
  })
  it('counts zero where the policy says so, with a line that names the policy', async () => {
    const scored = await holds(made('zero'), [unit(null, 50, '50.00', {}, '0')])
    expect(lines(scored, 'missing.zero').map((l) => [l.path, l.output])).toEqual([['indicators/item/criteria/a', '0']])
  })
  it('leaves the maximum under exclude-and-prorate', async () => {
    await holds(made('exclude-and-prorate'), [unit(null, 48, '80.00', {}, 'not-applicable')])
  })
  it('becomes the exact mean of its category, not of others', async () => {
    const scored = await holds(made('category-mean'), [
      unit(1, 50, '51.00'), unit(1, 50, '51.00'), unit(2, 50, '52.00'), unit(null, 50, '51.33', {}, '4/3'), unit(40, 50, '90.00', { category: 'county' }),
    ])
    expect(lines(scored, 'missing.category-mean', 3).map((l) => l.output)).toEqual(['4/3'])
  })
  it('blocks where the category has no value, and is never filled from filled values', async () => {
    await holds(made('category-mean'), [unit(null, 50, null), unit(null, 50, null), unit(40, 50, '90.00', { category: 'county' })])
    await holds(made('category-mean'), [unit(null, 50, '60.00', {}, '10'), unit(null, 50, '60.00', {}, '10'), unit(10, 50, '60.00')])
  })
  it('is not filled from a stopped unit, but from one that has no total for another reason', async () => {
    const stopped: Sample = { sum: 'stopped', facts: { a: 0, b: 0, end: true }, expect: { state: 'stopped', total: null } }
    const blocked: Sample = { sum: 'b missing', facts: { a: 30, end: false }, expect: { total: null } }
    await holds(made('category-mean'), [unit(10, 50, '60.00'), stopped, blocked, unit(null, 50, '70.00', {}, '20')])
  })
  it('becomes last year’s points, or blocks without them', async () => {
    const past = (year: number) => ({ past: [{ year, criteria: [{ id: 'a', earned: '33.333' }] }] })
    await holds(made('last-year'), [unit(null, 50, '83.33', past(2021), '33.333'), unit(null, 50, null), unit(null, 50, null, past(2020)), unit(20, 50, '70.00', past(2021))])
  })
  it('follows the criterion’s policy, else its component’s, else the ruleset’s', async () => {
    const plain = [leaf('item', [share('a', 40), share('b', 60)])]
    const whole = { policy: 'zero' as const, source }
    await holds(made('zero', { indicators: plain, missing: whole }), [unit(null, 48, '48.00')])
    await holds(made('zero', { indicators: plain, missing: whole, components: [component('work', 100, { missing: 'exclude-and-prorate' })] }), [unit(null, 48, '80.00')])
    await holds(made('block', { missing: whole, components: [component('work', 100, { missing: 'exclude-and-prorate' })] }), [unit(null, 48, null)])
  })
  it('may stand for zero or last year’s value in the fact itself', async () => {
    await holds(made('block', { facts: [fact('a', 'number', { missing: 'zero' }), fact('b', 'number'), fact('end', 'boolean')] }), [{ ...unit(null, 50, '50.00', {}, '0') }])
    const again = made('block', { facts: [fact('a', 'number', { missing: 'last-year' }), fact('b', 'number'), fact('end', 'boolean')] })
    await holds(again, [unit(null, 50, '75.00', { past: [{ year: 2021, facts: { a: 25 } }] }, '25'), unit(null, 50, null)])
  })
  it('is not what a declared "not applicable" is', async () => {
    await holds(made('zero'), [{ sum: '48 / 60 x 100', facts: { a: { state: 'not-applicable', reason: 'r' }, b: 48, end: false }, expect: { total: '80.00', criteria: { a: 'not-applicable' } } }])
  })
})

describe('raters', () => {
  const rated = (derive: Parameters<typeof derived>[1]) => ruleset({
    indicators: [leaf('item', [criterion('mark', 100, [rule('s', given('m'), { type: 'share', params: { fact: 'm', target: 100 } })], { start: 'zero' })])], facts: [fact('r', 'ratings')], derived: [derived('m', derive)],
  })
  const one = (sum: string, r: Sample['facts'][string], total: string | null): Sample => ({ sum, facts: { r }, expect: { total } })
  it('are averaged without the recused, and are missing below the minimum', async () => {
    const rules = rated({ op: 'mean', ratings: 'r', minimum: 2 })
    await holds(rules, [one('(80 + 91) / 2', ratings(80, 91), '85.50')])
    await holds(rules, [one('recused 0 is out', [{ value: 0, recused: true }, ...ratings(80, 91)], '85.50')])
    await holds(rules, [one('one left of two', [{ value: 0, recused: true }, ...ratings(80)], null)])
    await holds(rated({ op: 'mean', ratings: 'r' }), [one('nobody', [], null)])
  })
  it('have a median: the middle, or the mean of the two in the middle', async () => {
    await holds(rated({ op: 'median', ratings: 'r' }), [one('90', ratings(100, 0, 90), '90.00')])
    await holds(rated({ op: 'median', ratings: 'r' }), [one('(90 + 91) / 2', ratings(100, 91, 0, 90), '90.50')])
    await holds(rated({ op: 'median', ratings: 'r' }), [one('numbers, not text: 9', ratings(10, 9, 8), '9.00')])
  })
  it('are trimmed after recusal; too few to trim are missing', async () => {
    const rules = rated({ op: 'trimmedMean', ratings: 'r', drop: 2, minimum: 1 })
    await holds(rules, [one('50', ratings(0, 1, 50, 99, 100), '50.00')])
    await holds(rules, [one('nothing left', ratings(0, 1, 99, 100), null)])
    await holds(rules, [one('recused first', [{ value: 7, recused: true }, ...ratings(0, 1, 99, 100)], null)])
  })
})
