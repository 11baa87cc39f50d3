import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Calendar } from '../../engine/index.ts'
import { layOut } from './lay-out.ts'

/** Numbers of the yearly notices of the General Office of the State Council on public holidays. */
const NOTICES: { readonly [year: number]: string } = {
  2019: '国办发明电〔2018〕15号', 2020: '国办发明电〔2019〕16号', 2021: '国办发明电〔2020〕27号', 2022: '国办发明电〔2021〕11号',
  2023: '国办发明电〔2022〕16号', 2024: '国办发明电〔2023〕7号', 2025: '国办发明电〔2024〕12号', 2026: '国办发明电〔2025〕7号',
}
const weekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** The working-day tables as the package chinese-days has them: weekdays off, weekend days worked. */
export function makeCalendar(): Calendar {
  const find = createRequire(import.meta.url).resolve
  const years = Object.entries(NOTICES).map(([year, notice]) => {
    const table = JSON.parse(readFileSync(find(`chinese-days/dist/years/${year}.json`), 'utf8')) as { holidays: object; workdays: object }
    const days = (list: object): string[] => Object.keys(list).filter((day) => day.startsWith(year)).sort()
    return { year: Number(year), notice, rest: days(table.holidays).filter((day) => !weekend(day)), work: days(table.workdays).filter(weekend) }
  })
  return { id: 'cn', label: '中国工作日(含法定节假日调休)', years }
}

if (process.argv[1]?.endsWith('calendar.ts')) writeFileSync(new URL('../../rulesets/calendars/cn.json', import.meta.url), `${layOut(makeCalendar())}\n`)
