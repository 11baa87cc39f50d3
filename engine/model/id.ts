import Type, { type Static } from 'typebox'

/** An ASCII name, unique in its list; names that JavaScript objects own are refused. */
export const Id = Type.String({ pattern: '^(?!(constructor|prototype)$)[a-z][A-Za-z0-9_-]{0,63}$' })
export const Label = Type.String({ minLength: 1, maxLength: 300 })
export const Text = Type.String({ maxLength: 4000 })
/** Points, rates, thresholds: a plain decimal with at most four places. */
export const Points = Type.Number({ minimum: 0, maximum: 1_000_000 })
/** A calendar day, YYYY-MM-DD. */
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
export const Year = Type.Integer({ minimum: 1900, maximum: 2200 })

/** Where a value comes from: the clause of the source document, and whether the document gives it. */
export const Source = Type.Object(
  {
    clause: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    basis: Type.Union([Type.Literal('scheme'), Type.Literal('plan'), Type.Literal('assumed')]),
    note: Type.Optional(Text),
  },
  { additionalProperties: false },
)
export type Source = Static<typeof Source>

/** A closed object: unknown properties are refused. */
export const closed = <P extends Type.TProperties>(properties: P) =>
  Type.Object(properties, { additionalProperties: false })

/** A choice among literals. */
export const oneOf = <const L extends string[]>(...values: [...L]) => Type.Enum(values)

export const list = <T extends Type.TSchema>(item: T, options: Type.TArrayOptions = {}) => Type.Array(item, options)
export const maybe = <T extends Type.TSchema>(item: T) => Type.Optional(item)
