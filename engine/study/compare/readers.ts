import { sourcesOf } from '../../model/names.ts'
import { placePath, type Compiled } from '../../score/columns/compile.ts'
import { slotOf } from '../../score/columns/layout.ts'

/** Who reads a column: criteria by their place, or something that concerns every unit (verdicts, pools, requirements, outcomes, adjustments). */
export interface Reader { places: number[]; everyone: boolean }

/** The readers of each column that anything reads; what reads a derived fact reads its sources too. */
export function readersOf(compiled: Compiled): ReadonlyMap<number, Reader> {
  const { layout, ruleset } = compiled
  const sources = new Map([...layout.derived, ...layout.pooled].map((d) => [slotOf(layout, d.id), sourcesOf(d.derive).map((id) => slotOf(layout, id))]))
  const readers = new Map<number, Reader>()
  const read = (slot: number, place: number | null): void => {
    const known = readers.get(slot) ?? { places: [], everyone: false }
    readers.set(slot, known)
    if (place === null) known.everyone = true
    else if (known.places.at(-1) !== place) known.places.push(place)
    for (const source of sources.get(slot) ?? []) read(source, place)
  }
  compiled.places.forEach((place, index) => [...place.core.needs, ...(place.applies?.program.needs ?? [])].forEach((slot) => read(slot, index)))
  const asked = [...compiled.branches.map((b) => b.applies), ...compiled.verdicts, ...compiled.pools, ...compiled.sides.flatMap((s) => s.classes.map((c) => c.asked))]
  const programs = [...asked.flatMap((a) => (a ? [a.program] : [])), ...compiled.requires.flat(), ...compiled.outcomes]
  for (const slot of [...programs.flatMap((p) => p.needs), ...compiled.sides.flatMap((s) => s.core.needs)]) read(slot, null)
  for (const side of ['bonus', 'deduction'] as const) for (const { events } of ruleset[side].classes) read(slotOf(layout, events), null)
  for (const { effect } of ruleset.verdicts) if (effect.type === 'zero-file') read(slotOf(layout, effect.ratings), null)
  return readers
}
/** The criteria among some readers: where they stand, and what stands in when one cannot be scored. */
export const criteriaAmong = (compiled: Compiled, { places }: Reader) => places.flatMap((index) => {
  const place = compiled.places[index]
  return place ? [{ path: placePath(compiled, place), policy: place.policy }] : []
})
