import { computed, ref, type Ref } from 'vue'
import type { Column } from './rows.ts'

const PLACE = 'fadu.matrix.widths'
const LEAST = 56
const METHOD = 76
const TOTAL = 84

/** Widths of the columns (`''` is that of the names, `'='` that of the sums) in pixels; what the user sets is remembered in this browser. */
export function useWidths(columns: Ref<readonly Column[]>, space: Ref<number>) {
  const set = ref<{ [column: string]: number }>(JSON.parse(localStorage.getItem(PLACE) ?? '{}') as { [column: string]: number })
  const of = (column: string): number => set.value[column] ?? (column === '=' ? TOTAL : METHOD)
  const rest = computed(() => columns.value.reduce((sum, column) => sum + of(column.id), of('=')))
  const name = computed(() => set.value[''] ?? Math.min(Math.max(space.value - rest.value - 4, 190), 420))
  const widths = computed(() => [name.value, ...columns.value.map((column) => of(column.id)), of('=')])
  function resize(column: string, width: number): void {
    set.value = { ...set.value, [column]: Math.min(Math.max(Math.round(width), LEAST), 800) }
    localStorage.setItem(PLACE, JSON.stringify(set.value))
  }
  function drag(event: PointerEvent, column: string): void {
    const start = event.clientX
    const from = column === '' ? name.value : of(column)
    const move = (e: PointerEvent): void => resize(column, from + e.clientX - start)
    const stop = (): void => {
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', stop)
    }
    addEventListener('pointermove', move)
    addEventListener('pointerup', stop)
  }
  return { widths, template: computed(() => widths.value.map((w) => `${w}px`).join(' ')), resize, drag, of: (column: string): number => (column === '' ? name.value : of(column)) }
}
