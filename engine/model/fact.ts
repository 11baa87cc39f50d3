import Type from 'typebox'
import { Day, Id, Label, Points, Source, Text, closed, list, maybe, oneOf } from './id.ts'

export const Named = closed({ id: Id, label: Label })
export const FactKind = oneOf('count', 'number', 'ratio', 'boolean', 'choice', 'date', 'amount', 'events', 'ratings', 'survey')

/** One thing that is collected about a unit. */
export const Fact = closed({
  id: Id,
  label: Label,
  kind: FactKind,
  /** Word for the unit of the value, such as 次 or %. */
  unit: maybe(Type.String({ maxLength: 20 })),
  min: maybe(Type.Number()),
  max: maybe(Type.Number()),
  /** Choices, or answers of a survey. */
  options: maybe(list(Named)),
  /** Kinds of an event list. */
  kinds: maybe(list(Named)),
  /** Levels of an event list, highest first. */
  levels: maybe(list(Named)),
  sources: maybe(list(Named)),
  severities: maybe(list(Named)),
  method: maybe(Id),
  body: maybe(Id),
  /** What stands in for a missing value; `block` leaves it to the criterion's policy. */
  missing: maybe(oneOf('block', 'zero', 'last-year')),
  /** The unit can improve this value by its own work (used to find ways to the next grade). */
  improvable: maybe(Type.Boolean()),
  help: maybe(Text),
  source: Source,
})

/** Which events of a list count; every given part must hold. */
export const EventFilter = closed({
  kinds: maybe(list(Id)),
  levels: maybe(list(Id)),
  sources: maybe(list(Id)),
  severities: maybe(list(Id)),
  from: maybe(Day),
  to: maybe(Day),
  serious: maybe(Type.Boolean()),
  repeated: maybe(Type.Boolean()),
  resolved: maybe(Type.Boolean()),
})

const operation = <N extends string, P extends Type.TProperties>(op: N, properties: P) => closed({ op: Type.Literal(op), ...properties })
const limit = Type.Union([Type.Number(), closed({ fact: Id })])

/** Every operation a derived fact may use, once: its parameters and the kind of its result. */
export const DERIVATIONS = {
  count: { params: operation('count', { events: Id, where: maybe(EventFilter), distinct: maybe(oneOf('achievement', 'document')) }), kind: 'count' },
  sum: { params: operation('sum', { events: Id, where: maybe(EventFilter) }), kind: 'amount' },
  shortfall: { params: operation('shortfall', { fact: Id, target: Points }), kind: 'number' },
  ratio: { params: operation('ratio', { numerator: Id, denominator: Id }), kind: 'ratio' },
  difference: { params: operation('difference', { fact: Id }), kind: 'number' },
  mean: { params: operation('mean', { ratings: Id, minimum: maybe(Type.Integer({ minimum: 1 })) }), kind: 'number' },
  median: { params: operation('median', { ratings: Id, minimum: maybe(Type.Integer({ minimum: 1 })) }), kind: 'number' },
  trimmedMean: { params: operation('trimmedMean', { ratings: Id, drop: Type.Integer({ minimum: 1 }), minimum: maybe(Type.Integer({ minimum: 1 })) }), kind: 'number' },
  /** Number of ratings (files) on which a veto check failed. */
  vetoes: { params: operation('vetoes', { ratings: Id }), kind: 'count' },
  /** Share of answers by weight; options without a weight are left out of the base. */
  survey: { params: operation('survey', { survey: Id, weights: list(closed({ id: Id, weight: Points }), { minItems: 1 }), minimum: maybe(Type.Integer({ minimum: 0 })) }), kind: 'number' },
  /** Weighted mean of facts; `renormalise` leaves missing and not applicable ones out. */
  weighted: { params: operation('weighted', { facts: list(closed({ id: Id, weight: Points }), { minItems: 1 }), missing: oneOf('renormalise', 'block') }), kind: 'number' },
  total: { params: operation('total', { facts: list(Id, { minItems: 1 }) }), kind: 'number' },
  workingDays: { params: operation('workingDays', { from: Id, to: Id }), kind: 'number' },
  /** The unit's place in a ranking made elsewhere. */
  position: { params: operation('position', { ranking: Id }), kind: 'count' },
  /** A statistic of the fact over the units of the category (or all units). */
  pool: { params: operation('pool', { fact: Id, statistic: oneOf('min', 'max', 'mean'), within: oneOf('category', 'all') }), kind: 'number' },
  /** Linear from [low, high] to [toLow, toHigh], held inside. */
  rescale: { params: operation('rescale', { fact: Id, low: limit, high: limit, toLow: Type.Number(), toHigh: Type.Number() }), kind: 'number' },
} as const
export type DerivationType = keyof typeof DERIVATIONS
const params = <T extends DerivationType>(op: T) => DERIVATIONS[op].params as (typeof DERIVATIONS)[T]['params']

export const Derivation = Type.Union([
  params('count'), params('sum'), params('shortfall'), params('ratio'), params('difference'), params('mean'), params('median'),
  params('trimmedMean'), params('vetoes'), params('survey'), params('weighted'), params('total'), params('workingDays'),
  params('position'), params('pool'), params('rescale'),
])
export const DerivedFact = closed({ id: Id, label: Label, unit: maybe(Type.String({ maxLength: 20 })), derive: Derivation, source: Source })
