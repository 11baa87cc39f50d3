import { describe, expect, it } from 'vitest'
import { addDays, readDay } from '../../../editor/components/condition/day.ts'

describe('a day', () => {
  it('is read as people write it', () => {
    expect(['2022-04-01', '2022-4-1', '2022/04/01', '2022.4.1', '2022年4月1日', ' ２０２２－０４－０１ '].map(readDay)).toEqual(Array.from({ length: 6 }, () => '2022-04-01'))
  })
  it('is one of the calendar, or none', () => {
    expect(['2022-02-29', '2022-13-01', '2022-00-10', '2022-04', '22-4-1', '四月一日', ''].map(readDay)).toEqual(Array.from({ length: 7 }, () => null))
    expect(readDay('2024-2-29')).toBe('2024-02-29')
  })
  it('goes on over the ends of months and years', () => {
    expect([addDays('2022-12-31', 1), addDays('2024-03-01', -1), addDays('2022-03-01', -1)]).toEqual(['2023-01-01', '2024-02-29', '2022-02-28'])
  })
})
