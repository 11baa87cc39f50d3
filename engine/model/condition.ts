import Type from 'typebox'
import { Id, Label, Source, closed, list, maybe } from './id.ts'

/** A name a condition may use: a fact or derived fact, or one of the built-in quantities `unit.*`, `decision.*`, `result.*`, `history.*`. */
export const FactName = Type.String({ pattern: '^((unit|decision|result|history)\\.)?[a-z][A-Za-z0-9_-]{0,63}$' })

const Scalar = Type.Union([Type.Number(), Type.String({ maxLength: 300 }), Type.Boolean()])

/** Definitions of json-rules-engine conditions, without JSONPath, empty groups or mixed nodes. */
export const conditionDefs = {
  Condition: Type.Union([Type.Ref('All'), Type.Ref('Any'), Type.Ref('Not'), Type.Ref('Named'), Type.Ref('Test')]),
  All: closed({ all: list(Type.Ref('Condition'), { minItems: 1 }) }),
  Any: closed({ any: list(Type.Ref('Condition'), { minItems: 1 }) }),
  Not: closed({ not: Type.Ref('Condition') }),
  Named: closed({ condition: Id }),
  Test: closed({
    fact: FactName,
    operator: Id,
    value: Type.Union([Scalar, list(Scalar), closed({ fact: FactName })]),
  }),
  /** A condition that json-rules-engine takes at the top of a rule. */
  TopCondition: Type.Union([Type.Ref('All'), Type.Ref('Any'), Type.Ref('Not'), Type.Ref('Named')]),
  SharedCondition: closed({ id: Id, label: Label, conditions: Type.Ref('TopCondition'), source: maybe(Source) }),
}
