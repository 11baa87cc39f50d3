import { EFFECTS } from '../../model/effects.ts'
import { namesOfRule, sourcesOf } from '../../model/names.ts'
import { under } from '../../model/path.ts'
import type { EventFilter, Ruleset } from '../../model/ruleset.ts'
import { acting, type Boxes } from './boxes.ts'
import type { Finding } from './finding.ts'
import type { PlacedRule, World } from './places.ts'
import { fired, proof } from './proof.ts'
import { modeOf } from './together.ts'

/** What a rule scores: a fact, and of a list of events which ones. */
export interface Scored { fact: string; where: EventFilter | null }
const derivedOf = (ruleset: Ruleset) => new Map(ruleset.derived.map((d) => [d.id, d.derive]))

function restsOn(derived: ReturnType<typeof derivedOf>, name: string, trail: readonly string[] = []): Scored[] {
  const derive = trail.includes(name) ? undefined : derived.get(name)
  if (!derive) return name.includes('.') ? [] : [{ fact: name, where: null }]
  if (derive.op === 'count' || derive.op === 'sum') return [{ fact: derive.events, where: derive.where ?? {} }]
  return sourcesOf(derive).flatMap((s) => restsOn(derived, s, [...trail, name]))
}
/** An effect that counts by a fact scores that one; a fixed one scores what its condition asks. */
export function scoredBy(world: World, { rule }: PlacedRule): Scored[] {
  const reads = EFFECTS[rule.event.type].reads.length > 0 && 'fact' in rule.event.params ? [rule.event.params.fact] : [...namesOfRule(rule, world.shared).values]
  const derived = derivedOf(world.ruleset)
  return reads.flatMap((name) => restsOn(derived, name))
}
const LISTS = ['kinds', 'levels', 'sources', 'severities'] as const
const FLAGS = ['serious', 'repeated', 'resolved'] as const
/** Can one event pass both filters? */
export function overlap(a: EventFilter | null, b: EventFilter | null): boolean {
  if (!a || !b) return true
  const lists = LISTS.every((key) => !a[key] || !b[key] || a[key].some((v) => b[key]?.includes(v)))
  const flags = FLAGS.every((key) => a[key] === undefined || b[key] === undefined || a[key] === b[key])
  return lists && flags && !(a.to && b.from && a.to < b.from) && !(b.to && a.from && b.to < a.from)
}
const takes = (placed: PlacedRule): boolean => ['deduct', 'zero'].includes(modeOf(placed))

/** One fact that moves two leaves (or a leaf and an adjustment) in the same direction for the same unit. */
export function scoredTwice(world: World): Finding[] {
  const scored = world.rules.filter((r) => r.acts?.length).flatMap((placed) => scoredBy(world, placed).map((s) => ({ placed, ...s })))
  const byFact = new Map<string, typeof scored>()
  for (const s of scored) byFact.set(s.fact, [...(byFact.get(s.fact) ?? []), s])
  return [...byFact].flatMap(([fact, uses]) => {
    const found = new Map<string, { path: string; with: PlacedRule; first: PlacedRule; shown: { counterexample?: Finding['counterexample'] } }>()
    uses.forEach((one, i) => {
      for (const other of uses.slice(i + 1)) {
        const [a, b] = [placeOf(one.placed), placeOf(other.placed)]
        if (a === b || (one.placed.criterion === null && other.placed.criterion === null) || found.has(`${a} ${b}`) || takes(one.placed) !== takes(other.placed) || !overlap(one.where, other.where)) continue
        const both = meeting(world, one.placed, other.placed)
        const criteria = [one.placed.criterion, other.placed.criterion].filter((c) => c !== null)
        const shown = both?.length ? proof(world, criteria, both, (s) => (criteria.length === 2 ? fired(s, one.placed.rule.id, other.placed.rule.id) && (s.sheets[0]?.criteria.filter((c) => c.fired.length).length ?? 0) === 2 : fired(s, criteria[0] === one.placed.criterion ? one.placed.rule.id : other.placed.rule.id))) : null
        if (shown) found.set(`${a} ${b}`, { path: a, first: one.placed, with: other.placed, shown })
      }
    })
    const [first] = found.values()
    if (!first) return []
    const related = [...new Set([...found.values()].flatMap((f) => [f.first.path, f.with.path]))]
    return [{ level: 'warning' as const, code: 'fact.scored-twice', path: under('facts', fact), values: { fact, places: new Set([...found.values()].flatMap((f) => [placeOf(f.first), placeOf(f.with)])).size }, related, ...first.shown }]
  })
}
const placeOf = (placed: PlacedRule): string => placed.criterion?.leafPath ?? (placed.path.split('/')[0] as string)
/** Records on which both rules act. */
function meeting(world: World, a: PlacedRule, b: PlacedRule): Boxes {
  const conditions = b.criterion?.applies ?? []
  const inside = conditions.reduce<Boxes>((boxes, c) => acting(c, namesOfRule({ ...b.rule, conditions: { all: [c] }, event: { type: 'zero', params: {} } }, world.shared), boxes, world), a.acts)
  return acting(b.rule.conditions, namesOfRule(b.rule, world.shared), inside, world)
}
