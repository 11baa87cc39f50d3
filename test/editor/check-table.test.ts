import { describe, expect, it } from 'vitest'
import { csv } from '../../editor/components/check/csv.ts'
import { arranged, type Column } from '../../editor/components/check/table.ts'

describe('an exported table', () => {
  it('begins with a byte order mark and quotes what needs it', () => {
    expect(csv([['名称', 'b'], ['a,"b"', 'line\nline']])).toBe('\uFEFF名称,b\r\n"a,""b""","line\nline"\r\n')
  })
  it('never lets a spreadsheet take a text for a formula, and leaves numbers numbers', () => {
    expect(csv([['=1+1', '+86', '-1.5', '-x', '@a', '\tb', null, 3]])).toBe("\uFEFF'=1+1,'+86,-1.5,'-x,'@a,'\tb,,3\r\n")
  })
})

describe('a list', () => {
  const columns: Column<{ name: string; total: string | null }>[] = [{ id: 'name', label: 'n', of: (r) => r.name }, { id: 'total', label: 't', of: (r) => r.total }]
  const rows = [{ name: 'Beta two', total: '9.50' }, { name: 'alpha', total: '10.00' }, { name: 'Gamma', total: null }]
  const names = (search: string, sort: string): string[] => arranged(rows, columns, search, sort).map((r) => r.name)
  it('is sorted by numbers as numbers, up and down, and else stays as given', () => {
    expect(names('', '')).toEqual(['Beta two', 'alpha', 'Gamma'])
    expect(names('', 'name')).toEqual(['alpha', 'Beta two', 'Gamma'])
    expect([names('', 'total').indexOf('Beta two') < names('', 'total').indexOf('alpha'), names('', '-total').indexOf('alpha') < names('', '-total').indexOf('Beta two')]).toEqual([true, true])
  })
  it('finds rows that hold every word somewhere, whatever the case of letters', () => {
    expect(names('beta TWO', '')).toEqual(['Beta two'])
    expect(names('two 9.5', '')).toEqual(['Beta two'])
    expect(names('two 10', '')).toEqual([])
  })
  it('does not change the rows it was given', () => {
    names('', '-name')
    expect(rows.map((r) => r.name)).toEqual(['Beta two', 'alpha', 'Gamma'])
  })
})
