import { scaled } from '../../score/columns/core.ts'
import { power } from '../../score/columns/decimal-number.ts'
import { bestGrades } from '../../score/columns/regrade.ts'
import { gradingAt, gradingsOf } from '../../score/columns/places.ts'
import { SCORED, type Results } from '../../score/columns/results.ts'
import { besideOf, type Beside } from './earned.ts'
import type { Judge } from './judge.ts'
import { steadiness, type Applying } from './applying.ts'
import type { Span } from './span.ts'
import type { Sums } from './sums.ts'
import type { Row, Table } from './table.ts'

/** What one unit has earned and what applies to it, by these factors; `bend` is the part by which the sum may be more than its terms; points outside the maximum by either of two factors. */
interface Term { unit: number; earned: number; applicable: number; bend: number; extra: readonly [number, number] }
/** A sum over one unit or two: 0 or above = possible. `band` is the lever of the start it is held against (−1 = none), `slope` what a rise of that adds; the start is taken where it helps most. */
export interface Form { terms: readonly Term[]; start: number; band: number; slope: number }
/** A form's place, or what is so whatever the levers do. */
export const NEVER = -1
export const ALWAYS = -2
/** Rounding of binary sums stays far below this many ten-thousandths. */
export const SLACK = 1e-3
/** What a unit may come to: `reach` and `under` are forms by band, the highest first; `wild` may lose its total. */
interface Prospect { unit: number; reach: readonly number[]; under: readonly number[]; grades: Int8Array; cap: number; loose: boolean; wild: boolean }
export interface Forms { list: readonly Form[]; prospects: readonly Prospect[]; before: ReadonlyMap<Int32Array, Int32Array>; worst: number; away: number }

/** How far a rounded total may be from base plus bonus less deduction, in ten-thousandths; 3 for what is known to four places only. */
const awayOf = ({ compiled: { ruleset: { rounding } } }: Results): number => power(4 - rounding.places) * (rounding.mode === 'down' ? 1 : 0.5) + 3
const isRatio = ({ compiled }: Results): boolean => compiled.ruleset.proration.method !== 'none'

