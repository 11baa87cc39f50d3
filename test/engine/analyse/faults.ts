import type { AnalyseOptions, Criterion, FactValue, Finding, Rule, Ruleset, Sheet } from '../../../engine/index.ts'
import { all, assumed as source, band, bonusClass, component, criterion, derived, fact, flat, given, grading, leaf, marked, method, named, pool, rule, ruleset, sourced, test, when } from '../../support/pattern.ts'

/** A ruleset that has a fault, and one that nearly has it. */
export interface Fault {
  code: string
  /** What differs, in words. */
  what: string
  fault: Ruleset
  nearly: Ruleset
  options?: AnalyseOptions
  /** The claim, checked on the sheet of the counterexample. */
  shows?: (sheet: Sheet, finding: Finding, issues: readonly string[]) => boolean
  /** Facts the example leaves open, so that there is a total. */
  beside?: { [id: string]: FactValue }
}
const deduct = (id: string, conditions: Rule['conditions'], points: number): Rule => rule(id, conditions, { type: 'deduct', params: { points } })
const award = (id: string, conditions: Rule['conditions'], points: number): Rule => rule(id, conditions, { type: 'award', params: { points } })
const set = (id: string, conditions: Rule['conditions'], points: number): Rule => rule(id, conditions, { type: 'set', params: { points } })
/** One criterion of 10 points with rules, over facts. */
const one = (rules: Rule[], facts: Ruleset['facts'], more: Partial<Criterion> = {}, rest: Partial<Ruleset> = {}): Ruleset => flat([criterion('item-c', 10, rules, more)], { facts, ...rest })
const late = fact('late', 'count', { max: 9 })
const rate = fact('rate', 'ratio', { min: 0, max: 1 })
const score = fact('score', 'number', { min: 0, max: 100 })
const flags = [fact('a', 'boolean'), fact('b', 'boolean')]
const fires = (sheet: Sheet, { related = [] }: Finding): boolean => related.every((p) => sheet.criteria.some((c) => p.startsWith(`${c.path}/`) && c.fired.includes(p.split('/').at(-1) ?? '')))
const applicable = (sheet: Sheet): number => sheet.components.reduce((sum, c) => sum + Number(c.applicable), 0)

