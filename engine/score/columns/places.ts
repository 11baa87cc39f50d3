import { ceil, exact, floor, fraction, mul, round } from '../../model/decimal.ts'
import type { Grading } from '../../model/ruleset.ts'
import { flag, type Compiled } from './compile.ts'
import { scaled } from './core.ts'
import { power } from './decimal-number.ts'
import { against, type Amount } from './measure.ts'
import { equals } from './merit.ts'
import { block as blockUnit, raise, SCORED, type Results } from './results.ts'

/** The bands of a grading from the highest, in ten-thousandths. */
export interface Bands { from: Float64Array; below: Float64Array; grade: Int8Array }
type Quota = NonNullable<Grading['quotas']>[number]
/** `of` is the grading of each category, the first for a category the ruleset does not know. */
export interface Gradings { bands: readonly Bands[]; of: readonly number[]; index: ReadonlyMap<string, number> }

export function gradingsOf(compiled: Compiled): Gradings {
  const { gradings, grades, categories } = compiled.ruleset
  const index = new Map(grades.map((g, i) => [g.id, i]))
  const other = gradings.findIndex((g) => !g.categories)
  const bands = gradings.map((g): Bands => {
    const sorted = [...g.bands].sort((a, b) => (b.from ?? -Infinity) - (a.from ?? -Infinity))
    return {
      from: Float64Array.from(sorted, (b) => (b.from === undefined ? -Infinity : scaled(b.from))),
      below: Float64Array.from(sorted, (b, i) => ((end) => (end === undefined ? Infinity : scaled(end)))(b.below ?? sorted[i - 1]?.from)),
      grade: Int8Array.from(sorted, (b) => index.get(b.grade) ?? -1),
    }
  })
  const of = [other, ...categories.map((c) => ((own) => (own < 0 ? other : own))(gradings.findIndex((g) => g.categories?.includes(c.id))))]
  return { bands, of, index }
}
export const gradingAt = (gradings: Gradings, results: Results, i: number): number => gradings.of[(results.category[i] as number) + 1] as number
/** The band of a total in ten-thousandths, −1 for none. */
export const bandOf = (bands: Bands, total: number): number => {
  for (let k = 0; k < bands.from.length; k++) if (total >= (bands.from[k] as number) && total < (bands.below[k] as number)) return k
  return -1
}
/** The same for a total before rounding; NaN when the error does not tell. */
function bandOfAmount(bands: Bands, total: Amount): number {
  for (let k = 0; k < bands.from.length; k++) {
    const [from, below] = [bands.from[k] as number, bands.below[k] as number]
    const [low, high] = [from === -Infinity ? 1 : against(total, from), below === Infinity ? -1 : against(total, below)]
    if (Number.isNaN(low) || Number.isNaN(high)) return Number.NaN
    if (low >= 0 && high < 0) return k
  }
  return -1
}

/** The first grade of a unit by its rounded total; false when it is not sure whether rounding decided it. */
export function firstGrade(compiled: Compiled, gradings: Gradings, grading: number, results: Results, at: number, total: Amount, rounded: number): boolean {
  const bands = gradings.bands[grading]
  const exactly = rounded * power(4 - compiled.ruleset.rounding.places)
  const found = bands ? bandOf(bands, exactly) : -1
  if (!bands || found < 0) {
    blockUnit(results, at, 'gradings')
    return true
  }
  if (total.error !== 0 || total.d !== 1 || total.n !== exactly) {
    const before = bandOfAmount(bands, total)
    if (Number.isNaN(before)) return false
    if (before < 0 || bands.grade[before] !== bands.grade[found]) raise(results, at, flag('rounding-critical'))
  }
  results.grade[at] = bands.grade[found] as number
  return true
}

/** Requirements of grades as answers over all units: 1 holds, more = something is absent. */
export type Required = readonly (readonly { grade: number; answers: Uint8Array }[])[]
/** Caps by verdicts, then goes down to the best grade whose requirements hold. */
export function capGrade(results: Results, at: number, best: number): void {
  if ((results.grade[at] as number) < best) results.grade[at] = best
}
export function settleGrade(compiled: Compiled, required: Required, results: Results, at: number, grading: number): void {
  const needs = required[grading] ?? []
  const last = compiled.ruleset.grades.length - 1
  while (results.grade[at] !== -1 && (results.grade[at] as number) < last && needs.some((r) => r.grade === results.grade[at] && r.answers[at] !== 1)) results.grade[at] = (results.grade[at] as number) + 1
}

/** Gives the places of every quota, the best grade first. */
export function quotas(compiled: Compiled, gradings: Gradings, required: Required, results: Results, order: () => Int32Array): void {
  compiled.ruleset.gradings.forEach((grading, g) => {
    const list = [...(grading.quotas ?? [])].sort((a, b) => (gradings.index.get(a.grade) ?? -1) - (gradings.index.get(b.grade) ?? -1))
    for (const quota of list) {
      const mine = [...order()].filter((i) => results.state[i] === SCORED && gradingAt(gradings, results, i) === g)
      if (quota.within === 'grading') allot(compiled, gradings, required, results, quota, mine, g)
      else for (const category of new Set(mine.map((i) => results.category[i]))) allot(compiled, gradings, required, results, quota, mine.filter((i) => results.category[i] === category), g)
    }
  })
}
function allot(compiled: Compiled, gradings: Gradings, required: Required, results: Results, quota: Quota, pool: readonly number[], g: number): void {
  const level = gradings.index.get(quota.grade) ?? -1
  if (level + 1 >= compiled.ruleset.grades.length) return
  const places = placesOf(quota, pool.length)
  const standing = pool.filter((i) => (quota.unfilled === 'lapse' ? (results.grade[i] as number) >= level : results.grade[i] === level))
  for (let from = 0, used = 0; from < standing.length; ) {
    let end = from + 1
    while (end < standing.length && equals(results, standing[from] as number, standing[end] as number)) end++
    const fits = used + (end - from) <= places || (used < places && quota.equals === 'all')
    if (!fits) {
      for (let k = from; k < end; k++) {
        const i = standing[k] as number
        if (results.grade[i] !== level) continue
        results.grade[i] = level + 1
        settleGrade(compiled, required, results, i, g)
        raise(results, i, flag('quota'))
      }
    }
    used += end - from
    from = end
  }
}
export function placesOf(quota: Quota, size: number): number {
  if (quota.places !== undefined) return quota.places
  const places = mul(exact(quota.share ?? 1), fraction(BigInt(size)))
  return Number(quota.rounding === 'down' ? floor(places) : quota.rounding === 'up' ? ceil(places) : round(places, 0, 'half-up').n)
}

/** Places within each pool; a unit belongs to the first pool that takes it. */
export function rank(compiled: Compiled, results: Results, order: Int32Array, poolOf: (i: number) => number): void {
  const { method, pools } = compiled.ruleset.ranking
  const place = pools.map(() => 0)
  const taken = pools.map(() => 0)
  const last = pools.map(() => -1)
  for (let k = 0; k < order.length; k++) {
    const i = order[k] as number
    if (results.state[i] !== SCORED) continue
    const pool = poolOf(i)
    if (pool < 0) continue
    const before = last[pool] as number
    const tied = before >= 0 && equals(results, before, i)
    if (tied) {
      raise(results, before, flag('tied'))
      raise(results, i, flag('tied'))
    } else place[pool] = method === 'dense' ? (place[pool] as number) + 1 : (taken[pool] as number) + 1
    taken[pool] = (taken[pool] as number) + 1
    last[pool] = i
    results.pool[i] = pool
    results.rank[i] = place[pool] as number
  }
}
