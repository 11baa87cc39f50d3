import type { Cohort } from '../../engine/index.ts'
import { Trouble } from '../errors.ts'
import { dropCohort, putCohort, readCohort } from '../store/cohorts.ts'
import type { Database } from '../store/database.ts'
import { addAudit, holdDraft } from '../store/drafts.ts'
import type { Library } from './library.ts'
import { readVersion, sampleOf } from './versions.ts'

/** The data a draft is tried on: its own (with their file's name and when they came), else those beside the version it came from; null where there are none. */
export interface DraftCohort { own: { name: string; at: string } | null; cohort: Cohort | null }

/** Trouble: `draft.unknown`. */
export async function read(db: Database, library: Library, id: string): Promise<DraftCohort> {
  const version = await readVersion(db, library, `draft:${id}`)
  const kept = await readCohort(db, id)
  return kept ? { own: { name: kept.name, at: kept.at.toISOString() }, cohort: kept.document } : { own: null, cohort: await sampleOf(library, version) }
}

/** Keeps data of a draft's own, with an audit row. Trouble: `draft.unknown`. */
export async function put(db: Database, id: string, made: { name: string; cohort: Cohort }, actor: string): Promise<NonNullable<DraftCohort['own']>> {
  const at = new Date()
  return db.transaction().execute(async (tx) => {
    if (!(await holdDraft(tx, id))) throw new Trouble(404, 'draft.unknown', { id })
    await putCohort(tx, id, made.name, made.cohort, at)
    await addAudit(tx, { actor, action: 'draft.cohort', subject: id, detail: { name: made.name, units: made.cohort.units.length } })
    return { name: made.name, at: at.toISOString() }
  })
}

/** Forgets a draft's own data, with an audit row, and answers with what it is tried on then. Trouble: `draft.unknown`, `cohort.unknown` when it has none of its own. */
export async function drop(db: Database, library: Library, id: string, actor: string): Promise<DraftCohort> {
  await db.transaction().execute(async (tx) => {
    if (!(await holdDraft(tx, id))) throw new Trouble(404, 'draft.unknown', { id })
    if (!(await dropCohort(tx, id))) throw new Trouble(404, 'cohort.unknown', { id })
    await addAudit(tx, { actor, action: 'draft.cohort-drop', subject: id, detail: {} })
  })
  return read(db, library, id)
}
