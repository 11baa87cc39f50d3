import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appliesSentence, conditionText, outcomeSentence, requirementSentence, sentence, textOf, verdictSentence, type Condition, type Effect, type Lang, type Part, type Rule, type Ruleset } from '../../../engine/index.ts'
import { sentenceEn } from '../../../engine/study/words/sentence.en.ts'
import { sentenceZh } from '../../../engine/study/words/sentence.zh.ts'
import { anyRuleset } from '../../support/arbitrary.ts'
import { all, assumed, fact, flat, rule, test } from '../../support/pattern.ts'

const shipped = JSON.parse(readFileSync(new URL('../../../rulesets/pingdingshan/2022/ruleset.json', import.meta.url), 'utf8')) as Ruleset
const rulesOf = (ruleset: Ruleset): Rule[] => {
  const visit = (nodes: Ruleset['indicators']): Rule[] => nodes.flatMap((n) => [...(n.criteria ?? []).flatMap((c) => c.rules), ...visit(n.children ?? [])])
  return [...visit(ruleset.indicators), ...(ruleset.bonus.rules ?? []), ...(ruleset.deduction.rules ?? [])]
}
const labelled = (id: string, label: string, kind: Parameters<typeof fact>[1], more: Parameters<typeof fact>[2] = {}) => fact(id, kind, { label, ...more })
const world = flat([], {
  facts: [
    labelled('late', '逾期报送次数', 'count', { unit: '次' }), labelled('files', '未报备文件', 'count', { unit: '件' }), labelled('rate', '完成率', 'ratio'), labelled('mark', '现场评分', 'number'),
    labelled('level', '评价', 'choice', { options: [{ id: 'a', label: '优' }, { id: 'b', label: '良' }] }), labelled('done', '已成立领导小组', 'boolean'), labelled('day', '公开日期', 'date'),
  ],
  categories: [{ id: 'county', label: '县、区', source: assumed }, { id: 'bureau', label: '市直部门', source: assumed }],
  conditions: [{ id: 'enforcing', label: '有执法职责', conditions: all(test('unit.category', 'equal', 'county')) }],
  decisionKinds: [{ id: 'grave', label: '情节严重认定', requires: ['reason'], source: assumed }],
  history: [{ id: 'tail', label: '排名末位', type: 'last', count: 3, minimumPool: 5, ties: 'include', source: assumed }],
})
const told = (conditions: Rule['conditions'], event: Effect, lang: Lang = 'zh'): string => textOf(sentence(world, rule('r', conditions, event), lang))
const late = all(test('late', 'greaterThanInclusive', 1))

describe('a rule as a sentence', () => {
  it('says the unit of a fact and leaves out a fact just named', () => {
    const event: Effect = { type: 'deductEach', params: { fact: 'late', points: 0.5, cap: 2 } }
    expect(told(late, event)).toBe('若 逾期报送次数 ≥ 1 次\uff0c每次扣 0.5 分\uff0c最多扣 2 分')
    expect(told(late, event, 'en')).toBe('If 逾期报送次数 ≥ 1, deduct 0.5 for each one, at most 2')
  })
  it('names the fact of the effect where the condition is about another', () => {
    expect(told(late, { type: 'deductEach', params: { fact: 'files', points: 1 } })).toBe('若 逾期报送次数 ≥ 1 次\uff0c按 未报备文件 每件扣 1 分')
    expect(told(late, { type: 'deductEach', params: { fact: 'files', points: 1 } }, 'en')).toBe('If 逾期报送次数 ≥ 1, deduct 1 for each one of 未报备文件')
  })
  it('shows shares as percent, and steps between them as percentage points', () => {
    const event: Effect = { type: 'deductSteps', params: { fact: 'rate', target: 0.95, direction: 'below', step: 0.05, points: 0.3, count: 'begun' } }
    expect(told(all(test('rate', 'lessThan', 0.95)), event)).toBe('若 完成率 < 95%\uff0c比 95% 每低 5 个百分点扣 0.3 分\uff08不足一档按一档计\uff09')
    expect(told(all(test('rate', 'lessThan', 0.95)), event, 'en')).toBe('If 完成率 < 95%, deduct 0.3 for every 5 percentage points below 95% (a begun step counts in full)')
  })
  it('needs no if where the condition holds for every value the effect can read', () => {
    const share: Effect = { type: 'share', params: { fact: 'rate', target: 0.9 } }
    expect(told(all(test('rate', 'greaterThanInclusive', 0)), share)).toBe('按 完成率 ÷ 90% × 满分计分')
    expect(told(all(test('rate', 'greaterThanInclusive', 0.1)), share)).toBe('若 完成率 ≥ 10%\uff0c按 实际值 ÷ 90% × 满分计分')
    const rows = [{ equals: 'a', points: 2 }, { equals: 'b', points: 0 }]
    expect(told(all(test('level', 'in', ['a', 'b'])), { type: 'lookup', params: { fact: 'level', mode: 'set', rows } }, 'en')).toBe('score by 评价: 优: 2; 良: 0')
    expect(told(all(test('level', 'in', ['a'])), { type: 'lookup', params: { fact: 'level', mode: 'set', rows } }, 'en')).toBe('If 评价 is 优, score by its value: 优: 2; 良: 0')
  })
  it('keeps the if of a number that may be negative', () => {
    expect(told(all(test('mark', 'greaterThanInclusive', 0)), { type: 'share', params: { fact: 'mark', target: 100 } })).toBe('若 现场评分 ≥ 0\uff0c按 实际值 ÷ 100 × 满分计分')
  })
})

