import { div, exact, fraction, show, type Exact, add, ZERO } from '../../model/decimal.ts'
import type { Unit } from '../../model/record.ts'
import type { Ruleset } from '../../model/ruleset.ts'
import type { UnitChange } from './unit.ts'

/** How many units go from each grade (rows, the earlier list from best to worst, null last) to each (columns, the later list, null last). */
export interface Transition { /** Null is all units. */ pool: string | null; from: (string | null)[]; to: (string | null)[]; counts: number[][] }
/** Whom the change moves within a group of units. Sums and means of differences are exact: decimals, or p/q where none is exact. */
export interface GroupChange {
  by: 'all' | 'category' | 'pool' | 'attribute'
  /** The attribute's id. */
  attribute: string | null
  /** Category, pool, or value of the attribute; null: none, or all. */
  of: string | boolean | null
  units: number
  /** Units with a total on both sides. */
  compared: number
  winners: number
  losers: number
  unchanged: number
  better: number
  worse: number
  sum: string
  mean: string | null
}
export interface OutcomeChange { outcome: string; before: number; after: number; gained: number; lost: number }
/** Ids of the units that gain or lose most points and places, the largest first. */
export interface Movers { gain: string[]; loss: string[]; rise: string[]; fall: string[] }

const poolOf = ({ before, after }: UnitChange): string | null => after.pool ?? before.pool
const idsOf = (list: readonly { id: string }[]): string[] => list.map((one) => one.id)
const both = (a: readonly { id: string }[], b: readonly { id: string }[]): string[] => [...new Set([...idsOf(b), ...idsOf(a)])]

/** Grades before × grades after, for all units and for each pool that holds any. */
export function transitions(a: Ruleset, b: Ruleset, units: readonly UnitChange[]): Transition[] {
  const from = [...idsOf(a.grades), null]
  const to = [...idsOf(b.grades), null]
  const matrix = (pool: string | null, of: readonly UnitChange[]): Transition => {
    const counts = from.map(() => to.map(() => 0))
    for (const { before, after } of of) {
      const row = counts[from.indexOf(before.grade)] as number[]
      const column = to.indexOf(after.grade)
      row[column] = (row[column] as number) + 1
    }
    return { pool, from, to, counts }
  }
  const pools = both(a.ranking.pools, b.ranking.pools).map((id) => matrix(id, units.filter((u) => poolOf(u) === id)))
  return [matrix(null, units), ...pools.filter(({ counts }) => counts.some((row) => row.some((n) => n > 0)))]
}

function groupOf(about: Pick<GroupChange, 'by' | 'attribute' | 'of'>, units: readonly UnitChange[]): GroupChange {
  const group: GroupChange = { ...about, units: units.length, compared: 0, winners: 0, losers: 0, unchanged: 0, better: 0, worse: 0, sum: '0', mean: null }
  let sum: Exact = ZERO
  for (const { difference, grades } of units) {
    if (grades !== null && grades > 0) group.better++
    if (grades !== null && grades < 0) group.worse++
    if (difference === null) continue
    const exactly = exact(difference)
    sum = add(sum, exactly)
    group.compared++
    if (exactly.n > 0n) group.winners++
    else if (exactly.n < 0n) group.losers++
    else group.unchanged++
  }
  return { ...group, sum: show(sum), mean: group.compared ? show(div(sum, fraction(BigInt(group.compared)))) : null }
}

/** Winners and losers among all units, by category, by pool, and by each attribute that is a choice or a yes or no. */
export function groupsOf(a: Ruleset, b: Ruleset, units: readonly UnitChange[], roster: readonly Unit[]): GroupChange[] {
  const split = (about: Pick<GroupChange, 'by' | 'attribute'>, values: readonly (string | boolean | null)[], of: (unit: UnitChange, i: number) => string | boolean | null): GroupChange[] => {
    const parts = new Map(values.map((value) => [value, [] as UnitChange[]]))
    units.forEach((unit, i) => {
      const value = of(unit, i)
      const known = parts.get(value)
      if (known) known.push(unit)
      else parts.set(value, [unit])
    })
    return [...parts].filter(([, list]) => list.length > 0).map(([value, list]) => groupOf({ ...about, of: value }, list))
  }
  return [
    groupOf({ by: 'all', attribute: null, of: null }, units),
    ...split({ by: 'category', attribute: null }, both(a.categories, b.categories), (u) => u.category),
    ...split({ by: 'pool', attribute: null }, [...both(a.ranking.pools, b.ranking.pools), null], poolOf),
    ...b.attributes.filter(({ kind }) => kind === 'boolean' || kind === 'choice').flatMap(({ id, options = [] }) => split({ by: 'attribute', attribute: id }, [...idsOf(options)], (_, i) => {
      const value = roster[i]?.attributes?.[id]
      return typeof value === 'string' || typeof value === 'boolean' ? value : null
    })),
  ]
}

/** Outcomes of either ruleset: how many units each follows for, and for whom it is new or gone. */
export const outcomesOf = (a: Ruleset, b: Ruleset, units: readonly UnitChange[]): OutcomeChange[] => {
  const found = new Map(both(a.outcomes, b.outcomes).map((outcome): [string, OutcomeChange] => [outcome, { outcome, before: 0, after: 0, gained: 0, lost: 0 }]))
  for (const { before, after, gained, lost } of units) {
    for (const [key, list] of [['before', before.outcomes], ['after', after.outcomes], ['gained', gained], ['lost', lost]] as const) {
      for (const id of list) (found.get(id) as OutcomeChange)[key]++
    }
  }
  return [...found.values()]
}

/** The units that gain and lose most; equals stand in institutional order. */
export function moversOf(units: readonly UnitChange[], count: number): Movers {
  const top = (measure: (unit: UnitChange) => Exact | null): string[] => {
    const moved = units.flatMap((unit) => ((by) => (by !== null && by.n > 0n ? [{ id: unit.unit, by }] : []))(measure(unit)))
    return moved.sort((x, y) => ((d) => (d < 0n ? -1 : d > 0n ? 1 : 0))(y.by.n * x.by.d - x.by.n * y.by.d)).slice(0, count).map(({ id }) => id)
  }
  const points = (sign: bigint) => ({ difference }: UnitChange): Exact | null => (difference === null ? null : ((d) => ({ n: sign * d.n, d: d.d }))(exact(difference)))
  const places = (sign: number) => ({ places: moved }: UnitChange): Exact | null => (moved === null ? null : fraction(BigInt(sign * moved)))
  return { gain: top(points(1n)), loss: top(points(-1n)), rise: top(places(1)), fall: top(places(-1)) }
}
