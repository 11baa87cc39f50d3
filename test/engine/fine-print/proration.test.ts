import { describe, expect, it } from 'vitest'
import type { Ruleset, TraceLine } from '../../../engine/index.ts'
import { band, bonusClass, component, criterion, fact, given, grading, leaf, method, named, rule, ruleset } from '../../support/pattern.ts'
import { event } from '../../support/events.ts'
import { holds, lines } from '../../support/sample.ts'

const source = { basis: 'assumed' as const }
const off = { state: 'not-applicable', reason: 'r' } as const
const share = (id: string, points: number, from: string) => leaf(`n-${id}`, [criterion(id, points, [rule('share', given(id), { type: 'share', params: { fact: id, target: points } })], { start: 'zero', method: from })])
/** Daily work 10 + 30 + 30, field check 20, survey 10. */
const made = (method_: Ruleset['proration']['method'], scope: Ruleset['proration']['scope'], more: Partial<Ruleset> = {}) =>
  ruleset({
    methods: [method('daily', 'work'), method('visit', 'field'), method('poll', 'survey')],
    components: [component('work', 70), component('field', 20), component('survey', 10)],
    indicators: [share('d1', 10, 'daily'), share('d2', 30, 'daily'), share('d3', 30, 'daily'), share('f', 20, 'visit'), share('s', 10, 'poll')],
    facts: ['d1', 'd2', 'd3', 'f', 's'].map((id) => fact(id, 'number')), proration: { method: method_, scope, source },
    gradings: [grading([band('excellent', 88), band('good', 87), band('qualified', 60), band('unqualified')])], ...more,
  })
const unit = { d1: 10, d2: 24, d3: off, f: 18, s: 9 }

describe('proration', () => {
  it('gives three grades by three methods to one unit near a band', async () => {
    await holds(made('ratio', 'base'), [{ sum: '(10 + 24 + 18 + 9) / 70 x 100 = 87.142...', facts: unit, expect: { total: '87.14', grade: 'good', flags: ['prorated'] } }])
    await holds(made('ratio', 'component'), [{ sum: '34 / 40 x 70 + 18 + 9 = 86.5', facts: unit, expect: { total: '86.50', grade: 'qualified', components: { work: '59.5', field: '18', survey: '9' } } }])
    await holds(made('redistribute', 'base'), [{ sum: '1 x 17.5 + 0.8 x 37.5 + 0.9 x 27.5 + 0.9 x 17.5 = 88', facts: unit, expect: { total: '88.00', grade: 'excellent' } }])
    await holds(made('redistribute', 'component'), [{ sum: '1 x 25 + 0.8 x 45 + 18 + 9 = 88', facts: unit, expect: { total: '88.00' } }])
    await holds(made('none', 'base'), [{ sum: '10 + 24 + 18 + 9', facts: unit, expect: { total: '61.00', without: ['prorated'] } }])
  })
  it('changes nothing where everything applies', async () => {
    for (const [way, scope] of [['ratio', 'base'], ['ratio', 'component'], ['redistribute', 'base'], ['redistribute', 'component'], ['none', 'base']] as const)
      await holds(made(way, scope), [{ sum: '10 + 24 + 21 + 18 + 9', facts: { ...unit, d3: 21 }, expect: { total: '82.00', without: ['prorated'] } }])
  })
  it('states its method in the reasons', async () => {
    const scored = await holds(made('ratio', 'base'), [{ sum: '61 / 70 x 100', facts: unit, expect: {} }])
    expect(lines(scored, 'ratio.base')).toEqual([{ path: 'proration', inputs: { earned: '61', applicable: '70', full: '100', extra: '0' }, output: '610/7' }])
  })
  it('lets a component that vanishes leave, and scales the rest to full marks', async () => {
    await holds(made('ratio', 'component'), [{ sum: '(10 + 24 + 21 + 18) / 90 x 100 = 81.111...', facts: { ...unit, d3: 21, s: off }, expect: { total: '81.11', components: { survey: 'not-applicable' } } }])
    await holds(made('ratio', 'component'), [{ sum: '(34 / 40 x 70 + 18) / 90 x 100 = 86.111...', facts: { ...unit, s: off }, expect: { total: '86.11' } }])
    await holds(made('redistribute', 'component'), [{ sum: '(25 + 36 + 18) / 90 x 100 = 87.777...', facts: { ...unit, s: off }, expect: { total: '87.78' } }])
    await holds(made('redistribute', 'base'), [{ sum: '40 over three leaves: 70/3 + 0.8 x 130/3 + 0.9 x 100/3 = 88', facts: { ...unit, s: off }, expect: { total: '88.00' } }])
  })
  it('refuses a total below the minimum base, at it gives one', async () => {
    const rules = made('ratio', 'base', { proration: { method: 'ratio', scope: 'base', minimumBase: 50, source } })
    await holds(rules, [{ sum: '20 + 30 = 50 applies: (18 + 21) / 50 x 100', facts: { ...unit, d1: off, d2: off, d3: 21, s: off }, expect: { total: '78.00' } }])
    await holds(rules, [{ sum: '40 applies', facts: { ...unit, f: off, s: off }, expect: { state: 'blocked', total: null, flags: ['blocked:proration'], issues: ['prorate.too-little'] } }])
  })
  it('comes before adjustments, which are not scaled', async () => {
    const rules = made('ratio', 'base', { facts: [...['d1', 'd2', 'd3', 'f', 's'].map((id) => fact(id, 'number')), fact('honours', 'events', { kinds: named('honour') })], bonus: { classes: [bonusClass('honours', 'honours', [{ points: 2 }])] } })
    await holds(rules, [{ sum: '61 / 70 x 100 + 2 = 89.142...', facts: { ...unit, honours: [event('a', 'honour')] }, expect: { base: '87.14', bonus: '2.00', total: '89.14' } }])
  })
})

describe('the order of stages', () => {
  const ORDER: TraceLine['stage'][] = ['derive', 'select', 'award', 'combine', 'prorate', 'adjust', 'limit', 'round', 'grade', 'rank', 'outcome']
  it('is the same in every unit’s reasons', async () => {
    const rules = made('ratio', 'base', { ranking: { method: 'standard', pools: [{ id: 'all', label: 'all', categories: ['bureau'], source }], tieBreaks: [], source }, history: [{ id: 'last', label: 'last', type: 'last', count: 1, minimumPool: 1, ties: 'include', source }] })
    const scored = await holds(rules, [{ sum: '61 / 70 x 100', facts: unit, exemptions: [{ id: 's', reason: 'r', by: 'b' }], expect: {} }])
    const stages = (scored.sheets[0]?.trace ?? []).map((l) => ORDER.indexOf(l.stage))
    expect(stages).toEqual([...stages].sort((a, b) => a - b))
    expect([...new Set(stages)].map((i) => ORDER[i])).toEqual(ORDER.filter((s) => s !== 'derive'))
  })
})
