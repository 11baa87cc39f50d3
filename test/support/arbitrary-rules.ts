import fc from 'fast-check'
import type { AdjustmentClass, AdjustmentSide, Criterion, Effect, Indicator, Rule } from '../../engine/index.ts'
import { condition, level, numericName, open, top } from './arbitrary-conditions.ts'
import { assumed, bonusClass } from './pattern.ts'

export const points = fc.constantFrom(0.25, 0.5, 1, 1.5, 2, 3)
const cap = fc.option(fc.constantFrom(0, 1, 2.5), { nil: undefined })
const mode = fc.constantFrom('set', 'deduct', 'award')
const steps = fc.record({ fact: numericName, target: level, direction: fc.constantFrom('below', 'above'), step: fc.constantFrom(0.1, 1, 3), points: fc.constantFrom(0.1, 0.5), count: fc.constantFrom('whole', 'begun', 'proportional'), cap })
const each = fc.record({ fact: numericName, points, per: fc.constantFrom(0.1, 1, 3), cap })
type Rows = Extract<Effect, { type: 'lookup' }>['params']['rows']
const rows = fc.constantFrom<Rows[]>([{ below: 2, points: 0 }, { from: 2, below: 50, points: 1.5 }, { from: 50, points: 3 }], [{ below: 3, points: 2 }, { from: 3, points: 1 }])
const choices = fc.constantFrom<Rows[]>([{ equals: 'a', points: 0 }, { equals: 'b', points: 1 }, { equals: 'c', points: 2.5 }])
type Shape<T extends Effect['type']> = Extract<Effect, { type: T }>
const effect = <T extends Effect['type']>(type: T, params: fc.Arbitrary<Shape<T>['params']>): fc.Arbitrary<Effect> => params.map((p) => ({ type, params: p }) as Effect)

/** Every effect there is. */
const effects: fc.Arbitrary<Effect> = fc.oneof(
  effect('deduct', fc.record({ points })), effect('award', fc.record({ points })), effect('deductEach', each), effect('awardEach', each),
  effect('deductShortfall', fc.record({ fact: numericName, target: level, points, cap })), effect('deductSteps', steps), effect('awardSteps', steps),
  effect('share', fc.record({ fact: numericName, target: fc.constantFrom(0.5, 3, 100) })), effect('lookup', fc.record({ fact: numericName, mode, rows })), effect('lookup', fc.record({ fact: fc.constant('choice'), mode, rows: choices })),
  effect('assess', fc.record({ mode, from: fc.constant(0.5), to: fc.constant(1) })), effect('set', fc.record({ points })), effect('zero', fc.constant({})),
)
const rule = (id: string, event: fc.Arbitrary<Effect>): fc.Arbitrary<Rule> =>
  fc.tuple(event, top, fc.boolean()).map(([e, conditions, always]) => ({ id, event: e, conditions: always ? open('fact' in e.params ? e.params.fact : 'number') : conditions, source: assumed }))
const rules = (event: fc.Arbitrary<Effect>) => fc.integer({ min: 0, max: 3 }).chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => rule(`r${i + 1}`, event))))

const policies = fc.constantFrom(undefined, 'block', 'zero', 'zero', 'exclude-and-prorate', 'category-mean', 'last-year')
const criterion = (id: string): fc.Arbitrary<Criterion> =>
  fc.record({
    id: fc.constant(id), label: fc.constant(id), method: fc.constantFrom('daily', 'visit', 'poll'), points: fc.constantFrom(1, 2, 5, 12.5, 20), start: fc.constantFrom('full', 'zero'),
    extra: fc.constantFrom(undefined, undefined, undefined, true), applies: fc.option(condition(1), { nil: undefined, freq: 2 }), notApplicable: fc.constantFrom(undefined, 'all', 'any'), missing: policies,
    rules: rules(effects), bodies: fc.constantFrom<Criterion['bodies'][]>(undefined, [{ id: 'justice', weight: 2 }, { id: 'police', weight: 1 }]), source: fc.constant(assumed),
  }).chain((c) => fc.subarray(c.rules.map((r) => r.id), { minLength: 0 }).map((ids) => (ids.length === 0 ? c : { ...c, caps: [{ id: 'cap', rules: ids, points: 2, source: assumed }] })))

/** One to three parts, some with a group inside; ids tell where they stand. */
const indicator = (id: string, depth: number): fc.Arbitrary<Indicator> =>
  fc.record({
    id: fc.constant(id), label: fc.constant(id), applies: fc.option(condition(0), { nil: undefined, freq: 1 }), lossCap: fc.constantFrom(undefined, undefined, 3, 0.5),
    criteria: fc.integer({ min: 1, max: 2 }).chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => criterion(`${id}-c${i + 1}`)))),
    children: depth === 0 ? fc.constant(undefined) : fc.option(indicator(`${id}-g`, depth - 1).map((g) => [g]), { nil: undefined }), source: fc.constant(assumed),
  })
export const indicators = fc.integer({ min: 1, max: 3 }).chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => indicator(`p${i + 1}`, 1))))

const tariffs = fc.constantFrom<Parameters<typeof bonusClass>[2][]>([{ level: 'high', points: 3 }, { level: 'low', points: 1 }], [{ kind: 'praise', points: 2 }, { severity: 'grave', points: 4 }], [{ points: 0.5 }])
const dedupe = fc.constantFrom<AdjustmentClass['dedupe'][]>(undefined, { by: 'achievement', keep: 'highest' }, { by: 'document', keep: 'reduced', shares: [1, 0.5] })
const adjustmentClass = fc.record({ tariff: tariffs, dedupe, carryOver: fc.constantFrom(undefined, 'none', 'unclaimed'), evidenceRequired: fc.constantFrom(undefined, true), cap: fc.constantFrom(undefined, 2, 5), applies: fc.option(condition(0), { nil: undefined, freq: 1 }) })
  .map(({ tariff, ...more }) => bonusClass('class', 'events', tariff, more))
/** A side of adjustments whose rules act in its own direction. */
export const side = (own: 'award' | 'deduct'): fc.Arbitrary<AdjustmentSide> => {
  const event: fc.Arbitrary<Effect> = own === 'award'
    ? fc.oneof(effect('award', fc.record({ points })), effect('awardEach', each), effect('awardSteps', steps), effect('lookup', fc.record({ fact: numericName, mode: fc.constant('award' as const), rows })))
    : fc.oneof(effect('deduct', fc.record({ points })), effect('deductEach', each), effect('deductSteps', steps), effect('deductShortfall', fc.record({ fact: numericName, target: level, points, cap })))
  return fc.record({
    classes: fc.array(adjustmentClass, { maxLength: 1 }), rules: fc.option(rules(event), { nil: undefined, freq: 1 }),
    gate: fc.constantFrom(undefined, { points: 20, operator: 'greaterThan' as const, source: assumed }, { points: 10, operator: 'greaterThanInclusive' as const, rounded: true, source: assumed }),
    cap: fc.constantFrom(undefined, { kind: 'hard' as const, points: 4, source: assumed }, { kind: 'soft' as const, points: 3, override: 'override', source: assumed }),
  })
}
