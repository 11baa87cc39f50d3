import type { Comparison } from '../../../engine/index.ts'

type UnitChange = Comparison['units'][number]
/** An exact difference for reading: a sign before it, nothing for none; fractions to four places. */
export function signed(value: string | number | null): string {
  if (value === null) return ''
  const [n = '0', d = '1'] = String(value).split('/')
  const number = Number((Number(n) / Number(d)).toFixed(4))
  return number === 0 ? '0' : number > 0 ? `+${number}` : `−${-number}`
}
export const MEASURES = ['total', 'grade', 'rank'] as const
export type Measure = (typeof MEASURES)[number]
export const gradeMoved = (u: UnitChange): boolean => u.before.grade !== u.after.grade
export type Only = '' | 'grade' | 'total' | 'rank' | 'up' | 'down' | 'without'
export const ONLY: readonly Only[] = ['', 'grade', 'total', 'rank', 'up', 'down', 'without']
/** The units of a filter; a difference counts by its sign. */
export const passes = (u: UnitChange, only: Only): boolean => {
  const by = Number(u.difference ?? 0)
  switch (only) {
    case '':
      return true
    case 'grade':
      return gradeMoved(u)
    case 'total':
      return by !== 0
    case 'rank':
      return u.before.rank !== u.after.rank
    case 'up':
      return by > 0
    case 'down':
      return by < 0
    case 'without':
      return u.without.length > 0
  }
}
