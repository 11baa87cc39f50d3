import type { ColumnType, JSONColumnType, Transaction } from 'kysely'
import type { CaseFile } from '../../engine/index.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

type Handle = Database | Transaction<Tables>
/** The worked cases of a draft as they now are; there is no row as long as they are those it came with. */
export interface CaseTable {
  draft: string
  revision: number
  document: JSONColumnType<CaseFile>
  updated_at: ColumnType<Date, Date, Date>
}

export const readCases = (db: Handle, draft: string) => db.selectFrom('draft_cases').select(['revision', 'document']).where('draft', '=', draft).executeTakeFirst()

/** Keeps the cases of a draft under a revision, in place of what was there. */
export const putCases = (db: Transaction<Tables>, draft: string, revision: number, file: CaseFile) => {
  const row = { revision, document: JSON.stringify(file), updated_at: new Date() }
  return db.insertInto('draft_cases').values({ draft, ...row }).onConflict((conflict) => conflict.column('draft').doUpdateSet(row)).execute()
}
