import type { Compiled, Place } from './compile.ts'
import { scaled, type Core } from './core.ts'

/** The points of every rule, criteria first, then bonus and deduction, in the ruleset's order; NaN for a rule whose effect has none. */
export const pointsOf = (compiled: Compiled): Float64Array =>
  Float64Array.from([...compiled.places.map((p) => p.core), ...compiled.sides.map((s) => s.core)].flatMap((core) => core.firings), ({ rule }) => ('points' in rule.event.params ? rule.event.params.points : Number.NaN))

function coreWith(core: Core, points: Float64Array, from: number): Core {
  if (core.flat) {
    const flat = core.flat.slice()
    for (let k = 0; k < flat.length; k++) flat[k] = scaled(points[from + k] as number) * (core.firings[k]?.bound.mode === 'deduct' ? -1 : 1)
    return { ...core, flat }
  }
  return { ...core, firings: core.firings.map((f, k) => (Number.isNaN(points[from + k]) ? f : { ...f, bound: { ...f.bound, points: scaled(points[from + k] as number) } })) }
}
/** The same ruleset with other points of its rules (as `pointsOf` lists them): nothing is laid out anew and no condition is asked again. The ruleset document itself stays as it is. */
export function withPoints(compiled: Compiled, points: Float64Array): Compiled {
  if (points.length !== compiled.rules) throw new RangeError(`points of ${points.length} rules for ${compiled.rules}`)
  const places = compiled.places.map((place): Place => (place.core.firings.length ? { ...place, core: coreWith(place.core, points, place.rule) } : place))
  const [bonus, deduction] = compiled.sides
  const side = (s: typeof bonus): typeof bonus => (s.core.firings.length ? { ...s, core: coreWith(s.core, points, s.rule) } : s)
  return { ...compiled, places, sides: [side(bonus), side(deduction)] }
}
