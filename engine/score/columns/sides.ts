import type { EventItem } from '../../model/record.ts'
import type { AdjustmentClass, Ruleset } from '../../model/ruleset.ts'
import { yearBefore } from '../stages/adjust.ts'
import { isComplete } from '../stages/derive.ts'
import { under } from '../../model/path.ts'
import { PROBLEM, TOO_LONG } from './amount.ts'
import { readiness, settled as sum, sumOfRules } from './award.ts'
import { addRules } from './plain.ts'
import { GIVEN_STATE, MISSING_STATE, stateAt } from './block.ts'
import type { Compiled, Side } from './compile.ts'
import { UNIT, scaled, type Firing } from './core.ts'
import { slotOf } from './layout.ts'
import { block as blockUnit, type Results } from './results.ts'
import { answerOf, type BlockState } from './state.ts'

/** Sums of a class of adjustments for each unit, in ten-thousandths; kept as long as the class stays. */
function classSums(compiled: Compiled, state: BlockState, at: number, c: AdjustmentClass): Float64Array {
  const known = state.classSum[at]
  if (known && state.classBy[at] === c) return known
  const { block } = state
  const sums = new Float64Array(block.n)
  const slot = slotOf(block.layout, c.events)
  for (let i = 0; i < block.n; i++) {
    if (stateAt(block, slot, i) !== GIVEN_STATE) continue
    const events = block.lists[slot]?.[i]?.events
    if (events?.length) sums[i] = sumOf(c, events, compiled.ruleset.period)
  }
  state.classSum[at] = sums
  state.classBy[at] = c
  return sums
}
/** Points of the events that count, freed of doubles and capped; a part of a ten-thousandth where shares leave one. */
function sumOf(c: AdjustmentClass, events: readonly EventItem[], period: Ruleset['period']): number {
  const groups = new Map<string, number[]>()
  for (const event of events) {
    const points = price(c, event, period)
    if (points === null) continue
    const key = c.dedupe ? (event[c.dedupe.by] ?? `#${event.id}`) : ''
    const known = groups.get(key)
    if (known) known.push(points)
    else groups.set(key, [points])
  }
  let total = 0
  const shares = c.dedupe?.keep === 'highest' ? [1] : (c.dedupe?.shares ?? [1])
  for (const group of groups.values()) {
    if (!c.dedupe) for (const points of group) total += points * UNIT
    else group.sort((a, b) => b - a).forEach((points, k) => (total += points * scaled(shares[k] ?? 0)))
  }
  const cap = c.cap === undefined ? Infinity : scaled(c.cap) * UNIT
  return total > cap ? cap : total
}
function price(c: AdjustmentClass, event: EventItem, { start, end }: Ruleset['period']): number | null {
  const carried = c.carryOver === 'unclaimed' && event.date < start && event.claimed !== true && event.date >= yearBefore(start)
  if (!carried && (event.date < start || event.date > end)) return null
  if (c.evidenceRequired && !event.evidence?.length) return null
  const row = c.tariff.find((t) => (t.kind ?? event.kind) === event.kind && (t.level ?? event.level) === event.level && (t.severity ?? event.severity) === event.severity)
  return row ? scaled(row.points) : 0
}

