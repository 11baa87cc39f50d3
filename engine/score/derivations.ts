import { workingDaysBetween } from '../model/calendar.ts'
import { ONE, ZERO, add, clamp, cmp, div, exact, fraction, mul, sub, sum, toNumber, max as larger, min as smaller, type Exact } from '../model/decimal.ts'
import { MISSING, NOT_APPLICABLE, numeric, type Value } from '../model/read-fact.ts'
import type { EventItem, Rating } from '../model/record.ts'
import type { Derivation, EventFilter } from '../model/ruleset.ts'
import { now } from './period.ts'
import { complain, isStopped, valueOf, type Pass, type Work } from './work.ts'

type Of<Op extends Derivation['op']> = Extract<Derivation, { op: Op }>
const given = (number: Exact): Value => numeric(number, toNumber(number))
/** The value, if it is given; else its state is passed on. */
const through = (work: Work, id: string, then: (value: Value) => Value): Value => {
  const value = valueOf(work, id)
  return value.state === 'given' ? then(value) : value
}
const numberOf = (value: Value): Exact => value.number ?? ZERO

/** Does an event pass a filter? Parts that are left out let everything pass. */
const passes = (event: EventItem, where: EventFilter | undefined): boolean => {
  if (!where) return true
  const listed = (list: string[] | undefined, value: string | undefined): boolean => !list || (value !== undefined && list.includes(value))
  const same = (wanted: boolean | undefined, value: boolean): boolean => wanted === undefined || wanted === value
  return (
    listed(where.kinds, event.kind) && listed(where.levels, event.level) && listed(where.sources, event.source) && listed(where.severities, event.severity) &&
    (where.from === undefined || event.date >= where.from) && (where.to === undefined || event.date <= where.to) &&
    same(where.serious, event.serious === true) && same(where.repeated, event.repeatedOf !== undefined) && same(where.resolved, event.resolved === true)
  )
}
const countEvents = (events: readonly EventItem[], of: Of<'count'>): number => {
  const passed = events.filter((e) => passes(e, of.where))
  return of.distinct ? new Set(passed.map((e) => e[of.distinct as 'achievement' | 'document'] ?? `#${e.id}`)).size : passed.length
}

/** Ratings that count: recused raters are out, a vetoed file counts 0; null when fewer than the minimum remain. */
function ratingsOf(pass: Pass, value: Value, id: string, minimum = 1): Exact[] | null {
  const zeroed = pass.plan.ruleset.verdicts.some((v) => v.effect.type === 'zero-file' && v.effect.ratings === id)
  const numbers = value.ratings.filter((r) => !r.recused).map((r: Rating) => (zeroed && r.vetoes?.length ? ZERO : exact(r.value)))
  return numbers.length < minimum ? null : numbers.sort(cmp)
}
const mean = (numbers: readonly Exact[]): Exact => div(sum(numbers), fraction(BigInt(numbers.length)))
const median = (sorted: readonly Exact[]): Exact => {
  const half = sorted.length >> 1
  const upper = sorted[half] as Exact
  return sorted.length % 2 ? upper : div(add(sorted[half - 1] as Exact, upper), exact(2))
}
const rated = (pass: Pass, work: Work, id: string, minimum: number | undefined, of: (sorted: Exact[]) => Exact | null): Value =>
  through(work, id, (value) => {
    const numbers = ratingsOf(pass, value, id, minimum)
    const result = numbers && of(numbers)
    return result ? given(result) : MISSING
  })

