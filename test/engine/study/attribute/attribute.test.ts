import { describe, expect, it } from 'vitest'
import { attribute, compare, editsOf, type Attribution, type Cohort, type Ruleset } from '../../../../engine/index.ts'
import { add, exact, show, ZERO } from '../../../../engine/model/decimal.ts'
import { assumed, band, cohortOf, fact, grading, marked, pool, rule, when } from '../../../support/pattern.ts'

const bonus = (points: number, more: Ruleset['bonus']['rules'] = []): Ruleset['bonus'] => ({ classes: [], rules: [rule('plus', when('plus', 'equal', true), { type: 'award', params: { points } }), ...more] })
const base: Ruleset = marked({
  facts: [fact('plus', 'boolean')], bonus: bonus(2), ranking: { method: 'standard', pools: [pool('all', 'bureau')], tieBreaks: [], source: assumed },
  gradings: [grading([band('excellent', 90), band('good', 80), band('qualified', 60), band('unqualified')])],
})
const cohort: Cohort = cohortOf(base, [[88, true], [89, false], [70, true]].map(([mark, plus]) => ({ sum: '', expect: {}, facts: { mark: mark as number, plus: plus as boolean } })))
const cap = (points: number) => ({ kind: 'hard' as const, points, source: assumed })
const sumOf = (parts: readonly string[]): string => show(parts.map(exact).reduce(add, ZERO))

describe('the difference of a unit', () => {
  /** The bonus grows from 2 to 5, and at the same time is capped at 3: alone the first gives 3, the second nothing; together 1. */
  const b: Ruleset = { ...base, bonus: { ...bonus(5), cap: cap(3) } }
  const found = attribute(base, b, cohort)
  it('is split over the edits by their mean addition in every order, exactly', () => {
    expect(found.edits.map((e) => e.id)).toEqual(['bonus/rules/plus', 'bonus/cap'])
    // Orders: grow then cap = 3, −2; cap then grow = 0 (2 is below 3), 1. Means: (3 + 1) / 2 and (−2 + 0) / 2.
    expect(found.units.map((u) => u.total)).toEqual([
      { before: '90.00', after: '91.00', difference: '1', parts: ['2', '-1'], errors: null }, { before: '89.00', after: '89.00', difference: '0', parts: ['0', '0'], errors: null },
      { before: '72.00', after: '73.00', difference: '1', parts: ['2', '-1'], errors: null },
    ])
    expect(found.summary).toEqual([
      { edit: 'bonus/rules/plus', total: { sum: '4', up: 2, down: 0 }, grade: { sum: '0', up: 0, down: 0 }, rank: { sum: '0', up: 0, down: 0 }, alone: { better: 0, worse: 0, rise: 0, fall: 0 } },
      { edit: 'bonus/cap', total: { sum: '-2', up: 0, down: 2 }, grade: { sum: '0', up: 0, down: 0 }, rank: { sum: '0', up: 0, down: 0 }, alone: { better: 0, worse: 0, rise: 0, fall: 0 } },
    ])
  })
  it('covers grades and ranks, in halves where two edits are needed', () => {
    // Without the bonus a unit has 88: it stays good only while the first band begins at 90; the third edit is of words alone.
    const to: Ruleset = { ...base, bonus: bonus(0), gradings: [grading([band('excellent', 88), band('good', 80), band('qualified', 60), band('unqualified')])], title: 'Other' }
    const { units, edits, inert, summary } = attribute(base, to, cohort)
    expect([edits.map((e) => e.id), inert.map((e) => e.id)]).toEqual([['bonus/rules/plus', 'gradings/grading'], ['title']])
    // Bonus first: −1 then +1; bands first: 0 then 0.
    expect(units[0]).toMatchObject({ total: { difference: '-2', parts: ['-2', '0'] }, grade: { before: 'excellent', after: 'excellent', difference: '0', parts: ['-0.5', '0.5'] }, rank: { before: 1, after: 2, difference: '-1', parts: ['-1', '0'] } })
    expect(units[1]).toMatchObject({ grade: { before: 'good', after: 'excellent', difference: '1', parts: ['0', '1'] }, rank: { before: 2, after: 1, difference: '1', parts: ['1', '0'] } })
    expect(summary.map((s) => s.alone)).toEqual([{ better: 0, worse: 1, rise: 1, fall: 1 }, { better: 1, worse: 0, rise: 0, fall: 0 }])
  })
  it('can be split over groups the caller makes, and over sections', () => {
    expect(attribute(base, b, cohort, { groups: [{ id: 'the bonus', paths: ['bonus'] }] }).units[0]?.total?.parts).toEqual(['1'])
    expect(attribute(base, b, cohort, { by: 'section' }).edits.map((e) => e.id)).toEqual(['adjustments'])
  })
  it('is nothing where nothing differs', () => {
    const { edits, units, summary } = attribute(base, { ...base, title: 'Other' }, cohort)
    expect([edits, summary, units[0]?.total]).toEqual([[], [], { before: '90.00', after: '90.00', difference: '0', parts: [], errors: null }])
  })
  it('is sampled beyond the number of edits asked for: parts add up exactly, with an error each, the same for the same seed', () => {
    const many = Array.from({ length: 5 }, (_, k) => ({ ...rule(`more${k}`, when('mark', 'greaterThan', 60 + 4 * k), { type: 'award', params: { points: 0.7 } }) }))
    const to: Ruleset = { ...base, bonus: { ...bonus(2, many), cap: cap(3) } }
    const [one, two, other] = [1, 1, 2].map((seed) => attribute(base, to, cohort, { exactUpTo: 3, pairs: 200, seed })) as [Attribution, Attribution, Attribution]
    const exactly = attribute(base, to, cohort)
    expect([one.method, one.orders, one.seed, exactly.method, exactly.orders]).toEqual(['sampled', 400, 1, 'exact', null])
    expect([JSON.stringify(one) === JSON.stringify(two), JSON.stringify(one.units) === JSON.stringify(other.units)]).toEqual([true, false])
    for (const found of [one, other, exactly]) for (const unit of found.units) for (const split of [unit.total, unit.grade, unit.rank]) expect(sumOf(split?.parts ?? [])).toBe(split?.difference)
    // Six edits of which five are alike: the estimates lie within four errors of the exact parts.
    const near = one.units[0]?.total
    expect(near?.parts.every((part, k) => Math.abs(Number(part) - Number(toDecimal(exactly.units[0]?.total?.parts[k] ?? ''))) <= 4 * (near.errors?.[k] ?? 0))).toBe(true)
    expect(near?.errors?.every((e) => e > 0)).toBe(true)
  })
})
const toDecimal = (text: string): number => ((parts) => Number(parts[0]) / Number(parts[1] ?? 1))(text.split('/'))

