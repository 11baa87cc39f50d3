import { describe, it } from 'vitest'
import type { History, Ruleset } from '../../../engine/index.ts'
import { fact, marked, when, type Past, type Sample } from '../../support/pattern.ts'
import { holds } from '../../support/sample.ts'

const source = { basis: 'assumed' as const }
type Streak = Extract<History, { type: 'streak' }>
/** Outcomes for a streak of one, two and three periods, so that the length can be read off. */
const rules = (more: Partial<Streak> = {}, over: Partial<Ruleset> = {}) =>
  marked({
    history: [{ id: 'run', label: 'run', type: 'streak', grades: ['excellent'], merged: 'all-predecessors', vetoed: false, source, ...more }],
    outcomes: [1, 2, 3].map((n) => ({ id: `n${n}`, label: `n${n}`, type: 'commendation', conditions: when('history.run', 'greaterThanInclusive', n), by: 'rule', source })), ...over,
  })
const length = (n: number) => ['n1', 'n2', 'n3'].slice(0, n)
const good = (year: number, more: Partial<Past> = {}): Past => ({ year, grade: 'excellent', ...more })
const unit = (sum: string, past: Past[], n: number, more: Partial<Sample> = {}): Sample => ({ sum, facts: { mark: 95 }, past, ...more, expect: { outcomes: length(n), ...more.expect } })

describe('a streak', () => {
  it('counts approved results of adjacent years, this one included', async () => {
    await holds(rules(), [
      unit('first', [], 1), unit('two', [good(2021)], 2), unit('three', [good(2021), good(2020)], 3),
      unit('broken by a grade', [{ year: 2021, grade: 'good' }, good(2020)], 1), unit('a year not assessed breaks it', [good(2020), good(2019)], 1),
      unit('gap further back', [good(2021), good(2019)], 2),
    ])
  })
  it('is none where this year’s grade does not count', async () => {
    await holds(rules(), [unit('good', [good(2021)], 0, { facts: { mark: 85 } }), unit('no total', [good(2021)], 0, { facts: {} })])
  })
  it('waits at a provisional result', async () => {
    await holds(rules(), [
      unit('last year', [good(2021, { state: 'provisional' }), good(2020)], 1, { expect: { flags: ['pending:run'] } }),
      unit('the year before', [good(2021), good(2020, { state: 'provisional' })], 2, { expect: { flags: ['pending:run'] } }),
      unit('a provisional grade that would not count anyway', [{ year: 2021, grade: 'good', state: 'provisional' }], 1, { expect: { without: ['pending:run'] } }),
    ])
  })
  it('of a merged unit goes on only if all its predecessors qualify', async () => {
    const history = [{ year: 2021, results: [
      { unit: 'old-a', grade: 'excellent', state: 'approved' as const }, { unit: 'old-b', grade: 'excellent', state: 'approved' as const },
      { unit: 'old-c', grade: 'good', state: 'approved' as const }, { unit: 'old-d', grade: 'excellent', state: 'provisional' as const },
    ] }]
    const samples = [
      unit('both excellent', [], 2, { predecessors: ['old-a', 'old-b'] }), unit('one only good', [], 1, { predecessors: ['old-a', 'old-c'] }),
      unit('one not assessed', [], 1, { predecessors: ['old-a', 'old-x'] }), unit('one provisional', [], 1, { predecessors: ['old-a', 'old-d'], expect: { flags: ['pending:run'] } }), unit('no predecessors', [], 1),
    ]
    await holds(rules(), samples, { history })
    await holds(rules({ merged: 'new-unit' }), [unit('begins anew', [], 1, { predecessors: ['old-a', 'old-b'] })], { history })
  })
  it('does not count a vetoed year, past or present, unless declared', async () => {
    const veto: Partial<Ruleset> = { facts: [fact('veto', 'boolean')], verdicts: [{ id: 'v', label: 'v', conditions: when('veto', 'equal', true), effect: { type: 'cap-grade', grade: 'good' }, source }] }
    await holds(rules({}, veto), [unit('past veto', [good(2021, { vetoed: true }), good(2020)], 1, { facts: { mark: 95, veto: false } })])
    await holds(rules({ vetoed: true }, veto), [unit('past veto counts', [good(2021, { vetoed: true }), good(2020)], 3, { facts: { mark: 95, veto: false } })])
    await holds(rules({ grades: ['excellent', 'good'] }, veto), [unit('capped this year', [good(2021)], 0, { facts: { mark: 95, veto: true } }), unit('good without veto', [good(2021)], 2, { facts: { mark: 85, veto: false } })])
    await holds(rules({ grades: ['excellent', 'good'], vetoed: true }, veto), [unit('capped, counts', [good(2021)], 2, { facts: { mark: 95, veto: true } })])
  })
  it('does not count a year whose total a verdict fixed', async () => {
    const fixed: Partial<Ruleset> = { facts: [fact('veto', 'boolean')], verdicts: [{ id: 'v', label: 'v', conditions: when('veto', 'equal', true), effect: { type: 'fix-total', points: 90 }, source }] }
    await holds(rules({}, fixed), [unit('fixed at 90', [good(2021)], 0, { facts: { mark: 95, veto: true } })])
  })
  it('follows the scheme’s own sequence of periods', async () => {
    const half = (start: string, end: string) => rules({}, { period: { kind: 'half-year', start, end } })
    await holds(half('2022-07-01', '2022-12-31'), [
      unit('both halves before', [good(2022, { period: 1 }), good(2021, { period: 2 })], 3), unit('first half not assessed', [good(2021, { period: 2 }), good(2021, { period: 1 })], 1),
    ])
    await holds(half('2022-01-01', '2022-06-30'), [unit('second half of last year', [good(2021, { period: 2 }), good(2021, { period: 1 })], 3), unit('only its first half', [good(2021, { period: 1 })], 1)])
    await holds(rules({}, { period: { kind: 'quarter', start: '2022-01-01', end: '2022-03-31' } }), [unit('fourth quarter of last year', [good(2021, { period: 4 }), good(2021, { period: 3 })], 3)])
  })
})