const conditions: Fault[] = [
  {
    code: 'rule.dead', what: 'no whole number lies between 0 and 1, one does between 0 and 2',
    fault: one([deduct('r', all(test('late', 'greaterThan', 0), test('late', 'lessThan', 1)), 1), deduct('s', when('late', 'greaterThan', 3), 1)], [late]),
    nearly: one([deduct('r', all(test('late', 'greaterThan', 0), test('late', 'lessThan', 2)), 1), deduct('s', when('late', 'greaterThan', 3), 1)], [late]),
  },
  {
    code: 'rule.dead', what: 'above the range of the fact, or just its end',
    fault: one([deduct('r', when('rate', 'greaterThan', 1), 1), deduct('s', when('rate', 'lessThan', 0.5), 1)], [rate]),
    nearly: one([deduct('r', when('rate', 'greaterThanInclusive', 1), 1), deduct('s', when('rate', 'lessThan', 0.5), 1)], [rate]),
  },
  {
    code: 'rule.dead', what: 'a derived fact out of its reach: a shortfall to 3 is 3 at most',
    fault: one([deduct('r', when('short', 'greaterThan', 3), 1), deduct('s', when('short', 'greaterThan', 1), 1)], [late], {}, { derived: [derived('short', { op: 'shortfall', fact: 'late', target: 3 })] }),
    nearly: one([deduct('r', when('short', 'greaterThan', 2.9999), 1), deduct('s', when('short', 'greaterThan', 1), 1)], [late], {}, { derived: [derived('short', { op: 'shortfall', fact: 'late', target: 3 })] }),
  },
  {
    code: 'rule.dead', what: 'the leaf concerns bureaus only, the rule counties',
    fault: ruleset({ categories: sourced('bureau', 'county'), facts: [late], indicators: [leaf('item', [criterion('item-c', 10, [deduct('r', all(test('unit.category', 'equal', 'county'), test('late', 'greaterThan', 0)), 1), deduct('s', when('late', 'greaterThan', 0), 1)])], { applies: test('unit.category', 'in', ['bureau']) }), leaf('other', [criterion('other-c', 5, [deduct('o', when('late', 'greaterThan', 8), 1)])])] }),
    nearly: ruleset({ categories: sourced('bureau', 'county'), facts: [late], indicators: [leaf('item', [criterion('item-c', 10, [deduct('r', all(test('unit.category', 'equal', 'bureau'), test('late', 'greaterThan', 0)), 1), deduct('s', when('late', 'greaterThan', 0), 1)])], { applies: test('unit.category', 'in', ['bureau']) }), leaf('other', [criterion('other-c', 5, [deduct('o', when('late', 'greaterThan', 8), 1)])])] }),
  },
  {
    code: 'verdict.dead', what: 'days in the wrong order',
    fault: marked({ facts: [fact('day', 'date')], verdicts: [{ id: 'v', label: 'v', conditions: all(test('day', 'before', '2022-03-01'), test('day', 'after', '2022-02-28')), effect: { type: 'fix-total', points: 59 }, source }] }),
    nearly: marked({ facts: [fact('day', 'date')], verdicts: [{ id: 'v', label: 'v', conditions: all(test('day', 'before', '2022-03-01'), test('day', 'onOrAfter', '2022-02-28')), effect: { type: 'fix-total', points: 59 }, source }] }),
  },
  {
    code: 'outcome.dead', what: 'a grade below the worst',
    fault: marked({ outcomes: [{ id: 'o', label: 'o', type: 'warning', conditions: all(test('result.rank', 'lessThan', 1)), by: 'rule', recipients: [{ unit: true }], source }] }),
    nearly: marked({ outcomes: [{ id: 'o', label: 'o', type: 'warning', conditions: all(test('result.rank', 'lessThanInclusive', 1)), by: 'rule', recipients: [{ unit: true }], source }] }),
  },
  {
    code: 'rule.always', what: 'a fixed deduction at "0 or more", or at "1 or more"',
    fault: one([deduct('r', when('late', 'greaterThanInclusive', 0), 1), deduct('s', when('late', 'greaterThan', 4), 1)], [late]),
    nearly: one([deduct('r', when('late', 'greaterThanInclusive', 1), 1), deduct('s', when('late', 'greaterThan', 4), 1)], [late]),
  },
  {
    code: 'verdict.always', what: 'a veto that meets every unit',
    fault: marked({ facts: flags, verdicts: [{ id: 'v', label: 'v', conditions: { any: [test('a', 'equal', true), test('a', 'equal', false)] }, effect: { type: 'fix-total', points: 59 }, source }] }),
    nearly: marked({ facts: flags, verdicts: [{ id: 'v', label: 'v', conditions: { any: [test('a', 'equal', true), test('b', 'equal', false)] }, effect: { type: 'fix-total', points: 59 }, source }] }),
  },
  {
    code: 'condition.part-always', what: 'a part that follows from the other',
    fault: one([deduct('r', all(test('late', 'greaterThan', 2), test('late', 'greaterThanInclusive', 3)), 1), deduct('s', when('late', 'greaterThan', 5), 1)], [late]),
    nearly: one([deduct('r', all(test('late', 'greaterThan', 2), test('late', 'notEqual', 4)), 1), deduct('s', when('late', 'greaterThan', 5), 1)], [late]),
  },
  {
    code: 'condition.part-never', what: 'a branch that cannot be taken',
    fault: one([deduct('r', { any: [test('late', 'equal', 2), test('late', 'greaterThan', 9)] }, 1)], [late]),
    nearly: one([deduct('r', { any: [test('late', 'equal', 2), test('late', 'greaterThan', 8)] }, 1)], [late]),
  },
  {
    code: 'requirement.dead', what: 'a bonus above its cap is required of the best',
    fault: marked({ facts: [fact('awards', 'events', { kinds: named('praise'), missing: 'zero' })], bonus: { classes: [bonusClass('c', 'awards', [{ points: 2 }])], cap: { kind: 'hard', points: 5, source } }, gradings: [grading([band('excellent', 90), band('good', 80), band('qualified', 60), band('unqualified')], { requires: [{ id: 'r', grade: 'excellent', conditions: when('result.bonus', 'greaterThan', 5), source }] })] }),
    nearly: marked({ facts: [fact('awards', 'events', { kinds: named('praise'), missing: 'zero' })], bonus: { classes: [bonusClass('c', 'awards', [{ points: 2 }])], cap: { kind: 'hard', points: 5, source } }, gradings: [grading([band('excellent', 90), band('good', 80), band('qualified', 60), band('unqualified')], { requires: [{ id: 'r', grade: 'excellent', conditions: when('result.bonus', 'greaterThanInclusive', 5), source }] })] }),
  },
]

const lookups = (rows: { from?: number; below?: number; points: number }[], kind: 'count' | 'number' = 'number', max = 100): Ruleset =>
  one([rule('table', given('score'), { type: 'lookup', params: { fact: 'score', mode: 'set', rows } })], [fact('score', kind, { min: 0, max })])
