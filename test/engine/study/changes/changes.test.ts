import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply, changeGroups, diff, revisionRows, type Ruleset } from '../../../../engine/index.ts'
import { anyRuleset } from '../../../support/arbitrary.ts'
import { assumed, bonusClass, criterion, fact, leaf, rule, ruleset, when } from '../../../support/pattern.ts'

const late = (id: string, points: number) => criterion(id, points, [rule('late', when('late', 'greaterThan', 0), { type: 'deduct', params: { points: 1 } })])
const base = (): Ruleset => ruleset({ facts: [fact('late', 'count')], indicators: [
  { id: 'part', label: 'Part', points: 9, source: assumed, children: ['a', 'b', 'c'].map((id) => leaf(id, [late(`${id}-item`, 3)], { label: id.toUpperCase(), points: 3, source: { ...assumed, clause: `5-${id}` } })) },
  { id: 'other', label: 'Other', points: 1, source: assumed, children: [leaf('d', [late('d-item', 1)], { label: 'D', points: 1 })] },
] })
const changed = (change: (part: Ruleset['indicators'][number], ruleset: Ruleset) => void): Ruleset => {
  const b = base()
  change(b.indicators[0] as Ruleset['indicators'][number], b)
  return b
}
const told = (b: Ruleset) => changeGroups(base(), b, 'en')

describe('changes in groups', () => {
  it('are counted by what is done to what, in one sentence', () => {
    const b = changed((part, rules) => {
      for (const [i, points] of [[0, 2], [1, 4]] as const) {
        const node = part.children?.[i]
        if (node?.criteria?.[0]) Object.assign(node, { points, criteria: [{ ...node.criteria[0], points }] })
      }
      part.children?.splice(2, 1, leaf('new', [late('new-item', 3)], { label: 'New', points: 3 }))
      rules.bonus = { classes: [bonusClass('honours', 'late', [{ points: 1 }])] }
    })
    const found = told(b)
    expect([found.sentence, changeGroups(base(), b, 'zh').sentence]).toEqual(['2 indicators given other points, 1 new, 1 removed; 1 adjustment class new', '2 个指标改分值，1 个新增，1 个删除；1 个加减分类别新增'])
    expect(found.sections.map(({ section, counts, changes }) => [section, counts.map((c) => `${c.count} ${c.act}`), changes.map((c) => `${c.kind} ${c.act}`)])).toEqual([
      ['indicators', ['2 points', '1 added', '1 removed'], ['indicators added', 'indicators points', 'indicators sum', 'indicators points', 'indicators sum', 'indicators removed']],
      ['adjustments', ['1 added'], ['classes added']],
    ])
  })
  it('say so when there are none', () => {
    expect([told(base()), changeGroups(base(), base(), 'zh').sentence]).toEqual([{ same: true, sentence: 'No changes', counts: [], sections: [] }, '没有改动'])
  })
  it('know what takes the place of what: of the same name, or of the same clause', () => {
    const renamed = told(changed((part) => part.children?.splice(0, 1, leaf('z', [late('z-item', 3)], { label: 'A', points: 3 }))))
    expect(renamed.sections[0]?.changes.map((c) => [c.act, c.path, c.replaces, c.text])).toEqual([['replaced', 'indicators/part/children/z', 'indicators/part/children/a', 'indicator “Part” › indicator “A” is replaced by indicator “Part” › indicator “A”']])
    const retired = told(changed((part) => {
      if (part.children?.[1]) part.children[1].retired = { year: 2022, reason: 'merged' }
      part.children?.push(leaf('z', [late('z-item', 3)], { label: 'Z', points: 3, source: { ...assumed, clause: '5-b' } }))
    }))
    expect([retired.sentence, retired.sections[0]?.changes[0]?.replaces]).toEqual(['1 indicator replaced', 'indicators/part/children/b'])
    const neither = told(changed((part) => part.children?.splice(0, 1, leaf('z', [late('z-item', 3)], { label: 'Z', points: 3 }))))
    expect(neither.sentence).toBe('1 indicator new, 1 removed')
  })
  it('tell a move from a change of order, and a retirement from a removal', () => {
    const moved = told(changed((part, rules) => {
      const [node] = part.children?.splice(2, 1) ?? []
      if (node) rules.indicators[1]?.children?.push(node)
    }))
    expect(moved.counts).toEqual([{ kind: 'indicators', act: 'moved', count: 1 }])
    expect(told(changed((part) => part.children?.reverse())).counts).toEqual([{ kind: 'indicators', act: 'ordered', count: 2 }])
    expect(told(changed((part) => { if (part.children?.[0]) part.children[0].retired = { year: 2022, reason: 'r' } })).counts).toEqual([{ kind: 'indicators', act: 'retired', count: 1 }])
  })
  it('count a changed rule, what is inside a class as its class, and each thing once', () => {
    const b = changed((part, rules) => {
      const [item] = part.children?.[0]?.criteria ?? []
      if (item?.rules[0]) item.rules[0] = { ...item.rules[0], conditions: when('late', 'greaterThan', 2), event: { type: 'zero', params: {} } }
      rules.facts = rules.facts.map((f) => ({ ...f, label: 'Late', unit: 'x' }))
    })
    expect(told(b).sentence).toBe('1 fact changed; 1 rule changed')
  })
  it('hold every step exactly once, for random pairs of rulesets', () => {
    fc.assert(fc.property(anyRuleset, anyRuleset, (a, b) => {
      const groups = changeGroups(a, b, 'en')
      const steps = diff(a, b)
      const held = groups.sections.flatMap((s) => s.changes.flatMap((c) => c.steps))
      expect(held.length).toBe(steps.length)
      expect(new Set(held.map((s) => JSON.stringify(s)))).toEqual(new Set(steps.map((s) => JSON.stringify(s))))
      expect([groups.same, apply(a, steps)]).toEqual([steps.length === 0, b])
    }), { numRuns: 20 })
  })
})

