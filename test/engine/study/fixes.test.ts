import { describe, expect, it } from 'vitest'
import { apply, invert, validate, type Issue, type Ruleset } from '../../../engine/index.ts'
import { fixes } from '../../../engine/study/fixes.ts'
import { band, bonusClass, criterion, fact, flat, given, grading, leaf, marked, rule, ruleset, sourced, test, when } from '../../support/pattern.ts'

const source = { basis: 'assumed' as const }
const steady = (more: Partial<Ruleset> = {}): Ruleset => flat([criterion('one', 60, []), criterion('two', 40, [])], more)
const problems = (rules: unknown): Issue[] => validate(rules).issues.filter((i) => i.code !== 'assumed')
/** The ways to mend the only (or first) issue with a code: each with the document after it, and what is still wrong. */
function mended(rules: Ruleset, code: string) {
  const found = problems(rules).find((i) => i.code === code)
  if (!found) throw new RangeError(`no issue ${code}: ${JSON.stringify(problems(rules))}`)
  return fixes(rules, found).map(({ code: way, values, steps }) => {
    const after = apply(rules, steps)
    expect(apply(after, invert(steps))).toEqual(rules)
    return { way, values, after, left: problems(after).map((i) => i.code) }
  })
}
const told = (rules: Ruleset, code: string) => mended(rules, code).map(({ way, values, left }) => [way, values, left])
const banded = (...bands: Ruleset['gradings'][number]['bands']): Ruleset => steady({ gradings: [grading(bands)] })
const lookup = (rows: { from?: number; below?: number; points: number }[]): Ruleset =>
  flat([criterion('c', 100, [rule('r', given('n'), { type: 'lookup', params: { fact: 'n', rows, mode: 'set' } })])], { facts: [fact('n', 'number', { min: 0 })] })

describe('a quick fix of points', () => {
  it('rounds a number to four places, also inside a list of bands', () => {
    expect(mended(steady({ limits: { min: 0.00005, source } }), 'number.places').map((m) => [m.way, m.values, m.after.limits.min])).toEqual([['places', { to: 0.0001 }, 0.0001]])
    const bands = banded(band('excellent', 90.00004), band('good', 80), band('qualified', 60), band('unqualified'))
    expect(mended(bands, 'number.places').map((m) => [m.after.gradings[0]?.bands[0]?.from, m.left])).toEqual([[90, []]])
  })
  it('sets declared points to the sum of what stands below', () => {
    const rules = ruleset({ indicators: [leaf('item', [criterion('one', 60.5, []), criterion('two', 39.5, [])], { points: 99 })] })
    expect(told(rules, 'totals.node')).toEqual([['sum', { to: 100 }, []]])
    expect(mended(rules, 'totals.node')[0]?.after.indicators[0]?.points).toBe(100)
  })
  it('lowers a cap to the points of its criterion', () => {
    const rules = flat([criterion('one', 100, [rule('r', given('n'), { type: 'deductEach', params: { fact: 'n', points: 1 } })], { caps: [{ id: 'cap', rules: ['r'], points: 120, source }] })], { facts: [fact('n', 'count')] })
    expect(told(rules, 'totals.cap')).toEqual([['cap', { to: 100 }, []]])
  })
  it('sets components to the criteria that feed them, or one of them to what lacks', () => {
    expect(told(steady({ components: [{ id: 'work', label: 'Work', points: 90, source }] }), 'totals.components')).toEqual([['components', {}, []], ['component', { label: 'Work', to: '100' }, []]])
  })
  it('lowers points that exceed the full points of a criterion', () => {
    const rules = flat([criterion('one', 100, [rule('r', given('n'), { type: 'award', params: { points: 130 } })], { start: 'zero' })], { facts: [fact('n', 'count')] })
    expect(told(rules, 'effect.above-points')).toEqual([['full', { to: 100 }, []]])
  })
  it('turns a range round and keeps it inside the full points', () => {
    const rules = flat([criterion('one', 100, [rule('r', given('n'), { type: 'assess', params: { mode: 'deduct', from: 130, to: 5 } })])], { facts: [fact('n', 'count')] })
    expect(told(rules, 'effect.range')).toEqual([['range', { from: 5, to: 100 }, []]])
  })
  it('prorates where too little applies, and lowers the least base', () => {
    const applies = test('unit.category', 'equal', 'bureau')
    const two = flat([criterion('one', 60, []), criterion('two', 40, [], { applies })], { categories: sourced('bureau', 'court') })
    expect(told({ ...two, proration: { method: 'none', scope: 'base', source } }, 'totals.below-full')).toEqual([['prorate', {}, []]])
    expect(told({ ...two, proration: { method: 'ratio', scope: 'base', minimumBase: 70, source } }, 'totals.minimum')).toEqual([['minimum', { to: 60 }, []]])
  })
})

