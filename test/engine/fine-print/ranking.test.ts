import { describe, expect, it } from 'vitest'
import type { History, Ruleset } from '../../../engine/index.ts'
import { bonusClass, component, criterion, fact, given, leaf, marked, method, named, pool, rule, ruleset, sourced, test, when, type Past, type Sample } from '../../support/pattern.ts'
import { event } from '../../support/events.ts'
import { holds } from '../../support/sample.ts'

const source = { basis: 'assumed' as const }
type Ranking = Ruleset['ranking']
const ranking = (more: Partial<Ranking> = {}): Ranking => ({ method: 'standard', pools: [pool('all', 'bureau')], tieBreaks: [], source, ...more })
const at = (mark: number, expect: Sample['expect'], more: Partial<Sample> = {}): Sample => ({ sum: String(mark), facts: { mark }, expect, ...more })
const tie = (quantity: Ranking['tieBreaks'][number]['quantity'], of?: string, order: 'high' | 'low' = 'high') => ({ id: `t-${quantity}`, quantity, order, source, ...(of === undefined ? {} : { of }) })

describe('places', () => {
  const marks = [95, 90, 90, 85, 85, 85, 80]
  it.each([['standard', [1, 2, 2, 4, 4, 4, 7]], ['dense', [1, 2, 2, 3, 3, 3, 4]]] as const)('among equals are shared, %s', async (way, ranks) => {
    await holds(marked({ ranking: ranking({ method: way }) }), marks.map((mark, i) => at(mark, { rank: ranks[i] as number, pool: 'all' })))
  })
  it('are given by pool; a unit of no pool has none', async () => {
    const rules = marked({ categories: sourced('bureau', 'county', 'court'), ranking: ranking({ pools: [pool('bureaus', 'bureau'), pool('counties', 'county')] }) })
    await holds(rules, [
      at(70, { rank: 2, pool: 'bureaus' }, { category: 'bureau' }), at(99, { rank: null, pool: null, grade: 'excellent' }, { category: 'court' }),
      at(60, { rank: 1, pool: 'counties' }, { category: 'county' }), at(80, { rank: 1, pool: 'bureaus' }, { category: 'bureau' }),
    ])
  })
  it('are given only to units a pool’s condition takes in', async () => {
    const rules = marked({ attributes: [{ id: 'enforces', label: 'enforces', kind: 'boolean', source }], ranking: ranking({ pools: [{ ...pool('enforcing', 'bureau'), where: test('unit.enforces', 'equal', true) }] }) })
    await holds(rules, [at(70, { rank: 1 }, { attributes: { enforces: true } }), at(90, { rank: null }, { attributes: { enforces: false } }), at(95, { rank: null, pool: null })])
  })
  it('leave out units without a total', async () => {
    await holds(marked({ ranking: ranking() }), [at(70, { rank: 1 }), { sum: 'missing', facts: {}, expect: { state: 'blocked', rank: null, pool: null } }, at(60, { rank: 2 })])
  })
  it('do not change the institutional order of the sheets', async () => {
    const scored = await holds(marked({ ranking: ranking() }), [at(70, { rank: 3 }), at(90, { rank: 1 }), at(80, { rank: 2 })])
    expect(scored.sheets.map((s) => s.unit)).toEqual(['u1', 'u2', 'u3'])
  })
})

describe('ties', () => {
  it('are broken by the base before adjustments, rounded like the total', async () => {
    const rules = marked({ facts: [fact('good', 'events', { kinds: named('good') })], bonus: { classes: [bonusClass('good', 'good', [{ points: 1 }])] }, ranking: ranking({ tieBreaks: [tie('base')] }) })
    const won = (mark: number, times: number, rank: number): Sample => ({ sum: `${mark} + ${times}`, facts: { mark, good: Array.from({ length: times }, (_, i) => event(`e${i}`, 'good')) }, expect: { total: '90.00', rank } })
    await holds(rules, [won(88, 2, 3), won(89, 1, 2), won(90, 0, 1), won(88.004, 2, 3)])
  })
  it('are broken by further quantities in order, and what stays equal shares a place', async () => {
    const part = (id: string, points: number) => leaf(`n-${id}`, [criterion(id, points, [rule('s', given(id), { type: 'share', params: { fact: id, target: points } })], { start: 'zero', method: id })])
    const rules = ruleset({
      methods: [method('work', 'work'), method('field', 'field'), method('poll', 'poll')], components: [component('work', 70), component('field', 20), component('poll', 10)],
      indicators: [part('work', 70), part('field', 20), part('poll', 10)], facts: ['work', 'field', 'poll'].map((id) => fact(id, 'number')),
      attributes: [{ id: 'load', label: 'load', kind: 'number', source }], ranking: ranking({ tieBreaks: [tie('component', 'field'), tie('indicator', 'n-poll'), tie('attribute', 'load', 'low')] }),
    })
    const unit = (work: number, field: number, poll: number, load: number, rank: number): Sample => ({ sum: `${work} + ${field} + ${poll}`, attributes: { load }, facts: { work, field, poll }, expect: { total: '90.00', rank } })
    await holds(rules, [unit(63, 18, 9, 1, 3), unit(62, 19, 9, 1, 1), unit(62.5, 18, 9.5, 9, 2), unit(63, 18, 9, 2, 5), unit(63, 18, 9, 1, 3)])
  })
})

