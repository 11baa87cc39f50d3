import { describe, expect, it } from 'vitest'
import type { Report } from '../../../server/documents/report.ts'
import { wordFile } from '../../../server/documents/word.ts'
import { columnWidths } from '../../../server/documents/word-table.ts'
import { partsOf, readWord } from '../documents-of.ts'

const report = (change: Partial<Report> = {}): Report => ({
  lang: 'zh', name: '表', file: '表', title: '《方案》\n对照表', subtitle: '（小题）', marks: ['草稿'], landscape: true,
  sections: [{
    heading: '一、总体情况', paragraphs: ['正文。'], notes: ['附记'],
    tables: [{
      caption: '表名', columns: [{ title: '序号', width: 1, align: 'center' }, { title: '前', width: 3 }, { title: '后', width: 3, align: 'right' }],
      rows: [{ heading: '分组' }, [{ figure: '1', places: 0 }, [{ text: '同\n' }, { text: '删', mark: 'gone' }, { text: '尾' }], [{ text: '增', mark: 'added' }]], ['a', 'b', { figure: '-2.50', places: 2, signed: true }], ['', '', { figure: '0.40', places: 2, signed: true }]],
    }],
  }],
  ...change,
})
const made = async (change: Partial<Report> = {}) => {
  const file = await wordFile(report(change))
  return { ...readWord(file), parts: partsOf(file) }
}
/** The paragraph or run that holds a text. */
const around = (xml: string, tag: 'p' | 'r' | 'tr' | 'tc', text: string): string => [...xml.matchAll(new RegExp(`<w:${tag}[ >](?:(?!<w:${tag}[ >]).)*?</w:${tag}>`, 'gs'))].map((m) => m[0]).find((one) => one.includes(`>${text}<`)) ?? ''

describe('a report as a Word file', () => {
  it('holds every text in its order, lines and signs as they are told', async () => {
    const { paragraphs, tables } = await made()
    expect(paragraphs).toEqual(['草稿', '《方案》对照表', '（小题）', '一、总体情况', '正文。', '表名', '附记'])
    expect(tables).toEqual([[['序号', '前', '后'], ['分组'], ['1', '同\n删尾', '增'], ['a', 'b', '−2.50'], ['', '', '+0.40']]])
  })
  it('has the type area of official documents, upright and turned, and page numbers outside it', async () => {
    const turned = await made()
    expect(turned.xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
    expect(turned.xml).toContain('<w:pgMar w:top="1587" w:right="2098" w:bottom="1474" w:left="1984"')
    const upright = await made({ landscape: false })
    expect(upright.xml).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>')
    expect(upright.xml).toContain('<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"')
    expect(turned.parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>')
    const footers = Object.entries(turned.parts).filter(([name]) => name.startsWith('word/footer')).map(([, xml]) => xml)
    expect(footers.map((xml) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1]).sort()).toEqual(['left', 'right'])
    expect(footers.every((xml) => xml.includes('PAGE') && xml.includes('w:eastAsia="宋体"') && xml.includes('<w:sz w:val="28"/>'))).toBe(true)
  })
  it('names the official fonts and embeds none', async () => {
    const { xml, parts } = await made()
    const looks = (text: string) => [/w:eastAsia="([^"]+)"/.exec(around(xml, 'r', text))?.[1], /<w:sz w:val="(\d+)"/.exec(around(xml, 'r', text))?.[1]]
    expect(looks('《方案》对照表')).toEqual(['方正小标宋简体', '44'])
    expect(looks('（小题）')).toEqual(['楷体_GB2312', '32'])
    expect(looks('一、总体情况')).toEqual(['黑体', '32'])
    expect(looks('正文。')).toEqual(['仿宋_GB2312', '32'])
    expect(looks('b')).toEqual(['仿宋_GB2312', '24'])
    expect(Object.keys(parts).filter((name) => /font/i.test(name) && !/fontTable/.test(name))).toEqual([])
  })
  it('indents the first line by two characters, told in both ways, and leaves lone lines where they fall', async () => {
    const { xml } = await made()
    expect(around(xml, 'p', '正文。')).toMatch(/<w:ind [^>]*w:firstLine="640"[^>]*w:firstLineChars="200"|<w:ind [^>]*w:firstLineChars="200"[^>]*w:firstLine="640"/)
    expect(around(xml, 'p', '正文。')).toContain('<w:spacing w:line="579" w:lineRule="exact"/>')
    const paragraphs = [...xml.matchAll(/<w:p>|<w:p /g)].length
    expect([...xml.matchAll(/<w:widowControl w:val="false"\/>/g)].length).toBe(paragraphs)
  })
  it('repeats the head of a table on every page, breaks no row, and is exactly as wide as the type area', async () => {
    const { xml } = await made()
    expect(around(xml, 'tr', '序号')).toContain('<w:tblHeader/>')
    expect([...xml.matchAll(/<w:tblHeader\/>/g)].length).toBe(1)
    expect([...xml.matchAll(/<w:cantSplit\/>/g)].length).toBe(5)
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map((m) => Number(m[1]))
    expect(widths).toEqual([1822, 5467, 5467])
    expect(xml).toContain('<w:tblW w:type="dxa" w:w="12756"/>')
    expect(around(xml, 'tc', '分组')).toContain('<w:gridSpan w:val="3"/>')
  })
  it('strikes out what is gone and underlines what is new, and nothing else', async () => {
    const { xml } = await made()
    expect(['删', '尾', '增'].map((text) => [/<w:strike\/>/.test(around(xml, 'r', text)), /<w:u /.test(around(xml, 'r', text))])).toEqual([[true, false], [false, false], [false, true]])
  })
  it('breaks a title that is too long for a line where its author says', async () => {
    const long = '《一二三四五六七八九十一二三四五六七八九十一二》\n对照表'
    expect((await made({ title: long })).paragraphs.slice(1, 3)).toEqual([long.replace('\n', ''), '（小题）'])
    expect((await made({ title: long, landscape: false })).paragraphs.slice(1, 3)).toEqual(long.split('\n'))
    expect((await made({ title: long, landscape: false })).parts['docProps/core.xml']).toContain(`<dc:title>${long.replace('\n', '')}</dc:title>`)
  })
  it('leaves out characters that XML cannot hold, and tables for the sheet alone', async () => {
    const { paragraphs } = await made({ sections: [{ heading: '', paragraphs: ['a\u0001b\ud800c<&>'], tables: [] }, { heading: '只在表中', paragraphs: [], tables: [{ caption: 'x', columns: [], rows: [], sheetOnly: true }] }] })
    expect(paragraphs.slice(3)).toEqual(['abc<&>'])
  })
  it('divides any width among columns without a rest', () => {
    expect(columnWidths([{ title: '', width: 1 }, { title: '', width: 1 }, { title: '', width: 1 }], 100)).toEqual([33, 34, 33])
  })
})