/** A quotient of ten-thousandths. */
export const raw = { n: 0, d: 1 }
/** Sum of a side of one unit before gate and cap into `raw`; false when its numbers are too long. */
export function sumSide(compiled: Compiled, state: BlockState, results: Results, side: Side, i: number): boolean {
  const { block } = state
  const at = block.from + i
  raw.n = 0
  raw.d = 1
  let parts = 0
  side.classes.forEach(({ id, asked }, k) => {
    const c = compiled.ruleset[side.name].classes[k] as AdjustmentClass
    const path = (): string => `${side.name}/classes/${id}`
    if (asked) {
      const answer = answerOf(state, asked, i)
      if ((answer & 6) === 2) blockUnit(results, at, path())
      if (answer !== 1) return
    }
    const there = stateAt(block, slotOf(block.layout, c.events), i)
    if (there === MISSING_STATE) blockUnit(results, at, path())
    if (there !== GIVEN_STATE) return
    parts += classSums(compiled, state, k + (side.name === 'bonus' ? 0 : compiled.sides[0].classes.length), c)[i] as number
  })
  if (parts % UNIT === 0) raw.n = parts / UNIT
  else {
    raw.n = parts
    raw.d = UNIT
  }
  return side.core.firings.length === 0 || addSideRules(state, results, side, i)
}
function addSideRules(state: BlockState, results: Results, side: Side, i: number): boolean {
  const { block, awards } = state
  const at = block.from + i
  const path = (firing: Firing): string => under(side.name, 'rules', firing.rule.id)
  for (const firing of side.core.firings) if (readiness(block, firing.needs, i) === MISSING_STATE) blockUnit(results, at, path(firing))
  const code = sumOfRules(side.core, side.rule, block, awards, i)
  if (code === TOO_LONG || code === PROBLEM) return false
  if (sum.d === raw.d) raw.n += sum.n
  else {
    raw.n = raw.n * sum.d + sum.n * raw.d
    raw.d *= sum.d
  }
  return Number.isSafeInteger(raw.n) && Number.isSafeInteger(raw.d)
}
/** Sums of a side before gate and cap for every unit, in whole ten-thousandths; NaN where something is missing or no whole number comes out. */
export function sideSums(compiled: Compiled, state: BlockState, side: Side): Float64Array {
  const s = side.name === 'bonus' ? 0 : 1
  const { classes } = compiled.ruleset[side.name]
  const made = [side.core, ...classes, ...side.classes.map((c) => c.asked?.program)]
  const known = state.sideBy[s]
  if (known && known.length === made.length && known.every((part, k) => part === made[k])) return state.sideSums[s] as Float64Array
  const { block, awards } = state
  const sums = new Float64Array(block.n)
  classes.forEach((c, k) => {
    const own = classSums(compiled, state, k + (s === 0 ? 0 : compiled.sides[0].classes.length), c)
    const asked = side.classes[k]?.asked
    const slot = slotOf(block.layout, c.events)
    for (let i = 0; i < block.n; i++) {
      const answer = asked ? answerOf(state, asked, i) : 1
      if ((answer & 6) === 2 || (answer === 1 && stateAt(block, slot, i) === MISSING_STATE)) sums[i] = Number.NaN
      else if (answer === 1) sums[i] = (sums[i] as number) + (own[i] as number) / UNIT
    }
  })
  const { firings } = side.core
  if (firings.length) {
    if (!side.core.plain || !addRules(side.core, block, awards.fired, side.rule, sums, 0, false)) for (let i = 0; i < block.n; i++) {
      const code = sumOfRules(side.core, side.rule, block, awards, i)
      sums[i] = code === 0 && sum.d === 1 ? (sums[i] as number) + sum.n : Number.NaN
    }
    for (const { needs } of firings) for (const slot of needs) for (const i of block.absent[slot] ?? []) if (readiness(block, needs, i) === MISSING_STATE) sums[i] = Number.NaN
  }
  for (let i = 0; i < block.n; i++) if (!Number.isSafeInteger(sums[i])) sums[i] = Number.NaN
  state.sideSums[s] = sums
  state.sideBy[s] = made
  return sums
}
/** The cap of a side for one unit, lifted by a complete decision of the named kind, in ten-thousandths; null when the amount is too long. */
export function capOf(compiled: Compiled, state: BlockState, side: Side, i: number): number | null {
  const cap = compiled.ruleset[side.name].cap
  if (!cap) return Infinity
  const points = scaled(cap.points)
  if (cap.kind === 'hard') return points
  const kind = compiled.ruleset.decisionKinds.find((k) => k.id === cap.override)
  if (!kind) return points
  const decisions = (state.block.records[i]?.decisions ?? []).filter((d) => d.kind === kind.id && d.amount !== undefined && isComplete(d, kind))
  const latest = decisions.reduce<(typeof decisions)[number] | undefined>((a, b) => (a && (a.date ?? '') >= (b.date ?? '') ? a : b), undefined)
  if (latest?.amount === undefined) return points
  const lifted = Math.round(latest.amount * UNIT)
  return lifted / UNIT === latest.amount && Math.abs(lifted) < 1e15 ? Math.max(points, lifted) : null
}
