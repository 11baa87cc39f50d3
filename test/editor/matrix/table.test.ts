import { describe, expect, it } from 'vitest'
import { apply, at, invert, validate, type Criterion, type Indicator } from '../../../engine/index.ts'
import { copyBlock, fillBlock, pasteBlock } from '../../../editor/components/matrix/block.ts'
import { enter } from '../../../editor/components/matrix/enter.ts'
import { columnsOf, grandTotals, plainOf, rowsOf, shown } from '../../../editor/components/matrix/rows.ts'
import { readTable, writeTable } from '../../../editor/components/ui/tsv.ts'
import { years } from '../../engine/content/schemes.ts'

const { ruleset } = years[0] as (typeof years)[number]
const rows = rowsOf(ruleset)
const columns = columnsOf(ruleset)
const leaf = rows.findIndex((row) => row.leaf && row.cells.size === 1)
const method = [...(rows[leaf]?.cells.keys() ?? [])][0] ?? ''
const empty = columns.find((column) => !rows[leaf]?.cells.has(column.id))?.id ?? ''
const cell = (top: number, bottom: number, left: number, right: number) => ({ top, bottom, left, right })
const own = (path: string): Indicator => at(ruleset, path) as unknown as Indicator

describe('text from spreadsheets', () => {
  it('is read with quoted cells, line ends inside them and a last line end', () => {
    expect(readTable('1\t"a\nb"\t"say ""x"""\r\n\t2\t\r\n')).toEqual([['1', 'a\nb', 'say "x"'], ['', '2', '']])
  })
  it('keeps a quote in the middle of a cell', () => {
    expect(readTable('5" pipe\t1')).toEqual([['5" pipe', '1']])
  })
  it('comes back as it was written', () => {
    const table = [['a\tb', 'c"d', ''], ['e\nf', '1.5', '中']]
    expect(readTable(writeTable(table))).toEqual(table)
  })
})

describe('the table of points', () => {
  it('has a row for every indicator and the sums that are declared', () => {
    expect(rows.filter((row) => row.declared !== null && !row.retired).filter((row) => row.declared !== row.total).map((row) => row.path)).toEqual([])
    expect(shown(grandTotals(ruleset).all)).toBe(String(ruleset.fullMarks))
  })
  it('puts the methods of one component side by side and leaves out those that give no points', () => {
    expect(columns.map((c) => c.component)).toEqual(ruleset.components.flatMap((c) => ruleset.methods.filter((m) => m.component === c.id).map(() => c.id)))
  })
  it('takes numbers as they are typed in Chinese', () => {
    const done = enter(ruleset, [{ row: rows[leaf] as never, method, text: '２。２５' }])
    expect(apply(ruleset, done.steps)).toEqual(apply(ruleset, done.steps))
    expect((at(apply(ruleset, done.steps), `${rows[leaf]?.path}/criteria`) as unknown as Criterion[])[0]?.points).toBe(2.25)
    expect(done.kept).toEqual([])
  })
  it('keeps what is no number with its reason and takes the rest, in one change that undo restores', () => {
    const texts = ['九分', '-1', '0.12345', '']
    const leaves = rows.filter((row) => row.leaf && row.cells.get(method)?.criteria.length === 1).slice(0, 4)
    const done = enter(ruleset, leaves.map((row, i) => ({ row, method, text: texts[i] || '3' })))
    expect(done.kept.map((k) => [k.text, k.reason])).toEqual([['九分', 'invalid'], ['-1', 'negative'], ['0.12345', 'invalid']])
    const changed = apply(ruleset, done.steps)
    expect((at(changed, `${leaves[3]?.path}/criteria`) as unknown as Criterion[])[0]?.points).toBe(3)
    expect(apply(changed, invert(done.steps))).toEqual(ruleset)
  })
  it('makes a criterion of an empty cell: full from the start, assumed, with a name and an id of its own', () => {
    const row = rows[leaf] as (typeof rows)[number]
    const changed = apply(ruleset, enter(ruleset, [{ row, method: empty, text: '0.5' }]).steps)
    const made = (at(changed, `${row.path}/criteria`) as unknown as Criterion[]).at(-1)
    expect(made).toEqual({ id: `${row.node.id}-${empty}`, label: row.label, method: empty, points: 0.5, start: 'full', rules: [], source: { clause: own(row.path).source.clause, basis: 'assumed' } })
    expect(validate(changed).issues.filter((i) => i.level === 'error').map((i) => i.code)).not.toContain('totals.node')
  })
  it('refuses a sum for several criteria and leaves sums of groups alone', () => {
    const several = rows.find((row) => row.leaf && [...row.cells.values()].some((c) => c.criteria.length > 1)) as (typeof rows)[number]
    const its = [...several.cells].find(([, c]) => c.criteria.length > 1)?.[0] ?? ''
    const group = rows.find((row) => !row.leaf) as (typeof rows)[number]
    const done = enter(ruleset, [{ row: several, method: its, text: '9' }, { row: group, method, text: '99' }])
    expect(done).toMatchObject({ steps: [], skipped: 1, kept: [{ reason: 'several' }] })
  })
})

describe('blocks', () => {
  const all = cell(0, rows.length - 1, 0, columns.length - 1)
  it('copied and pasted in the same place change nothing, with or without headings', () => {
    for (const whole of [true, false]) {
      const { entries, outside } = pasteBlock(rows, columns, all, copyBlock(rows, columns, all, whole, '指标'))
      expect(outside).toBe(0)
      expect(enter(ruleset, entries)).toMatchObject({ steps: [], kept: [], skipped: 0 })
    }
  })
  it('go with headings when the whole table is taken', () => {
    const [head, first] = readTable(copyBlock(rows, columns, all, true, '指标'))
    expect(head).toEqual(['指标', ...columns.map((c) => c.label)])
    expect(first?.slice(1)).toEqual(columns.map((c) => plainOf(rows[0]?.cells.get(c.id))))
  })
  it('say how many cells fall beyond the table', () => {
    expect(pasteBlock(rows, columns, cell(rows.length - 1, rows.length - 1, 0, 0), '1\n2\n3').outside).toBe(2)
  })
  it('fill down from the first row of the range, over the groups', () => {
    const texts = fillBlock(rows, columns, cell(leaf, leaf + 5, 0, 0), 'down')
    expect(texts.map((entry) => entry.text)).toEqual(texts.map(() => plainOf(rows[leaf]?.cells.get(columns[0]?.id ?? ''))))
    expect(texts.map((entry) => entry.row.path)).toEqual(rows.slice(leaf + 1, leaf + 6).filter((row) => row.leaf).map((row) => row.path))
  })
})
