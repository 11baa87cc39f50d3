import type { Ruleset } from '../../model/ruleset.ts'
import { placesOf, type Bands } from '../columns/places.ts'
import type { Kept } from './kept.ts'
import type { Requirement } from './requirements.ts'
import type { Drawn } from './unit.ts'

/** What grades and order may ask about a unit. */
export interface Look {
  /** Shows its numbers to requirements. */
  see(unit: number): void
  /** The quantity of a tie-break, rounded like the total. */
  tie(tie: number, unit: number): number
}
type Quota = NonNullable<Ruleset['gradings'][number]['quotas']>[number]
/** A quota with the place of its grade, and how many places it has for so many units. */
interface Allotment { quota: Quota; level: number; places: Map<number, number> }

/** Grades, order and ranks of draws, one after the other; the order is kept between them, as draws differ little. */
export class Standing {
  order: Int32Array
  readonly #kept: Kept
  readonly #out: Drawn
  readonly #look: Look
  readonly #quotas: readonly (readonly Allotment[])[]
  /** Requirements by grading and grade. */
  readonly #needs: readonly (readonly (readonly Requirement[] | undefined)[])[]
  readonly #last: number
  readonly #place: Int32Array
  readonly #taken: Int32Array
  readonly #before: Int32Array
  readonly #compared: boolean
  readonly #dense: boolean
  readonly #categories: readonly number[]

  constructor(kept: Kept, out: Drawn, look: Look) {
    const { ruleset } = kept.compiled
    const level = (grade: string): number => ruleset.grades.findIndex((g) => g.id === grade)
    const pools = ruleset.ranking.pools.length
    this.#kept = kept
    this.#out = out
    this.#look = look
    this.order = Int32Array.from({ length: kept.n }, (_, i) => i)
    this.#last = ruleset.grades.length - 1
    this.#quotas = ruleset.gradings.map((g) => (g.quotas ?? []).map((quota): Allotment => ({ quota, level: level(quota.grade), places: new Map() })).sort((a, b) => a.level - b.level))
    this.#needs = kept.required.map((list) => ruleset.grades.map((_, grade) => ((own) => (own.length ? own : undefined))(list.filter((r) => r.grade === grade))))
    this.#compared = this.#quotas.some((list) => list.length)
    this.#dense = ruleset.ranking.method === 'dense'
    this.#categories = [...new Set(kept.results.category)]
    this.#place = new Int32Array(pools)
    this.#taken = new Int32Array(pools)
    this.#before = new Int32Array(pools)
  }

  /** Grades units by their totals, orders them by merit, gives places of quotas, and ranks within pools. A unit whose total no band holds has none. */
  finish(bands: readonly Bands[]): void {
    this.#grade(bands)
    const count = this.#sort()
    if (this.#compared) this.#quotas.forEach((list, g) => list.forEach((allotment) => this.#share(allotment, g, count)))
    this.#rank(count)
  }
  #grade(all: readonly Bands[]): void {
    const { n, by, best, grading, stopped, live } = this.#kept
    const { total, reached, grade } = this.#out
    for (let i = 0; i < n; i++) {
      let found = -1
      if (reached[i] === 1) {
        const g = grading[i] as number
        const bands = g < 0 ? undefined : all[g]
        const at = (total[i] as number) * by
        if (bands) {
          const { from, below } = bands
          for (let k = 0; k < from.length; k++) {
            if (at < (from[k] as number) || at >= (below[k] as number)) continue
            found = bands.grade[k] as number
            break
          }
        }
        if (found >= 0) {
          if (found < (best[i] as number)) found = best[i] as number
          grade[i] = found
          if (this.#needs[g]?.[found]) this.#settle(i, g)
          continue
        }
      }
      reached[i] = 0
      total[i] = 0
      grade[i] = live[i] === 1 ? -1 : (stopped[i] as number)
    }
  }
  /** Goes down to the best grade whose requirements hold. */
  #settle(i: number, g: number): void {
    const { grade, seen } = this.#out
    this.#look.see(i)
    for (let level = grade[i] as number; level < this.#last; level++) {
      const needs = this.#needs[g]?.[level]
      let met = true
      if (needs) for (const need of needs) met &&= need.holds(i, seen)
      grade[i] = level
      if (met) return
      grade[i] = level + 1
    }
  }

