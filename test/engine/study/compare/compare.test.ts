import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compare, inYear, score, type Cohort, type Ruleset } from '../../../../engine/index.ts'
import { all, assumed, band, cohortOf, criterion, fact, flat, given, grading, marked, pool, rule, sourced, test, when, type Sample } from '../../../support/pattern.ts'

type Given = Pick<Sample, 'facts' | 'attributes' | 'category'>
const units = (rules: Ruleset, ...list: Given[]): Cohort => cohortOf(rules, list.map((one) => ({ sum: '', expect: {}, ...one })))
const marks = (rules: Ruleset, ...list: (number | null)[]): Cohort => units(rules, ...list.map((mark): Given => ({ facts: mark === null ? {} : { mark } })))
const ranked = (more: Partial<Ruleset> = {}): Ruleset => marked({ ranking: { method: 'standard', pools: [pool('all', 'bureau')], tieBreaks: [], source: assumed }, ...more })
const stricter = (ruleset: Ruleset): Ruleset => ({ ...ruleset, gradings: [grading([band('excellent', 95), band('good', 80), band('qualified', 60), band('unqualified')])] })

describe('two rulesets over one cohort', () => {
  const a = ranked()
  const cohort = marks(a, 96, 92, 70, null)
  it('that come to the same are said to be the same', () => {
    const found = compare(a, { ...structuredClone(a), title: 'Other words' }, cohort)
    expect([found.same, found.asOf, found.groups[0], found.units.map((u) => [u.difference, u.same])]).toEqual([
      true, null, { by: 'all', attribute: null, of: null, units: 4, compared: 3, winners: 0, losers: 0, unchanged: 3, better: 0, worse: 0, sum: '0', mean: '0' },
      [['0.00', true], ['0.00', true], ['0.00', true], [null, true]],
    ])
  })
  it('show who changes grade in a table of grades, for all and for each pool', () => {
    const found = compare(a, stricter(a), cohort)
    const grades = ['excellent', 'good', 'qualified', 'unqualified', null]
    expect(found.transitions).toEqual([null, 'all'].map((pool) => ({ pool, from: grades, to: grades, counts: [[1, 1, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, pool === null ? 1 : 0]] })))
    expect([found.same, found.units[1]?.grades, found.groups[0]?.worse, found.units.map((u) => u.same)]).toEqual([false, -1, 1, [true, false, true, true]])
  })
  it('say why there is no number: what is missing, on which side', () => {
    const stop = { id: 'out', label: 'out', conditions: when('mark', 'lessThan', 80), effect: { type: 'stop' as const, grade: 'unqualified' }, source: assumed }
    const found = compare(a, { ...a, verdicts: [stop] }, cohort)
    const by = ['indicators/item/criteria/mark']
    expect(found.units.slice(2).map(({ difference, without, before, after }) => ({ difference, without, grades: [before.grade, after.grade] }))).toEqual([
      { difference: null, without: [{ side: 'after', code: 'stopped', by: ['verdicts/out'] }], grades: ['qualified', 'unqualified'] },
      { difference: null, without: [{ side: 'before', code: 'blocked', by }, { side: 'after', code: 'blocked', by: ['verdicts/out', ...by] }], grades: [null, null] },
    ])
  })
  it('count exact differences though they round to different places, and places won and lost', () => {
    const b: Ruleset = { ...a, rounding: { ...a.rounding, places: 3 }, bonus: { classes: [], rules: [rule('plus', when('mark', 'equal', 92), { type: 'award', params: { points: 4.125 } })] } }
    const found = compare(a, b, cohort)
    expect(found.units.map((u) => [u.before.total, u.after.total, u.difference, u.places])).toEqual([['96.00', '96.000', '0.000', -1], ['92.00', '96.125', '4.125', 1], ['70.00', '70.000', '0.000', 0], [null, null, null, null]])
    expect([found.groups[0]?.winners, found.groups[0]?.sum, found.groups[0]?.mean, found.movers]).toEqual([1, '4.125', '1.375', { gain: ['u2'], loss: [], rise: ['u2'], fall: ['u1'] }])
  })
  it('allow other grades in the later one', () => {
    const b: Ruleset = { ...a, grades: sourced('excellent', 'good', 'fair', 'qualified'), gradings: [grading([band('excellent', 95), band('good', 90), band('fair', 75), band('qualified')])] }
    const found = compare(a, b, marks(a, 96, 70, 50))
    expect(found.transitions[0]).toEqual({ pool: null, from: ['excellent', 'good', 'qualified', 'unqualified', null], to: ['excellent', 'good', 'fair', 'qualified', null], counts: [[1, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 0]] })
    expect(found.units.map((u) => u.grades)).toEqual([0, 0, null])
  })
  it('group whom they move by category, pool and attribute', () => {
    const attributes: Ruleset['attributes'] = [{ id: 'small', label: 'small', kind: 'boolean', source: assumed }, { id: 'staff', label: 'staff', kind: 'number', source: assumed }]
    const base = ranked({ attributes, categories: sourced('bureau', 'county') })
    const b: Ruleset = { ...base, bonus: { classes: [], rules: [rule('plus', all(test('unit.small', 'equal', true)), { type: 'award', params: { points: 1 } })] } }
    const found = compare(base, b, units(base, { facts: { mark: 80 }, attributes: { small: true, staff: 3 } }, { facts: { mark: 70 }, attributes: { small: false }, category: 'county' }, { facts: { mark: 60 }, category: 'county' }))
    expect(found.groups.map((g) => [g.by, g.attribute, g.of, g.units, g.winners, g.mean])).toEqual([
      ['all', null, null, 3, 1, '0.5'], ['category', null, 'bureau', 1, 1, '1'], ['category', null, 'county', 2, 0, '0'], ['pool', null, 'all', 1, 1, '1'], ['pool', null, null, 2, 0, '0'],
      ['attribute', 'small', true, 1, 1, '1'], ['attribute', 'small', false, 1, 0, '0'], ['attribute', 'small', null, 1, 0, null],
    ])
  })
  it('list for which outcomes a unit is new or gone', () => {
    const outcome = (id: string, from: number) => ({ id, label: id, type: 'notice' as const, conditions: when('result.total', 'greaterThanInclusive', from), by: 'rule' as const, source: assumed })
    const found = compare({ ...a, outcomes: [outcome('praise', 90), outcome('old', 0)] }, { ...a, outcomes: [outcome('praise', 95), outcome('letter', 60)] }, cohort)
    expect(found.outcomes).toEqual([{ outcome: 'praise', before: 2, after: 1, gained: 0, lost: 1 }, { outcome: 'letter', before: 0, after: 3, gained: 3, lost: 0 }, { outcome: 'old', before: 3, after: 0, gained: 0, lost: 3 }])
    expect(found.units[1]).toMatchObject({ difference: '0.00', gained: ['letter'], lost: ['praise', 'old'], same: false })
  })
})

