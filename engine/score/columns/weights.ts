import type { Ruleset } from '../../model/ruleset.ts'
import type { Compiled, Place, Side } from './compile.ts'
import { coreOf, scaled, sideCore, type Bound, type Core } from './core.ts'
import { portion, portionOf } from './portion.ts'

/** The points of every criterion in ten-thousandths, in the order of the ruleset; retired ones are left out. */
export const weightsOf = (compiled: Compiled): Float64Array => Float64Array.from(compiled.places, (place) => place.core.full)

function boundAt(bound: Bound, weight: number, from: number): Bound {
  const { effect } = bound
  const at = (value: number): number => (value === Infinity ? value : portion(value, weight, from))
  if (effect.type === 'assess') {
    const { from: least, to: most } = effect.params
    return { ...bound, effect: { ...effect, params: { ...effect.params, from: portionOf(least, weight, from), to: portionOf(most, weight, from) } }, share: { n: weight, d: from } }
  }
  return { ...bound, points: at(bound.points), cap: at(bound.cap), rows: bound.rows.length ? bound.rows.map((row) => ({ ...row, points: at(row.points) })) : bound.rows }
}
/** A criterion with other points, all points of its rules in proportion. */
function coreAt(core: Core, weight: number): Core {
  if (weight === core.full || core.full === 0) return core
  const from = core.full
  const firings = core.firings.map((f) => ({ ...f, bound: boundAt(f.bound, weight, from) }))
  return {
    ...core, full: weight, start: core.start === 0 ? 0 : weight, firings, caps: core.caps.map((cap) => ({ ...cap, points: portion(cap.points, weight, from) })),
    flat: core.flat && Float64Array.from(firings, ({ bound }) => (bound.mode === 'deduct' ? -bound.points : bound.points)),
  }
}

/**
 * The same ruleset with other points of its criteria (ten-thousandths, as `weightsOf` lists them): what a criterion's
 * rules give, their caps and what assessors gave keep their proportion to it, to four places. `fulls` are other points
 * of components. Nothing is laid out anew and no condition is asked again; the ruleset document stays as it is.
 */
export function withWeights(compiled: Compiled, weights: Float64Array, fulls?: Float64Array): Compiled {
  if (weights.length !== compiled.places.length) throw new RangeError(`points of ${weights.length} criteria for ${compiled.places.length}`)
  const places = compiled.places.map((place, k): Place => ((core) => (core === place.core ? place : { ...place, core }))(coreAt(place.core, weights[k] as number)))
  return { ...compiled, places, components: fulls ? compiled.components.map((c, k) => ({ ...c, full: fulls[k] as number })) : compiled.components }
}

/**
 * The compiled form of a ruleset with the same structure, names and conditions, but other numbers in effects, tariffs
 * and bands: criteria come in the order of the compiled ruleset. Nothing is laid out anew.
 */
export function withNumbers(compiled: Compiled, ruleset: Ruleset, criteria: readonly Place['criterion'][]): Compiled {
  const { layout, programs } = compiled
  const places = compiled.places.map((place, k): Place => ((criterion) => (criterion === place.criterion ? place : { ...place, criterion, core: coreOf(criterion, layout, programs) }))(criteria[k] as Place['criterion']))
  const side = (s: Side): Side => (ruleset[s.name].rules === compiled.ruleset[s.name].rules ? s : { ...s, core: sideCore(s.name, ruleset[s.name].rules ?? [], layout, programs) })
  return { ...compiled, ruleset, places, sides: [side(compiled.sides[0]), side(compiled.sides[1])], full: scaled(ruleset.fullMarks) }
}
