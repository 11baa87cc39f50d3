import type { Cohort } from '../../model/record.ts'
import type { Criterion, Effect, Indicator, Ruleset } from '../../model/ruleset.ts'
import { UNIT } from '../../score/columns/core.ts'
import { portionOf } from '../../score/columns/portion.ts'

type Point = (points: number) => number
function effectAt(effect: Effect, at: Point): Effect {
  const capped = 'cap' in effect.params && effect.params.cap !== undefined ? { cap: at(effect.params.cap) } : {}
  switch (effect.type) {
    case 'zero':
    case 'share':
      return effect
    case 'lookup':
      return { ...effect, params: { ...effect.params, rows: effect.params.rows.map((row) => ({ ...row, points: at(row.points) })) } }
    case 'assess':
      return { ...effect, params: { ...effect.params, from: at(effect.params.from), to: at(effect.params.to) } }
    default:
      return { ...effect, params: { ...effect.params, points: at(effect.params.points), ...capped } } as Effect
  }
}
/** A criterion with other points (ten-thousandths), all points of its rules in proportion. */
function criterionAt(criterion: Criterion, weight: number): Criterion {
  const from = Math.round(criterion.points * UNIT)
  if (weight === from) return criterion
  const at: Point = (points) => portionOf(points, weight, from)
  return {
    ...criterion, points: weight / UNIT, rules: criterion.rules.map((rule) => ({ ...rule, event: effectAt(rule.event, at) })),
    ...(criterion.caps ? { caps: criterion.caps.map((cap) => ({ ...cap, points: at(cap.points) })) } : {}),
  }
}

/** The ruleset as a document with other points of its criteria (ten-thousandths, in its order, retired ones left out), of components where `fulls` says so, and other criteria where `criteria` does. Declared sums of indicators follow. */
export function weighed(ruleset: Ruleset, weights: Float64Array, fulls: Float64Array | null, criteria: readonly Criterion[] | null): Ruleset {
  let next = 0
  const visit = (node: Indicator): { node: Indicator; more: number } => {
    if (node.retired !== undefined && node.retired.year <= ruleset.year) return { node, more: 0 }
    let more = 0
    const own = node.criteria?.map((criterion) => {
      const weight = weights[next] as number
      const made = criterionAt(criteria?.[next] ?? criterion, weight)
      if (!criterion.extra) more += weight - Math.round(criterion.points * UNIT)
      next++
      return made
    })
    const below = node.children?.map((child) => ((found) => ((more += found.more), found.node))(visit(child)))
    const points = node.points === undefined ? {} : { points: (Math.round(node.points * UNIT) + more) / UNIT }
    return { node: { ...node, ...points, ...(own ? { criteria: own } : {}), ...(below ? { children: below } : {}) }, more }
  }
  const indicators = ruleset.indicators.map((node) => visit(node).node)
  return { ...ruleset, indicators, ...(fulls ? { components: ruleset.components.map((c, k) => ({ ...c, points: (fulls[k] as number) / UNIT })) } : {}) }
}

/** The cohort as its assessors would have judged when criteria have other points: their points in proportion. */
export function judgedAt(cohort: Cohort, from: ReadonlyMap<string, { weight: number; from: number }>): Cohort {
  if (!cohort.records.some((r) => r.judgements?.length)) return cohort
  return {
    ...cohort, records: cohort.records.map((record) => (record.judgements?.length
      ? { ...record, judgements: record.judgements.map((j) => ((at) => (at ? { ...j, points: portionOf(j.points, at.weight, at.from) } : j))(from.get(j.criterion))) }
      : record)),
  }
}
