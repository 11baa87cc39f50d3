import { describe, expect, it } from 'vitest'
import { crossCheck, score, validateCohort, type Cohort, type Ruleset } from '../../../engine/index.ts'
import { makeCohort } from '../../support/cohort/cohort.ts'
import { has, read, years } from './schemes.ts'

const shipped = years.filter((y) => has(...y.path, 'cohort.json')).map((y) => ({ ...y, cohort: read<Cohort>(...y.path, 'cohort.json') }))

describe.each(shipped)('the made-up cohort of $name', ({ ruleset, cohort }) => {
  const { sheets } = score(ruleset, cohort, { trace: false })
  const counted = (grade: string | null): number => sheets.filter((s) => s.grade === grade).length
  it('fits its ruleset and says that it is made up', () => {
    expect(validateCohort(ruleset, cohort).issues).toEqual([])
    expect([cohort.synthetic, cohort.label.includes('虚构'), cohort.note?.includes('名册仅作示意')]).toEqual([true, true, true])
  })
  it('has units in all nine categories and two years of results', () => {
    expect(new Set(cohort.units.map((u) => u.category))).toEqual(new Set(ruleset.categories.map((c) => c.id)))
    expect(cohort.history.map((h) => h.year)).toEqual([ruleset.year - 1, ruleset.year - 2])
  })
  it('spreads over all grades, with a fifth to a third at the top and one unit blocked', () => {
    const top = counted('excellent') / sheets.length
    expect([ruleset.grades.every((g) => counted(g.id) > 0), top > 0.15 && top < 0.35, sheets.filter((s) => s.state === 'blocked').length]).toEqual([true, true, 1])
  })
  it('ranks only the ranked categories', () => {
    const ranked = new Set(ruleset.ranking.pools.flatMap((p) => p.categories))
    expect(sheets.filter((s) => (s.rank !== null) !== (ranked.has(s.category) && s.total !== null)).map((s) => s.name)).toEqual([])
  })
  it('shows lifted and unlifted caps, a veto, a tie, and a merged unit that goes on', () => {
    const flags = new Set(sheets.flatMap((s) => s.flags))
    expect(['capped:bonus', 'capped:deduction', 'lifted:deduction', 'verdict:serious', 'tied', 'prorated'].filter((f) => !flags.has(f))).toEqual([])
    expect(cohort.units.filter((u) => u.predecessors).map((u) => u.predecessors?.length)).toEqual([2])
  })
  it('scores the same by either evaluator', async () => {
    expect((await crossCheck(ruleset, cohort, { trace: false })).issues).toEqual([])
  })
})

describe('the generator of cohorts', () => {
  it('makes the shipped cohorts again', () => {
    const of = (year: number) => shipped.find((s) => s.ruleset.year === year) as { ruleset: Ruleset; cohort: Cohort }
    expect(makeCohort(of(2022).ruleset)).toEqual(of(2022).cohort)
    expect(makeCohort(of(2023).ruleset, of(2022))).toEqual(of(2023).cohort)
  })
  it('makes others from another seed', () => {
    const [first] = shipped
    expect(first && makeCohort(first.ruleset, undefined, 1)).not.toEqual(first?.cohort)
  })
})
