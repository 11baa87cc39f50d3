import { describe, expect, it } from 'vitest'
import { attribute, compare, comparisonSentences, hashOf, type Cohort, type Ruleset } from '../../../engine/index.ts'
import { impactReport } from '../../../server/documents/impact.ts'
import { plain, type Report, type Row, type Table } from '../../../server/documents/report.ts'
import { assumed, band, cohortOf, grading, marked, pool, rule, when } from '../../support/pattern.ts'

const a: Ruleset = marked({ title: '方案', ranking: { method: 'standard', pools: [pool('all', 'bureau')], tieBreaks: [], source: assumed } })
const b: Ruleset = { ...a, version: 2, gradings: [grading([band('excellent', 95), band('good', 80), band('qualified', 60), band('unqualified')])] }
const marks = (...list: (number | null)[]): Cohort => cohortOf(a, list.map((mark) => ({ sum: '', expect: {}, facts: (mark === null ? {} : { mark }) as Cohort['records'][number]['facts'] })))
const reportOf = (cohort: Cohort, lang: 'zh' | 'en' = 'zh', to = b): Report =>
  impactReport({ ruleset: a, draft: false }, { ruleset: to, draft: false }, compare(a, to, cohort), { cohort: hashOf(cohort), made: { year: 2026, month: 1, day: 5 }, lang, attribution: attribute(a, to, cohort, { by: 'section' }) })
const texts = (rows: readonly Row[]): string[][] => rows.map((row) => ('heading' in row ? [row.heading] : row.map(plain)))
const tableOf = (report: Report, caption: string): Table => {
  const found = report.sections.flatMap((section) => section.tables).find((table) => table.caption === caption)
  if (!found) throw new RangeError(caption)
  return found
}

describe('the impact report as a document', () => {
  const cohort = marks(96, 92, 70, null)
  const report = reportOf(cohort)
  it('begins with what the comparison says, numbers its chapters, and marks made-up data', () => {
    expect([report.title, report.subtitle]).toEqual(['《方案》\n影响分析报告', `（由 ${a.year} 年第 1 版改为 ${a.year} 年第 2 版）`])
    expect(report.sections.map((section) => section.heading)).toEqual(['一、主要结论', '二、比较的版本和数据', '三、等次变化', '四、各类单位的得失', '五、各部分修改的影响', '六、变化最大的单位', '七、结果运用的变化', '八、所需数据', ''])
    expect(report.sections[0]?.paragraphs).toEqual(comparisonSentences(a, b, compare(a, b, cohort), 'zh'))
    expect([report.marks, reportOf({ ...cohort, synthetic: false }).marks]).toEqual([['数据为虚构，仅供试算'], []])
    expect(reportOf(cohort, 'en').sections.map((section) => section.heading).slice(0, 2)).toEqual(['I. Main findings', 'II. Versions and data compared'])
  })
  it('names both versions and the data with their hashes, and the day it was made', () => {
    expect(texts(tableOf(report, '比较的版本').rows)).toEqual([['方案名称', '方案', '方案'], ['年度', String(a.year), String(a.year)], ['版本', `${a.year} 年第 1 版`, `${a.year} 年第 2 版`], ['摘要值（SHA-256）', hashOf(a), hashOf(b)]])
    expect(texts(tableOf(report, '使用的数据').rows).slice(2)).toEqual([['单位数', '4'], ['性质', '虚构'], ['摘要值（SHA-256）', hashOf(cohort)]])
    expect(report.sections[1]?.paragraphs.at(-1)).toBe('本报告由系统于2026年1月5日生成。总分、等次、名次均按方案的规则精确计算；平均变化四舍五入。')
    expect(reportOf(cohort, 'en').sections[1]?.paragraphs.at(-1)).toContain('2026-01-05')
  })
  it('counts who goes from which grade to which, and lists who does', () => {
    expect(texts(tableOf(report, '等次变化（单位数）').rows)).toEqual([
      ['excellent', '1', '1', '0', '0', '0', '2'], ['good', '0', '0', '0', '0', '0', '0'], ['qualified', '0', '0', '1', '0', '0', '1'], ['unqualified', '0', '0', '0', '0', '0', '0'], ['无等次', '0', '0', '0', '0', '1', '1'], ['合计', '1', '1', '1', '0', '1', '4'],
    ])
    expect(tableOf(report, 'all等次变化（单位数）').columns.map((column) => column.title)).toEqual(['改前＼改后', 'excellent', 'good', 'qualified', 'unqualified', '合计'])
    expect(texts(tableOf(report, '等次有变化的单位').rows)).toEqual([['u2', '92.00', '92.00', '0.00', 'excellent', 'good', '2']])
  })
  it('holds every unit in the sheet, with the reason where there is no total', () => {
    const all = tableOf(report, '各单位前后对照')
    expect([all.sheetOnly, all.rows.length]).toEqual([true, 4])
    expect(texts(all.rows)[3]).toEqual(['u4', 'bureau', '数据缺失', '数据缺失', '—', '无等次', '无等次', '—', '—'])
  })
  it('tells what is lacking and what stands in for it, and that nobody moves where nobody does', () => {
    expect(texts(tableOf(report, '缺少的数据').rows)).toEqual([['数据项「mark」', '数据项', '1 个', '无策略', expect.stringContaining('不出总分')]])
    expect(report.sections[5]).toMatchObject({ paragraphs: ['没有单位的总分或名次有变化。'], tables: [] })
    expect(reportOf(marks(96)).sections.map((section) => section.heading)).not.toContain('八、所需数据')
  })
  it('splits the differences over the parts of the changes', () => {
    const both: Ruleset = { ...b, title: '新方案', outcomes: [], bonus: { classes: [], rules: [rule('plus', when('mark', 'equal', 92), { type: 'award', params: { points: 3 } })] } }
    const split = reportOf(cohort, 'zh', both)
    expect(texts(tableOf(split, '各部分修改的影响').rows)).toEqual([['加减分与否决', '+3.00', '1', '0', '+0.50', '1', '0'], ['等次与排名', '0.00', '0', '0', '−0.50', '0', '1']])
    expect(split.sections[4]?.paragraphs).toEqual([expect.stringContaining('沙普利值'), '概况的修改不影响总分、等次、名次。'])
  })
  it('lists at most a hundred units that change grade on paper, and says how many more there are', () => {
    const many = reportOf(marks(...Array.from({ length: 103 }, () => 92)))
    expect([tableOf(many, '等次有变化的单位').rows.length, many.sections[2]?.paragraphs]).toEqual([100, ['表中列出前 100 个，另有 3 个见 Excel 文件。']])
  })
})
