import { ZERO, add, div, exact, fraction, type Exact } from '../../model/decimal.ts'
import { GIVEN_STATE, MISSING_STATE, OFF_STATE, type Block } from './block.ts'
import { flag, placePath, type Asked, type Compiled, type Place } from './compile.ts'
import { UNIT } from './core.ts'
import { WHOLE } from './decimal-number.ts'
import { STOPPED, block as blockUnit, raise, type Results } from './results.ts'
import { answerOf, readinessOf, type BlockState, type Final } from './state.ts'

/** Where nodes and criteria do not concern a unit: by exemption, by their own condition, or by what stands above. */
function select(compiled: Compiled, state: BlockState): void {
  const above: (Uint8Array | null)[] = []
  compiled.branches.forEach((branch, k) => (above[k] = own(state, branch.parent < 0 ? null : (above[branch.parent] ?? null), branch.applies, branch.indicator.id)))
  state.off = compiled.places.map((place) => own(state, above[place.branch] ?? null, place.applies, place.criterion.id))
}
function own(state: BlockState, above: Uint8Array | null, applies: Asked | null, id: string): Uint8Array | null {
  const exempt = state.block.exempt.get(id)
  if (!applies && !exempt) return above
  const { n } = state.block
  const off = new Uint8Array(n)
  if (applies) {
    const at = applies.index * n
    for (let i = 0; i < n; i++) {
      const answer = state.answers[at + i] as number
      off[i] = answer === 1 ? GIVEN_STATE : answer > 1 ? readinessOf(answer) : OFF_STATE
    }
  }
  for (const i of exempt ?? []) off[i] = OFF_STATE
  if (above) for (let i = 0; i < n; i++) if (above[i] !== GIVEN_STATE) off[i] = above[i] as number
  return off
}

const NONE: readonly Asked[] = []
/** What a place comes to before anything stands in for what is missing: selection, award, zeroing verdicts; null = as awarded for all. */
export function settled(compiled: Compiled, state: BlockState, place: Place, index: number): Final | null {
  const { awards, block } = state
  const { n } = block
  const at = index * n
  const off = state.off[index] ?? null
  const zeroing = place.zeroing.length ? place.zeroing.flatMap((v) => compiled.verdicts[v] ?? []) : NONE
  if (off === null && zeroing.length === 0 && ((awards.gaps[index] as number) & MISSING_STATE) === 0) return null
  const final: Final = { state: awards.state.slice(at, at + n), earned: awards.earned.slice(at, at + n), num: awards.num[index]?.slice(), den: awards.den[index]?.slice() }
  for (let i = 0; i < n; i++) {
    if (off && off[i] !== GIVEN_STATE) final.state[i] = off[i] as number
    if (final.state[i] !== GIVEN_STATE) clear(final, i)
    if (final.state[i] !== OFF_STATE && zeroing.some((asked) => answerOf(state, asked, i) === 1)) {
      clear(final, i)
      final.state[i] = GIVEN_STATE
    }
  }
  return final
}
const clear = (final: Final, i: number): void => {
  final.earned[i] = 0
  if (final.den) final.den[i] = 0
}
const put = (final: Final, i: number, n: number, d: number): void => {
  if (d === 1) {
    final.earned[i] = n
    if (final.den) final.den[i] = 0
    return
  }
  final.num ??= new Float64Array(final.earned.length)
  final.den ??= new Float64Array(final.earned.length)
  final.earned[i] = 0
  final.num[i] = n
  final.den[i] = d
}

/** Settles every criterion of a block and notes units whose numbers are too long. */
export function settleAll(compiled: Compiled, state: BlockState): void {
  state.hard.clear()
  select(compiled, state)
  state.final = compiled.places.map((place, index) => settled(compiled, state, place, index))
  compiled.places.forEach((_, index) => {
    const off = state.off[index] ?? null
    for (const i of state.awards.long[index] ?? []) if (!off || off[i] === GIVEN_STATE) state.hard.add(i)

  })
}