/** By what each unit may reach the start of a band, stay under it, or stay before another. The cohort is scored once more. */
export function formsOf(table: Table, spans: readonly Span[], sums: Sums, judge: Judge): Forms {
  const { base, at: { earned, applicable, extra } } = table
  const { ruleset, full } = base.compiled
  const laid = gradingsOf(base.compiled)
  const best = bestGrades(base)
  const beside = besideOf(base)
  const applying = steadiness(table, sums)
  const list: Form[] = []
  const away = awayOf(base)
  const least = ruleset.limits.min === undefined ? -Infinity : scaled(ruleset.limits.min)
  const quota = spans.some(({ lever }) => lever.type === 'share' || lever.type === 'places')
  /** The base is at least (sign 1) or below (−1) a bound. */
  const add = (unit: number, sign: 1 | -1, bound: number, band: number): number => {
    const by = isRatio(base) ? (-sign * bound) / full : 0
    const [low, high] = isRatio(base) ? applying.range(unit) : [full, full]
    return list.push({ terms: [{ unit, earned: sign, applicable: by, bend: 0, extra: [(sign * low) / full, (sign * high) / full] }], start: sign * (earned[unit] as number) + by * (applicable[unit] as number) + (isRatio(base) ? 0 : -sign * bound), band, slope: isRatio(base) ? (-sign * (applicable[unit] as number)) / full : -sign }) - 1
  }
  const prospects = [...base.state].flatMap((state, unit): Prospect[] => {
    if (state !== SCORED) return []
    const g = gradingAt(laid, base, unit)
    const grading = ruleset.gradings[g]
    const bands = laid.bands[g]
    if (!grading || !bands) return []
    const starts = [...bands.from].map((from) => {
      const span = spans.findIndex(({ lever, now }) => lever.type === 'band' && lever.grading === grading.id && now === from)
      return { span, low: (spans[span]?.low ?? from) - away, high: (spans[span]?.high ?? from) + away }
    })
    const [ceiling, more] = [beside.ceiling[unit] as number, extra[unit] as number]
    return [{
      unit, grades: bands.grade, cap: best[unit] as number, loose: quota || (grading.quotas ?? []).length > 0 || (grading.requires ?? []).length > 0, wild: applying.wild(unit),
      reach: starts.map(({ span, low }) => (least >= low ? ALWAYS : ceiling < low ? NEVER : add(unit, 1, low - (beside.most[unit] as number) - more, span))),
      under: starts.map(({ span, high }) => (ceiling < high ? ALWAYS : least >= high ? NEVER : add(unit, -1, high - (beside.least[unit] as number) - more, span))),
    }]
  })
  return { list, prospects, before: pairForms(table, beside, judge, applying, list, 2 * away), worst: ruleset.grades.length - 1, away }
}
const MANY_PAIRS = 6_000
/** By what the first unit of each pair may keep its place before the second; pairs whose totals a limit or verdict may make equal are left out. */
function pairForms({ base, at: { earned, applicable, extra } }: Table, beside: Beside, judge: Judge, { bend, fall, wild }: Applying, list: Form[], more: number): ReadonlyMap<Int32Array, Int32Array> {
  const { limits, rounding } = base.compiled.ruleset
  const factor = (i: number): number => (isRatio(base) ? base.compiled.full / (applicable[i] as number) : 1)
  const standing = (i: number, side: Float64Array): number => factor(i) * (earned[i] as number) + (extra[i] as number) + (side[i] as number)
  /** base' = base + full / applicable' × (what is earned more − share earned × what applies more). */
  const term = (unit: number, sign: 1 | -1): Term => ({ unit, earned: sign * factor(unit), applicable: isRatio(base) ? -sign * factor(unit) * ((earned[unit] as number) / (applicable[unit] as number)) : 0, bend: bend(unit), extra: [sign, sign] })
  const clear = (unit: number): boolean => limits.min === undefined || (base.total[unit] as number) * power(4 - rounding.places) - factor(unit) * (1 + bend(unit)) * fall(unit) - more > scaled(limits.min)
  return new Map(judge.ready.flatMap((ready): [Int32Array, Int32Array][] => {
    if (ready.type !== 'order' || ready.pairs.length > 2 * MANY_PAIRS) return []
    return [[ready.pairs, Int32Array.from({ length: ready.pairs.length / 2 }, (_, k) => {
      const [a, b] = [ready.pairs[2 * k] as number, ready.pairs[2 * k + 1] as number]
      if (beside.ceiling[a] !== Infinity || beside.ceiling[b] !== Infinity || wild(a) || wild(b) || !clear(b)) return ALWAYS
      return list.push({ terms: [term(a, 1), term(b, -1)], start: standing(a, beside.most) - standing(b, beside.least) + more, band: -1, slope: 0 }) - 1
    })]]
  }))
}

/** The most a value of a lever may add to a form. */
export const addsOf = ({ terms }: Form, { low, high, applicable, extra }: Row): number => terms.reduce((sum, { unit, earned, applicable: by, bend, extra: [one, other] }) => {
  const most = (side: Float64Array): number => ((x) => x + bend * Math.abs(x))(earned * (side[unit] as number) + by * (applicable[unit] as number))
  const more = extra[unit] as number
  return sum + Math.max(most(low), most(high)) + Math.max(one * more, other * more)
}, 0)

/** Reads the grades each unit may have from the values of the forms; one worse than the worst: it may have none. */
export function readForms({ prospects, worst: last }: Forms, values: Float64Array, best: Int8Array, worst: Int8Array): void {
  const may = (form: number): boolean => form === ALWAYS || (form !== NEVER && (values[form] as number) >= -SLACK)
  for (const { unit, reach, under, grades, cap, loose, wild } of prospects) {
    let high = 0
    while (high < grades.length - 1 && !may(reach[high] as number)) high++
    let low = grades.length - 1
    while (low > 0 && !may(under[low - 1] as number)) low--
    best[unit] = Math.max(grades[high] as number, cap)
    worst[unit] = wild ? last + 1 : loose ? last : Math.max(grades[low] as number, cap)
  }
}
/** Pairs that stand the other way round for sure. */
export function turnedBy({ before }: Forms, values: Float64Array, pairs: Int32Array): number {
  let count = 0
  for (const form of before.get(pairs) ?? []) if (form === NEVER || (form >= 0 && (values[form] as number) < -SLACK)) count++
  return count
}