const levels = (...rows: { equals: string; points: number }[]): Ruleset =>
  one([rule('table', given('level'), { type: 'lookup', params: { fact: 'level', mode: 'set', rows } })], [fact('level', 'choice', { options: named('top', 'fair', 'poor') })])
const noRow = (_: Sheet, __: Finding, issues: readonly string[]): boolean => issues.includes('lookup.no-row')
const tables: Fault[] = [
  { code: 'lookup.gap', what: 'a gap of 0.01', fault: lookups([{ from: 0, below: 59.99, points: 0 }, { from: 60, points: 10 }]), nearly: lookups([{ from: 0, below: 60, points: 0 }, { from: 60, points: 10 }]), shows: noRow },
  { code: 'lookup.gap', what: 'the same gap between counts, where no count lies in it', fault: lookups([{ from: 0, below: 3, points: 0 }, { from: 4, points: 10 }], 'count'), nearly: lookups([{ from: 0, below: 3.5, points: 0 }, { from: 4, points: 10 }], 'count'), shows: noRow },
  { code: 'lookup.gap', what: 'the highest value stands in no row, for a last row ends there', fault: lookups([{ from: 0, below: 60, points: 0 }, { from: 60, below: 100, points: 10 }]), nearly: lookups([{ from: 0, below: 60, points: 0 }, { from: 60, below: 100.01, points: 10 }]), shows: noRow },
  { code: 'lookup.open', what: 'a choice without a row', fault: levels({ equals: 'top', points: 10 }, { equals: 'poor', points: 0 }), nearly: levels({ equals: 'top', points: 10 }, { equals: 'fair', points: 5 }, { equals: 'poor', points: 0 }), shows: noRow },
  { code: 'lookup.overlap', what: 'two rows share 0.01', fault: lookups([{ from: 0, below: 60.01, points: 0 }, { from: 60, points: 10 }]), nearly: lookups([{ from: 0, below: 60, points: 0 }, { from: 60, points: 10 }]) },
  {
    code: 'bands.gap', what: 'totals of 79.99 have no grade',
    fault: marked({ gradings: [grading([band('excellent', 90), band('good', 80), { ...band('qualified', 60), below: 79.99 }, band('unqualified')])] }),
    nearly: marked({ gradings: [grading([band('excellent', 90), band('good', 80), { ...band('qualified', 60), below: 80 }, band('unqualified')])] }),
    shows: (s) => s.state === 'blocked',
  },
  {
    code: 'bands.overlap', what: 'totals of 80 have two grades',
    fault: marked({ gradings: [grading([band('excellent', 90), band('good', 80), { ...band('qualified', 60), below: 80.01 }, band('unqualified')])] }),
    nearly: marked({ gradings: [grading([band('excellent', 90), band('good', 80), { ...band('qualified', 60), below: 80 }, band('unqualified')])] }),
  },
  {
    code: 'grade.too-high', what: 'excellent from 100.01, when 100 is the most',
    fault: marked({ gradings: [grading([band('excellent', 100.01), band('good', 80), band('qualified', 60), band('unqualified')])] }),
    nearly: marked({ gradings: [grading([band('excellent', 100), band('good', 80), band('qualified', 60), band('unqualified')])] }),
  },
  {
    code: 'grade.unreachable', what: 'unqualified below 60, when nobody loses more than 40',
    fault: flat([criterion('item-c', 40, [rule('share', given('score'), { type: 'share', params: { fact: 'score', target: 100 } })], { start: 'zero' }), criterion('rest', 60, [deduct('d', when('score', 'lessThan', 0), 1), set('s', given('score'), 60)])], { facts: [score], gradings: [grading([band('excellent', 90), band('good', 80), band('qualified', 0), { ...band('unqualified'), below: 0 }])] }),
    nearly: flat([criterion('item-c', 40, [rule('share', given('score'), { type: 'share', params: { fact: 'score', target: 100 } })], { start: 'zero' }), criterion('rest', 60, [deduct('d', when('score', 'lessThan', 0), 1), set('s', given('score'), 60)])], { facts: [score], gradings: [grading([band('excellent', 90), band('good', 80), band('qualified', 0.01), { ...band('unqualified'), below: 0.01 }])] }),
  },
  {
    code: 'grade.closed', what: 'no place for the best, or one',
    fault: marked({ gradings: [grading([band('excellent', 90), band('good', 80), band('qualified', 60), band('unqualified')], { quotas: [{ grade: 'excellent', places: 0, rounding: 'down', equals: 'all', unfilled: 'pass', source }] })] }),
    nearly: marked({ gradings: [grading([band('excellent', 90), band('good', 80), band('qualified', 60), band('unqualified')], { quotas: [{ grade: 'excellent', places: 1, rounding: 'down', equals: 'all', unfilled: 'pass', source }] })] }),
  },
]

