import type { Calendar } from '../../model/calendar.ts'
import type { SimulationKey } from './result.ts'
import { insistSpread, type Spread } from './spread.ts'
import type { GroupBy, Weights } from './uncertain.ts'

export interface SimulateOptions {
  /** How often; 1,000 unless told. */
  draws?: number
  /** A whole number from 0; 1 unless told. The same seed gives the same draws. */
  seed?: number
  spread?: Spread
  /** Points of criteria that were moved by hand; in each draw the criterion's own moves in proportion and the others stay. */
  weights?: Weights
  /** When a grade counts as not safe: the total lies within so many points of a bound (0.5), or the grade changes in more than a share of the draws (0.05). */
  near?: { points?: number; share?: number }
  /** What sensitivity takes together: points under each first indicator (default), in each component, or of each criterion. */
  groups?: GroupBy
  /** Rows of the sensitivity design; 0 leaves sensitivity out (default). */
  samples?: number
  /** Id of the unit whose rank and total sensitivity explains; else the mean number of places units move, and the mean total. */
  unit?: string
  /** Leave each indicator with criteria out in turn (default: no). */
  leaveOut?: boolean
  /** Needed where a rule counts working days. */
  calendar?: Calendar
  /** Told how many of all trials are done; what it throws ends the simulation. */
  progress?: (done: number, total: number) => void
}

const whole = (name: string, value: number, least: number, most: number): number => {
  if (!Number.isSafeInteger(value) || value < least || value > most) throw new RangeError(`${name} must be a whole number from ${least} to ${most}: ${value}`)
  return value
}
/** The options with what was left out; throws RangeError for what they cannot be. */
export function settled(options: SimulateOptions): SimulationKey['options'] & { seed: number } {
  const { spread = {}, weights = {}, near = {}, groups = 'indicator' } = options
  insistSpread(spread)
  return {
    draws: whole('draws', options.draws ?? 1000, 1, 1_000_000), seed: whole('seed', options.seed ?? 1, 0, 2 ** 32 - 1), spread, weights, near: { points: near.points ?? 0.5, share: near.share ?? 0.05 },
    groups, samples: whole('samples', options.samples ?? 0, 0, 1_000_000), leaveOut: options.leaveOut ?? false, unit: options.unit ?? null,
  }
}
