import { describe, expect, it } from 'vitest'
import type { AdjustmentSide, Decision, Ruleset } from '../../../engine/index.ts'
import { bonusClass, criterion, fact, given, leaf, marked, named, rule, ruleset, sourced, test } from '../../support/pattern.ts'
import { event } from '../../support/events.ts'
import { holds, lines } from '../../support/sample.ts'

const source = { basis: 'assumed' as const }
const good = (id: string, level: string, more = {}) => event(id, 'good', { level, ...more })
const tariff = [{ level: 'national', points: 3 }, { level: 'provincial', points: 1.5 }]
const sides = (bonus: Partial<AdjustmentSide>, deduction: Partial<AdjustmentSide> = {}, more: Partial<Ruleset> = {}) =>
  marked({
    facts: [fact('good', 'events', { kinds: named('good'), levels: named('national', 'provincial', 'county') }), fact('bad', 'count')],
    bonus: { classes: [], ...bonus }, deduction: { classes: [], rules: [rule('bad', given('bad'), { type: 'deductEach', params: { fact: 'bad', points: 1 } })], ...deduction },
    decisionKinds: [{ id: 'override', label: 'override', requires: ['amount', 'reason', 'approver', 'document', 'date', 'secondPerson'], source }], ...more,
  })

describe('bonus events', () => {
  const rules = sides({ classes: [bonusClass('good', 'good', tariff, { dedupe: { by: 'achievement', keep: 'highest' }, cap: 5 })] })
  it('are freed of doubles before the cap, and each says what it removed', async () => {
    const scored = await holds(rules, [{
      sum: '3 + 1.5 + 3 = 7.5; the same achievement counts once: 6; cap 5', facts: { mark: 80, bad: 0, good: [good('a', 'national', { achievement: 'x' }), good('b', 'provincial', { achievement: 'x' }), good('c', 'national')] },
      expect: { bonus: '5.00', total: '85.00' },
    }])
    expect(lines(scored, 'dedupe')).toEqual([{ path: 'bonus/classes/good', inputs: { sum: '7.5', removed: '1.5', by: 'achievement' }, output: '6' }])
    expect(lines(scored, 'class-cap')).toEqual([{ path: 'bonus/classes/good', inputs: { sum: '6', cap: '5', removed: '1' }, output: '5' }])
  })
  it('keep the better one whatever their order, so doubles removed after the cap would differ', async () => {
    await holds(rules, [{ sum: 'max(1.5, 3) = 3', facts: { mark: 80, bad: 0, good: [good('b', 'provincial', { achievement: 'x' }), good('a', 'national', { achievement: 'x' })] }, expect: { bonus: '3.00' } }])
  })
  it('count 0 below the lowest level of the tariff, and say so', async () => {
    const scored = await holds(rules, [{ sum: '0', facts: { mark: 80, bad: 0, good: [good('a', 'county')] }, expect: { bonus: '0.00', total: '80.00' } }])
    expect(lines(scored, 'below-tariff').map((l) => [l.path, l.output])).toEqual([['bonus/classes/good/events/a', '0']])
  })
  it('count only for units the class concerns', async () => {
    const some = sides({ classes: [bonusClass('good', 'good', tariff, { applies: test('unit.category', 'equal', 'bureau') })] }, {}, { categories: sourced('bureau', 'county') })
    await holds(some, [{ sum: '80 + 3', category: 'bureau', facts: { mark: 80, bad: 0, good: [good('a', 'national')] }, expect: { total: '83.00' } }])
    await holds(some, [{ sum: '80', category: 'county', facts: { mark: 80, bad: 0 }, expect: { total: '80.00' } }])
  })
})

