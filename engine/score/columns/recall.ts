import { cmp, exact, fraction, sub } from '../../model/decimal.ts'
import type { PastResult } from '../../model/record.ts'
import type { History } from '../../model/ruleset.ts'
import { before, now, type Period } from '../period.ts'
import { FLAGS, type Compiled } from './compile.ts'
import type { Block } from './block.ts'
import { power } from './decimal-number.ts'
import { equals } from './merit.ts'
import { raise, raised, SCORED, type Results } from './results.ts'

type Of<T extends History['type']> = Extract<History, { type: T }>
/** Values of a history rule by unit: a number for a streak, else 0 or 1. */
export type Recalled = Float64Array

const at = (block: Block, period: Period) => block.past.find((p) => p.year === period.year && p.period === period.period)?.results

/** Results that stand for a unit in a past period: its own, or all its predecessors' when it was merged. */
function stands(block: Block, period: Period, i: number, rule: Of<'streak'>): PastResult[] | null {
  const unit = block.units[i]
  const results = at(block, period)
  const own = results?.get(unit?.id ?? '')
  if (own) return [own]
  const earlier = unit?.predecessors ?? []
  if (rule.merged === 'new-unit' || earlier.length === 0) return null
  const all = earlier.flatMap((id) => results?.get(id) ?? [])
  return all.length === earlier.length ? all : null
}
/** Adjacent earlier periods that qualify; negative when the next one is only provisional. */
function earlier(compiled: Compiled, block: Block, i: number, rule: Of<'streak'>): { length: number; pending: boolean } {
  let length = 0
  for (let period = before(compiled.ruleset, now(compiled.ruleset)); ; period = before(compiled.ruleset, period)) {
    const found = stands(block, period, i, rule)
    if (!found || !found.every((r) => r.grade !== undefined && rule.grades.includes(r.grade) && (rule.vetoed || !r.vetoed))) return { length, pending: false }
    if (found.some((r) => r.state === 'provisional')) return { length, pending: true }
    length++
  }
}
function streak(compiled: Compiled, results: Results, rule: Of<'streak'>, index: number): Recalled {
  const values = new Float64Array(results.size)
  const verdicts = compiled.ruleset.verdicts.map((_, v) => FLAGS.length + v)
  const good = compiled.ruleset.grades.map((g) => rule.grades.includes(g.id))
  for (const { block } of results.states) {
    for (let i = 0; i < block.n; i++) {
      const unit = block.from + i
      if (!good[results.grade[unit] as number] || (!rule.vetoed && verdicts.some((bit) => raised(results, unit, bit)))) continue
      const { length, pending } = earlier(compiled, block, i, rule)
      values[unit] = length + 1
      if (pending) raise(results, unit, FLAGS.length + verdicts.length + index)
    }
  }
  return values
}
function regressed(compiled: Compiled, results: Results, rule: Of<'regression'>): Recalled {
  const values = new Float64Array(results.size)
  const here = now(compiled.ruleset)
  if (rule.incomparable?.includes(here.year)) return values
  const index = new Map(compiled.ruleset.grades.map((g, i) => [g.id, i]))
  const scale = BigInt(power(compiled.ruleset.rounding.places))
  for (const { block } of results.states) {
    const past = at(block, before(compiled.ruleset, here))
    if (!past) continue
    for (let i = 0; i < block.n; i++) {
      const earlier = past.get(block.units[i]?.id ?? '')
      if (!earlier || earlier.state !== 'approved') continue
      const unit = block.from + i
      const byPlaces = rule.places !== undefined && results.rank[unit] !== 0 && earlier.rank !== undefined && (results.rank[unit] as number) - earlier.rank >= rule.places
      const byPoints = rule.points !== undefined && results.hasTotal[unit] === 1 && earlier.total !== undefined && cmp(sub(exact(earlier.total), fraction(BigInt(results.total[unit] as number), scale)), exact(rule.points)) >= 0
      const byGrades = rule.grades !== undefined && results.grade[unit] !== -1 && earlier.grade !== undefined && (results.grade[unit] as number) - (index.get(earlier.grade) ?? -1) >= rule.grades
      values[unit] = Number(byPlaces || byPoints || byGrades)
    }
  }
  return values
}
/** The last units of each pool; exemptions apply after the cut. */
function lastOf(compiled: Compiled, results: Results, rule: Of<'last'>, order: Int32Array): Recalled {
  const values = new Float64Array(results.size)
  compiled.ruleset.ranking.pools.forEach((_, pool) => {
    const inPool = order.filter((i) => results.state[i] === SCORED && results.pool[i] === pool)
    if (inPool.length < rule.minimumPool) return
    let left = rule.count
    for (let end = inPool.length; end > 0 && left > 0; ) {
      let from = end - 1
      while (from > 0 && equals(results, inPool[from - 1] as number, inPool[end - 1] as number)) from--
      if (end - from > left && rule.ties === 'exclude') break
      for (let k = from; k < end; k++) values[inPool[k] as number] = 1
      left -= end - from
      end = from
    }
  })
  const exempt = compiled.ruleset.grades.map((g) => rule.exempt?.includes(g.id) === true)
  for (let i = 0; i < results.size; i++) if (values[i] === 1 && exempt[results.grade[i] as number]) values[i] = 0
  return values
}

/** Streaks, regressions and last places of every unit, by history rule. */
export const recall = (compiled: Compiled, results: Results, order: Int32Array): Recalled[] =>
  compiled.ruleset.history.map((rule, index) => (rule.type === 'streak' ? streak(compiled, results, rule, index) : rule.type === 'regression' ? regressed(compiled, results, rule) : lastOf(compiled, results, rule, order)))
