import { describe, expect, it } from 'vitest'
import type { Condition, Criterion, FactValue, Rule } from '../../../engine/index.ts'
import { criterion, derived, fact, flat, given, leaf, marked, rule, ruleset, test, when } from '../../support/pattern.ts'
import { holds } from '../../support/sample.ts'

const off = { state: 'not-applicable', reason: 'r' } as const
const deduct = (id: string, conditions: Rule['conditions'], points = 1) => rule(id, conditions, { type: 'deduct', params: { points } })
const pair = (rules: Rule[], more: Partial<Criterion> = {}) =>
  flat([criterion('asked', 10, rules, more), criterion('rest', 90, [])], { facts: [fact('a', 'count'), fact('b', 'count')], attributes: [{ id: 'kind', label: 'kind', kind: 'text', source: { basis: 'assumed' } }] })
const two = [deduct('a', when('a', 'greaterThan', 0)), deduct('b', when('b', 'greaterThan', 0))]

describe('three states, never mixed', () => {
  it('counts a given zero, blocks on a missing value and takes what is not applicable out of the maximum', async () => {
    const rules = ruleset({ indicators: [leaf('item', [criterion('a', 40, [rule('s', given('a'), { type: 'share', params: { fact: 'a', target: 40 } })], { start: 'zero' }), criterion('rest', 60, [])])], facts: [fact('a', 'number')] })
    await holds(rules, [{ sum: '0 + 60', facts: { a: 0 }, expect: { state: 'scored', total: '60.00', criteria: { a: '0' } } }])
    await holds(rules, [{ sum: 'blocked', facts: {}, expect: { state: 'blocked', base: null, total: null, grade: null, criteria: { a: 'missing' }, flags: ['blocked:indicators/item/criteria/a'] } }])
    await holds(rules, [{ sum: '60 / 60 x 100', facts: { a: off }, expect: { state: 'scored', total: '100.00', criteria: { a: 'not-applicable' } } }])
  })
  it('makes a ratio over nothing not applicable, in a fact and in a derived fact', async () => {
    const share = (id: string) => rule('s', given(id), { type: 'share', params: { fact: id, target: 1 } })
    const rules = flat([criterion('direct', 10, [share('r')]), criterion('made', 10, [share('q')]), criterion('rest', 80, [])], {
      facts: [fact('r', 'ratio'), fact('n', 'count'), fact('d', 'count')], derived: [derived('q', { op: 'ratio', numerator: 'n', denominator: 'd' })],
    })
    await holds(rules, [{ sum: '80 / 80 x 100', facts: { r: { numerator: 0, denominator: 0 }, n: 3, d: 0 }, expect: { total: '100.00', criteria: { direct: 'not-applicable', made: 'not-applicable' } } }])
  })
  it('never lets a rule that could not be asked look satisfied', async () => {
    const scored = await holds(pair([deduct('a', when('a', 'greaterThan', 0))]), [{ sum: 'missing', facts: {}, expect: { criteria: { asked: 'missing', rest: '90' } } }])
    expect(scored.sheets[0]?.criteria[0]).toMatchObject({ state: 'missing', earned: null, fired: [] })
  })
  it('says which fact is missing where a unit is blocked', async () => {
    const scored = await holds(pair(two), [{ sum: 'b missing', facts: { a: 0 }, expect: { total: null } }])
    expect(scored.sheets[0]?.trace.filter((l) => l.code === 'missing').map((l) => l.inputs['facts'])).toEqual(['b'])
    expect(scored.issues.map((i) => i.code)).toEqual(['unit.blocked'])
  })
  it.each<[string, FactValue]>([
    ['a text', '95分'], ['null', null as unknown as FactValue], ['true', true], ['NaN', Number.NaN], ['infinity', Number.POSITIVE_INFINITY], ['a list', []], ['a ratio', { numerator: 1, denominator: 1 }],
  ])('raises an issue for %s where a number should stand, at its path', async (_, value) => {
    const scored = await holds(marked(), [{ sum: 'no number', facts: { mark: value }, expect: { state: 'blocked', total: null, criteria: { mark: 'missing' }, issues: ['fact.number'] } }])
    expect(scored.issues.find((i) => i.code === 'fact.number')?.path).toBe('records/u1/facts/mark')
  })
  it('raises an issue for a fact nobody declared', async () => {
    const scored = await holds(marked(), [{ sum: '90', facts: { mark: 90, markk: 95 }, expect: { total: '90.00', issues: ['fact.unknown'] } }])
    expect(scored.issues[0]?.path).toBe('records/u1/facts/markk')
  })
})

