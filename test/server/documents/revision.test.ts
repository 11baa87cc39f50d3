import { describe, expect, it } from 'vitest'
import { hashOf, type Ruleset } from '../../../engine/index.ts'
import { revisionReport } from '../../../server/documents/revision.ts'
import { fact, marked } from '../../support/pattern.ts'

const a: Ruleset = marked({ title: '方案', summary: '旧的说明' })
const b: Ruleset = { ...a, year: a.year + 1, summary: '新的说明' }
const versions = [`${a.year} 年第 ${a.version} 版`, `${b.year} 年草稿`] as const

describe('the revision table as a document', () => {
  it('names the versions, counts what is revised, and tells what still lacks a reason', () => {
    const report = revisionReport({ ruleset: a, draft: false }, { ruleset: b, draft: true }, new Map([['summary', ' 更清楚 ']]), 'zh')
    expect([report.title, report.subtitle, report.marks, report.landscape]).toEqual(['《方案》\n修订对照表', `（${versions[0]}与 ${versions[1]}对照）`, ['草稿'], true])
    expect(report.sections).toHaveLength(1)
    expect(report.sections[0]?.paragraphs).toEqual([`本表列出由 ${versions[0]}改为 ${versions[1]}的全部修订，共 2 处：2 个总体设置修改。修改前一栏加删除线的是删去的文字，修改后一栏加下划线的是新增的文字。其中 1 处尚未写明说明。`])
    expect(report.sections[0]?.notes).toEqual([`${versions[0]}的摘要值（SHA-256）：${hashOf(a)}`, `${versions[1]}的摘要值（SHA-256）：${hashOf(b)}`])
  })
  it('has a line for each thing under its chapter, numbered through, the words that differ marked', () => {
    const [table] = revisionReport({ ruleset: a, draft: false }, { ruleset: b, draft: false }, new Map([['summary', '更清楚']]), 'zh').sections[0]?.tables ?? []
    expect(table?.columns.map((column) => column.title)).toEqual(['序号', '修订内容', '修改前', '修改后', '说明'])
    expect(table?.rows).toEqual([
      { heading: '概况' },
      [{ figure: '1', places: 0 }, '年度', [{ text: String(a.year), mark: 'gone' }], [{ text: String(b.year), mark: 'added' }], ''],
      [{ figure: '2', places: 0 }, '摘要', [{ text: '「' }, { text: '旧的', mark: 'gone' }, { text: '说明」' }], [{ text: '「' }, { text: '新的', mark: 'added' }, { text: '说明」' }], '更清楚'],
    ])
  })
  it('leaves a side unmarked and says so where there is nothing on the other', () => {
    const more: Ruleset = { ...a, facts: [...a.facts, fact('count', 'count')] }
    const [table] = revisionReport({ ruleset: a, draft: false }, { ruleset: more, draft: false }, new Map(), 'en').sections[0]?.tables ?? []
    expect(table?.rows.slice(1)).toEqual([[{ figure: '1', places: 0 }, 'fact “count”', '(none)', 'New fact “count”, at the end', '']])
  })
  it('says that nothing differs where nothing does', () => {
    const { sections, marks } = revisionReport({ ruleset: a, draft: false }, { ruleset: a, draft: false }, new Map(), 'en')
    expect([marks, sections[0]?.paragraphs, sections[0]?.tables]).toEqual([[], [`${a.year}, version 1 and ${a.year}, version 1 do not differ.`], []])
  })
})
