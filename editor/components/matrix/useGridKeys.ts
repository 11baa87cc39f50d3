import type { Ref } from 'vue'
import type { Spot, useSelection } from './useSelection.ts'

/** What the keys of the table may do. */
export interface Acts {
  begin(text: string | null): void
  clear(): void
  fill(way: 'down' | 'right'): void
  resize(by: number): void
  go(spot: Spot, extend?: boolean): void
}
type Selection = ReturnType<typeof useSelection>

/** The keys of a spreadsheet over a selection; `size` is the table's, `page` the number of rows in view. Escape lets the next Tab leave the table. */
export function useGridKeys(selection: Selection, size: Ref<{ rows: number; columns: number }>, page: Ref<number>, acts: Acts) {
  let leaving = false
  const steps: { [key: string]: readonly [number, number] } = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }

  /** Where a moving key leads from a spot; null for other keys. */
  function target({ key, ctrlKey, metaKey }: KeyboardEvent, from: Spot): Spot | null {
    const far = ctrlKey || metaKey
    const last = { row: size.value.rows - 1, column: size.value.columns - 1 }
    const step = steps[key]
    if (step) return { row: far && step[0] ? (step[0] < 0 ? 0 : last.row) : from.row + step[0], column: far && step[1] ? (step[1] < 0 ? 0 : last.column) : from.column + step[1] }
    if (key === 'Home') return { row: far ? 0 : from.row, column: 0 }
    if (key === 'End') return { row: far ? last.row : from.row, column: last.column }
    if (key === 'PageDown' || key === 'PageUp') return { row: from.row + (key === 'PageDown' ? 1 : -1) * page.value, column: from.column }
    return null
  }
  /** Tab goes along the row and on to the next; null at either end of the table. */
  function along(way: 1 | -1): Spot | null {
    const { row, column } = selection.active.value
    const next = row * size.value.columns + column + way
    return next < 0 || next >= size.value.rows * size.value.columns ? null : { row: Math.floor(next / size.value.columns), column: next % size.value.columns }
  }
  function plain(event: KeyboardEvent): boolean {
    const { key, shiftKey } = event
    if (key === 'Enter') acts.go({ row: selection.writable(selection.active.value.row, shiftKey ? -1 : 1), column: selection.active.value.column })
    else if (key === 'F2') acts.begin(null)
    else if (key === 'Delete') acts.clear()
    else if (key === 'Backspace') acts.begin('')
    else if (key.length === 1) acts.begin(key)
    else return false
    return true
  }
  function held({ key }: KeyboardEvent): boolean {
    const name = key.toLowerCase()
    if (name === 'a') selection.all()
    else if (name === 'd') acts.fill('down')
    else if (name === 'r') acts.fill('right')
    else return false
    return true
  }
  return (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement) return
    if (event.isComposing || event.key === 'Process') return acts.begin('')
    const far = event.ctrlKey || event.metaKey
    if (event.altKey) {
      if (!event.shiftKey || !steps[event.key]?.[1]) return
      acts.resize((steps[event.key]?.[1] ?? 0) * 12)
      return event.preventDefault()
    }
    if (event.key === 'Tab') {
      const to = leaving || far ? null : along(event.shiftKey ? -1 : 1)
      leaving = false
      if (!to) return
      acts.go(to)
      return event.preventDefault()
    }
    leaving = event.key === 'Escape'
    const to = target(event, event.shiftKey ? selection.end.value : selection.active.value)
    if (to) acts.go(to, event.shiftKey)
    else if (!(far ? held(event) : plain(event))) return
    event.preventDefault()
  }
}
