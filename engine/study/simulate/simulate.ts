import { hashOf } from '../../model/canonical.ts'
import type { Cohort } from '../../model/record.ts'
import type { Ruleset } from '../../model/ruleset.ts'
import { compile } from '../../score/columns/compile.ts'
import { power } from '../../score/columns/decimal-number.ts'
import { load } from '../../score/columns/load.ts'
import { differs, unitsOf } from './units.ts'
import { findingsOf } from './findings.ts'
import { leavesOf, leftOutOf } from './left-out.ts'
import { nearOf, roundingOf } from './near.ts'
import { settled, type SimulateOptions } from './options.ts'
import type { Simulation } from './result.ts'
import { sensitivityOf } from './sensitivity.ts'
import { newTally, note } from './tally.ts'
import { outcomeOf, tried, Trials, written } from './trial.ts'
import { uncertain } from './uncertain.ts'

/** Counts trials for whoever wants to know. */
function teller(total: number, progress: SimulateOptions['progress']): () => void {
  let done = 0
  return () => progress?.(++done, total)
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
  const about = chosen.unit === null ? null : columns.units.findIndex((u) => u.id === chosen.unit)
  if (about === -1) throw new RangeError(`no such unit: ${String(chosen.unit)}`)
  const samples = open.groups.length ? chosen.samples : 0
  const tell = teller(chosen.draws + samples * (open.groups.length + 2) + (chosen.leaveOut ? leavesOf(compiled).length : 0), options.progress)
  const tally = newTally(chosen.draws, cohort.units.length)
  for (let draw = 0; draw < chosen.draws; draw++) {
    note(tally, draw, open.groups.length ? trials.run(open.at(() => draw)) : stands)
    tell()
  }
  const sensitivity = samples ? sensitivityOf(open, trials, stands, samples, about, power(ruleset.rounding.places), tell) : null
  const leftOut = chosen.leaveOut ? leftOutOf(compiled, cohort, open.base, stands, scoring, tell) : []
  const units = unitsOf(results, tally)
  const base = written(compiled, cohort, open.base)
  const found = {
    key: { ruleset: hashOf(ruleset), cohort: hashOf(cohort), calendar: calendar ? hashOf(calendar) : null, seed, options: chosen },
    ruleset: { scheme: ruleset.scheme, year: ruleset.year, version: ruleset.version, title: ruleset.title }, cohort: { label: cohort.label, synthetic: cohort.synthetic, units: units.length },
    same: !differs(tally, stands), drawn: [...open.groups], units, near: nearOf(ruleset, units, chosen.near), rounding: roundingOf(base.ruleset, base.cohort, units, scoring), sensitivity, leftOut,
  }
  return { ...found, findings: findingsOf(found) }
}
