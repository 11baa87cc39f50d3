import { ZERO, add, cmp, div, exact, floor, fraction, max, mul, show, sub, type Exact } from '../../model/decimal.ts'
import { namesOfRule } from '../../model/names.ts'
import type { Criterion } from '../../model/ruleset.ts'
import { amountOf, rowValues } from './amounts.ts'
import { acting, domainIn, failing, type Box, type Boxes } from './boxes.ts'
import { fixed, type Finding } from './finding.ts'
import { ruleRemoval, setting } from './mend.ts'
import { closed, numbers } from './numbers.ts'
import type { PlacedCriterion, PlacedRule, World } from './places.ts'
import { fired, proof } from './proof.ts'
import { EFFECTS } from '../../model/effects.ts'
import { GIVEN, amounts, restrict, type Values } from './values.ts'

type Mode = 'set' | 'deduct' | 'award' | 'zero'
export const modeOf = ({ rule: { event } }: PlacedRule): Mode => {
  const { mode } = EFFECTS[event.type]
  return mode === 'param' ? (event.params as { mode: Mode }).mode : mode
}

/** The rule at its most: its points there, and the values of its fact for which it gives them; null where its author set no most. */
interface Most { rule: PlacedRule; points: Exact; values: Values | null }
function mostOf(world: World, placed: PlacedRule): Most[] {
  const { event } = placed.rule
  const full = exact(placed.criterion?.criterion.points ?? 0)
  switch (event.type) {
    case 'deduct':
    case 'award':
      return [{ rule: placed, points: exact(event.params.points), values: null }]
    case 'deductEach':
    case 'awardEach': {
      const { cap, points, per = 1, fact } = event.params
      if (cap === undefined || points === 0 || per === 0) return []
      const { most } = amountOf(event, world.domains.of(fact).values, full)
      const times = most && div(most, exact(points))
      if (!times) return []
      const from = mul(fraction(times.n % times.d === 0n ? times.n / times.d : floor(times) + 1n), exact(per))
      return [{ rule: placed, points: most, values: amounts(numbers([{ low: closed(from), high: null }])) }]
    }
    case 'lookup':
      return event.params.rows.map((row) => ({ rule: placed, points: exact(row.points), values: rowValues(row) }))
    default:
      return []
  }
}
/** The part of some boxes where a further rule acts and gives its most. */
function joined(world: World, boxes: Boxes, { rule: { rule }, values }: Most): Boxes {
  const acts = acting(rule.conditions, namesOfRule(rule, world.shared), boxes, world)
  const fact = 'fact' in rule.event.params ? rule.event.params.fact : null
  if (!acts || !values || fact === null) return acts
  return acts.flatMap((box): Box[] => {
    const left = restrict(domainIn(box, fact, world), { states: GIVEN, values })
    return left ? [{ ...box, domains: new Map(box.domains).set(fact, left) }] : []
  })
}

/** What some rules take (or give) together, less what the caps of their causes hold back. */
function sumOf(list: readonly Most[], criterion: Criterion): Exact {
  const total = list.reduce((sum, m) => add(sum, m.points), ZERO)
  return (criterion.caps ?? []).reduce((sum, cap) => {
    const group = list.filter((m) => cap.rules.includes(m.rule.rule.id)).reduce((s, m) => add(s, m.points), ZERO)
    return sub(sum, max(ZERO, sub(group, exact(cap.points))))
  }, total)
}
const BUDGET = 300
interface Set { list: Most[]; boxes: Boxes }
/** The smallest sets of rules that act together and exceed the points. */
function exceeding(world: World, placed: PlacedCriterion, mode: Mode): Set[] {
  const full = exact(placed.criterion.points)
  const options = placed.rules.filter((r) => modeOf(r) === mode && r.acts?.length).map((r) => mostOf(world, r).filter((m) => m.points.n > 0n))
  const found: Set[] = []
  let left = BUDGET
  const visit = (i: number, set: Set): void => {
    if (set.list.length && cmp(sumOf(set.list, placed.criterion), full) > 0) {
      found.push(set)
      return
    }
    for (let j = i; j < options.length; j++) {
      for (const most of options[j] ?? []) {
        if (left-- <= 0) return
        const boxes = joined(world, set.boxes, most)
        if (boxes?.length) visit(j + 1, { list: [...set.list, most], boxes })
      }
    }
  }
  visit(0, { list: [], boxes: placed.concerns })
  return found.sort((a, b) => a.list.length - b.list.length)
}

