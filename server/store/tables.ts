import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Json, Step } from '../../engine/index.ts'

type Moment = ColumnType<Date, never, never>
/** A ruleset being written: how many steps it has, and the document after the first `snapshot` of them. */
export interface DraftTable {
  id: Generated<string>
  scheme: string
  year: number
  title: string
  based_on: string
  document: JSONColumnType<{ [key: string]: Json }>
  snapshot: Generated<number>
  revision: number
  created_at: Generated<Moment>
  updated_at: ColumnType<Date, Date, Date>
}
/** Every step of a draft, in order. */
export interface StepTable {
  draft: string
  revision: number
  step: JSONColumnType<Step>
  by: string
  at: Generated<Moment>
}
/** Who did what; rows are only ever added. */
export interface AuditTable {
  id: Generated<string>
  actor: string
  action: string
  subject: string
  detail: JSONColumnType<{ [key: string]: Json }>
  at: Generated<Moment>
}
export interface Tables { drafts: DraftTable; steps: StepTable; audit: AuditTable }
