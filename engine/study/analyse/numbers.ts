import { ONE, add, ceil, cmp, div, exact, floor, fraction, sub, type Exact } from '../../model/decimal.ts'

/** An end of a span; `open` ends are not members. */
export interface End { at: Exact; open: boolean }
/** Numbers between two ends; null = no end on that side. */
export interface Span { low: End | null; high: End | null }
/** A set of exact numbers: spans in order that do not touch; `whole` holds only whole numbers. */
export interface Numbers { whole: boolean; spans: readonly Span[] }

export const closed = (at: Exact): End => ({ at, open: false })
export const opened = (at: Exact): End => ({ at, open: true })
export const EVERYTHING: Span = { low: null, high: null }
export const between = (low: Exact | null, high: Exact | null): Span => ({ low: low && closed(low), high: high && closed(high) })
export const point = (at: Exact): Span => between(at, at)

const compareLow = (a: End | null, b: End | null): number => (!a || !b ? Number(Boolean(a)) - Number(Boolean(b)) : cmp(a.at, b.at) || Number(a.open) - Number(b.open))
const compareHigh = (a: End | null, b: End | null): number => (!a || !b ? Number(Boolean(b)) - Number(Boolean(a)) : cmp(a.at, b.at) || Number(b.open) - Number(a.open))

/** A span without its empty part; whole numbers have closed ends. */
function tidy(span: Span, whole: boolean): Span | null {
  const low = span.low && whole ? closed(up(span.low)) : span.low
  const high = span.high && whole ? closed(down(span.high)) : span.high
  if (!low || !high) return { low, high }
  const order = cmp(low.at, high.at)
  return order < 0 || (order === 0 && !low.open && !high.open) ? { low, high } : null
}
const up = (end: End): Exact => fraction(end.open ? floor(end.at) + 1n : ceil(end.at))
const down = (end: End): Exact => fraction(end.open ? ceil(end.at) - 1n : floor(end.at))

/** The set of some spans, in order and merged where they meet. */
export function numbers(spans: readonly Span[], whole = false): Numbers {
  const tidied = spans.flatMap((s) => tidy(s, whole) ?? []).sort((a, b) => compareLow(a.low, b.low))
  const merged: Span[] = []
  for (const span of tidied) {
    const last = merged.at(-1)
    if (last && meets(last.high, span.low, whole)) merged[merged.length - 1] = { low: last.low, high: compareHigh(last.high, span.high) >= 0 ? last.high : span.high }
    else merged.push(span)
  }
  return { whole, spans: merged }
}
const meets = (high: End | null, low: End | null, whole: boolean): boolean => {
  if (!high || !low) return true
  const order = cmp(high.at, low.at)
  return whole ? cmp(add(high.at, ONE), low.at) >= 0 : order > 0 || (order === 0 && !(high.open && low.open))
}

export const isEmpty = (set: Numbers): boolean => set.spans.length === 0
/** Members of both. */
export const meet = (a: Numbers, b: Numbers): Numbers =>
  numbers(a.spans.flatMap((x) => b.spans.map((y) => ({ low: compareLow(x.low, y.low) >= 0 ? x.low : y.low, high: compareHigh(x.high, y.high) <= 0 ? x.high : y.high }))), a.whole || b.whole)
/** Members of either. */
export const unite = (a: Numbers, b: Numbers): Numbers => numbers([...a.spans, ...b.spans], a.whole && b.whole)
/** Members of the first that are not in the spans of the second. */
export function without(a: Numbers, b: Numbers): Numbers {
  const rest: Span[] = []
  let low: End | null = null
  for (const span of numbers(b.spans).spans) {
    if (span.low) rest.push({ low, high: flip(span.low) })
    if (!span.high) return meet(a, numbers(rest))
    low = flip(span.high)
  }
  return meet(a, numbers([...rest, { low, high: null }]))
}
const flip = (end: End): End => ({ at: end.at, open: !end.open })

export const lowest = (set: Numbers): Exact | null => set.spans[0]?.low?.at ?? null
export const highest = (set: Numbers): Exact | null => set.spans.at(-1)?.high?.at ?? null
export const holds = (set: Numbers, value: Exact): boolean => !isEmpty(meet(set, numbers([point(value)])))

/** Some members of each span: ends, and one inside. */
export const examples = (set: Numbers): Exact[] =>
  set.spans.flatMap((s) => [pickIn(s), ...(s.low && !s.low.open ? [s.low.at] : []), ...(s.high && !s.high.open ? [s.high.at] : []), inside(s)]).filter((v) => holds(set, v))
const pickIn = (span: Span): Exact => (span.low && !span.low.open ? span.low.at : span.high && !span.high.open ? span.high.at : inside(span))
function inside({ low, high }: Span): Exact {
  if (!low) return high ? sub(high.at, ONE) : exact(0)
  if (!high) return add(low.at, ONE)
  const middle = div(add(low.at, high.at), exact(2))
  const round = fraction(floor(middle))
  return cmp(round, low.at) > 0 ? round : middle
}
