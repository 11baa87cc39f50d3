import type { ColumnType, JSONColumnType, Transaction } from 'kysely'
import type { Cohort } from '../../engine/index.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

type Handle = Database | Transaction<Tables>
/** Data of a draft's own, in place of those beside the version it came from; there is no row as long as it has none. */
export interface CohortTable {
  draft: string
  name: string
  document: JSONColumnType<Cohort>
  at: ColumnType<Date, Date, Date>
}

export const readCohort = (db: Handle, draft: string) => db.selectFrom('draft_cohorts').select(['name', 'document', 'at']).where('draft', '=', draft).executeTakeFirst()

/** Keeps data for a draft under the name of their file, in place of what was there. */
export const putCohort = (db: Transaction<Tables>, draft: string, name: string, cohort: Cohort, at: Date) => {
  const row = { name, document: JSON.stringify(cohort), at }
  return db.insertInto('draft_cohorts').values({ draft, ...row }).onConflict((conflict) => conflict.column('draft').doUpdateSet(row)).execute()
}

/** Forgets a draft's own data; false when it had none. */
export const dropCohort = async (db: Transaction<Tables>, draft: string): Promise<boolean> =>
  Number((await db.deleteFrom('draft_cohorts').where('draft', '=', draft).executeTakeFirst()).numDeletedRows) > 0
