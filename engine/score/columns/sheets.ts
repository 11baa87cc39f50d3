import { add, div, exact, fraction, mul, round, show, fixed, type Exact } from '../../model/decimal.ts'
import type { CriterionScore, Sheet } from '../../model/sheet.ts'
import { outcomeOf, sheetOf } from '../sheet.ts'
import { newWork } from '../work.ts'
import { planOf } from '../score.ts'
import { GIVEN_STATE, OFF_STATE, STATES } from './block.ts'
import { placePath } from './compile.ts'
import { UNIT } from './core.ts'
import { power } from './decimal-number.ts'
import { SCORED, STOPPED, raised, type Results } from './results.ts'
import type { BlockState } from './state.ts'
import { BLOCK } from './load.ts'

const SHEET_STATES = ['scored', 'blocked', 'stopped'] as const
export interface Row { unit: string; name: string; category: string; state: Sheet['state']; total: string | null; grade: string | null; rank: number | null }
/** A whole number of the last place as a decimal. */
export const decimal = (whole: number, places: number): string => fixed(fraction(BigInt(whole), BigInt(power(places))), places)

/** One unit's line of a table of results. */
function rowOf(results: Results, at: number): Row {
  const { ruleset } = results.compiled
  const unit = results.columns.units[at]
  if (!unit) throw new RangeError(`no unit ${at}`)
  const scored = results.state[at] === SCORED
  return {
    unit: unit.id, name: unit.name, category: unit.category, state: SHEET_STATES[results.state[at] as number] ?? 'blocked',
    total: scored ? decimal(results.total[at] as number, ruleset.rounding.places) : null,
    grade: results.state[at] === 1 ? null : (ruleset.grades[results.grade[at] as number]?.id ?? null), rank: scored && results.rank[at] !== 0 ? (results.rank[at] as number) : null,
  }
}
/** All lines, in institutional order. */
export const rows = (results: Results): Row[] => Array.from({ length: results.size }, (_, at) => rowOf(results, at))

const flagsOf = (results: Results, at: number): string[] => results.compiled.flags.filter((_, bit) => raised(results, at, bit))
const outcomesOf = (results: Results, at: number): string[] => results.compiled.ruleset.outcomes.filter((_, k) => results.outcomes[k * results.size + at] === 1).map((o) => o.id)

/** One unit's sheet, without its reasons; good until the columns are evaluated again. */
export function sheetAt(results: Results, at: number): Sheet {
  const { compiled, columns } = results
  const row = rowOf(results, at)
  const state = results.states[Math.floor(at / BLOCK)] as BlockState
  const pool = row.state === 'scored' ? (compiled.ruleset.ranking.pools[results.pool[at] as number]?.id ?? null) : null
  const alone = results.alone.get(at)
  if (alone) {
    const { pass, work } = alone
    work.grade = compiled.ruleset.grades[results.grade[at] as number]?.id ?? null
    work.rank = row.rank
    work.pool = pool
    work.flags = new Set(flagsOf(results, at))
    work.outcomes = outcomesOf(results, at)
    return sheetOf(pass, work)
  }
  const { places } = compiled.ruleset.rounding
  const amount = (whole: Float64Array): string | null => (row.state === 'scored' ? decimal(whole[at] as number, places) : null)
  const i = at - state.block.from
  const work = newWork(state.block.units[i] as (typeof columns.units)[number], state.block.records[i])
  const pass = { plan: planOf(compiled.ruleset), cohort: columns.cohort, works: [], past: [], calendar: undefined, tracing: false, issues: [] }
  return {
    unit: row.unit, name: row.name, category: row.category, state: row.state, base: amount(results.base), bonus: amount(results.bonus), deduction: amount(results.deduction), total: row.total,
    grade: row.grade, rank: row.rank, pool, flags: [...flagsOf(results, at), ...(results.blocked.get(at) ?? []).map((path) => `blocked:${path}`)].sort(),
    components: row.state === 'stopped' ? [] : componentsOf(results, state, i, at), criteria: compiled.places.map((_, index) => criterionOf(results, state, index, i, at)),
    outcomes: outcomesOf(results, at).map((id) => outcomeOf(pass, work, id)), trace: [],
  }
}
export const sheets = (results: Results): Sheet[] => Array.from({ length: results.size }, (_, at) => sheetAt(results, at))

