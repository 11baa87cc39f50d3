import { foldNumber } from '../ui/read-number.ts'
import { readTable } from '../ui/tsv.ts'

/** A number as people type or paste it: full-width digits, thousands separators, a percent sign; null if it is none or has more than four decimal places. */
export function readNumber(text: string): number | null {
  const folded = foldNumber(text).replace(/%$/, '')
  return /^-?\d{1,7}(\.\d{1,4})?$/.test(folded) ? Number(folded) : null
}
/** A block copied from a spreadsheet, as rows of cells; null for a single cell. */
export function readBlock(text: string): string[][] | null {
  const rows = readTable(text)
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1 ? rows : null
}
