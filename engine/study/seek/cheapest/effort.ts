import type { Calendar } from '../../../model/calendar.ts'
import type { Issue } from '../../../model/issue.ts'
import type { FactValue, Record } from '../../../model/record.ts'
import type { Standing } from '../answer.ts'

/**
 * A fact a unit can improve by its own work. Numbers, counts and amounts move by `step` between `low` and `high`, a ratio by its
 * numerator, a yes or no turns over, a choice takes another option; `cost` is paid for each step (each option further in the list).
 */
export interface Effort { fact: string; step: number; cost: number; low: number; high: number }
export interface CheapestOptions {
  /** The grade wanted; else the next better one. */
  grade?: string
  /** What may be improved; else `improvable`. */
  efforts?: readonly Effort[]
  /** Most combinations looked at (default 300,000) and most cohorts scored (default 3,000). */
  limit?: { looked?: number; scored?: number }
  stop?: () => boolean
  progress?: (done: number, total: number) => void
  calendar?: Calendar
}
/** One fact improved: so many steps at their cost. */
export interface Improvement { fact: string; from: FactValue; to: FactValue; steps: number; cost: string }
export interface CheapestResult {
  outcome: 'reached' | 'impossible' | 'not-found'
  /** No cheaper set of improvements reaches the grade: every one was looked at or ruled out. */
  proven: boolean
  /** The unit has the grade (or a better one) already. */
  same: boolean
  unit: string
  grade: string | null
  before: Standing
  /** With the improvements made, all others as they are. */
  after: Standing
  /** When the grade is not reached: with everything improved that helps; null otherwise. */
  highest: Standing | null
  sum: string
  /** The cheapest that reach the grade, or the grade nearest to it. */
  improvements: Improvement[]
  /** The unit's record with the improvements made. */
  record: Record
  /** What keeps the unit from the grade, as it is and (when it is not reached) with everything improved that helps. */
  obstacles: { before: Issue[]; after: Issue[] }
  looked: number
  scored: number
  issues: Issue[]
}
