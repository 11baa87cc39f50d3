import type { Criterion } from '../../model/ruleset.ts'
import { awardAll } from './award.ts'
import { GIVEN_STATE, MISSING_STATE } from './block.ts'
import { fill, meansOf, settled } from './combine.ts'
import type { Place } from './compile.ts'
import { coreOf } from './core.ts'
import type { Results } from './results.ts'
import type { BlockState, Final } from './state.ts'

/** What one form of a criterion comes to for every unit: per block its points, and the units it blocks or cannot do without the exact path. */
export interface Version { place: number; full: number; blocks: readonly { final: Final; blocked: ReadonlySet<number>; hard: ReadonlySet<number> }[] }
/** Awards and settles one criterion in another form, and puts everything back. */
export function versionOf(results: Results, index: number, criterion: Criterion): Version {
  const { compiled } = results
  const known = compiled.places[index] as Place
  const core = coreOf(criterion, compiled.layout, compiled.programs)
  const policy = criterion.missing ?? compiled.ruleset.components[known.component]?.missing ?? compiled.ruleset.missing?.policy ?? 'block'
  const place: Place = { ...known, criterion, core, policy }
  const shadows = results.states.map((state): BlockState => {
    awardAll(core, index, place.rule, state.block, state.awards)
    const { n } = state.block
    const at = index * n
    const { awards } = state
    const final = settled(compiled, state, place, index) ?? { state: awards.state.slice(at, at + n), earned: awards.earned.slice(at, at + n), num: awards.num[index]?.slice(), den: awards.den[index]?.slice() }
    const long = (awards.long[index] ?? []).filter((i) => (state.off[index]?.[i] ?? GIVEN_STATE) === GIVEN_STATE)
    return { ...state, final: state.final.with(index, final), hard: new Set(long) }
  })
  const aside: Results = { ...results, state: results.state.slice(), flags: results.flags.slice(), blocked: new Map() }
  const lacking = shadows.some((s) => s.final[index]?.state.includes(MISSING_STATE))
  const means = lacking && policy === 'category-mean' ? meansOf(shadows, aside, index) : null
  // A mean over units of which one takes the exact path is taken there for all.
  if (means && shadows.some((s) => s.hard.size)) for (const { block, hard } of shadows) for (let i = 0; i < block.n; i++) hard.add(i)
  const blocks = shadows.map((shadow) => {
    aside.blocked.clear()
    if (lacking) fill(compiled, shadow, aside, place, index, means)
    return { final: shadow.final[index] as Final, blocked: new Set(aside.blocked.keys()), hard: shadow.hard }
  })
  for (const state of results.states) awardAll(known.core, index, known.rule, state.block, state.awards)
  return { place: index, full: core.full, blocks }
}
