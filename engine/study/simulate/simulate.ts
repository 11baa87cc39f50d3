import { hashOf } from '../../model/canonical.ts'
import type { Calendar } from '../../model/calendar.ts'
import type { Cohort } from '../../model/record.ts'
import type { Ruleset } from '../../model/ruleset.ts'
import { compile } from '../../score/columns/compile.ts'
import { load } from '../../score/columns/load.ts'
import { differs, unitsOf } from './units.ts'
import { findingsOf } from './findings.ts'
import { nearOf, roundingOf } from './near.ts'
import type { Simulation, SimulationKey } from './result.ts'
import { insistSpread, type Spread } from './spread.ts'
import { newTally, note } from './tally.ts'
import { outcomeOf, tried, Trials, written } from './trial.ts'
import { uncertain, type GroupBy, type Weights } from './uncertain.ts'

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
function settled(options: SimulateOptions): SimulationKey['options'] & { seed: number } {
  const { spread = {}, weights = {}, near = {}, groups = 'indicator' } = options
  insistSpread(spread)
  return {
    draws: whole('draws', options.draws ?? 1000, 1, 1_000_000), seed: whole('seed', options.seed ?? 1, 0, 2 ** 32 - 1), spread, weights, near: { points: near.points ?? 0.5, share: near.share ?? 0.05 },
    groups, samples: whole('samples', options.samples ?? 0, 0, 1_000_000), leaveOut: options.leaveOut ?? false,
  }
}

/** Scores a cohort by a valid ruleset many times, drawing anew what the spread leaves open. The result is the same to the byte for the same ruleset, cohort, seed and options. Throws RangeError for options that cannot be, and what `progress` throws. */
export function simulate(ruleset: Ruleset, cohort: Cohort, options: SimulateOptions = {}): Simulation {
  const { seed, ...chosen } = settled(options)
  const { calendar } = options
  const scoring = calendar ? { calendar } : {}
  const compiled = compile(ruleset)
  const columns = load(compiled, cohort, scoring)
  const open = uncertain(compiled, cohort, chosen.spread, seed, chosen.groups, chosen.weights)
  const results = tried(compiled, columns, open.base)
  const stands = outcomeOf(results)
  const trials = new Trials(compiled, columns)
  const tally = newTally(chosen.draws, cohort.units.length)
  for (let draw = 0; draw < chosen.draws; draw++) {
    note(tally, draw, open.groups.length ? trials.run(open.at(() => draw)) : stands)
    options.progress?.(draw + 1, chosen.draws)
  }
  const units = unitsOf(results, tally)
  const base = written(compiled, cohort, open.base)
  const found = {
    key: { ruleset: hashOf(ruleset), cohort: hashOf(cohort), calendar: calendar ? hashOf(calendar) : null, seed, options: chosen },
    ruleset: { scheme: ruleset.scheme, year: ruleset.year, version: ruleset.version, title: ruleset.title }, cohort: { label: cohort.label, synthetic: cohort.synthetic, units: units.length },
    same: !differs(tally, stands), drawn: [...open.groups], units, near: nearOf(ruleset, units, chosen.near), rounding: roundingOf(base.ruleset, base.cohort, units, scoring), sensitivity: null, leftOut: [],
  }
  return { ...found, findings: findingsOf(found) }
}
