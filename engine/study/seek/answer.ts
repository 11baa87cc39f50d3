import type { Calendar } from '../../model/calendar.ts'
import type { Issue } from '../../model/issue.ts'
import type { Step } from '../../model/step.ts'
import type { Aim } from './goal.ts'
import type { Lever } from './lever.ts'

/** Sums that stay as they are: full marks always do. */
export interface Keep {
  /** The points of each component (default). */
  components?: boolean
  /** Ids of indicators whose sums stay. */
  indicators?: readonly string[]
}
export interface SeekOptions {
  levers: readonly Lever[]
  keep?: Keep
  /** Most changes looked at (default 300,000) and most rulesets scored (default 3,000) before the best found is given. */
  limit?: { looked?: number; scored?: number }
  /** Asked now and then: true ends the search with the best found, as a limit of time does. */
  stop?: () => boolean
  progress?: (done: number, total: number) => void
  calendar?: Calendar
}
/** One lever that is moved; `cost` is the size of the change times its weight. */
export interface Move { lever: Lever; path: string; from: number; to: number; cost: string }
/** What one aim comes to, in units or pairs (a share too); `missing` units or pairs short of it (or too many); `of` all it looks at. */
export interface AimResult { aim: Aim; holds: boolean; before: number; after: number; of: number; missing: number }
export interface GradeCount { category: string; grade: string; before: number; after: number }
export interface Standing { total: string | null; grade: string | null; rank: number | null }
export interface Moved { unit: string; name: string; category: string; before: Standing; after: Standing }

export interface SeekResult {
  /** `reached`; `impossible`: nothing within the levers' ranges reaches the goal; `not-found`: nothing was found before a limit. */
  outcome: 'reached' | 'impossible' | 'not-found'
  /** Nothing smaller reaches the goal (or, where nothing does, comes as near): every change was looked at or ruled out. Else it is the best found. */
  proven: boolean
  /** The goal holds as the ruleset is. */
  same: boolean
  /** Sum of the costs of all moves, and the number of levers moved, which decides between equal sums. */
  sum: string
  changed: number
  /** No change that costs less than this reaches the goal; null when none does at all. */
  bound: string | null
  moves: Move[]
  /** Make the change as one; empty when the goal holds as it is. When it is not reached: the nearest. */
  steps: Step[]
  aims: AimResult[]
  /** Units and pairs short of the goal, all aims together. */
  missing: number
  /** Units of each category by grade. */
  counts: GradeCount[]
  /** Units whose total, grade or rank is not the same. */
  units: Moved[]
  looked: number
  scored: number
  /** Why nothing was sought, or what is only approximate; error = nothing was sought. */
  issues: Issue[]
}
