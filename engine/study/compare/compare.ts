import { diff } from '../../edit/diff.ts'
import { apply } from '../../edit/step.ts'
import { hashOf } from '../../model/canonical.ts'
import type { Cohort } from '../../model/record.ts'
import type { Ruleset } from '../../model/ruleset.ts'
import { compile } from '../../score/columns/compile.ts'
import { evaluate } from '../../score/columns/evaluate.ts'
import { BLOCK, load, reload, type LoadOptions } from '../../score/columns/load.ts'
import { inYear } from '../in-year.ts'
import { needsOf, type Need } from './needs.ts'
import { groupsOf, moversOf, outcomesOf, transitions, type GroupChange, type Movers, type OutcomeChange, type Transition } from './summary.ts'
import { changeAt, scaleOf, type UnitChange } from './unit.ts'

export interface CompareOptions extends LoadOptions {
  /** `cohort` (default): a ruleset of another year is read as it would stand in the cohort's year; `own`: each in its own year. */
  asOf?: 'cohort' | 'own'
  /** How many movers to list on each side; 10 unless told. */
  movers?: number
}
export interface Version { scheme: string; year: number; version: number; title: string; hash: string }
/** Two rulesets over one cohort, as plain JSON. */
export interface Comparison {
  from: Version
  to: Version
  cohort: { label: string; scheme: string; year: number; synthetic: boolean; units: number }
  /** The year both were read in, when one of them is of another; null = each in its own. */
  asOf: number | null
  /** No unit's total, grade, rank, pool or outcomes differ. */
  same: boolean
  /** In institutional order. */
  units: UnitChange[]
  /** All units first, then each pool. */
  transitions: Transition[]
  /** All units first, then by category, pool and attribute. */
  groups: GroupChange[]
  outcomes: OutcomeChange[]
  movers: Movers
  needs: Need[]
  /** Facts of the cohort that the later ruleset does not know. */
  dropped: string[]
}

export const versionOf = ({ year, version, ...ruleset }: Ruleset): Version => ({ scheme: ruleset.scheme, year, version, title: ruleset.title, hash: hashOf({ year, version, ...ruleset }) })

/** Both rulesets as they are to be compared: in one year, and the later one sharing with the earlier all that is the same. */
export function pairOf(a: Ruleset, b: Ruleset, cohort: Cohort, asOf: CompareOptions['asOf']): { before: Ruleset; after: Ruleset; year: number | null } {
  const own = asOf === 'own' || (a.year === cohort.year && b.year === cohort.year)
  const [before, after] = own ? [a, b] : [inYear(a, cohort.year), inYear(b, cohort.year)]
  return { before, after: apply(before, diff(before, after)), year: own ? null : cohort.year }
}

/** Scores a cohort by two valid rulesets and tells every difference. `progress` counts units: read for each ruleset, then told. Throws RangeError for a ruleset that is not valid, and what `progress` throws. */
export function compare(a: Ruleset, b: Ruleset, cohort: Cohort, options: CompareOptions = {}): Comparison {
  const { before, after, year } = pairOf(a, b, cohort, options.asOf)
  const n = cohort.units.length
  const tell = (phase: number, done: number): void => options.progress?.(phase * n + done, 3 * n)
  const loading = (phase: number): LoadOptions => ({ ...(options.calendar ? { calendar: options.calendar } : {}), progress: ((seen) => (done: number) => tell(phase, (seen = Math.max(seen, done))))(0) })
  const compiled = compile(before)
  const columns = load(compiled, cohort, loading(0))
  const from = evaluate(compiled, columns)
  const changed = compile(after, compiled)
  const to = evaluate(changed, reload(changed, { ...columns, options: loading(1) }))
  const needs = needsOf(to, compiled)
  const scale = scaleOf(before, after)
  const units: UnitChange[] = []
  columns.units.forEach((unit, at) => {
    units.push(changeAt(scale, from, to, unit, at))
    if (units.length % BLOCK === 0 || units.length === n) tell(2, units.length)
  })
  const facts = new Set(after.facts.map((f) => f.id))
  return {
    from: versionOf(a), to: versionOf(b), cohort: { label: cohort.label, scheme: cohort.scheme, year: cohort.year, synthetic: cohort.synthetic, units: n }, asOf: year,
    same: units.every((u) => u.same), units, transitions: transitions(before, after, units), groups: groupsOf(before, after, units, columns.units), outcomes: outcomesOf(before, after, units),
    movers: moversOf(units, options.movers ?? 10), needs, dropped: [...new Set(cohort.records.flatMap((r) => Object.keys(r.facts)))].filter((id) => !facts.has(id)),
  }
}
