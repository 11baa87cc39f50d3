import { describe, expect, it } from 'vitest'
import { analyse, apply, findingExample, findingSentence, score, validate, type Cohort, type Finding, type Ruleset } from '../../../engine/index.ts'
import { faults, type Fault } from './faults.ts'

const find = (ruleset: Ruleset, { code, options }: Fault): Finding[] => analyse(ruleset, options).filter((f) => f.code === code)
const errors = (ruleset: unknown): string[] => validate(ruleset).issues.filter((i) => i.level === 'error').map((i) => `${i.code} ${i.path}`)
/** The counterexample as a cohort of one unit. */
function cohortOf(ruleset: Ruleset, { counterexample }: Finding, beside: Fault['beside']): Cohort {
  const { unit, facts = {}, total } = counterexample ?? {}
  return {
    format: 1, scheme: ruleset.scheme, year: ruleset.year, label: 'shown', synthetic: true, history: [],
    units: [{ id: 'u', name: 'u', order: 1, category: unit?.category ?? ruleset.categories[0]?.id ?? '', attributes: unit?.attributes ?? {} }], records: [{ unit: 'u', facts: { ...beside, ...facts, ...(total === undefined ? {} : { mark: Number(total) }) } }],
  }
}
/** Faults that the check of a ruleset refuses by itself. */
const REFUSED = new Set(['bands.gap', 'bands.overlap', 'lookup.overlap', 'quota.share', 'component.differs', 'points.not-full'])

describe.each(faults)('$code: $what', (one) => {
  it('is found where it is, and not where it nearly is', () => {
    expect([find(one.fault, one).length > 0, find(one.nearly, one)]).toEqual([true, []])
    if (!REFUSED.has(one.code)) expect(errors(one.fault)).toEqual([])
    expect(errors(one.nearly)).toEqual([])
  })
  it('is shown by a unit that the scoring agrees with', () => {
    const shows = one.shows
    if (!shows) return
    const [found] = find(one.fault, one)
    if (!found) throw new RangeError('not found')
    const scored = score(one.fault, cohortOf(one.fault, found, one.beside))
    const [sheet] = scored.sheets
    expect(sheet && shows(sheet, found, scored.issues.map((i) => i.code))).toBe(true)
  })
  it('is told in both languages, with the example', () => {
    for (const found of find(one.fault, one)) {
      for (const lang of ['zh', 'en'] as const) {
        const text = findingSentence(found, one.fault, lang) + findingExample(found, one.fault, lang)
        expect(text.replace(/\{\w+\}|undefined|\w+\.\w+-\w+/, 'UNTOLD')).toBe(text)
      }
    }
  })
  it('goes with its fix, and the ruleset stays valid', () => {
    for (const found of find(one.fault, one)) {
      if (!found.fix) continue
      const mended = apply(one.fault, found.fix)
      const left = find(mended, one).filter((f) => f.path === found.path && JSON.stringify(f.related) === JSON.stringify(found.related))
      expect({ left, errors: errors(mended) }).toEqual({ left: [], errors: [] })
    }
  })
})

it('proves more than fifty kinds of faults', () => {
  expect(new Set(faults.map((f) => f.code)).size > 50).toBe(true)
})
