import type { CaseFile } from '../model/case.ts'
import type { Cohort } from '../model/record.ts'
import type { Ruleset } from '../model/ruleset.ts'
import type { Sheet } from '../model/sheet.ts'
import { score, type ScoreOptions } from '../score/score.ts'

export type Case = CaseFile['cases'][number]
type Expected = Case['expect'][number]
type Options = Omit<ScoreOptions, 'trace'>
/** Where a result is not the expected one; `what` is a part of the sheet, such as `total` or `criteria/<id>`. */
export interface CaseDiff { unit: string; what: string; expected: string | number | null; got: string | number | null }
/** One thing a case expects, and what came out. */
export interface CaseLine extends CaseDiff { passed: boolean }
export interface CaseResult { id: string; title: string; passed: boolean; diffs: CaseDiff[] }

/** Scores each worked case by itself and lists what differs from the results computed by hand. */
export function runCases(ruleset: Ruleset, file: CaseFile, options: Options = {}): CaseResult[] {
  return file.cases.map((one) => {
    const { sheets } = score(ruleset, cohortOf(ruleset, file, one), { ...options, trace: false })
    const diffs = linesOf(one, sheets).filter((line) => !line.passed).map(({ unit, what, expected, got }) => ({ unit, what, expected, got }))
    return { id: one.id, title: one.title, passed: diffs.length === 0, diffs }
  })
}

/** One case scored with all reasons: its sheets, and every expectation beside what came out. */
export function workCase(ruleset: Ruleset, file: CaseFile, one: Case, options: Options = {}): { lines: CaseLine[]; sheets: Sheet[] } {
  const { sheets } = score(ruleset, cohortOf(ruleset, file, one), options)
  return { lines: linesOf(one, sheets), sheets }
}
const linesOf = (one: Case, sheets: readonly Sheet[]): CaseLine[] => one.expect.flatMap((expected) => compare(expected, sheets.find((s) => s.unit === expected.unit)))

/** The units of a case: the baseline with what each says of its own. */
export function cohortOf(ruleset: Ruleset, { baseline }: CaseFile, one: Case): Cohort {
  return {
    format: 1, scheme: ruleset.scheme, year: ruleset.year, label: one.title, synthetic: true, history: one.history ?? [],
    units: one.units.map(({ id, category, attributes, predecessors }, order) => ({
      id, name: id, category: category ?? baseline.category, order, attributes: { ...baseline.attributes, ...attributes }, ...(predecessors ? { predecessors } : {}),
    })),
    records: one.units.map(({ id, facts, without, judgements, decisions, exemptions }) => ({
      unit: id, facts: Object.fromEntries(Object.entries({ ...baseline.facts, ...facts }).filter(([fact]) => !without?.includes(fact))),
      ...(judgements ? { judgements } : {}), ...(decisions ? { decisions } : {}), ...(exemptions ? { exemptions } : {}),
    })),
  }
}

const PARTS = ['state', 'base', 'bonus', 'deduction', 'total', 'grade', 'rank'] as const

/** Only what is expected is compared; outcomes and flags must be there, the excluded outcomes must not. */
function compare(expected: Expected, sheet: Sheet | undefined): CaseLine[] {
  const { unit } = expected
  if (!sheet) return [{ unit, what: 'unit', expected: unit, got: null, passed: false }]
  const line = (what: string, want: CaseDiff['expected'], got: CaseDiff['got']): CaseLine => ({ unit, what, expected: want, got, passed: want === got })
  const fired = sheet.outcomes.map((o) => o.rule)
  return [
    ...PARTS.flatMap((part) => (expected[part] === undefined ? [] : [line(part, expected[part], sheet[part])])),
    ...(expected.criteria ?? []).map(({ id, earned }) => {
      const found = sheet.criteria.find((c) => c.id === id)
      return line(`criteria/${id}`, earned, found ? found.earned : 'unknown')
    }),
    ...(expected.outcomes ?? []).map((id) => line(`outcomes/${id}`, id, fired.includes(id) ? id : null)),
    ...(expected.noOutcomes ?? []).map((id) => line(`outcomes/${id}`, null, fired.includes(id) ? id : null)),
    ...(expected.flags ?? []).map((flag) => line(`flags/${flag}`, flag, sheet.flags.includes(flag) ? flag : null)),
  ]
}
