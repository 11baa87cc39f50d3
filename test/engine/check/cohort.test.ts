import { describe, expect, it } from 'vitest'
import { validateCohort, type Cohort, type FactValue, type Record as Facts, type Ruleset, type Unit } from '../../../engine/index.ts'
import { event } from '../../support/events.ts'
import { criterion, given, leaf, rule } from '../../support/pattern.ts'
import { sample, sound, told, wrongCohort } from './told.ts'

const source = { basis: 'assumed' as const }
const rules: Ruleset = sound({
  indicators: [leaf('item', [criterion('late', 100, [rule('judge', given('lateness'), { type: 'assess', params: { mode: 'set', from: 0, to: 100 } }), rule('each', given('lateness'), { type: 'deductEach', params: { fact: 'lateness', points: 1 } })])])],
  bonus: { classes: [], rules: [rule('merit', given('lateness'), { type: 'assess', params: { mode: 'award', from: 1, to: 3 } })], cap: { kind: 'hard', points: 5, source } },
  decisionKinds: [{ id: 'lift', label: 'lift', requires: ['reason'], source }],
})
const wrong = (more: Partial<Cohort>) => wrongCohort(rules, { ...sample(), ...more })
const record = (more: Partial<Facts>) => wrong({ records: [{ unit: 'u1', facts: {}, ...more }] })
const unit = (more: Partial<Unit>): Unit => ({ id: 'u1', name: 'u1', category: 'bureau', order: 1, ...more })

describe('the facts of a record', () => {
  it.each<[code: string, fact: string, value: unknown]>([
    ['fact.number', 'mark', '95分'], ['fact.number', 'mark', true], ['fact.number', 'mark', [] as FactValue], ['fact.count', 'lateness', 1.5], ['fact.count', 'lateness', -1], ['fact.too-large', 'mark', 1e13],
    ['fact.below-range', 'mark', -0.01], ['fact.above-range', 'mark', 100.01], ['fact.above-range', 'lateness', 100], ['fact.ratio', 'rate', 0.5], ['fact.ratio', 'rate', { numerator: -1, denominator: 2 }], ['fact.above-range', 'rate', { numerator: 3, denominator: 2 }],
    ['fact.boolean', 'open', 'yes'], ['fact.boolean', 'open', 1], ['fact.choice', 'level', 'middle'], ['fact.choice', 'level', 1], ['fact.date', 'day', '2022-02-30'], ['fact.date', 'day', 20220301],
    ['fact.events', 'list', 3], ['fact.ratings', 'files', 90], ['fact.survey', 'poll', 3], ['fact.unknown', 'nobody', 1],
    ['structure.none-of', 'mark', null], ['fact.number', 'mark', NaN], ['fact.number', 'mark', Infinity], ['structure.none-of', 'mark', { state: 'unknown' }], ['structure.none-of', 'mark', { state: 'missing', why: 'x' }],
  ])('are typed: %s, %s = %j', (code, fact, value) => {
    expect(record({ facts: { [fact]: value as FactValue } })).toEqual([[code, `records/u1/facts/${fact}`]])
  })
  it.each<[string, FactValue]>([
    ['mark', 99.999], ['lateness', 0], ['rate', { numerator: 1, denominator: 3 }], ['rate', { numerator: 0, denominator: 0 }], ['open', false], ['level', 'low'], ['day', '2024-02-29'], ['mark', { state: 'missing' }], ['mark', { state: 'not-applicable', reason: 'r' }],
    ['list', [event('a', 'praise', { level: 'city' })]], ['files', [{ value: 90 }]], ['poll', { answers: [{ id: 'yes', count: 3 }] }],
  ])('may be given, missing or not applicable: %s = %j', (fact, value) => {
    expect(record({ facts: { [fact]: value } })).toEqual([])
  })
  it('name only kinds and levels of events that are known, and each event once', () => {
    const list = [event('a', 'praise', { level: 'city' }), event('b', 'blame'), event('c', 'praise', { level: 'world' }), event('a', 'praise')]
    expect(record({ facts: { list } })).toEqual([['reference.unknown', 'records/u1/facts/list/b'], ['reference.unknown', 'records/u1/facts/list/c'], ['id.double', 'records/u1/facts/list/a']])
  })
})

