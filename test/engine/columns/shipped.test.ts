import { describe, expect, it } from 'vitest'
import { compile, evaluate, loadColumns, rows, score, sheets, type Cohort } from '../../../engine/index.ts'
import { has, read, years } from '../content/schemes.ts'

describe.each(years.filter(({ path }) => has(...path, 'cohort.json')))('$name in columns', ({ path, ruleset }) => {
  const cohort = read<Cohort>(...path, 'cohort.json')
  const compiled = compile(ruleset)
  const columns = loadColumns(compiled, cohort)
  it('gives the same sheets as scoring unit by unit', () => {
    const found = evaluate(compiled, columns)
    expect(sheets(found)).toEqual(score(ruleset, cohort, { trace: false }).sheets)
    expect(found.alone.size).toBe(0)
  })
  it('lists each unit with its total, grade and rank', () => {
    const wanted = score(ruleset, cohort, { trace: false }).sheets.map(({ unit, name, category, state, total, grade, rank }) => ({ unit, name, category, state, total, grade, rank }))
    expect(rows(evaluate(compiled, columns))).toEqual(wanted)
  })
})
