import type { Calendar } from '../../engine/model/calendar.ts'
import type {
  Cohort, Condition, Criterion, Decision, Derivation, DerivedFact, Fact, FactKind, FactValue, Indicator, Judgement, PastResult, Record as Facts, Rule,
  Ruleset, Source, Unit, AdjustmentClass,
} from '../../engine/index.ts'

/** One worked example of a scoring rule seen in practice. */
export interface Pattern {
  id: string
  what: { en: string; zh: string }
  ruleset: Ruleset
  samples: Sample[]
  /** The samples are units of one cohort; otherwise each is a cohort of its own. */
  together?: boolean
  calendar?: Calendar
  rankings?: Cohort['rankings']
}
/** One unit's record and the result computed by hand; `sum` is the arithmetic. */
export interface Sample {
  sum: string
  id?: string
  category?: string
  attributes?: Unit['attributes']
  predecessors?: string[]
  facts: { [fact: string]: FactValue }
  judgements?: Judgement[]
  decisions?: Decision[]
  exemptions?: Facts['exemptions']
  past?: Past[]
  expect: Expected
}
export type Past = Omit<PastResult, 'unit' | 'state'> & { year: number; period?: number; state?: PastResult['state'] }
export interface Expected {
  state?: 'scored' | 'blocked' | 'stopped'
  base?: string | null
  bonus?: string | null
  deduction?: string | null
  total?: string | null
  grade?: string | null
  rank?: number | null
  pool?: string | null
  /** Exact points, or the state of a criterion that has none. */
  criteria?: { [id: string]: string }
  components?: { [id: string]: string }
  outcomes?: string[]
  /** Flags that must be there. */
  flags?: string[]
  /** Flags that must not be there. */
  without?: string[]
  /** Codes of issues about the unit. */
  issues?: string[]
}

export const assumed: Source = { basis: 'assumed' }
/** Holds whenever a fact is given: for effects that always act. */
export const given = (fact: string): Rule['conditions'] => ({ all: [{ fact, operator: 'hasState', value: 'given' }] })
type Test = Extract<Condition, { fact: string }>
export const test = (fact: string, operator: string, value: Test['value']): Test => ({ fact, operator, value })
export const when = (fact: string, operator: string, value: Test['value']): Rule['conditions'] => ({ all: [test(fact, operator, value)] })
export const all = (...tests: Condition[]): Rule['conditions'] => ({ all: tests })
export const rule = (id: string, conditions: Rule['conditions'], event: Rule['event']): Rule => ({ id, conditions, event, source: assumed })

export const named = (...ids: string[]) => ids.map((id) => ({ id, label: id }))
export const sourced = (...ids: string[]) => ids.map((id) => ({ id, label: id, source: assumed }))
export const fact = (id: string, kind: FactKind, more: Partial<Fact> = {}): Fact => ({ id, label: id, kind, source: assumed, ...more })
export const derived = (id: string, derive: Derivation): DerivedFact => ({ id, label: id, derive, source: assumed })
export const criterion = (id: string, points: number, rules: Rule[], more: Partial<Criterion> = {}): Criterion =>
  ({ id, label: id, method: 'daily', points, start: 'full', rules, source: assumed, ...more })
export const leaf = (id: string, criteria: Criterion[], more: Partial<Indicator> = {}): Indicator => ({ id, label: id, criteria, source: assumed, ...more })
export const bonusClass = (id: string, events: string, tariff: Omit<AdjustmentClass['tariff'][number], 'id' | 'source'>[], more: Partial<AdjustmentClass> = {}): AdjustmentClass =>
  ({ id, label: id, events, tariff: tariff.map((row, i) => ({ id: `t${i + 1}`, source: assumed, ...row })), source: assumed, ...more })
export const component = (id: string, points: number, more: Partial<Ruleset['components'][number]> = {}) => ({ id, label: id, points, source: assumed, ...more })
export const method = (id: string, feeds: string) => ({ id, label: id, component: feeds, source: assumed })
export const band = (grade: string, from?: number) => ({ grade, source: assumed, ...(from === undefined ? {} : { from }) })
export const grading = (bands: Ruleset['gradings'][number]['bands'], more: Partial<Ruleset['gradings'][number]> = {}) => ({ id: 'grading', bands, source: assumed, ...more })
export const pool = (id: string, ...categories: string[]) => ({ id, label: id, categories, source: assumed })