describe('a unit without a split', () => {
  it('is told with the reason and the fewest edits that show it', () => {
    const b: Ruleset = { ...base, verdicts: [{ id: 'out', label: 'out', conditions: when('mark', 'lessThan', 80), effect: { type: 'stop', grade: 'unqualified' }, source: assumed }], limits: { min: 0, max: 89, source: assumed } }
    const { units } = attribute(base, b, cohort)
    expect(units[2]).toMatchObject({ total: null, grade: { before: 'qualified', after: 'unqualified', parts: ['-1', '0'] }, rank: null, without: [{ measure: 'total', code: 'none', edits: ['verdicts/out'] }, { measure: 'rank', code: 'none', edits: ['verdicts/out'] }] })
    expect(units[0]?.without).toEqual([])
  })
  it('cannot be told where a group tears apart what belongs together', () => {
    const b: Ruleset = { ...base, facts: [...base.facts, fact('late', 'count')], bonus: bonus(2, [rule('late', when('late', 'equal', 0), { type: 'award', params: { points: 1 } })]) }
    expect(editsOf(base, b).map((e) => [e.id, e.paths])).toEqual([['bonus/rules/late', ['facts/late', 'bonus/rules/late']]])
    const torn = attribute(base, b, { ...cohort, records: cohort.records.map((r) => ({ ...r, facts: { ...r.facts, late: 0 } })) }, { groups: [{ id: 'fact', paths: ['facts/late'] }, { id: 'rule', paths: ['bonus'] }] })
    expect(torn.units[0]).toMatchObject({ total: null, without: [{ measure: 'total', code: 'none', edits: ['rule'] }, { measure: 'grade', code: 'none', edits: ['rule'] }, { measure: 'rank', code: 'none', edits: ['rule'] }] })
  })
  it('has no step of grade where the later ruleset lacks the grade, and no place where the pool changes', () => {
    const pools = (where: boolean): Ruleset['ranking'] => ({ ...base.ranking, pools: where ? [{ ...pool('small', 'bureau'), where: when('mark', 'lessThan', 80) }, pool('all', 'bureau')] : [pool('all', 'bureau')] })
    const b: Ruleset = { ...base, ranking: pools(true) }
    expect(attribute(base, b, cohort).units.map((u) => [u.rank?.parts ?? null, u.without.map((w) => w.code)])).toEqual([[['0'], []], [['0'], []], [null, ['pool']]])
    const fewer: Ruleset = { ...base, grades: base.grades.filter((g) => g.id !== 'qualified'), gradings: [grading([band('excellent', 90), band('good', 80), band('unqualified')])] }
    expect(attribute(base, fewer, cohort).units.map((u) => [u.grade?.difference ?? null, u.without.map((w) => w.code)])).toEqual([['0', []], ['0', []], [null, ['grade']]])
  })
})

describe('attribution', () => {
  it('agrees with the comparison on both ends, and takes the units asked for', () => {
    const b: Ruleset = { ...base, bonus: { ...bonus(5), cap: cap(3) }, limits: { min: 0, max: 90, source: assumed } }
    const { units } = attribute(base, b, cohort)
    const compared = compare(base, b, cohort).units
    expect(units.map((u) => [u.total?.before, u.total?.after, u.grade?.after, u.rank?.after])).toEqual(compared.map((u) => [u.before.total, u.after.total, u.after.grade, u.after.rank]))
    expect(attribute(base, b, cohort, { units: ['u2'] }).units).toEqual([units[1]])
  })
  it('tells its progress, stops where the callback throws, and refuses more edits than every set of can be scored', () => {
    const seen: number[] = []
    attribute(base, { ...base, bonus: bonus(3), limits: { min: 1, source: assumed } }, cohort, { progress: (done) => seen.push(done) })
    expect(seen).toEqual([1, 2, 3, 4])
    expect(() => attribute(base, { ...base, bonus: bonus(3) }, cohort, { progress: () => { throw new RangeError('stop') } })).toThrow(new RangeError('stop'))
    expect(() => attribute(base, base, cohort, { exactUpTo: 17 })).toThrow(RangeError)
  })
})
