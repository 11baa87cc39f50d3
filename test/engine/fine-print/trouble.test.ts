import { describe, expect, it } from 'vitest'
import { crossCheck } from '../../../engine/index.ts'
import { differences } from '../../../engine/score/cross-check.ts'
import { band, bonusClass, cohortOf, criterion, derived, fact, flat, given, grading, leaf, marked, named, rule, ruleset, when } from '../../support/pattern.ts'
import { event } from '../../support/events.ts'
import { holds } from '../../support/sample.ts'

const source = { basis: 'assumed' as const }

describe('trouble is told as an issue', () => {
  it('when working days are counted without a calendar', async () => {
    const rules = flat([criterion('c', 10, [rule('late', when('days', 'greaterThan', 5), { type: 'deduct', params: { points: 1 } })])], { facts: [fact('from', 'date'), fact('to', 'date')], derived: [derived('days', { op: 'workingDays', from: 'from', to: 'to' })] })
    await holds(rules, [{ sum: 'no calendar', facts: { from: '2022-03-01', to: '2022-03-02' }, expect: { total: null, issues: ['calendar.missing'] } }])
  })
  it('when a unit has two results of one past year: the first counts', async () => {
    const rules = marked({ history: [{ id: 'run', label: 'run', type: 'streak', grades: ['excellent'], merged: 'all-predecessors', vetoed: false, source }] })
    const scored = await holds(rules, [{ sum: '95', facts: { mark: 95 }, past: [{ year: 2021, grade: 'excellent' }, { year: 2021, grade: 'good' }], expect: { total: '95.00', issues: ['history.double'] } }])
    expect(scored.sheets[0]?.trace.filter((l) => l.path === 'history/run').map((l) => l.output)).toEqual(['2'])
  })
  it('when a rule of a side finds no row, or nobody decided: no total', async () => {
    const table = marked({ facts: [fact('n', 'count')], deduction: { classes: [], rules: [rule('l', given('n'), { type: 'lookup', params: { fact: 'n', mode: 'deduct', rows: [{ below: 5, points: 1 }] } })] } })
    await holds(table, [{ sum: 'no row for 5', facts: { mark: 90, n: 5 }, expect: { total: null, issues: ['lookup.no-row'] } }])
    await holds(table, [{ sum: '90 - 1', facts: { mark: 90, n: 4 }, expect: { total: '89.00' } }])
    const judged = marked({ deduction: { classes: [], rules: [rule('a', given('mark'), { type: 'assess', params: { mode: 'deduct', from: 1, to: 5 } })] } })
    await holds(judged, [{ sum: 'nobody decided', facts: { mark: 90 }, expect: { total: null, issues: ['judgement.missing'] } }])
    await holds(judged, [{ sum: '90 - 3', facts: { mark: 90 }, judgements: [{ criterion: 'deduction', rule: 'a', points: 3, reason: 'r' }], expect: { deduction: '3.00', total: '87.00' } }])
  })
  it('when no band holds the total: the unit has no result', async () => {
    await holds(marked({ gradings: [grading([band('excellent', 90), band('good', 80)])] }), [{ sum: '70', facts: { mark: 70 }, expect: { state: 'blocked', total: null, grade: null, flags: ['blocked:gradings'] } }])
    const gap = marked({ gradings: [grading([band('excellent', 90), { ...band('good', 80), below: 89.5 }, band('qualified', 60), band('unqualified')])] })
    await holds(gap, [
      { sum: '89.49 stands below the end', facts: { mark: 89.49 }, expect: { grade: 'good' } },
      { sum: '89.50 is the end, which is not included', facts: { mark: 89.5 }, expect: { state: 'blocked', total: null, grade: null, flags: ['blocked:gradings'] } },
    ])
  })
})

describe('what does not concern a unit', () => {
  it('adds nothing to a side: neither a class of events nor a rule', async () => {
    const rules = marked({ facts: [fact('good', 'events', { kinds: named('good') }), fact('n', 'count')], bonus: { classes: [bonusClass('good', 'good', [{ points: 3 }])], rules: [rule('n', given('n'), { type: 'awardEach', params: { fact: 'n', points: 1 } })] } })
    await holds(rules, [{ sum: '90 + 3 + 2', facts: { mark: 90, good: [event('a', 'good')], n: 2 }, expect: { total: '95.00' } }])
    await holds(rules, [{ sum: '90', facts: { mark: 90, good: { state: 'not-applicable' }, n: { state: 'not-applicable' } }, expect: { total: '90.00', issues: [] } }])
  })
  it('leaves the tree when a node is retired in or before the year', async () => {
    const part = (id: string, points: number, year?: number) => leaf(`n-${id}`, [criterion(id, points, [])], year === undefined ? {} : { retired: { year, reason: 'ended' } })
    const scored = await holds(ruleset({ fullMarks: 80, indicators: [part('a', 60), part('b', 20, 2022), part('c', 20, 2023)] }), [{ sum: '60 + 20', facts: {}, expect: { total: '80.00' } }])
    expect(scored.sheets[0]?.criteria.map((c) => c.id)).toEqual(['a', 'c'])
  })
})

describe('the official cross-check', () => {
  const rules = marked()
  const cohort = (...marks: number[]) => cohortOf(rules, marks.map((mark) => ({ sum: '', facts: { mark }, expect: {} })))
  it('finds nothing where the evaluators agree', async () => {
    const { scored, issues } = await crossCheck(rules, cohort(95, 80))
    expect([scored.sheets.map((s) => s.total), issues]).toEqual([['95.00', '80.00'], []])
  })
  it('names unit and rule where they differ', async () => {
    const [one, other] = [(await crossCheck(rules, cohort(95, 80))).scored, (await crossCheck(rules, cohort(95, 81))).scored]
    const found = differences(one, other)
    expect(found.map((i) => [i.level, i.code, i.path, i.values['what']])).toEqual(['indicators/item/criteria/mark', 'base', 'total', 'components'].map((what) => ['error', 'evaluators.disagree', 'records/u2', what]))
  })
})
