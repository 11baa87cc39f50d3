import { ZERO, ceil, clamp, cmp, div, exact, floor, fraction, max, min, mul, sub, type Exact } from '../../model/decimal.ts'
import type { Effect } from '../../model/ruleset.ts'
import { domainIn, type Boxes } from './boxes.ts'
import { closed, isEmpty, meet, numbers, opened, type End, type Numbers } from './numbers.ts'
import type { PlacedRule, World } from './places.ts'
import { amounts, words, type Values } from './values.ts'

/** The least and the most points; null = no bound. */
export interface Amount { least: Exact; most: Exact | null }
type Of<T extends Effect['type']> = Extract<Effect, { type: T }>['params']

const capped = (value: Exact | null, cap: number | undefined): Exact | null => (cap === undefined ? value : value ? min(value, exact(cap)) : exact(cap))
/** Points that rise with a number of times, from its least to its most. */
const rising = (from: Exact | null, to: Exact | null, points: number, cap: number | undefined): Amount => {
  const times = (n: Exact | null): Exact | null => (points === 0 ? ZERO : n && mul(max(ZERO, n), exact(points)))
  return { least: capped(times(from ?? ZERO), cap) ?? ZERO, most: capped(times(to), cap) }
}
const floorOf = (end: End | null | undefined): Exact | null => (end ? fraction(end.open ? ceil(end.at) - 1n : floor(end.at)) : null)
const scaled = (set: Numbers, by: (v: Exact) => Exact): { low: End | null; high: End | null } => {
  const end = (e: End | null | undefined): End | null => (e ? { at: by(e.at), open: e.open } : null)
  return { low: end(set.spans[0]?.low), high: end(set.spans.at(-1)?.high) }
}

function each(set: Numbers, { points, per = 1, cap }: Of<'deductEach'>): Amount {
  if (per === 0) return { least: ZERO, most: null }
  const { low, high } = scaled(set, (v) => div(v, exact(per)))
  return rising(low && fraction(floor(low.at)), floorOf(high), points, cap)
}
/** How far a value stands from a target on the side that counts. */
function distance(set: Numbers, target: number, side: 'below' | 'above'): { low: End | null; high: End | null } {
  const { low, high } = scaled(set, (v) => (side === 'below' ? sub(exact(target), v) : sub(v, exact(target))))
  return side === 'below' ? { low: high, high: low } : { low, high }
}
function steps(set: Numbers, { target, direction, step, points, count, cap }: Of<'deductSteps'>): Amount {
  if (step === 0) return { least: ZERO, most: null }
  const { low, high } = distance(set, target, direction)
  const size = (end: End | null): End | null => end && { at: div(end.at, exact(step)), open: end.open }
  const [from, to] = [size(low), size(high)]
  if (count === 'proportional') return rising(from?.at ?? null, to?.at ?? null, points, cap)
  if (count === 'whole') return rising(from && fraction(floor(from.at)), floorOf(to), points, cap)
  return rising(from && fraction(from.open ? floor(from.at) + 1n : ceil(from.at)), to && fraction(ceil(to.at)), points, cap)
}

/** The values of a lookup's row. */
export function rowValues(row: Of<'lookup'>['rows'][number]): Values {
  if (typeof row.equals === 'number') return amounts(numbers([{ low: closed(exact(row.equals)), high: closed(exact(row.equals)) }]))
  if (row.equals !== undefined) return words([row.equals])
  return amounts(numbers([{ low: row.from === undefined ? null : closed(exact(row.from)), high: row.below === undefined ? null : opened(exact(row.below)) }]))
}
const touches = (a: Values, b: Values): boolean =>
  a.kind === 'word' ? b.kind === 'word' && [...b.choices.listed].some((w) => a.choices.listed.has(w) !== a.choices.others) : b.kind !== 'word' && !isEmpty(meet(a.numbers, b.numbers))
function lookup(values: Values, { rows }: Of<'lookup'>): Amount {
  const met = rows.filter((r) => touches(values, rowValues(r))).map((r) => exact(r.points))
  return { least: met.reduce(min, met[0] ?? ZERO), most: met.reduce(max, met[0] ?? ZERO) }
}

/** The points an effect can give on values of its fact; `full` are those of its criterion. */
export function amountOf(effect: Effect, values: Values, full: Exact): Amount {
  const set = values.kind === 'word' ? numbers([{ low: null, high: null }]) : values.numbers
  switch (effect.type) {
    case 'deduct':
    case 'award':
    case 'set':
      return { least: exact(effect.params.points), most: exact(effect.params.points) }
    case 'zero':
      return { least: ZERO, most: ZERO }
    case 'deductEach':
    case 'awardEach':
      return each(set, effect.params)
    case 'deductShortfall': {
      const { low, high } = distance(set, effect.params.target, 'below')
      return rising(low?.at ?? null, high?.at ?? null, effect.params.points, effect.params.cap)
    }
    case 'deductSteps':
    case 'awardSteps':
      return steps(set, effect.params)
    case 'share': {
      if (effect.params.target === 0) return { least: ZERO, most: full }
      const { low, high } = scaled(set, (v) => clamp(mul(div(v, exact(effect.params.target)), full), ZERO, full))
      return { least: low?.at ?? ZERO, most: high?.at ?? full }
    }
    case 'lookup':
      return lookup(values, effect.params)
    case 'assess':
      return { least: exact(effect.params.from), most: exact(effect.params.to) }
  }
}

/** The points a rule can give where it acts; null when it never acts or that is too complex to tell. */
export function amountIn(world: World, { rule, criterion }: PlacedRule, boxes: Boxes): Amount | null {
  const fact = 'fact' in rule.event.params ? rule.event.params.fact : null
  const full = exact(criterion?.criterion.points ?? 0)
  const list = (boxes ?? []).map((box) => amountOf(rule.event, fact === null ? amounts(numbers([])) : domainIn(box, fact, world).values, full))
  return list.reduce<Amount | null>((a, b) => (a ? { least: min(a.least, b.least), most: a.most && b.most && max(a.most, b.most) } : b), null)
}
export const atMost = (amount: Amount | null, limit: Exact): boolean => amount !== null && amount.most !== null && cmp(amount.most, limit) <= 0