const whenTrue = (id: string): Rule['conditions'] => when(id, 'equal', true)
const together: Fault[] = [
  { code: 'rules.exceed', what: 'two deductions come to 10.01 of 10, or to exactly 10', fault: one([deduct('x', whenTrue('a'), 5.01), deduct('y', whenTrue('b'), 5)], flags), nearly: one([deduct('x', whenTrue('a'), 5), deduct('y', whenTrue('b'), 5)], flags), shows: fires },
  { code: 'rules.exceed', what: 'they exclude each other', fault: one([deduct('x', when('late', 'greaterThan', 2), 6), deduct('y', when('late', 'greaterThan', 4), 6)], [late]), nearly: one([deduct('x', when('late', 'between', [3, 4]), 6), deduct('y', when('late', 'greaterThan', 4), 6)], [late]), shows: fires },
  { code: 'rules.exceed', what: 'a cause cap holds them', fault: one([deduct('x', whenTrue('a'), 6), deduct('y', whenTrue('b'), 6)], flags, { caps: [{ id: 'c', rules: ['x', 'y'], points: 10.01, source }] }), nearly: one([deduct('x', whenTrue('a'), 6), deduct('y', whenTrue('b'), 6)], flags, { caps: [{ id: 'c', rules: ['x', 'y'], points: 10, source }] }), shows: fires },
  { code: 'rules.exceed', what: 'a capped count reaches its cap only beyond the range', fault: one([deduct('x', whenTrue('a'), 5), rule('y', when('late', 'greaterThan', 0), { type: 'deductEach', params: { fact: 'late', points: 1, cap: 6 } })], [late, ...flags.slice(0, 1)]), nearly: one([deduct('x', whenTrue('a'), 5), rule('y', when('late', 'greaterThan', 0), { type: 'deductEach', params: { fact: 'late', points: 1, cap: 6 } })], [{ ...late, max: 5 }, ...flags.slice(0, 1)]), shows: fires },
  { code: 'rules.exceed', what: 'a late report is a report too, so there cannot be one late and none at all', fault: counted(2), nearly: counted(1), shows: fires },
  { code: 'rule.exceeds', what: 'one deduction of 10.01', fault: one([deduct('x', whenTrue('a'), 10.01)], flags.slice(0, 1)), nearly: one([deduct('x', whenTrue('a'), 10)], flags.slice(0, 1)), shows: fires },
  {
    code: 'rule.shadowed', what: 'a deduction below 50 where everything below 60 is zero, or below 70',
    fault: one([rule('z', when('score', 'lessThan', 60), { type: 'zero', params: {} }), deduct('d', when('score', 'lessThan', 50), 1)], [score]),
    nearly: one([rule('z', when('score', 'lessThan', 60), { type: 'zero', params: {} }), deduct('d', when('score', 'lessThanInclusive', 60), 1)], [score]),
  },
  { code: 'rules.both-set', what: 'both set the points at exactly 60', fault: one([set('x', when('score', 'greaterThanInclusive', 60), 10), set('y', when('score', 'lessThanInclusive', 60), 2)], [score]), nearly: one([set('x', when('score', 'greaterThanInclusive', 60), 10), set('y', when('score', 'lessThan', 60), 2)], [score]), shows: (s) => s.criteria[0]?.fired.length === 2 },
  { code: 'criterion.full-unreachable', what: 'awards of 9.99 for 10 points', fault: one([award('x', whenTrue('a'), 5), award('y', whenTrue('b'), 4.99)], flags, { start: 'zero' }), nearly: one([award('x', whenTrue('a'), 5), award('y', whenTrue('b'), 5)], flags, { start: 'zero' }) },
  { code: 'criterion.constant', what: 'nothing is ever deducted', fault: one([rule('x', when('late', 'greaterThan', 0), { type: 'deductEach', params: { fact: 'late', points: 0 } })], [late]), nearly: one([rule('x', when('late', 'greaterThan', 0), { type: 'deductEach', params: { fact: 'late', points: 0.0001 } })], [late]) },
]

