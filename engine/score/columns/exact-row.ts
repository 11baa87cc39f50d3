import { ZERO, add, exact, fraction, round, toNumber, type Exact } from '../../model/decimal.ts'
import type { Unit } from '../../model/record.ts'
import { answer } from '../answer.ts'
import { quantity } from '../order.ts'
import { planOf } from '../score.ts'
import { adjust } from '../stages/adjust.ts'
import { derive } from '../stages/derive.ts'
import { limit } from '../stages/limit.ts'
import { prorate } from '../stages/prorate.ts'
import { round as roundTotal } from '../stages/round.ts'
import { newWork, type Part, type Pass, type Work } from '../work.ts'
import { OFF_STATE, valueAt } from './block.ts'
import type { Place } from './compile.ts'
import { UNIT } from './core.ts'
import { power } from './decimal-number.ts'
import { slotOf } from './layout.ts'
import { BLOCKED, SCORED, type Results } from './results.ts'
import type { BlockState } from './state.ts'
import type { Version } from './version.ts'

/** What a unit is before any touched criterion is added, kept between rows. */
interface Ground { work: Work; parts: readonly { earned: Exact; applicable: Exact }[]; extra: Exact }
const whole = (n: number): Exact => fraction(BigInt(n), BigInt(UNIT))
const quotient = (n: number, d: number): Exact => fraction(BigInt(n), BigInt(d) * BigInt(UNIT))

/**
 * Rows of units whose numbers doubles cannot tell, by the exact stages: sums of criteria are taken from the columns, all after them is
 * computed with fractions. `sums` are those without the touched criteria. Null where points are spread over leaves, or an indicator breaks ties.
 */
export function exactRows(results: Results, touched: readonly number[], sums: readonly BlockState[]): (unit: number, block: number, versions: readonly Version[]) => Float64Array | null {
  const { compiled } = results
  const { ruleset } = compiled
  if (ruleset.proration.method === 'redistribute' || ruleset.ranking.tieBreaks.some((t) => t.quantity === 'indicator')) return () => null
  const plan = planOf(ruleset)
  const { places, mode } = ruleset.rounding
  const scale = BigInt(power(places))
  const inPlaces = (a: Exact): number => Number((({ n, d }) => (n * scale) / d)(round(a, places, mode)))
  const grounds = new Map<number, Ground>()
  const passOf = (work: Work): Pass => ({ plan, cohort: results.columns.cohort, works: [work], past: results.states[0]?.block.past ?? [], calendar: results.columns.options.calendar, tracing: false, issues: [] })

  function groundOf(unit: number, b: number): Ground {
    const known = grounds.get(unit)
    if (known) return known
    const [state, base] = [results.states[b], sums[b]] as [BlockState, BlockState]
    const { block } = state
    const i = unit - block.from
    const work = newWork(block.units[i] as Unit, block.records[i])
    derive(passOf(work))
    for (const { id } of compiled.layout.pooled) work.values.set(id, valueAt(block, slotOf(block.layout, id), i))
    answer(plan, 'facts', [work])
    const parts = compiled.components.map((_, c) => ({ earned: whole(base.whole[c * block.n + i] as number), applicable: whole(base.applicable[c * block.n + i] as number) }))
    let extra = whole(base.extra[i] as number)
    compiled.places.forEach((place, index) => {
      const final = state.final[index]
      const den = (final ? final.den : state.awards.den[index])?.[i] ?? 0
      if (den === 0 || touched.includes(index)) return
      const points = quotient((final ? final.num : state.awards.num[index])?.[i] ?? 0, den)
      if (place.criterion.extra) extra = add(extra, points)
      else (parts[place.component] as { earned: Exact }).earned = add((parts[place.component] as { earned: Exact }).earned, points)
    })
    const made = { work, parts, extra }
    grounds.set(unit, made)
    return made
  }

  return (unit, b, versions) => {
    const ground = groundOf(unit, b)
    const i = unit - (results.states[b] as BlockState).block.from
    const parts = ruleset.components.map((c, k): Part => ({ id: c.id, full: exact(c.points), prorated: null, ...(ground.parts[k] as Ground['parts'][number]) }))
    let { extra } = ground
    for (const { place: index, full, blocks } of versions) {
      const place = compiled.places[index] as Place
      const { final } = blocks[b] as Version['blocks'][number]
      const den = final.den?.[i] ?? 0
      const points = den === 0 ? whole(final.earned[i] as number) : quotient(final.num?.[i] as number, den)
      const part = parts[place.component] as Part
      if (place.criterion.extra) extra = add(extra, points)
      else {
        part.earned = add(part.earned, points)
        if (final.state[i] !== OFF_STATE) part.applicable = add(part.applicable, whole(full))
      }
    }
    const work: Work = { ...ground.work, parts, extra, blocked: [], flags: new Set(), trace: [] }
    const pass = passOf(work)
    for (const stage of [prorate, adjust, limit, roundTotal]) stage(pass)
    const row = new Float64Array(2 + results.ties.length + 3)
    row[0] = work.rounded && work.blocked.length === 0 ? SCORED : BLOCKED
    if (!work.rounded) return row
    row[1] = inPlaces(work.rounded)
    ruleset.ranking.tieBreaks.forEach((tie, k) => (row[2 + k] = ((value) => (tie.quantity === 'attribute' ? toNumber(value) : inPlaces(value)))(quantity(pass, work, tie))))
    ;[work.base, work.bonus, work.deduction].forEach((value, s) => (row[2 + results.ties.length + s] = toNumber(value ?? ZERO)))
    return row
  }
}
