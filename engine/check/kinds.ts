import { DERIVATIONS } from '../model/fact.ts'
import { issue, type Issue } from '../model/issue.ts'
import { sourcesOf } from '../model/names.ts'
import { under } from '../model/path.ts'
import type { Derivation, Ruleset } from '../model/ruleset.ts'

type Wanted = 'events' | 'ratings' | 'survey' | 'date' | 'numeric'
const NUMERIC = new Set(['count', 'number', 'ratio', 'amount'])
const WANTED: { readonly [O in Derivation['op']]: Wanted | null } = {
  count: 'events', sum: 'events', mean: 'ratings', median: 'ratings', trimmedMean: 'ratings', vetoes: 'ratings', survey: 'survey', workingDays: 'date', position: null,
  shortfall: 'numeric', ratio: 'numeric', difference: 'numeric', weighted: 'numeric', total: 'numeric', pool: 'numeric', rescale: 'numeric',
}
/** The kind of a fact or of what a derived fact gives; undefined where there is none of that id. */
export const kindOf = (ruleset: Ruleset, id: string): string | undefined => {
  const op = ruleset.derived.find((d) => d.id === id)?.derive.op
  return ruleset.facts.find((f) => f.id === id)?.kind ?? (op ? DERIVATIONS[op].kind : undefined)
}
/** The bounds a fact's values keep; counts and given ratios are never negative. */
export function rangeOf(ruleset: Ruleset, id: string): { min?: number; max?: number } {
  const fact = ruleset.facts.find((f) => f.id === id)
  const least = fact?.min ?? (kindOf(ruleset, id) === 'count' || fact?.kind === 'ratio' ? 0 : undefined)
  return { ...(least === undefined ? {} : { min: least }), ...(fact?.max === undefined ? {} : { max: fact.max }) }
}
/** Can effects and derivations count with a fact of this kind? */
export const isNumeric = (kind: string): boolean => NUMERIC.has(kind)

/** What derivations, adjustments and verdicts read is of the kind they read. */
export function kinds(ruleset: Ruleset): Issue[] {
  const read = (path: string, fact: string, wanted: Wanted): Issue[] => {
    const kind = kindOf(ruleset, fact)
    return kind === undefined || kind === wanted || (wanted === 'numeric' && isNumeric(kind)) ? [] : [issue('error', 'fact.wrong-kind', path, { fact, kind, wanted })]
  }
  return [
    ...ruleset.derived.flatMap(({ id, derive }) => {
      const wanted = WANTED[derive.op]
      return wanted ? sourcesOf(derive).flatMap((source) => read(under('derived', id), source, wanted)) : []
    }),
    ...(['bonus', 'deduction'] as const).flatMap((side) => ruleset[side].classes.flatMap((c) => read(under(side, 'classes', c.id), c.events, 'events'))),
    ...ruleset.verdicts.flatMap(({ id, effect }) => (effect.type === 'zero-file' ? read(under('verdicts', id), effect.ratings, 'ratings') : [])),
  ]
}
