import { namesOf, namesOfRule, sourcesOf } from '../../model/names.ts'
import { under } from '../../model/path.ts'
import { conditionsOf, rulesOf } from '../../check/walk.ts'
import { fixed, type Finding } from './finding.ts'
import { removal } from './mend.ts'
import type { World } from './places.ts'

/** Names that something computes with; retired indicators count, for they may come back. */
function used({ ruleset, shared }: World): Set<string> {
  const names = new Set<string>()
  const take = ({ values, states }: ReturnType<typeof namesOf>): void => [...values, ...states].forEach((n) => names.add(n))
  for (const { condition } of conditionsOf(ruleset)) take(namesOf(condition, shared))
  for (const { rule } of rulesOf(ruleset)) take(namesOfRule(rule, shared))
  for (const side of ['bonus', 'deduction'] as const) for (const c of ruleset[side].classes) names.add(c.events)
  for (const { effect } of ruleset.verdicts) if (effect.type === 'zero-file') names.add(effect.ratings)
  for (const tie of ruleset.ranking.tieBreaks) if (tie.quantity === 'attribute' && tie.of) names.add(`unit.${tie.of}`)
  for (const { recipients } of ruleset.outcomes) for (const r of recipients ?? []) if (r.attribute) names.add(`unit.${r.attribute}`)
  return names
}

/** Facts, derived facts, attributes and shared conditions that nothing uses; what is collected for reference only is left alone. */
export function unused(world: World): Finding[] {
  const { ruleset } = world
  const names = used(world)
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
  const named = JSON.stringify(ruleset)
  return [
    ...ruleset.facts.filter((f) => !wanted.has(f.id) && !sources.has(f.id) && !isReference(f.id)).map((f) => idle('fact.unused', 'facts', f.id)),
    ...ruleset.derived.filter((d) => !wanted.has(d.id) && !sources.has(d.id) && !sourcesOf(d.derive).some(isReference)).map((d) => idle('derived.unused', 'derived', d.id)),
    ...ruleset.attributes.filter((a) => !names.has(`unit.${a.id}`)).map((a) => idle('attribute.unused', 'attributes', a.id)),
    ...ruleset.conditions.filter((c) => !named.includes(`{"condition":"${c.id}"}`)).map((c) => idle('shared.unused', 'conditions', c.id)),
  ]
}
