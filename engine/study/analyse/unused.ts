import { sourcesOf } from '../../model/names.ts'
import { under } from '../../model/path.ts'
import { fixed, type Finding } from './finding.ts'
import { removal } from './mend.ts'
import type { World } from './places.ts'

/** Names that something computes with, and shared conditions referred to; retired indicators count, for they may come back. */
function used({ ruleset }: World): { names: Set<string>; shared: Set<string> } {
  const names = new Set<string>()
  const shared = new Set<string>()
  // Tests, compared facts and effects all call a fact `fact`; a reference to a shared condition is `condition`.
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('fact' in node && typeof node.fact === 'string') names.add(node.fact)
    if ('condition' in node && typeof node.condition === 'string') shared.add(node.condition)
    for (const item of Object.values(node)) walk(item)
  }
  const { indicators, bonus, deduction, verdicts, gradings, outcomes, ranking, conditions } = ruleset
  walk([indicators, bonus, deduction, verdicts, gradings, outcomes, ranking, conditions])
  for (const c of [...bonus.classes, ...deduction.classes]) names.add(c.events)
  for (const { effect } of verdicts) if (effect.type === 'zero-file') names.add(effect.ratings)
  for (const tie of ranking.tieBreaks) if (tie.quantity === 'attribute' && tie.of) names.add(`unit.${tie.of}`)
  for (const { recipients } of outcomes) for (const r of recipients ?? []) if (r.attribute) names.add(`unit.${r.attribute}`)
  return { names, shared }
}

/** Facts, derived facts, attributes and shared conditions that nothing uses; what is collected for reference only is left alone. */
export function unused(world: World): Finding[] {
  const { ruleset } = world
  const { names, shared } = used(world)
  const reference = new Set(ruleset.methods.filter((m) => m.reference).map((m) => m.id))
  const isReference = (id: string): boolean => {
    const fact = ruleset.facts.find((f) => f.id === id)
    return fact?.method !== undefined && reference.has(fact.method)
  }
  const idle = (code: string, list: string, id: string): Finding => ({ level: 'info', code, path: under(list, id), values: {}, ...fixed(removal(ruleset, list, id)) })
  const wanted = new Set<string>()
  const need = (id: string): void => {
    if (wanted.has(id)) return
    wanted.add(id)
    const found = ruleset.derived.find((d) => d.id === id)
    if (found) sourcesOf(found.derive).forEach(need)
  }
  names.forEach(need)
  // A derived fact that nothing uses still holds on to its sources.
  const sources = new Set(ruleset.derived.flatMap((d) => sourcesOf(d.derive)))
  return [
    ...ruleset.facts.filter((f) => !wanted.has(f.id) && !sources.has(f.id) && !isReference(f.id)).map((f) => idle('fact.unused', 'facts', f.id)),
    ...ruleset.derived.filter((d) => !wanted.has(d.id) && !sources.has(d.id) && !sourcesOf(d.derive).some(isReference)).map((d) => idle('derived.unused', 'derived', d.id)),
    ...ruleset.attributes.filter((a) => !names.has(`unit.${a.id}`)).map((a) => idle('attribute.unused', 'attributes', a.id)),
    ...ruleset.conditions.filter((c) => !shared.has(c.id)).map((c) => idle('shared.unused', 'conditions', c.id)),
  ]
}
