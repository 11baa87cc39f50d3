import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apply, at, score, type Cohort, type Criterion, type Ruleset } from '../../engine/index.ts'
import { fillBlock, pasteBlock } from '../../editor/components/matrix/block.ts'
import { enter } from '../../editor/components/matrix/enter.ts'
import { columnsOf, plainOf, rowsOf } from '../../editor/components/matrix/rows.ts'
import { faults, startSite } from '../support/site.ts'

const read = <T>(file: string): T => JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../rulesets/pingdingshan/2022', file), 'utf8')) as T
const ruleset = read<Ruleset>('ruleset.json')
const cohort = read<Cohort>('cohort.json')
const rows = rowsOf(ruleset)
const columns = columnsOf(ruleset)
const [first, , third] = columns as unknown as [{ id: string }, { id: string }, { id: string }]
/** The first of five leaves in a row that have at most one criterion a cell. */
const top = rows.findIndex((row, i) => row.cells.has(first.id) && rows.slice(i, i + 5).length === 5 && rows.slice(i, i + 5).every((leaf) => leaf.leaf && [...leaf.cells.values()].every((cell) => cell.criteria.length === 1)))
const range = { top, bottom: top + 4, left: 0, right: 2 }
const block = '1\t\t九分\r\n-1\t0.5\t\r\n２．５\t\t\r\n"0.75"\t\t0.2\r\n1.25\t0.12345\t\r\n'
const pasted = enter(ruleset, pasteBlock(rows, columns, range, block).entries)

let site: Awaited<ReturnType<typeof startSite>>
let page: Page
let draft = ''
const cell = (i: number, column: { id: string }) => page.locator(`[data-row="${rows[i]?.key}"][data-column="${column.id}"]`)
const kept = () => page.locator('[data-kept]')
const saved = (): Promise<Ruleset> => site.document(draft)
const soon = { timeout: 20_000 }
const clip = (text?: string): Promise<string> => page.evaluate(async (value) => {
  if (value !== undefined) await navigator.clipboard.writeText(value)
  return navigator.clipboard.readText()
}, text)
const totals = (rules: Ruleset): string[] => score(rules, cohort, { trace: false }).sheets.map((s) => s.total ?? '缺数据')

beforeAll(async () => {
  site = await startSite()
  draft = await site.newDraft('pingdingshan', 2022)
  expect(top).toBeGreaterThan(0)
  page = await site.open({ permissions: ['clipboard-read', 'clipboard-write'] })
  page.setDefaultTimeout(15_000)
  await page.goto(`${site.url}/edit/${draft}?mode=matrix`)
  await page.waitForSelector('[role=grid]')
}, 300_000)
afterAll(() => site?.close())

