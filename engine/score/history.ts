import { cmp, exact, sub, toNumber } from '../model/decimal.ts'
import type { PastResult } from '../model/record.ts'
import type { History } from '../model/ruleset.ts'
import { before, now } from './period.ts'
import { byMerit, groups } from './order.ts'
import { complain, note, type Pass, type PastYears, type Work } from './work.ts'

type Of<T extends History['type']> = Extract<History, { type: T }>
type Past = PastYears[number]

/** Fills `result.*` and `history.*` for outcome rules: streaks, regression and the last places of each pool. */
export function recall(pass: Pass): void {
  const last = new Map<string, Set<Work>>()
  for (const rule of pass.plan.ruleset.history) if (rule.type === 'last') last.set(rule.id, lastOf(pass, rule))
  for (const work of pass.works) {
    results(work)
    for (const rule of pass.plan.ruleset.history) {
      const value = rule.type === 'streak' ? streak(pass, work, rule) : rule.type === 'regression' ? regressed(pass, work, rule) : (last.get(rule.id)?.has(work) ?? false)
      work.past.set(`history.${rule.id}`, value)
      note(pass, work, 'outcome', rule.type, `history/${rule.id}`, {}, String(value), { rule: rule.id, clause: rule.source.clause })
    }
  }
}

/** What the grade requirements see: the numbers before a grade is given. */
export function results(work: Work): void {
  const number = (value: Work['total']): number | null => (value ? toNumber(value) : null)
  work.past.set('result.base', work.rounded ? number(work.base) : null)
  work.past.set('result.bonus', work.rounded ? number(work.bonus) : null)
  work.past.set('result.deduction', work.rounded ? number(work.deduction) : null)
  work.past.set('result.total', number(work.rounded))
  work.past.set('result.grade', work.grade)
  work.past.set('result.rank', work.rank)
  work.past.set('result.pool', work.pool)
}

const pastOf = (pass: Pass, at: { year: number; period: number }): Past | undefined => pass.past.find((p) => p.year === at.year && p.period === at.period)

/** Approved results of a unit in a past period: its own, or its predecessors' when it was merged. */
function stands(past: Past | undefined, work: Work, rule: Of<'streak'>): PastResult[] | null {
  const own = past?.results.get(work.unit.id)
  if (own) return [own]
  const earlier = work.unit.predecessors ?? []
  if (rule.merged === 'new-unit' || earlier.length === 0) return null
  const all = earlier.map((id) => past?.results.get(id))
  return all.every((r) => r !== undefined) ? (all as PastResult[]) : null
}

/** Number of adjacent periods, this one included, with one of the grades. */
function streak(pass: Pass, work: Work, rule: Of<'streak'>): number {
  const qualifies = (r: PastResult): boolean => r.grade !== undefined && rule.grades.includes(r.grade) && (rule.vetoed || !r.vetoed)
  const vetoed = [...work.flags].some((flag) => flag.startsWith('verdict:'))
  if (work.grade === null || !rule.grades.includes(work.grade) || (vetoed && !rule.vetoed)) return 0
  let length = 1
  let at = now(pass.plan.ruleset)
  for (;;) {
    at = before(pass.plan.ruleset, at)
    const found = stands(pastOf(pass, at), work, rule)
    if (!found || !found.every(qualifies)) return length
    if (found.some((r) => r.state === 'provisional')) {
      work.flags.add(`pending:${rule.id}`)
      return length
    }
    length++
  }
}

/** Fell behind the approved result of the period before by places, points or grades. */
function regressed(pass: Pass, work: Work, rule: Of<'regression'>): boolean {
  const here = now(pass.plan.ruleset)
  if (rule.incomparable?.includes(here.year)) return false
  const past = pastOf(pass, before(pass.plan.ruleset, here))?.results.get(work.unit.id)
  if (!past || past.state !== 'approved') return false
  const index = (grade: string): number => pass.plan.ruleset.grades.findIndex((g) => g.id === grade)
  const byPlaces = rule.places !== undefined && work.rank !== null && past.rank !== undefined && work.rank - past.rank >= rule.places
  const byPoints = rule.points !== undefined && work.rounded !== null && past.total !== undefined && cmp(sub(exact(past.total), work.rounded), exact(rule.points)) >= 0
  const byGrades = rule.grades !== undefined && work.grade !== null && past.grade !== undefined && index(work.grade) - index(past.grade) >= rule.grades
  return byPlaces || byPoints || byGrades
}

/** The last units of each pool; exemptions apply after the cut. */
function lastOf(pass: Pass, rule: Of<'last'>): Set<Work> {
  const found = new Set<Work>()
  const compare = byMerit(pass)
  for (const pool of pass.plan.ruleset.ranking.pools) {
    const inPool = pass.works.filter((w) => w.pool === pool.id && w.rank !== null)
    if (inPool.length < rule.minimumPool) continue
    let left = rule.count
    for (const group of groups(inPool, compare).reverse()) {
      if (left <= 0 || (group.length > left && rule.ties === 'exclude')) break
      for (const work of group) found.add(work)
      left -= group.length
    }
  }
  for (const work of found) if (work.grade !== null && rule.exempt?.includes(work.grade)) found.delete(work)
  return found
}

/** Past periods ready to be asked, checked for doubles. */
export function pastYears(pass: Pick<Pass, 'cohort' | 'issues'>): PastYears {
  return pass.cohort.history.map(({ year, period, results: list }) => {
    const results = new Map<string, PastResult>()
    for (const result of list) {
      if (results.has(result.unit)) complain(pass as Pass, 'error', 'history.double', `history/${year}/results/${result.unit}`, { unit: result.unit, year })
      else results.set(result.unit, result)
    }
    return { year, period: period ?? 1, results }
  })
}
