import { describe, expect, it } from 'vitest'
import type { Condition, Criterion, Indicator, Ruleset } from '../../../engine/index.ts'
import { component, criterion, fact, given, leaf, method, rule, ruleset, sourced, test } from '../../support/pattern.ts'
import { problems, told, wrong } from './told.ts'

const source = { basis: 'assumed' as const }
const of = (...categories: string[]): Condition => test('unit.category', 'in', categories)
const part = (id: string, points: number, more: Partial<Criterion> = {}): Criterion => criterion(id, points, [], more)
const none: Ruleset['proration'] = { method: 'none', scope: 'base', source }
/** Two categories; the leaves decide what applies to which. */
const scheme = (indicators: Indicator[], more: Partial<Ruleset> = {}): Ruleset => ruleset({ indicators, fullMarks: 100, categories: sourced('bureau', 'court'), ...more })
const values = (rules: Ruleset) => problems(rules).map((i) => [i.level, i.code, i.path, i.values])

describe('points of a node', () => {
  const node = (points: number, ...parts: number[]): Ruleset => scheme([{ id: 'part', label: 'part', points, source, children: [leaf('a', parts.map((p, i) => part(`c${i}`, p)))] }], { fullMarks: parts.reduce((a, b) => a + Math.round(b * 100), 0) / 100 })
  it('are the exact sum of what stands below', () => {
    expect(wrong(node(0.3, 0.1, 0.2))).toEqual([])
    expect(wrong(node(100, 33.33, 33.33, 33.34))).toEqual([])
    expect(values(node(100, 33.33, 33.33, 33.33))).toEqual([['error', 'totals.node', 'indicators/part', { declared: 100, sum: '99.99' }]])
    expect(values(node(99.99, 50, 50))).toEqual([['error', 'totals.node', 'indicators/part', { declared: 99.99, sum: '100' }]])
  })
  it('do not count extra points nor what is retired', () => {
    const retired = { year: 2021, reason: 'merged' }
    expect(wrong(scheme([{ id: 'part', label: 'part', points: 100, source, children: [leaf('a', [part('c', 100), part('d', 5, { extra: true })]), leaf('b', [part('e', 30)], { retired })] }]))).toEqual([])
  })
})

describe('components', () => {
  it('add up to full marks', () => {
    expect(values(scheme([leaf('a', [part('c', 100)])], { components: [component('work', 99.5)] }))).toContainEqual(['error', 'totals.components', 'components', { sum: '99.5', full: 100 }])
    expect(wrong(scheme([leaf('a', [part('c', 60), part('d', 40, { method: 'visit' })])], { components: [component('work', 60), component('field', 40)], methods: [method('daily', 'work'), method('visit', 'field')] }))).toEqual([])
  })
  it('hold no more points of a category than their own', () => {
    const rules = scheme([leaf('a', [part('c', 70), part('d', 30, { method: 'visit' })])], { components: [component('work', 60), component('field', 40)], methods: [method('daily', 'work'), method('visit', 'field')] })
    expect(values(rules)).toEqual(['bureau', 'court'].map((c) => ['error', 'totals.component', `categories/${c}`, { category: c, component: 'work', most: '70', full: 60 }]))
  })
})

describe('points that apply to a category', () => {
  it('may differ from one to the other, as long as each has full marks', () => {
    expect(wrong(scheme([leaf('all', [part('c', 60)]), leaf('x', [part('d', 40)], { applies: of('bureau') }), leaf('y', [part('e', 40)], { applies: of('court') })], { proration: none }))).toEqual([])
    expect(wrong(scheme([leaf('all', [part('c', 60)]), leaf('x', [part('d', 40, { applies: { not: of('bureau') } }), part('e', 40, { applies: { any: [of('bureau')] } })])], { proration: none }))).toEqual([])
  })
  it('may not exceed full marks', () => {
    expect(values(scheme([leaf('all', [part('c', 100)]), leaf('x', [part('d', 0.01)], { applies: of('court') })], { components: [component('work', 100)] }))).toEqual([['error', 'totals.component', 'categories/court', { category: 'court', component: 'work', most: '100.01', full: 100 }]])
    expect(values(scheme([leaf('all', [part('c', 100)]), leaf('x', [part('d', 0.01)], { applies: of('court') })], { components: [component('work', 100.01)] }))).toEqual([
      ['error', 'totals.components', 'components', { sum: '100.01', full: 100 }], ['error', 'totals.above-full', 'categories/court', { category: 'court', least: '100.01', most: '100.01', full: 100 }],
    ])
  })
  it('may not fall short where nothing is prorated', () => {
    const less = (proration: Ruleset['proration']) => scheme([leaf('all', [part('c', 60)]), leaf('x', [part('d', 40)], { applies: of('bureau') })], { proration })
    expect(values(less(none))).toEqual([['error', 'totals.below-full', 'categories/court', { category: 'court', least: '60', most: '60', full: 100 }]])
    expect(wrong(less({ ...none, method: 'ratio' }))).toEqual([])
    expect(values(less({ ...none, method: 'ratio', minimumBase: 60 }))).toEqual([])
    expect(values(less({ ...none, method: 'ratio', minimumBase: 60.01 }))).toEqual([['warning', 'totals.minimum', 'categories/court', { category: 'court', least: '60', most: '60', full: 100, minimum: 60.01, lacking: '0.01' }]])
  })
  it('may not be none at all', () => {
    expect(values(scheme([leaf('x', [part('d', 100)], { applies: of('bureau') })]))).toEqual([['error', 'totals.nothing', 'categories/court', { category: 'court', least: '0', most: '0', full: 100 }]])
  })
  it('depend on what is not known of a unit: the least is told', () => {
    const rules = scheme([leaf('all', [part('c', 60)]), leaf('x', [part('d', 40)], { applies: { all: [of('bureau', 'court'), test('n', 'greaterThan', 0)] } })], { facts: [fact('n', 'count')], proration: none })
    expect(values(rules)).toEqual(['bureau', 'court'].map((c) => ['error', 'totals.below-full', `categories/${c}`, { category: c, least: '60', most: '100', full: 100 }]))
  })
})

describe('the cap of a cause', () => {
  it('that exceeds the points of its criterion never acts', () => {
    const capped = (points: number) => scheme([leaf('a', [criterion('c', 100, [rule('r', given('n'), { type: 'deductEach', params: { fact: 'n', points: 1 } })], { caps: [{ id: 'cap', rules: ['r'], points, source }] })])], { facts: [fact('n', 'count')] })
    expect(wrong(capped(100))).toEqual([])
    const found = problems(capped(100.01))
    expect(found.map((i) => i.level)).toEqual(['warning'])
    expect(told(found)).toEqual([['totals.cap', 'indicators/a/criteria/c/caps/cap']])
  })
})