describe('a condition as text', () => {
  const text = (condition: Condition, lang: Lang = 'zh'): string => conditionText(world, condition, lang)
  it('puts groups inside others in brackets', () => {
    const nested: Condition = { any: [test('done', 'equal', false), { all: [test('late', 'greaterThan', 2), { not: test('rate', 'between', [0.5, 0.75]) }] }] }
    expect(text(nested)).toBe('已成立领导小组 为 否 或 \uff08逾期报送次数 > 2 次 且 并非\uff08完成率 介于 50% 至 75%\uff09\uff09')
    expect(text(nested, 'en')).toBe('已成立领导小组 is no or (逾期报送次数 > 2 and not (完成率 is between 50% and 75%))')
  })
  it('quotes names that hold a mark of listing, so that one reads as one', () => {
    expect(text(test('unit.category', 'in', ['county', 'bureau']))).toBe('对象类别 属于 「县、区」「市直部门」')
    expect(text(test('unit.category', 'in', ['county']))).toBe('对象类别 为 县、区')
  })
  it('speaks of decisions, history, shared conditions and states in their own words', () => {
    expect(text(test('decision.grave', 'equal', true))).toBe('有「情节严重认定」的决定')
    expect(text(test('history.tail', 'equal', false), 'en')).toBe('“排名末位” does not hold')
    expect(text({ not: { condition: 'enforcing' } })).toBe('不符合「有执法职责」')
    expect(text(test('day', 'hasState', 'missing'))).toBe('公开日期 的数据 缺失')
    expect(text(test('day', 'onOrBefore', '2022-03-31'), 'en')).toBe('公开日期 is on or before 2022-03-31')
  })
})

describe('other parts of a ruleset as sentences', () => {
  it('says whom something concerns, what a verdict does, what a grade requires, what follows', () => {
    expect(textOf(appliesSentence(world, undefined, 'en'))).toBe('All units')
    expect(textOf(appliesSentence(world, { condition: 'enforcing' }, 'zh'))).toBe('只考核 符合「有执法职责」 的单位')
    expect(textOf(verdictSentence(world, { id: 'v', label: 'v', conditions: late, effect: { type: 'cap-grade', grade: 'good' }, source: assumed }, 'zh'))).toBe('若 逾期报送次数 ≥ 1 次\uff0c最高只能评为 good')
    expect(textOf(requirementSentence(world, { id: 'q', grade: 'excellent', conditions: late, source: assumed }, 'en'))).toBe('excellent requires that 逾期报送次数 ≥ 1')
    expect(textOf(outcomeSentence(world, { id: 'o', label: 'o', type: 'warning', conditions: all(test('history.tail', 'equal', true)), recipients: [{ unit: true }], by: 'rule', source: assumed }, 'zh'))).toBe('若 符合「排名末位」\uff0c予以提醒\uff0c发至 本单位')
  })
})

const at = (node: unknown, spot: readonly (string | number)[]): unknown => spot.reduce<unknown>((here, name) => (here as { [key: string | number]: unknown } | undefined)?.[name], node)
/** A piece that can be changed stands where it says, and shows the value that is there. */
const stands = (root: unknown, part: Part): unknown[] => {
  const there = part.kind === 'join' ? Object.keys(at(root, part.at ?? []) as object)[0] : at(root, part.at ?? [])
  return [part.kind, there]
}
describe('the pieces of a sentence', () => {
  it('say where they stand and what stands there, in every random rule and in both languages', () => {
    fc.assert(fc.property(anyRuleset, (ruleset) => {
      for (const one of rulesOf(ruleset)) {
        const [zh, en] = (['zh', 'en'] as const).map((lang) => sentence(ruleset, one, lang).filter((part) => part.at))
        expect(zh?.map((part) => [part.kind, part.value])).toEqual(zh?.map((part) => stands(one, part)))
        const spots = (parts: readonly Part[] | undefined): string[] => (parts ?? []).map((part) => `${part.kind} ${part.at?.join('.')}`).sort()
        expect(spots(en)).toEqual(spots(zh))
      }
    }), { numRuns: 100 })
  })
  it('show every number of the condition and the effect', () => {
    const numbersOf = (node: unknown): number[] => (typeof node === 'number' ? [node] : typeof node === 'object' && node !== null ? Object.values(node).flatMap(numbersOf) : [])
    for (const one of rulesOf(shipped)) {
      const parts = sentence(shipped, one, 'zh')
      const shown = parts.flatMap((part) => (part.kind === 'number' ? [part.value] : []))
      const hidden = parts[0]?.text.startsWith('若') ? [] : numbersOf(one.conditions)
      expect([...shown, ...hidden].sort()).toEqual([...numbersOf(one.conditions), ...numbersOf(one.event.params)].sort())
    }
  })
  it('leave no code and no empty place in the shipped scheme', () => {
    const texts = rulesOf(shipped).flatMap((one) => (['zh', 'en'] as const).map((lang) => textOf(sentence(shipped, one, lang))))
    expect(texts.filter((text) => /[{}]|undefined|NaN|\bop\.|\s{2}/.test(text))).toEqual([])
  })
})

it('the words of both languages are the same, and each has the same places', () => {
  const places = (text: string | undefined): string[] => (text?.match(/\{\w+\}/g) ?? []).sort()
  expect(Object.keys(sentenceZh).sort()).toEqual(Object.keys(sentenceEn).sort())
  const differ = Object.keys(sentenceZh).filter((code) => code !== 'unit' && code !== 'each' && code !== 'one' && places(sentenceZh[code]).join() !== places(sentenceEn[code]).join())
  expect(differ).toEqual([])
})
