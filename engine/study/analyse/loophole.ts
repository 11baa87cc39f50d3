import { ZERO, add, cmp, exact, show } from '../../model/decimal.ts'
import { namesOfRule } from '../../model/names.ts'
import type { FactValue } from '../../model/record.ts'
import type { Finding } from './finding.ts'
import type { PlacedCriterion, World } from './places.ts'
import { holds } from './numbers.ts'
import { reachOf } from './reach.ts'

/** The ratio facts that can take a name out of a unit's assessment by a denominator of 0; none when nothing can. */
function escapes(world: World, name: string, trail: readonly string[] = []): string[] {
  const { ruleset } = world
  if (ruleset.facts.find((f) => f.id === name)?.kind === 'ratio') return [name]
  const derive = trail.includes(name) ? undefined : ruleset.derived.find((d) => d.id === name)?.derive
  if (!derive) return []
  const inner = (ids: readonly string[]): string[] => ids.flatMap((id) => escapes(world, id, [...trail, name]))
  switch (derive.op) {
    case 'ratio':
      return ruleset.facts.some((f) => f.id === derive.denominator) && holds(world.domains.numbers(derive.denominator), ZERO) ? [derive.denominator] : inner([derive.numerator])
    case 'shortfall':
    case 'difference':
      return inner([derive.fact])
    case 'rescale':
      return inner([derive.fact])
    case 'total':
      return inner(derive.facts)
    case 'weighted':
      return derive.missing === 'block' ? inner(derive.facts.map((f) => f.id)) : []
    default:
      return []
  }
}
/** What a unit reports to escape a criterion, if it can. */
function wayOut(world: World, { criterion, rules }: PlacedCriterion): string[] | null {
  const ways = rules.map((r) => [...namesOfRule(r.rule, world.shared).values].flatMap((n) => escapes(world, n)).slice(0, 1))
  const open = ways.filter((w) => w.length > 0)
  if (rules.length === 0 || (criterion.notApplicable === 'any' ? open.length === 0 : open.length < ways.length)) return null
  return [...new Set(criterion.notApplicable === 'any' ? open[0] : open.flat())]
}

/** Criteria a unit can have left out by its own figures, so that proration makes up for them. */
export function loopholes(world: World): Finding[] {
  const { ruleset } = world
  if (ruleset.proration.method === 'none') return []
  const found = world.criteria.filter((c) => !c.criterion.extra && c.concerns?.length).flatMap((placed) => {
    const ways = wayOut(world, placed)
    return ways && cmp(reachOf(world, placed).low, exact(placed.criterion.points)) < 0 ? [{ placed, ways }] : []
  })
  const [first] = found
  if (!first) return []
  const points = found.reduce((sum, f) => add(sum, exact(f.placed.criterion.points)), ZERO)
  const facts = Object.fromEntries(first.ways.map((id): [string, FactValue] => [id, ruleset.facts.find((f) => f.id === id)?.kind === 'ratio' ? { numerator: 0, denominator: 0 } : 0]))
  return [{ level: 'info', code: 'loophole.not-applicable', path: 'proration', values: { count: found.length, points: show(points) }, related: found.map((f) => f.placed.path), counterexample: { facts } }]
}