/** Deductions for late reports, and for less reports than so many. */
function counted(fewer: number): Ruleset {
  const reports = fact('reports', 'events', { kinds: named('late', 'missed') })
  return one([deduct('x', when('late-ones', 'greaterThan', 0), 6), deduct('y', when('all-of-them', 'lessThan', fewer), 6)], [reports], {}, { derived: [derived('late-ones', { op: 'count', events: 'reports', where: { kinds: ['late'] } }), derived('all-of-them', { op: 'count', events: 'reports' })] })
}
const each = (cap: number, points = 0.5): Ruleset => one([rule('x', when('late', 'greaterThanInclusive', 1), { type: 'deductEach', params: { fact: 'late', points, cap } })], [late])
const hours = (operator: string): Ruleset => one([rule('x', when('score', operator, 5), { type: 'deductEach', params: { fact: 'score', points: 0.5, cap: 2 } })], [score])
const caps: Fault[] = [
  { code: 'cap.never', what: 'nine times 0.5 is 4.5, the cap', fault: each(4.5), nearly: each(4.49) },
  { code: 'cap.never', what: 'below 5 hours are 4 whole ones, at 5 there are 5', fault: hours('lessThan'), nearly: hours('lessThanInclusive') },
  { code: 'cap.always', what: 'once is already above the cap', fault: each(0.49), nearly: each(0.5) },
  { code: 'cap.never', what: 'the causes come to the cap', fault: one([deduct('x', whenTrue('a'), 2), deduct('y', whenTrue('b'), 3)], flags, { caps: [{ id: 'c', rules: ['x', 'y'], points: 5, source }] }), nearly: one([deduct('x', whenTrue('a'), 2), deduct('y', whenTrue('b'), 3)], flags, { caps: [{ id: 'c', rules: ['x', 'y'], points: 4.99, source }] }) },
  { code: 'loss-cap.never', what: 'a cap on losses as high as all points', fault: ruleset({ facts: [late], indicators: [{ ...leaf('item', [criterion('item-c', 10, [rule('x', given('late'), { type: 'deductEach', params: { fact: 'late', points: 2 } })])]), lossCap: 10 }] }), nearly: ruleset({ facts: [late], indicators: [{ ...leaf('item', [criterion('item-c', 10, [rule('x', given('late'), { type: 'deductEach', params: { fact: 'late', points: 2 } })])]), lossCap: 9.99 }] }) },
]

const awards = fact('awards', 'events', { kinds: named('praise', 'title'), levels: named('high', 'low'), missing: 'zero' })
const bonus = (...classes: Ruleset['bonus']['classes']): Partial<Ruleset> => ({ facts: [awards], bonus: { classes } })
const deduped = { dedupe: { by: 'achievement' as const, keep: 'highest' as const } }
const events: Fault[] = [
  {
    code: 'event.two-classes', what: 'praise in both classes, or titles in the other',
    fault: marked(bonus(bonusClass('c', 'awards', [{ kind: 'praise', points: 2 }], deduped), bonusClass('d', 'awards', [{ level: 'high', points: 1 }], deduped))),
    nearly: marked(bonus(bonusClass('c', 'awards', [{ kind: 'praise', points: 2 }], deduped), bonusClass('d', 'awards', [{ kind: 'title', level: 'high', points: 1 }], deduped))),
    beside: { mark: 50 }, shows: (s, f) => s.bonus === (Number(f.values['first']) + Number(f.values['second'])).toFixed(2),
  },
  {
    code: 'class.no-dedupe-bonus', what: 'one achievement at two levels', fault: marked(bonus(bonusClass('c', 'awards', [{ level: 'high', points: 2 }, { level: 'low', points: 1 }]))), nearly: marked(bonus(bonusClass('c', 'awards', [{ level: 'high', points: 2 }, { level: 'low', points: 1 }], deduped))),
    beside: { mark: 50 }, shows: (s) => s.bonus === '3.00',
  },
  {
    code: 'event.class-and-criterion', what: 'praise counts in a leaf and as a bonus, or titles do',
    fault: one([rule('x', when('titles', 'greaterThan', 0), { type: 'awardEach', params: { fact: 'titles', points: 1 } })], [awards], { start: 'zero' }, { derived: [derived('titles', { op: 'count', events: 'awards', where: { kinds: ['title'] } })], bonus: { classes: [bonusClass('c', 'awards', [{ kind: 'title', points: 2 }], deduped)] } }),
    nearly: one([rule('x', when('titles', 'greaterThan', 0), { type: 'awardEach', params: { fact: 'titles', points: 1 } })], [awards], { start: 'zero' }, { derived: [derived('titles', { op: 'count', events: 'awards', where: { kinds: ['title'] } })], bonus: { classes: [bonusClass('c', 'awards', [{ kind: 'praise', points: 2 }], deduped)] } }),
    shows: (s) => s.bonus === '2.00' && s.criteria[0]?.earned === '1',
  },
  {
    code: 'fact.scored-twice', what: 'late reports lower two leaves, or one leaf by late and one by missed ones',
    fault: twoLeaves('late'), nearly: twoLeaves('missed'), shows: fires,
  },
  { code: 'fact.unused', what: 'a fact nothing reads', fault: marked({ facts: [late] }), nearly: one([deduct('x', when('late', 'greaterThan', 1), 1)], [late]) },
  {
    code: 'loophole.not-applicable', what: 'a ratio of the unit against a number', fault: escape('ratio'), nearly: escape('number'),
    beside: { score: 50 }, shows: (s) => s.total === '50.00',
  },
]
function twoLeaves(other: 'late' | 'missed'): Ruleset {
  const reports = fact('reports', 'events', { kinds: named('late', 'missed') })
  const count = (id: 'late' | 'missed') => derived(`${id}-count`, { op: 'count', events: 'reports', where: { kinds: [id] } })
  const counts = (id: string) => rule(`r-${id}`, when(id, 'greaterThan', 0), { type: 'deductEach', params: { fact: id, points: 1 } })
  return ruleset({ facts: [reports], derived: [count('late'), count('missed'), derived('again', { op: 'count', events: 'reports', where: { kinds: [other] } }), derived('sum', { op: 'total', facts: ['late-count', 'missed-count'] })], indicators: [leaf('one', [criterion('one-c', 5, [counts('late-count')])]), leaf('two', [criterion('two-c', 5, [counts('again')])])], outcomes: [{ id: 'o', label: 'o', type: 'warning', conditions: when('sum', 'greaterThan', 9), by: 'rule', recipients: [{ unit: true }], source }] })
}
/** A rate of 1/10 gives 1 of 10; none at all leaves the other criterion, 50 of 100. */
function escape(kind: 'ratio' | 'number'): Ruleset {
  const share = (fact: string, target: number) => rule(`by-${fact}`, given(fact), { type: 'share', params: { fact, target } })
  return flat([criterion('own', 10, [share('rate', 1)], { start: 'zero' }), criterion('judged', 90, [share('score', 100)], { start: 'zero' })], { facts: [fact('rate', kind, { min: 0, max: 1 }), score] })
}

