import { describe, expect, it } from 'vitest'
import { apply, dataProblem, examine, indicatorPath, problemSentence, prove, type Ruleset } from '../../../engine/index.ts'
import { criteriaOf, leavesOf, years } from '../content/schemes.ts'
import { band, criterion, fact, flat, grading, rule, when } from '../../support/pattern.ts'

const bands = [band('excellent', 90), band('good', 80), band('qualified', 60), band('unqualified')]
const late = rule('late', when('late', 'greaterThanInclusive', 1), { type: 'deductEach', params: { fact: 'late', points: 10 } })
const scheme = (more: Partial<Ruleset> = {}): Ruleset => flat([criterion('one', 100, [late])], { facts: [fact('late', 'count')], gradings: [grading(bands)], ...more })
const gapped = scheme({ gradings: [grading(bands.map((b) => (b.grade === 'good' ? { ...b, below: 89.99 } : b)))] })

describe('an examined ruleset', () => {
  it('has no problem where none is, and lists what is only assumed', () => {
    const { problems, assumed, analysed } = examine(scheme())
    expect([problems.filter((p) => p.level !== 'info'), analysed, assumed.length > 5]).toEqual([[], true, true])
  })
  it('tells one fault once, with the example of the analysis and the mends of the check', () => {
    const found = examine(gapped).problems.filter((p) => p.code === 'bands.gap')
    expect(found.map((p) => [p.by, p.path, p.counterexample, p.fixes.map((f) => f.code)])).toEqual([['study', 'gradings/grading', { total: '89.99' }, ['band-up', 'band-down']]])
  })
  it('offers the mend of a finding that no check names, and it mends', () => {
    const dead = scheme({ facts: [fact('late', 'count'), fact('idle', 'count')] })
    const [found] = examine(dead).problems.filter((p) => p.code === 'fact.unused')
    expect([found?.path, found?.fixes.length]).toEqual(['facts/idle', 1])
    expect(examine(apply(dead, found?.fixes[0]?.steps ?? [])).problems.filter((p) => p.code === 'fact.unused')).toEqual([])
  })
  it('checks a document without its shape, and says that it could not be analysed', () => {
    const { problems, analysed } = examine({ ...scheme(), colour: 'red' } as unknown as Ruleset)
    expect([problems.map((p) => p.code), analysed]).toEqual([['structure.unknown-property'], false])
  })
  it('has a sentence for each problem in both languages', () => {
    for (const problem of [...examine(gapped).problems, dataProblem({ level: 'warning', code: 'unit.blocked', path: 'records/a', values: { name: 'A', by: 'x' }, message: '' })]) {
      expect([problemSentence(problem, gapped, 'zh'), problemSentence(problem, gapped, 'en')].map((text) => text === problem.code)).toEqual([false, false])
    }
  })
})

describe('the proofs', () => {
  const states = (rules: Ruleset, differing: Parameters<typeof prove>[1] = null): { [id: string]: string } => Object.fromEntries(prove(examine(rules), differing).map((p) => [p.id, p.state]))
  it('hold for a sound scheme, and the evaluators once they were compared', () => {
    expect(states(scheme())).toEqual({ points: 'proved', bands: 'proved', grades: 'proved', tables: 'proved', rules: 'proved', caps: 'proved', evaluators: 'open' })
    expect(states(scheme(), [])['evaluators']).toBe('proved')
    expect(states(scheme(), [dataProblem({ level: 'error', code: 'evaluators.disagree', path: 'records/a', values: {}, message: '' })])['evaluators']).toBe('failed')
  })
  it('fail one by one with the problems that break them', () => {
    expect(states(gapped)).toEqual({ ...states(scheme()), bands: 'failed' })
    expect(states(scheme({ fullMarks: 90 }))['points']).toBe('failed')
    const dead = flat([criterion('one', 100, [rule('never', when('late', 'lessThan', 0), { type: 'deduct', params: { points: 1 } })])], { facts: [fact('late', 'count')], gradings: [grading(bands)] })
    expect(prove(examine(dead), null).find((p) => p.id === 'rules')?.problems.map((p) => p.code)).toEqual(['rule.dead'])
  })
  it('stay open for a document that cannot be analysed', () => {
    expect(states({ ...scheme(), colour: 'red' } as unknown as Ruleset)['rules']).toBe('open')
  })
  it('name things by their labels, not by ids and paths', () => {
    const ruleset = years[0]?.ruleset
    if (!ruleset) throw new RangeError('no scheme')
    const first = criteriaOf(ruleset)[0]
    const kind = ruleset.decisionKinds[0]
    const leaf = leavesOf(ruleset)[0]
    if (!first || !kind || !leaf) throw new RangeError('an empty scheme')
    const told = (code: string, values: { [name: string]: string }): string => problemSentence(dataProblem({ level: 'warning', code, path: 'records/u', values, message: '' }), ruleset, 'zh')
    expect(told('decision.incomplete', { kind: kind.id, needs: 'document' })).toContain(kind.label)
    expect(told('judgement.missing', { unit: 'u', criterion: first.id })).toContain(first.label)
    const blocked = told('unit.blocked', { name: 'n', unit: 'u', by: `${indicatorPath(ruleset, leaf.id)}/criteria/${first.id}` })
    expect([blocked.includes(first.label), blocked.includes('indicators/')]).toEqual([true, false])
  })
})
