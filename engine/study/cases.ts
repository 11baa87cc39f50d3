import type { CaseFile } from '../model/case.ts'
import type { Cohort } from '../model/record.ts'
import type { Ruleset } from '../model/ruleset.ts'
import type { Sheet } from '../model/sheet.ts'
import { score, type ScoreOptions } from '../score/score.ts'

type Case = CaseFile['cases'][number]
type Expected = Case['expect'][number]
/** Where a result is not the expected one; `what` is a part of the sheet, such as `total` or `criteria/<id>`. */
export interface CaseDiff { unit: string; what: string; expected: string | number | null; got: string | number | null }
export interface CaseResult { id: string; title: string; passed: boolean; diffs: CaseDiff[] }

/** Scores each worked case by itself and lists what differs from the results computed by hand. */
export function runCases(ruleset: Ruleset, file: CaseFile, options: Omit<ScoreOptions, 'trace'> = {}): CaseResult[] {
  return file.cases.map((one) => {
    const { sheets } = score(ruleset, cohortOf(ruleset, file, one), { ...options, trace: false })
    const diffs = one.expect.flatMap((expected) => compare(expected, sheets.find((s) => s.unit === expected.unit)))
    return { id: one.id, title: one.title, passed: diffs.length === 0, diffs }
  })
}

/** The units of a case: the baseline with what each says of its own. */
function cohortOf(ruleset: Ruleset, { baseline }: CaseFile, one: Case): Cohort {
  return {
    format: 1, scheme: ruleset.scheme, year: ruleset.year, label: one.title, synthetic: true, history: one.history ?? [],
    units: one.units.map(({ id, category, attributes, predecessors }, order) => ({
      id, name: id, category: category ?? baseline.category, order, attributes: { ...baseline.attributes, ...attributes }, ...(predecessors ? { predecessors } : {}),
    })),
    records: one.units.map(({ id, facts, without, judgements, decisions }) => ({
      unit: id, facts: Object.fromEntries(Object.entries({ ...baseline.facts, ...facts }).filter(([fact]) => !without?.includes(fact))),
      ...(judgements ? { judgements } : {}), ...(decisions ? { decisions } : {}),
    })),
  }
}

const PARTS = ['state', 'base', 'bonus', 'deduction', 'total', 'grade', 'rank'] as const

/** Only what is expected is compared; outcomes and flags must be there, the excluded outcomes must not. */
function compare(expected: Expected, sheet: Sheet | undefined): CaseDiff[] {
  const diffs: CaseDiff[] = []
  const check = (what: string, want: string | number | null, got: string | number | null): void => {
    if (want !== got) diffs.push({ unit: expected.unit, what, expected: want, got })
  }
  if (!sheet) return [{ unit: expected.unit, what: 'unit', expected: expected.unit, got: null }]
  for (const part of PARTS) {
    const want = expected[part]
    if (want !== undefined) check(part, want, sheet[part])
  }
  for (const { id, earned } of expected.criteria ?? []) {
    const found = sheet.criteria.find((c) => c.id === id)
    check(`criteria/${id}`, earned, found ? found.earned : 'unknown')
  }
  const fired = sheet.outcomes.map((o) => o.rule)
  for (const id of expected.outcomes ?? []) check(`outcomes/${id}`, id, fired.includes(id) ? id : null)
  for (const id of expected.noOutcomes ?? []) check(`outcomes/${id}`, null, fired.includes(id) ? id : null)
  for (const flag of expected.flags ?? []) check(`flags/${flag}`, flag, sheet.flags.includes(flag) ? flag : null)
  return diffs
}
