import { ONE, ZERO, add, clamp, cmp, div, exact, max, min, mul, sub, sum, type Exact } from '../../model/decimal.ts'
import type { Derivation } from '../../model/ruleset.ts'
import { EVERYTHING, between, highest, isEmpty, lowest, numbers, type Numbers, type Span } from './numbers.ts'

/** What the facts that a derived fact is made of can be. */
export type Look = (fact: string) => Numbers
const ANY = numbers([EVERYTHING])
const COUNT = numbers([between(ZERO, null)], true)
const NONE = numbers([])

/** The exact range of a derived fact where it is given; wider where the range of its sources does not tell. */
export function rangeOf(of: Derivation, look: Look): Numbers {
  switch (of.op) {
    case 'count':
      return of.where && (of.where.kinds?.length === 0 || (of.where.from !== undefined && of.where.to !== undefined && of.where.from > of.where.to)) ? numbers([between(ZERO, ZERO)], true) : COUNT
    case 'vetoes':
      return COUNT
    case 'position':
      return numbers([between(ONE, null)], true)
    case 'workingDays':
      return numbers([EVERYTHING], true)
    case 'sum':
    case 'difference':
    case 'mean':
    case 'median':
    case 'trimmedMean':
      return ANY
    case 'shortfall':
      return mapped(look(of.fact), Number.isInteger(of.target), (v) => max(ZERO, sub(exact(of.target), v)), between(ZERO, null))
    case 'ratio':
      return quotient(look(of.numerator), look(of.denominator))
    case 'survey': {
      const weights = of.weights.map((w) => exact(w.weight))
      return numbers([between(weights.reduce(min), weights.reduce(max))])
    }
    case 'weighted':
      return hull(of.facts.filter((f) => f.weight > 0).map((f) => look(f.id)))
    case 'total':
      return total(of.facts.map(look))
    case 'pool':
      return of.statistic === 'mean' ? hull([look(of.fact)]) : look(of.fact)
    case 'rescale':
      return rescaled(of, look)
  }
}

/** A falling function of a set, within a span: its ends change places. */
function mapped(set: Numbers, whole: boolean, of: (v: Exact) => Exact, span: Span): Numbers {
  if (isEmpty(set)) return NONE
  const low = highest(set)
  const high = lowest(set)
  return numbers([{ low: low ? between(of(low), null).low : span.low, high: high ? between(null, of(high)).high : span.high }], whole && set.whole)
}
const hull = (sets: readonly Numbers[]): Numbers => {
  const some = sets.filter((s) => !isEmpty(s))
  if (some.length === 0) return NONE
  return numbers([between(least(some.map(lowest)), most(some.map(highest)))])
}
const least = (ends: (Exact | null)[]): Exact | null => ends.reduce((a, b) => (a && b ? min(a, b) : null))
const most = (ends: (Exact | null)[]): Exact | null => ends.reduce((a, b) => (a && b ? max(a, b) : null))
const all = (ends: (Exact | null)[]): Exact | null => (ends.every((e) => e !== null) ? sum(ends) : null)
function total(sets: readonly Numbers[]): Numbers {
  return sets.some(isEmpty) ? NONE : numbers([between(all(sets.map(lowest)), all(sets.map(highest)))], sets.every((s) => s.whole))
}

/** Only where numerator and denominator cannot be negative is more known than "any number". */
function quotient(numerator: Numbers, denominator: Numbers): Numbers {
  if (isEmpty(numerator) || isEmpty(denominator)) return NONE
  const [a, b, c, d] = [lowest(numerator), highest(numerator), lowest(denominator), highest(denominator)]
  if (!a || !c || cmp(a, ZERO) < 0 || cmp(c, ZERO) < 0) return ANY
  const smallest = c.n === 0n && denominator.whole ? ONE : c
  const low = d && d.n !== 0n ? div(a, d) : ZERO
  return numbers([between(low, b && smallest.n !== 0n ? div(b, smallest) : b?.n === 0n ? ZERO : null)])
}

function rescaled(of: Extract<Derivation, { op: 'rescale' }>, look: Look): Numbers {
  const [low, high] = [exact(of.toLow), exact(of.toHigh)]
  const full = numbers([between(min(low, high), max(low, high))])
  if (typeof of.low !== 'number' || typeof of.high !== 'number' || of.low === of.high) return full
  const [from, span] = [exact(of.low), sub(exact(of.high), exact(of.low))]
  const to = (v: Exact): Exact => add(low, mul(clamp(div(sub(v, from), span), ZERO, ONE), sub(high, low)))
  const set = look(of.fact)
  if (isEmpty(set)) return NONE
  const ends = [lowest(set), highest(set)].map((end) => (end ? to(end) : null))
  return ends[0] && ends[1] ? numbers([between(min(ends[0], ends[1]), max(ends[0], ends[1]))]) : full
}