describe('a quick fix of bands', () => {
  it('closes a gap of 0.01 from either side', () => {
    const rules = banded(band('excellent', 90), { ...band('good', 80), below: 89.99 }, band('qualified', 60), band('unqualified'))
    expect(told(rules, 'bands.gap')).toEqual([['band-up', { grade: 'good', from: 89.99, to: 90 }, []], ['band-down', { grade: 'excellent', from: 90, to: 89.99 }, []]])
  })
  it('opens the lowest band to the least total, and the highest to the greatest', () => {
    expect(told(banded(band('excellent', 90), band('good', 80), band('qualified', 60)), 'bands.gap')).toEqual([['band-down', { grade: 'qualified', from: 60, to: 0 }, []]])
    expect(told({ ...banded({ ...band('excellent', 90), below: 95 }, band('good')), limits: { min: 0, max: 100, source } }, 'bands.gap')).toEqual([])
    const open = { ...banded({ ...band('excellent', 90), below: 95 }, band('good')), bonus: { classes: [bonusClass('b', 'e', [{ points: 1 }])] }, facts: [fact('e', 'events')] }
    expect(told(open, 'bands.gap')).toEqual([['band-up-open', { grade: 'excellent', from: 95, to: null }, []]])
  })
  it('ends an overlap at either bound', () => {
    const rules = banded(band('excellent', 90), { ...band('good', 80), below: 91 }, band('qualified', 60), band('unqualified'))
    expect(told(rules, 'bands.overlap')).toEqual([['band-cut', { grade: 'good', from: 91, to: 90 }, []], ['band-lift', { grade: 'excellent', from: 90, to: 91 }, []]])
  })
  it('puts grades in the order of their thresholds', () => {
    expect(mended(banded(band('good', 90), band('excellent', 80), band('qualified', 60), band('unqualified')), 'bands.order').map((m) => [m.way, m.after.gradings[0]?.bands.map((b) => b.grade), m.left])).toEqual([
      ['band-order', ['excellent', 'good', 'qualified', 'unqualified'], []],
    ])
  })
  it('grades a category exactly once', () => {
    const bands = [band('excellent', 90), band('good', 80), band('qualified', 60), band('unqualified')]
    const two = (...categories: string[][]): Ruleset => steady({ categories: sourced('bureau', 'court'), gradings: categories.map((c, i) => grading(bands, { id: `g${i}`, categories: c })) })
    expect(told(two(['bureau']), 'grading.none')).toEqual([['graded', { category: 'court', grading: 'g0' }, []]])
    expect(told(two(['bureau', 'court'], ['court']), 'grading.several')).toEqual([['graded-once', { category: 'court', grading: 'g0' }, []], ['graded-once', { category: 'court', grading: 'g1' }, []]])
  })
  it('mends a lookup table with a gap or an overlap at either row', () => {
    expect(told(lookup([{ from: 0, below: 10, points: 1 }, { from: 12, points: 2 }]), 'lookup.gap')).toEqual([['row-up', { from: 10, to: 12 }, []], ['row-down', { from: 12, to: 10 }, []]])
    expect(told(lookup([{ from: 0, below: 13, points: 1 }, { from: 12, points: 2 }]), 'lookup.overlap')).toEqual([['row-cut', { from: 13, to: 12 }, []], ['row-lift', { from: 12, to: 13 }, []]])
    expect(told(lookup([{ below: 10, points: 1 }, { from: 10, below: 20, points: 2 }]), 'lookup.gap')).toEqual([['row-up-open', { from: 20, to: null }, []]])
  })
})

describe('a quick fix of bounds', () => {
  const asked = (conditions: Ruleset['outcomes'][number]['conditions'], more: Partial<Ruleset> = {}): Ruleset => flat([criterion('one', 100, [rule('r', conditions, { type: 'deduct', params: { points: 1 } })])], { facts: [fact('n', 'count')], ...more })
  it('lets two bounds that stand the wrong way round change places', () => {
    expect(mended(steady({ limits: { min: 100, max: 0, source } }), 'limits.order').map((m) => [m.values, m.after.limits.min, m.after.limits.max, m.left])).toEqual([[{ from: 100, to: 0 }, 0, 100, []]])
    expect(mended(asked(given('n'), { facts: [fact('n', 'count', { min: 5, max: 1 })] }), 'fact.range').map((m) => [m.after.facts[0]?.min, m.after.facts[0]?.max, m.left])).toEqual([[1, 5, []]])
    expect(told(asked(when('n', 'between', [5, 1])), 'condition.pair')).toEqual([['swap', { from: 5, to: 1 }, []]])
    expect(told(steady({ period: { kind: 'year', start: '2022-12-31', end: '2022-01-01' } }), 'period.order')).toEqual([['swap', { from: '2022-12-31', to: '2022-01-01' }, []]])
  })
  it('takes out the second row of a lookup for one value', () => {
    const rows = [{ equals: 'a', points: 1 }, { equals: 'b', points: 2 }, { equals: 'a', points: 3 }]
    const level = fact('n', 'choice', { options: [{ id: 'a', label: 'A' }, { id: 'b', label: 'B' }] })
    const rules = flat([criterion('one', 100, [rule('r', given('n'), { type: 'lookup', params: { fact: 'n', mode: 'set', rows } })])], { facts: [level] })
    expect(told(rules, 'lookup.double')).toEqual([['no-row', { value: 'a' }, []]])
  })
})

