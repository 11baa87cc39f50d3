import { computed, ref, type Ref } from 'vue'
import type { Column, Row } from './rows.ts'

export interface Spot { row: number; column: number }
export interface Range { top: number; bottom: number; left: number; right: number }
interface Held { row: string; column: string }

/** One active cell and the range between it and a second corner; both follow their rows when the table changes. */
export function useSelection(rows: Ref<readonly Row[]>, columns: Ref<readonly Column[]>) {
  const held = ref<{ active: Held; end: Held }>({ active: { row: '', column: '' }, end: { row: '', column: '' } })
  const index = computed(() => new Map(rows.value.map((row, i) => [row.key, i])))
  const find = ({ row, column }: Held): Spot => ({ row: index.value.get(row) ?? 0, column: Math.max(0, columns.value.findIndex((c) => c.id === column)) })
  const active = computed(() => find(held.value.active))
  const end = computed(() => find(held.value.end))
  const range = computed<Range>(() => ({
    top: Math.min(active.value.row, end.value.row), bottom: Math.max(active.value.row, end.value.row),
    left: Math.min(active.value.column, end.value.column), right: Math.max(active.value.column, end.value.column),
  }))
  const inside = (value: number, length: number): number => Math.min(Math.max(value, 0), Math.max(0, length - 1))
  const hold = (spot: Spot): Held => ({
    row: rows.value[inside(spot.row, rows.value.length)]?.key ?? '', column: columns.value[inside(spot.column, columns.value.length)]?.id ?? '',
  })
  /** Makes a cell active; `extend` moves the second corner only. */
  function go(spot: Spot, extend = false): void {
    const to = hold(spot)
    held.value = extend ? { active: hold(active.value), end: to } : { active: to, end: to }
  }
  const whole = computed(() => range.value.top === 0 && range.value.left === 0 && range.value.bottom === rows.value.length - 1 && range.value.right === columns.value.length - 1 && rows.value.length * columns.value.length > 1)
  function all(): void {
    held.value = { active: hold({ row: 0, column: 0 }), end: hold({ row: rows.value.length - 1, column: columns.value.length - 1 }) }
  }
  /** The next row that can be written to, or the one next to it where there is none. */
  function writable(from: number, way: 1 | -1): number {
    for (let i = from + way; i >= 0 && i < rows.value.length; i += way) if (rows.value[i]?.leaf && !rows.value[i]?.retired) return i
    return from
  }
  return { active, end, range, whole, index, go, all, writable }
}
