import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Json, Step } from '../../engine/index.ts'
import type { CaseTable } from './cases.ts'
import type { CohortTable } from './cohorts.ts'
import type { ReasonTable } from './reasons.ts'
import type { SourceCheckTable, SourceTable } from './sources.ts'

type Moment = ColumnType<Date, Date | undefined, never>
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
  created_at: Moment
  updated_at: ColumnType<Date, Date, Date>
}
/** Every step of a draft, in order. */
export interface StepTable {
  draft: string
  revision: number
  step: JSONColumnType<Step>
  by: string
  at: Moment
  why: ColumnType<string | null, undefined, string | null>
}
/** What people say about a place of a draft; an answer names the comment it belongs to as its thread. */
export interface CommentTable {
  id: Generated<string>
  draft: string
  path: string
  thread: string | null
  by: string
  text: string
  at: Moment
  resolved_at: ColumnType<Date | null, undefined, Date | null>
  resolved_by: ColumnType<string | null, undefined, string | null>
}
/** Who did what; rows are only ever added. */
export interface AuditTable {
  id: Generated<string>
  actor: string
  action: string
  subject: string
  detail: JSONColumnType<{ [key: string]: Json }>
  at: Moment
}
export interface Tables { drafts: DraftTable; steps: StepTable; comments: CommentTable; draft_cases: CaseTable; draft_cohorts: CohortTable; audit: AuditTable; sources: SourceTable; source_checks: SourceCheckTable; reasons: ReasonTable }
