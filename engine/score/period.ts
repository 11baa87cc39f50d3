import type { Ruleset } from '../model/ruleset.ts'

export interface Period { year: number; period: number }
const PERIODS = { year: 1, 'half-year': 2, quarter: 4 } as const

/** The ruleset's own period, counted from 1 within its year. */
export const now = ({ period, year }: Ruleset): Period => ({ year, period: Math.floor((Number(period.start.slice(5, 7)) - 1) / (12 / PERIODS[period.kind])) + 1 })
/** The period before one: adjacency follows the scheme's own sequence of periods. */
export const before = (ruleset: Ruleset, at: Period): Period => (at.period > 1 ? { year: at.year, period: at.period - 1 } : { year: at.year - 1, period: PERIODS[ruleset.period.kind] })