describe('a revision table', () => {
  it('reads each changed thing before and after, with the reason given for it', () => {
    const b = changed((part) => {
      const node = part.children?.[0]
      if (node?.criteria?.[0]) Object.assign(node, { points: 2, criteria: [{ ...node.criteria[0], points: 2 }] })
      part.children?.splice(1, 2, leaf('new', [late('new-item', 3)], { label: 'New', points: 3 }))
    })
    const path = 'indicators/part/children/a/criteria/a-item'
    expect(revisionRows(base(), b, 'en', { [path]: 'Too much.' })).toEqual([
      { path: 'indicators/part/children/new', section: 'indicators', title: 'indicator “Part” › indicator “New”', acts: ['added'], before: '', after: 'New (3 points)\nnew-item (3 points, daily): from full points. If late > 0, deduct 1.', reason: '' },
      { path, section: 'indicators', title: 'indicator “A” › criterion “a-item”', acts: ['points'], before: 'a-item (3 points, daily): from full points. If late > 0, deduct 1.', after: 'a-item (2 points, daily): from full points. If late > 0, deduct 1.', reason: 'Too much.' },
      ...['b', 'c'].map((id) => ({ path: `indicators/part/children/${id}`, section: 'indicators', title: `indicator “Part” › indicator “${id.toUpperCase()}”`, acts: ['removed'], before: `${id.toUpperCase()} (3 points)\n${id}-item (3 points, daily): from full points. If late > 0, deduct 1.`, after: '', reason: '' })),
    ])
  })
  it('tells in words what the paper does not show', () => {
    const found = revisionRows(base(), changed((_, rules) => { rules.facts = rules.facts.map((f) => ({ ...f, max: 9 })) }), 'zh')
    expect(found.map(({ path, title, before, after }) => ({ path, title, before, after }))).toEqual([{ path: 'facts/late', title: '数据项「late」', before: '最大值：无', after: '最大值：9' }])
  })
  it('has a row for everything that differs between the shipped years, each with other words on both sides', () => {
    const read = (year: number): Ruleset => JSON.parse(readFileSync(new URL(`../../../../rulesets/pingdingshan/${year}/ruleset.json`, import.meta.url), 'utf8')) as Ruleset
    for (const lang of ['zh', 'en'] as const) {
      const rows = revisionRows(read(2022), read(2023), lang)
      expect([rows.length, rows.filter((r) => r.before === r.after), rows.filter((r) => r.title === ''), new Set(rows.map((r) => r.path)).size]).toEqual([32, [], [], 32])
    }
  })
})