  /** By total, then by place in the list; those without a total last. Gives back how many have one. */
  #sort(): number {
    const { order } = this
    const { total, reached } = this.#out
    const { n, attributes } = this.#kept
    let count = 0
    for (let k = 0; k < n; k++) {
      const u = order[k] as number
      const there = reached[u] === 1
      if (there) count++
      const t = total[u] as number
      let j = k - 1
      for (; j >= 0; j--) {
        const v = order[j] as number
        if (reached[v] === 1 ? !there || (total[v] as number) > t || (total[v] === t && v < u) : !there && v < u) break
        order[j + 1] = v
      }
      order[j + 1] = u
    }
    if (attributes.length === 0) return count
    for (let from = 0; from < count; ) {
      const t = total[order[from] as number]
      let end = from + 1
      while (end < count && total[order[end] as number] === t) end++
      if (end - from > 1 && (this.#compared || end - from > 2 || this.#rivals(from))) order.subarray(from, end).sort((a, b) => this.#compare(a, b) || a - b)
      from = end
    }
    return count
  }
  /** Do two neighbours stand in one pool? */
  #rivals(at: number): boolean {
    const { pool } = this.#kept
    const [a, b] = [this.order[at] as number, this.order[at + 1] as number]
    return pool[a] === pool[b] && (pool[a] as number) >= 0
  }
  #compare(a: number, b: number): number {
    const { tieBreaks } = this.#kept.compiled.ruleset.ranking
    for (let k = 0; k < tieBreaks.length; k++) {
      const difference = this.#look.tie(k, b) - this.#look.tie(k, a)
      if (difference !== 0) return tieBreaks[k]?.order === 'high' ? difference : -difference
    }
    return 0
  }

  #share(allotment: Allotment, g: number, count: number): void {
    if (allotment.level + 1 > this.#last) return
    if (allotment.quota.within === 'grading') this.#allot(allotment, g, -2, count)
    else for (const category of this.#categories) this.#allot(allotment, g, category, count)
  }
  /** Gives places to the best of a grading (of one category, unless −2): those who find none go one grade down. */
  #allot({ quota, level, places: known }: Allotment, g: number, category: number, count: number): void {
    const { unfilled, equals } = quota
    const { order } = this
    const { grading, results } = this.#kept
    const { grade, total } = this.#out
    const mine = (i: number): boolean => grading[i] === g && (category === -2 || results.category[i] === category)
    let size = 0
    for (let k = 0; k < count; k++) if (mine(order[k] as number)) size++
    const places = known.get(size) ?? placesOf(quota, size)
    known.set(size, places)
    const stands = (i: number): boolean => mine(i) && (unfilled === 'lapse' ? (grade[i] as number) >= level : grade[i] === level)
    for (let k = 0, used = 0; k < count; ) {
      const first = order[k] as number
      if (!stands(first)) {
        k++
        continue
      }
      let [end, group] = [k + 1, 1]
      for (; end < count && total[order[end] as number] === total[first]; end++) {
        const i = order[end] as number
        if (!stands(i)) continue
        if (this.#compare(first, i) !== 0) break
        group++
      }
      if (!(used + group <= places || (used < places && equals === 'all'))) for (; k < end; k++) {
        const i = order[k] as number
        if (!stands(i) || grade[i] !== level) continue
        grade[i] = level + 1
        if (this.#needs[g]?.[level + 1]) this.#settle(i, g)
      }
      used += group
      k = end
    }
  }
  #rank(count: number): void {
    const { order } = this
    const { pool } = this.#kept
    const { total, rank } = this.#out
    const [place, taken, before] = [this.#place, this.#taken, this.#before]
    place.fill(0)
    taken.fill(0)
    before.fill(-1)
    rank.fill(0)
    for (let k = 0; k < count; k++) {
      const i = order[k] as number
      const p = pool[i] as number
      if (p < 0) continue
      const last = before[p] as number
      if (last < 0 || total[last] !== total[i] || this.#compare(last, i) !== 0) place[p] = (this.#dense ? (place[p] as number) : (taken[p] as number)) + 1
      taken[p] = (taken[p] as number) + 1
      before[p] = i
      rank[i] = place[p] as number
    }
  }
}
