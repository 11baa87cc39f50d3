import { ZERO, cmp, exact, show, sum, type Exact } from '../../model/decimal.ts'
import { under } from '../../model/path.ts'
import type { Effect } from '../../model/ruleset.ts'
import { amountIn, atMost, type Amount } from './amounts.ts'
import { fixed, type Finding } from './finding.ts'
import { removal, setting } from './mend.ts'
import type { PlacedCriterion, PlacedRule, World } from './places.ts'
import { sideMost } from './reach.ts'

const uncapped = (placed: PlacedRule): PlacedRule => {
  const params = { ...placed.rule.event.params }
  if ('cap' in params) delete params.cap
  return { ...placed, rule: { ...placed.rule, event: { ...placed.rule.event, params } as Effect } }
}
const told = (code: string, path: string, cap: number, most: Exact | null): Finding => ({ level: code.endsWith('never') ? 'info' : 'warning', code, path, values: { cap, most: most ? show(most) : '∞' } })

/** A rule's own cap: never reached, or already passed by the least the rule can give. */
function ofRule(world: World, placed: PlacedRule): Finding[] {
  const { params } = placed.rule.event
  const cap = 'cap' in params ? params.cap : undefined
  const amount = cap === undefined || !placed.acts?.length ? null : amountIn(world, uncapped(placed), placed.acts)
  if (!amount || cap === undefined) return []
  if (atMost(amount, exact(cap))) return [{ ...told('cap.never', placed.path, cap, amount.most), ...fixed(setting(world.ruleset, `${placed.path}/event/params`, 'cap', undefined)) }]
  return cmp(amount.least, exact(cap)) > 0 ? [{ ...told('cap.always', placed.path, cap, amount.least) }] : []
}

/** The cap of a cause: its rules together never pass it, or each of them passes it whenever it acts. */
function ofCause(world: World, placed: PlacedCriterion): Finding[] {
  return (placed.criterion.caps ?? []).flatMap((cap): Finding[] => {
    const rules = placed.rules.filter((r) => cap.rules.includes(r.rule.id) && r.acts?.length !== 0)
    const amounts = rules.map((r) => amountIn(world, r, r.acts)).filter((a): a is Amount => a !== null)
    const path = under(placed.path, 'caps', cap.id)
    if (!amounts.length || amounts.length < rules.length) return []
    const most = amounts.every((a) => a.most) ? sum(amounts.map((a) => a.most as Exact)) : null
    if (most && cmp(most, exact(cap.points)) <= 0) return [{ ...told('cap.never', path, cap.points, most), ...fixed(removal(world.ruleset, under(placed.path, 'caps'), cap.id)) }]
    const least = amounts.map((a) => a.least)
    return least.every((l) => cmp(l, exact(cap.points)) > 0) ? [told('cap.always', path, cap.points, least[0] ?? null)] : []
  })
}

/** The most that can be lost under an indicator is held by a cap that is never reached. */
function ofLosses(world: World): Finding[] {
  return world.nodes.flatMap(({ node, path }): Finding[] => {
    if (node.lossCap === undefined) return []
    const below = world.criteria.filter((c) => !c.criterion.extra && (c.leafPath === path || c.leafPath.startsWith(`${path}/`)))
    const most = sum(below.map((c) => exact(c.criterion.points)))
    return cmp(most, exact(node.lossCap)) <= 0 ? [{ ...told('loss-cap.never', path, node.lossCap, most), ...fixed(setting(world.ruleset, path, 'lossCap', undefined)) }] : []
  })
}

/** Caps of the two sides and of their classes against the tariffs. */
function ofSides(world: World): Finding[] {
  const { ruleset } = world
  return (['bonus', 'deduction'] as const).flatMap((side) => {
    const rules = (ruleset[side].rules ?? []).length
    const classes = ruleset[side].classes.flatMap((c): Finding[] => {
      const least = c.tariff.filter((t) => t.points > 0).map((t) => t.points)
      return c.cap !== undefined && least.length && least.every((p) => p > (c.cap ?? 0)) ? [told('class-cap.always', under(side, 'classes', c.id), c.cap, exact(Math.min(...least)))] : []
    })
    const { cap } = ruleset[side]
    const most = sideMost(world, side)
    if (!cap || (!rules && !ruleset[side].classes.length)) return classes
    const path = under(side, 'cap')
    if (most && cmp(most, exact(cap.points)) <= 0 && cmp(most, ZERO) > 0) return [...classes, { ...told('side-cap.never', path, cap.points, most), ...fixed(cap.kind === 'hard' ? setting(ruleset, side, 'cap', undefined) : []) }]
    const least = ruleset[side].classes.flatMap((c) => c.tariff.filter((t) => t.points > 0).map((t) => Math.min(t.points, c.cap ?? t.points)))
    return !rules && least.length && least.every((p) => p > cap.points) ? [...classes, told('side-cap.always', path, cap.points, exact(Math.min(...least)))] : classes
  })
}

/** Caps that never hold anything back, and caps that always do. */
export const caps = (world: World): Finding[] => [...world.rules.flatMap((r) => ofRule(world, r)), ...world.criteria.flatMap((c) => ofCause(world, c)), ...ofLosses(world), ...ofSides(world)]
