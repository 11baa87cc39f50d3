import { describe, expect, it } from 'vitest'
import { validate, type Ruleset } from '../../../engine/index.ts'
import { bonusClass, fact, grading, when } from '../../support/pattern.ts'
import { problems, sound, told } from './told.ts'

const source = { basis: 'assumed' as const }
const bands = sound().gradings[0]?.bands ?? []
type Quota = NonNullable<Ruleset['gradings'][number]['quotas']>[number]
const quota = (more: Partial<Quota>): Quota => ({ grade: 'excellent', rounding: 'down', equals: 'all', unfilled: 'pass', source, ...more })
const quotas = (...list: Quota[]): Partial<Ruleset> => ({ gradings: [grading(bands, { quotas: list })] })
const dedupe = (more: object): Partial<Ruleset> => ({ bonus: { classes: [bonusClass('praise', 'list', [{ points: 1 }], { dedupe: { by: 'achievement', keep: 'reduced', ...more } })], cap: { kind: 'hard', points: 5, source } } })

describe('settings that contradict each other or lack something', () => {
  it.each<[code: string, level: string, path: string, Partial<Ruleset>]>([
    ['period.order', 'error', 'period', { period: { kind: 'year', start: '2022-12-31', end: '2022-01-01' } }],
    ['period.year', 'error', 'period', { year: 2023 }], ['period.year', 'error', 'period', { year: 2021 }],
    ['limits.order', 'error', 'limits', { limits: { min: 10, max: 9.99, source } }],
    ['fact.range', 'error', 'facts/n', { facts: [...sound().facts, fact('n', 'count', { min: 2, max: 1 })] }],
    ['fact.no-options', 'error', 'facts/n', { facts: [...sound().facts, fact('n', 'choice')] }], ['fact.no-options', 'error', 'facts/n', { facts: [...sound().facts, fact('n', 'choice', { options: [] })] }],
    ['method.no-component', 'error', 'indicators/item/criteria/late', { methods: [{ id: 'daily', label: 'daily', source }] }],
    ['cap.no-override', 'warning', 'deduction/cap', { deduction: { classes: [], cap: { kind: 'soft', points: 10, source } } }],
    ['dedupe.no-shares', 'error', 'bonus/classes/praise', dedupe({})], ['dedupe.no-shares', 'error', 'bonus/classes/praise', dedupe({ shares: [] })],
    ['verdict.no-condition', 'error', 'verdicts/v', { verdicts: [{ id: 'v', label: 'v', effect: { type: 'fix-total', points: 59 }, source }] }],
    ['verdict.file-condition', 'error', 'verdicts/v', { verdicts: [{ id: 'v', label: 'v', conditions: when('open', 'equal', true), effect: { type: 'zero-file', ratings: 'files' }, source }] }],
    ['quota.size', 'error', 'gradings/grading', quotas(quota({}))], ['quota.size', 'error', 'gradings/grading', quotas(quota({ share: 0.3, places: 3 }))],
    ['quota.double', 'error', 'gradings/grading', quotas(quota({ share: 0.3 }), quota({ places: 3 }))],
    ['tie-break.of', 'error', 'ranking/tieBreaks/t', { ranking: { method: 'standard', pools: [], tieBreaks: [{ id: 't', quantity: 'component', order: 'high', source }], source } }],
    ['regression.nothing', 'error', 'history/fall', { history: [{ id: 'fall', label: 'fall', type: 'regression', source }] }],
    ['outcome.no-recipient', 'warning', 'outcomes/o', { outcomes: [{ id: 'o', label: 'o', type: 'copy', conditions: when('result.total', 'lessThan', 60), by: 'rule', source }] }],
  ])('%s (%s) at %s', (code, level, path, more) => {
    const found = problems(sound(more))
    expect(found.map((i) => i.level)).toEqual([level])
    expect(told(found)).toEqual([[code, path]])
  })
  it('are not found where nothing is wrong', () => {
    const fine: Partial<Ruleset>[] = [
      { period: { kind: 'year', start: '2021-11-01', end: '2022-10-31' } }, { period: { kind: 'year', start: '2022-12-01', end: '2023-11-30' } }, { limits: { min: 10, max: 10, source } }, dedupe({ shares: [1, 0.5] }),
      quotas(quota({ share: 0.3 }), quota({ grade: 'good', places: 4 })), { deduction: { classes: [], cap: { kind: 'hard', points: 10, source } } },
    ]
    expect(fine.flatMap((more) => told(problems(sound(more))))).toEqual([])
  })
})

describe('assumptions', () => {
  const listed = (rules: unknown) => validate(rules).issues.filter((i) => i.code === 'assumed')
  it('are listed as notes, each at its place with its clause and note', () => {
    const plan = JSON.parse(JSON.stringify(sound()).replaceAll('"basis":"assumed"', '"basis":"plan"')) as Ruleset
    expect(validate(plan).issues).toEqual([])
    const [late] = plan.indicators[0]?.criteria ?? []
    if (late) late.source = { basis: 'assumed', clause: '5', note: 'the plan gives no points' }
    plan.clauses.push({ id: '5', summary: 'five' })
    plan.rounding.source = { basis: 'assumed' }
    const found = listed(plan)
    expect(told(found)).toEqual([['assumed', 'indicators/item/criteria/late'], ['assumed', 'rounding']])
    expect(found.map((i) => [i.level, i.values])).toEqual([['info', { clause: '5', note: 'the plan gives no points' }], ['info', { clause: '', note: '' }]])
  })
  it('are as many as the objects that say so', () => {
    const rules = sound()
    expect(listed(rules).length).toBe([...JSON.stringify(rules).matchAll(/"basis":"assumed"/g)].length)
  })
})