describe('the table of points', () => {
  it('takes a pasted block in one change and keeps what is no number in its cell with the reason', async () => {
    await clip(block)
    await page.goto(`${site.url}/edit/${draft}?mode=matrix&at=${encodeURIComponent(rows[top]?.path ?? '')}`)
    await cell(top, first).click()
    await page.keyboard.press('Control+V')
    await expect.poll(() => kept().textContent(), soon).toContain('3')
    await expect.poll(saved, soon).toEqual(apply(ruleset, pasted.steps))
    expect(pasted.steps.length).toBeGreaterThan(5)
    expect(await cell(top, third).textContent()).toBe('!九分')
    expect(await cell(top, third).getAttribute('aria-invalid')).toBe('true')
    expect(await cell(top, third).getAttribute('title')).toBe('不是数字，或者小数超过四位')
  })
  it('is followed by the results of every unit', async () => {
    await page.getByRole('tab', { name: '全部单位' }).click()
    await expect.poll(() => page.locator('table.dense tbody tr td:nth-child(2)').allTextContents(), soon).toEqual(totals(apply(ruleset, pasted.steps)))
  })
  it('keeps the texts that wait over a reload and leads from one to the next', async () => {
    await page.reload()
    await page.waitForSelector('[role=grid]')
    expect(await kept().textContent()).toContain('3')
    await page.getByRole('button', { name: '到下一处' }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true')
    await page.keyboard.press('Delete')
    await expect.poll(() => kept().textContent()).toContain('2')
    expect(await saved()).toEqual(apply(ruleset, pasted.steps))
  })
  it('goes back in one undo where a block was pasted, waiting texts and all', async () => {
    const fresh = await site.newDraft('pingdingshan', 2022)
    await page.goto(`${site.url}/edit/${fresh}?mode=matrix&at=${encodeURIComponent(rows[top]?.path ?? '')}`)
    draft = fresh
    await cell(top, first).click()
    await page.keyboard.press('Control+V')
    await expect.poll(saved, soon).toEqual(apply(ruleset, pasted.steps))
    expect(await kept().count()).toBe(1)
    await page.keyboard.press('Control+Z')
    await expect.poll(saved, soon).toEqual(ruleset)
    expect(await kept().count()).toBe(0)
  })
  it('copies back what it shows', async () => {
    await cell(top, first).click()
    await cell(top + 4, third).click({ modifiers: ['Shift'] })
    await page.keyboard.press('Control+C')
    expect(await clip()).toBe(rows.slice(top, top + 5).map((row) => columns.slice(0, 3).map((c) => plainOf(row.cells.get(c.id))).join('\t')).join('\n'))
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Control+C')
    expect((await clip()).split('\n')[0]).toBe(['指标体系', ...columns.map((c) => c.label)].join('\t'))
  })
  it('fills down as one change', async () => {
    await cell(top, first).click()
    for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+D')
    const filled = apply(ruleset, enter(ruleset, fillBlock(rows, columns, { ...range, right: 0 }, 'down')).steps)
    expect(rowsOf(filled).slice(top, top + 5).map((row) => plainOf(row.cells.get(first.id)))).toEqual(Array(5).fill(plainOf(rows[top]?.cells.get(first.id))))
    await expect.poll(saved, soon).toEqual(filled)
    await page.keyboard.press('Control+Z')
    await expect.poll(saved, soon).toEqual(ruleset)
  })
  it('takes what is typed: Enter goes down, Escape gives up, full-width digits are digits', async () => {
    await cell(top, first).click()
    await page.keyboard.type('3')
    await page.keyboard.press('Escape')
    expect(await cell(top, first).textContent()).toBe(plainOf(rows[top]?.cells.get(first.id)))
    await page.keyboard.type('4')
    await page.keyboard.insertText('．２５')
    await page.keyboard.press('Enter')
    const one = `${rows[top]?.path}/criteria/${rows[top]?.cells.get(first.id)?.criteria[0]?.id}`
    await expect.poll(async () => (at(await saved(), one) as unknown as Criterion).points, soon).toBe(4.25)
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['row'])).toBe(rows[top + 1]?.key)
    expect(await page.locator('[data-grand]').textContent()).toContain('✗')
    await page.keyboard.press('Control+Z')
    await expect.poll(() => page.locator('[data-grand]').textContent()).toContain('✓')
  })
  it('moves as a spreadsheet does, with one cell in the order of the Tab key, and can be left', async () => {
    await cell(top, first).click()
    const here = (): Promise<(string | undefined)[]> => page.evaluate(() => [(document.activeElement as HTMLElement).dataset['row'], (document.activeElement as HTMLElement).dataset['column']])
    await page.keyboard.press('Control+Home')
    expect(await here()).toEqual([rows[0]?.key, columns[0]?.id])
    await page.keyboard.press('End')
    await page.keyboard.press('Tab')
    expect(await here()).toEqual([rows[1]?.key, columns[0]?.id])
    await page.keyboard.press('Control+End')
    expect(await here()).toEqual([rows.at(-1)?.key, columns.at(-1)?.id])
    expect(await page.locator('[role=gridcell][tabindex="0"]').count()).toBe(1)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    expect((await here())[0]).toBeUndefined()
  })
  it('tells the outline which indicator is active, and follows it', async () => {
    await page.locator('[role=gridcell][tabindex="0"]').focus()
    await page.keyboard.press('Control+End')
    await expect.poll(() => new URL(page.url()).searchParams.get('at')).toBe(rows.at(-1)?.path)
    await page.keyboard.press('Control+Home')
    await expect.poll(() => new URL(page.url()).searchParams.get('at')).toBe(rows[0]?.path)
    await page.locator('[role=treeitem]', { hasText: rows[2]?.label ?? '' }).first().click()
    await expect.poll(() => page.locator('[role=gridcell][tabindex="0"]').getAttribute('data-row')).toBe(rows[2]?.key)
  })
  it('remembers the width of a column', async () => {
    await page.locator('[role=gridcell][tabindex="0"]').focus()
    await page.keyboard.press('Control+Home')
    const wide = async (): Promise<number> => (await cell(1, first).boundingBox())?.width ?? 0
    const before = await wide()
    await page.keyboard.press('Alt+Shift+ArrowRight')
    await expect.poll(wide).toBe(before + 12)
    await page.reload()
    await page.waitForSelector('[role=grid]')
    expect(await wide()).toBe(before + 12)
  })
  it('has no accessibility fault in either theme, nor an error of its own', async () => {
    await cell(2, first).click()
    await page.keyboard.type('九')
    await page.keyboard.press('Enter')
    for (const theme of ['dark', 'light']) {
      await page.evaluate((name) => document.documentElement.classList.toggle('dark', name === 'dark'), theme)
      await page.waitForTimeout(200)
      expect(await faults(page, '.matrix')).toEqual([])
    }
    expect(site.complaints).toEqual([])
  })
})
