import { ZERO, cmp, div, exact, fraction, ceil, mul, show, sub, type Exact } from '../../model/decimal.ts'
import type { Finding } from './finding.ts'
import { highest, lowest } from './numbers.ts'
import type { PlacedRule, World } from './places.ts'
import { amountIn } from './amounts.ts'
import { domainIn } from './boxes.ts'
import { modeOf } from './together.ts'

/** A jump of less than one hundredth of the full marks is not worth a word. */
const NOTABLE = exact(0.01)
const isContinuous = (world: World, id: string): boolean => {
  const fact = world.ruleset.facts.find((f) => f.id === id)
  return fact ? ['ratio', 'number', 'amount'].includes(fact.kind) : world.ruleset.derived.some((d) => d.id === id && !world.domains.numbers(id).whole)
}

/** Points that come or go at once where a continuous value passes a threshold by the least. */
function cliffs(world: World, placed: PlacedRule): Finding[] {
  const { event } = placed.rule
  const told = (fact: string, at: Exact, jump: Exact): Finding[] =>
    cmp(jump, mul(exact(world.ruleset.fullMarks), NOTABLE)) < 0 ? [] : [{ level: 'info', code: 'incentive.cliff', path: placed.path, values: { fact, at: show(at), jump: show(jump) } }]
  if (event.type === 'lookup') {
    const { fact, rows } = event.params
    if (!isContinuous(world, fact)) return []
    const jumps = rows.flatMap((row) => rows.filter((next) => row.below !== undefined && next.from === row.below).map((next) => ({ at: exact(row.below ?? 0), jump: absolute(sub(exact(next.points), exact(row.points))) })))
    const [largest] = jumps.sort((a, b) => cmp(b.jump, a.jump))
    return largest ? told(fact, largest.at, largest.jump) : []
  }
  if (!['award', 'deduct', 'zero', 'set'].includes(event.type) || placed.acts?.length !== 1 || !placed.criterion) return []
  const [box] = placed.acts
  const names = box ? [...box.domains.keys()].filter((n) => isContinuous(world, n)) : []
  const [name] = names
  if (!box || !name || names.length !== 1) return []
  const [own, all] = [domainIn(box, name, world).values, world.domains.of(name).values]
  if (own.kind !== 'number' || all.kind !== 'number') return []
  const [low, high] = [lowest(own.numbers), highest(own.numbers)]
  const [least, most] = [lowest(all.numbers), highest(all.numbers)]
  const edge = low && (!least || cmp(low, least) > 0) ? low : high && (!most || cmp(high, most) < 0) ? high : null
  const jump = event.type === 'zero' ? exact(placed.criterion.criterion.points) : amountIn(world, placed, placed.acts)?.most
  return edge && jump ? told(name, edge, jump) : []
}
const absolute = (v: Exact): Exact => (cmp(v, ZERO) < 0 ? sub(ZERO, v) : v)

/** Work a unit could still do that no longer gains points, because a cap is reached. */
function wasted(world: World, placed: PlacedRule): Finding[] {
  const { event } = placed.rule
  if (event.type !== 'awardEach' || event.params.cap === undefined || event.params.points === 0 || modeOf(placed) !== 'award') return []
  const { fact: id, cap, points, per = 1 } = event.params
  const fact = world.ruleset.facts.find((f) => f.id === id)
  if (!fact?.improvable || fact.max === undefined) return []
  const enough = mul(fraction(ceil(div(exact(cap), exact(points)))), exact(per))
  return cmp(enough, exact(fact.max)) < 0 ? [{ level: 'info', code: 'incentive.wasted', path: placed.path, values: { fact: id, enough: show(enough), unit: fact.unit ?? '', most: fact.max } }] : []
}

/** Where the rules reward too abruptly, or not at all. */
export const incentives = (world: World): Finding[] => world.rules.flatMap((r) => [...cliffs(world, r), ...wasted(world, r)])
