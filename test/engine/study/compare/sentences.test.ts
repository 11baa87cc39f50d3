import { describe, expect, it } from 'vitest'
import { compare, comparisonSentences, rounded, type Cohort, type Ruleset } from '../../../../engine/index.ts'
import { signed } from '../../../../engine/study/rounded.ts'
import { assumed, band, cohortOf, grading, marked, pool, rule, when } from '../../../support/pattern.ts'

const a: Ruleset = marked({ ranking: { method: 'standard', pools: [pool('all', 'bureau')], tieBreaks: [], source: assumed } })
const marks = (...list: (number | null)[]): Cohort => cohortOf(a, list.map((mark) => ({ sum: '', expect: {}, facts: (mark === null ? {} : { mark }) as Cohort['records'][number]['facts'] })))
const told = (b: Ruleset, cohort: Cohort, lang: 'zh' | 'en'): string[] => comparisonSentences(a, b, compare(a, b, cohort), lang)
const stop = { id: 'out', label: 'out', conditions: when('mark', 'lessThan', 80), effect: { type: 'stop' as const, grade: 'unqualified' }, source: assumed }
const outcome = { id: 'letter', label: '建议书', type: 'notice' as const, conditions: when('result.total', 'lessThan', 95), by: 'rule' as const, source: assumed }

describe('a comparison in sentences', () => {
  it('says when nothing differs, and only that', () => {
    expect(told({ ...a, title: 'other' }, marks(96, 92), 'zh')).toEqual(['两个方案使全部 2 个单位的总分、等次、名次和结果运用都相同。', '新方案需要的数据都有。'])
    expect(told({ ...a, title: 'other' }, marks(96, 92), 'en')).toEqual(['Under both rulesets all 2 units have the same total, grade, rank and outcomes.', 'All data that the later ruleset needs are there.'])
  })
  it('says whom it moves and how far, the most frequent change of grade first', () => {
    const b: Ruleset = { ...a, gradings: [grading([band('excellent', 95), band('good', 91), band('qualified', 60), band('unqualified')])], bonus: { classes: [], rules: [rule('plus', when('mark', 'equal', 90), { type: 'award', params: { points: 2 } })] }, outcomes: [outcome] }
    expect(told(b, marks(96, 94, 93, 90, 85, null), 'zh')).toEqual([
      '6 个单位中，1 个总分有变化：上升 1 个，下降 0 个；平均变化 +0.40 分。', '总分上升最多的是u4，+2.00 分。',
      '4 个单位等次有变化：3 个由excellent变为good，1 个由good变为qualified。', '没有单位的名次有变化。', '“建议书”由 0 个单位变为 4 个（新增 4 个，减少 0 个）。',
      '1 个单位没有总分（数据缺失 1 个，被否决终止 0 个），不在总分和名次的比较之内。', '新方案有 1 项数据缺失，其中 0 项是新要的；缺失的按方案的缺失策略处理，不作猜测。',
    ])
  })
  it('says who gains and loses places, and who has no total', () => {
    const b: Ruleset = { ...a, verdicts: [stop], deduction: { ...a.deduction, rules: [rule('minus', when('mark', 'equal', 96), { type: 'deduct', params: { points: 10 } })] } }
    expect(told(b, marks(96, 92, 70), 'en')).toEqual([
      'The total changes for 1 of 3 units: 0 up, 1 down; −5.00 points on average.', 'The largest loss is that of u1: −10.00 points.', 'The grade changes for 2 units: 1 from excellent to good, 1 from qualified to unqualified.',
      'The rank changes for 3 units.', 'Most places are gained by u2: 1.', 'Most places are lost by u1: 1.', 'Units without a total: 1 (data missing for 0, stopped by a verdict 1); totals and ranks are not compared for them.', 'All data that the later ruleset needs are there.',
    ])
  })
  it('rounds only what is read: halves away from zero, with a sign only where there is something', () => {
    expect(['1/3', '-947/2200', '0.005', '-0.005', '2', '-1/1000'].map((value) => rounded(value, 2))).toEqual(['0.33', '-0.43', '0.01', '-0.01', '2.00', '0.00'])
    expect(['1/3', '-0.5', '0', '-1/1000'].map((value) => signed(value, 2))).toEqual(['+0.33', '−0.50', '0.00', '0.00'])
    expect([signed('0', 0), signed('-3', 0)]).toEqual(['0', '−3'])
  })
})
