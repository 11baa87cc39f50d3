import { describe, expect, it } from 'vitest'
import type { Ruleset, Verdict } from '../../../engine/index.ts'
import { bonusClass, criterion, derived, fact, flat, given, leaf, marked, named, pool, rule, ruleset, when, type Sample } from '../../support/pattern.ts'
import { event } from '../../support/events.ts'
import { holds } from '../../support/sample.ts'

const source = { basis: 'assumed' as const }
const verdict = (effect: Verdict['effect'], id = 'v'): Verdict => ({ id, label: id, conditions: when(id, 'equal', true), effect, source })
const ranked: Ruleset['ranking'] = { method: 'standard', pools: [pool('all', 'bureau')], tieBreaks: [], source }
const made = (effect: Verdict['effect'], more: Partial<Ruleset> = {}) => marked({ verdicts: [verdict(effect)], ranking: ranked, ...more, facts: [fact('v', 'boolean'), ...(more.facts ?? [])] })
const unit = (mark: number, v: boolean, expect: Sample['expect']): Sample => ({ sum: `${mark} ${v ? 'with' : 'without'} veto`, facts: { mark, v }, expect })

describe('fix the total', () => {
  it('takes the smaller of the computed and the fixed, after limits, and the unit stays ranked', async () => {
    await holds(made({ type: 'fix-total', points: 59 }), [unit(92, true, { base: '92.00', total: '59.00', grade: 'unqualified', rank: 2 }), unit(40, true, { total: '40.00', rank: 3 }), unit(92, false, { total: '92.00', rank: 1 })])
  })
  it('comes after limits: it may go below the lower one, and the upper one still holds', async () => {
    await holds(made({ type: 'fix-total', points: 59 }, { limits: { min: 60, source } }), [unit(92, true, { total: '59.00' }), unit(10, true, { total: '59.00' }), unit(10, false, { total: '60.00' })])
    const bonus = { facts: [fact('good', 'events', { kinds: named('good') })], bonus: { classes: [bonusClass('good', 'good', [{ points: 5 }])] }, limits: { max: 100, source } }
    await holds(made({ type: 'fix-total', points: 101 }, bonus), [{ sum: 'min(min(98 + 5, 100), 101)', facts: { mark: 98, v: true, good: [event('a', 'good')] }, expect: { total: '100.00' } }])
  })
  it('by several verdicts is the lowest', async () => {
    const rules = marked({ facts: [fact('v', 'boolean'), fact('w', 'boolean')], verdicts: [verdict({ type: 'fix-total', points: 59 }), verdict({ type: 'fix-total', points: 30 }, 'w')] })
    await holds(rules, [{ sum: 'min(92, 59, 30)', facts: { mark: 92, v: true, w: true }, expect: { total: '30.00' } }])
  })
})

describe('stop evaluating', () => {
  const rules = made({ type: 'stop', grade: 'unqualified' })
  it('leaves no total and no rank, declares the grade and needs no further facts', async () => {
    const scored = await holds(rules, [{ sum: 'stopped', facts: { v: true }, expect: { state: 'stopped', base: null, bonus: null, deduction: null, total: null, grade: 'unqualified', rank: null, pool: null } }, unit(80, false, { rank: 1 })])
    expect(scored.issues).toEqual([])
  })
  it('evaluates no leaf: criteria show no points', async () => {
    const scored = await holds(rules, [unit(90, true, { state: 'stopped' })])
    expect(scored.sheets[0]?.criteria.map((c) => c.earned)).toEqual([null])
    expect(scored.sheets[0]?.trace.filter((l) => l.stage === 'award' || l.stage === 'combine')).toEqual([])
  })
  it('takes the unit out of ranks and out of the statistics of its pool', async () => {
    const pooled = flat([criterion('mark', 100, [rule('s', given('m'), { type: 'share', params: { fact: 'm', target: 100 } })], { start: 'zero' })], {
      facts: [fact('raw', 'number'), fact('v', 'boolean')], verdicts: [verdict({ type: 'stop', grade: 'unqualified' })], ranking: ranked,
      derived: [derived('best', { op: 'pool', fact: 'raw', statistic: 'max', within: 'all' }), derived('m', { op: 'rescale', fact: 'raw', low: 0, high: { fact: 'best' }, toLow: 0, toHigh: 100 })],
    })
    await holds(pooled, [
      { sum: '40 of 50', facts: { raw: 40, v: false }, expect: { total: '80.00', rank: 2 } }, { sum: 'stopped', facts: { raw: 100, v: true }, expect: { total: null } }, { sum: '50 of 50', facts: { raw: 50, v: false }, expect: { total: '100.00', rank: 1 } },
    ])
  })
  it('goes before a fixed total', async () => {
    const both = marked({ facts: [fact('v', 'boolean'), fact('w', 'boolean')], verdicts: [verdict({ type: 'fix-total', points: 59 }), verdict({ type: 'stop', grade: 'unqualified' }, 'w')] })
    await holds(both, [{ sum: 'stopped', facts: { mark: 92, v: true, w: true }, expect: { state: 'stopped', total: null } }])
  })
})

