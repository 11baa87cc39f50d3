/** A number as people type or paste it: full-width digits, thousands separators, a percent sign; null if it is none or has more than four decimal places. */
export function readNumber(text: string): number | null {
  const folded = text.normalize('NFKC').replace(/[,\s]/g, '').replace('。', '.').replace('−', '-').replace(/%$/, '')
  return /^-?\d{1,7}(\.\d{1,4})?$/.test(folded) ? Number(folded) : null
}
/** A block copied from a spreadsheet, as rows of cells; null for a single cell. */
export function readBlock(text: string): string[][] | null {
  const rows = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').map((row) => row.split('\t'))
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1 ? rows : null
}
