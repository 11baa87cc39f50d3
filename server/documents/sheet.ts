import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node'
import { print } from './print.ts'
import { isFigure, isHeading, oneLine, plain, speaker, type Cell, type Column, type Report, type Section, type Table } from './report.ts'

/** What a spreadsheet could take for a formula when a cell is edited or saved as text; full-width signs too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/
/** A text as a cell: one that could be a formula gets an apostrophe before it. */
export const safe = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

type Sheet = Parameters<typeof writeExcelFile>[0][number]
type Line = { text: string; bold: boolean }
type Row = SheetData[number]
const RULE = { borderStyle: 'thin', borderColor: '#999999' } as const
/** Characters of a column for one part of a table's width, on upright pages and on turned ones. */
const CHARACTERS = { upright: 1.15, turned: 1.5 }
const NARROWEST = 8
const POINTS = 15
const HIGHEST = 409

const number = (places: number, signed: boolean): string => ((digits) => (signed ? `+${digits};-${digits};${digits}` : digits))(places > 0 ? `0.${'0'.repeat(places)}` : '0')
const text = (value: string, options: CellObject = {}): CellObject => ({ value: safe(value), type: String, format: '@', wrap: true, alignVertical: 'top', ...options })
function cellOf(cell: Cell, column: Column | undefined): CellObject {
  const style = { ...RULE, ...(column?.align ? { align: column.align } : {}) }
  return isFigure(cell) ? { value: Number(cell.figure), type: Number, format: number(cell.places, cell.signed === true), alignVertical: 'top', ...style } : text(plain(cell), style)
}
const across = (value: string, columns: number, options: CellObject = {}): Row => [text(value, { ...options, ...(columns > 1 ? { columnSpan: columns } : {}) }), ...Array.from({ length: columns - 1 }, () => null)]
/** Lines a text takes in so many characters of width; wide characters count twice. Not every program makes rows as high as their text. */
const linesIn = (value: string, width: number): number => value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].reduce((size, c) => size + (c > '\u2e7f' ? 2 : 1), 0) / width)), 0)
/** The height of a row in points, within what Excel allows. */
const heightOf = (lines: number, points = POINTS): number => Math.min(HIGHEST, lines * points + 3)
const lineRow = (line: Line, columns: number, width: number): Row => across(line.text, columns, { height: heightOf(linesIn(line.text, line.bold ? width / 1.3 : width - 2), line.bold ? POINTS * 1.3 : POINTS), ...(line.bold ? { fontWeight: 'bold', fontSize: 14 } : {}) })

function tableRows({ columns, rows }: Table, widths: readonly number[]): Row[] {
  const high = (texts: readonly string[]): number => heightOf(Math.max(...texts.map((value, i) => linesIn(value, (widths[i] ?? NARROWEST) - 1))))
  const height = high(columns.map((column) => column.title))
  return [
    columns.map((column) => text(column.title, { ...RULE, height, fontWeight: 'bold', align: 'center', alignVertical: 'center', backgroundColor: '#eeeeee' })),
    ...rows.map((row) => (isHeading(row) ? across(row.heading, columns.length, { ...RULE, height: heightOf(1), fontWeight: 'bold' }) : row.map((cell, i) => ({ ...cellOf(cell, columns[i]), height: high(row.map(plain)) })))),
  ]
}
const widthsOf = (tables: readonly Table[], characters: number): number[] =>
  Array.from({ length: Math.max(...tables.map((table) => table.columns.length)) }, (_, i) => Math.max(NARROWEST, ...tables.map((table) => Math.round((table.columns[i]?.width ?? 0) * characters))))

/** The tables of a section one below the other; the head of a single one is kept in sight. */
function tableSheet(name: string, tables: readonly Table[], opening: readonly Line[], landscape: boolean): Sheet {
  const widths = widthsOf(tables, landscape ? CHARACTERS.turned : CHARACTERS.upright)
  const wide = widths.reduce((sum, width) => sum + width, 0)
  const captioned = tables.flatMap((table, i): Row[] => [...(i > 0 ? [[]] : []), ...(table.caption === '' ? [] : [lineRow({ text: table.caption, bold: true }, table.columns.length, wide)]), ...tableRows(table, widths)])
  const above = opening.length + (tables[0]?.caption === '' ? 0 : 1)
  return {
    sheet: name, data: [...opening.map((line) => lineRow(line, widths.length, wide)), ...captioned], columns: widths.map((width) => ({ width })),
    stickyRowsCount: tables.length === 1 ? above + 1 : 0, ...(landscape ? { orientation: 'landscape' as const } : {}),
  }
}
const TEXT_WIDTH = 72
const textSheet = (name: string, lines: readonly Line[]): Sheet => ({ sheet: name, data: lines.map((line) => lineRow(line, 1, TEXT_WIDTH)), columns: [{ width: TEXT_WIDTH }] })

/** Names of sheets: short, without the signs that Excel keeps for itself, each once. */
function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const clean = name.replace(/[\][*?/\\:]/g, ' ').replace(/^'+|'+$/g, '').trim().slice(0, 28) || 'Sheet'
    let unique = clean
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${clean} ${n}`
    taken.add(unique.toLowerCase())
    return unique
  })
}
function textOf({ heading, paragraphs, notes = [] }: Section): Line[] {
  const texts = [...paragraphs, ...notes]
  return [...(heading !== '' && texts.length ? [{ text: heading, bold: true }] : []), ...texts.map((paragraph) => ({ text: paragraph, bold: false }))]
}

/** A report as an Excel file: its text in one sheet, the tables of each section in another; a report of one section begins with its table. */
export async function sheetFile(report: Report): Promise<Uint8Array> {
  const { subtitle, marks, sections, landscape, name, lang } = report
  const opening: Line[] = [{ text: oneLine(report.title), bold: true }, { text: subtitle, bold: false }, ...marks.map((mark) => ({ text: mark, bold: false }))]
  const whole = sections.filter((section) => section.tables.length > 0)
  const single = sections.length === 1 && whole.length === 1
  const [overview = '', ...names] = sheetNames([speaker(lang)('overview'), ...whole.map(({ heading, tables }) => heading || tables[0]?.caption || name)])
  const tables = whole.map((section, i) => tableSheet(names[i] ?? '', section.tables, single ? opening.slice(0, 2) : [], landscape))
  const words = textSheet(overview, [...opening, ...sections.flatMap(textOf)])
  return writeExcelFile(single ? [...tables, words] : [words, ...tables], { fontFamily: '宋体', fontSize: 11, features: [print] }).toBuffer()
}
