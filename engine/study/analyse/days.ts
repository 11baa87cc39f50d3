import { add, exact, floor, fraction, type Exact } from '../../model/decimal.ts'

const DAY = 86_400_000
/** A day (YYYY-MM-DD) as a number of days since 1970-01-01; text that is no day stands between its neighbours, null when it has none. */
export function dayNumber(text: string): Exact | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (!year || !month || !day) return null
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day))
  if (dayText(exact(time / DAY)) === text) return exact(time / DAY)
  if (Number(month) < 1 || Number(month) > 12) return null
  const last = Number(day) < 1 ? Date.UTC(Number(year), Number(month) - 1, 0) : Date.UTC(Number(year), Number(month), 0)
  return add(exact(last / DAY), fraction(1n, 2n))
}
/** The day of a number of days since 1970-01-01. */
export const dayText = (days: Exact): string => new Date(Number(floor(days)) * DAY).toISOString().slice(0, 10)
