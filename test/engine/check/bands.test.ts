import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Grading, Ruleset } from '../../../engine/index.ts'
import { band, bonusClass, criterion, grading, leaf, sourced, when } from '../../support/pattern.ts'
import { problems, sound, told, wrong } from './told.ts'

const source = { basis: 'assumed' as const }
type Band = Grading['bands'][number]
const closed = (grade: string, from: number | undefined, below: number): Band => ({ ...band(grade, from), below })
const banded = (bands: Band[], more: Partial<Ruleset> = {}): Ruleset => sound({ gradings: [grading(bands)], limits: { min: 0, max: 100, source }, ...more })
const faults = (rules: Ruleset) => {
  const found = problems(rules)
  told(found)
  return found.map((i) => [i.code, i.values])
}

describe('bands of grades', () => {
  it('are sound where every total from least to greatest stands in exactly one, bounds as declared', () => {
    expect(wrong(banded([band('excellent', 90), band('good', 80), band('qualified', 60), band('unqualified')]))).toEqual([])
    expect(wrong(banded([band('unqualified'), band('qualified', 60), band('excellent', 90), band('good', 80)]))).toEqual([])
    expect(wrong(banded([band('excellent', 90), closed('good', 80, 90), closed('qualified', 60, 80), closed('unqualified', 0, 60)]))).toEqual([])
    expect(wrong(banded([band('good', 0)]))).toEqual([])
  })
  it('with a gap of 0.01 show the total that has no grade', () => {
    expect(faults(banded([band('excellent', 90), closed('good', 80, 89.99), band('qualified', 60), band('unqualified')]))).toEqual([['bands.gap', { from: '89.99', below: '90', example: '89.99' }]])
    expect(faults(banded([band('excellent', 90), band('good', 80), band('qualified', 60), closed('unqualified', 0, 59.5)]))).toEqual([['bands.gap', { from: '59.5', below: '60', example: '59.50' }]])
  })
  it('have no gap where no total at the declared places can stand', () => {
    const gap = [band('excellent', 90), closed('good', 80, 89.991), band('qualified', 60), band('unqualified')]
    expect(wrong(banded(gap))).toEqual([])
    expect(faults(banded(gap, { rounding: { places: 3, mode: 'half-up', stage: 'total', source } }))).toEqual([['bands.gap', { from: '89.991', below: '90', example: '89.991' }]])
    expect(wrong(banded([band('good', 90), closed('unqualified', undefined, 89.5)], { rounding: { places: 0, mode: 'half-up', stage: 'total', source } }))).toEqual([])
  })
  it('that overlap show a total with two grades', () => {
    expect(faults(banded([band('excellent', 90), closed('good', 80, 90.01), band('qualified', 60), band('unqualified')]))).toEqual([['bands.overlap', { from: '90', below: '90.01', example: '90.00' }]])
    expect(faults(banded([closed('excellent', undefined, 101), closed('good', undefined, 80)]))).toEqual([['bands.overlap', { from: '−∞', below: '80', example: '79.99' }]])
  })
  it('reach down to the least total, which is included', () => {
    expect(wrong(banded([band('good', 60), band('unqualified', 0)]))).toEqual([])
    expect(faults(banded([band('good', 60), band('unqualified', 0.01)]))).toEqual([['bands.gap', { from: '0', below: '0.01', example: '0.00' }]])
    expect(faults(banded([band('good', 60), band('unqualified', 0)], { limits: { max: 100, source }, deduction: { classes: [], cap: { kind: 'hard', points: 10, source } } }))).toEqual([['bands.gap', { from: '-10', below: '0', example: '-10.00' }]])
    expect(faults(banded([band('good', 60), band('unqualified', 0)], { limits: { max: 100, source }, deduction: { classes: [bonusClass('blame', 'list', [{ points: 1 }])] } }))).toEqual([['bands.gap', { from: '−∞', below: '0', example: '-0.01' }]])
    expect(wrong(banded([band('good', 60), band('unqualified', 0)], { limits: { source } }))).toEqual([])
  })
  it('reach down to what a verdict fixes, be it below the limits', () => {
    const verdicts: Ruleset['verdicts'] = [{ id: 'v', label: 'v', conditions: when('open', 'equal', true), effect: { type: 'fix-total', points: 5 }, source }]
    expect(faults(banded([band('good', 60), band('unqualified', 10)], { limits: { min: 10, source }, verdicts }))).toEqual([['bands.gap', { from: '5', below: '10', example: '5.00' }]])
  })
  it('reach up to the greatest total, which is included', () => {
    const top = (below: number, more: Partial<Ruleset>) => banded([closed('good', 60, below), band('unqualified')], more)
    expect(faults(top(100, {}))).toEqual([['bands.gap', { from: '100', below: '100', example: '100.00' }]])
    expect(wrong(top(100.01, {}))).toEqual([])
    const bonus = { classes: [], cap: { kind: 'hard' as const, points: 5, source } }
    expect(faults(top(105, { bonus, limits: { source } }))).toEqual([['bands.gap', { from: '105', below: '105', example: '105.00' }]])
    expect(wrong(top(105.01, { bonus, limits: { source } }))).toEqual([])
    expect(wrong(top(105.01, { bonus, limits: { max: 200, source } }))).toEqual([])
    const extra = { indicators: [leaf('item', [criterion('c', 100, []), criterion('d', 2, [], { extra: true })])] }
    expect(faults(top(102, { ...extra, limits: { source } }))).toEqual([['bands.gap', { from: '102', below: '102', example: '102.00' }]])
    expect(faults(top(200, { bonus: { classes: [bonusClass('praise', 'list', [{ points: 1 }])] }, limits: { source } }))).toEqual([['bands.gap', { from: '200', below: '∞', example: '200.00' }]])
  })
  it('that hold nothing, or stand in another order than the grades, are told', () => {
    expect(faults(banded([band('excellent', 90), closed('good', 90, 90), band('unqualified')]))).toContainEqual(['bands.empty', { from: '90', below: '90', example: '90.00' }])
    expect(faults(banded([band('excellent', 90), closed('good', 85, 80), band('unqualified')])).map(([code]) => code)).toContain('bands.empty')
    expect(faults(banded([band('good', 90), band('excellent', 80), band('unqualified')]))).toEqual([['bands.order', {}]])
  })
  it('grade each category exactly once', () => {
    const two = (...categories: (string[] | undefined)[]): Ruleset => sound({ categories: sourced('bureau', 'court'), gradings: categories.map((list, i) => grading([band('good')], { id: `g${i}`, ...(list ? { categories: list } : {}) })) })
    expect(wrong(two(['bureau'], undefined))).toEqual([])
    expect(wrong(two(['bureau'], ['court']))).toEqual([])
    expect(wrong(two(['bureau']))).toEqual([['grading.none', 'categories/court']])
    expect(wrong(two(['bureau', 'court'], ['court']))).toEqual([['grading.several', 'categories/court']])
    expect(wrong(two(undefined, undefined))).toEqual([['grading.several', 'categories/bureau'], ['grading.several', 'categories/court']])
  })
  it('are called sound exactly when every total of two decimal places has one grade', () => {
    const cents = fc.integer({ min: 0, max: 1000 })
    const any = fc.uniqueArray(fc.record({ from: fc.option(cents, { nil: undefined }), below: fc.option(cents, { nil: undefined }) }), { minLength: 1, maxLength: 3, selector: (b) => b.from })
    fc.assert(fc.property(any, (list) => {
      const bands = list.map(({ from, below }) => ({ ...band('good', from === undefined ? undefined : from / 100), ...(below === undefined ? {} : { below: below / 100 }) }))
      const fault = problems(banded(bands, { limits: { min: 0, max: 10, source }, fullMarks: 100 })).some((i) => /^bands\.(gap|overlap|empty)$/.test(i.code))
      const sorted = [...list].sort((a, b) => (b.from ?? -1) - (a.from ?? -1))
      const ends = sorted.map(({ from, below }, i) => ({ from: from ?? -1, below: below ?? (i === 0 ? Infinity : sorted[i - 1]?.from ?? -1) }))
      const once = Array.from({ length: 1001 }, (_, total) => ends.filter((b) => total >= b.from && total < b.below).length).every((n) => n === 1)
      const filled = ends.every((b) => b.from < b.below)
      // Beyond the limits no total stands, but two bands may still claim the same one.
      const beyond = ends.some((a, i) => ends.some((b, j) => i !== j && Math.max(a.from, b.from) < Math.min(a.below, b.below)))
      expect(fault).toBe(!once || !filled || beyond)
    }), { numRuns: 500 })
  })
})