const applies = (text: string) => ({ applies: test('unit.kind', 'in', [text]) })
const kinds: Partial<Ruleset> = { attributes: [{ id: 'kind', label: 'kind', kind: 'choice', options: named('x', 'y'), source }] }
const share = (id: string, points: number, more: Partial<Criterion> = {}) => criterion(id, points, [rule('r', given('score'), { type: 'share', params: { fact: 'score', target: 100 } })], { start: 'zero', ...more })
/** Leaves for units of kind x and y, in two components. */
const split = (second: Parameters<typeof leaf>[2], proration: Partial<Ruleset['proration']> = {}): Ruleset => ruleset({
  ...kinds, facts: [score], indicators: [leaf('one', [share('one-c', 60)], applies('x')), leaf('two', [share('two-c', 40, { method: 'visit' })], second)],
  methods: [method('daily', 'work'), method('visit', 'field')], components: [component('work', 60), component('field', 40)], proration: { method: 'ratio', scope: 'base', source, ...proration },
})
const pooled = (count: number, size: number): Ruleset => marked({ ranking: { method: 'standard', pools: [pool('p', 'bureau')], tieBreaks: [], source }, history: [{ id: 'tail', label: 'tail', type: 'last', count, minimumPool: size, ties: 'include', source }] })
const quota = (more: { share?: number; places?: number; rounding?: 'down' | 'up' }): Ruleset => marked({ gradings: [grading([band('excellent', 90), band('good', 80), band('qualified', 60), band('unqualified')], { quotas: [{ grade: 'excellent', rounding: 'down', equals: 'all', unfilled: 'pass', source, ...more }] })] })
const cohort = (size: number): AnalyseOptions => ({ cohort: { format: 1, scheme: 'sample', year: 2022, label: 'made up', synthetic: true, units: Array.from({ length: size }, (_, i) => ({ id: `u${i}`, name: `u${i}`, category: 'bureau', order: i })), records: [], history: [] } })
const units: Fault[] = [
  { code: 'points.nothing', what: 'units of kind y have nothing, or 40', fault: split(applies('x')), nearly: split(applies('y')), shows: (s) => applicable(s) === 0 },
  { code: 'points.below-minimum', what: '40 points apply, 40.01 are needed, or 40', fault: split(applies('y'), { minimumBase: 40.01 }), nearly: split(applies('y'), { minimumBase: 40 }), beside: { score: 50 }, shows: (s) => s.state === 'blocked' && applicable(s) === 40 },
  { code: 'points.range', what: 'a part concerns some only, or all', fault: split({}), nearly: ruleset({ ...kinds, facts: [score], indicators: [leaf('one', [share('one-c', 60)])] }), shows: (s) => applicable(s) === 40 },
  { code: 'component.vanishes', what: 'the first part leaves some units altogether', fault: split({}), nearly: flat([share('one-c', 60)], { facts: [score] }), shows: (s) => s.components.some((c) => c.state === 'not-applicable') },
  { code: 'component.vanishes-without-data', what: 'all of a part is left out when data lack, or blocks', fault: flat([share('one-c', 60, { missing: 'exclude-and-prorate' })], { facts: [score] }), nearly: flat([share('one-c', 60)], { facts: [score] }) },
  { code: 'component.differs', what: 'a part of 60 points holds 61 and the other 39', fault: { ...split({}), components: [component('work', 61), component('field', 39)] }, nearly: split({}), shows: (s) => s.components.some((c) => c.applicable !== c.full) },
  { code: 'quota.share', what: '30 for 30 %', fault: quota({ share: 30 }), nearly: quota({ share: 0.3 }) },
  { code: 'quota.no-places', what: 'no place, or one', fault: quota({ places: 0 }), nearly: quota({ places: 1 }) },
  { code: 'quota.pool-too-small', what: '30 % of 3 units, or of 4', fault: quota({ share: 0.3 }), nearly: quota({ share: 0.3, rounding: 'up' }), options: cohort(3) },
  { code: 'quota.never', what: 'three places for three units, or two', fault: quota({ places: 3 }), nearly: quota({ places: 2 }), options: cohort(3) },
  { code: 'last.everybody', what: 'the last 3 of pools of 3, or of 4', fault: pooled(3, 3), nearly: pooled(3, 4) },
  { code: 'last.never', what: 'pools of 8, when there are 7 units', fault: pooled(3, 8), nearly: pooled(3, 7), options: cohort(7) },
]
const cliff = (points: number): Ruleset => one([award('x', when('rate', 'greaterThanInclusive', 0.9), points), award('y', when('rate', 'lessThan', 0.9), 10 - points)], [rate], { start: 'zero' }, { fullMarks: 10 })
const incentives: Fault[] = [
  { code: 'incentive.cliff', what: 'a jump of one hundredth of all points, or less', fault: cliff(0.1), nearly: one([rule('x', given('rate'), { type: 'share', params: { fact: 'rate', target: 0.9 } })], [rate], { start: 'zero' }) },
  { code: 'incentive.wasted', what: 'paid up to 8 of 9, or up to 9', fault: one([rule('x', given('late'), { type: 'awardEach', params: { fact: 'late', points: 1, cap: 8 } })], [{ ...late, improvable: true }], { start: 'zero' }), nearly: one([rule('x', given('late'), { type: 'awardEach', params: { fact: 'late', points: 1, cap: 9 } })], [{ ...late, improvable: true }], { start: 'zero' }) },
]