/** Exact mean of the points of a criterion over each category's units in which it is given; null when there is none. */
export function meansOf(states: readonly BlockState[], results: Results, index: number): ReadonlyMap<string, Exact> {
  const sums = new Map<string, { sum: Exact; count: number }>()
  for (const { block, final, awards } of states) {
    const own = final[index]
    for (let i = 0; i < block.n; i++) {
      if (results.state[block.from + i] === STOPPED) continue
      const state = own ? own.state[i] : awards.state[index * block.n + i]
      if (state !== GIVEN_STATE) continue
      const den = (own ? own.den?.[i] : awards.den[index]?.[i]) ?? 0
      const num = (own ? own.num?.[i] : awards.num[index]?.[i]) ?? 0
      const whole = (own ? own.earned[i] : awards.earned[index * block.n + i]) ?? 0
      const value = den ? fraction(BigInt(num), BigInt(den)) : fraction(BigInt(whole))
      const key = block.units[i]?.category ?? ''
      const known = sums.get(key)
      sums.set(key, { sum: add(known?.sum ?? ZERO, value), count: (known?.count ?? 0) + 1 })
    }
  }
  return new Map([...sums].map(([key, { sum, count }]) => [key, div(sum, fraction(BigInt(count)))]))
}
/** Fills what is missing by the place's policy, or blocks the unit. */
export function fill(compiled: Compiled, state: BlockState, results: Results, place: Place, index: number, means: ReadonlyMap<string, Exact> | null): void {
  const final = state.final[index]
  if (!final) return
  const { block } = state
  for (let i = 0; i < block.n; i++) {
    if (final.state[i] !== MISSING_STATE || results.state[block.from + i] === STOPPED || state.hard.has(i)) continue
    fillOne(compiled, state, results, place, final, means, i)
  }
}
function fillOne(compiled: Compiled, state: BlockState, results: Results, place: Place, final: Final, means: ReadonlyMap<string, Exact> | null, i: number): void {
  const { block } = state
  const at = block.from + i
  if (place.policy === 'exclude-and-prorate') {
    final.state[i] = OFF_STATE
    return raise(results, at, flag('filled:exclude-and-prorate'))
  }
  const value = valueOf(block, place, means, i)
  if (value === undefined) return blockUnit(results, at, placePath(compiled, place))
  final.state[i] = GIVEN_STATE
  raise(results, at, flag(place.policy === 'zero' ? 'filled:zero' : place.policy === 'category-mean' ? 'filled:category-mean' : 'filled:last-year'))
  if (value === null) state.hard.add(i)
  else put(final, i, value.n, value.d)
}
/** What stands in for a missing criterion, in ten-thousandths; null = too long, undefined = nothing does. */
function valueOf(block: Block, place: Place, means: ReadonlyMap<string, Exact> | null, i: number): { n: number; d: number } | null | undefined {
  if (place.policy === 'zero') return { n: 0, d: 1 }
  const unit = block.units[i]
  if (place.policy === 'category-mean') {
    const mean = means?.get(unit?.category ?? '')
    return mean && short(mean, 1n)
  }
  if (place.policy !== 'last-year') return undefined
  const before = block.last?.get(unit?.id ?? '')?.criteria?.find((c) => c.id === place.criterion.id)?.earned
  return before === undefined ? undefined : short(exact(before), BigInt(UNIT))
}
function short({ n, d }: Exact, times: bigint): { n: number; d: number } | null {
  const top = n * times
  if (top % d === 0n && top / d <= BigInt(WHOLE) && top / d >= -BigInt(WHOLE)) return { n: Number(top / d), d: 1 }
  return top <= BigInt(WHOLE) && top >= -BigInt(WHOLE) && d <= BigInt(WHOLE) ? { n: Number(top), d: Number(d) } : null
}