describe('what the later ruleset needs and the cohort lacks', () => {
  const a = ranked()
  const more = (facts: Ruleset['facts'], missing?: 'zero'): Ruleset => flat([
    criterion('mark', 90, [rule('mark', given('mark'), { type: 'share', params: { fact: 'mark', target: 100 } })], { start: 'zero' }),
    criterion('late', 10, [rule('late', when('late', 'greaterThan', 0), { type: 'deductEach', params: { fact: 'late', points: 1 } })], missing ? { missing } : {}),
  ], { facts: [fact('mark', 'number'), ...facts] })
  const cohort = units(a, { facts: { mark: 50, late: 2 } }, { facts: { mark: 60, late: 'two' } }, { facts: { mark: 70, extra: 1 } })
  it('names the units, what does not fit, and the policy of the criteria that read it', () => {
    const found = compare(a, more([fact('late', 'count')], 'zero'), cohort)
    expect(found.needs).toEqual([{ kind: 'fact', id: 'late', path: 'facts/late', fresh: true, units: ['u2', 'u3'], unreadable: ['u2'], policy: null, filled: 0, criteria: [{ path: 'indicators/item/criteria/late', policy: 'zero' }] }])
    expect(found.dropped).toEqual(['extra'])
    expect(found.units.map((u) => u.after.total)).toEqual(['53.00', '54.00', '63.00'])
  })
  it('counts the units for which the fact itself says what is put in', () => {
    const found = compare(a, more([fact('late', 'count', { missing: 'zero' })]), cohort)
    expect(found.needs.map(({ id, units, filled, policy }) => ({ id, units, filled, policy }))).toEqual([{ id: 'late', units: ['u2', 'u3'], filled: 1, policy: 'zero' }])
    expect(found.units[1]?.without.map((w) => w.side)).toEqual(['after'])
  })
  it('leaves out units that a criterion does not concern, and facts nobody reads', () => {
    const b = more([fact('late', 'count'), fact('idle', 'count')], 'zero')
    const item = b.indicators[0]?.criteria?.[1]
    if (item) item.applies = test('mark', 'lessThan', 65)
    expect(compare(a, b, cohort).needs.map((n) => [n.id, n.units])).toEqual([['late', ['u2']]])
  })
  it('tells attributes, judgements, rankings and categories that are not there', () => {
    const b: Ruleset = {
      ...flat([criterion('mark', 100, [
        rule('assess', given('mark'), { type: 'assess', params: { from: 0, to: 5, mode: 'deduct' } }), rule('place', when('rank', 'greaterThan', 3), { type: 'deduct', params: { points: 1 } }),
        rule('big', all(test('unit.big', 'equal', true)), { type: 'deduct', params: { points: 1 } }),
      ], { missing: 'zero' })], { facts: [fact('mark', 'number')], derived: [{ id: 'rank', label: 'rank', derive: { op: 'position', ranking: 'province' }, source: assumed }] }),
      attributes: [{ id: 'big', label: 'big', kind: 'boolean', source: assumed }], categories: sourced('county'),
    }
    const found = compare(a, b, marks(a, 50))
    expect(found.needs.map((n) => [n.kind, n.id, n.path, n.fresh, n.units])).toEqual([
      ['category', 'bureau', 'categories', true, ['u1']], ['attribute', 'big', 'attributes/big', true, ['u1']], ['ranking', 'province', 'derived/rank', true, ['u1']],
      ['judgement', 'assess', 'indicators/item/criteria/mark/rules/assess', true, ['u1']],
    ])
  })
})

