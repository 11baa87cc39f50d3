import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType, type TextRun } from 'docx'
import { isFigure, isHeading, plain, type Cell, type Column, type Piece, type Table as Told } from './report.ts'
import { SIZES, widthOf, type Script } from './word-page.ts'

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const
const RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const MARGIN = { top: 40, bottom: 40, left: 80, right: 80 }

/** The width of each column in whole twentieths of a point; together exactly the width of the table. */
export function columnWidths(columns: readonly Column[], width: number): number[] {
  const sum = columns.reduce((total, column) => total + column.width, 0)
  const ends = columns.reduce<number[]>((list, column) => [...list, (list.at(-1) ?? 0) + column.width], [])
  return ends.map((end, i) => Math.round((end * width) / sum) - Math.round(((ends[i - 1] ?? 0) * width) / sum))
}
/** A cell's pieces by its lines. */
function linesOf(cell: Cell): Piece[][] {
  const pieces: readonly Piece[] = typeof cell === 'string' || isFigure(cell) ? [{ text: plain(cell) }] : cell
  const lines: Piece[][] = [[]]
  for (const piece of pieces) {
    piece.text.split('\n').forEach((text, i) => {
      if (i > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...piece, text })
    })
  }
  return lines
}
const written = (write: Script, { text, mark }: Piece, size: number): TextRun => write(text, 'body', { size, strike: mark === 'gone', underline: mark === 'added' })
const small = (children: readonly TextRun[], align: keyof typeof ALIGN = 'left', keepNext = false): Paragraph => new Paragraph({ widowControl: false, keepNext, alignment: ALIGN[align], children })

/** Tables of so many rows at most are kept on one page. */
const TOGETHER = 12
/** A table as wide as the type area, its caption above; the head is repeated on every page, and no row is broken over two. */
export function wordTable(write: Script, { caption, columns, rows }: Told, landscape: boolean): (Paragraph | Table)[] {
  const width = widthOf(landscape)
  const size = landscape ? SIZES.wide : SIZES.table
  const widths = columnWidths(columns, width)
  const cell = (children: Paragraph[], i: number, span = 1): TableCell => new TableCell({ children, columnSpan: span, verticalAlign: VerticalAlignTable.CENTER, margins: MARGIN, width: { size: span > 1 ? width : (widths[i] ?? 0), type: WidthType.DXA } })
  const bold = (text: string): TextRun => write(text, 'heading', { size })
  const head = new TableRow({ tableHeader: true, cantSplit: true, children: columns.map((column, i) => cell([small([bold(column.title)], 'center', true)], i)) })
  const keep = (at: number): boolean => rows.length <= TOGETHER && at < rows.length - 1
  const body = rows.map((row, at) => new TableRow({
    cantSplit: true,
    children: isHeading(row) ? [cell([small([bold(row.heading)], 'left', true)], 0, columns.length)]
      : row.map((one, i) => cell(linesOf(one).map((pieces) => small(pieces.map((piece) => written(write, piece, size)), columns[i]?.align, keep(at))), i)),
  }))
  return [
    ...(caption === '' ? [] : [new Paragraph({ widowControl: false, keepNext: true, alignment: AlignmentType.CENTER, spacing: { before: 200, after: 80 }, children: [bold(caption)] })]),
    new Table({ width: { size: width, type: WidthType.DXA }, columnWidths: widths, layout: TableLayoutType.FIXED, borders: { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE }, rows: [head, ...body] }),
    new Paragraph({ widowControl: false, spacing: { line: 240 }, children: [] }),
  ]
}