describe('the state of a criterion', () => {
  it('is not applicable when all its rules are, or any of them where that is declared', async () => {
    await holds(pair(two), [{ sum: 'one rule left: 10 - 1', facts: { a: off, b: 2 }, expect: { criteria: { asked: '9' } } }])
    await holds(pair(two), [{ sum: 'none left', facts: { a: off, b: off }, expect: { criteria: { asked: 'not-applicable' } } }])
    await holds(pair(two, { notApplicable: 'any' }), [{ sum: 'any', facts: { a: off, b: 2 }, expect: { criteria: { asked: 'not-applicable' } } }])
  })
  it('is missing when an applicable rule names a missing fact, and a rule that is not applicable asks for nothing', async () => {
    await holds(pair(two), [{ sum: 'b is missing', facts: { a: off }, expect: { criteria: { asked: 'missing' } } }])
    await holds(pair([deduct('ab', { all: [test('a', 'greaterThan', 0), test('b', 'greaterThan', 0)] })]), [{ sum: 'the only rule is not applicable', facts: { a: off }, expect: { criteria: { asked: 'not-applicable' } } }])
  })
  it('may ask for the state of a fact without needing the fact', async () => {
    const rules = pair([deduct('late', when('a', 'hasState', 'missing'), 4)])
    await holds(rules, [{ sum: '10 - 4', facts: {}, expect: { criteria: { asked: '6' } } }])
    await holds(rules, [{ sum: '10', facts: { a: 0 }, expect: { criteria: { asked: '10' } } }])
    await holds(rules, [{ sum: '10', facts: { a: off }, expect: { criteria: { asked: '10' } } }])
  })
  it.each<[string, Condition | undefined, { [fact: string]: FactValue }, string]>([
    ['given', test('a', 'greaterThan', 0), { a: 1 }, '10'],
    ['not applicable where its condition does not hold', test('a', 'greaterThan', 0), { a: 0 }, 'not-applicable'],
    ['missing where its condition names a missing fact', test('a', 'greaterThan', 0), {}, 'missing'],
    ['not applicable where its condition names a fact that is', test('a', 'greaterThan', 0), { a: off }, 'not-applicable'],
    ['missing where an attribute of the unit is not known', test('unit.kind', 'equal', 'x'), { a: 1 }, 'missing'],
    ['given without a condition', undefined, {}, '10'],
  ])('is %s', async (_, applies, facts, state) => {
    await holds(pair([], { applies }), [{ sum: state, facts, expect: { criteria: { asked: state } } }])
  })
  it('follows the nodes above it, and an exemption with its reason anywhere on the way', async () => {
    const asked = criterion('asked', 10, [])
    const rules = ruleset({
      indicators: [leaf('part', [], { applies: test('a', 'greaterThan', 0), children: [leaf('group', [asked])] }), leaf('other', [criterion('rest', 90, [])])], facts: [fact('a', 'count')],
    })
    await holds(rules, [{ sum: 'above', facts: { a: 0 }, expect: { total: '100.00', criteria: { asked: 'not-applicable' } } }])
    await holds(rules, [{ sum: 'missing above', facts: {}, expect: { total: null, criteria: { asked: 'missing' } } }])
    for (const id of ['part', 'group', 'asked']) {
      const scored = await holds(rules, [{ sum: id, facts: { a: 1 }, exemptions: [{ id, reason: 'no such office', by: 'commission' }], expect: { total: '100.00', criteria: { asked: 'not-applicable' } } }])
      expect(scored.sheets[0]?.trace.filter((l) => l.code === 'exempted').map((l) => l.inputs['by'])).toEqual(['no such office'])
    }
  })
})

describe('the points of a criterion', () => {
  const of = (rules: Rule[], more: Partial<Criterion> = {}) => flat([criterion('asked', 10, rules, more), criterion('rest', 90, [])], { facts: [fact('a', 'number')] })
  const set = (id: string, points: number) => rule(id, given('a'), { type: 'set', params: { points } })
  it('start from the first value that is set, in the order of the rules', async () => {
    await holds(of([set('s1', 4), set('s2', 7), deduct('d', given('a'))]), [{ sum: '4 - 1', facts: { a: 1 }, expect: { criteria: { asked: '3' } } }])
  })
  it('are held between zero and the full points', async () => {
    await holds(of([set('s1', 14)]), [{ sum: 'min(14, 10)', facts: { a: 1 }, expect: { criteria: { asked: '10' } } }])
    await holds(of([rule('w', given('a'), { type: 'award', params: { points: 3 } }), deduct('d', given('a'), 2)]), [{ sum: '10 + 3 - 2 = 11, held at 10', facts: { a: 1 }, expect: { criteria: { asked: '10' } } }])
  })
  it('are none when a rule zeroes the item, whatever else was won', async () => {
    await holds(of([set('s1', 8), rule('z', when('a', 'greaterThan', 5), { type: 'zero', params: {} })]), [{ sum: '0', facts: { a: 6 }, expect: { criteria: { asked: '0' } } }])
  })
  it('lose no more to a group of rules than its cap, with a line that says so', async () => {
    const rules = of([deduct('x', given('a'), 3), deduct('y', given('a'), 4), deduct('z', given('a'), 1)], { caps: [{ id: 'both', rules: ['x', 'y'], points: 5, source: { basis: 'assumed' } }] })
    const scored = await holds(rules, [{ sum: '10 - min(3 + 4, 5) - 1', facts: { a: 1 }, expect: { criteria: { asked: '4' } } }])
    expect(scored.sheets[0]?.trace.filter((l) => l.code === 'cause-cap').map((l) => [l.inputs['sum'], l.inputs['cap'], l.output])).toEqual([['7', '5', '2']])
  })
  it('are missing, with an issue, when a table has no row for the value', async () => {
    const rules = of([rule('l', given('a'), { type: 'lookup', params: { fact: 'a', mode: 'set', rows: [{ from: 0, below: 5, points: 2 }, { from: 5, below: 10, points: 9 }] } })])
    await holds(rules, [{ sum: 'from is inside', facts: { a: 5 }, expect: { criteria: { asked: '9' } } }])
    await holds(rules, [{ sum: 'below is outside', facts: { a: 10 }, expect: { total: null, criteria: { asked: 'missing' }, issues: ['lookup.no-row'] } }])
  })
})