describe('cap the grade', () => {
  it('acts on the grade, not on points or rank, and never raises', async () => {
    await holds(made({ type: 'cap-grade', grade: 'good' }), [unit(95, true, { total: '95.00', grade: 'good', rank: 1 }), unit(85, true, { grade: 'good', rank: 2 }), unit(70, true, { grade: 'qualified', rank: 3 }), unit(50, true, { grade: 'unqualified', rank: 4 })])
  })
  it('by several verdicts is the lowest, whatever their order', async () => {
    const effects: Verdict['effect'][] = [{ type: 'cap-grade', grade: 'good' }, { type: 'cap-grade', grade: 'qualified' }]
    for (const [a, b] of [effects, [...effects].reverse()] as Verdict['effect'][][])
      await holds(marked({ facts: [fact('v', 'boolean'), fact('w', 'boolean')], verdicts: [verdict(a as Verdict['effect']), verdict(b as Verdict['effect'], 'w')] }), [{ sum: '95', facts: { mark: 95, v: true, w: true }, expect: { grade: 'qualified' } }])
  })
})

describe('zero an item', () => {
  const part = (id: string, points: number) => criterion(id, points, [rule('s', given(id), { type: 'share', params: { fact: id, target: points } })], { start: 'zero' })
  const rules = (indicator: string) => ruleset({
    indicators: [leaf('group', [part('a', 20), part('b', 20)]), leaf('other', [part('c', 60)])], facts: [...['a', 'b', 'c'].map((id) => fact(id, 'number')), fact('v', 'boolean')], verdicts: [verdict({ type: 'zero-item', indicator })],
  })
  it('takes all points under a node, or of one criterion, and keeps them in the maximum', async () => {
    await holds(rules('group'), [{ sum: '0 + 0 + 50', facts: { a: 20, b: 15, c: 50, v: true }, expect: { total: '50.00', criteria: { a: '0', b: '0', c: '50' } } }])
    await holds(rules('b'), [{ sum: '20 + 0 + 50', facts: { a: 20, b: 15, c: 50, v: true }, expect: { total: '70.00' } }])
    await holds(rules('group'), [{ sum: '20 + 15 + 50', facts: { a: 20, b: 15, c: 50, v: false }, expect: { total: '85.00' } }])
  })
  it('raises nothing that does not concern the unit back into the maximum', async () => {
    await holds(rules('group'), [{ sum: '(0 + 50) / 80 x 100', facts: { a: { state: 'not-applicable' }, b: 15, c: 50, v: true }, expect: { total: '62.50', criteria: { a: 'not-applicable' } } }])
  })
})

describe('zero a file', () => {
  const rules = (conditions?: Verdict['conditions']) => flat([criterion('mark', 100, [rule('s', given('m'), { type: 'share', params: { fact: 'm', target: 100 } })], { start: 'zero' })], {
    facts: [fact('files', 'ratings'), fact('v', 'boolean')], derived: [derived('m', { op: 'mean', ratings: 'files' })],
    verdicts: [{ id: 'basic', label: 'basic', effect: { type: 'zero-file', ratings: 'files' }, source, ...(conditions ? { conditions } : {}) }],
  })
  const files = [{ value: 90, vetoes: ['no hearing'] }, { value: 80 }]
  it('counts only the failed file as nothing', async () => {
    await holds(rules(), [{ sum: '(0 + 80) / 2', facts: { files, v: false }, expect: { total: '40.00' } }])
  })
  it('does nothing to files that nobody declared a basic standard for', async () => {
    await holds({ ...rules(), verdicts: [] }, [{ sum: '(90 + 80) / 2', facts: { files, v: false }, expect: { total: '85.00' } }])
  })
})

describe('a verdict', () => {
  it.each<Verdict['effect']>([{ type: 'fix-total', points: 59 }, { type: 'stop', grade: 'unqualified' }, { type: 'cap-grade', grade: 'good' }])('whose fact is missing blocks the unit: $type', async (effect) => {
    await holds(made(effect), [{ sum: 'v missing', facts: { mark: 95 }, expect: { state: 'blocked', total: null, grade: null, flags: ['blocked:verdicts/v'] } }])
  })
  it('that does not concern the unit does nothing', async () => {
    await holds(made({ type: 'cap-grade', grade: 'good' }), [{ sum: '95', facts: { mark: 95, v: { state: 'not-applicable' } }, expect: { total: '95.00', grade: 'excellent' } }])
  })
})
