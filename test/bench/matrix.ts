import type { Cohort, Ruleset } from '../../engine/index.ts'
import { half, place } from './settle.ts'
import type { Table } from './outcome.ts'

const units = (points: number): number => Math.round(points * 10_000)
/** Which rules fire for whom, and how often each takes its points: rule × unit. */
export interface Fired { times: Float64Array; rules: number }

/** The linear part of the workload as a person would optimise it by hand: columns of a matrix times a vector of points. */
export function matrix(rules: Ruleset, cohort: Cohort, fired: Fired): (points: Float64Array, table: Table, base: Float64Array) => void {
  const n = cohort.units.length
  const criteria = rules.indicators.flatMap((i) => i.criteria ?? [])
  const shape = criteria.map((c) => ({ full: units(c.points), start: c.start === 'full' ? units(c.points) : 0, sign: c.start === 'full' ? -1 : 1, not: c.applies ? 'courts' : null, caps: c.rules.map((r) => ('cap' in r.event.params && r.event.params.cap !== undefined ? units(r.event.params.cap) : Infinity)) }))
  const full = units(rules.fullMarks)
  const bands = (rules.gradings[0]?.bands ?? []).map((b) => (b.from ?? -Infinity) * 100)
  const away = cohort.units.map((u) => u.category === 'courts')
  const [bonusCap, deductionCap] = [units(rules.bonus.cap?.points ?? 1e6), units(rules.deduction.cap?.points ?? 1e6)]
  const pools = rules.ranking.pools.map((p) => p.id)
  const earned = new Float64Array(n)
  const applicable = new Float64Array(n)
  const column = new Float64Array(n)
  return (points, table, base) => {
    earned.fill(0)
    applicable.fill(full)
    let rule = 0
    for (const c of shape) {
      column.fill(c.start)
      for (const cap of c.caps) {
        const p = points[rule] as number
        const at = rule++ * n
        for (let i = 0; i < n; i++) {
          const amount = (fired.times[at + i] as number) * p
          column[i] = (column[i] as number) + c.sign * (amount > cap ? cap : amount)
        }
      }
      for (let i = 0; i < n; i++) {
        const p = column[i] as number
        if (c.not && away[i]) applicable[i] = (applicable[i] as number) - c.full
        else earned[i] = (earned[i] as number) + (p < 0 ? 0 : p > c.full ? c.full : p)
      }
    }
    for (let i = 0; i < n; i++) {
      const bonus = Math.min(bonusCap, (fired.times[rule * n + i] as number) * (points[rule] as number))
      const deduction = Math.min(deductionCap, (fired.times[(rule + 1) * n + i] as number) * (points[rule + 1] as number))
      const [e, m] = [earned[i] as number, applicable[i] as number]
      base[i] = half(e * full, m * 100)
      const total = half(Math.max(0, e * full + (bonus - deduction) * m), m * 100)
      table.total[i] = total
      table.grade[i] = bands.findIndex((from) => total >= from)
    }
    place(cohort, pools, base, table)
  }
}
