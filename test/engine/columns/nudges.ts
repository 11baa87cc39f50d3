import fc from 'fast-check'
import type { Criterion, Indicator, Ruleset } from '../../../engine/index.ts'

/** One small change as an editor makes it: everything beside the way is shared with the ruleset before. */
export type Nudge = { at: number; kind: 'points' | 'literal' | 'condition' | 'remove' | 'swap' | 'full' | 'bands' | 'caps' | 'verdict' | 'rounding' | 'ties' | 'weights'; by: number }
export const nudges: fc.Arbitrary<Nudge[]> = fc.array(fc.record({
  at: fc.nat(40), kind: fc.constantFrom<Nudge['kind'][]>('points', 'points', 'literal', 'literal', 'condition', 'remove', 'swap', 'full', 'bands', 'caps', 'verdict', 'rounding', 'ties', 'weights'), by: fc.constantFrom(0, 0.25, 1, 2, 5),
}), { minLength: 1, maxLength: 8 })

const criteriaOf = (nodes: readonly Indicator[]): Criterion[] => nodes.flatMap((n) => [...(n.criteria ?? []), ...criteriaOf(n.children ?? [])])
const replace = (nodes: Indicator[], old: Criterion, change: (c: Criterion) => Criterion): Indicator[] =>
  nodes.map((node) => {
    const criteria = node.criteria?.some((c) => c === old) ? node.criteria.map((c) => (c === old ? change(c) : c)) : node.criteria
    const children = node.children && replace(node.children, old, change)
    return criteria === node.criteria && (!children || children.every((c, i) => c === node.children?.[i])) ? node : { ...node, ...(criteria ? { criteria } : {}), ...(children ? { children } : {}) }
  })
/** Every number compared with in a condition becomes another. */
const compared = (condition: unknown, by: number): unknown => {
  if (Array.isArray(condition)) return condition.map((c) => compared(c, by))
  if (typeof condition !== 'object' || condition === null) return condition
  return Object.fromEntries(Object.entries(condition).map(([key, value]) => [key, key === 'value' && typeof value === 'number' ? value + by : compared(value, by)]))
}
const firstRule = (c: Criterion, change: (r: Criterion['rules'][number]) => Criterion['rules'][number]): Criterion => ({ ...c, rules: c.rules.map((r, i) => (i === 0 ? change(r) : r)) })

function nudged(rules: Ruleset, { at, kind, by }: Nudge): Ruleset {
  const criteria = criteriaOf(rules.indicators)
  const criterion = criteria[at % criteria.length]
  if (!criterion) return rules
  const within = (change: (c: Criterion) => Criterion): Ruleset => ({ ...rules, indicators: replace(rules.indicators, criterion, change) })
  switch (kind) {
    case 'points': return within((c) => firstRule(c, (r) => ('points' in r.event.params ? ({ ...r, event: { ...r.event, params: { ...r.event.params, points: by } } } as typeof r) : r)))
    case 'literal': return within((c) => firstRule(c, (r) => ({ ...r, conditions: compared(r.conditions, by) as typeof r.conditions })))
    case 'condition': return within((c) => firstRule(c, (r) => ({ ...r, conditions: { not: r.conditions } })))
    case 'remove': return within((c) => ({ ...c, rules: c.rules.slice(1), caps: [] }))
    case 'swap': return { ...rules, indicators: rules.indicators.toReversed() }
    case 'full': return within((c) => ({ ...c, start: c.start === 'full' ? 'zero' : 'full', notApplicable: c.notApplicable === 'any' ? 'all' : 'any' }))
    case 'bands': return { ...rules, gradings: rules.gradings.map((g) => ({ ...g, bands: g.bands.map((b) => (b.from === undefined ? b : { ...b, from: b.from + by })) })) }
    case 'caps': return { ...rules, bonus: { ...rules.bonus, classes: rules.bonus.classes.map((c) => ({ ...c, cap: by, tariff: c.tariff.map((t) => ({ ...t, points: by })) })) }, deduction: { ...rules.deduction, ...(rules.deduction.cap ? { cap: { ...rules.deduction.cap, points: by } } : {}) } }
    case 'verdict': return { ...rules, verdicts: rules.verdicts.filter((v) => v.effect.type === 'zero-file') }
    case 'rounding': return { ...rules, rounding: { ...rules.rounding, places: Math.floor(by) % 5, mode: 'half-even' } }
    case 'ties': return { ...rules, ranking: { ...rules.ranking, tieBreaks: rules.ranking.tieBreaks.toReversed() }, conditions: rules.conditions.map((c) => ({ ...c, conditions: { not: c.conditions } })) }
    case 'weights': return { ...rules, derived: rules.derived.map((d) => (d.derive.op === 'rescale' ? { ...d, derive: { ...d.derive, toLow: by } } : d)) }
  }
}
/** The rulesets that changes lead to, one after another. */
export const along = (rules: Ruleset, changes: readonly Nudge[]): Ruleset[] => changes.reduce<Ruleset[]>((list, change) => [...list, nudged(list.at(-1) as Ruleset, change)], [rules]).slice(1)
