import { ONE, ZERO, add, div, exact, max, min, mul, sub, sum, type Exact } from '../../model/decimal.ts'
import { namesOfRule } from '../../model/names.ts'
import type { AdjustmentClass, Ruleset } from '../../model/ruleset.ts'
import { amountIn } from './amounts.ts'
import { acting, failing, type Boxes } from './boxes.ts'
import type { PlacedCriterion, PlacedRule, World } from './places.ts'
import { modeOf } from './together.ts'

/** From the least to the most points; null = no bound. */
export interface Reach { low: Exact | null; high: Exact | null }

/** Does a rule act on every unit whose criterion is given? A rule that rests because its fact does not concern the unit must take the criterion with it. */
const actsAlways = (world: World, { rule, criterion, acts }: PlacedRule): boolean => {
  if (criterion === null || acts === null || acts.length === 0) return false
  const own = [...namesOfRule(rule, world.shared).values]
  const leaves = criterion.criterion.notApplicable === 'any' || criterion.criterion.rules.every((other) => own.every((n) => namesOfRule(other, world.shared).values.has(n)))
  return leaves && failing(rule.conditions, criterion.concerns, world)?.length === 0
}

const BUDGET = 200
/** The most that rules of one kind give together; rules that cannot act together do not add up. */
function mostTogether(world: World, rules: readonly PlacedRule[], boxes: Boxes): Exact | null {
  const most = rules.map((r) => amountIn(world, r, r.acts)?.most ?? null)
  if (rules.length === 0) return ZERO
  if (rules.length === 1) return most[0] ?? null
  if (rules.some((r, i) => r.acts === null || most[i] === null)) return null
  const all = sum(most as Exact[])
  let best = ZERO
  let left = BUDGET
  const visit = (i: number, here: Boxes, points: Exact): void => {
    best = max(best, points)
    for (let j = i; j < rules.length && left > 0; j++) {
      left--
      const rule = rules[j] as PlacedRule
      const next = acting(rule.rule.conditions, namesOfRule(rule.rule, world.shared), here, world)
      if (next === null) left = 0
      else if (next.length) visit(j + 1, next, add(points, most[j] as Exact))
    }
  }
  visit(0, boxes, ZERO)
  return left > 0 ? best : all
}

const known = new WeakMap<PlacedCriterion, { low: Exact; high: Exact }>()
/** The points a criterion can have, after the caps of its causes, where its data are there. */
export function reachOf(world: World, placed: PlacedCriterion): { low: Exact; high: Exact } {
  const found = known.get(placed) ?? criterionReach(world, placed)
  known.set(placed, found)
  return found
}
function criterionReach(world: World, placed: PlacedCriterion): { low: Exact; high: Exact } {
  const full = exact(placed.criterion.points)
  const of = (mode: string): PlacedRule[] => placed.rules.filter((r) => modeOf(r) === mode && r.acts?.length !== 0)
  const capped = (mode: string): Exact => {
    const caps = placed.criterion.caps ?? []
    const rules = of(mode)
    const most = mostTogether(world, rules, placed.concerns) ?? full
    const inCap = (r: PlacedRule) => caps.find((c) => c.rules.includes(r.rule.id))
    const loose = rules.filter((r) => !inCap(r)).map((r) => amountIn(world, r, r.acts)?.most ?? full)
    const held = caps.filter((c) => c.rules.some((id) => rules.some((r) => r.rule.id === id))).map((c) => exact(c.points))
    return min(most, sum([...loose, ...held, ...rules.filter((r) => caps.filter((c) => c.rules.includes(r.rule.id)).length > 1).map(() => full)]))
  }
  const surely = (mode: string): Exact => {
    const sure = of(mode).filter((r) => actsAlways(world, r)).map((r) => amountIn(world, r, r.acts)?.least ?? ZERO)
    const caps = placed.criterion.caps ?? []
    return caps.length ? ZERO : sum(sure)
  }
  const sets = of('set')
  const starts = [
    ...(sets.some((r) => actsAlways(world, r)) ? [] : [placed.criterion.start === 'full' ? { least: full, most: full } : { least: ZERO, most: ZERO }]),
    ...sets.map((r) => amountIn(world, r, r.acts) ?? { least: ZERO, most: full }),
  ]
  const [low, high] = [starts.map((s) => s.least).reduce(min, full), starts.map((s) => s.most ?? full).reduce(max, ZERO)]
  const hold = (v: Exact): Exact => max(ZERO, min(full, v))
  const zeros = of('zero')
  const least = zeros.length ? ZERO : hold(sub(add(low, surely('award')), capped('deduct')))
  const most = zeros.some((r) => actsAlways(world, r)) ? ZERO : hold(sub(add(high, capped('award')), surely('deduct')))
  return { low: min(least, most), high: most }
}

