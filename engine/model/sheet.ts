import type { Issue } from './issue.ts'

/** given: a value is there; missing: it should be; not-applicable: it does not concern the unit. */
export type State = 'given' | 'missing' | 'not-applicable'

/** One reason in a unit's result. Numbers are exact: decimal strings, or `p/q` where no decimal is exact. */
export interface TraceLine {
  stage: 'derive' | 'select' | 'award' | 'combine' | 'prorate' | 'adjust' | 'limit' | 'round' | 'grade' | 'rank' | 'outcome'
  code: string
  path: string
  rule?: string
  clause?: string
  /** Named inputs: exact numbers as strings, or words. */
  inputs: { [name: string]: string | number | boolean | null }
  output: string | null
}
export interface CriterionScore { id: string; path: string; state: State; earned: string | null; points: string; fired: string[] }
export interface ComponentScore { id: string; state: State; earned: string | null; applicable: string; full: string }
export interface FiredOutcome { type: string; rule: string; label: string; clause: string | null; by: 'rule' | 'choice'; recipients: string[]; proposedTo: string[] }

/** A record scored, with its reasons. Scores are decimal strings with the ruleset's places. */
export interface Sheet {
  unit: string
  name: string
  category: string
  /** blocked: a value that decides is missing; stopped: a verdict ended the evaluation (grade as it says). */
  state: 'scored' | 'blocked' | 'stopped'
  base: string | null
  bonus: string | null
  deduction: string | null
  total: string | null
  grade: string | null
  rank: number | null
  pool: string | null
  /** Short codes: prorated, capped, veto:<id>, boundary, rounding-critical … */
  flags: string[]
  components: ComponentScore[]
  criteria: CriterionScore[]
  outcomes: FiredOutcome[]
  trace: TraceLine[]
}
export interface Scored {
  ruleset: { scheme: string; year: number; version: number; hash: string }
  cohort: { hash: string; synthetic: boolean; label: string }
  sheets: Sheet[]
  issues: Issue[]
}
