import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EFFECT_TYPES, reads, switched, usable, withSource } from '../../../editor/components/condition/effect.ts'
import { readBlock, readNumber } from '../../../editor/components/condition/number.ts'
import { conditionSteps, partSteps } from '../../../editor/components/condition/rule.ts'
import { faultsOf, sorted } from '../../../editor/components/condition/rows.ts'
import { ruleOf, TEMPLATES } from '../../../editor/components/condition/templates.ts'
import { freshTest, operatorsFor, withFact, withOperator, type Setting } from '../../../editor/components/condition/test.ts'
import { apply, quantities, sentence, validate, type Condition, type Effect, type Quantity, type Rule, type Ruleset, type Test } from '../../../engine/index.ts'
import { anyRuleset } from '../../support/arbitrary.ts'
import { criterion, derived, fact, flat, named, rule, when } from '../../support/pattern.ts'

const facts = [fact('late', 'count', { unit: '次' }), fact('rate', 'ratio', { max: 1 }), fact('level', 'choice', { options: named('a', 'b') }), fact('done', 'boolean'), fact('day', 'date'), fact('mark', 'number'), fact('files', 'ratings'), fact('list', 'events', { kinds: named('k') })]
const ruleset = flat([criterion('c', 5, [rule('r', when('late', 'lessThan', 3), { type: 'deductShortfall', params: { fact: 'late', target: 3, points: 1 } })])], { facts, derived: [derived('mean', { op: 'mean', ratings: 'files' })], decisionKinds: [{ id: 'grave', label: 'grave', requires: ['reason'], source: { basis: 'assumed' } }] })
const known = quantities(ruleset, 'facts', 'zh')
const setting: Setting = { known: new Map(known.map((q) => [q.name, q])), lastDay: '2022-12-31' }
const of = (name: string): Quantity => setting.known.get(name) as Quantity
const PATH = 'indicators/item/criteria/c/rules/r'
const errors = (next: Ruleset): string[] => validate(next).issues.filter((i) => i.level === 'error').map((i) => `${i.code} ${JSON.stringify(i.values)}`)
const withRule = (change: Partial<Rule>): Ruleset => {
  const old = ruleset.indicators[0]?.criteria?.[0]?.rules[0] as Rule
  return apply(ruleset, [{ type: 'remove', path: 'indicators/item/criteria/c/rules', value: old as never, before: null }, { type: 'insert', path: 'indicators/item/criteria/c/rules', value: { ...old, ...change } as never, before: null }])
}

describe('a test that is given another fact or operator', () => {
  it('keeps what fits and takes a sensible value for what does not', () => {
    const test: Test = { fact: 'late', operator: 'lessThan', value: 3 }
    expect(withFact(test, of('mark'), setting)).toEqual({ fact: 'mark', operator: 'lessThan', value: 3 })
    expect(withFact(test, of('rate'), setting)).toEqual({ fact: 'rate', operator: 'lessThan', value: 1 })
    expect(withFact(test, of('done'), setting)).toEqual({ fact: 'done', operator: 'equal', value: true })
    expect(withFact({ fact: 'late', operator: 'hasState', value: 'missing' }, of('day'), setting)).toEqual({ fact: 'day', operator: 'hasState', value: 'missing' })
    expect(withOperator(test, 'between', of('late'), setting)).toEqual({ fact: 'late', operator: 'between', value: [3, 3] })
    expect(withOperator({ ...test, operator: 'between', value: [2, 5] }, 'in', of('late'), setting)).toEqual({ fact: 'late', operator: 'in', value: [2, 5] })
    expect(withOperator({ fact: 'late', operator: 'lessThan', value: { fact: 'mark' } }, 'greaterThan', of('late'), setting)).toEqual({ fact: 'late', operator: 'greaterThan', value: { fact: 'mark' } })
  })
  it('is valid for every fact and every operator of its kind, from every other', () => {
    for (const from of known) for (const operator of operatorsFor(from.kind)) {
      const test = withOperator(freshTest(from, setting), operator, from, setting)
      const all = known.map((q) => withFact(test, q, setting))
      expect([operator, errors(withRule({ conditions: { all: [test, ...all] } })).filter((e) => e.startsWith('condition'))]).toEqual([operator, []])
    }
  })
})

describe('an effect of another type or fact', () => {
  it('keeps the parameters the two share', () => {
    const each: Effect = { type: 'deductEach', params: { fact: 'late', points: 0.3, cap: 2 } }
    expect(switched(each, 'deductShortfall', of('late'), undefined)).toEqual({ type: 'deductShortfall', params: { fact: 'late', target: 1, points: 0.3, cap: 2 } })
    expect(switched(each, 'deduct', undefined, undefined)).toEqual({ type: 'deduct', params: { points: 0.3 } })
    expect(withSource({ type: 'lookup', params: { fact: 'level', mode: 'set', rows: [{ equals: 'a', points: 2 }] } }, of('late'))).toEqual({ type: 'lookup', params: { fact: 'late', mode: 'set', rows: [{ below: 1, points: 0 }, { from: 1, points: 1 }] } })
  })
  it('is valid from every type to every type', () => {
    const leaf = ruleset.indicators[0]?.criteria?.[0]
    const start: Effect = { type: 'zero', params: {} }
    for (const from of EFFECT_TYPES) for (const to of EFFECT_TYPES) {
      const first = switched(start, from, known.find((q) => usable(from, q)), leaf)
      const event = switched(first, to, reads(to) ? known.find((q) => q.name === (first.params as { fact?: string }).fact && usable(to, q)) ?? known.find((q) => usable(to, q)) : undefined, leaf)
      expect([from, to, errors(withRule({ event }))]).toEqual([from, to, []])
    }
  })
})

