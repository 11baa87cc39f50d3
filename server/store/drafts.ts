import type { Json, Step } from '../../engine/index.ts'
import type { Transaction } from 'kysely'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

type Handle = Database | Transaction<Tables>
type Document = { [key: string]: Json }

export const listDrafts = (db: Handle) =>
  db.selectFrom('drafts').select(['id', 'scheme', 'year', 'title', 'based_on', 'revision', 'updated_at']).orderBy('updated_at', 'desc').limit(200).execute()

export const readDraft = (db: Handle, id: string) => db.selectFrom('drafts').selectAll().where('id', '=', id).executeTakeFirst()

/** The same, held against other writers until the transaction ends. */
export const holdDraft = (db: Transaction<Tables>, id: string) => db.selectFrom('drafts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const addDraft = (db: Handle, draft: { scheme: string; year: number; title: string; basedOn: string; document: Document }) =>
  db.insertInto('drafts').values({ scheme: draft.scheme, year: draft.year, title: draft.title, based_on: draft.basedOn, document: JSON.stringify(draft.document), revision: 0, updated_at: new Date() })
    .returning(['id', 'revision']).executeTakeFirstOrThrow()

/** What lists show of a document, as long as it is there. */
const headOf = ({ title, year }: Document): { title?: string; year?: number } => ({
  ...(typeof title === 'string' ? { title } : {}), ...(Number.isInteger(year) && Number(year) >= 1900 && Number(year) <= 2200 ? { year: Number(year) } : {}),
})

/** Adds steps after a revision; a snapshot, if given, is the document after them. */
export async function addSteps(db: Transaction<Tables>, id: string, added: { revision: number; steps: readonly Step[]; by: string; document: Document; snapshot: boolean }): Promise<void> {
  const { steps, by, document } = added
  const revision = added.revision + steps.length
  if (steps.length) {
    await db.insertInto('steps').values(steps.map((step, i) => ({ draft: id, revision: added.revision + i + 1, step: JSON.stringify(step), by }))).execute()
  }
  const snapshot = added.snapshot ? { document: JSON.stringify(document), snapshot: revision } : {}
  await db.updateTable('drafts').set({ ...headOf(document), ...snapshot, revision, updated_at: new Date() }).where('id', '=', id).execute()
}

/** Steps of a draft after one revision up to another, in order. */
export const stepsBetween = (db: Handle, id: string, after: number, upTo: number) =>
  db.selectFrom('steps').select(['revision', 'step', 'by', 'at', 'why']).where('draft', '=', id).where('revision', '>', after).where('revision', '<=', upTo).orderBy('revision').execute()

/** Says why a step was made; false when there is no such step. */
export const setWhy = async (db: Handle, id: string, revision: number, why: string | null): Promise<boolean> =>
  Number((await db.updateTable('steps').set({ why }).where('draft', '=', id).where('revision', '=', revision).executeTakeFirst()).numUpdatedRows) > 0

export const addAudit = (db: Handle, row: { actor: string; action: string; subject: string; detail: Document }) =>
  db.insertInto('audit').values({ ...row, detail: JSON.stringify(row.detail) }).execute()
