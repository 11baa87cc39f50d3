import { describe, expect, it } from 'vitest'
import { accept, caseFrom, freeCaseId, runCases, score, workCase, type Case, type CaseFile, type Cohort, type Ruleset } from '../../../engine/index.ts'
import { criterion, fact, leaf, rule, ruleset, sourced, when } from '../../support/pattern.ts'

const source = { basis: 'assumed' as const }
const late = rule('each', when('late', 'greaterThanInclusive', 1), { type: 'deductEach', params: { fact: 'late', points: 2 } })
const open = rule('no', when('open', 'equal', false), { type: 'zero', params: {} })
const rules: Ruleset = ruleset({
  indicators: [leaf('work', [criterion('timely', 60, [late]), criterion('public', 40, [open])])],
  facts: [fact('late', 'count'), fact('open', 'boolean')], categories: sourced('bureau', 'court'),
  attributes: [{ id: 'big', label: 'big', kind: 'boolean', source }],
  history: [{ id: 'run', label: 'run', type: 'streak', grades: ['excellent'], merged: 'all-predecessors', vetoed: false, source }],
  outcomes: [{ id: 'praise', label: 'praise', type: 'commendation', conditions: when('history.run', 'greaterThanInclusive', 2), by: 'rule', source }],
})
const file: CaseFile = { format: 1, scheme: 'sample', year: 2022, baseline: { category: 'bureau', attributes: { big: false }, facts: { late: 0, open: true } }, cases: [] }
const cohort: Cohort = {
  format: 1, scheme: 'sample', year: 2022, label: 'made up', synthetic: true,
  units: [
    { id: 'a', name: 'Unit A', category: 'bureau', order: 1, attributes: { big: false } },
    { id: 'b', name: 'Unit B', category: 'court', order: 2, attributes: { big: true }, predecessors: ['old'] },
  ],
  records: [{ unit: 'a', facts: { late: 3, open: true } }, { unit: 'b', facts: { late: 0 } }],
  history: [{ year: 2021, results: [{ unit: 'a', grade: 'excellent', state: 'approved' }, { unit: 'old', grade: 'good', state: 'approved' }, { unit: 'other', grade: 'good', state: 'approved' }] }],
}
const made = (unit: string, lang: 'zh' | 'en' = 'en', within = file) => caseFrom(rules, within, cohort, unit, score(rules, cohort).sheets.find((s) => s.unit === unit), lang)
const single = (expect: Case['expect'], more: Partial<Case> = {}): Case => ({ id: 'one', title: 'one', arithmetic: [], units: [{ id: 'a', facts: { late: 3 } }], expect, ...more })

