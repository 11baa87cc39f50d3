import { SCORED, type Results } from './results.ts'

/** Units with a total, the best first: by total, then by the tie-breaks in order. */
export function byMerit(results: Results): Int32Array {
  const order = byTotal(results)
  if (results.ties.length === 0) return order
  for (let from = 0; from < order.length; ) {
    let end = from + 1
    while (end < order.length && results.total[order[end] as number] === results.total[order[from] as number]) end++
    if (end - from > 1) order.subarray(from, end).sort((a, b) => compareTies(results, a, b) || a - b)
    from = end
  }
  return order
}
function compareTies(results: Results, a: number, b: number): number {
  const { tieBreaks } = results.compiled.ruleset.ranking
  for (let k = 0; k < results.ties.length; k++) {
    const tie = results.ties[k] as Float64Array
    const difference = (tie[b] as number) - (tie[a] as number)
    if (difference !== 0) return tieBreaks[k]?.order === 'high' ? difference : -difference
  }
  return 0
}
/** Do two units share a place? */
export const equals = (results: Results, a: number, b: number): boolean => results.total[a] === results.total[b] && compareTies(results, a, b) === 0

/** Counts totals where they are few, else sorts whole numbers that hold total and unit together. */
function byTotal(results: Results): Int32Array {
  const { size, state, total } = results
  let count = 0
  let low = Infinity
  let high = -Infinity
  for (let i = 0; i < size; i++) {
    if (state[i] !== SCORED) continue
    const t = total[i] as number
    if (t < low) low = t
    if (t > high) high = t
    count++
  }
  const range = high - low + 1
  const order = new Int32Array(count)
  if (count === 0) return order
  if (count > 400 && range <= 8 * count + 4096) {
    const starts = new Int32Array(range + 1)
    for (let i = 0; i < size; i++) if (state[i] === SCORED) add(starts, high - (total[i] as number) + 1)
    for (let k = 1; k <= range; k++) starts[k] = (starts[k] as number) + (starts[k - 1] as number)
    for (let i = 0; i < size; i++) {
      if (state[i] !== SCORED) continue
      const bin = high - (total[i] as number)
      const place = starts[bin] as number
      order[place] = i
      starts[bin] = place + 1
    }
    return order
  }
  const step = 2 ** Math.ceil(Math.log2(size + 1))
  if (range * step > Number.MAX_SAFE_INTEGER) return order.map(((next) => () => next())(scoredUnits(results))).sort((a, b) => (total[b] as number) - (total[a] as number) || a - b)
  const keys = new Float64Array(count)
  let at = 0
  for (let i = 0; i < size; i++) if (state[i] === SCORED) keys[at++] = (high - (total[i] as number)) * step + i
  keys.sort()
  for (let k = 0; k < count; k++) order[k] = (keys[k] as number) % step
  return order
}
function scoredUnits(results: Results): () => number {
  let i = -1
  return () => {
    do i++
    while (results.state[i] !== SCORED)
    return i
  }
}
const add = (counts: Int32Array, at: number): void => { counts[at] = (counts[at] as number) + 1 }
