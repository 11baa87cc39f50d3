import type { Entry } from './enter.ts'
import { plainOf, shown, type Column, type Row } from './rows.ts'
import { readTable, writeTable } from '../ui/tsv.ts'
import type { Range, Spot } from './useSelection.ts'

const nameOf = (row: Row): string => [row.number, row.label].filter((part) => part !== '').join(' ')

/** A range as text/tab: numbers plain; the whole table goes with its headings. */
export function copyBlock(rows: readonly Row[], columns: readonly Column[], range: Range, whole: boolean, corner: string): string {
  const used = columns.slice(range.left, range.right + 1)
  const lines = rows.slice(range.top, range.bottom + 1).map((row) => [...(whole ? [nameOf(row)] : []), ...used.map((column) => plainOf(row.cells.get(column.id)))])
  return writeTable(whole ? [[corner, ...used.map((column) => column.label)], ...lines] : lines)
}

/** What a pasted text puts where: from the cell on; one value fills the range; a whole table with its headings goes to its place. Empty cells of a block leave what is there. */
export function pasteBlock(rows: readonly Row[], columns: readonly Column[], range: Range, text: string): { entries: Entry[]; outside: number } {
  let block = readTable(text)
  let from: Spot = { row: range.top, column: range.left }
  const headed = block.length > 1 && block[0]?.length === columns.length + 1 && columns.every((column, i) => block[0]?.[i + 1] === column.label)
  if (headed) {
    block = block.slice(1).map((line) => line.slice(1))
    from = { row: 0, column: 0 }
  }
  const single = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined
  if (single !== undefined) block = Array.from({ length: range.bottom - range.top + 1 }, () => Array.from({ length: range.right - range.left + 1 }, () => single))
  let outside = 0
  const entries = block.flatMap((line, i) => line.flatMap((cell, j): Entry[] => {
    const row = rows[from.row + i]
    const column = columns[from.column + j]
    if (cell.trim() === '') return []
    if (!row || !column) outside += 1
    return row && column ? [{ row, method: column.id, text: cell }] : []
  }))
  return { entries, outside }
}

/** Fills a range from its first writable row (down) or its first column (right); a single cell takes what stands above or left of it. */
export function fillBlock(rows: readonly Row[], columns: readonly Column[], range: Range, way: 'down' | 'right'): Entry[] {
  const put = (row: Row | undefined, column: Column | undefined, text: string): Entry[] => (row?.leaf && !row.retired && column && text !== '' ? [{ row, method: column.id, text }] : [])
  const textAt = (r: number, c: number): string => plainOf(rows[r]?.cells.get(columns[c]?.id ?? ''))
  const entries: Entry[] = []
  if (way === 'right') {
    const source = range.left === range.right ? range.left - 1 : range.left
    for (let r = range.top; r <= range.bottom; r++) for (let c = source + 1; c <= range.right; c++) entries.push(...put(rows[r], columns[c], textAt(r, source)))
    return entries
  }
  let source = range.top === range.bottom ? range.top - 1 : range.top
  const step = range.top === range.bottom ? -1 : 1
  while (rows[source] && (!rows[source]?.leaf || rows[source]?.retired)) source += step
  for (let r = Math.max(range.top, source + 1); r <= range.bottom; r++) for (let c = range.left; c <= range.right; c++) entries.push(...put(rows[r], columns[c], textAt(source, c)))
  return entries
}

/** What Delete puts into a range: nothing remains but a criterion with 0 points. */
export const clearBlock = (rows: readonly Row[], columns: readonly Column[], range: Range): Entry[] =>
  rows.slice(range.top, range.bottom + 1).flatMap((row) => columns.slice(range.left, range.right + 1).flatMap((column) => (row.leaf && !row.retired && row.cells.has(column.id) ? [{ row, method: column.id, text: shown(0) }] : [])))
