import { describe, expect, it } from 'vitest'
import type { Effect, Ruleset } from '../../../engine/index.ts'
import { bonusClass, criterion, derived, given, leaf, named, rule } from '../../support/pattern.ts'
import { problems, sound, told, wrong } from './told.ts'

const source = { basis: 'assumed' as const }
/** The sound ruleset whose only rule has one effect, on 100 points. */
const acting = (event: Effect): Ruleset => sound({ indicators: [leaf('item', [criterion('late', 100, [rule('r', given('lateness'), event)])])] })
const RULE = 'indicators/item/criteria/late/rules/r'
const steps = (more: object): Effect => ({ type: 'deductSteps', params: { fact: 'mark', target: 60, direction: 'below', step: 5, points: 1, count: 'whole', ...more } })
type Rows = Extract<Effect, { type: 'lookup' }>['params']['rows']
const lookup = (fact: string, ...rows: Rows): Effect => ({ type: 'lookup', params: { fact, mode: 'set', rows } })

describe('an effect', () => {
  it.each<[string, Effect]>([
    ['deductEach', { type: 'deductEach', params: { fact: 'rate', points: 1, per: 0.1 } }], ['deductSteps', steps({})], ['share', { type: 'share', params: { fact: 'mark', target: 80 } }],
    ['assess', { type: 'assess', params: { mode: 'set', from: 0, to: 100 } }], ['award', { type: 'award', params: { points: 100 } }], ['deduct more than there is', { type: 'deduct', params: { points: 120 } }],
  ])('may be: %s', (_, event) => {
    expect(wrong(acting(event))).toEqual([])
  })
  it.each<[code: string, level: string, event: Effect]>([
    ['effect.unusable-fact', 'error', { type: 'deductEach', params: { fact: 'open', points: 1 } }], ['effect.unusable-fact', 'error', { type: 'share', params: { fact: 'level', target: 1 } }],
    ['effect.unusable-fact', 'error', steps({ fact: 'day' })], ['effect.unusable-fact', 'error', { type: 'deductShortfall', params: { fact: 'list', target: 3, points: 1 } }], ['effect.unusable-fact', 'error', lookup('files', { points: 1, from: 0 })],
    ['effect.target', 'error', { type: 'share', params: { fact: 'mark', target: 0 } }],
    ['effect.step', 'error', steps({ step: 0 })], ['effect.step', 'error', { type: 'awardEach', params: { fact: 'lateness', points: 1, per: 0 } }],
    ['effect.range', 'error', { type: 'assess', params: { mode: 'set', from: 5, to: 4 } }], ['effect.range', 'error', { type: 'assess', params: { mode: 'award', from: 0, to: 100.5 } }],
    ['effect.above-points', 'warning', { type: 'award', params: { points: 100.01 } }], ['effect.above-points', 'warning', { type: 'set', params: { points: 101 } }],
  ])('may not be: %s (%s), %j', (code, level, event) => {
    const found = problems(acting(event))
    expect(found.map((i) => i.level)).toContain(level)
    expect(told(found)[0]).toEqual([code, RULE])
  })
  it('of a side adds to that side', () => {
    const sides = (side: 'bonus' | 'deduction', event: Effect) => sound({ [side]: { classes: [], rules: [rule('r', given('lateness'), event)], cap: { kind: 'hard', points: 5, source } } })
    expect(wrong(sides('bonus', { type: 'awardEach', params: { fact: 'lateness', points: 1 } }))).toEqual([])
    expect(wrong(sides('deduction', { type: 'assess', params: { mode: 'deduct', from: 0, to: 3 } }))).toEqual([])
    expect(wrong(sides('bonus', { type: 'deduct', params: { points: 1 } }))).toEqual([['effect.side', 'bonus/rules/r']])
    expect(wrong(sides('deduction', { type: 'award', params: { points: 1 } }))).toEqual([['effect.side', 'deduction/rules/r']])
    expect(wrong(sides('bonus', { type: 'zero', params: {} }))).toEqual([['effect.side', 'bonus/rules/r']])
    expect(wrong(sides('bonus', { type: 'assess', params: { mode: 'set', from: 0, to: 3 } }))).toEqual([['effect.side', 'bonus/rules/r']])
  })
})

