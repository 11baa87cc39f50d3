import { ZERO, add, cmp, div, exact, max, min, mul, show, sub, toNumber, type Exact } from '../../model/decimal.ts'
import type { EventItem, FactValue, Rating, Record as Facts, Unit } from '../../model/record.ts'
import type { Derivation, Fact, Ruleset } from '../../model/ruleset.ts'
import { dayText } from './days.ts'
import type { Shown, Witness } from './witness.ts'

export interface Sample { facts: { [id: string]: FactValue }; unit: { category: string; attributes: NonNullable<Unit['attributes']> }; decisions: NonNullable<Facts['decisions']> }
const MANY = 60
const whole = (value: Exact): number | null => (value.n % value.d === 0n && value.n >= 0n && value.n / value.d <= BigInt(MANY) ? Number(value.n / value.d) : null)

/** A record that shows the values of a witness; null where no facts of one unit alone can (a place in a ranking, last year's value). */
export function sampleOf(witness: Witness, ruleset: Ruleset): Sample | null {
  const sample: Sample = { facts: {}, unit: { category: ruleset.categories[0]?.id ?? '', attributes: {} }, decisions: [] }
  const builder = { ruleset, sample, fresh: 0 }
  for (const [name, shown] of witness) if (!(name.includes('.') ? asked(builder, name, shown) : put(builder, name, shown))) return null
  return sample
}
interface Builder { ruleset: Ruleset; sample: Sample; fresh: number }

function asked({ ruleset, sample }: Builder, name: string, shown: Shown): boolean {
  const [space, id = ''] = name.split('.')
  const value = 'word' in shown ? shown.word : 'number' in shown ? toNumber(shown.number) : undefined
  if (space === 'unit') {
    if (id === 'category') sample.unit.category = String(value)
    else if (id !== 'id' && value !== undefined) sample.unit.attributes[id] = value
    return true
  }
  const kind = space === 'decision' ? ruleset.decisionKinds.find((k) => k.id === id) : undefined
  if (kind && value === true) sample.decisions.push({ id, kind: id, amount: 0, reason: '-', approver: '-', document: '-', date: ruleset.period.end, secondPerson: '-' })
  return kind !== undefined
}

const number = (value: Exact): FactValue => toNumber(value)
function put(builder: Builder, name: string, shown: Shown): boolean {
  const { ruleset, sample } = builder
  const fact = ruleset.facts.find((f) => f.id === name)
  const derived = ruleset.derived.find((d) => d.id === name)
  if (derived) return 'number' in shown && made(builder, derived.derive, shown.number)
  if (!fact) return false
  const before = sample.facts[name]
  const value = valueOf(fact, shown)
  if (value !== undefined) sample.facts[name] = value
  return before === undefined || JSON.stringify(before) === JSON.stringify(value)
}
function valueOf(fact: Fact, shown: Shown): FactValue | undefined {
  if ('state' in shown) return shown.state === 'missing' ? undefined : fact.kind === 'ratio' ? { numerator: 0, denominator: 0 } : { state: 'not-applicable', reason: '-' }
  if ('word' in shown) return shown.word
  if (shown.day) return dayText(shown.number)
  if (fact.kind !== 'ratio') return number(shown.number)
  const { n, d } = exact(show(shown.number))
  return { numerator: Number(n), denominator: Number(d) }
}

/** Gives a derived fact a value through its sources. */
function made(builder: Builder, of: Derivation, value: Exact): boolean {
  const { sample } = builder
  const give = (id: string, to: Exact): boolean => put(builder, id, { number: to, day: false })
  switch (of.op) {
    case 'count': {
      const count = whole(value)
      return count !== null && addEvents(builder, of, Array.from({ length: count }, () => ({})))
    }
    case 'sum':
      return addEvents(builder, of, value.n === 0n ? [] : [{ amount: toNumber(value) }])
    case 'shortfall':
      return give(of.fact, sub(exact(of.target), value))
    case 'ratio': {
      const { n, d } = exact(show(value))
      return give(of.numerator, exact(n.toString())) && give(of.denominator, exact(d.toString()))
    }
    case 'mean':
    case 'median':
    case 'trimmedMean':
      return addRatings(sample, of.ratings, Math.max(of.minimum ?? 1, of.op === 'trimmedMean' ? 2 * of.drop + 1 : 1), { value: toNumber(value) })
    case 'vetoes': {
      const count = whole(value)
      return count !== null && addRatings(sample, of.ratings, count, { value: 0, vetoes: ['-'] })
    }
    case 'survey':
      return addAnswers(sample, of, value)
    case 'weighted':
      return of.facts.every((f) => give(f.id, value))
    case 'total':
      return of.facts.every((id, i) => give(id, i === 0 ? value : ZERO))
    case 'pool':
      return give(of.fact, value)
    case 'rescale': {
      if (typeof of.low !== 'number' || typeof of.high !== 'number' || of.toLow === of.toHigh) return false
      const share = div(sub(value, exact(of.toLow)), sub(exact(of.toHigh), exact(of.toLow)))
      return give(of.fact, add(exact(of.low), mul(share, sub(exact(of.high), exact(of.low)))))
    }
    default:
      return false
  }
}

function addEvents(builder: Builder, of: Extract<Derivation, { op: 'count' | 'sum' }>, list: Partial<EventItem>[]): boolean {
  const { ruleset, sample } = builder
  const fact = ruleset.facts.find((f) => f.id === of.events)
  const where = of.where ?? {}
  const kind = where.kinds?.[0] ?? fact?.kinds?.[0]?.id ?? 'other'
  const events = list.map((more): EventItem => ({
    id: `e${++builder.fresh}`, kind, date: where.from ?? where.to ?? ruleset.period.start, evidence: ['-'], ...more,
    ...(where.levels?.[0] ? { level: where.levels[0] } : {}), ...(where.sources?.[0] ? { source: where.sources[0] } : {}), ...(where.severities?.[0] ? { severity: where.severities[0] } : {}),
    ...(where.serious === undefined ? {} : { serious: where.serious }), ...(where.resolved === undefined ? {} : { resolved: where.resolved }), ...(where.repeated ? { repeatedOf: 'before' } : {}),
  }))
  sample.facts[of.events] = [...((sample.facts[of.events] ?? []) as EventItem[]), ...events]
  return fact !== undefined
}
function addRatings(sample: Sample, id: string, count: number, rating: Rating): boolean {
  const free = sample.facts[id] === undefined
  sample.facts[id] = Array.from({ length: count }, () => rating)
  return free
}
/** Answers whose weighted share is a value between the least and the greatest weight. */
function addAnswers(sample: Sample, of: Extract<Derivation, { op: 'survey' }>, value: Exact): boolean {
  const weights = of.weights.map((w) => ({ id: w.id, at: exact(w.weight) }))
  const low = weights.reduce((a, b) => (cmp(min(a.at, b.at), a.at) === 0 ? a : b))
  const high = weights.reduce((a, b) => (cmp(max(a.at, b.at), a.at) === 0 ? a : b))
  const share = low.id === high.id ? exact(1) : div(sub(value, low.at), sub(high.at, low.at))
  const { n, d } = exact(show(share))
  const times = Math.ceil(Math.max(of.minimum ?? 1, 1) / Number(d))
  const free = sample.facts[of.survey] === undefined
  const answers = [{ id: high.id, count: Number(n) * times }, { id: low.id, count: Number(d - n) * times }]
  sample.facts[of.survey] = { answers: low.id === high.id ? answers.slice(0, 1) : answers }
  return free && n >= 0n && n <= d
}
