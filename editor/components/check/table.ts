/** A column: its heading, and the text (or number) of a row in it, by which it is searched, sorted and exported. */
export interface Column<R> { id: string; label: string; number?: boolean; /** As narrow as what it holds. */ narrow?: boolean; of(row: R): string | number | null }

const order = (a: string | number | null, b: string | number | null): number => {
  const [x, y] = [Number(a ?? NaN), Number(b ?? NaN)]
  if (!Number.isNaN(x) && !Number.isNaN(y) && a !== '' && b !== '') return x - y
  return String(a ?? '').localeCompare(String(b ?? ''), 'zh-CN', { numeric: true })
}
/** Rows that hold every word of a search in some column, in the order of a column (`id`, or `-id` for down; '' = as given). */
export function arranged<R>(rows: readonly R[], columns: readonly Column<R>[], search: string, sort: string): R[] {
  const words = search.toLowerCase().split(/\s+/).filter((word) => word !== '')
  const text = (row: R): string => columns.map((c) => String(c.of(row) ?? '')).join('\n').toLowerCase()
  const found = words.length ? rows.filter((row) => words.every((word) => text(row).includes(word))) : [...rows]
  const column = columns.find((c) => c.id === sort.replace(/^-/, ''))
  if (!column) return found
  const sorted = found.sort((a, b) => order(column.of(a), column.of(b)))
  return sort.startsWith('-') ? sorted.reverse() : sorted
}
