import type { State } from '../../model/sheet.ts'
import { isEmpty, meet, numbers, unite, without, EVERYTHING, type Numbers } from './numbers.ts'

/** Words a value may be: those listed, or with `others` all but those listed. */
export interface Choices { others: boolean; listed: ReadonlySet<string | boolean> }
/** The values a name can show: numbers, days (counted from 1970-01-01), or words. */
export type Values = { kind: 'number' | 'date'; numbers: Numbers } | { kind: 'word'; choices: Choices }
/** What a name can be for a unit: its states, and its values where it is given. */
export interface Domain { states: ReadonlySet<State>; values: Values }

export const STATES: ReadonlySet<State> = new Set<State>(['given', 'missing', 'not-applicable'])
export const GIVEN: ReadonlySet<State> = new Set<State>(['given'])
const choices = (listed: Iterable<string | boolean>, others = false): Choices => ({ others, listed: new Set(listed) })
export const words = (listed: Iterable<string | boolean>, others = false): Values => ({ kind: 'word', choices: choices(listed, others) })
export const amounts = (set: Numbers): Values => ({ kind: 'number', numbers: set })
export const anyNumber: Values = amounts(numbers([EVERYTHING]))

const meetChoices = (a: Choices, b: Choices): Choices => {
  if (!a.others) return choices([...a.listed].filter((w) => b.listed.has(w) !== b.others))
  return b.others ? choices([...a.listed, ...b.listed], true) : meetChoices(b, a)
}
const invert = (a: Choices): Choices => ({ others: !a.others, listed: a.listed })
const uniteChoices = (a: Choices, b: Choices): Choices => invert(meetChoices(invert(a), invert(b)))

/** Values that are in both (or, with `but`, in the first only); kinds that differ share nothing. */
export function narrowed(a: Values, b: Values, but = false): Values {
  if (a.kind === 'word') {
    if (b.kind !== 'word') return but ? a : words([])
    return { kind: 'word', choices: meetChoices(a.choices, but ? invert(b.choices) : b.choices) }
  }
  if (b.kind !== a.kind) return but ? a : { kind: a.kind, numbers: numbers([]) }
  return { kind: a.kind, numbers: but ? without(a.numbers, b.numbers) : meet(a.numbers, b.numbers) }
}
/** Values that are in either; throws RangeError for different kinds. */
export function united(a: Values, b: Values): Values {
  if (a.kind === 'word' && b.kind === 'word') return { kind: 'word', choices: uniteChoices(a.choices, b.choices) }
  if (a.kind === 'word' || b.kind === 'word') throw new RangeError('words and numbers do not mix')
  return { kind: a.kind, numbers: unite(a.numbers, b.numbers) }
}
export const isNothing = (v: Values): boolean => (v.kind === 'word' ? !v.choices.others && v.choices.listed.size === 0 : isEmpty(v.numbers))

/** What is left of a domain under both; null when nothing is. */
export function restrict(a: Domain, b: Domain): Domain | null {
  const values = narrowed(a.values, b.values)
  const states = new Set([...a.states].filter((s) => b.states.has(s) && (s !== 'given' || !isNothing(values))))
  return states.size ? { states, values } : null
}
export const inStates = (domain: Domain, states: ReadonlySet<State>): Domain | null => restrict(domain, { states, values: domain.values })
