import { describe, expect, it } from 'vitest'
import { table, widthOf } from '../../server/commands/table.ts'

describe('a table in a terminal', () => {
  it('counts two columns for a Chinese character or full-width mark, none for a combining mark', () => {
    expect(['a', '法', '\uff0c', '「」', '\u00e9', 'e\u0301', '—', '①', '👍', '𠮷'].map(widthOf)).toEqual([1, 2, 2, 4, 1, 1, 1, 1, 2, 2])
  })
  it('lines up Chinese and numbers', () => {
    expect(table([{ title: '单位' }, { title: '总分', right: true }], [['新华区', '93.57'], ['A', '5.00']]).split('\n')).toEqual([
      '单位     总分',
      '──────  ─────',
      '新华区  93.57',
      'A        5.00',
    ])
  })
})
