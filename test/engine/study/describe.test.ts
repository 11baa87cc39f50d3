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
    expect(told((ruleset) => { ruleset.gradings[0]?.bands.pop() })).toEqual(['grading “all”: without grade “不合格”, from 0'])
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
