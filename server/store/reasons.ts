import { sql, type ColumnType, type Transaction } from 'kysely'
import type { Step } from '../../engine/index.ts'
import type { Database } from './database.ts'
import { wayOf } from './follow.ts'
import type { Tables } from './tables.ts'

/** Why a thing differs between two versions, by their names and the thing's path. */
export interface ReasonTable {
  a: string
  b: string
  path: string
  text: string
  by: string
  at: ColumnType<Date, Date, Date>
}
type Handle = Database | Transaction<Tables>
export interface Pair { a: string; b: string }
const COLUMNS = ['path', 'text', 'by', 'at'] as const

/** All reasons of a pair of versions, by path. */
export const listReasons = (db: Handle, { a, b }: Pair) => db.selectFrom('reasons').select(COLUMNS).where('a', '=', a).where('b', '=', b).orderBy('path').execute()

export const readReason = (db: Handle, { a, b }: Pair, path: string) =>
  db.selectFrom('reasons').select(COLUMNS).where('a', '=', a).where('b', '=', b).where('path', '=', path).executeTakeFirst()

export const countReasons = async (db: Handle, { a, b }: Pair): Promise<number> =>
  Number((await db.selectFrom('reasons').select((e) => e.fn.countAll().as('count')).where('a', '=', a).where('b', '=', b).executeTakeFirstOrThrow()).count)

/** Keeps a reason where there is none, or one of the texts given; nothing is answered where another is kept. */
export const putReason = (db: Handle, { a, b }: Pair, made: { path: string; text: string; by: string }, over: readonly string[]) => {
  const row = { text: made.text, by: made.by, at: new Date() }
  return db.insertInto('reasons').values({ a, b, path: made.path, ...row })
    .onConflict((conflict) => conflict.columns(['a', 'b', 'path']).doUpdateSet(row).where('reasons.text', 'in', [...over])).returning(COLUMNS).executeTakeFirst()
}

/** Takes a reason away where it has the text given. */
export const removeReason = (db: Handle, { a, b }: Pair, path: string, text: string) =>
  db.deleteFrom('reasons').where('a', '=', a).where('b', '=', b).where('path', '=', path).where('text', '=', text).execute()

/** Reasons go along when the thing they stand on is moved or renamed in the later version; where one stands already, that one stays. */
export async function reasonsFollow(db: Transaction<Tables>, b: string, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    const way = wayOf(step)
    if (!way) continue
    const moved = sql<string>`${way.to}::text || substr(path, ${way.from.length + 1}::int)`
    await db.updateTable('reasons').set({ path: moved }).where('b', '=', b)
      .where((e) => e.or([e('path', '=', way.from), e(sql`left(path, ${way.from.length + 1}::int)`, '=', `${way.from}/`)]))
      .where((e) => e.not(e.exists(e.selectFrom('reasons as there').select('there.path').whereRef('there.a', '=', 'reasons.a').whereRef('there.b', '=', 'reasons.b')
        .where('there.path', '=', sql<string>`${way.to}::text || substr(reasons.path, ${way.from.length + 1}::int)`)))).execute()
  }
}
