import { OFF_STATE } from './block.ts'
import type { Branch, Compiled } from './compile.ts'
import type { BlockState } from './state.ts'

/** Adds criteria up into components, the exact whole numbers apart from quotients, whose binary sum is good to a known error. */
export function addUp(compiled: Compiled, state: BlockState): void {
  const { block, awards } = state
  const { n } = block
  for (const sums of [state.whole, state.rest, state.terms, state.applicable, state.extra, state.extraRest, state.extraTerms]) sums.fill(0)
  const everything = new Float64Array(compiled.components.length)
  compiled.places.forEach((place, index) => {
    const own = state.final[index]
    const to = place.component * n
    const extra = place.criterion.extra === true
    const whole = extra ? state.extra : state.whole
    const base = extra ? 0 : to
    const from = own ? 0 : index * n
    const earned = own ? own.earned : awards.earned
    for (let i = 0; i < n; i++) whole[base + i] = (whole[base + i] as number) + (earned[from + i] as number)
    const den = own ? own.den : awards.den[index]
    if (den) addRest(den, (own ? own.num : awards.num[index]) as Float64Array, extra ? state.extraRest : state.rest, extra ? state.extraTerms : state.terms, base, n)
    if (extra) return
    everything[place.component] = (everything[place.component] as number) + place.core.full
    if (!own && ((awards.gaps[index] as number) & OFF_STATE) === 0) return
    const states = own ? own.state : awards.state
    const { full } = place.core
    for (let i = 0; i < n; i++) if (states[from + i] === OFF_STATE) state.applicable[to + i] = (state.applicable[to + i] as number) - full
  })
  everything.forEach((full, part) => { for (let i = part * n; i < (part + 1) * n; i++) state.applicable[i] = (state.applicable[i] as number) + full })
  if (compiled.branches.some((b) => b.lossCap !== null) || compiled.ruleset.ranking.tieBreaks.some((t) => t.quantity === 'indicator')) addBranches(compiled, state)
}
function addRest(den: Float64Array, num: Float64Array, rest: Float64Array, terms: Uint16Array, base: number, n: number): void {
  for (let i = 0; i < n; i++) {
    const d = den[i] as number
    if (d === 0) continue
    rest[base + i] = (rest[base + i] as number) + (num[i] as number) / d
    terms[base + i] = (terms[base + i] as number) + 1
  }
}

/** Points under each indicator; what a limit of losses gives back goes to the components that lost it. */
function addBranches(compiled: Compiled, state: BlockState): void {
  const { n } = state.block
  const size = compiled.branches.length * n
  const whole = (state.branchWhole = state.branchWhole?.length === size ? state.branchWhole.fill(0) : new Float64Array(size))
  const rest = (state.branchRest = state.branchRest?.length === size ? state.branchRest.fill(0) : new Float64Array(size))
  for (let k = compiled.branches.length - 1; k >= 0; k--) {
    const branch = compiled.branches[k] as Branch
    addBranch(compiled, state, whole, rest, branch, k)
  }
}
function addBranch(compiled: Compiled, state: BlockState, whole: Float64Array, rest: Float64Array, branch: Branch, k: number): void {
  const { n } = state.block
  const at = k * n
  for (const child of branch.children) {
    for (let i = 0; i < n; i++) {
      whole[at + i] = (whole[at + i] as number) + (whole[child * n + i] as number)
      rest[at + i] = (rest[at + i] as number) + (rest[child * n + i] as number)
    }
  }
  for (let index = branch.first; index < branch.end; index++) {
    const place = compiled.places[index]
    if (!place || place.branch !== k || place.criterion.extra) continue
    const own = state.final[index]
    const earned = own ? own.earned : state.awards.earned
    const from = own ? 0 : index * n
    for (let i = 0; i < n; i++) whole[at + i] = (whole[at + i] as number) + (earned[from + i] as number)
    const den = own ? own.den : state.awards.den[index]
    const num = own ? own.num : state.awards.num[index]
    if (den && num) for (let i = 0; i < n; i++) if (den[i] !== 0) rest[at + i] = (rest[at + i] as number) + (num[i] as number) / (den[i] as number)
  }
  if (branch.lossCap !== null) limitLoss(compiled, state, whole, rest, branch, branch.lossCap, at)
}
/** No more than so many points may be lost under an indicator; sums with quotients that might be below take the exact path. */
function limitLoss(compiled: Compiled, state: BlockState, whole: Float64Array, rest: Float64Array, branch: Branch, lossCap: number, at: number): void {
  const { n } = state.block
  const least = new Float64Array(n).fill(-lossCap)
  for (let index = branch.first; index < branch.end; index++) {
    const place = compiled.places[index]
    if (!place || place.criterion.extra) continue
    const own = state.final[index]
    const states = own ? own.state : state.awards.state
    const from = own ? 0 : index * n
    for (let i = 0; i < n; i++) if (states[from + i] !== OFF_STATE) least[i] = (least[i] as number) + place.core.full
  }
  for (let i = 0; i < n; i++) {
    const more = rest[at + i] as number
    const back = (least[i] as number) - (whole[at + i] as number)
    if (more === 0 ? back <= 0 : back - more <= -1e-6) continue
    if (more !== 0 || !restore(state, walk(compiled, state, branch, i), back, i)) state.hard.add(i)
    else whole[at + i] = least[i] as number
  }
}
interface Part { place: Compiled['places'][number]; whole: number; rest: number }
/** The applicable criteria at and below an indicator with what they come to. */
function walk(compiled: Compiled, state: BlockState, branch: Branch, i: number): Part[] {
  const { n } = state.block
  const found: Part[] = []
  for (let index = branch.first; index < branch.end; index++) {
    const place = compiled.places[index]
    const own = state.final[index]
    if (!place || place.criterion.extra || (own ? own.state[i] : state.awards.state[index * n + i]) === OFF_STATE) continue
    const den = (own ? own.den?.[i] : state.awards.den[index]?.[i]) ?? 0
    const num = (own ? own.num?.[i] : state.awards.num[index]?.[i]) ?? 0
    found.push({ place, whole: (own ? own.earned[i] : state.awards.earned[index * n + i]) ?? 0, rest: den ? num / den : 0 })
  }
  return found
}
/** Gives points back to components in proportion to what each lost; false when that leaves a quotient. */
function restore(state: BlockState, here: readonly Part[], back: number, i: number): boolean {
  const lost = new Map<number, number>()
  for (const p of here) {
    if (p.rest !== 0) return false
    lost.set(p.place.component, (lost.get(p.place.component) ?? 0) + p.place.core.full - p.whole)
  }
  const all = [...lost.values()].reduce((a, b) => a + b, 0)
  if (all === 0) return true
  const shares = [...lost].map(([part, loss]) => ({ part, share: (back * loss) / all, whole: Number.isSafeInteger(back * loss) && (back * loss) % all === 0 }))
  if (shares.some((s) => !s.whole)) return false
  for (const { part, share } of shares) {
    const at = part * state.block.n + i
    state.whole[at] = (state.whole[at] as number) + share
  }
  return true
}