const last = (more: Partial<Extract<History, { type: 'last' }>> = {}): History => ({ id: 'tail', label: 'tail', type: 'last', count: 3, minimumPool: 8, ties: 'include', source, ...more })
const outcome = (conditions: Ruleset['outcomes'][number]['conditions']) => [{ id: 'found', label: 'found', type: 'warning' as const, conditions, by: 'rule' as const, source }]
describe('the last of a pool', () => {
  const run = (marks: number[], tail: History, more: Partial<Ruleset> = {}) => {
    const rules = marked({ ranking: ranking(), history: [tail], outcomes: outcome(when('history.tail', 'equal', true)), ...more })
    return { rules, samples: (found: number[]) => marks.map((mark, i) => at(mark, { outcomes: found.includes(i) ? ['found'] : [] })) }
  }
  const check = async (marks: number[], tail: History, found: number[], more: Partial<Ruleset> = {}) => {
    const { rules, samples } = run(marks, tail, more)
    await holds(rules, samples(found))
  }
  it('are three of eight', async () => check([95, 94, 93, 92, 91, 85, 80, 70], last(), [5, 6, 7]))
  it('are none in a pool of seven', async () => check([95, 94, 93, 92, 85, 80, 70], last(), []))
  it('include all equals at the cut', async () => check([95, 94, 93, 92, 85, 85, 80, 70], last(), [4, 5, 6, 7]))
  it('leave out all equals at the cut where that is declared', async () => check([95, 94, 93, 92, 85, 85, 80, 70], last({ ties: 'exclude' }), [6, 7]))
  it('are counted in units, not in places', async () => check([95, 94, 93, 92, 80, 70, 70, 70], last(), [5, 6, 7]))
  it('are exempted by grade after the cut: nobody moves up', async () => check([95, 94, 93, 92, 91, 85, 80, 70], last({ exempt: ['good'] }), [7]))
  it('are exempted after ties too', async () => check([95, 94, 93, 92, 85, 85, 80, 70], last({ exempt: ['good'] }), [7]))
  it('may be a whole pool', async () => check([95, 94], last({ minimumPool: 2 }), [0, 1]))
  it('are found by the tie-breaks too', async () => {
    const rules = marked({ attributes: [{ id: 'load', label: 'load', kind: 'number', source }], ranking: ranking({ tieBreaks: [tie('attribute', 'load')] }), history: [last({ count: 1, minimumPool: 2 })], outcomes: outcome(when('history.tail', 'equal', true)) })
    await holds(rules, [at(70, { outcomes: ['found'] }, { attributes: { load: 1 } }), at(70, { outcomes: [] }, { attributes: { load: 2 } })])
  })
  it('are never unranked units, which do not count for the pool’s size either', async () => {
    const rules = marked({ categories: sourced('bureau', 'court'), ranking: ranking(), history: [last({ count: 1, minimumPool: 2 })], outcomes: outcome(when('history.tail', 'equal', true)) })
    await holds(rules, [at(90, { outcomes: [] }), at(80, { outcomes: ['found'] }), at(10, { outcomes: [] }, { category: 'court' }), { sum: 'no total', facts: {}, expect: { outcomes: [] } }])
    await holds(rules, [at(90, { outcomes: [] }), at(10, { outcomes: [] }, { category: 'court' }), { sum: 'no total', facts: {}, expect: { outcomes: [] } }])
  })
})

describe('marked regression', () => {
  const fell = (more: Partial<Extract<History, { type: 'regression' }>>) =>
    marked({ categories: sourced('bureau', 'court'), ranking: ranking(), history: [{ id: 'fall', label: 'fall', type: 'regression', source, ...more }], outcomes: outcome(when('history.fall', 'equal', true)) })
  const one = (mark: number, past: Omit<Past, 'year'>, found: boolean, more: Partial<Sample> = {}, year = 2021): Sample => at(mark, { outcomes: found ? ['found'] : [] }, { past: [{ year, ...past }], ...more })
  it('by places counts from the declared number on', async () => {
    const units = (rank: number, found: boolean) => [99, 98, 97, 96, 95].map((mark) => at(mark, { outcomes: [] })).concat(one(90, { rank }, found))
    await holds(fell({ places: 5 }), units(1, true))
    await holds(fell({ places: 5 }), units(2, false))
    await holds(fell({ places: 5 }), units(9, false))
  })
  it('by points compares rounded totals', async () => {
    await holds(fell({ points: 5 }), [one(90.004, { total: '95.00' }, true)])
    await holds(fell({ points: 5 }), [one(90.005, { total: '95.00' }, false)])
    await holds(fell({ points: 5 }), [one(99, { total: '95.00' }, false)])
  })
  it('by grades', async () => {
    await holds(fell({ grades: 2 }), [one(70, { grade: 'excellent' }, true), one(85, { grade: 'excellent' }, false), one(95, { grade: 'qualified' }, false)])
  })
  it('is any of the declared forms', async () => {
    const rules = fell({ places: 5, points: 5, grades: 2 })
    await holds(rules, [one(88, { total: '93.50', grade: 'excellent', rank: 1 }, true)])
    await holds(rules, [one(88, { total: '90.00', grade: 'excellent', rank: 1 }, false)])
  })
  it('of an unranked unit goes by points or grades only', async () => {
    await holds(fell({ places: 1, points: 5 }), [one(90, { total: '94.00', rank: 1 }, false, { category: 'court' }), one(80, { total: '94.00' }, true, { category: 'court' })])
  })
  it('is not found without an approved result of the period just before', async () => {
    await holds(fell({ points: 5 }), [one(70, { total: '95.00', state: 'provisional' }, false), one(70, { total: '95.00' }, false, {}, 2020), at(70, { outcomes: [] })])
  })
  it('is not found in a year declared incomparable', async () => {
    await holds(fell({ points: 5, incomparable: [2022] }), [one(70, { total: '95.00' }, false)])
    await holds(fell({ points: 5, incomparable: [2020] }), [one(70, { total: '95.00' }, true)])
  })
})
