import { exact, fixed, round } from '../model/decimal.ts'

/** An exact number (a decimal, or `p/q`) with so many decimal places, halves away from zero: for reading, never for deciding. */
export const rounded = (value: string, places: number): string => fixed(round(exact(value), places, 'half-up'), places)
/** The same with its sign before it (a true minus); nothing before zero. */
export function signed(value: string, places: number): string {
  const text = rounded(value, places)
  return /^-?0*\.?0*$/.test(text) ? text.replace('-', '') : text.startsWith('-') ? `−${text.slice(1)}` : `+${text}`
}
