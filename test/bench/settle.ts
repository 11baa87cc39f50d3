import type { Cohort, Effect, Ruleset } from '../../engine/index.ts'
import type { Table } from './outcome.ts'

const units = (points: number): number => Math.round(points * 10_000)
/** A quotient rounded half up. */
export function half(top: number, bottom: number): number {
  const size = Math.abs(top)
  const whole = Math.floor(size / bottom)
  const up = (size - whole * bottom) * 2 >= bottom ? whole + 1 : whole
  return top < 0 ? -up : up
}
/** Ranks of each pool, equals sharing a place. */
export function place(cohort: Cohort, pools: readonly string[], base: Float64Array, { total, rank }: Table): void {
  for (const category of pools) {
    const pool = cohort.units.flatMap((unit, i) => (unit.category === category ? [i] : []))
    pool.sort((a, b) => (total[b] as number) - (total[a] as number) || (base[b] as number) - (base[a] as number))
    let shared = 1
    pool.forEach((unit, k) => {
      const before = pool[k - 1]
      if (before !== undefined && !(total[before] === total[unit] && base[before] === base[unit])) shared = k + 1
      rank[unit] = shared
    })
  }
}
interface Act { sign: number; points: number; fact: string | null; cap: number }
const act = (effect: Effect): Act => {
  const params = effect.params as { points: number; fact?: string; cap?: number }
  return { sign: effect.type.startsWith('deduct') ? -1 : 1, points: units(params.points), fact: params.fact ?? null, cap: params.cap === undefined ? Infinity : units(params.cap) }
}
const given = (a: Act, facts: { [name: string]: unknown }): number => (a.fact === null ? a.points : Math.min(a.points * Number(facts[a.fact]), a.cap))

/** Points to totals, grades and ranks for conditions that somebody else decided, in whole ten-thousandths. */
export function settle(rules: Ruleset): (cohort: Cohort, fired: readonly Uint8Array[], table: Table) => void {
  const criteria = rules.indicators.flatMap((i) => i.criteria ?? []).map((c) => ({ full: units(c.points), start: c.start === 'full' ? units(c.points) : 0, acts: c.rules.map((r) => act(r.event)), not: c.applies ? 'courts' : null }))
  const sides = ([['bonus', 1], ['deduction', -1]] as const).map(([name, sign]) => ({ sign, act: act(rules[name].rules?.[0]?.event as Effect), cap: units(rules[name].cap?.points ?? 1e6) }))
  const full = units(rules.fullMarks)
  const bands = (rules.gradings[0]?.bands ?? []).map((b) => (b.from ?? -Infinity) * 100)
  return (cohort, fired, table) => {
    const base = new Float64Array(cohort.units.length)
    cohort.units.forEach((unit, i) => {
      const facts = cohort.records[i]?.facts ?? {}
      const mine = fired[i] as Uint8Array
      let earned = 0
      let applicable = full
      let rule = 0
      for (const c of criteria) {
        let p = c.start
        for (const a of c.acts) if (mine[rule++]) p += a.sign * given(a, facts)
        if (c.not === unit.category) applicable -= c.full
        else earned += Math.max(0, Math.min(c.full, p))
      }
      let net = 0
      for (const side of sides) if (mine[rule++]) net += side.sign * Math.min(side.cap, given(side.act, facts))
      base[i] = half(earned * full, applicable * 100)
      const total = half(Math.max(0, earned * full + net * applicable), applicable * 100)
      table.total[i] = total
      table.grade[i] = bands.findIndex((from) => total >= from)
    })
    place(cohort, rules.ranking.pools.map((p) => p.id), base, table)
  }
}
