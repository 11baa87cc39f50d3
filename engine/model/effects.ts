import Type from 'typebox'
import { Id, Points, Text, closed, list, maybe, oneOf } from './id.ts'

const Fact = Id
const Mode = oneOf('set', 'deduct', 'award')
/** A row of a lookup: `equals` one value, or a band `from` (inclusive) to `below` (exclusive). */
const LookupRow = closed({
  from: maybe(Type.Number()),
  below: maybe(Type.Number()),
  equals: maybe(Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
  points: Points,
})
const steps = closed({
  fact: Fact,
  target: Type.Number(),
  /** Which side of the target counts. */
  direction: oneOf('below', 'above'),
  step: Points,
  points: Points,
  /** How a started step counts. */
  count: oneOf('whole', 'begun', 'proportional'),
  cap: maybe(Points),
})
const each = closed({ fact: Fact, points: Points, per: maybe(Points), cap: maybe(Points) })

/**
 * Every effect a rule may have on a criterion, once: what its parameters are, which facts it reads,
 * whether it replaces the start value (`set`), adds or takes points, and whether an assessor decides.
 */
export const EFFECTS = {
  deduct: { params: closed({ points: Points }), mode: 'deduct', reads: [] },
  award: { params: closed({ points: Points }), mode: 'award', reads: [] },
  deductEach: { params: each, mode: 'deduct', reads: ['fact'] },
  awardEach: { params: each, mode: 'award', reads: ['fact'] },
  deductShortfall: { params: closed({ fact: Fact, target: Points, points: Points, cap: maybe(Points) }), mode: 'deduct', reads: ['fact'] },
  deductSteps: { params: steps, mode: 'deduct', reads: ['fact'] },
  awardSteps: { params: steps, mode: 'award', reads: ['fact'] },
  /** value ÷ target × points of the criterion, held between 0 and those points. */
  share: { params: closed({ fact: Fact, target: Points }), mode: 'set', reads: ['fact'] },
  lookup: { params: closed({ fact: Fact, mode: Mode, rows: list(LookupRow, { minItems: 1 }) }), mode: 'param', reads: ['fact'] },
  /** The assessor chooses points in the range and gives a reason. */
  assess: { params: closed({ mode: Mode, from: Points, to: Points, guidance: maybe(Text) }), mode: 'param', reads: [] },
  set: { params: closed({ points: Points }), mode: 'set', reads: [] },
  zero: { params: closed({}), mode: 'zero', reads: [] },
} as const

export type EffectType = keyof typeof EFFECTS

const event = <T extends EffectType>(type: T) => closed({ type: Type.Literal(type), params: EFFECTS[type].params as (typeof EFFECTS)[T]['params'] })

export const effectDefs = {
  Effect: Type.Union([
    event('deduct'), event('award'), event('deductEach'), event('awardEach'), event('deductShortfall'),
    event('deductSteps'), event('awardSteps'), event('share'), event('lookup'), event('assess'), event('set'), event('zero'),
  ]),
}
