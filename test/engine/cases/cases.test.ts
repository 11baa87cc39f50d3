import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import type { Ruleset } from '../../../engine/index.ts'
import { CaseFile } from '../../../engine/model/case.ts'
import { runCases } from '../../../engine/study/cases.ts'
import { holidays } from '../../support/holidays.ts'
import { criterion, derived, fact, flat, given, leaf, marked, pool, rule, ruleset, sourced, test, when } from '../../support/pattern.ts'

type Case = CaseFile['cases'][number]
const source = { basis: 'assumed' as const }
const rules = marked({
  categories: sourced('bureau', 'court'), facts: [fact('n', 'count')], attributes: [{ id: 'big', label: 'big', kind: 'boolean', source }, { id: 'old', label: 'old', kind: 'boolean', source }],
  deduction: { classes: [], rules: [rule('n', given('n'), { type: 'deductEach', params: { fact: 'n', points: 1 } })] },
  ranking: { method: 'standard', pools: [pool('all', 'bureau')], tieBreaks: [], source },
  history: [{ id: 'run', label: 'run', type: 'streak', grades: ['excellent'], merged: 'all-predecessors', vetoed: false, source }],
  outcomes: [
    { id: 'praise', label: 'praise', type: 'commendation', conditions: when('history.run', 'greaterThanInclusive', 2), by: 'rule', source },
    { id: 'both', label: 'both', type: 'notice', conditions: { all: [test('unit.big', 'equal', true), test('unit.old', 'equal', true)] }, by: 'rule', source },
  ],
})
const file = (...cases: Partial<Case>[]): CaseFile => ({
  format: 1, scheme: 'sample', year: 2022, baseline: { category: 'bureau', attributes: { big: true, old: false }, facts: { mark: 90, n: 0 } },
  cases: cases.map((c, i) => ({ id: `case${i + 1}`, title: 'a case', arithmetic: [], units: [{ id: 'a' }], expect: [], ...c })),
})
const diffs = (one: Partial<Case>) => runCases(rules, file(one)).flatMap((r) => r.diffs.map((d) => [d.unit, d.what, d.expected, d.got]))

