import { Trouble } from '../errors.ts'
import { addComment, listComments, readThread, setResolved } from '../store/comments.ts'
import type { Database } from '../store/database.ts'
import { addAudit, readDraft } from '../store/drafts.ts'

type Row = Awaited<ReturnType<typeof listComments>>[number]
export interface Comment { id: string; path: string; thread: string | null; by: string; text: string; at: string; resolved: { by: string; at: string } | null }

const told = ({ id, path, thread, by, text, at, resolved_at, resolved_by }: Row): Comment =>
  ({ id, path, thread, by, text, at: at.toISOString(), resolved: resolved_at && resolved_by !== null ? { by: resolved_by, at: resolved_at.toISOString() } : null })

/** All comments of a draft, the oldest first. Trouble: `draft.unknown`. */
export async function list(db: Database, draft: string): Promise<Comment[]> {
  if (!(await readDraft(db, draft))) throw new Trouble(404, 'draft.unknown', { id: draft })
  return (await listComments(db, draft)).map(told)
}

/** Adds a comment on a path, or an answer in a thread, with an audit row. Trouble: `draft.unknown`, `comment.unknown`. */
export async function add(db: Database, draft: string, made: { path: string; text: string; thread?: string }, actor: string): Promise<Comment> {
  return db.transaction().execute(async (tx) => {
    if (!(await readDraft(tx, draft))) throw new Trouble(404, 'draft.unknown', { id: draft })
    const thread = made.thread === undefined ? undefined : await readThread(tx, draft, made.thread)
    if (made.thread !== undefined && !thread) throw new Trouble(404, 'comment.unknown', { id: made.thread })
    const row = await addComment(tx, { draft, path: thread?.path ?? made.path, thread: thread?.id ?? null, by: actor, text: made.text })
    await addAudit(tx, { actor, action: 'comment.add', subject: draft, detail: { comment: row.id, path: row.path } })
    return told(row)
  })
}

/** Resolves a thread or opens it again, with an audit row. Trouble: `comment.unknown`. */
export async function resolve(db: Database, draft: string, id: string, resolved: boolean, actor: string): Promise<Comment> {
  return db.transaction().execute(async (tx) => {
    if (!(await readThread(tx, draft, id))) throw new Trouble(404, 'comment.unknown', { id })
    const row = await setResolved(tx, id, resolved ? actor : null)
    await addAudit(tx, { actor, action: resolved ? 'comment.resolve' : 'comment.reopen', subject: draft, detail: { comment: id } })
    return told(row)
  })
}
