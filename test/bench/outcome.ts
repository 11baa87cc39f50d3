import type { Results } from '../../engine/index.ts'

/** What every contestant must come to: whole cents, places of grades, ranks, and outcomes as outcome × unit. */
export interface Table { total: Float64Array; grade: Int8Array; rank: Int32Array; outcomes: Uint8Array }
export const newTable = (n: number, outcomes: number): Table => ({ total: new Float64Array(n), grade: new Int8Array(n), rank: new Int32Array(n), outcomes: new Uint8Array(n * outcomes) })
export const tableOf = ({ total, grade, rank, outcomes }: Results): Table => ({ total, grade, rank, outcomes })

/** Where two tables differ first; null when they are equal. */
export function difference(a: Table, b: Table): string | null {
  for (const key of ['total', 'grade', 'rank', 'outcomes'] as const) {
    if (a[key].length !== b[key].length) return `${key}: ${a[key].length} against ${b[key].length}`
    for (let i = 0; i < a[key].length; i++) if (a[key][i] !== b[key][i]) return `${key}[${i}]: ${a[key][i]} against ${b[key][i]}`
  }
  return null
}
