import fc from 'fast-check'
import type { Cohort, Criterion, FactValue, Grading, History, Indicator, Ruleset, Verdict } from '../../engine/index.ts'
import { condition, level, resultTop, sharedTop, top } from './arbitrary-conditions.ts'
import { indicators, side } from './arbitrary-rules.ts'
import { assumed, band, component, derived, fact, method, named, pool, ruleset } from './pattern.ts'

const source = assumed
const off = { state: 'not-applicable', reason: 'r' } as const
/** One fact of each kind, one derived fact of each operation. */
const FACTS = [
  fact('count', 'count'), fact('number', 'number', { missing: 'last-year' }), fact('ratio', 'ratio'), fact('boolean', 'boolean'), fact('choice', 'choice', { options: named('a', 'b', 'c') }),
  fact('from', 'date'), fact('to', 'date'), fact('amount', 'amount', { missing: 'zero' }), fact('files', 'ratings'), fact('poll', 'survey', { options: named('yes', 'no', 'unknown') }),
  fact('events', 'events', { kinds: named('praise', 'blame'), levels: named('high', 'low'), severities: named('grave', 'light'), missing: 'zero' }),
]
const DERIVED = [
  derived('scaled', { op: 'rescale', fact: 'number', low: 0, high: { fact: 'best' }, toLow: 0, toHigh: 100 }), derived('best', { op: 'pool', fact: 'number', statistic: 'max', within: 'all' }),
  derived('events-count', { op: 'count', events: 'events', where: { kinds: ['praise'], from: '2022-01-01' }, distinct: 'achievement' }), derived('events-sum', { op: 'sum', events: 'events', where: { resolved: true } }),
  derived('short', { op: 'shortfall', fact: 'count', target: 3 }), derived('quotient', { op: 'ratio', numerator: 'amount', denominator: 'count' }), derived('change', { op: 'difference', fact: 'number' }),
  derived('mean', { op: 'mean', ratings: 'files', minimum: 2 }), derived('middle', { op: 'median', ratings: 'files' }), derived('trimmed', { op: 'trimmedMean', ratings: 'files', drop: 1 }), derived('failed', { op: 'vetoes', ratings: 'files' }),
  derived('opinion', { op: 'survey', survey: 'poll', weights: [{ id: 'yes', weight: 100 }, { id: 'no', weight: 33.3333 }], minimum: 3 }),
  derived('mixed', { op: 'weighted', facts: [{ id: 'mean', weight: 0.6 }, { id: 'opinion', weight: 0.3 }], missing: 'renormalise' }), derived('both', { op: 'total', facts: ['count', 'number'] }),
  derived('days', { op: 'workingDays', from: 'from', to: 'to' }), derived('place', { op: 'position', ranking: 'province' }),
]
const grades = ['excellent', 'good', 'qualified', 'unqualified'] as const
const verdictEffect: fc.Arbitrary<Verdict['effect']> = fc.oneof(
  fc.record({ type: fc.constant('fix-total' as const), points: fc.constantFrom(5, 30) }), fc.record({ type: fc.constant('stop' as const), grade: fc.constant('unqualified') }),
  fc.record({ type: fc.constant('cap-grade' as const), grade: fc.constantFrom('good', 'qualified') }), fc.record({ type: fc.constant('zero-item' as const), indicator: fc.constantFrom('p1', 'p1-c1') }),
)
const verdicts: fc.Arbitrary<Verdict[]> = fc.tuple(fc.array(fc.tuple(verdictEffect, top), { maxLength: 2 }), fc.boolean()).map(([list, files]) => [
  ...list.map(([effect, conditions], i) => ({ id: `v${i + 1}`, label: 'v', conditions, effect, source })),
  ...(files ? [{ id: 'files', label: 'v', effect: { type: 'zero-file' as const, ratings: 'files' }, source }] : []),
])
const quota = fc.record({ grade: fc.constantFrom('excellent', 'good'), share: fc.constantFrom(0.3, 0.5), rounding: fc.constantFrom('down', 'half-up', 'up'), equals: fc.constantFrom('all', 'none'), unfilled: fc.constantFrom('pass', 'lapse'), within: fc.constantFrom(undefined, 'category', 'grading'), source: fc.constant(source) })
const gradings: fc.Arbitrary<Grading[]> = fc.record({ quotas: fc.uniqueArray(quota, { maxLength: 2, selector: (q) => q.grade }), requires: fc.option(resultNumbers(), { nil: undefined }) })
  .map(({ quotas, requires }) => [{ id: 'grading', quotas, bands: [band('excellent', 30), band('good', 20), band('qualified', 10), band('unqualified')], source, ...(requires ? { requires } : {}) }])
