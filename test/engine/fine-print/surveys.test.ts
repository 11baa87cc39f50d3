import { describe, it } from 'vitest'
import type { Derivation, Ruleset } from '../../../engine/index.ts'
import { criterion, derived, fact, flat, given, named, rule, type Sample } from '../../support/pattern.ts'
import { holds } from '../../support/sample.ts'

type Survey = Extract<Derivation, { op: 'survey' }>
const tally = (yes: number, fair: number, no: number, unknown = 0) => ({ answers: [['yes', yes], ['fair', fair], ['no', no], ['unknown', unknown]].map(([id, count]) => ({ id: String(id), count: Number(count) })) })
const weights = [{ id: 'yes', weight: 100 }, { id: 'fair', weight: 70 }, { id: 'no', weight: 0 }]
const made = (derive: Derivation[], more: Partial<Ruleset> = {}) => flat([criterion('opinion', 100, [rule('s', given('mark'), { type: 'share', params: { fact: 'mark', target: 100 } })], { start: 'zero' })], {
  facts: ['phone', 'paper', 'web'].map((id) => fact(id, 'survey', { options: named('yes', 'fair', 'no', 'unknown') })),
  derived: derive.map((d, i) => derived(i === 0 ? 'mark' : `mark${i}`, d)), ...more,
})
const one = (survey: string, minimum?: number): Survey => ({ op: 'survey', survey, weights, ...(minimum === undefined ? {} : { minimum }) })
const unit = (sum: string, facts: Sample['facts'], total: string | null): Sample => ({ sum, facts, expect: { total } })

describe('a survey', () => {
  it('weighs its answers and leaves options without a weight out of the base', async () => {
    await holds(made([one('phone')]), [unit('(300 + 70) / 5', { phone: tally(3, 1, 1, 95) }, '74.00')])
  })
  it('counts an answer that weighs nothing in the base', async () => {
    await holds(made([one('phone')]), [unit('0 of 10: a given zero', { phone: tally(0, 0, 10) }, '0.00')])
  })
  it('is missing below the minimum of valid answers, and given at it', async () => {
    await holds(made([one('phone', 30)]), [unit('29', { phone: tally(29, 0, 0, 100) }, null)])
    await holds(made([one('phone', 30)]), [unit('30', { phone: tally(30, 0, 0) }, '100.00')])
  })
  it('is missing without a single valid answer', async () => {
    await holds(made([one('phone')]), [unit('nobody', { phone: tally(0, 0, 0, 9) }, null)])
    await holds(made([one('phone')]), [unit('no answers', { phone: { answers: [] } }, null)])
  })
  it('stays exact until the total is rounded', async () => {
    await holds(made([one('phone')]), [{ sum: '(100 + 70 + 0) / 3', facts: { phone: tally(1, 1, 1) }, expect: { total: '56.67', criteria: { opinion: '170/3' } } }])
  })
  it('refuses half answers', async () => {
    await holds(made([one('phone')]), [{ sum: '1.5', facts: { phone: tally(1.5, 1, 1) }, expect: { total: null, issues: ['fact.survey'] } }])
  })
})

describe('several sources', () => {
  const mixed = (missing: 'renormalise' | 'block') => made([
    { op: 'weighted', missing, facts: [{ id: 'mark1', weight: 0.5 }, { id: 'mark2', weight: 0.3 }, { id: 'mark3', weight: 0.2 }] }, one('phone', 5), one('paper', 5), one('web', 5),
  ])
  const good = tally(10, 0, 0)
  const fair = tally(0, 10, 0)
  const bad = tally(0, 0, 10)
  it('are mixed by their weights', async () => {
    await holds(mixed('block'), [unit('0.5 x 100 + 0.3 x 70 + 0.2 x 0', { phone: good, paper: fair, web: bad }, '71.00')])
  })
  it('need all of them, or share the weight of one that is missing, as declared', async () => {
    await holds(mixed('block'), [unit('web below its minimum', { phone: good, paper: fair, web: tally(1, 0, 0) }, null)])
    await holds(mixed('renormalise'), [unit('(50 + 21) / 0.8', { phone: good, paper: fair, web: tally(1, 0, 0) }, '88.75')])
    await holds(mixed('renormalise'), [unit('none', {}, null)])
  })
})
