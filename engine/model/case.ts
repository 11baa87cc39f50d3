import Type, { type Static } from 'typebox'
import { Id, Label, Text, Year, closed, list, maybe, oneOf } from './id.ts'
import { Decision, Exemption, FactValue, Judgement, PastResult, Unit } from './record.ts'

/** A unit of a worked case: what differs from the baseline. */
const CaseUnit = closed({
  id: Id,
  category: maybe(Id),
  attributes: Unit.properties.attributes,
  predecessors: maybe(list(Id)),
  facts: maybe(Type.Record(Type.String(), FactValue)),
  /** Facts of the baseline that are left out. */
  without: maybe(list(Id)),
  judgements: maybe(list(Judgement)),
  decisions: maybe(list(Decision)),
  exemptions: maybe(list(Exemption)),
})
const Expected = closed({
  unit: Id,
  state: maybe(oneOf('scored', 'blocked', 'stopped')),
  base: maybe(Type.String()), bonus: maybe(Type.String()), deduction: maybe(Type.String()), total: maybe(Type.String()),
  grade: maybe(Id),
  rank: maybe(Type.Union([Type.Integer(), Type.Null()])),
  criteria: maybe(list(closed({ id: Id, earned: Type.Union([Type.String(), Type.Null()]) }))),
  /** These outcomes fire, */
  outcomes: maybe(list(Id)),
  /** and these do not. */
  noOutcomes: maybe(list(Id)),
  flags: maybe(list(Type.String())),
})
export const CaseFile = closed({
  format: Type.Literal(1), scheme: Id, year: Year, note: maybe(Text),
  /** The unit all cases start from. */
  baseline: closed({ category: Id, attributes: Unit.properties.attributes, facts: Type.Record(Type.String(), FactValue) }),
  cases: list(closed({
    id: Id, title: Label, clause: maybe(Label),
    /** The computation by hand, line by line. */
    arithmetic: list(Text),
    units: list(CaseUnit, { minItems: 1 }),
    history: maybe(list(closed({ year: Year, results: list(PastResult) }))),
    expect: list(Expected, { minItems: 1 }),
  })),
})
export type CaseFile = Static<typeof CaseFile>
