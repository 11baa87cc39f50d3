import { describe, expect, it } from 'vitest'
import { score, waterfall, type Cohort, type Fall } from '../../../engine/index.ts'
import { add, exact, show, sum } from '../../../engine/model/decimal.ts'
import { criteriaOf, read, years } from '../content/schemes.ts'

const LEVELS = new Set<Fall['code']>(['base', 'total'])
const changes = (falls: readonly Fall[]): string => show(sum(falls.filter((f) => !LEVELS.has(f.code)).map((f) => exact(f.by))))

describe('the way from full marks to a total', () => {
  const cases = years.map(({ ruleset, path }) => ({ ruleset, sheets: score(ruleset, read<Cohort>(...path, 'cohort.json')).sheets }))
  it('adds up to the total of every unit of the shipped cohorts, step by step', () => {
    for (const { ruleset, sheets } of cases) {
      for (const sheet of sheets.filter((s) => s.total !== null)) {
        const falls = waterfall(ruleset, sheet)
        expect([sheet.unit, changes(falls), falls.at(-1)?.code, falls.at(-1)?.to]).toEqual([sheet.unit, show(exact(sheet.total ?? '')), 'total', show(exact(sheet.total ?? ''))])
        falls.reduce((level, f) => {
          const next = add(level, exact(f.by))
          expect(f.to).toBe(show(next))
          return next
        }, exact('0'))
      }
    }
  })
  it('names what did not apply apart from what was lost', () => {
    const { ruleset, sheets } = cases[0] as (typeof cases)[number]
    const sheet = sheets.find((s) => s.flags.includes('prorated')) as (typeof sheets)[number]
    const extra = new Set(criteriaOf(ruleset).filter((c) => c.extra).map((c) => c.id))
    const out = sum(sheet.criteria.filter((c) => c.state === 'not-applicable' && !extra.has(c.id)).map((c) => exact(c.points)))
    const off = sum(waterfall(ruleset, sheet).filter((f) => f.code === 'off').map((f) => exact(f.by)))
    expect([show(add(off, out)), show(out) === '0']).toEqual(['0', false])
    expect(waterfall(ruleset, sheet).filter((f) => f.code === 'convert')).toHaveLength(1)
  })
  it('is empty where there is no total', () => {
    const blocked = cases.flatMap(({ ruleset, sheets }) => sheets.filter((s) => s.total === null).map((s) => waterfall(ruleset, s)))
    expect(blocked.length > 0 && blocked.every((falls) => falls.length === 0)).toBe(true)
  })
})
