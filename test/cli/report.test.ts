import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readSheets, readWord } from '../server/documents-of.ts'
import { fadu, program } from './run.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'fadu-report-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const [A, B] = ['pingdingshan/2022', 'pingdingshan/2023']
const at = (name: string): string => path.join(folder, name)

describe('fadu report and fadu revision', () => {
  it('write the impact of a change as a Word and an Excel file, and say what it is', async () => {
    const { code, out, err } = await program(['report', A, B, B, '--docx', at('impact.docx'), '--xlsx', at('impact.xlsx'), '--lang', 'en'])
    expect([code, err, out.trimEnd().split('\n').slice(-2)]).toEqual([0, '', [`Written: ${at('impact.docx')}`, `Written: ${at('impact.xlsx')}`]])
    const { paragraphs } = readWord(readFileSync(at('impact.docx')))
    expect(paragraphs.slice(paragraphs.indexOf('I. Main findings') + 1).slice(0, 3)).toEqual(out.split('\n').slice(0, 3))
    expect(Object.keys(readSheets(readFileSync(at('impact.xlsx')))).at(-1)).toBe('All units before and after')
  })
  it('write the revision table, and the same as data', async () => {
    const { code, out } = await fadu(['revision', A, B, '--docx', at('table.docx'), '--json'])
    const { from, to, files } = JSON.parse(out) as { from: { year: number }; to: { year: number }; files: string[] }
    expect([code, from.year, to.year, files]).toEqual([0, 2022, 2023, [at('table.docx')]])
    expect(readWord(readFileSync(at('table.docx'))).tables[0]?.[0]).toEqual(['序号', '修订内容', '修改前', '修改后', '说明'])
  })
  it('refuse to make nothing, and a place that cannot be written, in words', async () => {
    expect([(await fadu(['revision', A, B])).code, (await fadu(['revision', A, B])).err]).toEqual([2, '请写明写到哪里：--docx 文件 或 --xlsx 文件。\n'])
    const { code, err } = await fadu(['revision', A, B, '--xlsx', at('none/table.xlsx'), '--lang', 'en'])
    expect([code, err]).toEqual([2, `The file ${at('none/table.xlsx')} cannot be written (ENOENT).\n`])
  })
})
