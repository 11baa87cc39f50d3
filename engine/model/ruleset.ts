import Type, { type Static } from 'typebox'
import { Day, Id, Label, Points, Source, Text, Year, closed, list, maybe, oneOf } from './id.ts'
import { conditionDefs } from './condition.ts'
import { effectDefs } from './effects.ts'
import { Derivation, DerivedFact, EventFilter, Fact, FactKind, Named } from './fact.ts'

const Ids = list(Id)
const Ref = Type.Ref
export const MissingPolicy = oneOf('block', 'zero', 'exclude-and-prorate', 'category-mean', 'last-year')
const RoundingMode = oneOf('half-up', 'half-even', 'down')

const defs = {
  ...conditionDefs,
  ...effectDefs,
  /** json-rules-engine's own rule, with an id and a source. */
  Rule: closed({ id: Id, label: maybe(Label), conditions: Ref('TopCondition'), event: Ref('Effect'), source: Source }),
  /** A limit on what several rules of one criterion may take (or give) together. */
  CauseCap: closed({ id: Id, label: maybe(Label), rules: list(Id, { minItems: 1 }), points: Points, source: Source }),
  Criterion: closed({
    id: Id,
    label: Label,
    method: Id,
    points: Points,
    start: oneOf('full', 'zero'),
    /** Points outside the maximum: can only be won on top. */
    extra: maybe(Type.Boolean()),
    bodies: maybe(list(closed({ id: Id, weight: maybe(Points) }))),
    evidence: maybe(list(Label)),
    applies: maybe(Ref('Condition')),
    /** Not applicable when `all` its rules are, or when `any` is. */
    notApplicable: maybe(oneOf('all', 'any')),
    missing: maybe(MissingPolicy),
    rules: list(Ref('Rule')),
    caps: maybe(list(Ref('CauseCap'))),
    source: Source,
  }),
  Indicator: closed({
    id: Id,
    label: Label,
    /** Declared points; must equal what stands below. */
    points: maybe(Points),
    number: maybe(Type.String({ maxLength: 20 })),
    applies: maybe(Ref('Condition')),
    mandatory: maybe(Type.Boolean()),
    /** The most that may be lost under this node. */
    lossCap: maybe(Points),
    tags: maybe(list(Label)),
    retired: maybe(closed({ year: Year, reason: Text })),
    children: maybe(list(Ref('Indicator'))),
    criteria: maybe(list(Ref('Criterion'))),
    source: Source,
  }),
  /** An adjustment only if the base stands above (or at) a number of points. */
  Gate: closed({ points: Points, operator: oneOf('greaterThan', 'greaterThanInclusive'), rounded: maybe(Type.Boolean()), source: Source }),
  Tariff: closed({ id: Id, kind: maybe(Id), level: maybe(Id), severity: maybe(Id), points: Points, source: Source }),
  AdjustmentClass: closed({
    id: Id,
    label: Label,
    events: Id,
    tariff: list(Ref('Tariff'), { minItems: 1 }),
    dedupe: maybe(closed({ by: oneOf('achievement', 'document'), keep: oneOf('highest', 'reduced'), shares: maybe(list(Points)) })),
    /** Events dated in the period count; `unclaimed` also takes those of the period before that were not counted then. */
    carryOver: maybe(oneOf('none', 'unclaimed')),
    evidenceRequired: maybe(Type.Boolean()),
    cap: maybe(Points),
    applies: maybe(Ref('Condition')),
    source: Source,
  }),
  AdjustmentSide: closed({
    classes: list(Ref('AdjustmentClass')),
    rules: maybe(list(Ref('Rule'))),
    gate: maybe(Ref('Gate')),
    /** `hard` never lifts; `soft` lifts by a complete decision of the named kind. */
    cap: maybe(closed({ kind: oneOf('hard', 'soft'), points: Points, override: maybe(Id), source: Source })),
  }),
  Verdict: closed({
    id: Id,
    label: Label,
    conditions: maybe(Ref('TopCondition')),
    effect: Type.Union([
      /** A rating (file) that fails a veto check counts 0. */
      closed({ type: Type.Literal('zero-file'), ratings: Id }),
      closed({ type: Type.Literal('zero-item'), indicator: Id }),
      closed({ type: Type.Literal('fix-total'), points: Points }),
      closed({ type: Type.Literal('stop'), grade: Id }),
      /** The best grade still open. */
      closed({ type: Type.Literal('cap-grade'), grade: Id }),
    ]),
    source: Source,
  }),
  Grading: closed({
    id: Id,
    label: maybe(Label),
    /** Categories it grades; none named = all others. */
    categories: maybe(Ids),
    /** From (inclusive) to below (exclusive; none = the next band's start, or no end). */
    bands: list(closed({ grade: Id, from: maybe(Type.Number()), below: maybe(Type.Number()), source: Source }), { minItems: 1 }),
    quotas: maybe(list(closed({
      grade: Id,
      share: maybe(Points),
      places: maybe(Type.Integer({ minimum: 0 })),
      rounding: oneOf('down', 'half-up', 'up'),
      /** Equals at the cut: all get the grade, or none of them. */
      equals: oneOf('all', 'none'),
      /** A place left by a unit that may not have the grade passes on, or lapses. */
      unfilled: oneOf('pass', 'lapse'),
      /** Counted per category (default) or over all units of this grading. */
      within: maybe(oneOf('category', 'grading')),
      source: Source,
    }))),
    /** A unit may have the grade only if this holds. */
    requires: maybe(list(closed({ id: Id, grade: Id, conditions: Ref('TopCondition'), source: Source }))),
    source: Source,
  }),
  Outcome: closed({
    id: Id,
    label: Label,
    type: oneOf('copy', 'letter', 'commendation', 'reward', 'recommendation', 'warning', 'interview', 'rectification', 'criticism', 'referral', 'notice'),
    conditions: Ref('TopCondition'),
    recipients: maybe(list(closed({ body: maybe(Id), attribute: maybe(Id), unit: maybe(Type.Boolean()) }))),
    /** Automatic, or one of several a named decision chooses. */
    by: oneOf('rule', 'choice'),
    proposedTo: maybe(Ids),
    text: maybe(Text),
    source: Source,
  }),
  History: Type.Union([
    closed({
      id: Id, label: Label, type: Type.Literal('streak'), grades: list(Id, { minItems: 1 }),
      /** A merged unit goes on only if every predecessor qualifies. */
      merged: oneOf('all-predecessors', 'new-unit'),
      /** Does a vetoed year count? */
      vetoed: Type.Boolean(), source: Source,
    }),
    closed({
      id: Id, label: Label, type: Type.Literal('regression'), places: maybe(Points), points: maybe(Points), grades: maybe(Points),
      incomparable: maybe(list(Year)), source: Source,
    }),
    closed({
      id: Id, label: Label, type: Type.Literal('last'), count: Type.Integer({ minimum: 1 }), minimumPool: Type.Integer({ minimum: 1 }),
      ties: oneOf('include', 'exclude'), exempt: maybe(Ids), source: Source,
    }),
  ]),
  Ruleset: closed({
    $schema: maybe(Type.String()),
    format: Type.Literal(1),
    scheme: Id,
    year: Year,
    version: Type.Integer({ minimum: 1 }),
    title: Label,
    jurisdiction: maybe(Label),
    summary: maybe(Text),
    /** Full content of the scheme, before adjustments. */
    fullMarks: Points,
    period: closed({ kind: oneOf('year', 'half-year', 'quarter'), start: Day, end: Day }),
    basedOn: maybe(closed({ scheme: Id, year: Year, version: Type.Integer({ minimum: 1 }), hash: maybe(Type.String({ maxLength: 128 })) })),
    document: maybe(closed({ title: Label, published: maybe(Day), number: maybe(Label), note: maybe(Text) })),
    bases: list(closed({ id: Id, title: Label, number: maybe(Label), from: maybe(Year), to: maybe(Year), source: Source })),
    /** The clauses of the source document by id, with a summary of our own; `textOnly` says why nothing computes it. */
    clauses: list(closed({ id: Type.String({ minLength: 1, maxLength: 40 }), summary: Label, textOnly: maybe(Label) })),
    glossary: maybe(list(closed({ id: Id, term: Label, meaning: Text, source: Source }))),
    categories: list(closed({ id: Id, label: Label, source: Source }), { minItems: 1 }),
    categoryGroups: maybe(list(closed({ id: Id, label: Label, categories: Ids, source: Source }))),
    attributes: list(closed({ id: Id, label: Label, kind: oneOf('boolean', 'choice', 'number', 'text'), options: maybe(list(Named)), source: Source })),
    bodies: list(closed({ id: Id, label: Label, role: oneOf('organising', 'assessing', 'approving', 'survey', 'review', 'recipient', 'delegate'), source: Source })),
    methods: list(closed({ id: Id, label: Label, component: maybe(Id), reference: maybe(Type.Boolean()), source: Source })),
    components: list(closed({ id: Id, label: Label, points: Points, missing: maybe(MissingPolicy), source: Source })),
    facts: list(Fact),
    derived: list(DerivedFact),
    conditions: list(Ref('SharedCondition')),
    decisionKinds: list(closed({
      id: Id, label: Label, requires: list(oneOf('amount', 'reason', 'approver', 'document', 'date', 'secondPerson')), source: Source,
    })),
    missing: maybe(closed({ policy: MissingPolicy, source: Source })),
    indicators: list(Ref('Indicator')),
    bonus: Ref('AdjustmentSide'),
    deduction: Ref('AdjustmentSide'),
    verdicts: list(Ref('Verdict')),
    proration: closed({ method: oneOf('ratio', 'redistribute', 'none'), scope: oneOf('base', 'component'), minimumBase: maybe(Points), source: Source }),
    limits: closed({ min: maybe(Type.Number()), max: maybe(Type.Number()), source: Source }),
    rounding: closed({ places: Type.Integer({ minimum: 0, maximum: 4 }), mode: RoundingMode, stage: oneOf('total', 'components-and-total'), source: Source }),
    /** Grades from best to worst. */
    grades: list(closed({ id: Id, label: Label, source: Source }), { minItems: 1 }),
    gradings: list(Ref('Grading'), { minItems: 1 }),
    ranking: closed({
      method: oneOf('standard', 'dense'),
      pools: list(closed({ id: Id, label: Label, categories: Ids, where: maybe(Ref('Condition')), source: Source })),
      /** Compared in order among equals; what remains equal shares a place. */
      tieBreaks: list(closed({
        id: Id, quantity: oneOf('base', 'component', 'indicator', 'attribute'), of: maybe(Id), order: oneOf('high', 'low'), source: Source,
      })),
      source: Source,
    }),
    history: list(Ref('History')),
    outcomes: list(Ref('Outcome')),
    workflow: closed({
      stages: list(closed({ id: Id, label: Label, source: Source })),
      approvals: list(closed({ id: Id, label: Label, of: oneOf('plan', 'results', 'rewards'), by: Ids, proposedBy: maybe(Ids), source: Source })),
      limits: list(closed({
        id: Id, label: Label, days: Type.Integer({ minimum: 0 }), unit: oneOf('working', 'calendar'),
        /** What starts the clock. */
        startsAt: oneOf('delivery', 'reading', 'end-of-limit', 'decision'), after: maybe(Id), together: maybe(Ids), source: Source,
      })),
      duties: list(closed({ id: Id, label: Label, source: Source })),
    }),
    delegations: list(closed({
      id: Id, label: Label, to: Ids, level: oneOf('city', 'delegate', 'own'), categories: maybe(Ids), units: maybe(Label),
      effect: oneOf('direct', 'imported', 'own-scheme'), source: Source,
    })),
  }),
}

const Module = Type.Module(defs)
/** The ruleset's JSON Schema (2020-12); every TypeScript type below is read off it. */
export const RulesetSchema = Module.Ruleset

export type Ruleset = Static<typeof Module.Ruleset>
export type Indicator = Static<typeof Module.Indicator>
export type Criterion = Static<typeof Module.Criterion>
export type Rule = Static<typeof Module.Rule>
export type Effect = Static<typeof Module.Effect>
export type Condition = Static<typeof Module.Condition>
export type Test = Static<typeof Module.Test>
export type Verdict = Static<typeof Module.Verdict>
export type Grading = Static<typeof Module.Grading>
export type AdjustmentSide = Static<typeof Module.AdjustmentSide>
export type AdjustmentClass = Static<typeof Module.AdjustmentClass>
export type Outcome = Static<typeof Module.Outcome>
export type History = Static<typeof Module.History>
export type Fact = Static<typeof Fact>
export type FactKind = Static<typeof FactKind>
export type DerivedFact = Static<typeof DerivedFact>
export type Derivation = Static<typeof Derivation>
export type EventFilter = Static<typeof EventFilter>
export type MissingPolicy = Static<typeof MissingPolicy>
export type RoundingMode = Static<typeof RoundingMode>
