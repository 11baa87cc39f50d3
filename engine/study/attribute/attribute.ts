import { fraction, show } from '../../model/decimal.ts'
import type { Cohort } from '../../model/record.ts'
import type { Ruleset } from '../../model/ruleset.ts'
import { power } from '../../score/columns/decimal-number.ts'
import { decimal } from '../../score/columns/sheets.ts'
import type { LoadOptions } from '../../score/columns/load.ts'
import { pairOf, versionOf, type CompareOptions, type Version } from '../compare/compare.ts'
import { editsOf, type Edit, type EditOptions } from './edits.ts'
import { MEASURES, readerOf, type Measure, type Obstacle } from './ledger.ts'
import { exactShares, sampledShares, type Shares } from './shares.ts'
import { sorted } from './sorted.ts'
import { worldsOf, type Choice } from './worlds.ts'

export interface AttributeOptions extends LoadOptions, EditOptions, Pick<CompareOptions, 'asOf'> {
  /** Up to so many edits every set of them is scored; 12 unless told, 16 at most. */
  exactUpTo?: number
  /** Beyond that: random orders with their reverse, 100 unless told. */
  pairs?: number
  seed?: number
  /** Ids of the units to attribute; all unless told. Every unit is scored all the same. */
  units?: readonly string[]
}
/** A difference split over the edits, in their order; parts are exact (decimals, or p/q) and add up to it. Of totals in points, of grades and ranks in steps up. */
export interface Split<V> { before: V; after: V; difference: string; parts: string[]; /** Standard errors of sampled parts. */ errors: number[] | null }
/** Why a measure is not split, and the smallest set of edits that shows it. */
export interface NotSplit { measure: Measure; code: Obstacle; edits: string[] }
export interface UnitAttribution { unit: string; name: string; category: string; total: Split<string> | null; grade: Split<string> | null; rank: Split<number> | null; without: NotSplit[] }
/** What an edit does to all units together: the exact sum of its parts, how many it lifts and lowers; `alone` counts grades and ranks that it moves when it is the only edit. */
export interface EditSummary {
  edit: string
  total: Sums
  grade: Sums
  rank: Sums
  alone: { better: number; worse: number; rise: number; fall: number }
}
export interface Sums { sum: string; up: number; down: number }
export interface Attribution {
  from: Version
  to: Version
  asOf: number | null
  /** `exact` over all sets of edits, or `sampled` over `orders` random orders. */
  method: 'exact' | 'sampled'
  orders: number | null
  seed: number | null
  /** Edits that can move something; parts are told in this order. */
  edits: Edit[]
  /** Edits of words and of what follows from results, which move no total, grade or rank. */
  inert: Edit[]
  units: UnitAttribution[]
  summary: EditSummary[]
}

/**
 * Splits the difference of every unit's official total, grade and rank between two valid rulesets over the edits that lead from one to the
 * other: Shapley values, the whole cohort scored anew under every set of edits. A set that cannot be scored, or leaves a unit without a
 * number, is told at the unit instead of a number; sums of points other than full marks are scored as proration says. Throws RangeError
 * for more than 16 edits to be exact over, and what `progress` throws.
 */