describe('a quick fix of names', () => {
  it('renames the second of two members with one id, uses keep the first', () => {
    const rules = marked({ grades: sourced('excellent', 'good', 'qualified', 'unqualified', 'good') })
    expect(mended(rules, 'id.double').map((m) => [m.way, m.values, m.after.grades.map((g) => g.id), m.left])).toEqual([['rename', { from: 'good', to: 'good2' }, ['excellent', 'good', 'qualified', 'unqualified', 'good2'], []]])
  })
  it('renames a criterion of another leaf, and a derived fact that has the name of a fact', () => {
    const tree = ruleset({ indicators: [leaf('a', [criterion('same', 60, [])]), leaf('b', [criterion('same', 40, [])])] })
    expect(mended(tree, 'id.double').map((m) => [m.after.indicators[1]?.criteria?.[0]?.id, m.left])).toEqual([['same2', []]])
    const facts = steady({ facts: [fact('n', 'count')], derived: [{ id: 'n', label: 'n', derive: { op: 'shortfall', fact: 'n', target: 3 }, source }] })
    expect(mended(facts, 'id.double').map((m) => [m.after.derived[0]?.id, m.after.facts[0]?.id, m.left])).toEqual([['n2', 'n', []]])
  })
  it('chooses the id that reads most like the unknown one, or takes the reference out', () => {
    const rules = steady({ bodies: [{ id: 'bureau', label: 'The bureau', role: 'assessing', source }, { id: 'office', label: 'Office', role: 'assessing', source }], facts: [fact('n', 'count', { body: 'bureaux' })] })
    expect(mended(rules, 'reference.unknown').map((m) => [m.way, m.values, m.after.facts[0]?.body, m.left])).toEqual([
      ['nearest', { from: 'bureaux', to: 'bureau', label: 'The bureau' }, 'bureau', []], ['unname', { id: 'bureaux' }, undefined, []],
    ])
  })
  it('takes a member out of a list, and never offers what would break something else', () => {
    const one = criterion('one', 100, [], { bodies: [{ id: 'office' }, { id: 'nobody' }] })
    const rules = flat([one], { bodies: [{ id: 'office', label: 'Office', role: 'assessing', source }] })
    expect(mended(rules, 'reference.unknown').map((m) => [m.way, m.after.indicators[0]?.criteria?.[0]?.bodies, m.left])).toEqual([['unname', [{ id: 'office' }], []]])
    const method = flat([criterion('one', 100, [], { method: 'dayly' })])
    expect(told(method, 'reference.unknown')).toEqual([['nearest', { from: 'dayly', to: 'daily', label: 'daily' }, []]])
  })
  it('mends unknown facts, options and shared conditions inside conditions', () => {
    const asked = (conditions: Ruleset['outcomes'][number]['conditions']): Ruleset => flat([criterion('one', 100, [rule('r', conditions, { type: 'deduct', params: { points: 1 } })])], { facts: [fact('late', 'count'), fact('level', 'choice', { options: [{ id: 'top', label: 'Top' }, { id: 'low', label: 'Low' }] })], conditions: [{ id: 'usual', label: 'usual', conditions: { all: [test('late', 'equal', 1)] }, source }] })
    expect(told(asked(when('lates', 'equal', 1)), 'condition.unknown-fact')).toEqual([['nearest', { from: 'lates', to: 'late', label: 'late' }, []]])
    expect(told(asked(when('level', 'equal', 'tops')), 'condition.option')).toEqual([['nearest', { from: 'tops', to: 'top', label: 'top' }, []]])
    expect(told(asked({ all: [{ condition: 'usuall' }] }), 'reference.unknown')).toEqual([['nearest', { from: 'usuall', to: 'usual', label: 'usual' }, []]])
  })
  it('lists a clause that is cited', () => {
    const rules = steady({ grades: sourced('excellent', 'good', 'qualified', 'unqualified').map((g) => ({ ...g, source: { ...source, clause: '9' } })) })
    expect(mended(rules, 'clause.unlisted').map((m) => [m.way, m.after.clauses, m.left])).toEqual([['list-clause', [{ id: '9', summary: '9' }], []]])
  })
  it('lets a method count toward a component', () => {
    expect(told(steady({ methods: [{ id: 'daily', label: 'Daily', source }] }), 'method.no-component')).toEqual([['feed', { label: 'work' }, []]])
  })
  it('takes out a property the format does not know', () => {
    const rules = { ...steady(), colour: 'red' } as unknown as Ruleset
    expect(told(rules, 'structure.unknown-property')).toEqual([['no-property', { property: 'colour' }, []]])
  })
})

describe('fixes', () => {
  it('are none where only people can decide', () => {
    const rules = steady({ facts: [fact('n', 'count')], derived: [{ id: 'a', label: 'a', derive: { op: 'shortfall', fact: 'a', target: 3 }, source }] })
    expect(told(rules, 'reference.circle')).toEqual([])
  })
})
