import type { Sheet } from '../../model/sheet.ts'
import type { InputGroup, GroupBy, Weights } from './uncertain.ts'
import type { Spread } from './spread.ts'

/** What makes a simulation again, to the byte. */
export interface SimulationKey {
  /** SHA-256 of the canonical JSON of each. */
  ruleset: string
  cohort: string
  /** Of the working-day table, where one was given. */
  calendar: string | null
  seed: number
  options: { draws: number; spread: Spread; weights: Weights; near: { points: number; share: number }; groups: GroupBy; samples: number; unit: string | null; leaveOut: boolean }
}
/** 5 %, 50 % and 95 % of the draws lie at or below; values that occurred. */
export interface TotalInterval { low: string; median: string; high: string }
export interface RankInterval { low: number; median: number; high: number }

/** One unit: as the ruleset stands, and over the draws. */
export interface UnitDraws {
  unit: string
  name: string
  category: string
  pool: string | null
  state: Sheet['state']
  total: string | null
  grade: string | null
  rank: number | null
  /** Why there is no total, as paths. */
  blocked: string[]
  totals: TotalInterval | null
  ranks: RankInterval | null
  /** Share of the draws in which it has each grade, the best first; grades it never has are left out. */
  grades: { grade: string; share: number }[]
  /** Share of the draws in which it has no grade. */
  without: number
  /** Share of the draws in which its grade is another than it is. */
  changes: number
}
/** A unit whose grade is not safe: it changes in more draws than was asked, or its total lies near a bound. */
export interface NearUnit {
  unit: string
  name: string
  by: ('draws' | 'points')[]
  total: string
  grade: string | null
  changes: number
  /** The nearest bound between grades, how far the total is above it (below: negative), and the grade on the other side. */
  bound: string | null
  distance: string | null
  toward: string | null
}
/** A unit whose exact total lies within half a step of rounding of a bound between grades. */
export interface RoundingUnit {
  unit: string
  name: string
  /** Before rounding: a decimal, or p/q where none is exact. */
  exact: string
  total: string
  bound: string
  grade: string | null
  /** Would it have another band without rounding? */
  decides: boolean
}
/** Share of a quantity's variance that is due to a group alone (`first`) and with all it acts together with (`all`), each with its standard error. */
export interface Index { first: number; firstError: number; all: number; allError: number }
export interface GroupSensitivity extends InputGroup { rank: Index; total: Index }
export interface Sensitivity {
  /** Rows of the design, and how often the cohort was scored for it. */
  samples: number
  trials: number
  /** Mean number of places ranked units move, and mean total in points (or rank and total of the unit asked about): mean and variance over the design. */
  rank: { mean: number; variance: number }
  total: { mean: number; variance: number }
  groups: GroupSensitivity[]
  /** No standard error of a quantity that varies exceeds 0.05. */
  settled: boolean
}
/** What would move if an indicator did not count and the others of its component took its points. */
export interface LeftOut {
  indicator: string
  path: string
  label: string
  points: string
  /** Number of ranked units that change place, mean and greatest number of places, and number of units that change grade. */
  moved: number
  mean: number
  most: number
  grades: number
  movers: { unit: string; name: string; from: number; to: number }[]
}
export interface Finding { code: string; values: { [name: string]: string | number | boolean | null } }

/** A cohort scored many times with what is uncertain drawn anew, as plain JSON. */
export interface Simulation {
  key: SimulationKey
  ruleset: { scheme: string; year: number; version: number; title: string }
  cohort: { label: string; synthetic: boolean; units: number }
  /** Nothing that was drawn moves a total, a grade or a rank. */
  same: boolean
  /** What was drawn. */
  drawn: InputGroup[]
  /** In institutional order. */
  units: UnitDraws[]
  near: NearUnit[]
  rounding: RoundingUnit[]
  sensitivity: Sensitivity | null
  leftOut: LeftOut[]
  findings: Finding[]
}
