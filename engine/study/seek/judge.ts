import { issue, type Issue } from '../../model/issue.ts'
import type { Cohort, PastResult } from '../../model/record.ts'
import type { Ruleset } from '../../model/ruleset.ts'
import { UNIT } from '../../score/columns/core.ts'
import { BLOCKED, type Results } from '../../score/columns/results.ts'
import { before, now } from '../../score/period.ts'
import type { Against, Aim, Goal, OrderAim, Whose } from './goal.ts'

/** Grades (places in the ruleset's list, −1 for none) and ranks (0 for none) of units in institutional order. */
export interface Outcome { grade: ArrayLike<number>; rank: ArrayLike<number> }
/** An aim made ready: who is looked at, and what their grades and ranks are held against. */
type Ready =
  | { type: 'grade'; among: Int32Array; level: number; orBetter: boolean; share: boolean; least: number; most: number }
  | { type: 'changed'; among: Int32Array; grade: ArrayLike<number>; most: number }
  | { type: 'order'; pairs: Int32Array; most: number }
type GradeReady = Extract<Ready, { type: 'grade' }>
/** What an aim comes to: units or pairs found, of how many, and how many are missing (or too many). */
export interface Verdict { found: number; of: number; missing: number }
export interface Judge {
  ready: readonly Ready[]
  of(outcome: Outcome): Verdict[]
  /** Units an aim wants at least and at most. */
  range(ready: GradeReady): [number, number]
  /** The fewest that can be missing when each unit's grade lies between the best and the worst given (beyond the last: it may have none), and so many pairs stand the other way round for sure. */
  least(best: ArrayLike<number>, worst: ArrayLike<number>, turned: (pairs: Int32Array) => number): number
}

const NONE = 1e9
/** Units that a share of so many comes to, at least or at most; a share has four places. */
const unitsAtLeast = (share: number, of: number): number => Math.ceil((Math.round(share * UNIT) * of) / UNIT)
const unitsAtMost = (share: number, of: number): number => Math.floor((Math.round(share * UNIT) * of) / UNIT)
const rangeOf = ({ share, least, most }: GradeReady, of: number): [number, number] => (share ? [unitsAtLeast(least, of), most === NONE ? NONE : unitsAtMost(most, of)] : [least, most])
const short = (found: number, [least, most]: [number, number]): number => Math.max(0, least - found, found - most)

/** Pairs that stand the other way round; one without a rank stands in no pair. */
export function turnedIn(pairs: Int32Array, rank: ArrayLike<number>): number {
  let count = 0
  for (let k = 0; k < pairs.length; k += 2) {
    const after = rank[pairs[k + 1] as number] as number
    if (after > 0 && (rank[pairs[k] as number] as number) > after) count++
  }
  return count
}
function verdictOf(ready: Ready, { grade, rank }: Outcome): Verdict {
  if (ready.type === 'order') {
    const found = turnedIn(ready.pairs, rank)
    return { found, of: ready.pairs.length / 2, missing: Math.max(0, found - ready.most) }
  }
  let found = 0
  let of = 0
  for (const i of ready.among) {
    const level = grade[i] as number
    if (ready.type === 'changed') {
      of++
      if (level !== ready.grade[i]) found++
    } else if (level >= 0) {
      of++
      if (level === ready.level || (ready.orBetter && level < ready.level)) found++
    }
  }
  return { found, of, missing: ready.type === 'changed' ? Math.max(0, found - ready.most) : short(found, rangeOf(ready, of)) }
}
function leastOf(ready: Exclude<Ready, { type: 'order' }>, best: ArrayLike<number>, worst: ArrayLike<number>, last: number): number {
  let open = 0
  let sure = 0
  let possible = 0
  for (const i of ready.among) {
    const [high, low] = [best[i] as number, worst[i] as number]
    if (ready.type === 'changed') {
      const kept = ready.grade[i] as number
      if (kept < high || kept > low) sure++
    } else if (high >= 0) {
      const { level, orBetter } = ready
      if (low > last) open++
      if (high <= level && (orBetter || low >= level)) possible++
      if (low <= level && (orBetter || high >= level)) sure++
    }
  }
  if (ready.type === 'changed') return Math.max(0, sure - ready.most)
  return Math.max(0, rangeOf(ready, ready.among.length - open)[0] - possible, sure - rangeOf(ready, ready.among.length)[1])
}