const pointsOf = (indicator: Indicator): number[] => [
  ...(indicator.criteria ?? []).filter((c) => !c.extra).map((c) => c.points),
  ...(indicator.children ?? []).flatMap(pointsOf),
]
/** A small complete ruleset around a fragment: one component that holds the sum of all points, four grades, no adjustments. */
export function ruleset(fragment: Partial<Ruleset>): Ruleset {
  const tenThousandths = (fragment.indicators ?? []).flatMap(pointsOf).reduce((a, b) => a + Math.round(b * 10_000), 0)
  const fullMarks = fragment.fullMarks ?? tenThousandths / 10_000
  return {
    format: 1, scheme: 'sample', year: 2022, version: 1, title: 'Sample', fullMarks, period: { kind: 'year', start: '2022-01-01', end: '2022-12-31' },
    bases: [], clauses: [], categories: sourced('bureau'), attributes: [], bodies: [],
    methods: [method('daily', 'work')], components: [component('work', fullMarks)], facts: [], derived: [], conditions: [], decisionKinds: [], indicators: [],
    bonus: { classes: [] }, deduction: { classes: [] }, verdicts: [], proration: { method: 'ratio', scope: 'base', source: assumed },
    limits: { min: 0, source: assumed }, rounding: { places: 2, mode: 'half-up', stage: 'total', source: assumed },
    grades: sourced('excellent', 'good', 'qualified', 'unqualified'),
    gradings: [grading([band('excellent', 90), band('good', 80), band('qualified', 60), band('unqualified')])],
    ranking: { method: 'standard', pools: [], tieBreaks: [], source: assumed }, history: [], outcomes: [],
    workflow: { stages: [], approvals: [], limits: [], duties: [] }, delegations: [],
    ...fragment,
  }
}
/** A ruleset of criteria under one indicator. */
export const flat = (criteria: Criterion[], more: Partial<Ruleset> = {}): Ruleset => ruleset({ indicators: [leaf('item', criteria)], ...more })
/** One fact `mark` out of so many full marks: for tests of what comes after the base. */
export const marked = (more: Partial<Ruleset> = {}, full = 100): Ruleset => {
  const mark = criterion('mark', full, [rule('mark', given('mark'), { type: 'share', params: { fact: 'mark', target: full } })], { start: 'zero' })
  return ruleset({ indicators: [leaf('item', [mark])], ...more, facts: [fact('mark', 'number'), ...(more.facts ?? [])] })
}

/** What stands beside the units: rankings made elsewhere, results of units that are no more. */
export interface Setting { calendar?: Calendar; rankings?: Cohort['rankings']; history?: Cohort['history'] }
/** The cohort of some samples; units are named by their place unless the sample says otherwise. */
export function cohortOf(rules: Ruleset, samples: readonly Sample[], setting: Setting = {}): Cohort {
  const ids = samples.map((s, i) => s.id ?? `u${i + 1}`)
  const periods = new Map((setting.history ?? []).map((h) => [`${h.year}/${h.period ?? 1}`, { ...h, results: [...h.results] }]))
  samples.forEach((sample, i) => {
    for (const { year, period, ...result } of sample.past ?? []) {
      const key = `${year}/${period ?? 1}`
      const found = periods.get(key) ?? { year, results: [], ...(period === undefined ? {} : { period }) }
      found.results.push({ unit: ids[i] as string, state: 'approved', ...result })
      periods.set(key, found)
    }
  })
  return {
    format: 1, scheme: rules.scheme, year: rules.year, label: 'made up', synthetic: true,
    units: samples.map((s, i) => ({
      id: ids[i] as string, name: ids[i] as string, category: s.category ?? (rules.categories[0] as { id: string }).id, order: i + 1,
      ...(s.attributes ? { attributes: s.attributes } : {}), ...(s.predecessors ? { predecessors: s.predecessors } : {}),
    })),
    records: samples.map((s, i) => ({
      unit: ids[i] as string, facts: s.facts, ...(s.judgements ? { judgements: s.judgements } : {}),
      ...(s.decisions ? { decisions: s.decisions } : {}), ...(s.exemptions ? { exemptions: s.exemptions } : {}),
    })),
    history: [...periods.values()].sort((a, b) => b.year - a.year || (b.period ?? 1) - (a.period ?? 1)),
    ...(setting.rankings ? { rankings: setting.rankings } : {}),
  }
}
