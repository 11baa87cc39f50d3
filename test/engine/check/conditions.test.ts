import { describe, expect, it } from 'vitest'
import type { Condition, Ruleset } from '../../../engine/index.ts'
import { criterion, derived, flat, given, leaf, rule, test, when } from '../../support/pattern.ts'
import { CONDITIONS, problems, sound, told, wrong } from './told.ts'

const source = { basis: 'assumed' as const }
/** The sound ruleset whose only rule asks one question. */
const asking = (...questions: Condition[]): Ruleset => sound({
  indicators: [leaf('item', [criterion('late', 100, [rule('each', { all: questions }, { type: 'deduct', params: { points: 1 } })])])],
  derived: [derived('quotient', { op: 'ratio', numerator: 'mark', denominator: 'lateness' }), derived('days', { op: 'workingDays', from: 'day', to: 'day' })],
  conditions: [{ id: 'usual', label: 'usual', conditions: when('lateness', 'equal', 1), source }], decisionKinds: [{ id: 'lift', label: 'lift', requires: [], source }],
})
const FIRST = `${CONDITIONS}/all/0`

describe('a question that can be asked', () => {
  it.each<[string, string, Extract<Condition, { fact: string }>['value']]>([
    ['lateness', 'equal', 3], ['lateness', 'greaterThanInclusive', 99], ['lateness', 'lessThan', 0], ['lateness', 'in', [1, 2]], ['lateness', 'between', [0, 99]], ['rate', 'lessThan', 0.6], ['mark', 'between', [60, 60]],
    ['open', 'equal', false], ['open', 'notEqual', true], ['level', 'equal', 'low'], ['level', 'notIn', ['low', 'high']], ['day', 'before', '2022-03-01'], ['day', 'onOrAfter', { fact: 'day' }], ['day', 'equal', '2022-03-01'],
    ['mark', 'lessThan', { fact: 'lateness' }], ['quotient', 'greaterThan', -5], ['days', 'lessThan', -3], ['lateness', 'hasState', 'missing'], ['unit.category', 'equal', 'bureau'], ['unit.size', 'in', ['small']], ['unit.id', 'equal', 'u1'], ['decision.lift', 'equal', true],
  ])('%s %s %j', (name, operator, value) => {
    expect(wrong(asking(test(name, operator, value)))).toEqual([])
  })
})

