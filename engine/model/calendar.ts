/** Working days of one country: a table per year of weekdays off and weekend days worked. */
export interface Calendar {
  id: string
  label: string
  years: { year: number; notice?: string | null; rest: string[]; work: string[] }[]
}

const dayMs = 86_400_000
const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** Is a day (YYYY-MM-DD) worked? Throws RangeError naming the year when it has no table. */
export function isWorkingDay(calendar: Calendar, day: string): boolean {
  const table = calendar.years.find((y) => y.year === Number(day.slice(0, 4)))
  if (!table) throw new RangeError(`no working-day table for ${day.slice(0, 4)}`)
  if (table.work.includes(day)) return true
  if (table.rest.includes(day)) return false
  const weekday = new Date(timeOf(day)).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** Working days after `from` up to and including `to` (Civil Code art. 201: the first day is not counted); negative when `to` is earlier. */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): number {
  if (to < from) return -workingDaysBetween(calendar, to, from)
  isWorkingDay(calendar, from)
  let count = 0
  for (let time = timeOf(from) + dayMs; time <= timeOf(to); time += dayMs) if (isWorkingDay(calendar, dayOf(time))) count++
  return count
}

/** The n-th working day after a day; throws RangeError when a year on the way has no table. */
export function addWorkingDays(calendar: Calendar, from: string, n: number): string {
  let time = timeOf(from)
  for (let left = n; left > 0; ) {
    time += dayMs
    if (isWorkingDay(calendar, dayOf(time))) left--
  }
  return dayOf(time)
}