function resultNumbers(): fc.Arbitrary<NonNullable<Grading['requires']>> {
  return level.map((value) => [{ id: 'need', grade: 'excellent', conditions: { all: [{ fact: 'result.bonus', operator: 'lessThan', value }] }, source }])
}
const history: History[] = [
  { id: 'run', label: 'run', type: 'streak', grades: ['excellent', 'good'], merged: 'all-predecessors', vetoed: false, source }, { id: 'fall', label: 'fall', type: 'regression', places: 2, points: 10, grades: 2, source },
  { id: 'tail', label: 'tail', type: 'last', count: 2, minimumPool: 3, ties: 'include', exempt: ['excellent'], source },
]
type Ties = Ruleset['ranking']['tieBreaks']
const ties: Ties = [{ id: 't1', quantity: 'base', order: 'high', source }, { id: 't2', quantity: 'component', of: 'field', order: 'low', source }, { id: 't3', quantity: 'attribute', of: 'size', order: 'high', source }]

/** A random ruleset that is valid: points add up, every name is known. */
export const anyRuleset: fc.Arbitrary<Ruleset> = fc.record({
  indicators, bonus: side('award'), deduction: side('deduct'), verdicts, gradings, shared: sharedTop, where: fc.option(condition(0), { nil: undefined, freq: 1 }), tieBreaks: fc.subarray<Ties[number]>(ties),
  proration: fc.record({ method: fc.constantFrom('ratio', 'redistribute', 'none'), scope: fc.constantFrom('base', 'component'), minimumBase: fc.constantFrom(undefined, 5), source: fc.constant(source) }),
  limits: fc.record({ min: fc.constantFrom(undefined, 0, 5), max: fc.constantFrom(undefined, 25), source: fc.constant(source) }), method: fc.constantFrom('standard', 'dense'),
  rounding: fc.record({ places: fc.integer({ min: 0, max: 4 }), mode: fc.constantFrom('half-up', 'half-even', 'down'), stage: fc.constantFrom('total', 'components-and-total'), source: fc.constant(source) }),
  policy: fc.constantFrom(undefined, 'block', 'zero', 'category-mean'), outcomes: fc.array(resultTop, { maxLength: 3 }),
}).map(({ shared, where, tieBreaks, method: way, policy, outcomes, ...parts }) => plain(withPoints(ruleset({
  ...parts, indicators: settled(parts.indicators, parts.proration.method === 'none'), facts: FACTS, derived: DERIVED, categories: ['bureau', 'county'].map((id) => ({ id, label: id, source })), attributes: [{ id: 'size', label: 'size', kind: 'number', source }],
  bodies: ['justice', 'police'].map((id) => ({ id, label: id, role: 'assessing', source })), conditions: [{ id: 'shared', label: 'shared', conditions: shared }],
  decisionKinds: [{ id: 'override', label: 'override', requires: ['amount', 'reason'], source }], methods: [method('daily', 'work'), method('visit', 'field'), method('poll', 'survey')],
  ranking: { method: way, pools: [{ ...pool('bureaus', 'bureau'), ...(where ? { where } : {}) }], tieBreaks, source }, history,
  outcomes: outcomes.map((conditions, i) => ({ id: `o${i + 1}`, label: 'o', type: 'warning', conditions, by: 'rule', recipients: [{ unit: true }], source })), ...(policy ? { missing: { policy, source } } : {}),
}))))
/** The first criterion concerns everybody, so that something always applies; without proration everything must. */
function settled(nodes: Indicator[], always: boolean): Indicator[] {
  const open = <T extends Indicator | Criterion>({ applies, ...thing }: T, first: boolean) => (always || first || applies === undefined ? thing : { ...thing, applies })
  return nodes.map((node) => ({
    ...open(node, node.id === 'p1'), children: node.children && settled(node.children, always),
    criteria: node.criteria?.map((c) => (c.id === 'p1-c1' ? { ...open(c, true), extra: undefined } : open(c, false))),
  }))
}
/** Leaves out what is undefined, as JSON does. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
/** Components hold exactly the points that feed them. */
function withPoints(rules: Ruleset): Ruleset {
  const fed = new Map<string, number>()
  const visit = (node: Ruleset['indicators'][number]): void => {
    for (const c of node.criteria ?? []) if (!c.extra) fed.set(c.method, (fed.get(c.method) ?? 0) + c.points)
    node.children?.forEach(visit)
  }
  rules.indicators.forEach(visit)
  return { ...rules, components: rules.methods.map((m) => component(m.component ?? m.id, fed.get(m.id) ?? 0)) }
}