describe('caps', () => {
  const hard = { kind: 'hard', points: 5, source } as const
  const soft = { kind: 'soft', points: 10, override: 'override', source } as const
  const rules = sides({ classes: [bonusClass('good', 'good', tariff)], cap: hard }, { cap: soft })
  const four = ['a', 'b', 'c', 'd'].map((id) => good(id, 'national'))
  const complete: Decision = { id: 'd1', kind: 'override', amount: 12, reason: 'grave', approver: 'commission', document: 'no. 1', date: '2022-12-01', secondPerson: 'second' }
  const decided = (sum: string, bad: number, decisions: Decision[], deduction: string, issues: string[] = []) => ({ sum, facts: { mark: 90, bad, good: [] }, decisions, expect: { deduction, issues } })

  it('act on each side before netting, never on the net', async () => {
    await holds(rules, [{ sum: '90 + min(12, 5) - min(14, 10) = 85 (the net -2 would give 88)', facts: { mark: 90, bad: 14, good: four }, expect: { bonus: '5.00', deduction: '10.00', total: '85.00', flags: ['capped:bonus', 'capped:deduction'] } }])
  })
  it('lift a soft cap to the decided amount when the decision is complete', async () => {
    const scored = await holds(rules, [decided('max(10, 12) = 12 of 14', 14, [complete], '12.00')])
    expect(lines(scored, 'cap-lifted').map((l) => [l.inputs['cap'], l.inputs['decided'], l.output])).toEqual([['10', '12', '12']])
  })
  it('lift it never beyond what was deducted, and never lower it', async () => {
    await holds(rules, [decided('min(14, 20) = 14', 14, [{ ...complete, amount: 20 }], '14.00')])
    await holds(rules, [decided('max(10, 8) = 10', 14, [{ ...complete, amount: 8 }], '10.00')])
    await holds(rules, [decided('9 stays 9', 9, [complete], '9.00')])
  })
  it.each(['amount', 'reason', 'approver', 'document', 'date', 'secondPerson'] as const)('stay when the decision lacks its %s, with an issue', async (part) => {
    const decision = Object.fromEntries(Object.entries(complete).filter(([key]) => key !== part)) as Decision
    await holds(rules, [decided('cap 10', 14, [decision], '10.00', ['decision.incomplete'])])
  })
  it('follow the latest of several complete decisions', async () => {
    await holds(rules, [decided('11 is later', 14, [complete, { ...complete, id: 'd2', amount: 11, date: '2022-12-02' }], '11.00')])
    await holds(rules, [decided('an incomplete later one counts nothing', 14, [complete, { ...complete, id: 'd2', amount: 14, date: '2022-12-03', approver: '' }], '12.00', ['decision.incomplete'])])
  })
  it('are never lifted where they are hard', async () => {
    await holds(sides({}, { cap: { kind: 'hard', points: 10, override: 'override', source } }), [decided('10', 14, [complete], '10.00')])
  })
  it('need a decision of their own kind', async () => {
    const other = sides({}, { cap: soft }, { decisionKinds: ['override', 'other'].map((id) => ({ id, label: id, requires: ['reason'], source })) })
    await holds(other, [decided('10', 14, [{ ...complete, kind: 'other' }], '10.00')])
  })
})

describe('gates', () => {
  const gated = (operator: 'greaterThan' | 'greaterThanInclusive', rounded?: boolean) => sides({ classes: [bonusClass('good', 'good', tariff)], gate: { points: 80, operator, source, ...(rounded ? { rounded } : {}) } })
  it.each([
    [80, 'greaterThan', false, '80.00'], [80, 'greaterThanInclusive', false, '83.00'], [79.996, 'greaterThanInclusive', false, '80.00'], [79.996, 'greaterThanInclusive', true, '83.00'],
    [80.004, 'greaterThan', false, '83.00'], [80.004, 'greaterThan', true, '80.00'], [79.99, 'greaterThanInclusive', true, '79.99'],
  ] as const)('with a base of %d, %s 80, rounded %s, total %s', async (mark, operator, rounded, total) => {
    await holds(gated(operator, rounded), [{ sum: total, facts: { mark, bad: 0, good: [good('a', 'national')] }, expect: { total } }])
  })
  it('look at the exact prorated base, before deductions', async () => {
    const item = (id: string, points: number) => leaf(`n-${id}`, [criterion(id, points, [rule('s', given(id), { type: 'share', params: { fact: id, target: points } })], { start: 'zero' })])
    const rules = ruleset({
      indicators: [item('a', 60), item('b', 40)], facts: [fact('a', 'number'), fact('b', 'number'), fact('good', 'events', { kinds: named('good') }), fact('bad', 'count')],
      bonus: { classes: [bonusClass('good', 'good', [{ points: 3 }])], gate: { points: 80, operator: 'greaterThanInclusive', source } },
      deduction: { classes: [], rules: [rule('bad', given('bad'), { type: 'deductEach', params: { fact: 'bad', points: 1 } })] },
    })
    const off = { state: 'not-applicable' } as const
    await holds(rules, [{ sum: '48 / 60 x 100 = 80: open; 80 + 3 - 10 = 73', facts: { a: 48, b: off, good: [event('a', 'good')], bad: 10 }, expect: { total: '73.00' } }])
    await holds(rules, [{ sum: '47.999 / 60 x 100 = 79.998...: shut', facts: { a: 47.999, b: off, good: [event('a', 'good')], bad: 0 }, expect: { bonus: '0.00', total: '80.00' } }])
  })
})

describe('limits', () => {
  it('hold the total, after netting', async () => {
    const rules = sides({ classes: [bonusClass('good', 'good', tariff)] }, {}, { limits: { min: 0, max: 100, source } })
    await holds(rules, [{ sum: '99 + 3 = 102, held at 100', facts: { mark: 99, bad: 0, good: [good('a', 'national')] }, expect: { base: '99.00', bonus: '3.00', total: '100.00' } }])
    await holds(rules, [{ sum: '5 - 20 = -15, held at 0', facts: { mark: 5, bad: 20, good: [] }, expect: { deduction: '20.00', total: '0.00' } }])
    await holds(rules, [{ sum: '99 + 3 - 4 = 98: the net is held, not the sum on the way', facts: { mark: 99, bad: 4, good: [good('a', 'national')] }, expect: { total: '98.00' } }])
  })
  it('leave totals above full marks alone where none is set', async () => {
    await holds(sides({ classes: [bonusClass('good', 'good', tariff)] }), [{ sum: '99 + 3', facts: { mark: 99, bad: 0, good: [good('a', 'national')] }, expect: { total: '102.00' } }])
  })
})