/** The period before the ruleset's, as the cohort's history has it. */
const lastYear = (ruleset: Ruleset, cohort: Cohort): ReadonlyMap<string, PastResult> | null => {
  const at = before(ruleset, now(ruleset))
  const found = cohort.history.find((h) => h.year === at.year && (h.period ?? 1) === at.period)
  return found ? new Map(found.results.map((r) => [r.unit, r])) : null
}

/** Makes a goal ready to be judged against results of the ruleset as it is; issues tell what it names that is not there. */
export function judgeOf(goal: Goal, base: Results): { judge: Judge; issues: Issue[] } {
  const { ruleset } = base.compiled
  const { units, cohort } = base.columns
  const issues: Issue[] = []
  const refuse = (i: number, code: string, values: Issue['values'] = {}): void => void issues.push(issue('error', code, `goal/${i}`, values))
  const levelOf = (id: string | undefined): number => ruleset.grades.findIndex((g) => g.id === id)
  const past = lastYear(ruleset, cohort)
  const [grades, ranks] = past ? [units.map((u) => levelOf(past.get(u.id)?.grade)), units.map((u) => past.get(u.id)?.rank ?? 0)] : [[], []]
  const baseGrade = base.grade.slice()
  const baseRank = base.rank.slice()
  const among = ({ category, pool }: Whose): Int32Array => Int32Array.from(units.flatMap((u, i) =>
    (base.state[i] !== BLOCKED && (category === undefined || u.category === category) && (pool === undefined || ruleset.ranking.pools[base.pool[i] as number]?.id === pool) ? [i] : [])))
  const pairsOf = (aim: OrderAim, rank: ArrayLike<number>): Int32Array => {
    const list = [...among(aim)].filter((i) => (base.rank[i] as number) > 0 && (rank[i] as number) > 0)
    return Int32Array.from(list.flatMap((a) => list.flatMap((b) => (base.pool[a] === base.pool[b] && (rank[a] as number) < (rank[b] as number) ? [a, b] : []))))
  }
  const known = (aim: Aim, i: number): void => {
    const against: Against = aim.type === 'grade' ? 'base' : aim.against
    if (against === 'last-year' && !past) refuse(i, 'seek.no-past', { ...before(ruleset, now(ruleset)) })
    if (aim.type !== 'order' && aim.category !== undefined && !ruleset.categories.some((c) => c.id === aim.category)) refuse(i, 'seek.no-category', { category: aim.category })
    if (aim.pool !== undefined && !ruleset.ranking.pools.some((p) => p.id === aim.pool)) refuse(i, 'seek.no-pool', { pool: aim.pool })
    if (aim.type === 'grade' && levelOf(aim.grade) < 0) refuse(i, 'seek.no-grade', { grade: aim.grade })
    const limits = aim.type === 'grade' ? [aim.least, aim.most].filter((n) => n !== undefined) : [aim.most]
    const share = aim.type === 'grade' && aim.in === 'share'
    if (limits.length === 0 || limits.some((n) => !(n >= 0) || (share ? n > 1 || Math.round(n * UNIT) / UNIT !== n : !Number.isInteger(n))) || (limits.length === 2 && (limits[0] as number) > (limits[1] as number))) refuse(i, 'seek.amount', { least: limits[0] ?? null, most: limits[1] ?? null })
  }
  goal.forEach(known)
  if (goal.length === 0) issues.push(issue('error', 'seek.no-goal', 'goal'))
  const ready = issues.length ? [] : goal.map((aim): Ready => {
    if (aim.type === 'grade') return { type: 'grade', among: among(aim), level: levelOf(aim.grade), orBetter: aim.orBetter === true, share: aim.in === 'share', least: aim.least ?? 0, most: aim.most ?? NONE }
    const last = aim.against === 'last-year'
    if (aim.type === 'order') return { type: 'order', pairs: pairsOf(aim, last ? ranks : baseRank), most: aim.most }
    const grade = last ? grades : baseGrade
    return { type: 'changed', among: among(aim).filter((i) => (grade[i] as number) >= 0), grade, most: aim.most }
  })
  return {
    issues,
    judge: {
      ready, range: (r) => rangeOf(r, r.among.length), of: (outcome) => ready.map((r) => verdictOf(r, outcome)),
      least: (best, worst, turned) => ready.reduce((sum, r) => sum + (r.type === 'order' ? Math.max(0, turned(r.pairs) - r.most) : leastOf(r, best, worst, ruleset.grades.length - 1)), 0),
    },
  }
}
