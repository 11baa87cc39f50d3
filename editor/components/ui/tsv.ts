/** Rows and cells of text/tab-separated text as spreadsheets write it: a cell in quotes may hold tabs, line ends and doubled quotes. */
export function readTable(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  let fresh = true
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let i = 0; i < body.length; i++) {
    const sign = body.charAt(i)
    if (quoted && sign === '"' && body.charAt(i + 1) === '"') { cell += '"'; i++ }
    else if (quoted && sign === '"') quoted = false
    else if (quoted) cell += sign
    else if (sign === '"' && fresh) { quoted = true; fresh = false }
    else if (sign === '\t' || sign === '\n') {
      rows.at(-1)?.push(cell)
      if (sign === '\n') rows.push([])
      cell = ''
      fresh = true
    } else { cell += sign; fresh = false }
  }
  rows.at(-1)?.push(cell)
  return rows
}

/** Rows as text/tab for spreadsheets; a cell with a tab, a line end or a quote goes in quotes. */
export const writeTable = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n')
