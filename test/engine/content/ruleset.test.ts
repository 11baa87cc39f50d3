import { describe, expect, it } from 'vitest'
import { coverage, validate } from '../../../engine/index.ts'
import { criteriaOf, leavesOf, nodesUnder, read, has, sourced, tenThousandths, years } from './schemes.ts'

describe.each(years)('the ruleset of $name', ({ ruleset, path }) => {
  it('is sound: no error, no warning', () => {
    expect(validate(ruleset).issues.filter((i) => i.level !== 'info')).toEqual([])
  })
  it('shares out its full marks: over the leaves, and over the components by method', () => {
    const criteria = criteriaOf(ruleset).filter((c) => !c.extra)
    const sum = (list: { points: number }[]): number => list.reduce((total, c) => total + tenThousandths(c.points), 0)
    expect(sum(criteria)).toBe(tenThousandths(ruleset.fullMarks))
    const byComponent = ruleset.components.map(({ id }) => sum(criteria.filter((c) => ruleset.methods.find((m) => m.id === c.method)?.component === id)))
    expect(byComponent).toEqual(ruleset.components.map((c) => tenThousandths(c.points)))
  })
  it('says of every assumed value what the document leaves open', () => {
    expect(sourced(ruleset).filter((o) => o.source.basis === 'assumed' && !o.source.note).map((o) => o.path)).toEqual([])
  })
  it('gives a source to every indicator, criterion and rule', () => {
    const nodes = ruleset.indicators.flatMap(nodesUnder)
    const objects = [...nodes, ...criteriaOf(ruleset), ...criteriaOf(ruleset).flatMap((c) => c.rules)]
    expect(objects.filter((o) => o.source.clause === undefined)).toEqual([])
  })
  it('honours every clause of the document, or says why it is text only', () => {
    const rows = coverage(ruleset)
    expect(rows.map((r) => r.clause).slice(0, ruleset.clauses.length)).toEqual(ruleset.clauses.map((c) => c.id))
    expect(rows.filter((r) => (r.honouredBy.length > 0) === (r.textOnly !== null)).map((r) => r.clause)).toEqual([])
    expect(rows.filter((r) => !r.listed).map((r) => r.clause)).toEqual([])
  })
  it('belongs to a scheme with a calendar', () => {
    const scheme = read<{ id: string; calendar: string }>(path[0] ?? '', 'scheme.json')
    expect([scheme.id, has('calendars', `${scheme.calendar}.json`)]).toEqual([ruleset.scheme, true])
  })
})

describe('the coverage of clauses', () => {
  const source = (clause: string, basis: 'scheme' | 'assumed') => ({ clause, basis })
  const [first] = years
  if (!first) throw new RangeError('no scheme')
  const bare = { ...first.ruleset, clauses: [{ id: 'a', summary: 'A' }, { id: 'b', summary: 'B', textOnly: 'a heading' }, { id: 'c', summary: 'C' }] }
  const empty = Object.fromEntries(Object.entries(bare).map(([key, value]) => [key, key === 'clauses' ? value : Array.isArray(value) ? [] : typeof value === 'object' && value !== null ? {} : value])) as typeof bare

  it('lists clauses in their order, what honours them, and how much of that is assumed', () => {
    const rules = { ...empty, grades: [{ id: 'x', label: 'x', source: source('a', 'scheme') }, { id: 'y', label: 'y', source: source('a', 'assumed') }] }
    expect(coverage(rules)).toEqual([
      { clause: 'a', summary: 'A', honouredBy: ['grades/x', 'grades/y'], textOnly: null, open: 1, listed: true },
      { clause: 'b', summary: 'B', honouredBy: [], textOnly: 'a heading', open: 0, listed: true },
      { clause: 'c', summary: 'C', honouredBy: [], textOnly: null, open: 0, listed: true },
    ])
  })
  it('puts clauses that are cited but not listed last, and marks them', () => {
    expect(coverage({ ...empty, grades: [{ id: 'x', label: 'x', source: source('z', 'scheme') }] }).at(-1)).toEqual({ clause: 'z', summary: '', honouredBy: ['grades/x'], textOnly: null, open: 0, listed: false })
  })
})

describe('the content of the 2022 scheme', () => {
  const ruleset = years.find((y) => y.ruleset.year === 2022)?.ruleset
  if (!ruleset) throw new RangeError('no scheme of 2022')
  const part = (clause: string) => ruleset.indicators.find((n) => n.source.clause === clause)?.children ?? []
  it('has the three parts of chapter four with their items, each citing its own place', () => {
    expect(part('四(一)').map((n) => n.source.clause)).toEqual([1, 2, 3].map((n) => `四(一)${n}`))
    expect(part('四(二)').map((n) => n.source.clause)).toEqual([1, 2, 3, 4, 5].map((n) => `四(二)${n}`))
    expect(part('四(三)').map((n) => n.children?.map((item) => item.source.clause))).toEqual([4, 4, 9, 6, 3].map((count, g) => Array.from({ length: count }, (_, i) => `四(三)${g + 1}(${i + 1})`)))
  })
  it('has leaves under every item, and one outside chapter four for the own assessment', () => {
    expect(ruleset.indicators.flatMap(nodesUnder).filter((n) => !n.children?.length && !n.criteria?.length)).toEqual([])
    expect(leavesOf(ruleset).length).toBe(95)
    expect(leavesOf(ruleset).filter((n) => n.source.clause === '七(三)').map((n) => n.id)).toEqual(['own-assessment'])
  })
  it('uses every kind of effect', () => {
    const used = new Set(criteriaOf(ruleset).flatMap((c) => c.rules.map((r) => r.event.type)))
    expect([...used].sort()).toEqual(['assess', 'award', 'awardEach', 'awardSteps', 'deduct', 'deductEach', 'deductShortfall', 'deductSteps', 'lookup', 'share', 'zero'])
  })
  it('grades nine categories and ranks the first, the fourth and the seventh', () => {
    expect(ruleset.categories.map((c) => c.id)).toEqual(['counties', 'party', 'congress', 'government', 'justice', 'mass', 'stationed', 'schools', 'enterprises'])
    expect(ruleset.ranking.pools.flatMap((p) => p.categories)).toEqual([0, 3, 6].map((i) => ruleset.categories[i]?.id))
  })
  it('caps the bonus hard at five and the deduction softly at ten', () => {
    expect([ruleset.bonus.cap, ruleset.deduction.cap].map((c) => [c?.kind, c?.points, c?.override, c?.source.basis])).toEqual([['hard', 5, undefined, 'scheme'], ['soft', 10, 'cap-override', 'scheme']])
  })
  it('leaves no points to the scheme, which gives none', () => {
    const nodes = ruleset.indicators.flatMap(nodesUnder)
    const valued = [...nodes, ...criteriaOf(ruleset), ...criteriaOf(ruleset).flatMap((c) => c.rules), ...ruleset.components, ...ruleset.gradings.flatMap((g) => g.bands), ...ruleset.bonus.classes.flatMap((c) => c.tariff), ...ruleset.deduction.classes.flatMap((c) => c.tariff)]
    expect(valued.filter((o) => o.source.basis !== 'assumed')).toEqual([])
  })
})
