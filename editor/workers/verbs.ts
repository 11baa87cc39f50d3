import { apply, caseFrom, compile, crossCheck, dataProblem, evaluate, examine, hits, loadColumns, parse, probe, reloadColumns, rows, runCases, score, validateCohort, withRuleset, workCase, type AskedIn, type Calendar, type Case, type CaseFile, type CaseLine, type CaseResult, type Examined, type Lang, type Problem, type Cohort, type Columns, type Compiled, type Condition, type Issue, type Probe, type Row, type Rule, type Ruleset, type Sheet, type Step } from '../../engine/index.ts'

/** What the worker holds: the open document, the version it came from, the sample, and the working days that are counted by. */
export interface Held { ruleset: Ruleset; base: Ruleset; cohort: Cohort; calendar?: Calendar | null }
/** A cohort scored: a row for each unit, and for each rule (`<criterion>/<rule>`) how many units it hits. */
export interface Rows { rows: Row[]; hits: { [rule: string]: number }; ms: number }

const LARGEST_DATA = 8_000_000
const days = ({ calendar }: Pick<Held, 'calendar'>): { calendar?: Calendar } => (calendar ? { calendar } : {})
let columns: Columns | null = null
let compiled: Compiled | null = null
/** Scores the sample over columns that are kept from one document to the next: only what changed is computed again. */
function scoreAll(ruleset: Ruleset, held: Pick<Held, 'cohort' | 'calendar'>): Rows {
  const { cohort } = held
  const started = performance.now()
  compiled = compiled ? withRuleset(compiled, ruleset) : compile(ruleset)
  columns = columns?.cohort === cohort ? reloadColumns(compiled, columns) : loadColumns(compiled, cohort, days(held))
  const results = evaluate(compiled, columns)
  return { rows: rows(results), hits: hits(results), ms: performance.now() - started }
}

/** Everything the worker can be asked; each verb gets what is held and its own arguments. */
export const verbs = {
  /** Takes the documents and the sample; all later questions are about them. */
  open: (held: Held, next: Held): void => void Object.assign(held, next),
  /** Brings the held document up to date. */
  change: (held: Held, steps: Step[]): void => {
    held.ruleset = apply(held.ruleset, steps)
  },
  /** Brings the held document up to date and scores it. */
  rows: (held: Held, steps: Step[] = []): Rows => {
    if (steps.length) held.ruleset = apply(held.ruleset, steps)
    return scoreAll(held.ruleset, held)
  },
  baseRows: (held: Held): Rows => scoreAll(held.base, held),
  /** What is wrong with the sample's data, by the document. */
  dataIssues: (held: Held): Issue[] => score(held.ruleset, held.cohort, { ...days(held), trace: false }).issues,
  /** A text as the data of units, and what is wrong in them by the document; null for what is no cohort. */
  readCohort: (held: Held, text: string): { cohort: Cohort | null; issues: Issue[] } => {
    const { value, issues } = parse(text, { bytes: LARGEST_DATA })
    if (value === undefined) return { cohort: null, issues }
    const { cohort = null, issues: found } = validateCohort(held.ruleset, value)
    return { cohort, issues: found }
  },
  /** One unit with all its reasons. */
  sheet: (held: Held, unit: string): Sheet | null => score(held.ruleset, held.cohort, days(held)).sheets.find((s) => s.unit === unit) ?? null,
  /** How a condition (of a rule) is decided for one unit. */
  probe: (held: Held, unit: string, condition: Condition, phase: AskedIn, rule?: Rule): Probe => probe(held.ruleset, held.cohort, unit, condition, { ...days(held), phase, ...(rule ? { rule } : {}) }),
  /** All that is wrong with the document, with ways to mend it; `cases` tell which rules have none. */
  examine: (held: Held, cases?: CaseFile): Examined => examine(held.ruleset, { cohort: held.cohort, ...(cases ? { cases } : {}) }),
  /** Where the two evaluators differ on the sample. */
  compareEvaluators: async (held: Held): Promise<Problem[]> => (await crossCheck(held.ruleset, held.cohort, { ...days(held), trace: false })).issues.map(dataProblem),
  /** Every worked case against what it expects. */
  cases: (held: Held, file: CaseFile): CaseResult[] => runCases(held.ruleset, file, days(held)),
  /** One worked case with all it expects and what came out. */
  workCase: (held: Held, file: CaseFile, one: Case): { lines: CaseLine[]; sheets: Sheet[] } => workCase(held.ruleset, file, one, days(held)),
  /** A worked case made of a unit of the sample. */
  caseFrom: (held: Held, file: CaseFile, unit: string, lang: Lang): { one: Case; alone: boolean } =>
    caseFrom(held.ruleset, file, held.cohort, unit, score(held.ruleset, held.cohort, { ...days(held), trace: false }).sheets.find((s) => s.unit === unit), lang, days(held)),
}

export type { Row }
export type Verbs = typeof verbs
export type Verb = keyof Verbs
export type Args<V extends Verb> = Parameters<Verbs[V]> extends [Held, ...infer A] ? A : never
export type Answer<V extends Verb> = Awaited<ReturnType<Verbs[V]>>