describe('units and records', () => {
  it('belong together, each once', () => {
    expect(wrong({ units: [unit({}), unit({})] })).toEqual([['id.double', 'units/u1']])
    expect(wrong({ records: [{ unit: 'u1', facts: {} }, { unit: 'u1', facts: {} }] })).toEqual([['id.double', 'records/u1']])
    expect(wrong({ records: [{ unit: 'u2', facts: {} }] })).toEqual([['reference.unknown', 'records/u2']])
    expect(wrong({ records: [] })).toEqual([])
  })
  it('are of known categories and attributes', () => {
    expect(wrong({ units: [unit({ category: 'court' })] })).toEqual([['reference.unknown', 'units/u1']])
    expect(wrong({ units: [unit({ attributes: { size: 'small', colour: 'red' } })] })).toEqual([['reference.unknown', 'units/u1']])
  })
  it('carry judgements that a rule asks for, in its range, with a reason', () => {
    const judged = (...list: NonNullable<Facts['judgements']>) => record({ judgements: list })
    const j = { criterion: 'late', rule: 'judge', points: 100, reason: 'r' }
    expect(judged(j, { criterion: 'bonus', rule: 'merit', points: 3, reason: 'r' })).toEqual([])
    expect(judged({ ...j, points: 100.01 })).toEqual([['judgement.range', 'records/u1/judgements/late']])
    expect(judged({ ...j, reason: '  ' })).toEqual([['judgement.reason', 'records/u1/judgements/late']])
    expect(judged({ ...j, rule: 'each' })).toEqual([['judgement.unknown', 'records/u1/judgements/late']])
    expect(judged({ ...j, criterion: 'nobody' })).toEqual([['judgement.unknown', 'records/u1/judgements/nobody']])
    expect(judged({ criterion: 'bonus', rule: 'merit', points: 0.5, reason: 'r' })).toEqual([['judgement.range', 'records/u1/judgements/bonus']])
  })
  it('carry decisions and exemptions of what there is', () => {
    expect(record({ decisions: [{ id: 'd1', kind: 'lift' }], exemptions: [{ id: 'late', reason: 'r', by: 'b' }, { id: 'item', reason: 'r', by: 'b' }] })).toEqual([])
    expect(record({ decisions: [{ id: 'd1', kind: 'drop' }], exemptions: [{ id: 'nobody', reason: 'r', by: 'b' }] })).toEqual([['reference.unknown', 'records/u1/decisions/d1'], ['reference.unknown', 'records/u1/exemptions/nobody']])
  })
})

describe('a cohort', () => {
  it('of another year or scheme is scored with a warning', () => {
    for (const more of [{ year: 2021 }, { scheme: 'other' }]) {
      const { cohort, issues } = validateCohort(rules, { ...sample(), ...more })
      expect([cohort?.units.length, issues.map((i) => i.level)]).toEqual([1, ['warning']])
      expect(told(issues)).toEqual([['cohort.other', '']])
    }
  })
  it('tells of earlier grades that are no longer known', () => {
    expect(wrong({ history: [{ year: 2021, results: [{ unit: 'u1', state: 'approved', grade: 'good' }, { unit: 'u2', state: 'approved', grade: 'splendid' }] }] })).toEqual([['reference.unknown', 'history/2021/results/u2']])
  })
  it.each([null, [], 'x', 1])('is told when it is none: %j', (input) => {
    expect(wrongCohort(rules, input)).toEqual([['structure.type', '']])
  })
  it('is told what lacks or is of the wrong shape', () => {
    expect(wrongCohort(rules, { ...sample(), units: undefined })).toEqual([['structure.required', '']])
    expect(wrongCohort(rules, { ...sample(), synthetic: 'yes' })).toEqual([['structure.type', 'synthetic']])
    expect(wrongCohort(rules, { ...sample(), units: [{ ...unit({}), id: 'U 1' }] })).toEqual([['structure.pattern', 'units/U 1/id']])
  })
})
