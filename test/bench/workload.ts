import type { Cohort, Condition, Criterion, Effect, FactKind, FactValue, Indicator, Record as Facts, Rule, Ruleset, Unit } from '../../engine/index.ts'
import { seeded } from '../support/cohort/seeded.ts'
import { assumed, band, component, criterion, fact, leaf, method, named, pool, rule, ruleset, sourced, test } from '../support/pattern.ts'

/** How many of each thing the measured workload has. */
export const SIZE = { facts: 124, rules: 104, conditions: 312, indicators: 40, outcomes: 10 }
const CATEGORIES = ['counties', 'bureaus', 'courts']
type Made = { id: string; kind: FactKind }
const kindOf = (i: number): FactKind => (i < 60 ? 'count' : i < 90 ? 'number' : i < 110 ? 'boolean' : 'choice')
const FACTS: Made[] = Array.from({ length: SIZE.facts }, (_, i) => ({ id: `f${String(i).padStart(3, '0')}`, kind: kindOf(i) }))

type Draw = () => number
const pick = <T>(draw: Draw, list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T
const ORDERS = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'] as const
/** A test that about two units in three pass. */
function anyTest(draw: Draw): Condition {
  const { id, kind } = pick(draw, FACTS)
  if (kind === 'boolean') return test(id, 'equal', draw() < 0.5)
  if (kind === 'choice') return test(id, pick(draw, ['equal', 'notEqual']), pick(draw, ['a', 'b', 'c']))
  const order = pick(draw, ORDERS)
  const low = order.startsWith('greater') ? 1 : 4
  return kind === 'count' ? test(id, order, low + Math.floor(draw() * 5)) : test(id, order, Math.round((low * 10 + draw() * 50) * 10) / 10)
}
function anyEffect(draw: Draw, start: 'full' | 'zero'): Effect {
  const points = pick(draw, [0.25, 0.5, 0.75, 1])
  if (draw() < 0.15) return { type: start === 'full' ? 'deductEach' : 'awardEach', params: { fact: pick(draw, FACTS.slice(0, 60)).id, points: 0.1, cap: 1 } }
  return { type: start === 'full' ? 'deduct' : 'award', params: { points } }
}
const when = (draw: Draw): Rule['conditions'] => ({ all: [anyTest(draw), anyTest(draw), anyTest(draw)] })
const resultTests: Condition[] = [test('result.total', 'lessThan', 62), test('result.total', 'greaterThanInclusive', 66.5), test('result.rank', 'lessThanInclusive', 3), test('result.grade', 'in', ['qualified', 'unqualified']), test('result.grade', 'equal', 'excellent')]

/** 104 rules with 312 conditions in 40 indicators over 124 facts; the same every time. */
export function workload(): Ruleset {
  const draw = seeded(7).next
  let made = 0
  const criteria = Array.from({ length: SIZE.indicators }, (_, k): Criterion => {
    const count = k < SIZE.rules - 2 * SIZE.indicators ? 3 : 2
    const start = draw() < 0.7 ? 'full' : 'zero'
    const rules = Array.from({ length: count }, () => rule(`r${++made}`, when(draw), anyEffect(draw, start)))
    return criterion(`c${k}`, 2.5, rules, { start, method: pick(draw, ['daily', 'visit', 'poll']), ...(k % 13 === 5 ? { applies: test('unit.category', 'notEqual', 'courts') } : {}) })
  })
  const points = (way: string): number => criteria.reduce((sum, c) => sum + (c.method === way ? c.points : 0), 0)
  const indicators: Indicator[] = criteria.map((c, k) => leaf(`i${k}`, [c]))
  const cap = (most: number) => ({ kind: 'hard' as const, points: most, source: assumed })
  return ruleset({
    indicators, fullMarks: 100, facts: FACTS.map(({ id, kind }) => fact(id, kind, kind === 'choice' ? { options: named('a', 'b', 'c') } : {})), categories: sourced(...CATEGORIES),
    methods: [method('daily', 'work'), method('visit', 'field'), method('poll', 'voice')], components: [component('work', points('daily')), component('field', points('visit')), component('voice', points('poll'))],
    bonus: { classes: [], rules: [rule('plus', { all: [test('f001', 'greaterThan', 2)] }, { type: 'awardEach', params: { fact: 'f001', points: 0.5 } })], cap: cap(3) },
    deduction: { classes: [], rules: [rule('minus', { all: [test('f002', 'greaterThan', 4)] }, { type: 'deductEach', params: { fact: 'f002', points: 0.5 } })], cap: cap(4) },
    gradings: [{ id: 'grading', bands: [band('excellent', 68), band('good', 66), band('qualified', 62), band('unqualified')], source: assumed }],
    ranking: { method: 'standard', pools: CATEGORIES.map((id) => pool(id, id)), tieBreaks: [{ id: 'base', quantity: 'base', order: 'high', source: assumed }], source: assumed },
    outcomes: Array.from({ length: SIZE.outcomes }, (_, k) => ({ id: `o${k}`, label: `o${k}`, type: 'notice' as const, conditions: { all: [resultTests[k % resultTests.length] as Condition, anyTest(draw)] }, by: 'rule' as const, source: assumed })),
  })
}
const valueOf = (draw: Draw, kind: FactKind): FactValue =>
  kind === 'count' ? Math.floor(draw() * 10) : kind === 'number' ? Math.round(draw() * 1000) / 10 : kind === 'boolean' ? draw() < 0.5 : pick(draw, ['a', 'b', 'c'])

/** A seeded cohort of so many units, numbered from `from`. */
export function units(count: number, from = 0): Cohort {
  const draw = seeded(11 + from).next
  const list = Array.from({ length: count }, (_, i): Unit => ({ id: `u${from + i}`, name: `u${from + i}`, category: CATEGORIES[(from + i) % 3] as string, order: from + i }))
  const records = list.map((unit): Facts => {
    const facts: { [id: string]: FactValue } = {}
    for (const { id, kind } of FACTS) facts[id] = valueOf(draw, kind)
    return { unit: unit.id, facts }
  })
  // As read from a file: an object built up key by key is laid out otherwise, and slower for everybody.
  return JSON.parse(JSON.stringify({ format: 1, scheme: 'sample', year: 2022, label: 'made up', synthetic: true, units: list, records, history: [] })) as Cohort
}