export function attribute(a: Ruleset, b: Ruleset, cohort: Cohort, options: AttributeOptions = {}): Attribution {
  const { before, after, year } = pairOf(a, b, cohort, options.asOf)
  const { exactUpTo = 12, pairs = 100, seed = 1 } = options
  if (exactUpTo > 16) throw new RangeError(`every set of ${exactUpTo} edits is too many: 16 at most`)
  const all = editsOf(before, after, options)
  const edits = all.filter((edit) => !edit.inert)
  const n = edits.length
  const worlds = worldsOf(before, after, edits, sorted(before, after, edits), cohort, options.calendar)
  const asked = worlds.units.flatMap((unit, at) => (!options.units || options.units.includes(unit.id) ? [at] : []))
  const places = Math.max(before.rounding.places, after.rounding.places)
  const reader = readerOf(asked, places, after.grades.map((g) => g.id))
  const read = (choice: Choice) => reader(worlds.world(choice))
  const progress = options.progress ?? (() => undefined)
  const exactly = n <= exactUpTo
  const shares = exactly ? exactShares(n, asked.length, worlds.whole, read, progress) : sampledShares(n, asked.length, worlds.whole, read, pairs, seed, progress)
  const alone = edits.map((_, k) => ((one) => ({ better: moves(shares, one, 'grade', 1), worse: moves(shares, one, 'grade', -1), rise: moves(shares, one, 'rank', 1), fall: moves(shares, one, 'rank', -1) }))(read(1n << BigInt(k))))
  const told = teller(shares, asked.length, edits, places, after)
  return {
    from: versionOf(a), to: versionOf(b), asOf: year, method: exactly ? 'exact' : 'sampled', orders: exactly ? null : 2 * pairs, seed: exactly ? null : seed,
    edits, inert: all.filter((edit) => edit.inert),
    units: asked.map((at, i) => ((unit) => ({ unit: unit.id, name: unit.name, category: unit.category, ...told.unit(i) }))(worlds.units[at] as (typeof worlds.units)[number])),
    summary: edits.map((edit, k) => ({ edit: edit.id, total: told.sums('total', k), grade: told.sums('grade', k), rank: told.sums('rank', k), alone: alone[k] as EditSummary['alone'] })),
  }
}
/** How many units move in one direction from the first set of edits to another. */
function moves({ first }: Shares, to: Shares['first'], measure: Measure, sign: number): number {
  const [x, y] = [first[measure], to[measure]]
  return x.of.reduce((count, from, i) => (x.obstacle[i] === 0 && y.obstacle[i] === 0 && ((y.of[i] as number) - from) * sign > 0 ? count + 1 : count), 0)
}

/** Puts whole numbers into words of JSON. */
function teller(shares: Shares, units: number, edits: readonly Edit[], places: number, goal: Ruleset) {
  const { first, last, parts, errors, obstacles, over } = shares
  const per = { total: power(places), grade: 1, rank: 1 }
  const exactly = (whole: number, measure: Measure, by = over): string => show(fraction(BigInt(whole), BigInt(by) * BigInt(per[measure])))
  const split = <V>(measure: Measure, i: number, value: (whole: number) => V): Split<V> | null => {
    if (obstacles[measure].has(i)) return null
    const [before, after] = [first[measure].of[i] as number, last[measure].of[i] as number]
    return {
      before: value(before), after: value(after), difference: exactly(after - before, measure, 1), parts: edits.map((_, k) => exactly(parts[measure][k * units + i] as number, measure)),
      errors: errors && edits.map((_, k) => (errors[measure][k * units + i] as number) / per[measure]),
    }
  }
  return {
    unit: (i: number): Omit<UnitAttribution, 'unit' | 'name' | 'category'> => ({
      total: split('total', i, (whole) => decimal(whole, places)), grade: split('grade', i, (whole) => goal.grades[-whole]?.id ?? ''), rank: split('rank', i, (whole) => -whole),
      without: MEASURES.flatMap((measure) => ((found) => (found ? [{ measure, code: found.code, edits: edits.filter((_, k) => (found.choice >> BigInt(k)) & 1n).map((edit) => edit.id) }] : []))(obstacles[measure].get(i))),
    }),
    sums(measure: Measure, k: number): Sums {
      const sums = { sum: 0n, up: 0, down: 0 }
      for (let i = 0; i < units; i++) {
        if (obstacles[measure].has(i)) continue
        const part = parts[measure][k * units + i] as number
        sums.sum += BigInt(part)
        if (part > 0) sums.up++
        if (part < 0) sums.down++
      }
      return { sum: show(fraction(sums.sum, BigInt(over) * BigInt(per[measure]))), up: sums.up, down: sums.down }
    },
  }
}