const value = (given: fc.Arbitrary<FactValue>): fc.Arbitrary<FactValue | undefined> => fc.oneof({ weight: 8, arbitrary: given }, fc.constant(undefined), fc.constant(off), fc.constant({ state: 'missing' } as const))
const date = fc.constantFrom('2021-05-01', '2022-01-01', '2022-06-30', '2022-10-08', '2022-12-31')
const eventList = fc.array(fc.record({
  kind: fc.constantFrom('praise', 'blame'), date, level: fc.constantFrom('high', 'low', undefined), severity: fc.constantFrom('grave', 'light', undefined), achievement: fc.constantFrom('x', 'y', undefined), document: fc.constantFrom('d', undefined),
  amount: fc.constantFrom(0.1, 7), resolved: fc.constantFrom(true, false, undefined), claimed: fc.constantFrom(true, undefined), evidence: fc.constantFrom<(string[] | undefined)[]>(['e'], undefined),
}), { maxLength: 4 }).map((list) => list.map((e, i) => ({ id: `e${i + 1}`, ...e })))
const fileList = fc.array(fc.record({ value: level, recused: fc.constantFrom(true, undefined, undefined), vetoes: fc.constantFrom<(string[] | undefined)[]>(['v'], undefined, undefined) }), { maxLength: 5 })
const tally = fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)).map(([yes, no, unknown]) => ({ answers: [{ id: 'yes', count: yes }, { id: 'no', count: no }, { id: 'unknown', count: unknown }] }))
const facts = fc.record({
  count: value(fc.nat(6)), number: value(level), ratio: value(fc.record({ numerator: level, denominator: fc.constantFrom(0, 1, 3, 0.3) })), boolean: value(fc.boolean()), choice: value(fc.constantFrom('a', 'b', 'c')),
  from: value(fc.constantFrom('2022-01-01', '2022-09-30')), to: value(fc.constantFrom('2022-06-30', '2022-10-10')), amount: value(level), events: value(eventList), files: value(fileList), poll: value(tally),
})
const past = fc.record({ grade: fc.constantFrom(...grades), state: fc.constantFrom('approved', 'provisional'), vetoed: fc.constantFrom(true, undefined, undefined), rank: fc.constantFrom(1, 2, undefined), total: fc.constantFrom('35.00', '12.34'), facts: level.map((number) => ({ number })), criteria: fc.constant<{ id: string; earned: string }[]>([{ id: 'p1-c1', earned: '0.7' }]) })
const member = fc.record({
  category: fc.constantFrom('bureau', 'bureau', 'county'), size: fc.constantFrom(1, 2, undefined), facts, decided: fc.constantFrom(undefined, 4, 5.5), reason: fc.constantFrom('r', undefined), judged: fc.constantFrom(undefined, 0.5, 0.75, 9),
  exempt: fc.constantFrom(undefined, undefined, undefined, 'p1', 'p1-c1'), past: fc.array(past, { maxLength: 2 }), place: fc.constantFrom(undefined, 1, 12),
})
const sized = (size: number | undefined): { [attribute: string]: number } => (size === undefined ? {} : { size })
/** Records for a random ruleset: every kind of fact, given, missing, not applicable; decisions, judgements, history. */
export const anyCohort = (rules: Ruleset, size: fc.ArrayConstraints = { minLength: 1, maxLength: 6 }): fc.Arbitrary<Cohort> =>
  fc.array(member, size).map((members) => plain<Cohort>({
    format: 1, scheme: rules.scheme, year: rules.year, label: 'made up', synthetic: true,
    units: members.map((m, i) => ({ id: `u${i}`, name: `u${i}`, category: m.category, order: i, attributes: sized(m.size) })),
    records: members.map((m, i) => ({
      unit: `u${i}`, facts: m.facts as { [id: string]: FactValue }, decisions: m.decided === undefined ? [] : [{ id: 'd', kind: 'override', amount: m.decided, reason: m.reason }],
      judgements: m.judged === undefined ? [] : judgements(rules, m.judged), exemptions: m.exempt === undefined ? [] : [{ id: m.exempt, reason: 'r', by: 'b' }],
    })),
    history: [2021, 2020].map((year, back) => ({ year, results: members.flatMap((m, i) => (m.past[back] ? [{ unit: `u${i}`, ...m.past[back] }] : [])) })),
    rankings: [{ id: 'province', label: 'p', places: members.flatMap((m, i) => (m.place === undefined ? [] : [{ unit: `u${i}`, place: m.place }])) }],
  }))
/** Judgements for every rule that asks for one. */
function judgements(rules: Ruleset, points: number): { criterion: string; rule: string; points: number; reason: string; by: string }[] {
  const visit = (node: Ruleset['indicators'][number]): { criterion: string; rule: string }[] => [
    ...(node.criteria ?? []).flatMap((c) => c.rules.filter((r) => r.event.type === 'assess').map((r) => ({ criterion: c.id, rule: r.id }))), ...(node.children ?? []).flatMap(visit),
  ]
  return rules.indicators.flatMap(visit).flatMap((j) => ['justice', 'police'].map((by) => ({ ...j, points, reason: 'r', by })))
}
/** A random ruleset with records for it. */
export const anyWorld = anyRuleset.chain((rules) => anyCohort(rules).map((cohort) => ({ rules, cohort })))