describe('a case made of a unit', () => {
  it('holds what differs from the baseline, its own history, and its results as expected', () => {
    const { one, alone } = made('a')
    expect({ ...one, arithmetic: [] }).toEqual({
      id: 'a', title: 'Unit A', arithmetic: [], units: [{ id: 'a', facts: { late: 3 } }], history: [{ year: 2021, results: [{ unit: 'a', grade: 'excellent', state: 'approved' }] }],
      expect: [{ unit: 'a', state: 'scored', base: '94.00', bonus: '0.00', deduction: '0.00', total: '94.00', grade: 'excellent', criteria: [{ id: 'timely', earned: '54' }], outcomes: ['praise'] }],
    })
    expect(alone).toBe(false)
  })
  it('leaves out baseline facts the unit has not reported, and keeps predecessors with their results', () => {
    const { one } = made('b')
    expect(one.units).toEqual([{ id: 'b', category: 'court', attributes: { big: true }, predecessors: ['old'], without: ['open'] }])
    expect(one.history).toEqual([{ year: 2021, results: [{ unit: 'old', grade: 'good', state: 'approved' }] }])
    expect([one.expect[0]?.state, one.expect[0]?.total]).toEqual(['blocked', undefined])
  })
  it('passes at once, and fails by exactly what a changed weight moves', () => {
    const cases = { ...file, cases: [made('a').one] }
    expect(runCases(rules, cases).map((r) => r.passed)).toEqual([true])
    const heavier = ruleset({ ...rules, indicators: [leaf('work', [criterion('timely', 60, [{ ...late, event: { type: 'deductEach', params: { fact: 'late', points: 4 } } }]), criterion('public', 40, [open])])] })
    expect(runCases(heavier, cases).flatMap((r) => r.diffs)).toEqual([
      { unit: 'a', what: 'base', expected: '94.00', got: '88.00' }, { unit: 'a', what: 'total', expected: '94.00', got: '88.00' }, { unit: 'a', what: 'grade', expected: 'excellent', got: 'good' },
      { unit: 'a', what: 'criteria/timely', expected: '54', got: '48' }, { unit: 'a', what: 'outcomes/praise', expected: 'praise', got: null },
    ])
  })
  it('tells the arithmetic in the language asked for: what moved points, the sums, the rounding, the grade', () => {
    expect(made('a').one.arithmetic.length).toBe(made('a', 'zh').one.arithmetic.length)
    expect(made('a', 'zh').one.arithmetic[0]).toContain('扣 6 分')
    expect(made('a').one.arithmetic).toEqual([
      'timely: 3, 3 times, minus 6', 'work: 94 / 100', 'work: 94 / 100, prorated to 94', 'Earned 94 ÷ applicable 100 × 100 = 94', 'Bonus: sum 0, counts 0', 'Deduction: sum 0, counts 0',
      'Base 94 + bonus 0 − deduction 0 = 94, total 94', '94 rounded half up to 2 places: 94', 'Total 94: grade excellent',
    ])
  })
  it('takes an id no other case has', () => {
    const first = { ...file, cases: [made('a').one] }
    expect(made('a', 'en', first).one.id).toBe('a-2')
    expect(freeCaseId({ ...first, cases: [...first.cases, { ...made('a').one, id: 'a-2' }] }, 'a')).toBe('a-3')
  })
  it('says when the unit alone has another total than among all', () => {
    const pooled = ruleset({ ...rules, derived: [{ id: 'mean', label: 'mean', derive: { op: 'pool', fact: 'late', statistic: 'mean', within: 'all' }, source }], indicators: [leaf('work', [criterion('timely', 60, [rule('each', when('mean', 'greaterThan', 0), { type: 'deductEach', params: { fact: 'mean', points: 2 } })]), criterion('public', 40, [open])])] })
    const among = score(pooled, cohort).sheets.find((s) => s.unit === 'a')
    expect([among?.total, caseFrom(pooled, file, cohort, 'a', among, 'en').one.expect[0]?.total, caseFrom(pooled, file, cohort, 'a', among, 'en').alone]).toEqual(['98.00', '94.00', true])
  })
  it('is a mistake for a unit that is not there', () => {
    expect(() => made('nobody')).toThrow(RangeError)
  })
})

describe('a worked case', () => {
  it('shows every expectation beside what came out, passed or not, with the reasons', () => {
    const { lines, sheets } = workCase(rules, file, single([{ unit: 'a', total: '94.00', grade: 'good', rank: null, noOutcomes: ['praise'] }]))
    expect(lines).toEqual([
      { unit: 'a', what: 'total', expected: '94.00', got: '94.00', passed: true }, { unit: 'a', what: 'grade', expected: 'good', got: 'excellent', passed: false },
      { unit: 'a', what: 'rank', expected: null, got: null, passed: true }, { unit: 'a', what: 'outcomes/praise', expected: null, got: null, passed: true },
    ])
    expect(sheets[0]?.trace.length).toBeGreaterThan(3)
  })
})

describe('accepting what came out', () => {
  const after = (expected: Omit<Case['expect'][number], 'unit'>): Case['expect'] => {
    const one = single([{ unit: 'a', ...expected }])
    const { lines } = workCase(rules, file, one)
    return lines.filter((line) => !line.passed).reduce(accept, one).expect
  }
  it('makes the case pass, part by part', () => {
    expect(after({ total: '1.00', grade: 'good', rank: 3, criteria: [{ id: 'timely', earned: '1' }, { id: 'gone', earned: '2' }], outcomes: ['praise'], flags: ['tied'] })).toEqual([
      { unit: 'a', total: '94.00', grade: 'excellent', rank: null, criteria: [{ id: 'timely', earned: '54' }], outcomes: [], noOutcomes: ['praise'], flags: [] },
    ])
  })
  it('no longer expects what has no value any more', () => {
    const one = single([{ unit: 'a', total: '94.00', state: 'scored' }], { units: [{ id: 'a', without: ['late'] }] })
    const { lines } = workCase(rules, file, one)
    expect(lines.map((l) => [l.what, l.got])).toEqual([['state', 'blocked'], ['total', null]])
    expect(lines.reduce(accept, one).expect).toEqual([{ unit: 'a', state: 'blocked' }])
  })
  it('drops a unit that is not there, but never the last expectation', () => {
    const two = single([{ unit: 'a', total: '94.00' }, { unit: 'z', total: '1.00' }])
    expect(accept(two, { unit: 'z', what: 'unit', got: null }).expect).toEqual([{ unit: 'a', total: '94.00' }])
    const last = single([{ unit: 'z', total: '1.00' }])
    expect(accept(last, { unit: 'z', what: 'unit', got: null })).toBe(last)
  })
})
