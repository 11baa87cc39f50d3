import type { Span } from './span.ts'

/** The bands of a grading, the best first: where they start, in ten-thousandths, and which lever moves it. */
export interface Chain { starts: readonly { from: number; span: Span | null }[]; totals: readonly number[] }
/** A start worth trying, and the highest total below it. */
export interface Start { value: number; under: number }

const onGrid = ({ now, step }: Span, k: number): number => now + k * step
/** The nearest value above one, within a span and up to an end. */
const above = (span: Span, value: number, end: number): number | null => {
  const found = onGrid(span, Math.floor((value - span.now) / span.step) + 1)
  return found <= Math.min(end, span.high) ? found : null
}
/** The nearest value below one, within a span and above a total. */
export const below = (span: Span, value: number, under: number): number | null => {
  const found = onGrid(span, Math.ceil((value - span.now) / span.step) - 1)
  return found > under && found >= span.low ? found : null
}
/** Of the values in (under, end], which all part the totals alike, the one that costs least. */
function nearest(span: Span, under: number, end: number): number | null {
  if (span.now > end) return below(span, end + 1, under)
  return span.now > under ? span.now : above(span, under, end)
}

/** Starts of the i-th band between two neighbouring totals: the nearest, and what the bands below may push it up to. */
function between(chain: Chain, i: number, under: number, end: number): number[] {
  const start = chain.starts[i]
  if (!start) return []
  const pushing = between(chain, i + 1, under, end)
  const { span } = start
  if (!span) return start.from > under && start.from <= end ? [start.from] : []
  const own = nearest(span, under, end)
  if (own === null) return []
  const pushed = pushing.flatMap((value) => (value < own ? [] : (above(span, value, end) ?? [])))
  return [...new Set([own, ...pushed])]
}

/** Every start of the i-th band that can be part of a least change: one for each way it parts the totals, and those that keep the bands in order there. */
export function startsOf(chain: Chain, i: number): Start[] {
  const ends = [...chain.totals, Infinity]
  return ends.flatMap((end, k) => {
    const under = k === 0 ? -Infinity : (chain.totals[k - 1] as number)
    return between(chain, i, under, end).map((value) => ({ value, under }))
  })
}