describe('a ruleset tried on data of another year', () => {
  const read = <T>(year: number, file: string): T => JSON.parse(readFileSync(new URL(`../../../../rulesets/pingdingshan/${year}/${file}.json`, import.meta.url), 'utf8')) as T
  const [old, next, cohort] = [read<Ruleset>(2022, 'ruleset'), read<Ruleset>(2023, 'ruleset'), read<Cohort>(2022, 'cohort')]
  it('is read as it would stand in the year of the data: events count, days and retirements move along', () => {
    const found = compare(old, next, cohort)
    const there = inYear(next, 2022)
    expect([found.asOf, there.year, there.period.start, JSON.stringify(there).includes('"value":"2023-')]).toEqual([2022, 2022, '2022-01-01', false])
    expect(found.units.map((u) => u.after.total)).toEqual(score(there, cohort, { trace: false }).sheets.map((s) => (s.state === 'scored' ? s.total : null)))
    expect(found.units.map((u) => u.before.total)).toEqual(score(old, cohort, { trace: false }).sheets.map((s) => (s.state === 'scored' ? s.total : null)))
    expect(inYear(there, 2023).indicators).toEqual(next.indicators)
  })
  it('is read in its own year where that is asked', () => {
    const found = compare(old, next, cohort, { asOf: 'own' })
    const sheets = score(next, cohort, { trace: false }).sheets
    expect([found.asOf, found.units.map((u) => [u.after.total, u.after.grade, u.after.rank, u.after.outcomes])]).toEqual([null, sheets.map((s) => [s.state === 'scored' ? s.total : null, s.grade, s.rank, s.outcomes.map((o) => o.rule)])])
  })
  it('needs the one fact that is new', () => {
    const { needs } = compare(old, next, cohort)
    expect(needs.filter((n) => n.fresh).map((n) => [n.id, n.units.length, n.criteria.map((c) => c.policy)])).toEqual([['reconsiderationShare', 45, ['exclude-and-prorate']]])
  })
})

describe('a large comparison', () => {
  it('tells its progress up to the end and stops where the callback throws', () => {
    const a = ranked()
    const cohort = marks(a, ...Array.from({ length: 2500 }, (_, i) => i % 100))
    const seen: [number, number][] = []
    const found = compare(a, stricter(a), cohort, { progress: (done, total) => seen.push([done, total]) })
    expect([found.units.length, seen.at(-1), seen.length > 4, seen.every(([done], i) => i === 0 || done >= (seen[i - 1]?.[0] ?? 0))]).toEqual([2500, [7500, 7500], true, true])
    expect(() => compare(a, stricter(a), cohort, { progress: () => { throw new RangeError('stop') } })).toThrow(new RangeError('stop'))
  })
})
