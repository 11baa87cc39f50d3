import type { EventItem, Rating } from '../../engine/index.ts'

/** An event of 2022 unless it says otherwise. */
export const event = (id: string, kind: string, more: Partial<EventItem> = {}): EventItem => ({ id, kind, date: '2022-06-01', ...more })
export const ratings = (...values: number[]): Rating[] => values.map((value, i) => ({ id: `r${i + 1}`, value }))
