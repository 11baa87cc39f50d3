const MS = 86_400_000
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** A day as people type it (2022-4-1, 2022/4/1, 2022年4月1日, full-width digits) as YYYY-MM-DD; null for none of the calendar. */
export function readDay(text: string): string | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC').trim()) ?? []
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return year !== '' && !Number.isNaN(utc(written)) && dayOf(utc(written)) === written ? written : null
}
/** So many days later; earlier when negative. */
export const addDays = (day: string, by: number): string => dayOf(utc(day) + by * MS)
