import { describe, expect, it } from 'vitest'
import type { Report, Table } from '../../../server/documents/report.ts'
import { safe, sheetFile } from '../../../server/documents/sheet.ts'
import { partsOf, readSheets } from '../documents-of.ts'

const table: Table = { caption: '甲', columns: [{ title: '名', width: 10 }, { title: '分', width: 5, align: 'right' }], rows: [{ heading: '组' }, ['=1+1', { figure: '-2.50', places: 2, signed: true }], [[{ text: '@a' }, { text: 'b', mark: 'gone' }], { figure: '3', places: 0 }]] }
const report = (change: Partial<Report> = {}): Report => ({ lang: 'zh', name: '表', file: '表', title: '《方案》\n对照表', subtitle: '（小题）', marks: ['草稿'], landscape: true, sections: [{ heading: '', paragraphs: ['-正文'], tables: [{ ...table, caption: '' }], notes: ['附记'] }], ...change })

describe('a report as an Excel file', () => {
  it('of one section begins with its table under the title, its text in a second sheet', async () => {
    expect(readSheets(await sheetFile(report()))).toEqual({
      表: [['《方案》对照表', null], ['（小题）', null], ['名', '分'], ['组', null], ["'=1+1", -2.5], ["'@ab", 3]],
      概览: [['《方案》对照表'], ['（小题）'], ['草稿'], ["'-正文"], ['附记']],
    })
  })
  it('of several sections begins with its text; the tables of a section share a sheet', async () => {
    const sections = [{ heading: '一、结论', paragraphs: ['好'], tables: [] }, { heading: '二、等次', paragraphs: [], tables: [table, { ...table, caption: '乙', rows: [] }] }, { heading: '', paragraphs: [], tables: [{ ...table, rows: [], sheetOnly: true as const }] }]
    expect(readSheets(await sheetFile(report({ sections })))).toEqual({
      概览: [['《方案》对照表'], ['（小题）'], ['草稿'], ['一、结论'], ['好']],
      '二、等次': [['甲', null], ['名', '分'], ['组', null], ["'=1+1", -2.5], ["'@ab", 3], ['乙', null], ['名', '分']],
      甲: [['甲', null], ['名', '分']],
    })
  })
  it('keeps the head of a table in sight and prints it on every page, as wide as the page', async () => {
    const parts = partsOf(await sheetFile(report()))
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<pane ySplit="3" xSplit="0" topLeftCell="A4"')
    expect(parts['xl/workbook.xml']).toContain("<definedNames><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'表'!$1:$3</definedName></definedNames>")
    for (const [id, turned] of [[1, 'landscape'], [2, 'portrait']]) {
      const sheet = parts[`xl/worksheets/sheet${id}.xml`] ?? ''
      expect(sheet).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
      expect(/<pageSetup [^>]*>/.exec(sheet)?.[0]).toMatch(new RegExp(`(?=.*fitToWidth="1")(?=.*fitToHeight="0")(?=.*orientation="${turned}")`))
    }
  })
  it('shows numbers with the places they are told with, and the sign of a difference', async () => {
    const styles = partsOf(await sheetFile(report()))['xl/styles.xml'] ?? ''
    expect([...styles.matchAll(/formatCode="([^"]*)"/g)].map((m) => m[1]).sort()).toEqual(['+0.00;-0.00;0.00', '0', '@'])
  })
  it('never holds a text that a spreadsheet could take for a formula', () => {
    expect(['=1', '+1', '-1', '@x', ' =1', '\t=1', '\n=1', '＝1', '＋1', '－1', '＠x'].map((text) => safe(text).startsWith("'"))).toEqual(Array.from({ length: 11 }, () => true))
    expect(['a=1', '−1', '1-2', '', '（无）', "'=1"].map(safe)).toEqual(['a=1', '−1', '1-2', '', '（无）', "'=1"])
  })
  it('calls sheets by names that Excel takes, each once', async () => {
    const section = (heading: string) => ({ heading, paragraphs: [], tables: [table] })
    const names = Object.keys(readSheets(await sheetFile(report({ sections: [section('a/b:c'), section('A b c'), section(`'${'长'.repeat(40)}'`), section('[]')] }))))
    expect(names).toEqual(['概览', 'a b c', 'A b c 2', '长'.repeat(28), 'Sheet'])
  })
})