describe('a worked case', () => {
  it('passes when everything it expects is so', () => {
    const expected: Case['expect'] = [{ unit: 'a', state: 'scored', base: '90.00', bonus: '0.00', deduction: '0.00', total: '90.00', grade: 'excellent', rank: 1, criteria: [{ id: 'mark', earned: '90' }], outcomes: [], noOutcomes: ['praise'], flags: [] }]
    expect(runCases(rules, file({ expect: expected }))).toEqual([{ id: 'case1', title: 'a case', passed: true, diffs: [] }])
  })
  it('names every part that differs, with what was expected and what came out', () => {
    expect(diffs({ units: [{ id: 'a', facts: { n: 2 } }], expect: [{ unit: 'a', total: '89.00', deduction: '2.00', grade: 'excellent', rank: null, criteria: [{ id: 'mark', earned: '91' }, { id: 'nothing', earned: '1' }], outcomes: ['praise'], flags: ['tied'] }] })).toEqual([
      ['a', 'total', '89.00', '88.00'], ['a', 'grade', 'excellent', 'good'], ['a', 'rank', null, 1], ['a', 'criteria/mark', '91', '90'], ['a', 'criteria/nothing', '1', 'unknown'], ['a', 'outcomes/praise', 'praise', null], ['a', 'flags/tied', 'tied', null],
    ])
  })
  it('fails on an outcome it excludes, and on a unit that is not there', () => {
    expect(diffs({ history: [{ year: 2021, results: [{ unit: 'a', grade: 'excellent', state: 'approved' }] }], expect: [{ unit: 'a', noOutcomes: ['praise'] }, { unit: 'b', total: '90.00' }] })).toEqual([['a', 'outcomes/praise', null, 'praise'], ['b', 'unit', 'b', null]])
  })
  it('starts from the baseline: category, attributes and facts, changed or left out unit by unit', () => {
    expect(diffs({
      units: [{ id: 'a', facts: { mark: 80 } }, { id: 'b', attributes: { old: true } }, { id: 'c', category: 'court' }, { id: 'd', without: ['mark'] }],
      expect: [
        { unit: 'a', total: '80.00', rank: 2, noOutcomes: ['both'] }, { unit: 'b', total: '90.00', rank: 1, outcomes: ['both'] }, { unit: 'c', total: '90.00', rank: null },
        { unit: 'd', state: 'blocked', rank: null, criteria: [{ id: 'mark', earned: null }] },
      ],
    })).toEqual([])
  })
  it('does not see the units of another case', () => {
    const results = runCases(rules, file({ expect: [{ unit: 'a', rank: 1 }] }, { units: [{ id: 'b', facts: { mark: 99 } }, { id: 'a' }], expect: [{ unit: 'a', rank: 2 }] }))
    expect(results.map((r) => r.passed)).toEqual([true, true])
  })
  it('takes judgements, decisions, predecessors and the calendar of working days', () => {
    const more = ruleset({
      indicators: [leaf('item', [
        criterion('judged', 40, [rule('j', given('from'), { type: 'assess', params: { mode: 'deduct', from: 1, to: 5 } })]), criterion('days', 60, [rule('d', given('days'), { type: 'deductEach', params: { fact: 'days', points: 1 } })]),
      ])],
      facts: [fact('from', 'date'), fact('to', 'date')], derived: [derived('days', { op: 'workingDays', from: 'from', to: 'to' })], history: rules.history, outcomes: rules.outcomes.slice(0, 1),
      decisionKinds: [{ id: 'lift', label: 'lift', requires: ['amount', 'reason'], source }], deduction: { classes: [], rules: [rule('d', { all: [test('decision.lift', 'equal', true)] }, { type: 'deduct', params: { points: 1 } })] },
    })
    const one: Partial<Case> = {
      units: [{ id: 'a', predecessors: ['x', 'y'], facts: { from: '2022-09-30', to: '2022-10-10' }, judgements: [{ criterion: 'judged', rule: 'j', points: 2, reason: 'r' }], decisions: [{ id: 'd', kind: 'lift', amount: 1, reason: 'r' }] }],
      history: [{ year: 2021, results: ['x', 'y'].map((unit) => ({ unit, grade: 'excellent', state: 'approved' as const })) }],
      // 100 - 2 judged - 3 working days (8, 9 and 10 October) - 1 by decision
      expect: [{ unit: 'a', base: '95.00', deduction: '1.00', total: '94.00', outcomes: ['praise'] }],
    }
    expect(runCases(more, { ...file(one), baseline: { category: 'bureau', facts: {} } }, { calendar: holidays }).flatMap((r) => r.diffs)).toEqual([])
  })
  it('of a ruleset that changed fails where the numbers changed', () => {
    const stricter = { ...rules, deduction: { classes: [], rules: [rule('n', given('n'), { type: 'deductEach' as const, params: { fact: 'n', points: 2 } })] } }
    const cases = file({ expect: [{ unit: 'a', total: '90.00' }] }, { units: [{ id: 'a', facts: { n: 1 } }], expect: [{ unit: 'a', total: '89.00' }] })
    expect(runCases(stricter, cases).map((r) => [r.passed, r.diffs.map((d) => d.got)])).toEqual([[true, []], [false, ['88.00']]])
  })
  it('may be of a ruleset that holds nothing else', () => {
    expect(runCases(flat([criterion('c', 10, [])]), { ...file({ expect: [{ unit: 'a', total: '10.00' }] }), baseline: { category: 'bureau', facts: {} } }).map((r) => r.passed)).toEqual([true])
  })
})

const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T
const folders = readdirSync('rulesets', { withFileTypes: true, recursive: true }).filter((d) => d.isDirectory()).map((d) => join(d.parentPath, d.name)).filter((f) => existsSync(join(f, 'cases.json')))
describe.each(folders)('the cases of %s', (folder) => {
  const cases = read<CaseFile>(join(folder, 'cases.json'))
  it('are of the format', () => {
    const isCaseFile = new Ajv2020({ strict: false }).compile(CaseFile)
    isCaseFile(cases)
    expect(isCaseFile.errors ?? []).toEqual([])
  })
  it.each(runCases(read<Ruleset>(join(folder, 'ruleset.json')), cases).map((r) => [r.id, r] as const))('%s comes out as computed by hand', (_, result) => {
    expect(result.diffs).toEqual([])
  })
})
