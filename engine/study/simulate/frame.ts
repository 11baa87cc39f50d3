import type { Outcome } from './trial.ts'

/** Draws of all units summed up, unit by unit; totals are whole numbers of the last place. NaN and 0 where a unit has no total or no rank in any draw. */
export interface Frame {
  /** Points of the dragged criterion. */
  points: number
  /** Decimal places of totals. */
  places: number
  draws: number
  /** How the units stand at these points, nothing else drawn: totals, grades (place in the ruleset's, −1 = none), ranks. */
  total: Float64Array
  reached: Uint8Array
  grade: Int8Array
  rank: Int32Array
  totalLow: Float64Array
  totalMedian: Float64Array
  totalHigh: Float64Array
  rankLow: Int32Array
  rankMedian: Int32Array
  rankHigh: Int32Array
  /** Unit × (grades + 1): number of draws with each grade, none last. */
  grades: Int32Array
}

const LOW = 0.05
const HIGH = 0.95
const WIDEST = 65_536
/** Sums draws up as they come, by counting. */
export class Summary {
  readonly #units: number
  readonly #grades: number
  readonly #totals: Float64Array
  readonly #count: Int32Array
  readonly #ranked: Int32Array
  readonly #ranks: Int32Array
  readonly #levels: Int32Array
  readonly #bins = new Int32Array(WIDEST)
  readonly #draws: number

  constructor(units: number, grades: number, draws: number) {
    this.#units = units
    this.#grades = grades
    this.#draws = draws
    this.#totals = new Float64Array(units * draws)
    this.#count = new Int32Array(units)
    this.#ranked = new Int32Array(units)
    this.#ranks = new Int32Array(units * (units + 1))
    this.#levels = new Int32Array(units * (grades + 1))
  }
  begin(): void {
    this.#count.fill(0)
    this.#ranked.fill(0)
    this.#ranks.fill(0)
    this.#levels.fill(0)
  }
  note({ total, reached, grade, rank }: Outcome): void {
    const [n, draws, levels] = [this.#units, this.#draws, this.#grades + 1]
    const [totals, count, ranked, ranks, grades] = [this.#totals, this.#count, this.#ranked, this.#ranks, this.#levels]
    for (let i = 0; i < n; i++) {
      const level = grade[i] as number
      const at = i * levels + (level < 0 ? levels - 1 : level)
      grades[at] = (grades[at] as number) + 1
      if (reached[i] !== 1) continue
      const c = count[i] as number
      totals[i * draws + c] = total[i] as number
      count[i] = c + 1
      const place = rank[i] as number
      if (place === 0) continue
      const bin = i * (n + 1) + place
      ranks[bin] = (ranks[bin] as number) + 1
      ranked[i] = (ranked[i] as number) + 1
    }
  }
  /** The frame of what was noted since the beginning. */
  frame(points: number, places: number, { total, reached, grade, rank }: Outcome): Frame {
    const n = this.#units
    const f = (): Float64Array => new Float64Array(n)
    const k = (): Int32Array => new Int32Array(n)
    const frame: Frame = {
      points, places, draws: this.#draws, total: total.slice(), reached: reached.slice(), grade: grade.slice(), rank: rank.slice(), totalLow: f(), totalMedian: f(), totalHigh: f(), rankLow: k(), rankMedian: k(), rankHigh: k(), grades: this.#levels.slice(),
    }
    for (let i = 0; i < n; i++) {
      this.#totalsOf(i, frame)
      const all = this.#ranked[i] as number
      const own = this.#ranks.subarray(i * (n + 1), (i + 1) * (n + 1))
      frame.rankLow[i] = nth(own, LOW, all)
      frame.rankMedian[i] = nth(own, 0.5, all)
      frame.rankHigh[i] = nth(own, HIGH, all)
    }
    return frame
  }
  #totalsOf(i: number, frame: Frame): void {
    const count = this.#count[i] as number
    const own = this.#totals.subarray(i * this.#draws, i * this.#draws + count)
    if (count === 0) {
      frame.totalLow[i] = frame.totalMedian[i] = frame.totalHigh[i] = Number.NaN
      return
    }
    let [least, most] = [Infinity, -Infinity]
    for (let d = 0; d < count; d++) {
      const t = own[d] as number
      if (t < least) least = t
      if (t > most) most = t
    }
    if (most - least >= WIDEST) {
      const sorted = own.slice().sort()
      const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * count) - 1)] as number
      frame.totalLow[i] = at(LOW)
      frame.totalMedian[i] = at(0.5)
      frame.totalHigh[i] = at(HIGH)
      return
    }
    const bins = this.#bins
    bins.fill(0, 0, most - least + 1)
    for (let d = 0; d < count; d++) {
      const bin = (own[d] as number) - least
      bins[bin] = (bins[bin] as number) + 1
    }
    frame.totalLow[i] = least + nth(bins, LOW, count)
    frame.totalMedian[i] = least + nth(bins, 0.5, count)
    frame.totalHigh[i] = least + nth(bins, HIGH, count)
  }
}
/** The least bin up to which at least a share of all lie; 0 when there are none. */
function nth(bins: Int32Array, share: number, all: number): number {
  if (all === 0) return 0
  let left = Math.max(1, Math.ceil(share * all))
  for (let b = 0; ; b++) {
    left -= bins[b] as number
    if (left <= 0) return b
  }
}