describe('a derivation, adjustment or verdict', () => {
  it.each<[string, Partial<Ruleset>, string]>([
    ['events', { derived: [derived('d', { op: 'count', events: 'files' })] }, 'derived/d'], ['events', { derived: [derived('d', { op: 'sum', events: 'lateness' })] }, 'derived/d'],
    ['ratings', { derived: [derived('d', { op: 'mean', ratings: 'list' })] }, 'derived/d'], ['ratings', { derived: [derived('d', { op: 'trimmedMean', ratings: 'mark', drop: 1 })] }, 'derived/d'], ['ratings', { derived: [derived('d', { op: 'vetoes', ratings: 'poll' })] }, 'derived/d'],
    ['survey', { derived: [derived('d', { op: 'survey', survey: 'files', weights: [{ id: 'yes', weight: 1 }] })] }, 'derived/d'], ['date', { derived: [derived('d', { op: 'workingDays', from: 'day', to: 'mark' })] }, 'derived/d'],
    ['numeric', { derived: [derived('d', { op: 'ratio', numerator: 'mark', denominator: 'open' })] }, 'derived/d'], ['numeric', { derived: [derived('d', { op: 'shortfall', fact: 'level', target: 1 })] }, 'derived/d'], ['numeric', { derived: [derived('d', { op: 'pool', fact: 'day', statistic: 'max', within: 'all' })] }, 'derived/d'],
    ['events', { bonus: { classes: [bonusClass('praise', 'files', [{ points: 1 }])], cap: { kind: 'hard', points: 5, source } } }, 'bonus/classes/praise'],
    ['ratings', { verdicts: [{ id: 'v', label: 'v', effect: { type: 'zero-file', ratings: 'list' }, source }] }, 'verdicts/v'],
  ])('reads a fact of the kind it reads: %s', (wanted, more, path) => {
    const found = problems(sound(more))
    expect(told(found)).toEqual([['fact.wrong-kind', path]])
    expect(found[0]?.values['wanted']).toBe(wanted)
  })
})

describe('a lookup table', () => {
  it.each<[string, Effect]>([
    ['bands', lookup('mark', { below: 60, points: 0 }, { from: 60, below: 80, points: 50 }, { from: 80, points: 100 })], ['bands in any order', lookup('mark', { from: 80, points: 100 }, { from: 0, below: 80, points: 0 })],
    ['a count from 0', lookup('lateness', { from: 0, points: 1 })], ['a top just above the greatest value', lookup('rate', { from: 0, below: 1.0001, points: 1 })],
    ['options', lookup('level', { equals: 'low', points: 0 }, { equals: 'high', points: 100 })], ['yes or no', lookup('open', { equals: true, points: 100 }, { equals: false, points: 0 })], ['numbers', lookup('lateness', { equals: 0, points: 100 }, { equals: 1, points: 50 })],
  ])('may be made of %s', (_, event) => {
    expect(wrong(acting(event))).toEqual([])
  })
  it.each<[code: string, level: string, Effect, values: object]>([
    ['lookup.gap', 'warning', lookup('mark', { below: 60, points: 0 }, { from: 60.01, points: 100 }), { fact: 'mark', from: 60, below: 60.01 }],
    ['lookup.gap', 'warning', lookup('mark', { from: 1, points: 0 }), { fact: 'mark', from: 0, below: 1 }],
    ['lookup.gap', 'warning', lookup('mark', { below: 100, points: 0 }), { fact: 'mark', from: 100, below: 100 }],
    ['lookup.gap', 'warning', lookup('lateness', { from: 1, points: 0 }), { fact: 'lateness', from: 0, below: 1 }],
    ['lookup.overlap', 'error', lookup('mark', { below: 60, points: 0 }, { from: 59.99, points: 100 }), { fact: 'mark', from: 59.99, below: 60 }],
    ['lookup.overlap', 'error', lookup('mark', { points: 0, below: 60 }, { below: 200, points: 100 }), { fact: 'mark', from: '−∞', below: 60 }],
    ['lookup.empty', 'error', lookup('mark', { below: 60, points: 0 }, { from: 60, below: 60, points: 1 }, { from: 60, points: 100 }), { fact: 'mark', from: 60, below: 60 }],
    ['lookup.rows', 'error', lookup('mark', { points: 0 }), { fact: 'mark' }], ['lookup.rows', 'error', lookup('mark', { equals: 1, points: 0 }, { from: 2, points: 0 }), { fact: 'mark' }], ['lookup.rows', 'error', lookup('level', { from: 0, points: 0 }), { fact: 'level' }],
    ['lookup.value', 'error', lookup('level', { equals: 'middle', points: 0 }), { fact: 'level', value: 'middle', kind: 'choice' }], ['lookup.value', 'error', lookup('mark', { equals: '60', points: 0 }), { fact: 'mark', value: '60', kind: 'number' }], ['lookup.value', 'error', lookup('open', { equals: 1, points: 0 }), { fact: 'open', value: '1', kind: 'boolean' }],
    ['lookup.double', 'error', lookup('open', { equals: true, points: 0 }, { equals: true, points: 1 }), { fact: 'open', value: 'true' }],
    ['lookup.open', 'warning', lookup('level', { equals: 'low', points: 0 }), { fact: 'level', values: 'high' }],
  ])('%s (%s)', (code, level, event, values) => {
    const found = problems(acting(event))
    expect(found.map((i) => [i.level, i.values])).toEqual([[level, values]])
    expect(told(found)).toEqual([[code, RULE]])
  })
  it('names open options by their labels', () => {
    const rules = acting(lookup('level', { equals: 'low', points: 0 }))
    rules.facts = rules.facts.map((f) => (f.id === 'level' ? { ...f, options: [...named('low'), { id: 'high', label: '高' }] } : f))
    expect(problems(rules)[0]?.values['values']).toBe('高')
  })
})
