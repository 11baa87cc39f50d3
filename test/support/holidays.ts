import type { Calendar } from '../../engine/model/calendar.ts'

/** Part of one year's holidays: a first week of October off, the weekend after it worked. */
export const holidays: Calendar = {
  id: 'sample', label: 'sample',
  years: [{ year: 2022, rest: ['03', '04', '05', '06', '07'].map((day) => `2022-10-${day}`), work: ['2022-10-08', '2022-10-09'] }],
}
