const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
const NONE = /[\p{Mn}\p{Me}\p{Cf}]/u

/** Columns a text takes in a terminal: two for each Chinese character, none for combining marks. */
export const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + (NONE.test(c) ? 0 : WIDE.test(c) ? 2 : 1), 0)

export interface Column { title: string; right?: boolean }

/** Rows under their titles, as wide as the widest cell; the last column is not padded. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, i) => Math.max(widthOf(column.title), ...rows.map((row) => widthOf(row[i] ?? ''))))
  const line = (cells: readonly string[]): string =>
    columns.map((column, i) => {
      const cell = cells[i] ?? ''
      const space = ' '.repeat((widths[i] ?? 0) - widthOf(cell))
      return column.right ? space + cell : cell + space
    }).join('  ').trimEnd()
  return [line(columns.map((c) => c.title)), widths.map((w) => '─'.repeat(w)).join('  '), ...rows.map(line)].join('\n')
}