const classMost = (c: AdjustmentClass): Exact | null => (c.cap === undefined ? (c.tariff.some((t) => t.points > 0) ? null : ZERO) : exact(c.cap))
/** The most a side of adjustments can come to before its own cap; null = no bound. */
export function sideMost(world: World, side: 'bonus' | 'deduction'): Exact | null {
  const rules = world.rules.filter((r) => r.criterion === null && r.path.startsWith(`${side}/`) && r.acts?.length !== 0)
  const parts = [...world.ruleset[side].classes.map(classMost), ...rules.map((r) => amountIn(world, r, r.acts)?.most ?? null)]
  return parts.every((p) => p !== null) ? sum(parts) : null
}
function sideReach(world: World, side: 'bonus' | 'deduction'): Exact | null {
  const { cap } = world.ruleset[side]
  const raw = sideMost(world, side)
  if (!cap || (cap.kind === 'soft' && world.ruleset.decisionKinds.some((k) => k.id === cap.override))) return raw
  return raw ? min(raw, exact(cap.points)) : exact(cap.points)
}

/** The base a unit can have: between its worst and its best rate of points, whatever does not concern it. */
function baseReach(world: World): Reach {
  const { ruleset } = world
  const policies = [ruleset.missing?.policy, ...ruleset.components.map((c) => c.missing), ...world.criteria.map((c) => c.criterion.missing)]
  if (policies.includes('last-year') || world.criteria.some((c) => c.concerns === null)) return { low: null, high: null }
  const counted = world.criteria.filter((c) => c.concerns?.length && c.criterion.points > 0)
  const reaches = counted.map((placed) => ({ placed, ...reachOf(world, placed) }))
  const extra = sum(reaches.filter((r) => r.placed.criterion.extra).map((r) => r.high))
  const own = reaches.filter((r) => !r.placed.criterion.extra)
  const full = exact(ruleset.fullMarks)
  const falls = policies.includes('zero') || ruleset.verdicts.some((v) => v.effect.type === 'zero-item') || ruleset.proration.method === 'redistribute'
  const lifted = world.nodes.some((n) => n.node.lossCap !== undefined)
  const rate = (r: (typeof own)[number], end: 'low' | 'high'): Exact => div(r[end], exact(r.placed.criterion.points))
  const slack = ruleset.rounding.stage === 'components-and-total' ? mul(exact(ruleset.components.length), exact(`1e-${ruleset.rounding.places}`)) : ZERO
  if (own.length === 0) return { low: ZERO, high: extra }
  const low = falls || ruleset.proration.method === 'none' ? ZERO : mul(full, own.map((r) => rate(r, 'low')).reduce(min, ONE))
  const high = ruleset.proration.method === 'none' ? (lifted ? full : sum(own.map((r) => r.high))) : mul(full, lifted ? ONE : own.map((r) => rate(r, 'high')).reduce(max, ZERO))
  return { low: sub(low, slack), high: add(add(high, extra), slack) }
}

/** Totals that can be reached before rounding: base, both sides, limits, verdicts. */
export function totalReach(world: World): Reach {
  const { limits, verdicts }: Ruleset = world.ruleset
  const base = baseReach(world)
  const [bonus, deduction] = [sideReach(world, 'bonus'), sideReach(world, 'deduction')]
  const held = (v: Exact | null): Exact | null => {
    const raised = v && limits.min !== undefined ? max(v, exact(limits.min)) : v
    return limits.max === undefined ? raised : raised ? min(raised, exact(limits.max)) : raised
  }
  const high = held(base.high && bonus && add(base.high, bonus)) ?? (limits.max === undefined ? null : exact(limits.max))
  const net = held(base.low && deduction && sub(base.low, deduction)) ?? (limits.min === undefined ? null : exact(limits.min))
  const fixes = verdicts.flatMap((v) => (v.effect.type === 'fix-total' ? [exact(v.effect.points)] : []))
  return { low: net && fixes.reduce(min, net), high }
}
