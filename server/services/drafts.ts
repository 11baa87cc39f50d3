import { apply, blank, newYear, rebase, StaleStep, type Conflict, type Json, type Lang, type Ruleset, type Step } from '../../engine/index.ts'
import type { Transaction } from 'kysely'
import { Trouble } from '../errors.ts'
import type { Database } from '../store/database.ts'
import { addAudit, addDraft, addSteps, holdDraft, listDrafts, readDraft, setWhy, stepsBetween } from '../store/drafts.ts'
import { followSteps } from '../store/comments.ts'
import { reasonsFollow } from '../store/reasons.ts'
import type { Tables } from '../store/tables.ts'
import type { Library } from './library.ts'

type Document = { [key: string]: Json }
type Row = NonNullable<Awaited<ReturnType<typeof readDraft>>>
/** A snapshot is kept after so many steps; between two the document is its snapshot and the steps since. */
const SNAPSHOT_EVERY = 50
export interface Draft { id: string; scheme: string; year: number; title: string; basedOn: string; revision: number; document: Document }

/** All drafts, the last changed first. */
export const list = async (db: Database) =>
  (await listDrafts(db)).map((d) => ({ id: d.id, scheme: d.scheme, year: d.year, title: d.title, basedOn: d.based_on, revision: d.revision, updatedAt: d.updated_at.toISOString() }))

const documentOf = async (db: Database | Transaction<Tables>, row: Row): Promise<Document> =>
  apply(row.document, (await stepsBetween(db, row.id, row.snapshot, row.revision)).map(({ step }) => step))

/** A draft with its document after all steps. Trouble: `draft.unknown`. */
export async function read(db: Database, id: string): Promise<Draft> {
  return db.transaction().execute(async (tx) => {
    const draft = await readDraft(tx, id)
    if (!draft) throw new Trouble(404, 'draft.unknown', { id })
    return { id: draft.id, scheme: draft.scheme, year: draft.year, title: draft.title, basedOn: draft.based_on, revision: draft.revision, document: await documentOf(tx, draft) }
  })
}

/** What a draft is started from: a shipped version as it is, the same for another year, or nothing. */
export type Start = { scheme: string; year: number; newYear?: number } | { blank: true; scheme: string; year: number; title: string; lang: Lang }

/** Starts a draft, with an audit row. Trouble: `ruleset.unknown`, `scheme.taken` when a new scheme has the name of a shipped one. */
export async function create(db: Database, library: Library, from: Start, actor: string): Promise<{ id: string; revision: number }> {
  const { basedOn, document } = await firstDocument(library, from)
  return db.transaction().execute(async (tx) => {
    const draft = await addDraft(tx, { scheme: document.scheme, year: document.year, title: document.title, basedOn, document: document as unknown as Document })
    await addAudit(tx, { actor, action: 'draft.create', subject: draft.id, detail: { from: basedOn } })
    return draft
  })
}
async function firstDocument(library: Library, from: Start): Promise<{ basedOn: string; document: Ruleset }> {
  if ('blank' in from) {
    if ((await library.list()).some((known) => known.scheme === from.scheme)) throw new Trouble(409, 'scheme.taken', { scheme: from.scheme })
    return { basedOn: '', document: blank(from.scheme, from.year, from.title, from.lang) }
  }
  const ruleset = await library.ruleset(from.scheme, from.year)
  return { basedOn: `${from.scheme}/${from.year}`, document: from.newYear === undefined ? ruleset : newYear(ruleset, from.newYear) }
}

export interface Made { revision: number; step: Step; by: string; at: string; why: string | null }
/** Steps after a revision, with who made each, when, and why if that was said. */
export async function since(db: Database, id: string, revision: number): Promise<{ revision: number; steps: Made[] }> {
  return db.transaction().execute(async (tx) => {
    const draft = await readDraft(tx, id)
    if (!draft) throw new Trouble(404, 'draft.unknown', { id })
    return { revision: draft.revision, steps: (await stepsBetween(tx, id, revision, draft.revision)).map((row) => ({ ...row, at: row.at.toISOString() })) }
  })
}

/** Says why a step was made, with an audit row. Trouble: `step.unknown`. */
export async function explainStep(db: Database, id: string, revision: number, why: string, actor: string): Promise<{ revision: number; why: string }> {
  return db.transaction().execute(async (tx) => {
    if (!(await setWhy(tx, id, revision, why || null))) throw new Trouble(404, 'step.unknown', { id, revision })
    await addAudit(tx, { actor, action: 'draft.step-why', subject: id, detail: { revision, why } })
    return { revision, why }
  })
}

/** The largest document in characters; what is larger could not be checked or published. */
const LARGEST_DOCUMENT = 5_000_000

/**
 * Adds steps made on a revision. Steps made on an older one are put on top where they touch other places;
 * what conflicts is answered (`draft.conflict` with both sides) and nothing of the call is kept.
 */
export async function post(db: Database, id: string, made: { revision: number; steps: Step[] }, actor: string): Promise<{ revision: number; rebased: boolean }> {
  return db.transaction().execute(async (tx) => {
    const draft = await holdDraft(tx, id)
    if (!draft) throw new Trouble(404, 'draft.unknown', { id })
    if (made.revision > draft.revision) throw new Trouble(409, 'draft.ahead', { revision: draft.revision })
    const stale = made.revision < draft.revision
    const theirs = stale ? (await stepsBetween(tx, id, made.revision, draft.revision)).map((row) => row.step) : []
    const document = await documentOf(tx, draft)
    const result = stale ? rebase(document, made.steps, theirs) : applied(document, made.steps)
    if (result.conflicts.length) throw new Trouble(409, 'draft.conflict', { revision: draft.revision, conflicts: result.conflicts, theirs })
    if (JSON.stringify(result.doc).length > LARGEST_DOCUMENT) throw new Trouble(422, 'draft.too-large', { limit: LARGEST_DOCUMENT })
    const snapshot = draft.revision + result.steps.length - draft.snapshot >= SNAPSHOT_EVERY
    await addSteps(tx, id, { revision: draft.revision, steps: result.steps, by: actor, document: result.doc, snapshot })
    await followSteps(tx, id, result.steps)
    await reasonsFollow(tx, `draft:${id}`, result.steps)
    await addAudit(tx, { actor, action: 'draft.steps', subject: id, detail: { from: draft.revision, count: result.steps.length } })
    return { revision: draft.revision + result.steps.length, rebased: stale }
  })
}
function applied(doc: Document, steps: Step[]): { doc: Document; steps: Step[]; conflicts: Conflict[] } {
  try {
    return { doc: apply(doc, steps), steps, conflicts: [] }
  } catch (error) {
    if (error instanceof StaleStep) return { doc, steps: [], conflicts: [{ mine: error.step, theirs: [] }] }
    throw error
  }
}
