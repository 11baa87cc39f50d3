import { describe, it } from 'vitest'
import type { Grading, Ruleset } from '../../../engine/index.ts'
import { band, fact, grading, marked, sourced, when, type Sample } from '../../support/pattern.ts'
import { holds } from '../../support/sample.ts'

const source = { basis: 'assumed' as const }
type Quota = NonNullable<Grading['quotas']>[number]
const bands = [band('excellent', 90), band('good', 80), band('qualified', 60), band('unqualified')]
const quota = (more: Partial<Quota> = {}): Quota => ({ grade: 'excellent', rounding: 'down', equals: 'all', unfilled: 'pass', source, ...more })
const made = (quotas: Quota[], more: Partial<Ruleset> = {}, requires?: Grading['requires']) => marked({
  facts: [fact('veto', 'boolean'), fact('end', 'boolean')], gradings: [grading(bands, { quotas, requires })],
  verdicts: [{ id: 'v', label: 'v', conditions: when('veto', 'equal', true), effect: { type: 'cap-grade', grade: 'good' }, source }, { id: 'e', label: 'e', conditions: when('end', 'equal', true), effect: { type: 'stop', grade: 'unqualified' }, source }], ...more,
})
const unit = (mark: number, grade: string, more: Partial<Sample> = {}): Sample => ({ sum: String(mark), facts: { mark, veto: false, end: false }, expect: { grade }, ...more })
const vetoed = (mark: number, grade: string): Sample => unit(mark, grade, { sum: `${mark} vetoed`, facts: { mark, veto: true, end: false } })
const stopped: Sample = { sum: 'stopped', facts: { mark: 99, veto: false, end: true }, expect: { grade: 'unqualified', total: null } }
const graded = (marks: number[], excellent: number) => marks.map((mark, i) => unit(mark, i < excellent ? 'excellent' : 'good'))

describe('a quota', () => {
  it.each([
    ['down', 5, 1], ['half-up', 5, 2], ['up', 5, 2], ['down', 4, 1], ['half-up', 4, 1], ['up', 4, 2], ['down', 10, 3], ['up', 10, 3],
  ] as const)('of 30 per cent, rounded %s, has among %d units %d places', async (rounding, size, places) => {
    await holds(made([quota({ share: 0.3, rounding })]), graded(Array.from({ length: size }, (_, i) => 99 - i / 2), places))
  })
  it('is computed exactly: 7 per cent of 100 rounded up are 7 places', async () => {
    await holds(made([quota({ share: 0.07, rounding: 'up' })]), graded(Array.from({ length: 100 }, (_, i) => 100 - i / 10), 7))
  })
  it('gives all equals at the cut the grade, or none of them', async () => {
    const marks = [99, 95, 95, 92]
    await holds(made([quota({ places: 2 })]), graded(marks, 3))
    await holds(made([quota({ places: 2, equals: 'none' })]), graded(marks, 1))
    await holds(made([quota({ places: 3, equals: 'none' })]), graded(marks, 3))
  })
  it('parts equals by the tie-breaks first', async () => {
    const ranking: Ruleset['ranking'] = { method: 'standard', pools: [], tieBreaks: [{ id: 'load', quantity: 'attribute', of: 'load', order: 'high', source }], source }
    const rules = made([quota({ places: 1 })], { ranking, attributes: [{ id: 'load', label: 'load', kind: 'number', source }] })
    await holds(rules, [unit(95, 'good', { attributes: { load: 1 } }), unit(95, 'excellent', { attributes: { load: 2 } })])
  })
  it('passes the place of a vetoed unit on, or lets it lapse', async () => {
    await holds(made([quota({ places: 2 })]), [vetoed(99, 'good'), unit(97, 'excellent'), unit(95, 'excellent'), unit(93, 'good')])
    await holds(made([quota({ places: 2, unfilled: 'lapse' })]), [vetoed(99, 'good'), unit(97, 'excellent'), unit(95, 'good'), unit(93, 'good')])
    await holds(made([quota({ places: 2, unfilled: 'lapse' })]), [unit(99, 'excellent'), unit(97, 'excellent'), vetoed(95, 'good'), unit(93, 'good')])
  })
  it('of a lower grade counts its own units only, also where a vetoed unit stands above a better grade', async () => {
    for (const unfilled of ['pass', 'lapse'] as const) {
      await holds(made([quota({ grade: 'good', places: 1, unfilled })]), [vetoed(99, 'good'), unit(97, 'excellent'), unit(85, 'qualified')])
      await holds(made([quota({ grade: 'good', places: 0, unfilled })]), [vetoed(99, 'qualified'), unit(97, 'excellent'), unit(85, 'qualified')])
    }
  })
  it('never gives the grade to a unit below its band, though places are left', async () => {
    for (const unfilled of ['pass', 'lapse'] as const) await holds(made([quota({ places: 3, unfilled })]), [unit(95, 'excellent'), unit(89.99, 'good'), unit(70, 'qualified')])
  })
  it('counts neither stopped units nor units without a total', async () => {
    const blocked: Sample = { sum: 'blocked', facts: { veto: false, end: false }, expect: { grade: null } }
    await holds(made([quota({ share: 0.5 })]), [unit(95, 'excellent'), unit(94, 'good'), unit(93, 'good'), stopped, blocked])
  })
  it('holds in each category, or over all of a grading', async () => {
    const categories = sourced('bureau', 'county')
    const four = (grades: string[]) => [95, 94, 93, 92].map((mark, i) => unit(mark, grades[i] as string, { category: i % 2 ? 'county' : 'bureau' }))
    await holds(made([quota({ share: 0.5 })], { categories }), four(['excellent', 'excellent', 'good', 'good']))
    await holds(made([quota({ places: 1 })], { categories }), four(['excellent', 'excellent', 'good', 'good']))
    await holds(made([quota({ places: 1, within: 'grading' })], { categories }), four(['excellent', 'good', 'good', 'good']))
  })
  it('of a lower grade takes in those pushed down, whatever order the quotas are written in', async () => {
    const both = [quota({ places: 1 }), quota({ grade: 'good', places: 1 })]
    const samples = [unit(95, 'excellent'), unit(94, 'good'), unit(85, 'qualified')]
    await holds(made(both), samples)
    await holds(made([...both].reverse()), samples)
  })
  it('pushes a unit down to a grade it may have', async () => {
    const requires = [{ id: 'clean', grade: 'good', conditions: when('veto', 'equal', false), source }]
    await holds(made([quota({ places: 1 })], { verdicts: [] }, requires), [unit(95, 'excellent'), { ...vetoed(94, 'qualified') }])
  })
  it('with no places at all pushes everybody down', async () => {
    await holds(made([quota({ places: 0 })]), graded([95, 94], 0))
  })
})

describe('a requirement of a grade', () => {
  const requires = (value: number) => [{ id: 'base', grade: 'excellent', conditions: when('result.base', 'greaterThanInclusive', value), source }]
  it('sends a unit that fails it to the next grade', async () => {
    await holds(made([], {}, requires(92)), [unit(91, 'good'), unit(92, 'excellent')])
  })
  it('asked of a fact that is missing does not hold', async () => {
    const rules = marked({ facts: [fact('clean', 'boolean')], gradings: [grading(bands, { requires: [{ id: 'clean', grade: 'excellent', conditions: when('clean', 'equal', true), source }] })] })
    await holds(rules, [{ sum: '95, not known', facts: { mark: 95 }, expect: { grade: 'good' } }, { sum: '95, clean', facts: { mark: 95, clean: true }, expect: { grade: 'excellent' } }])
  })
})
