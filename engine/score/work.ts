import type { Calendar } from '../model/calendar.ts'
import { show, ZERO, type Exact } from '../model/decimal.ts'
import { issue, type Issue, type Level } from '../model/issue.ts'
import type { Seen } from '../model/operators.ts'
import { MISSING, type Value } from '../model/read-fact.ts'
import type { Cohort, PastResult, Record, Unit } from '../model/record.ts'
import type { State, TraceLine } from '../model/sheet.ts'
import type { Names } from '../model/names.ts'
import type { Item, Node, Plan } from './plan.ts'

export interface Award { item: Item; state: State; earned: Exact; fired: string[]; filled: string | null }
export interface Part { id: string; earned: Exact; applicable: Exact; full: Exact; prorated: Exact | null }

/** One unit on its way through the stages. */
export interface Work {
  unit: Unit
  record: Record
  values: Map<string, Value>
  /** Answers of conditions, by question key. */
  holds: Set<string>
  past: Map<string, Seen>
  awards: Award[]
  parts: Part[]
  nodes: Map<Node, { earned: Exact; applicable: Exact }>
  extra: Exact
  base: Exact
  bonus: Exact
  deduction: Exact
  total: Exact | null
  rounded: Exact | null
  /** Total by which a grade would be found without rounding. */
  grade: string | null
  rank: number | null
  pool: string | null
  /** Grade a stop verdict declares. */
  stopped: string | null
  /** Best grade left open by verdicts, as an index. */
  bestGrade: number
  blocked: string[]
  flags: Set<string>
  outcomes: string[]
  trace: TraceLine[]
}

/** A cohort on its way through the stages. */
export interface Pass {
  plan: Plan
  cohort: Cohort
  works: Work[]
  past: PastYears
  calendar: Calendar | undefined
  tracing: boolean
  issues: Issue[]
}
export type PastYears = readonly { year: number; period: number; results: ReadonlyMap<string, PastResult> }[]
export type Stage = (pass: Pass) => void

export const newWork = (unit: Unit, record: Record | undefined): Work => ({
  unit, record: record ?? { unit: unit.id, facts: {} }, values: new Map(), holds: new Set(), past: new Map(), awards: [], parts: [], nodes: new Map(),
  extra: ZERO, base: ZERO, bonus: ZERO, deduction: ZERO, total: null, rounded: null, grade: null, rank: null, pool: null,
  stopped: null, bestGrade: 0, blocked: [], flags: new Set(), outcomes: [], trace: [],
})

/** Writes a trace line; exact inputs become exact text. */
export function note(
  pass: Pass, work: Work, stage: TraceLine['stage'], code: string, path: string,
  inputs: { [name: string]: Exact | string | number | boolean | null }, output: Exact | string | null, more: { rule?: string; clause?: string | undefined } = {},
): void {
  if (!pass.tracing) return
  const plain: TraceLine['inputs'] = {}
  for (const name in inputs) {
    const value = inputs[name] as Exact | string | number | boolean | null
    plain[name] = typeof value === 'object' && value !== null ? show(value) : value
  }
  const line: TraceLine = { stage, code, path, inputs: plain, output: typeof output === 'object' && output !== null ? show(output) : output }
  if (more.rule !== undefined) line.rule = more.rule
  if (more.clause !== undefined) line.clause = more.clause
  work.trace.push(line)
}

export function complain(pass: Pass, level: Level, code: string, path: string, values: Issue['values']): void {
  pass.issues.push(issue(level, code, path, values))
}

/** Is everything a condition or rule names there? Not applicable wins over missing. */
export function readiness(work: Work, names: Names): State {
  let state: State = 'given'
  for (const name of names.values) {
    const found = stateOf(work, name)
    if (found === 'not-applicable') return found
    if (found === 'missing') state = found
  }
  return state
}
const stateOf = (work: Work, name: string): State => {
  const value = work.values.get(name)
  if (value) return value.state
  const seen = see(work, name)
  return seen === undefined ? 'missing' : seen === null ? 'not-applicable' : 'given'
}
/** What a condition sees under a name; undefined is missing, null not applicable. */
export function see(work: Work, name: string): Seen {
  const value = work.values.get(name)
  if (value) return value.seen
  if (name.startsWith('history.') || name.startsWith('result.') || name.startsWith('decision.')) return work.past.get(name)
  if (name === 'unit.category') return work.unit.category
  if (name === 'unit.id') return work.unit.id
  if (name.startsWith('unit.')) return work.unit.attributes?.[name.slice(5)]
  return undefined
}
export const valueOf = (work: Work, name: string): Value => work.values.get(name) ?? MISSING
/** Has a stop verdict been found to hold for the unit? */
export const isStopped = (pass: Pass, work: Work): boolean =>
  pass.plan.questions.stops.some((q) => work.holds.has(q.key) && readiness(work, q.names) === 'given')
/** A unit that gets a total: neither stopped nor blocked. */
export const counts = (work: Work): boolean => work.stopped === null && work.blocked.length === 0