function exceeds(world: World, placed: PlacedCriterion, mode: 'deduct' | 'award'): Finding[] {
  const { criterion, path } = placed
  if ((mode === 'deduct') !== (criterion.start === 'full') || placed.rules.some((r) => modeOf(r) === 'set')) return []
  for (const { list, boxes } of exceeding(world, placed, mode)) {
    const shown = proof(world, [placed], boxes ?? [], (s) => fired(s, ...list.map((m) => m.rule.rule.id)))
    if (!shown) continue
    const sum = sumOf(list, criterion)
    return [{
      level: 'warning', code: list.length > 1 ? 'rules.exceed' : 'rule.exceeds', path: list.length > 1 ? path : (list[0]?.rule.path ?? path), values: { sum: show(sum), points: criterion.points, over: show(sub(sum, exact(criterion.points))) },
      related: list.map((m) => m.rule.path), ...shown, ...fixed(lessened(world, placed, list, sub(sum, exact(criterion.points)))),
    }]
  }
  return []
}
/** Takes the excess off the last rule of the set that has more than it. */
function lessened({ ruleset }: World, placed: PlacedCriterion, list: readonly Most[], over: Exact) {
  if ((placed.criterion.caps ?? []).some((cap) => list.some((m) => cap.rules.includes(m.rule.rule.id)))) return []
  const fixedOnes = list.filter((m) => (m.rule.rule.event.type === 'deduct' || m.rule.rule.event.type === 'award') && cmp(m.points, over) > 0)
  const last = fixedOnes.at(-1)
  return last ? setting(ruleset, `${last.rule.path}/event/params`, 'points', Number(show(sub(last.points, over)))) : []
}

/** Rules that never count, because another that always acts with them decides; and rules that both set the points. */
function overruled(world: World, placed: PlacedCriterion): Finding[] {
  const acting = placed.rules.filter((r) => r.acts?.length)
  return acting.flatMap((rule, i) => {
    const mode = modeOf(rule)
    for (const [j, other] of acting.entries()) {
      if (i === j || !(modeOf(other) === 'zero' ? mode !== 'zero' || j < i : modeOf(other) === 'set' && mode === 'set' && j < i)) continue
      const names = [...namesOfRule(other.rule, world.shared).values]
      const same = names.every((n) => namesOfRule(rule.rule, world.shared).values.has(n))
      const apart = same ? failing(other.rule.conditions, rule.acts, world) : null
      if (apart?.length === 0) return [{ level: 'warning', code: 'rule.shadowed', path: rule.path, values: {}, related: [other.path], ...fixed(ruleRemoval(world.ruleset, rule.path)) } as Finding]
      if (mode !== 'set' || modeOf(other) !== 'set') continue
      const both = joined(world, other.acts, { rule, points: ZERO, values: null })
      const shown = both?.length ? proof(world, [placed], both, (s) => fired(s, rule.rule.id, other.rule.id)) : null
      if (shown) return [{ level: 'warning', code: 'rules.both-set', path: rule.path, values: {}, related: [other.path], ...shown } as Finding]
    }
    return []
  })
}

/** Rules of one criterion that act together: more than its points, or one in vain. */
export const together = (world: World): Finding[] =>
  world.criteria.flatMap((c) => [...exceeds(world, c, 'deduct'), ...exceeds(world, c, 'award'), ...overruled(world, c)])
