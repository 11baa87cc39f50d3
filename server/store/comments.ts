import { sql, type Kysely, type Transaction } from 'kysely'
import type { Step } from '../../engine/index.ts'
import { wayOf } from './follow.ts'
import type { Tables } from './tables.ts'

type Handle = Kysely<Tables> | Transaction<Tables>
const COLUMNS = ['id', 'path', 'thread', 'by', 'text', 'at', 'resolved_at', 'resolved_by'] as const

/** All comments of a draft, the oldest first. */
export const listComments = (db: Handle, draft: string) =>
  db.selectFrom('comments').select(COLUMNS).where('draft', '=', draft).orderBy('at').orderBy('id').execute()

/** A comment that others can answer (not an answer itself). */
export const readThread = (db: Handle, draft: string, id: string) =>
  db.selectFrom('comments').select(COLUMNS).where('draft', '=', draft).where('id', '=', id).where('thread', 'is', null).executeTakeFirst()

export const addComment = (db: Handle, row: { draft: string; path: string; thread: string | null; by: string; text: string }) =>
  db.insertInto('comments').values(row).returning(COLUMNS).executeTakeFirstOrThrow()

export const setResolved = (db: Handle, id: string, by: string | null) =>
  db.updateTable('comments').set({ resolved_at: by === null ? null : new Date(), resolved_by: by }).where('id', '=', id).returning(COLUMNS).executeTakeFirstOrThrow()

/** Comments go along when the thing they stand on is moved or renamed. */
export async function followSteps(db: Transaction<Tables>, draft: string, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    const way = wayOf(step)
    if (!way) continue
    const { from, to } = way
    await db.updateTable('comments').set({ path: sql`${to}::text || substr(path, ${from.length + 1}::int)` })
      .where('draft', '=', draft).where((e) => e.or([e('path', '=', from), e(sql`left(path, ${from.length + 1}::int)`, '=', `${from}/`)])).execute()
  }
}