describe('a piece of a sentence changed in place', () => {
  const change = (kind: string, value: string | number | boolean, nth = 0): Rule => {
    const one = ruleset.indicators[0]?.criteria?.[0]?.rules[0] as Rule
    const part = sentence(ruleset, one, 'zh').filter((p) => p.kind === kind)[nth]
    if (!part) throw new RangeError(`no ${kind}`)
    return apply(ruleset, partSteps(PATH, one, part, value, setting)).indicators[0]?.criteria?.[0]?.rules[0] as Rule
  }
  it('changes that place and nothing else', () => {
    expect(change('number', 4).conditions).toEqual(when('late', 'lessThan', 4))
    expect(change('number', 4, 1).event.params).toEqual({ fact: 'late', target: 4, points: 1 })
    expect(change('operator', 'between').conditions).toEqual(when('late', 'between', [3, 3]))
  })
  it('takes an effect along that counts the only fact of the condition', () => {
    const next = change('fact', 'mark')
    expect([next.conditions, next.event.params]).toEqual([when('mark', 'lessThan', 3), { fact: 'mark', target: 3, points: 1 }])
    expect((change('fact', 'done').event.params as { fact: string }).fact).toBe('late')
  })
  it('is one step where only the condition changes', () => {
    const one = ruleset.indicators[0]?.criteria?.[0]?.rules[0] as Rule
    const next: Condition = { all: [...('all' in one.conditions ? one.conditions.all : []), { fact: 'done', operator: 'equal', value: true }] }
    expect(conditionSteps(PATH, one, next, setting).map((s) => s.type === 'set' && s.key)).toEqual(['conditions'])
  })
})

it('every common pattern makes a valid rule of every fact it is offered for', () => {
  for (const template of TEMPLATES) for (const quantity of known.filter((q) => template.fits(q))) {
    const made = ruleOf(template, quantity, [], ruleset.indicators[0]?.criteria?.[0])
    expect([template.id, quantity.name, errors(withRule({ conditions: made.conditions, event: made.event }))]).toEqual([template.id, quantity.name, []])
  }
  expect(TEMPLATES.filter((template) => !known.some((q) => template.fits(q)))).toEqual([])
})

it('lists of events, ratings and answers are not asked, results only where they are known, and everything an effect reads can be', () => {
  fc.assert(fc.property(anyRuleset, (any) => {
    for (const phase of ['facts', 'outcomes'] as const) {
      const names = quantities(any, phase, 'en').map((q) => q.name)
      const rules = any.indicators.flatMap((n) => n.criteria ?? []).flatMap((c) => c.rules)
      if (phase === 'facts') expect(['files', 'poll', 'events'].some((name) => names.includes(name))).toBe(false)
      expect(names.includes('result.rank')).toBe(phase === 'outcomes')
      expect(rules.every((r) => !('fact' in r.event.params) || names.includes(r.event.params.fact))).toBe(true)
    }
  }), { numRuns: 30 })
})

describe('rows of a table', () => {
  it('are marked where they overlap, leave a gap, or hold nothing', () => {
    const codes = (rows: Parameters<typeof faultsOf>[0], within = {}): (string | null)[] => faultsOf(rows, within).map((f) => f?.code ?? null)
    expect(codes([{ from: 0, below: 3 }, { from: 3, below: 6 }, { from: 6 }], { min: 0 })).toEqual([null, null, null])
    expect(codes([{ from: 6 }, { from: 0, below: 3 }, { from: 2, below: 5 }])).toEqual([null, 'overlap', 'gap'])
    expect(codes([{ from: 3, below: 3 }])).toEqual(['empty'])
    expect(codes([{ from: 1, below: 9 }], { min: 0, max: 10 })).toEqual(['gap-below'])
    expect(codes([{ below: 9 }], { max: 9 })).toEqual(['gap-above'])
    expect(faultsOf([{ from: 90 }, { from: 60 }, { from: 0 }], { min: 0, max: 100 }, true)).toEqual([null, null, null])
    expect(sorted([{ from: 6 }, { below: 1 }, { from: 1 }])).toEqual([{ below: 1 }, { from: 1 }, { from: 6 }])
  })
  it('are read from what a spreadsheet copies', () => {
    expect(readBlock('0\t3\t0.5\r\n3\t\t1\r\n')).toEqual([['0', '3', '0.5'], ['3', '', '1']])
    expect(readBlock('5')).toBe(null)
    expect([readNumber('1\uff0c234.5'), readNumber('－2'), readNumber('80%'), readNumber('九'), readNumber('0.12345')]).toEqual([1234.5, -2, 80, null, null])
  })
})
