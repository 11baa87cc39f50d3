import type { CaseFile } from '../../engine/index.ts'
import { Trouble } from '../errors.ts'
import { putCases, readCases } from '../store/cases.ts'
import type { Database } from '../store/database.ts'
import { addAudit, holdDraft, readDraft } from '../store/drafts.ts'
import type { Library } from './library.ts'

/** The worked cases of a draft; revision 0 are those of the version it came from. */
export interface DraftCases { revision: number; cases: CaseFile }
interface Origin { scheme: string; year: number; based_on: string; document: { [key: string]: unknown } }

/** The cases of the version a draft came from; an empty file where there are none. */
async function shipped(library: Library, { scheme, year, based_on: basedOn, document }: Origin): Promise<CaseFile> {
  const [from = '', of = ''] = basedOn.split('/')
  try {
    return await library.cases(from, Number(of))
  } catch (error) {
    if (!(error instanceof Trouble) || error.status !== 404) throw error
    const [category] = (document['categories'] ?? []) as { id: string }[]
    return { format: 1, scheme, year, baseline: { category: category?.id ?? 'all', attributes: {}, facts: {} }, cases: [] }
  }
}

/** The cases of a draft. Trouble: `draft.unknown`. */
export async function read(db: Database, library: Library, id: string): Promise<DraftCases> {
  const draft = await readDraft(db, id)
  if (!draft) throw new Trouble(404, 'draft.unknown', { id })
  const kept = await readCases(db, id)
  return kept ? { revision: kept.revision, cases: kept.document } : { revision: 0, cases: await shipped(library, draft) }
}

/**
 * Keeps cases that were made on a revision, with an audit row. Trouble: `draft.unknown`; `cases.double` for two cases with one id;
 * `cases.conflict` with what is kept now when it is of another revision.
 */
export async function put(db: Database, library: Library, id: string, made: DraftCases, actor: string): Promise<{ revision: number }> {
  const seen = new Set<string>()
  const double = made.cases.cases.find((one) => seen.has(one.id) || !seen.add(one.id))
  if (double) throw new Trouble(422, 'cases.double', { id: double.id })
  return db.transaction().execute(async (tx) => {
    const draft = await holdDraft(tx, id)
    if (!draft) throw new Trouble(404, 'draft.unknown', { id })
    const kept = await readCases(tx, id)
    const now = kept?.revision ?? 0
    if (now !== made.revision) throw new Trouble(409, 'cases.conflict', { revision: now, cases: kept?.document ?? (await shipped(library, draft)) })
    await putCases(tx, id, now + 1, made.cases)
    await addAudit(tx, { actor, action: 'draft.cases', subject: id, detail: { revision: now + 1, count: made.cases.cases.length } })
    return { revision: now + 1 }
  })
}
