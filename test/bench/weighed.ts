import type { Cohort, Ruleset } from '../../engine/index.ts'
import type { Fired } from './matrix.ts'
import type { Table } from './outcome.ts'
import { half } from './settle.ts'

const units = (points: number): number => Math.round(points * 10_000)

/** The workload at other points of its criteria, as a person would optimise it by hand: rules in proportion, columns of a matrix times a vector. */
export function weighedMatrix(rules: Ruleset, cohort: Cohort, fired: Fired): (weights: Float64Array, table: Table, base: Float64Array) => void {
  const n = cohort.units.length
  const criteria = rules.indicators.flatMap((i) => i.criteria ?? [])
  const shape = criteria.map((c) => ({
    full: units(c.points), start: c.start === 'full' ? 1 : 0, sign: c.start === 'full' ? -1 : 1, not: c.applies !== undefined,
    points: Float64Array.from(c.rules, (r) => units('points' in r.event.params ? r.event.params.points : 0)), caps: Float64Array.from(c.rules, (r) => ('cap' in r.event.params && r.event.params.cap !== undefined ? units(r.event.params.cap) : Infinity)),
  }))
  const full = units(rules.fullMarks)
  const bands = (rules.gradings[0]?.bands ?? []).map((b) => (b.from ?? -Infinity) * 100)
  const away = cohort.units.map((u) => u.category === 'courts')
  const side = (which: 'bonus' | 'deduction', rule: number): Float64Array => {
    const [one] = rules[which].rules ?? []
    const points = units(one && 'points' in one.event.params ? one.event.params.points : 0)
    return Float64Array.from({ length: n }, (_, i) => Math.min(units(rules[which].cap?.points ?? 1e6), (fired.times[rule * n + i] as number) * points))
  }
  const net = ((bonus, deduction) => bonus.map((b, i) => b - (deduction[i] as number)))(side('bonus', fired.rules - 2), side('deduction', fired.rules - 1))
  const pools = rules.ranking.pools.map((p) => Int32Array.from(cohort.units.flatMap((u, i) => (p.categories.includes(u.category) ? [i] : []))))
  const earned = new Float64Array(n)
  const applicable = new Float64Array(n)
  const column = new Float64Array(n)
  return (weights, table, base) => {
    earned.fill(0)
    applicable.fill(0)
    let rule = 0
    for (let k = 0; k < shape.length; k++) {
      const c = shape[k] as (typeof shape)[number]
      const w = weights[k] as number
      column.fill(c.start * w)
      for (let r = 0; r < c.points.length; r++) {
        const p = c.sign * Math.round(((c.points[r] as number) * w) / c.full)
        const cap = c.caps[r] === Infinity ? Infinity : Math.round(((c.caps[r] as number) * w) / c.full)
        const at = rule++ * n
        if (cap === Infinity) for (let i = 0; i < n; i++) column[i] = (column[i] as number) + (fired.times[at + i] as number) * p
        else for (let i = 0; i < n; i++) {
          const amount = (fired.times[at + i] as number) * p
          column[i] = (column[i] as number) + (amount > cap ? cap : amount < -cap ? -cap : amount)
        }
      }
      for (let i = 0; i < n; i++) {
        if (c.not && away[i]) continue
        const p = column[i] as number
        applicable[i] = (applicable[i] as number) + w
        earned[i] = (earned[i] as number) + (p < 0 ? 0 : p > w ? w : p)
      }
    }
    for (let i = 0; i < n; i++) {
      const [e, m] = [earned[i] as number, applicable[i] as number]
      base[i] = half(e * full, m * 100)
      const total = half(Math.max(0, e * full + (net[i] as number) * m), m * 100)
      table.total[i] = total
      table.grade[i] = bands.findIndex((from) => total >= from)
    }
    for (const pool of pools) rank(pool, table, base)
  }
}
/** Ranks of one pool, whose order is kept from the draw before. */
function rank(pool: Int32Array, { total, rank }: Table, base: Float64Array): void {
  for (let k = 1; k < pool.length; k++) {
    const u = pool[k] as number
    const [t, b] = [total[u] as number, base[u] as number]
    let j = k - 1
    for (; j >= 0; j--) {
      const v = pool[j] as number
      if ((total[v] as number) > t || (total[v] === t && (base[v] as number) >= b)) break
      pool[j + 1] = v
    }
    pool[j + 1] = u
  }
  for (let k = 0, shared = 1; k < pool.length; k++) {
    const [unit, before] = [pool[k] as number, pool[k - 1]]
    if (before !== undefined && !(total[before] === total[unit] && base[before] === base[unit])) shared = k + 1
    rank[unit] = shared
  }
}
