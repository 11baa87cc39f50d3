import { quantity } from '../check/conditions.ts'
import type { Kind } from '../model/operators.ts'
import type { Ruleset } from '../model/ruleset.ts'
import { isPercent, labelOf, optionsOf, speaker, unitOf } from './sentence/speaker.ts'
import type { Lang } from './words/fill.ts'

/** Where in the order of scoring a condition is asked; later it may ask more. */
export type AskedIn = 'facts' | 'grades' | 'outcomes'
export type QuantityGroup = 'facts' | 'derived' | 'unit' | 'decision' | 'result' | 'history'
/** Something a condition may ask about, with what its value can be; `percent` marks a share shown as percent. */
export interface Quantity { name: string; label: string; group: QuantityGroup; kind: Kind; options: readonly { id: string; label: string }[] | null; unit: string; percent: boolean; min?: number; max?: number }

const RESULTS = ['total', 'base', 'bonus', 'deduction', 'grade', 'rank', 'pool'] as const

const known = new WeakMap<Ruleset, Map<string, readonly Quantity[]>>()
/** Everything a condition may ask about at a point of scoring, in the order of the document; lists of events, ratings and answers are not asked directly. Worked out once for a document, which is never changed in place. */
export function quantities(ruleset: Ruleset, phase: AskedIn, lang: Lang): readonly Quantity[] {
  const asked = `${phase} ${lang}`
  const lists = known.get(ruleset) ?? new Map<string, readonly Quantity[]>()
  known.set(ruleset, lists)
  const found = lists.get(asked) ?? workOut(ruleset, phase, lang)
  lists.set(asked, found)
  return found
}
function workOut(ruleset: Ruleset, phase: AskedIn, lang: Lang): Quantity[] {
  const by = speaker(ruleset, lang)
  const named: readonly (readonly [QuantityGroup, readonly string[]])[] = [
    ['facts', ruleset.facts.map((f) => f.id)],
    ['derived', ruleset.derived.map((d) => d.id)],
    ['unit', ['category', 'id', ...ruleset.attributes.map((a) => a.id)].map((id) => `unit.${id}`)],
    ['decision', ruleset.decisionKinds.map((d) => `decision.${d.id}`)],
    ['result', RESULTS.map((id) => `result.${id}`)],
    ['history', ruleset.history.map((h) => `history.${h.id}`)],
  ]
  return named.flatMap(([group, names]) => names.flatMap((name) => {
    const { kind = null, min, max } = quantity(ruleset, name, phase) ?? {}
    const range = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
    return kind === null ? [] : [{ name, label: labelOf(by, name), group, kind, ...range, options: optionsOf(by, name), unit: unitOf(by, name), percent: isPercent(by, name) }]
  }))
}
