import Type, { type Static } from 'typebox'
import { Day, Id, Label, Text, Year, closed, list, maybe, oneOf } from './id.ts'

const Key = Type.String({ minLength: 1, maxLength: 120 })
/** One event of a list: an award, a criticism, a late report. */
export const EventItem = closed({
  id: Key,
  kind: Id,
  date: Day,
  level: maybe(Id),
  source: maybe(Id),
  severity: maybe(Id),
  title: maybe(Label),
  /** Events of one achievement share this key. */
  achievement: maybe(Key),
  document: maybe(Label),
  amount: maybe(Type.Number()),
  serious: maybe(Type.Boolean()),
  repeatedOf: maybe(Key),
  resolved: maybe(Type.Boolean()),
  evidence: maybe(list(Label)),
  /** Already counted in the period before. */
  claimed: maybe(Type.Boolean()),
})
/** One rating of a unit, or one reviewed file. */
export const Rating = closed({
  id: maybe(Key), by: maybe(Key), value: Type.Number(), recused: maybe(Type.Boolean()), vetoes: maybe(list(Label)),
})
const Ratio = closed({ numerator: Type.Number(), denominator: Type.Number() })
const SurveyCounts = closed({ answers: list(closed({ id: Id, count: Type.Integer({ minimum: 0 }) })) })
/** A value that is not there: missing, or not applicable by a decision with its reason. */
const Absent = closed({ state: oneOf('missing', 'not-applicable'), reason: maybe(Text), by: maybe(Label) })

export const FactValue = Type.Union([
  Type.Number(), Type.Boolean(), Type.String({ maxLength: 400 }), Ratio, SurveyCounts, Absent, list(EventItem), list(Rating),
])
/** Points an assessor chose within a rule's range, with the reason. */
export const Judgement = closed({ criterion: Id, rule: Id, points: Type.Number(), reason: maybe(Text), by: maybe(Label) })
export const Decision = closed({
  id: Key, kind: Id, amount: maybe(Type.Number()), reason: maybe(Text), approver: maybe(Label), document: maybe(Label), date: maybe(Day), secondPerson: maybe(Label),
})
/** A criterion or indicator declared not applicable to the unit, with the reason. */
export const Exemption = closed({ id: Id, reason: Text, by: Label })

export const Record = closed({
  unit: Id,
  facts: Type.Record(Type.String(), FactValue),
  judgements: maybe(list(Judgement)),
  decisions: maybe(list(Decision)),
  exemptions: maybe(list(Exemption)),
})
export const Unit = closed({
  id: Id, name: Label, category: Id,
  /** Place in the institutional order. */
  order: Type.Integer(),
  attributes: maybe(Type.Record(Type.String(), Type.Union([Type.Boolean(), Type.Number(), Type.String({ maxLength: 300 })]))),
  predecessors: maybe(list(Id)),
  note: maybe(Text),
})
/** A unit's result of an earlier period. */
export const PastResult = closed({
  unit: Id, total: maybe(Type.String({ pattern: '^-?\\d+(\\.\\d+)?$' })), grade: maybe(Id), rank: maybe(Type.Integer({ minimum: 1 })),
  state: oneOf('approved', 'provisional'), vetoed: maybe(Type.Boolean()),
  facts: maybe(Type.Record(Type.String(), Type.Number())),
  criteria: maybe(list(closed({ id: Id, earned: Type.String() }))),
})
export const Cohort = closed({
  $schema: maybe(Type.String()),
  format: Type.Literal(1),
  scheme: Id,
  year: Year,
  label: Label,
  /** Made-up data: shown wherever it is used. */
  synthetic: Type.Boolean(),
  note: maybe(Text),
  units: list(Unit),
  records: list(Record),
  /** Earlier periods, newest first. */
  history: list(closed({ year: Year, period: maybe(Type.Integer({ minimum: 1, maximum: 4 })), results: list(PastResult) })),
  rankings: maybe(list(closed({ id: Id, label: Label, places: list(closed({ unit: Id, place: Type.Integer({ minimum: 1 }) })) }))),
})
export const CohortSchema = Cohort

export type EventItem = Static<typeof EventItem>
export type Rating = Static<typeof Rating>
export type FactValue = Static<typeof FactValue>
export type Judgement = Static<typeof Judgement>
export type Decision = Static<typeof Decision>
export type Exemption = Static<typeof Exemption>
export type Record = Static<typeof Record>
export type Unit = Static<typeof Unit>
export type PastResult = Static<typeof PastResult>
export type Cohort = Static<typeof Cohort>
