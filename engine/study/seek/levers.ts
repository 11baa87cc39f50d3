import { criteriaOf } from '../../check/walk.ts'
import type { Ruleset } from '../../model/ruleset.ts'
import { UNIT } from '../../score/columns/core.ts'
import type { Lever, LeverKinds, Reach } from './lever.ts'

const whole = (value: number): number => Math.round(value * UNIT)
/** As far as the spread goes in whole steps from a value, between two ends. */
function range(now: number, { spread, step, weight }: Reach, least: number, most: number): { low: number; high: number; step: number; weight?: number } {
  const [at, by] = [whole(now), whole(step)]
  const steps = (room: number): number => Math.max(0, Math.floor(Math.min(whole(spread), room) / by))
  return { low: (at - by * steps(at - whole(least))) / UNIT, high: (at + by * steps(whole(most) - at)) / UNIT, step, ...(weight === undefined ? {} : { weight }) }
}
const FAR = 1e6

/**
 * Levers of the wanted kinds, each as far as its spread: the start of every band but the lowest of its grading, shares and places of quotas,
 * the points of criteria (those named, or all that are not retired; never below one step).
 */
export function leversOf(ruleset: Ruleset, { bands, shares, places, points }: LeverKinds): Lever[] {
  const lowest = (list: readonly { from?: number }[]): number => Math.min(...list.map((b) => b.from ?? -Infinity))
  const graded = ruleset.gradings.flatMap((grading): Lever[] => [
    ...(bands ? grading.bands.flatMap(({ grade, from }): Lever[] => (from === undefined || from === lowest(grading.bands) ? [] : [{ type: 'band', grading: grading.id, grade, ...range(from, bands, -FAR, FAR) }])) : []),
    ...(grading.quotas ?? []).flatMap(({ grade, share, places: seats }): Lever[] => [
      ...(shares && share !== undefined && seats === undefined ? [{ type: 'share' as const, grading: grading.id, grade, ...range(share, shares, 0, 1) }] : []),
      ...(places && seats !== undefined ? [{ type: 'places' as const, grading: grading.id, grade, ...range(seats, places, 0, FAR) }] : []),
    ]),
  ])
  const criteria = points ? criteriaOf(ruleset).filter(({ criterion, node }) => !node.retired && (points.criteria?.includes(criterion.id) ?? true)) : []
  return [...graded, ...criteria.map(({ criterion }): Lever => ({ type: 'points', criterion: criterion.id, ...range(criterion.points, points as Reach, Math.min(criterion.points, (points as Reach).step), FAR) }))]
}
