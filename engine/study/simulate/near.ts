import { cmp, exact, fixed, fraction, max, neg, show, sub, type Exact } from '../../model/decimal.ts'
import type { Cohort } from '../../model/record.ts'
import type { Grading, Ruleset } from '../../model/ruleset.ts'
import { before, type ScoreOptions } from '../../score/score.ts'
import { bandOf } from '../../score/stages/grade.ts'
import type { NearUnit, RoundingUnit, UnitDraws } from './result.ts'

/** A number of points where one grade ends and the next begins. */
interface Bound { at: Exact; above: string; below: string }
function boundsOf(grading: Grading | undefined): Bound[] {
  const bands = [...(grading?.bands ?? [])].sort((a, b) => (b.from ?? -Infinity) - (a.from ?? -Infinity))
  return bands.flatMap((band, i) => {
    const next = bands[i + 1]
    return next && band.from !== undefined && next.grade !== band.grade ? [{ at: exact(band.from), above: band.grade, below: next.grade }] : []
  })
}
const abs = (a: Exact): Exact => max(a, neg(a))
const nearest = (bounds: readonly Bound[], total: Exact): Bound | undefined =>
  bounds.reduce<Bound | undefined>((best, bound) => (best && cmp(abs(sub(total, best.at)), abs(sub(total, bound.at))) <= 0 ? best : bound), undefined)
/** The bounds that concern each category. */
const byCategory = ({ categories, gradings }: Ruleset): Map<string, Bound[]> =>
  new Map(categories.map((c) => [c.id, boundsOf(gradings.find((g) => g.categories?.includes(c.id)) ?? gradings.find((g) => !g.categories))]))

/** With the ruleset's decimals where they are enough. */
const points = (a: Exact, places: number): string => ((a.n * 10n ** BigInt(places)) % a.d === 0n ? fixed(a, places) : show(a))

/** Units whose grade changes in more than a share of the draws, or whose total lies within so many points of a bound; the least sure first. */
export function nearOf(ruleset: Ruleset, units: readonly UnitDraws[], near: { points: number; share: number }): NearUnit[] {
  const known = byCategory(ruleset)
  const { places } = ruleset.rounding
  const within = exact(near.points)
  const found = units.flatMap(({ unit, name, category, total, grade, changes }): NearUnit[] => {
    if (total === null) return []
    const at = exact(total)
    const bound = nearest(known.get(category) ?? [], at)
    const distance = bound && sub(at, bound.at)
    const by: NearUnit['by'] = [...(changes > near.share ? ['draws' as const] : []), ...(distance && cmp(abs(distance), within) <= 0 ? ['points' as const] : [])]
    if (by.length === 0) return []
    return [{ unit, name, by, total, grade, changes, bound: bound ? show(bound.at) : null, distance: distance ? points(distance, places) : null, toward: bound && distance ? (distance.n >= 0n ? bound.below : bound.above) : null }]
  })
  return found.map((u, k) => ({ u, k })).sort((a, b) => b.u.changes - a.u.changes || a.k - b.k).map(({ u }) => u)
}

/** Units whose total before rounding lies within half a step of a bound between grades; the nearest first. */
export function roundingOf(ruleset: Ruleset, cohort: Cohort, units: readonly UnitDraws[], options: ScoreOptions): RoundingUnit[] {
  const known = byCategory(ruleset)
  const step = fraction(1n, 10n ** BigInt(ruleset.rounding.places))
  const half = fraction(step.n, step.d * 2n)
  const close = units.some(({ total, category }) => total !== null && (known.get(category) ?? []).some((b) => cmp(abs(sub(exact(total), b.at)), step) <= 0))
  if (!close) return []
  const { works } = before(ruleset, cohort, 'outcomes', { ...options, trace: false })
  const found = works.flatMap((work, i) => {
    const unit = units[i]
    if (!work.total || !unit || unit.total === null) return []
    const bound = nearest(known.get(unit.category) ?? [], work.total)
    if (!bound || cmp(abs(sub(work.total, bound.at)), half) > 0) return []
    const grading = ruleset.gradings.find((g) => g.categories?.includes(unit.category)) ?? ruleset.gradings.find((g) => !g.categories)
    const decides = grading !== undefined && bandOf(grading, work.total)?.grade !== bandOf(grading, exact(unit.total))?.grade
    return [{ far: abs(sub(work.total, bound.at)), unit: { unit: unit.unit, name: unit.name, exact: show(work.total), total: unit.total, bound: show(bound.at), grade: unit.grade, decides } }]
  })
  return found.sort((a, b) => cmp(a.far, b.far)).map(({ unit }) => unit)
}
