import type { Calendar } from '../model/calendar.ts'
import { hashOf } from '../model/canonical.ts'
import type { Issue } from '../model/issue.ts'
import type { Cohort } from '../model/record.ts'
import type { Ruleset } from '../model/ruleset.ts'
import type { Scored } from '../model/sheet.ts'
import { answer } from './answer.ts'
import { pastYears, recall, results } from './history.ts'
import { plan, type Phase, type Plan } from './plan.ts'
import { refer } from './reference.ts'
import { sheetOf } from './sheet.ts'
import { adjust } from './stages/adjust.ts'
import { award } from './stages/award.ts'
import { combine } from './stages/combine.ts'
import { derive, pool } from './stages/derive.ts'
import { grade } from './stages/grade.ts'
import { limit } from './stages/limit.ts'
import { outcome } from './stages/outcome.ts'
import { prorate } from './stages/prorate.ts'
import { rank } from './stages/rank.ts'
import { round } from './stages/round.ts'
import { select } from './stages/select.ts'
import { complain, newWork, type Pass, type Stage } from './work.ts'

export interface ScoreOptions {
  /** Needed where a rule counts working days. */
  calendar?: Calendar
  /** Write the reasons (default); without them scoring is faster. */
  trace?: boolean
}

const ask = (phase: Phase) => ({ ask: phase })
const show: Stage = (pass) => pass.works.forEach(results)
/** The order of scoring: eleven stages, and four times conditions are asked. */
const ORDER: readonly (Stage | { ask: Phase })[] = [
  derive, ask('stops'), pool, ask('facts'), select, award, combine, prorate, adjust, limit, round, show, ask('grades'), grade, rank, recall, ask('outcomes'), outcome,
]

function begin(ruleset: Ruleset, cohort: Cohort, options: ScoreOptions): Pass {
  const issues: Issue[] = []
  const records = new Map(cohort.records.map((r) => [r.unit, r]))
  const works = [...cohort.units].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)).map((unit) => newWork(unit, records.get(unit.id)))
  return { plan: planOf(ruleset), cohort, works, past: pastYears({ cohort, issues }), calendar: options.calendar, tracing: options.trace !== false, issues }
}
const plans = new WeakMap<Ruleset, Plan>()
/** A ruleset is never changed in place, so its plan is kept with it. */
export const planOf = (ruleset: Ruleset): Plan => {
  const known = plans.get(ruleset) ?? plan(ruleset)
  plans.set(ruleset, known)
  return known
}

function finish(pass: Pass): Scored {
  const { ruleset } = pass.plan
  for (const work of pass.works) {
    if (work.blocked.length) complain(pass, 'warning', 'unit.blocked', `records/${work.unit.id}`, { unit: work.unit.id, name: work.unit.name, by: work.blocked.join(', ') })
  }
  return {
    ruleset: { scheme: ruleset.scheme, year: ruleset.year, version: ruleset.version, hash: hashOf(ruleset) },
    cohort: { hash: hashOfData(pass.cohort), synthetic: pass.cohort.synthetic, label: pass.cohort.label },
    sheets: pass.works.map((work) => sheetOf(pass, work)),
    issues: pass.issues,
  }
}

/** Numbers that JSON lacks are issues of their own; the hash takes them as JSON does. */
const hashOfData = (cohort: Cohort): string => {
  try {
    return hashOf(cohort)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return hashOf(JSON.parse(JSON.stringify(cohort)))
  }
}

/** Scores every unit of a cohort by a valid ruleset; sheets come in institutional order. */
export function score(ruleset: Ruleset, cohort: Cohort, options: ScoreOptions = {}): Scored {
  const pass = begin(ruleset, cohort, options)
  for (const step of ORDER) {
    if (typeof step === 'function') step(pass)
    else answer(pass.plan, step.ask, pass.works)
  }
  return finish(pass)
}

/** A cohort as far as the conditions of a phase see it, before they are asked. */
export function before(ruleset: Ruleset, cohort: Cohort, phase: Phase, options: ScoreOptions = {}): Pass {
  const pass = begin(ruleset, cohort, options)
  for (const step of ORDER) {
    if (typeof step === 'function') step(pass)
    else if (step.ask === phase) break
    else answer(pass.plan, step.ask, pass.works)
  }
  return pass
}

/** The same, with every condition decided by json-rules-engine. */
export async function scoreReference(ruleset: Ruleset, cohort: Cohort, options: ScoreOptions = {}): Promise<Scored> {
  const pass = begin(ruleset, cohort, options)
  for (const step of ORDER) {
    if (typeof step === 'function') step(pass)
    else await refer(pass.plan, step.ask, pass.works)
  }
  return finish(pass)
}
