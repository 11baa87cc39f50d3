import { attribute, compare, editsOf, hashOf, synthetic, validate, validateCohort, type Calendar, type Cohort, type Issue, type Lang, type Ruleset } from '../../engine/index.ts'
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
/** A file with its name, or why there is none (`version.unfit`, `cohort.unfit`). */
export type Made = { name: string; bytes: Uint8Array } | { refused: 'version.unfit' | 'cohort.unfit'; issues: Issue[] }

const errorsOf = (issues: readonly Issue[]): Issue[] => issues.filter((issue) => issue.level === 'error')
const SHOWN = 20
/** Units scored at most for one report: each under every set of sections. */
const MOST_SCORED = 500_000
const file = async (report: Report, kind: Kind, { ruleset: from }: Side, { ruleset: to }: Side): Promise<Made> =>
  ({ name: `${report.name} ${from.year}-${to.year}.${kind}`, bytes: await (kind === 'docx' ? wordFile(report) : sheetFile(report)) })

/** Makes a revision table or an impact report of two versions as a Word or Excel file. A table can be made of drafts with errors, a report cannot. */
export async function make(asked: Asked, kind: Kind): Promise<Made> {
  const read = [asked.a, asked.b].map(({ document, draft }) => ({ ...validate(document), draft }))
  const unfit = read.flatMap(({ ruleset, issues }) => (!ruleset || asked.report === 'impact' ? errorsOf(issues) : []))
  if (unfit.length) return { refused: 'version.unfit', issues: unfit.slice(0, SHOWN) }
  const [a, b] = read.map(({ ruleset, draft }): Side => ({ ruleset: ruleset as Ruleset, draft })) as [Side, Side]
  if (asked.report === 'revision') return file(revisionReport(a, b, asked.reasons, asked.lang), kind, a, b)
  const { lang, calendar, made } = asked
  const given = typeof asked.cohort === 'number' ? synthetic(b.ruleset, lang, asked.cohort) : asked.cohort
  const { cohort, issues } = validateCohort(b.ruleset, given)
  if (!cohort) return { refused: 'cohort.unfit', issues: errorsOf(issues).slice(0, SHOWN) }
  const options = { ...(calendar ? { calendar } : {}), by: 'section' as const }
  const comparison = compare(a.ruleset, b.ruleset, cohort, options)
  const worlds = 2 ** editsOf(a.ruleset, b.ruleset, options).filter((edit) => !edit.inert).length
  const attribution = !comparison.same && worlds * cohort.units.length <= MOST_SCORED ? attribute(a.ruleset, b.ruleset, cohort, options) : null
  return file(impactReport(a, b, comparison, { cohort: hashOf(cohort), made, lang, attribution }), kind, a, b)
}
