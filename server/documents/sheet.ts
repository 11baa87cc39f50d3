import writeExcelFile, { type CellObject, type Sheet, type SheetData } from 'write-excel-file/node'
import { isFigure, isHeading, oneLine, plain, speaker, type Cell, type Column, type Report, type Table } from './report.ts'

/** What a spreadsheet could take for a formula when a cell is edited or saved as text; full-width signs too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/
/** A text as a cell: one that could be a formula gets an apostrophe before it. */
export const safe = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

const RULE = { borderStyle: 'thin', borderColor: '#999999' } as const
/** Characters of a column for one part of a table's width. */
const CHARACTERS = 1.15
const NARROWEST = 7

const number = (places: number, signed: boolean): string => ((plainly) => (signed ? `+${plainly};-${plainly};${plainly}` : plainly))(places > 0 ? `0.${'0'.repeat(places)}` : '0')
const text = (value: string, options: CellObject = {}): CellObject => ({ value: safe(value), type: String, format: '@', wrap: true, alignVertical: 'top', ...options })
const cellOf = (cell: Cell, column: Column | undefined): CellObject => {
  const style = { ...RULE, ...(column?.align ? { align: column.align } : {}) }
  return isFigure(cell) ? { value: Number(cell.figure), type: Number, format: number(cell.places, cell.signed === true), alignVertical: 'top', ...style } : text(plain(cell), style)
}
const across = (value: string, columns: number, options: CellObject = {}): (CellObject | null)[] => [text(value, { columnSpan: columns, ...options }), ...Array.from({ length: columns - 1 }, () => null)]
/** Lines a text takes in so many characters of width; wide characters count twice. */
const linesIn = (value: string, width: number): number => value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].reduce((size, c) => size + (c > '\u2e7f' ? 2 : 1), 0) / width)), 0)
const POINTS = 15

function tableSheet(name: string, table: Table, lines: readonly { text: string; bold: boolean }[], landscape: boolean): Sheet<Buffer> {
  const { columns, rows } = table
  const widths = columns.map((column) => Math.max(NARROWEST, Math.round(column.width * CHARACTERS * (landscape ? 1.3 : 1))))
  const wide = widths.reduce((sum, width) => sum + width, 0)
  const data: SheetData = [
    ...lines.map((line) => across(line.text, columns.length, { height: linesIn(line.text, wide) * POINTS * (line.bold ? 1.4 : 1.1), ...(line.bold ? { fontWeight: 'bold', fontSize: 14 } : {}) })),
    columns.map((column) => text(column.title, { ...RULE, fontWeight: 'bold', align: 'center', alignVertical: 'center', backgroundColor: '#eeeeee' })),
    ...rows.map((row) => {
      if (isHeading(row)) return across(row.heading, columns.length, { ...RULE, fontWeight: 'bold' })
      const height = Math.max(...row.map((cell, i) => linesIn(plain(cell), widths[i] ?? NARROWEST))) * POINTS + 3
      return row.map((cell, i) => ({ ...cellOf(cell, columns[i]), height }))
    }),
  ]
  return { sheet: name, data, columns: widths.map((width) => ({ width })), stickyRowsCount: lines.length + 1, ...(landscape ? { orientation: 'landscape' } : {}) }
}

/** Names of sheets: short, without the signs that Excel keeps for itself, each once. */
function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const clean = name.replace(/[\][*?/\\:]/g, ' ').trim().slice(0, 28) || 'Sheet'
    let unique = clean
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${clean} ${n}`
    taken.add(unique.toLowerCase())
    return unique
  })
}

/** A report as an Excel file: a report of one table is one sheet; of several, its text is the first and each table a sheet of its own, the head kept in sight. */
export async function sheetFile(report: Report): Promise<Uint8Array> {
  const say = speaker(report.lang)
  const { subtitle, marks, sections, landscape } = report
  const title = oneLine(report.title)
  const tables = sections.flatMap((section) => section.tables)
  const opening = [{ text: title, bold: true }, { text: subtitle, bold: false }, ...marks.map((mark) => ({ text: mark, bold: false }))]
  const texts = sections.flatMap((section) => [...(section.heading ? [{ text: section.heading, bold: true }] : []), ...[...section.paragraphs, ...(section.notes ?? [])].map((paragraph) => ({ text: paragraph, bold: false }))])
  const [only] = tables
  const alone = tables.length <= 1
  const names = sheetNames(alone ? [title] : [say('overview'), ...tables.map((table) => table.caption)])
  const overview: Table = { caption: '', columns: [{ title: '', width: 80 }], rows: [] }
  const sheets = alone
    ? [tableSheet(names[0] ?? '', only ?? overview, [...opening, ...texts], landscape)]
    : [{ ...tableSheet(names[0] ?? '', overview, [...opening, ...texts], false), stickyRowsCount: 0 }, ...tables.map((table, i) => tableSheet(names[i + 1] ?? '', table, [{ text: table.caption, bold: true }], landscape))]
  return writeExcelFile(sheets, { fontFamily: '宋体', fontSize: 11 }).toBuffer()
}