function survey(work: Work, of: Of<'survey'>): Value {
  return through(work, of.survey, ({ answers }) => {
    let valid = 0
    let points = ZERO
    for (const { id, weight } of of.weights) {
      const count = answers.find((a) => a.id === id)?.count ?? 0
      valid += count
      points = add(points, mul(exact(weight), exact(count)))
    }
    return valid === 0 || valid < (of.minimum ?? 0) ? MISSING : given(div(points, exact(valid)))
  })
}
function weighted(work: Work, of: Of<'weighted'>): Value {
  const parts = of.facts.map(({ id, weight }) => ({ value: valueOf(work, id), weight: exact(weight) }))
  const there = parts.filter((p) => p.value.state === 'given')
  if (there.length < parts.length) {
    if (of.missing === 'block') return parts.find((p) => p.value.state === 'missing')?.value ?? NOT_APPLICABLE
    if (there.length === 0) return parts.every((p) => p.value.state === 'not-applicable') ? NOT_APPLICABLE : MISSING
  }
  const weight = sum(there.map((p) => p.weight))
  return weight.n === 0n ? NOT_APPLICABLE : given(div(sum(there.map((p) => mul(p.weight, numberOf(p.value)))), weight))
}
function total(work: Work, ids: readonly string[]): Value {
  const values = ids.map((id) => valueOf(work, id))
  return values.find((v) => v.state === 'missing') ?? values.find((v) => v.state === 'not-applicable') ?? given(sum(values.map(numberOf)))
}
function workingDays(pass: Pass, work: Work, of: Of<'workingDays'>): Value {
  const from = valueOf(work, of.from)
  const to = valueOf(work, of.to)
  const absent = [from, to].find((v) => v.state !== 'given')
  if (absent) return absent
  if (!pass.calendar) {
    complain(pass, 'error', 'calendar.missing', `records/${work.unit.id}`, { from: String(from.seen), to: String(to.seen) })
    return MISSING
  }
  try {
    return given(exact(workingDaysBetween(pass.calendar, String(from.seen), String(to.seen))))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    complain(pass, 'error', 'calendar.year', `records/${work.unit.id}`, { from: String(from.seen), to: String(to.seen) })
    return MISSING
  }
}
function position(pass: Pass, work: Work, ranking: string): Value {
  const list = pass.cohort.rankings?.find((r) => r.id === ranking)
  if (!list) return MISSING
  const place = list.places.find((p) => p.unit === work.unit.id)?.place
  return place === undefined ? NOT_APPLICABLE : given(exact(place))
}
function statistic(pass: Pass, work: Work, of: Of<'pool'>): Value {
  const peers = pass.works.filter((w) => !isStopped(pass, w) && (of.within === 'all' || w.unit.category === work.unit.category))
  const numbers = peers.map((w) => valueOf(w, of.fact)).filter((v) => v.state === 'given').map(numberOf)
  if (numbers.length === 0) return MISSING
  return given(of.statistic === 'mean' ? mean(numbers) : numbers.reduce(of.statistic === 'min' ? smaller : larger))
}
function rescale(work: Work, of: Of<'rescale'>): Value {
  const end = (limit: Of<'rescale'>['low']): Value => (typeof limit === 'number' ? given(exact(limit)) : valueOf(work, limit.fact))
  const ends = [valueOf(work, of.fact), end(of.low), end(of.high)]
  const absent = ends.find((v) => v.state !== 'given')
  if (absent) return absent
  const [value, low, high] = ends.map(numberOf) as [Exact, Exact, Exact]
  const span = sub(high, low)
  if (span.n === 0n) return NOT_APPLICABLE
  const share = clamp(div(sub(value, low), span), ZERO, ONE)
  return given(add(exact(of.toLow), mul(share, sub(exact(of.toHigh), exact(of.toLow)))))
}
function difference(pass: Pass, work: Work, id: string): Value {
  return through(work, id, (value) => {
    const before = lastYear(pass, work)?.facts?.[id]
    return before === undefined ? MISSING : given(sub(numberOf(value), exact(before)))
  })
}
/** The unit's result of the same period one year before, if there is one. */
export const lastYear = (pass: Pass, work: Work) =>
  pass.past.find((p) => p.year === pass.plan.ruleset.year - 1 && p.period === now(pass.plan.ruleset).period)?.results.get(work.unit.id)

/** The value of one derived fact for one unit. */
export function deriveOne(pass: Pass, work: Work, of: Derivation): Value {
  switch (of.op) {
    case 'count': return through(work, of.events, (v) => given(exact(countEvents(v.events, of))))
    case 'sum': return through(work, of.events, (v) => given(sum(v.events.filter((e) => passes(e, of.where)).map((e) => exact(e.amount ?? 0)))))
    case 'shortfall': return through(work, of.fact, (v) => given(larger(ZERO, sub(exact(of.target), numberOf(v)))))
    case 'ratio': return through(work, of.numerator, (n) => through(work, of.denominator, (d) => (numberOf(d).n === 0n ? NOT_APPLICABLE : given(div(numberOf(n), numberOf(d))))))
    case 'difference': return difference(pass, work, of.fact)
    case 'mean': return rated(pass, work, of.ratings, of.minimum, mean)
    case 'median': return rated(pass, work, of.ratings, of.minimum, median)
    case 'trimmedMean': return rated(pass, work, of.ratings, of.minimum, (sorted) => (sorted.length > 2 * of.drop ? mean(sorted.slice(of.drop, sorted.length - of.drop)) : null))
    case 'vetoes': return through(work, of.ratings, (v) => given(exact(v.ratings.filter((r) => !r.recused && r.vetoes?.length).length)))
    case 'survey': return survey(work, of)
    case 'weighted': return weighted(work, of)
    case 'total': return total(work, of.facts)
    case 'workingDays': return workingDays(pass, work, of)
    case 'position': return position(pass, work, of.ranking)
    case 'pool': return statistic(pass, work, of)
    case 'rescale': return rescale(work, of)
  }
}
