import { hashOf } from '../model/canonical.ts'
import type { Ruleset } from '../model/ruleset.ts'

/** A day the given number of years later; 29 February becomes the 28th where the year has none. */
export function later(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate()
  return `${year + years}-${String(month).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}`
}

/** The first version of another year: the same rules, year and period shifted, `basedOn` naming where it comes from by hash. */
export function newYear(ruleset: Ruleset, year: number): Ruleset {
  if (!Number.isInteger(year) || year < 1900 || year > 2200) throw new RangeError(`not a year: ${year}`)
  const { scheme, version, period } = ruleset
  const shift = year - ruleset.year
  return {
    ...structuredClone(ruleset),
    year,
    version: 1,
    period: { ...period, start: later(period.start, shift), end: later(period.end, shift) },
    basedOn: { scheme, year: ruleset.year, version, hash: hashOf(ruleset) },
  }
}
