import { canonical } from '../model/canonical.ts'
import type { Issue } from '../model/issue.ts'
import type { Cohort } from '../model/record.ts'
import type { Ruleset } from '../model/ruleset.ts'
import type { Scored, Sheet } from '../model/sheet.ts'
import { compile } from './columns/compile.ts'
import { evaluate } from './columns/evaluate.ts'
import { load } from './columns/load.ts'
import { sheets } from './columns/sheets.ts'
import { score, scoreReference, type ScoreOptions } from './score.ts'

const PARTS = ['state', 'base', 'bonus', 'deduction', 'total', 'grade', 'rank', 'pool', 'flags', 'components', 'outcomes'] as const

/** Differences between two scorings, unit by unit and rule by rule; empty when they agree. */
export function differences(a: Scored, b: Scored): Issue[] {
  return a.sheets.flatMap((sheet, i) => {
    const other = b.sheets[i]
    return other ? between(sheet, other) : [disagree(sheet, 'unit', sheet.unit, '')]
  })
}
function between(a: Sheet, b: Sheet): Issue[] {
  const rules = a.criteria.flatMap((criterion, i) => {
    const other = b.criteria[i]
    const same = other && canonical(criterion) === canonical(other)
    return same ? [] : [disagree(a, criterion.path, criterion.fired.join(' '), other?.fired.join(' ') ?? '')]
  })
  const parts = PARTS.flatMap((part) => (canonical(a[part]) === canonical(b[part]) ? [] : [disagree(a, part, canonical(a[part]), canonical(b[part]))]))
  return [...rules, ...parts]
}
const disagree = (sheet: Sheet, what: string, one: string, other: string): Issue => ({
  level: 'error', code: 'evaluators.disagree', path: `records/${sheet.unit}`, values: { unit: sheet.unit, what, one, other },
  message: `evaluators.disagree: ${sheet.unit}, ${what}: ${one} against ${other}`,
})

/** Scores unit by unit, over columns, and by json-rules-engine; every difference between the last and either other is an issue that blocks release. */
export async function crossCheck(ruleset: Ruleset, cohort: Cohort, options: ScoreOptions = {}): Promise<{ scored: Scored; issues: Issue[] }> {
  const scored = score(ruleset, cohort, options)
  const reference = await scoreReference(ruleset, cohort, { ...options, trace: false })
  const compiled = compile(ruleset)
  const columns: Scored = { ...scored, sheets: sheets(evaluate(compiled, load(compiled, cohort, options))) }
  return { scored, issues: [...differences(scored, reference), ...differences(columns, reference)] }
}
