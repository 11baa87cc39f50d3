import { fill, reportEn, reportZh, type Lang } from '../../engine/index.ts'

/** A stretch of text, marked where the other version does not have it any more, or did not have it. */
export interface Piece { text: string; mark?: 'gone' | 'added' }
/** An exact number with the places it is shown with; `signed` for differences. */
export interface Figure { figure: string; places: number; signed?: true }
/** Lines of a text are separated by line feeds. */
export type Cell = string | readonly Piece[] | Figure
/** `width`: parts of the table's width. */
export interface Column { title: string; width: number; align?: 'center' | 'right' }
export type Row = readonly Cell[] | { heading: string }
/** `sheetOnly`: too long for a printed report. */
export interface Table { caption: string; columns: readonly Column[]; rows: readonly Row[]; sheetOnly?: true }
/** `notes` stand small below the tables. */
export interface Section { heading: string; paragraphs: readonly string[]; tables: readonly Table[]; notes?: readonly string[] }
/** A document before it is a file: words and numbers in their order. `name`: what its sheet is called; `file`: what its file is called, without ending; `marks` stand above the title; where the title is too long for a line, it is broken at its line feed. */
export interface Report { lang: Lang; name: string; file: string; title: string; subtitle: string; marks: readonly string[]; landscape: boolean; sections: readonly Section[] }

/** A title in one line. */
export const oneLine = (title: string): string => title.replace('\n', '')

/** A version as documents name it; a draft has no number yet. */
export interface Named { year: number; version: number; draft: boolean }
export type Say = (code: string, values?: Parameters<typeof fill>[2]) => string
/** Speaks the words of reports in a language. */
export const speaker = (lang: Lang): Say => (code, values = {}) => fill(lang === 'zh' ? reportZh : reportEn, code, values)
export const versionName = (say: Say, { year, version, draft }: Named): string => say(draft ? 'version.draft' : 'version', { year, version })

/** Is a row a heading of those that follow? */
export const isHeading = (row: Row): row is { heading: string } => 'heading' in row
export const isFigure = (cell: Cell): cell is Figure => typeof cell === 'object' && 'figure' in cell
/** A cell's text without its marks; a number with its sign (a true minus) where it is a difference. */
export function plain(cell: Cell): string {
  if (typeof cell === 'string') return cell
  if (!isFigure(cell)) return cell.map((piece) => piece.text).join('')
  const negative = cell.figure.startsWith('-')
  const size = negative ? cell.figure.slice(1) : cell.figure
  if (/^0*\.?0*$/.test(size)) return size
  return negative ? `−${size}` : cell.signed ? `+${size}` : size
}
