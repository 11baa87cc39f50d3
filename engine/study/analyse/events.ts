import { under } from '../../model/path.ts'
import type { EventItem } from '../../model/record.ts'
import type { AdjustmentClass, EventFilter, Ruleset } from '../../model/ruleset.ts'
import { ANYTHING, where } from './boxes.ts'
import { fixed, type Finding } from './finding.ts'
import { setting } from './mend.ts'
import type { World } from './places.ts'
import { modeOf } from './together.ts'
import { overlap, scoredBy } from './twice.ts'

type Side = 'bonus' | 'deduction'
interface Placed { side: Side; path: string; class: AdjustmentClass }
type Kind = Pick<EventItem, 'kind' | 'level' | 'severity'>

const classesOf = (ruleset: Ruleset): Placed[] =>
  (['bonus', 'deduction'] as const).flatMap((side) => ruleset[side].classes.map((c) => ({ side, path: under(side, 'classes', c.id), class: c })))
/** Every kind of event that a list can hold. */
function kindsOf(ruleset: Ruleset, id: string): Kind[] {
  const fact = ruleset.facts.find((f) => f.id === id)
  const some = (list: { id: string }[] | undefined): (string | undefined)[] => (list?.length ? list.map((x) => x.id) : [undefined])
  return some(fact?.kinds ?? [{ id: 'other' }]).flatMap((kind) => some(fact?.levels).flatMap((level) => some(fact?.severities).map((severity) => ({ kind: kind ?? 'other', ...(level ? { level } : {}), ...(severity ? { severity } : {}) }))))
}
const priceOf = (c: AdjustmentClass, e: Kind): number =>
  c.tariff.find((t) => (t.kind ?? e.kind) === e.kind && (t.level ?? e.level) === e.level && (t.severity ?? e.severity) === e.severity)?.points ?? 0
const eventOf = (ruleset: Ruleset, kind: Kind, id: string, more: Partial<EventItem> = {}): EventItem => ({ id, date: ruleset.period.start, evidence: ['-'], ...kind, ...more })
const shownBy = (facts: { [id: string]: EventItem[] }): Pick<Finding, 'counterexample'> => ({ counterexample: { facts } })

/** One event priced by two classes. */
function byClasses({ ruleset, ...world }: World): Finding[] {
  const classes = classesOf(ruleset)
  return classes.flatMap((a, i) => classes.slice(i + 1).flatMap((b): Finding[] => {
    if (a.class.events !== b.class.events) return []
    const both = [a.class.applies, b.class.applies].reduce<ReturnType<typeof where>>((boxes, c) => (c && boxes ? where(c, boxes, world) : boxes), [ANYTHING])
    const kind = kindsOf(ruleset, a.class.events).find((k) => priceOf(a.class, k) > 0 && priceOf(b.class, k) > 0)
    if (!kind || both?.length === 0) return []
    const values = { fact: a.class.events, first: priceOf(a.class, kind), second: priceOf(b.class, kind) }
    return [{ level: 'warning', code: a.side === b.side ? 'event.two-classes' : 'event.both-sides', path: b.path, values, related: [a.path], ...shownBy({ [a.class.events]: [eventOf(ruleset, kind, 'e1')] }) }]
  }))
}

const passes = (where: EventFilter | null, kind: Kind): boolean =>
  overlap(where, { kinds: [kind.kind], ...(kind.level ? { levels: [kind.level] } : where?.levels ? { levels: [] } : {}), ...(kind.severity ? { severities: [kind.severity] } : where?.severities ? { severities: [] } : {}) })
/** One event that counts in a criterion and again in the adjustments on the same side. */
function byCriteria(world: World): Finding[] {
  const { ruleset } = world
  return classesOf(ruleset).flatMap((placed): Finding[] => {
    const list = world.rules.filter((r) => r.criterion && r.acts?.length && (['deduct', 'zero'].includes(modeOf(r)) ? 'deduction' : 'bonus') === placed.side)
    const twice = list.flatMap((rule) => scoredBy(world, rule).filter((s) => s.fact === placed.class.events).map((s) => ({ rule, where: s.where })))
    for (const { where: filter } of twice) {
      const kind = kindsOf(ruleset, placed.class.events).find((k) => priceOf(placed.class, k) > 0 && passes(filter, k))
      if (!kind) continue
      const event = eventOf(ruleset, kind, 'e1', { ...(filter?.serious ? { serious: true } : {}), ...(filter?.resolved ? { resolved: true } : {}), ...(filter?.sources?.[0] ? { source: filter.sources[0] } : {}), ...(filter?.repeated ? { repeatedOf: 'e0' } : {}) })
      return [{ level: 'warning', code: 'event.class-and-criterion', path: placed.path, values: { fact: placed.class.events, first: priceOf(placed.class, kind) }, related: twice.map((t) => t.rule.path), ...shownBy({ [placed.class.events]: [event] }) }]
    }
    return []
  })
}

/** One achievement recorded at two levels that a class without de-duplication counts twice. */
const withoutDedupe = ({ ruleset }: World): Finding[] =>
  classesOf(ruleset).flatMap(({ side, path, class: c }): Finding[] => {
    const kinds = kindsOf(ruleset, c.events).filter((k) => priceOf(c, k) > 0)
    const [first] = kinds
    const second = kinds.find((k) => k.level !== first?.level)
    if (c.dedupe || !first || !second) return []
    const events = [eventOf(ruleset, first, 'e1', { achievement: 'a' }), eventOf(ruleset, second, 'e2', { achievement: 'a' })]
    return [{
      level: side === 'bonus' ? 'warning' : 'info', code: `class.no-dedupe-${side}`, path, values: { fact: c.events, first: priceOf(c, first), second: priceOf(c, second) },
      ...shownBy({ [c.events]: events }), ...fixed(setting(ruleset, path, 'dedupe', { by: 'achievement', keep: 'highest' })),
    }]
  })

/** Achievements and events that count more than once. */
export const events = (world: World): Finding[] => [...byClasses(world), ...byCriteria(world), ...withoutDedupe(world)]
