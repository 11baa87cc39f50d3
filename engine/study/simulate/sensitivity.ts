import type { GroupSensitivity, Index, Sensitivity } from './result.ts'
import type { Outcome, Trials } from './trial.ts'
import type { Uncertain } from './uncertain.ts'

/** Draws of the design stand apart from those of the simulation. */
const FIRST = 2 ** 30
const SETTLED = 0.05

/** What is explained: mean number of places ranked units move, and mean total in points; or rank and total of one unit. */
interface Quantity { rank(outcome: Outcome): number; total(outcome: Outcome): number }
function quantityOf(stands: Outcome, unit: number | null, scale: number): Quantity {
  if (unit !== null) return { rank: ({ rank }) => rank[unit] as number, total: ({ total }) => (total[unit] as number) / scale }
  return {
    rank({ rank }) {
      let [sum, count] = [0, 0]
      for (let i = 0; i < rank.length; i++) {
        if (rank[i] === 0 || stands.rank[i] === 0) continue
        sum += Math.abs((rank[i] as number) - (stands.rank[i] as number))
        count++
      }
      return count === 0 ? 0 : sum / count
    },
    total({ total, reached }) {
      let [sum, count] = [0, 0]
      for (let i = 0; i < total.length; i++) {
        if (reached[i] !== 1) continue
        sum += total[i] as number
        count++
      }
      return count === 0 ? 0 : sum / count / scale
    },
  }
}

function meanAndVariance(values: readonly Float64Array[]): { mean: number; variance: number } {
  let [sum, count, squares] = [0, 0, 0]
  for (const list of values) for (const v of list) sum += v
  for (const list of values) count += list.length
  const mean = count === 0 ? 0 : sum / count
  for (const list of values) for (const v of list) squares += (v - mean) * (v - mean)
  return { mean, variance: count < 2 ? 0 : squares / (count - 1) }
}
/** Mean of terms as a share of a variance, with the standard error of the mean. */
function shareOf(terms: Float64Array, variance: number): { share: number; error: number } {
  const { mean, variance: spread } = meanAndVariance([terms])
  return variance === 0 ? { share: 0, error: 0 } : { share: mean / variance, error: Math.sqrt(spread / terms.length) / variance }
}
/** First-order (Saltelli 2010) and total (Jansen 1999) index of a group from rows a, b and a with the group of b. */
function indexOf(a: Float64Array, b: Float64Array, ab: Float64Array, { mean, variance }: { mean: number; variance: number }): Index {
  const first = shareOf(a.map((_, j) => ((b[j] as number) - mean) * ((ab[j] as number) - (a[j] as number))), variance)
  const all = shareOf(a.map((_, j) => (((a[j] as number) - (ab[j] as number)) * ((a[j] as number) - (ab[j] as number))) / 2), variance)
  return { first: first.share, firstError: first.error, all: all.share, allError: all.error }
}

/** How much of what moves is due to each group of what is uncertain: Sobol indices by a design of Saltelli, with samples × (groups + 2) trials. `unit` asks about one unit instead of all. */
export function sensitivityOf(open: Uncertain, trials: Trials, stands: Outcome, samples: number, unit: number | null, scale: number, tell: () => void): Sensitivity {
  const quantity = quantityOf(stands, unit, scale)
  const columns = open.groups.length + 2
  const ranks = Array.from({ length: columns }, () => new Float64Array(samples))
  const totals = Array.from({ length: columns }, () => new Float64Array(samples))
  for (let j = 0; j < samples; j++) {
    for (let c = 0; c < columns; c++) {
      const a = FIRST + 2 * j
      const outcome = trials.run(open.at((group) => (c === 1 || group === c - 2 ? a + 1 : a)))
      ;(ranks[c] as Float64Array)[j] = quantity.rank(outcome)
      ;(totals[c] as Float64Array)[j] = quantity.total(outcome)
      tell()
    }
  }
  const of = (list: readonly Float64Array[], c: number): Float64Array => list[c] as Float64Array
  const [rank, total] = [meanAndVariance(ranks.slice(0, 2)), meanAndVariance(totals.slice(0, 2))]
  const groups = open.groups.map((group, g): GroupSensitivity => ({ ...group, rank: indexOf(of(ranks, 0), of(ranks, 1), of(ranks, g + 2), rank), total: indexOf(of(totals, 0), of(totals, 1), of(totals, g + 2), total) }))
  return { samples, trials: samples * columns, rank, total, groups, settled: groups.every((g) => [g.rank, g.total].every((i) => i.firstError <= SETTLED && i.allError <= SETTLED)) }
}