describe('a question that cannot be asked', () => {
  it.each<[code: string, fact: string, operator: string, value: Extract<Condition, { fact: string }>['value']]>([
    ['condition.operator', 'lateness', 'isBig', 3], ['condition.operator', 'lateness', 'toString', 3], ['condition.operator', 'lateness', 'contains', 3],
    ['condition.unknown-fact', 'nobody', 'equal', 3], ['condition.unknown-fact', 'unit.nobody', 'equal', 3], ['condition.unknown-fact', 'decision.nobody', 'equal', true], ['condition.unknown-fact', 'history.run', 'equal', 3],
    ['condition.unknown-fact', 'result.total', 'lessThan', 60],
    ['condition.unusable-fact', 'list', 'equal', 'praise'], ['condition.unusable-fact', 'files', 'lessThan', 3], ['condition.unusable-fact', 'poll', 'equal', 'yes'],
    ['condition.operator-kind', 'open', 'lessThan', 1], ['condition.operator-kind', 'level', 'greaterThan', 'low'], ['condition.operator-kind', 'lateness', 'before', '2022-01-01'], ['condition.operator-kind', 'day', 'lessThan', '2022-01-01'],
    ['condition.operator-kind', 'open', 'in', [true]], ['condition.operator-kind', 'day', 'between', ['2022-01-01', '2022-02-01']],
    ['condition.operand', 'lateness', 'equal', '3'], ['condition.operand', 'lateness', 'equal', true], ['condition.operand', 'lateness', 'equal', [3]], ['condition.operand', 'lateness', 'in', 3], ['condition.operand', 'lateness', 'in', []], ['condition.operand', 'lateness', 'in', [1, '2']],
    ['condition.operand', 'lateness', 'between', [1]], ['condition.operand', 'lateness', 'between', [1, 2, 3]], ['condition.operand', 'open', 'equal', 'true'], ['condition.operand', 'open', 'equal', 1], ['condition.operand', 'day', 'before', '1 March'],
    ['condition.operand', 'lateness', 'hasState', 'unknown'], ['condition.operand', 'lateness', 'lessThan', { fact: 'open' }], ['condition.operand', 'lateness', 'lessThan', { fact: 'nobody' }], ['condition.operand', 'lateness', 'in', { fact: 'mark' }],
    ['condition.option', 'level', 'equal', 'middle'], ['condition.option', 'level', 'in', ['low', 'middle']], ['condition.option', 'unit.category', 'equal', 'court'], ['condition.option', 'unit.size', 'equal', 'huge'],
    ['condition.pair', 'mark', 'between', [90, 80]],
    ['date.none', 'day', 'before', '2022-02-30'],
  ])('%s: %s %s %j', (code, name, operator, value) => {
    const found = problems(asking(test(name, operator, value)))
    expect(found.map((i) => i.level)).toEqual(['error'])
    expect(told(found)).toEqual([[code, code === 'date.none' ? `${FIRST}/value` : FIRST]])
  })
  it.each<[string, string, Extract<Condition, { fact: string }>['value'], number]>([
    ['lateness', 'lessThan', -1, -1], ['lateness', 'equal', 100, 100], ['rate', 'greaterThan', 60, 60], ['mark', 'greaterThanInclusive', 100.01, 100.01], ['lateness', 'in', [5, 120], 120], ['mark', 'between', [-0.5, 60], -0.5],
  ])('because its answer is always the same is a warning: %s %s %j', (name, operator, value, beyond) => {
    const found = problems(asking(test(name, operator, value)))
    expect(found.map((i) => [i.level, i.values['value']])).toEqual([['warning', beyond]])
    expect(told(found)).toEqual([['condition.range', FIRST]])
  })
  it('is told where it stands, however deep', () => {
    expect(wrong(asking(test('lateness', 'equal', 1), { any: [{ not: { all: [test('open', 'equal', true), test('nobody', 'equal', 1)] } }] }))).toEqual([['condition.unknown-fact', `${CONDITIONS}/all/1/any/0/not/all/1`]])
    expect(wrong(asking({ not: { condition: 'nobody' } }, { condition: 'usual' }))).toEqual([['reference.unknown', `${CONDITIONS}/all/0/not`]])
  })
})

describe('a question about results', () => {
  const outcome = (name: string, value: number | string): Ruleset => sound({
    ranking: { method: 'standard', pools: [], tieBreaks: [], source }, history: [{ id: 'run', label: 'run', type: 'streak', grades: ['good'], merged: 'new-unit', vetoed: false, source }],
    outcomes: [{ id: 'o', label: 'o', type: 'letter', conditions: when(name, 'equal', value), by: 'rule', source }],
  })
  const required = (name: string, value: number | string): Ruleset => {
    const [grading] = sound().gradings
    return sound({ gradings: grading ? [{ ...grading, requires: [{ id: 'need', grade: 'excellent', conditions: when(name, 'equal', value), source }] }] : [] })
  }
  it('may be asked by outcomes, and of points before grades are given', () => {
    for (const rules of [outcome('result.total', 60), outcome('result.grade', 'good'), outcome('result.rank', 1), outcome('history.run', 2), required('result.base', 60), required('result.bonus', 0)]) expect(wrong(rules)).toEqual([])
  })
  it('may not be asked before there is one', () => {
    for (const [name, value] of [['result.grade', 'good'], ['result.rank', 1], ['history.run', 2]] as const) expect(wrong(required(name, value))).toEqual([['condition.unknown-fact', 'gradings/grading/requires/need/all/0']])
    expect(wrong(outcome('result.place', 1))).toEqual([['condition.unknown-fact', 'outcomes/o/conditions/all/0']])
    expect(wrong(outcome('result.grade', 'splendid'))).toEqual([['condition.option', 'outcomes/o/conditions/all/0']])
    expect(wrong(flat([criterion('c', 100, [rule('r', given('history.run'), { type: 'deduct', params: { points: 1 } })])]))).toEqual([['condition.unknown-fact', 'indicators/item/criteria/c/rules/r/conditions/all/0']])
  })
})
