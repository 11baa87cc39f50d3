import { ONE, ZERO, add, exact, neg, sub, toNumber, type Exact } from '../../model/decimal.ts'
import type { Fact, Ruleset } from '../../model/ruleset.ts'
import type { State } from '../../model/sheet.ts'
import { between, highest, lowest, numbers, point, unite, EVERYTHING, type Numbers } from './numbers.ts'
import { rangeOf } from './ranges.ts'
import { GIVEN, STATES, amounts, anyNumber, words, type Domain, type Values } from './values.ts'

/** What every name of a ruleset can be: facts, derived facts, the unit, decisions, results, history. */
export interface Domains {
  of(name: string): Domain
  /** Exact numbers of a fact; everything when it is unknown or no number. */
  numbers(fact: string): Numbers
}
const LARGE = exact(1e12)
const domain = (values: Values, states: Iterable<State> = STATES): Domain => ({ states: new Set(states), values })
/** Nothing is known: neither numbers nor words are excluded, so nothing may be narrowed. */
const UNKNOWN: Domain = { states: STATES, values: anyNumber }
const CONCERNED: readonly State[] = ['given', 'not-applicable']

const limited = (fact: Fact, floor: Exact | null, ceiling: Exact | null, whole: boolean): Numbers => {
  const low = fact.min === undefined ? floor : floor === null ? exact(fact.min) : exact(Math.max(fact.min, toNumber(floor)))
  const high = fact.max === undefined ? ceiling : ceiling === null ? exact(fact.max) : exact(Math.min(fact.max, toNumber(ceiling)))
  return numbers([between(low, high)], whole)
}
function rangeOfFact(fact: Fact): Numbers {
  const own = fact.kind === 'count' ? limited(fact, ZERO, LARGE, true) : fact.kind === 'ratio' ? limited(fact, ZERO, null, false) : limited(fact, neg(LARGE), LARGE, false)
  if (fact.missing === 'last-year') return numbers([EVERYTHING])
  return fact.missing === 'zero' ? unite(own, numbers([point(ZERO)], own.whole)) : own
}
function valuesOfFact(fact: Fact): Values {
  // A number of last year, or 0, may stand in for a missing word: then anything may be seen.
  const standIn = fact.missing === 'last-year' || fact.missing === 'zero'
  switch (fact.kind) {
    case 'count':
    case 'number':
    case 'ratio':
    case 'amount':
      return amounts(rangeOfFact(fact))
    case 'boolean':
      return words([true, false], fact.missing === 'last-year')
    case 'choice':
      return standIn ? words([], true) : words((fact.options ?? []).map((o) => o.id))
    case 'date':
      return standIn ? words([], true) : { kind: 'date', numbers: numbers([EVERYTHING], true) }
    default:
      return anyNumber
  }
}
const statesOfFact = (fact: Fact): readonly State[] => (fact.missing === 'zero' ? CONCERNED : [...STATES])

function builtIn(ruleset: Ruleset, space: string, id: string): Domain | null {
  if (space === 'decision') return domain(words([true, false]), GIVEN)
  if (space === 'history') {
    const rule = ruleset.history.find((h) => h.id === id)
    return rule ? domain(rule.type === 'streak' ? amounts(numbers([between(ZERO, null)], true)) : words([true, false]), GIVEN) : null
  }
  if (space === 'result') return resultOf(ruleset, id)
  if (id === 'category') return domain(words(ruleset.categories.map((c) => c.id)), GIVEN)
  if (id === 'id') return domain(words([], true), GIVEN)
  const attribute = ruleset.attributes.find((a) => a.id === id)
  if (!attribute) return null
  const kinds = { boolean: words([true, false]), choice: words((attribute.options ?? []).map((o) => o.id)), number: anyNumber, text: words([], true) }
  return domain(kinds[attribute.kind], ['given', 'missing'])
}
function resultOf(ruleset: Ruleset, id: string): Domain | null {
  switch (id) {
    case 'grade':
      return domain(words(ruleset.grades.map((g) => g.id)), CONCERNED)
    case 'pool':
      return domain(words(ruleset.ranking.pools.map((p) => p.id)), CONCERNED)
    case 'rank':
      return domain(amounts(numbers([between(ONE, null)], true)), CONCERNED)
    case 'total':
      return domain(amounts(numbers([totalSpan(ruleset)])), CONCERNED)
    case 'bonus':
    case 'deduction': {
      const { cap } = ruleset[id]
      return domain(amounts(numbers([between(ZERO, cap?.kind === 'hard' ? exact(cap.points) : null)])), CONCERNED)
    }
    case 'base':
      return domain(amounts(numbers([between(ZERO, null)])), CONCERNED)
    default:
      return null
  }
}
/** Totals lie in the limits, widened by half a unit of rounding. */
function totalSpan({ limits, rounding }: Ruleset) {
  const unit = exact(`1e-${rounding.places}`)
  return between(limits.min === undefined ? null : sub(exact(limits.min), unit), limits.max === undefined ? null : add(exact(limits.max), unit))
}

/** Conditions see the nearest binary number of an exact one, so a range is widened to those its ends show as. */
const seen = (set: Numbers): Numbers => {
  const ends = [lowest(set), highest(set)].flatMap((end) => (end ? [exact(toNumber(end))] : []))
  return unite(set, numbers(ends.map(point), set.whole))
}

/** Reads the domains off a ruleset; unknown names can be anything, and a circle of derived facts too. */
export function domains(ruleset: Ruleset): Domains {
  const facts = new Map(ruleset.facts.map((f) => [f.id, f]))
  const derived = new Map(ruleset.derived.map((d) => [d.id, d.derive]))
  const ranges = new Map<string, Numbers>()
  const known = new Map<string, Domain>()
  const range = (id: string): Numbers => {
    const found = ranges.get(id)
    if (found) return found
    ranges.set(id, numbers([EVERYTHING]))
    const [fact, of] = [facts.get(id), derived.get(id)]
    const values = fact && valuesOfFact(fact)
    const result = of ? rangeOf(of, range) : values?.kind === 'number' ? values.numbers : numbers([EVERYTHING])
    ranges.set(id, result)
    return result
  }
  const find = (name: string): Domain => {
    const [space = '', id = ''] = name.includes('.') ? name.split('.') : ['', name]
    if (space) return builtIn(ruleset, space, id) ?? UNKNOWN
    const fact = facts.get(name)
    if (fact) return domain(valuesOfFact(fact), statesOfFact(fact))
    return derived.has(name) ? domain(amounts(seen(range(name)))) : UNKNOWN
  }
  return {
    numbers: range,
    of: (name) => {
      const found = known.get(name) ?? find(name)
      known.set(name, found)
      return found
    },
  }
}
