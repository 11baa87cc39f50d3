import { div, exact, toNumber, type Exact } from './decimal.ts'
import type { Seen } from './operators.ts'
import type { EventItem, FactValue, Rating } from './record.ts'
import type { Fact } from './ruleset.ts'
import type { State } from './sheet.ts'

/** A fact of one unit, typed and checked. */
export interface Value {
  state: State
  /** What conditions see. */
  seen: Seen
  /** The exact number, where the kind has one. */
  number: Exact | null
  events: readonly EventItem[]
  ratings: readonly Rating[]
  answers: readonly { id: string; count: number }[]
}
export interface Misfit { code: string; values: { [name: string]: string | number } }

const nothing = { number: null, events: [], ratings: [], answers: [] } as const
export const MISSING: Value = { state: 'missing', seen: undefined, ...nothing }
export const NOT_APPLICABLE: Value = { state: 'not-applicable', seen: null, ...nothing }
const word = (seen: string | boolean): Value => ({ state: 'given', seen, ...nothing })
/** A given number; `seen` is its nearest binary form. */
export const numeric = (number: Exact, seen: number): Value => ({ ...nothing, state: 'given', seen, number })

const isObject = (raw: unknown): raw is { [key: string]: unknown } => typeof raw === 'object' && raw !== null && !Array.isArray(raw)
/** Is it a day of the calendar, written YYYY-MM-DD? */
export const isDay = (raw: unknown): raw is string =>
  typeof raw === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw) && new Date(`${raw}T00:00:00Z`).toJSON()?.slice(0, 10) === raw
const misfit = (code: string, raw: unknown, values: Misfit['values'] = {}): Misfit => ({ code, values: { got: shown(raw), ...values } })
const shown = (raw: unknown): string => (typeof raw === 'number' ? String(raw) : (JSON.stringify(raw) ?? String(raw))).slice(0, 60)

function readNumber(fact: Fact, raw: unknown): Value | Misfit {
  if (typeof raw !== 'number' || !Number.isFinite(raw)) return misfit('fact.number', raw)
  if (fact.kind === 'count' && (!Number.isSafeInteger(raw) || raw < 0)) return misfit('fact.count', raw)
  if (Math.abs(raw) > 1e12) return misfit('fact.too-large', raw)
  return inRange(fact, numeric(exact(raw), raw), raw)
}
function inRange(fact: Fact, value: Value, raw: number): Value | Misfit {
  if (fact.min !== undefined && raw < fact.min) return misfit('fact.below-range', raw, { min: fact.min })
  if (fact.max !== undefined && raw > fact.max) return misfit('fact.above-range', raw, { max: fact.max })
  return value
}
function readRatio(fact: Fact, raw: unknown): Value | Misfit {
  if (!isObject(raw) || typeof raw['numerator'] !== 'number' || typeof raw['denominator'] !== 'number') return misfit('fact.ratio', raw)
  const { numerator, denominator } = raw as { numerator: number; denominator: number }
  if (!(numerator >= 0 && denominator >= 0 && numerator <= 1e9 && denominator <= 1e9)) return misfit('fact.ratio', raw)
  if (denominator === 0) return NOT_APPLICABLE
  const quotient = div(exact(numerator), exact(denominator))
  return inRange(fact, numeric(quotient, toNumber(quotient)), toNumber(quotient))
}
function readList<T>(raw: unknown, fits: (item: unknown) => boolean): readonly T[] | null {
  return Array.isArray(raw) && raw.every(fits) ? (raw as T[]) : null
}
const readAnswers = (raw: unknown) =>
  isObject(raw) ? readList<{ id: string; count: number }>(raw['answers'], (a) => isObject(a) && Number.isSafeInteger(a['count'])) : null

/** Reads a raw fact value by its kind; a misfit names the code of the issue. */
export function readFact(fact: Fact, raw: FactValue | undefined): Value | Misfit {
  if (raw === undefined) return MISSING
  if (isObject(raw) && 'state' in raw) {
    if (raw['state'] === 'missing') return MISSING
    return raw['state'] === 'not-applicable' ? NOT_APPLICABLE : misfit('fact.state', raw)
  }
  switch (fact.kind) {
    case 'count':
    case 'number':
    case 'amount':
      return readNumber(fact, raw)
    case 'ratio':
      return readRatio(fact, raw)
    case 'boolean':
      return typeof raw === 'boolean' ? word(raw) : misfit('fact.boolean', raw)
    case 'choice':
      return typeof raw === 'string' && fact.options?.some((o) => o.id === raw) ? word(raw) : misfit('fact.choice', raw)
    case 'date':
      return isDay(raw) ? word(raw) : misfit('fact.date', raw)
    case 'events': {
      const events = readList<EventItem>(raw, (e) => isObject(e) && typeof e['kind'] === 'string' && isDay(e['date']))
      return events ? { ...nothing, state: 'given', seen: undefined, events } : misfit('fact.events', raw)
    }
    case 'ratings': {
      const ratings = readList<Rating>(raw, (r) => isObject(r) && typeof r['value'] === 'number' && Number.isFinite(r['value']))
      return ratings ? { ...nothing, state: 'given', seen: undefined, ratings } : misfit('fact.ratings', raw)
    }
    case 'survey': {
      const answers = readAnswers(raw)
      return answers ? { ...nothing, state: 'given', seen: undefined, answers } : misfit('fact.survey', raw)
    }
  }
}
export const isMisfit = (value: Value | Misfit): value is Misfit => 'code' in value
