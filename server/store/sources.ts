import type { ColumnType, Generated, JSONColumnType, Transaction } from 'kysely'
import type { Clause, SourceCheck } from '../../engine/index.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

type Moment = ColumnType<Date, Date | undefined, never>
/** A source document of a scheme as it was loaded; a row for every load that changed it. */
export interface SourceTable {
  id: Generated<string>
  scheme: string
  sha256: string
  name: string
  text: string
  clauses: JSONColumnType<Clause[]>
  at: Moment
}
/** Who found an object right beside a clause of a version. */
export interface SourceCheckTable {
  id: Generated<string>
  scheme: string
  sha256: string
  path: string
  clause: string
  by: string
  at: Moment
}
type Handle = Database | Transaction<Tables>

/** All versions of a scheme's document without their whole text, in the order they were loaded. */
export const listSources = (db: Handle, scheme: string) =>
  db.selectFrom('sources').select(['sha256', 'name', 'clauses', 'at']).where('scheme', '=', scheme).orderBy('id').execute()

/** The version loaded last. */
export const lastSource = (db: Handle, scheme: string) =>
  db.selectFrom('sources').select(['sha256', 'name']).where('scheme', '=', scheme).orderBy('id', 'desc').limit(1).executeTakeFirst()

export const addSource = (db: Handle, source: { scheme: string; sha256: string; name: string; text: string; clauses: Clause[] }) =>
  db.insertInto('sources').values({ ...source, clauses: JSON.stringify(source.clauses) }).execute()

/** What was checked of a scheme, in order. */
export const listChecks = (db: Handle, scheme: string) =>
  db.selectFrom('source_checks').select(['path', 'clause', 'sha256']).where('scheme', '=', scheme).orderBy('id').execute()

export const addCheck = (db: Handle, check: SourceCheck & { scheme: string; by: string }) => db.insertInto('source_checks').values(check).execute()
