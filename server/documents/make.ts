import { attribute, compare, editsOf, hashOf, synthetic, validate, validateCohort, type Calendar, type Cohort, type Issue, type Lang } from '../../engine/index.ts'
import { impactReport, type Day } from './impact.ts'
import type { Report } from './report.ts'
import { revisionReport, type Side } from './revision.ts'
import { sheetFile } from './sheet.ts'
import { wordFile } from './word.ts'

export type Kind = 'docx' | 'xlsx'
/** A version as it lies in the store: not yet known to be a ruleset. */
export interface Given { document: unknown; draft: boolean }
/** What a document is asked to tell; `cohort` may be a number of units to be made up. */
export type Asked =
  | { report: 'revision'; a: Given; b: Given; lang: Lang; reasons: ReadonlyMap<string, string> }
  | { report: 'impact'; a: Given; b: Given; lang: Lang; cohort: Cohort | number; calendar?: Calendar; made: Day }
/** Why there is no document, with the first errors. */
export interface Refused { refused: 'version.unfit' | 'cohort.unfit'; issues: Issue[] }
export type Made = { name: string; bytes: Uint8Array } | Refused

const errorsOf = (issues: readonly Issue[]): Issue[] => issues.filter((issue) => issue.level === 'error')
const SHOWN = 20
/** Units scored at most for one report: each under every set of sections. */
const MOST_SCORED = 500_000
/** A version that has the shape of a ruleset, and no errors where it is scored. */
function sideOf({ document, draft }: Given, scored: boolean): Side | Refused {
  const { ruleset, issues } = validate(document)
  const wrong = !ruleset || scored ? errorsOf(issues) : []
  return ruleset && wrong.length === 0 ? { ruleset, draft } : { refused: 'version.unfit', issues: wrong.slice(0, SHOWN) }
}

/** A revision table or an impact report of two versions. A table can be made of drafts with errors, a report cannot. `progress` is told of scoring. */
export function reportOf(asked: Asked, progress?: (done: number, total: number) => void): Report | Refused {
  const [a, b] = [sideOf(asked.a, asked.report === 'impact'), sideOf(asked.b, asked.report === 'impact')]
  if ('refused' in a) return a
  if ('refused' in b) return b
  if (asked.report === 'revision') return revisionReport(a, b, asked.reasons, asked.lang)
  const { lang, calendar, made } = asked
  const { cohort, issues } = validateCohort(b.ruleset, typeof asked.cohort === 'number' ? synthetic(b.ruleset, lang, asked.cohort) : asked.cohort)
  if (!cohort) return { refused: 'cohort.unfit', issues: errorsOf(issues).slice(0, SHOWN) }
  const options = { ...(calendar ? { calendar } : {}), ...(progress ? { progress } : {}), by: 'section' as const }
  const comparison = compare(a.ruleset, b.ruleset, cohort, options)
  const worlds = 2 ** editsOf(a.ruleset, b.ruleset, options).filter((edit) => !edit.inert).length
  const attribution = !comparison.same && worlds * cohort.units.length <= MOST_SCORED ? attribute(a.ruleset, b.ruleset, cohort, options) : null
  return impactReport(a, b, comparison, { cohort: hashOf(cohort), made, lang, attribution })
}

/** The same as a Word or Excel file. */
export const fileOf = (report: Report, kind: Kind): Promise<Uint8Array> => (kind === 'docx' ? wordFile(report) : sheetFile(report))
export async function make(asked: Asked, kind: Kind): Promise<Made> {
  const report = reportOf(asked)
  return 'refused' in report ? report : { name: `${report.file}.${kind}`, bytes: await fileOf(report, kind) }
}
