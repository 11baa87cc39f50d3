import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { hashOf, type Ruleset } from '../../engine/index.ts'
import { fileOf, reportOf, type Asked } from '../documents/make.ts'
import { calendarOf, readPair, readRuleset } from './files.ts'
import { Misuse, Unfit, type Reply, type Surroundings } from './reply.ts'
import { words } from './say.ts'

const about = ({ scheme, year, version, ...rest }: Ruleset) => ({ scheme, year, version, hash: hashOf({ scheme, year, version, ...rest }) })
const given = (document: Ruleset) => ({ document, draft: false })

/** Writes a document to the files asked for. Throws Misuse when none is, or one cannot be written; Unfit with what stands against it. */
async function written(asked: Asked, { options, lang, progress }: Surroundings, a: Ruleset, b: Ruleset): Promise<Reply> {
  const targets = (['docx', 'xlsx'] as const).flatMap((kind) => ((file) => (typeof file === 'string' ? [{ kind, file: path.resolve(file) }] : []))(options[kind]))
  if (targets.length === 0) throw new Misuse('use.no-output')
  const report = reportOf(asked, progress)
  if ('refused' in report) throw new Unfit(report.issues)
  for (const { kind, file } of targets) {
    await writeFile(file, await fileOf(report, kind)).catch((error: NodeJS.ErrnoException) => {
      throw new Misuse('use.unwritable', { file, reason: error.code ?? error.message })
    })
  }
  const [first] = report.sections
  const files = targets.map(({ file }) => file)
  return { data: { from: about(a), to: about(b), findings: first?.paragraphs ?? [], files, issues: [] }, text: [...(first?.paragraphs ?? []), ...files.map((file) => words(lang)('report.written', { file }))].join('\n') }
}

/** `report A B COHORT --docx FILE --xlsx FILE`: whom the change from one ruleset to another moves, as a document. */
export async function report([aName = '', bName = '', cohortName = '']: string[], surroundings: Surroundings): Promise<Reply> {
  const { lang, rulesets } = surroundings
  const { value: a } = await readRuleset(aName, rulesets)
  const { ruleset: b, cohort } = await readPair(bName, cohortName, rulesets)
  const calendar = await calendarOf(b.scheme, rulesets)
  const now = new Date()
  return written({ report: 'impact', a: given(a), b: given(b), lang, cohort, made: { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }, ...(calendar ? { calendar } : {}) }, surroundings, a, b)
}

/** `revision A B --docx FILE --xlsx FILE`: the revision table of two rulesets as a document, its reasons left open. */
export async function revision([aName = '', bName = '']: string[], surroundings: Surroundings): Promise<Reply> {
  const [{ value: a }, { value: b }] = [await readRuleset(aName, surroundings.rulesets), await readRuleset(bName, surroundings.rulesets)]
  return written({ report: 'revision', a: given(a), b: given(b), lang: surroundings.lang, reasons: new Map() }, surroundings, a, b)
}
