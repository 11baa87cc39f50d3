import type { Unit } from '../../model/record.ts'
import type { Ruleset } from '../../model/ruleset.ts'
import { power } from '../../score/columns/decimal-number.ts'
import { SCORED, type Results } from '../../score/columns/results.ts'
import { decimal } from '../../score/columns/sheets.ts'
import { lacksAt, resultAt, type UnitResult } from './result.ts'

/** Why one side has no total, and which places (by path in its ruleset) say so. */
export interface NoTotal { side: 'before' | 'after'; code: 'blocked' | 'stopped'; by: string[] }
/** One unit under both rulesets. Differences are after minus before; what went up is positive. */
export interface UnitChange {
  unit: string
  name: string
  category: string
  before: UnitResult
  after: UnitResult
  /** Exact difference of totals as a decimal string; null when a side has none (see `without`). */
  difference: string | null
  without: NoTotal[]
  /** Places gained within one pool; null when not ranked in the same pool on both sides. */
  places: number | null
  /** Grades gained, counted in the list of the later ruleset; null where it lacks a grade of either side. */
  grades: number | null
  /** Outcomes that follow now and did not before, and the other way round. */
  gained: string[]
  lost: string[]
  /** Nothing above differs. */
  same: boolean
}

/** Differences of totals as whole numbers of the finer rounding's last place. */
export interface Scale { places: number; before: number; after: number }
export function scaleOf(a: Ruleset, b: Ruleset): Scale {
  const places = Math.max(a.rounding.places, b.rounding.places)
  return { places, before: power(places - a.rounding.places), after: power(places - b.rounding.places) }
}
/** After minus before of one unit in units of the scale; NaN when a side has no total. */
const wholeDifference = (scale: Scale, a: Results, b: Results, at: number): number =>
  a.state[at] === SCORED && b.state[at] === SCORED ? (b.total[at] as number) * scale.after - (a.total[at] as number) * scale.before : Number.NaN

const noTotal = (side: NoTotal['side'], results: Results, at: number, { state }: UnitResult): NoTotal[] => (state === 'scored' ? [] : [{ side, code: state, by: lacksAt(results, at) }])

/** A unit's two results side by side. */
export function changeAt(scale: Scale, a: Results, b: Results, unit: Unit, at: number): UnitChange {
  const [before, after] = [resultAt(a, at), resultAt(b, at)]
  const whole = wholeDifference(scale, a, b, at)
  const { grades } = b.compiled.ruleset
  const [from, to] = [before, after].map(({ grade }) => (grade === null ? -1 : grades.findIndex((g) => g.id === grade))) as [number, number]
  const gained = after.outcomes.filter((id) => !before.outcomes.includes(id))
  const lost = before.outcomes.filter((id) => !after.outcomes.includes(id))
  const equal = before.state === after.state && (before.state === 'scored' ? whole === 0 : true) && before.grade === after.grade && before.rank === after.rank && before.pool === after.pool
  return {
    unit: unit.id, name: unit.name, category: unit.category, before, after,
    difference: Number.isNaN(whole) ? null : decimal(whole, scale.places),
    without: [...noTotal('before', a, at, before), ...noTotal('after', b, at, after)],
    places: before.rank !== null && after.rank !== null && before.pool === after.pool ? before.rank - after.rank : null,
    grades: from < 0 || to < 0 ? null : from - to,
    gained, lost, same: equal && gained.length === 0 && lost.length === 0,
  }
}