/** A condition of so many pairs, each of which may hold by one fact or the other. */
const pairs = (count: number): Ruleset => one(
  [deduct('r', { all: Array.from({ length: count }, (_, i) => ({ any: [test(`x${i}`, 'equal', true), test(`y${i}`, 'equal', true)] })) }, 1)],
  Array.from({ length: count }, (_, i) => [fact(`x${i}`, 'boolean'), fact(`y${i}`, 'boolean')]).flat(),
)
const warning = (conditions: Rule['conditions']): Ruleset => marked({ outcomes: [{ id: 'o', label: 'o', type: 'warning', conditions, by: 'rule', recipients: [{ unit: true }], source }] })
const faultsList = fact('faults', 'events', { kinds: named('blame'), levels: named('high', 'low'), missing: 'zero' })
const deduction = (side: Partial<Ruleset['deduction']>, tariff = [{ points: 2 }], more: object = {}): Ruleset => marked({ facts: [faultsList], deduction: { classes: [bonusClass('c', 'faults', tariff, { ...deduped, ...more })], ...side } })
const hard = (points: number) => ({ cap: { kind: 'hard' as const, points, source } })
const sharedOne = (use: string): Ruleset => one([deduct('r', all({ condition: use }, test('late', 'greaterThan', 0)), 1)], [late], {}, { conditions: ['many', 'more'].map((id) => ({ id, label: id, conditions: when('late', 'greaterThan', id === 'many' ? 4 : 3) })) })
const rest: Fault[] = [
  { code: 'analysis.too-complex', what: 'nine pairs are 512 boxes, eight are 256', fault: pairs(9), nearly: pairs(8) },
  { code: 'applies.dead', what: 'a kind of unit that is not there', fault: split({ applies: all(test('unit.kind', 'equal', 'y'), test('unit.kind', 'equal', 'x')) }), nearly: split({ applies: { any: [test('unit.kind', 'equal', 'y'), test('unit.kind', 'equal', 'x')] } }) },
  { code: 'applies.always', what: 'every category there is, by exclusion', fault: flat([share('one-c', 60, { applies: { not: test('unit.category', 'notEqual', 'bureau') } })], { facts: [score] }), nearly: flat([share('one-c', 60, { applies: { not: test('unit.category', 'notEqual', 'bureau') } }), share('all-c', 40)], { facts: [score], categories: sourced('bureau', 'county') }) },
  { code: 'outcome.always', what: 'a warning to all', fault: warning({ not: test('result.rank', 'lessThan', 1) }), nearly: warning({ not: test('result.rank', 'lessThanInclusive', 1) }) },
  { code: 'grade.no-band', what: 'a grade that nothing leads to, or a requirement does', fault: marked({ gradings: [grading([band('excellent', 90), band('good', 80), band('qualified')])] }), nearly: marked({ gradings: [grading([band('excellent', 90), band('good', 80), band('qualified')], { requires: [{ id: 'r', grade: 'qualified', conditions: when('result.bonus', 'greaterThan', 1), source }] })], facts: [awards], bonus: { classes: [bonusClass('c', 'awards', [{ points: 2 }], deduped)] } }) },
  { code: 'points.not-full', what: 'nothing prorates what does not apply', fault: split(applies('y'), { method: 'none' }), nearly: ruleset({ ...kinds, facts: [score], indicators: [leaf('one', [share('one-c', 60)])], proration: { method: 'none', scope: 'base', source } }), shows: (s) => applicable(s) < 100 },
  { code: 'class-cap.always', what: 'an event of 2 under a cap of 1.99, or 2', fault: deduction({}, [{ points: 2 }], { cap: 1.99 }), nearly: deduction({}, [{ points: 2 }], { cap: 2 }) },
  { code: 'side-cap.always', what: 'the same for a side', fault: deduction(hard(1.99)), nearly: deduction(hard(2)) },
  { code: 'side-cap.never', what: 'a class of at most 5 under a cap of 5, or 4.99', fault: deduction(hard(5), [{ points: 2 }], { cap: 5 }), nearly: deduction(hard(4.99), [{ points: 2 }], { cap: 5 }) },
  { code: 'event.both-sides', what: 'blame is praised as well', fault: { ...deduction({}), bonus: { classes: [bonusClass('b', 'faults', [{ level: 'low', points: 1 }], deduped)] } }, nearly: { ...deduction({}, [{ points: 2, level: 'high' } as { points: number }]), bonus: { classes: [bonusClass('b', 'faults', [{ level: 'low', points: 1 }], deduped)] } }, beside: { mark: 50 }, shows: (s) => s.bonus === '1.00' && s.deduction === '2.00' },
  { code: 'class.no-dedupe-deduction', what: 'one fault found at two levels', fault: deduction({}, [{ points: 2, level: 'high' } as { points: number }, { points: 1, level: 'low' } as { points: number }], { dedupe: undefined }), nearly: deduction({}, [{ points: 2, level: 'high' } as { points: number }, { points: 1, level: 'low' } as { points: number }]), beside: { mark: 50 }, shows: (s) => s.deduction === '3.00' },
  { code: 'shared.unused', what: 'one of two shared conditions is referred to, or both', fault: sharedOne('many'), nearly: { ...sharedOne('many'), outcomes: [{ id: 'o', label: 'o', type: 'warning', conditions: { all: [{ condition: 'more' }] }, by: 'rule', recipients: [{ unit: true }], source }] } },
  { code: 'attribute.unused', what: 'an attribute nothing asks for', fault: marked(kinds), nearly: split({}) },
  { code: 'derived.unused', what: 'a derived fact nothing reads', fault: marked({ derived: [derived('short', { op: 'shortfall', fact: 'mark', target: 3 })] }), nearly: marked({ derived: [derived('short', { op: 'shortfall', fact: 'mark', target: 3 })], outcomes: warning(when('short', 'greaterThan', 1)).outcomes }) },
]

/** Every fault with its near miss. */
export const faults: Fault[] = [...conditions, ...tables, ...together, ...caps, ...events, ...units, ...incentives, ...rest]
