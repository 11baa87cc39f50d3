/** A stretch from a bound (inclusive) to another (exclusive); without one it has no end. */
export interface Stretch { from?: number; below?: number }
/** What is wrong at a row: it is empty, it overlaps the next, or values between it and the next belong to nothing. */
export interface RowFault { code: 'empty' | 'overlap' | 'gap' | 'gap-below' | 'gap-above' | 'doubled'; from: number; below: number }

/** Rows in the order of their lower ends; equal ones keep their order. */
export const sorted = <R extends Stretch>(rows: readonly R[]): R[] => [...rows].sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity))

/**
 * The first fault of each row, null where there is none. `chained` rows without an upper end reach to the next;
 * `within` is the range of values that must all have a row.
 */
export function faultsOf(rows: readonly Stretch[], within: { min?: number; max?: number } = {}, chained = false): (RowFault | null)[] {
  const order = sorted(rows)
  const found = new Map<Stretch, RowFault>()
  const blame = (row: Stretch, code: RowFault['code'], from: number, below: number): void => void (found.has(row) || found.set(row, { code, from, below }))
  order.forEach((row, i) => {
    const next = order[i + 1]
    const from = row.from ?? -Infinity
    const end = row.below ?? (chained ? next?.from : undefined) ?? Infinity
    if (from >= end) blame(row, 'empty', from, end)
    if (next && (next.from ?? -Infinity) < end) blame(row, 'overlap', next.from ?? -Infinity, Math.min(end, next.below ?? Infinity))
    if (next && (next.from ?? -Infinity) > end) blame(row, 'gap', end, next.from ?? -Infinity)
    if (i === 0 && within.min !== undefined && from > within.min) blame(row, 'gap-below', within.min, from)
    if (!next && within.max !== undefined && end <= within.max) blame(row, 'gap-above', end, within.max)
  })
  return rows.map((row) => found.get(row) ?? null)
}
/** Rows that name the same value twice. */
export const doubled = (values: readonly unknown[]): (RowFault | null)[] =>
  values.map((value, i) => (values.indexOf(value) < i ? { code: 'doubled', from: 0, below: 0 } : null))
