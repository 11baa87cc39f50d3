import { Document, Packer } from 'docx'
import { oneLine, type Report } from './report.ts'
import { heading, note, page, paragraph, script, top } from './word-page.ts'
import { wordTable } from './word-table.ts'

/** A report as a Word file in the layout of official documents (GB/T 9704-2012). */
export async function wordFile(report: Report): Promise<Uint8Array> {
  const { lang, landscape, title, sections } = report
  const write = script(lang)
  const body = sections.flatMap((section) => {
    const tables = section.tables.filter((table) => !table.sheetOnly)
    if (tables.length + section.paragraphs.length === 0) return []
    return [...(section.heading === '' ? [] : [heading(write, section.heading)]), ...section.paragraphs.map((text) => paragraph([write(text)])), ...tables.flatMap((table) => wordTable(write, table, landscape)), ...(section.notes ?? []).map((text) => note(write, text))]
  })
  const document = new Document({
    title: oneLine(title), creator: 'Fadu 法度', evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { size: 32, language: { value: 'en-US', eastAsia: 'zh-CN' } } } } },
    sections: [{ ...page(write, landscape), children: [...top(write, report), ...body] }],
  })
  return Packer.toBuffer(document)
}
