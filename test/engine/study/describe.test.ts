import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { apply, describe as tell, diff, type Lang, type Ruleset } from '../../../engine/index.ts'
import { stepsEn } from '../../../engine/study/words/steps.en.ts'
import { stepsZh } from '../../../engine/study/words/steps.zh.ts'

const shipped = (): Ruleset => JSON.parse(readFileSync(new URL('../../../rulesets/pingdingshan/2022/ruleset.json', import.meta.url), 'utf8')) as Ruleset
/** What is told of a change made to the shipped ruleset. */
const told = (change: (ruleset: Ruleset) => void, lang: Lang = 'en'): string[] => {
  const a = shipped()
  const b = shipped()
  change(b)
  const changes = tell(a, diff(a, b), lang)
  expect(apply(a, changes.flatMap((one) => one.steps))).toEqual(b)
  return changes.map((one) => one.text)
}
const leaf = (ruleset: Ruleset) => {
  const criterion = ruleset.indicators[0]?.children?.[0]?.children?.[0]?.criteria?.[0]
  const rule = criterion?.rules[0]
  if (!criterion || !rule) throw new RangeError('the shipped ruleset begins otherwise')
  return { criterion, rule }
}

describe('a change as a sentence', () => {
  it('names the place by labels and both values', () => {
    const points = (ruleset: Ruleset): void => { leaf(ruleset).criterion.points = 2.5 }
    expect(told(points)).toEqual(['indicator “专题学习” › criterion “专题学习次数” › points: 1.5 becomes 2.5'])
    expect(told(points, 'zh')).toEqual(['指标「专题学习」 › 评分项「专题学习次数」 › 分值\uff1a由1.5改为2.5'])
  })
  it('tells a rule changed in several places once, by its sentence before and after', () => {
    const [text, ...more] = told((ruleset) => {
      const { rule } = leaf(ruleset)
      rule.conditions = { any: 'all' in rule.conditions ? rule.conditions.all : [] }
      rule.event = { type: 'zero', params: {} }
    })
    expect(more).toEqual([])
    expect(text?.endsWith('“If 专题学习次数 < 4, deduct 0.5 for each one short of 4” becomes “If 专题学习次数 < 4, no points for this item”')).toBe(true)
  })
  it('tells only the rows of a table that differ, and ids by their labels', () => {
    expect(told((ruleset) => { ruleset.gradings[0]?.bands.pop() })).toEqual(['grading: without grade “不合格”, from 0'])
  })
  it('tells what is new, what is gone, what moved', () => {
    const source = { basis: 'assumed' } as const
    expect(told((r) => { r.grades.push({ id: 'worst', label: 'worst', source }) })).toEqual(['New grade “worst”, at the end'])
    expect(told((r) => { r.outcomes.splice(0, 1) })).toEqual([`outcome “${shipped().outcomes[0]?.label ?? ''}” removed`])
    expect(told((r) => { r.grades.reverse() }).length).toBe(3)
    expect(told((r) => { r.indicators[1]?.children?.push(...(r.indicators[0]?.children?.splice(0, 1) ?? [])) })).toEqual([
      'indicator “深入学习贯彻习近平法治思想” moved to indicator “共同职责”, at the end',
    ])
  })
  it('shows no bare id where something has a label: what weights, exemptions, tariff rows, gradings, requirements and tie-breaks name', () => {
    expect(told((r) => {
      const weighted = r.derived.find((d) => d.derive.op === 'weighted')?.derive
      if (weighted?.op === 'weighted' && weighted.facts[0]) weighted.facts[0].weight = 0.25
    })).toEqual(['derived fact “满意度” › derivation › fact “专业机构调查得分” › weight: 0.5 becomes 0.25'])
    expect(told((r) => { r.history = r.history.map((h) => (h.type === 'last' ? { ...h, exempt: ['excellent'] } : h)) })).toEqual(['history rule “排名最后三名” › exempt grades: none becomes “优秀”'])
    expect(told((r) => { r.ranking.tieBreaks.reverse() })).toEqual(['tie-break “实地考核” put in another place, before “the base”', 'tie-break “满意度” put in another place, before “实地考核”'])
    const source = { basis: 'assumed' } as const
    expect(told((r) => { r.gradings = r.gradings.map((g) => ({ ...g, requires: [{ id: 'base', grade: 'good', conditions: { all: [{ fact: 'result.base', operator: 'greaterThan', value: 80 }] }, source }] })) })).toEqual(['grading › required for a grade: none becomes “良好 requires that base > 80”'])
    expect(told((r) => { r.bonus.classes[0]?.tariff.pop() })[0]?.includes('promoted')).toBe(false)
  })
  it('calls a rule without a name by its number, and tells a new one by its sentence', () => {
    expect(told((r) => { leaf(r).criterion.rules.push({ ...structuredClone(leaf(r).rule), id: 'other', event: { type: 'zero', params: {} } }) })).toEqual(['indicator “专题学习” › criterion “专题学习次数”: new rule “If 专题学习次数 < 4, no points for this item”, at the end'])
    expect(told((r) => { leaf(r).criterion.rules.push({ ...structuredClone(leaf(r).rule), id: 'other' }); leaf(r).criterion.rules.reverse() })[0]).toBe('indicator “专题学习” › criterion “专题学习次数”: new rule “If 专题学习次数 < 4, deduct 0.5 for each one short of 4”, before rule')
  })
  it('has the same words in both languages', () => {
    expect(Object.keys(stepsZh).sort()).toEqual(Object.keys(stepsEn).sort())
  })
  it('has a word for every property of the format', () => {
    const schema: unknown = JSON.parse(readFileSync(new URL('../../../engine/model/schema/ruleset.schema.json', import.meta.url), 'utf8'))
    const names = new Set<string>()
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return
      for (const [key, value] of Object.entries(node)) {
        if (key === 'properties') Object.keys(value as object).forEach((name) => names.add(name))
        walk(value)
      }
    }
    walk(schema)
    expect([...names].filter((name) => !(`key.${name}` in stepsEn) && !(`one.${name}` in stepsEn)).sort()).toEqual([])
  })
})
