import type { Ruleset } from '../../model/ruleset.ts'
import type { Bands } from '../columns/places.ts'
import { placesOf } from '../columns/places.ts'
import type { Kept } from './kept.ts'
import type { Drawn } from './unit.ts'

/** The quantity of a tie-break of a unit, rounded like the total. */
export type Tie = (tie: number, unit: number) => number
type Quota = NonNullable<Ruleset['gradings'][number]['quotas']>[number]

/** Grades, order and ranks of draws, one after the other; the order is kept between them, as draws differ little. */
export class Standing {
  order: Int32Array
  readonly #kept: Kept
  readonly #quotas: readonly (readonly Quota[])[]
  readonly #last: number
  readonly #place: Int32Array
  readonly #taken: Int32Array
  readonly #before: Int32Array
  readonly #compared: boolean

  constructor(kept: Kept, order = Int32Array.from({ length: kept.n }, (_, i) => i)) {
    const { ruleset } = kept.compiled
    const level = (grade: string): number => ruleset.grades.findIndex((g) => g.id === grade)
    this.#kept = kept
    this.order = order
    this.#last = ruleset.grades.length - 1
    this.#quotas = ruleset.gradings.map((g) => [...(g.quotas ?? [])].sort((a, b) => level(a.grade) - level(b.grade)))
    this.#compared = this.#quotas.some((list) => list.length)
    const pools = ruleset.ranking.pools.length
    this.#place = new Int32Array(pools)
    this.#taken = new Int32Array(pools)
    this.#before = new Int32Array(pools)
  }

  /** The first grade of a unit by its total; false when no band holds it. */
  first(bands: Bands | undefined, i: number, out: Drawn): boolean {
    const { by, best } = this.#kept
    const at = (out.total[i] as number) * by
    if (!bands) return false
    const { from, below, grade } = bands
    for (let k = 0; k < from.length; k++) {
      if (at < (from[k] as number) || at >= (below[k] as number)) continue
      const found = grade[k] as number
      out.grade[i] = found < (best[i] as number) ? (best[i] as number) : found
      return true
    }
    return false
  }
  /** Goes down to the best grade whose requirements hold. */
  settle(i: number, out: Drawn): void {
    const needs = this.#kept.required[this.#kept.grading[i] as number]
    if (!needs || needs.length === 0) return
    while ((out.grade[i] as number) >= 0 && (out.grade[i] as number) < this.#last && needs.some((r) => r.grade === out.grade[i] && !r.holds(i, out.seen))) out.grade[i] = (out.grade[i] as number) + 1
  }
  /** Orders units by merit, gives places of quotas, and ranks within pools. */
  finish(out: Drawn, tie: Tie): void {
    const count = this.#sort(out, tie)
    if (this.#compared) this.#quotas.forEach((list, g) => list.forEach((quota) => this.#share(quota, g, count, out, tie)))
    this.#rank(count, out, tie)
  }

  /** By total, then by place in the list; those without a total last. Gives back how many have one. */
  #sort(out: Drawn, tie: Tie): number {
    const { order } = this
    const { total, reached } = out
    const { n, pool, attributes } = this.#kept
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
      let end = from + 1
      while (end < count && total[order[end] as number] === total[order[from] as number]) end++
      if (end - from > 1 && (this.#compared || end - from > 2 || this.#rivals(pool, from))) order.subarray(from, end).sort((a, b) => this.#compare(a, b, tie) || a - b)
      from = end
    }
    return count
  }
  /** Do two neighbours stand in one pool? */
  #rivals(pool: Int16Array, at: number): boolean {
    const [a, b] = [this.order[at] as number, this.order[at + 1] as number]
    return pool[a] === pool[b] && (pool[a] as number) >= 0
  }
  #compare(a: number, b: number, tie: Tie): number {
    const { tieBreaks } = this.#kept.compiled.ruleset.ranking
    for (let k = 0; k < tieBreaks.length; k++) {
      const difference = tie(k, b) - tie(k, a)
      if (difference !== 0) return tieBreaks[k]?.order === 'high' ? difference : -difference
    }
    return 0
  }
  #equals(a: number, b: number, out: Drawn, tie: Tie): boolean {
    return out.total[a] === out.total[b] && this.#compare(a, b, tie) === 0
  }

  #share(quota: Quota, g: number, count: number, out: Drawn, tie: Tie): void {
    const { grading, results, compiled } = this.#kept
    const level = compiled.ruleset.grades.findIndex((x) => x.id === quota.grade)
    if (level + 1 > this.#last) return
    const mine: number[] = []
    for (let k = 0; k < count; k++) if (grading[this.order[k] as number] === g) mine.push(this.order[k] as number)
    if (quota.within === 'grading') return this.#allot(quota, level, mine, out, tie)
    for (const category of new Set(mine.map((i) => results.category[i]))) this.#allot(quota, level, mine.filter((i) => results.category[i] === category), out, tie)
  }
  #allot(quota: Quota, level: number, group: readonly number[], out: Drawn, tie: Tie): void {
    const places = placesOf(quota, group.length)
    const standing = group.filter((i) => (quota.unfilled === 'lapse' ? (out.grade[i] as number) >= level : out.grade[i] === level))
    for (let from = 0, used = 0; from < standing.length; ) {
      let end = from + 1
      while (end < standing.length && this.#equals(standing[from] as number, standing[end] as number, out, tie)) end++
      if (!(used + (end - from) <= places || (used < places && quota.equals === 'all'))) {
        for (let k = from; k < end; k++) {
          const i = standing[k] as number
          if (out.grade[i] !== level) continue
          out.grade[i] = level + 1
          this.settle(i, out)
        }
      }
      used += end - from
      from = end
    }
  }
  #rank(count: number, out: Drawn, tie: Tie): void {
    const { pool } = this.#kept
    const dense = this.#kept.compiled.ruleset.ranking.method === 'dense'
    this.#place.fill(0)
    this.#taken.fill(0)
    this.#before.fill(-1)
    out.rank.fill(0)
    for (let k = 0; k < count; k++) {
      const i = this.order[k] as number
      const p = pool[i] as number
      if (p < 0) continue
      const before = this.#before[p] as number
      if (before < 0 || !this.#equals(before, i, out, tie)) this.#place[p] = (dense ? (this.#place[p] as number) : (this.#taken[p] as number)) + 1
      this.#taken[p] = (this.#taken[p] as number) + 1
      this.#before[p] = i
      out.rank[i] = this.#place[p] as number
    }
  }
}