const points = (n: number, d = 1): Exact => fraction(BigInt(n), BigInt(d) * BigInt(UNIT))
function criterionOf(results: Results, state: BlockState, index: number, i: number, at: number): CriterionScore {
  const place = results.compiled.places[index] as (typeof results.compiled.places)[number]
  const { n } = state.block
  const stopped = results.state[at] === STOPPED
  const off = state.off[index]?.[i] ?? GIVEN_STATE
  const own = state.final[index]
  const awarded = state.awards.state[index * n + i] as number
  const found = stopped ? off : own ? (own.state[i] as number) : awarded
  const fired = stopped || off !== GIVEN_STATE || awarded === OFF_STATE ? [] : place.core.firings.filter((_, k) => state.awards.fired[(place.rule + k) * n + i] === 1).map((f) => f.rule.id)
  return {
    id: place.criterion.id, path: placePath(results.compiled, place), state: STATES[found] ?? 'missing',
    earned: found === GIVEN_STATE && !stopped ? show(earnedOf(state, index, i)) : null, points: show(exact(place.criterion.points)), fired,
  }
}
function earnedOf(state: BlockState, index: number, i: number): Exact {
  const own = state.final[index]
  const den = (own ? own.den?.[i] : state.awards.den[index]?.[i]) ?? 0
  if (den) return points((own ? own.num?.[i] : state.awards.num[index]?.[i]) ?? 0, den)
  return points((own ? own.earned[i] : state.awards.earned[index * state.block.n + i]) ?? 0)
}
function componentsOf(results: Results, state: BlockState, i: number, at: number): Sheet['components'] {
  const { compiled } = results
  const { n } = state.block
  const { rounding, proration } = compiled.ruleset
  const there = compiled.components.reduce((sum, c, k) => (state.applicable[k * n + i] === 0 ? sum : sum + c.full), 0)
  const applicable = compiled.components.reduce((sum, _, k) => sum + (state.applicable[k * n + i] as number), 0)
  const reached = !(results.blocked.get(at) ?? []).some((path) => path === 'proration' || path.startsWith('verdicts/') || path.startsWith('indicators/'))
  return compiled.components.map(({ id, full }, k) => {
    const mine = state.applicable[k * n + i] as number
    let earned = points(state.whole[k * n + i] as number)
    compiled.places.forEach((place, index) => {
      const den = state.final[index] ? state.final[index]?.den?.[i] : state.awards.den[index]?.[i]
      if (place.component === k && !place.criterion.extra && den) earned = add(earned, earnedOf(state, index, i))
    })
    if (reached && mine !== 0) {
      earned = shareOf(earned, proration, compiled.full, applicable, full, mine, there)
      if (rounding.stage === 'components-and-total') earned = round(earned, rounding.places, rounding.mode)
    }
    return { id, state: mine === 0 ? 'not-applicable' : 'given', earned: show(earned), applicable: show(points(mine)), full: show(points(full)) }
  })
}
/** Proration of one component; redistributed units are scored alone. */
function shareOf(earned: Exact, { method, scope }: { method: string; scope: string }, full: number, applicable: number, own: number, mine: number, there: number): Exact {
  if (method === 'none') return earned
  if (method === 'ratio' && scope === 'base') return div(mul(earned, points(full)), points(applicable))
  const inside = method === 'ratio' ? div(mul(earned, points(own)), points(mine)) : earned
  return scope === 'component' && there !== 0 ? div(mul(inside, points(full)), points(there)) : inside
}
