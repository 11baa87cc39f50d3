import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apply, at, paper, setPoints, type Block, type Criterion, type Ruleset } from '../../engine/index.ts'
import { criteriaOf } from '../../engine/check/walk.ts'
import { faults, startSite } from '../support/site.ts'

const ruleset = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../rulesets/pingdingshan/2022/ruleset.json'), 'utf8')) as Ruleset
const { path: where, criterion } = criteriaOf(ruleset)[0] as { path: string; criterion: Criterion }
const rule = criterion.rules[0] as Criterion['rules'][number]
const told = (block: Block): string => (block.kind === 'table' ? '' : `${block.number}${block.runs.map((run) => run.text).join('')}`)

let site: Awaited<ReturnType<typeof startSite>>
let page: Page
let draft = ''
const line = (id: string) => page.locator(`[data-block="${id}"]`)
const saved = (): Promise<Ruleset> => site.document(draft)
const soon = { timeout: 20_000 }
const query = (): string | null => new URL(page.url()).searchParams.get('at')

beforeAll(async () => {
  site = await startSite()
  draft = await site.newDraft('pingdingshan', 2022)
  page = await site.open()
  page.setDefaultTimeout(15_000)
  await page.goto(`${site.url}/edit/${draft}?mode=paper`)
  await page.waitForSelector('.fadu-sheet')
}, 300_000)
afterAll(() => site?.close())

describe('the scheme on paper', () => {
  it('shows every sentence of the engine in its order', async () => {
    const blocks = paper(ruleset, 'zh').filter((b) => b.kind !== 'table')
    await expect.poll(() => page.locator('.fadu-sheet table').count(), soon).toBe(ruleset.indicators.length)
    const shown = await page.locator('.fadu-sheet .block').evaluateAll((lines) => lines.map((one) => [...one.childNodes].filter((node) => node.nodeType !== Node.COMMENT_NODE && !(node as Element).classList?.contains('clause')).map((node) => node.textContent).join('')))
    expect(shown).toEqual(blocks.map(told))
  })
  it('edits a number where it stands: the points of a criterion, and all sums with them', async () => {
    await line(`${where}#criterion`).locator('.number').first().click()
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(String(criterion.points))
    await page.keyboard.press('Control+A')
    await page.keyboard.insertText('2.25')
    const changed = apply(ruleset, setPoints(ruleset, where, 2.25))
    await expect.poll(saved, soon).toEqual(changed)
    expect(query()).toBe(where)
    await page.keyboard.press('Escape')
    expect(await line(`${where}#criterion`).textContent()).toContain('（2.25 分')
    expect(await page.locator(`tr[data-path="${where}"]`).textContent()).toContain('（2.25 分）')
    await page.keyboard.press('Control+Z')
    await expect.poll(saved, soon).toEqual(ruleset)
  })
  it('edits the number of a rule, and keeps a text that is none in its field', async () => {
    const params = rule.event.params as { points: number }
    await line(`${where}#criterion`).locator('.number').last().click()
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(String(params.points))
    await page.keyboard.press('Control+A')
    await page.keyboard.insertText('半分')
    expect(await page.locator('.fadu-sheet .why').textContent()).toBe('请填写数字，最多四位小数')
    expect(await saved()).toEqual(ruleset)
    await page.keyboard.press('Control+A')
    await page.keyboard.insertText('０。７５')
    await expect.poll(async () => (at(await saved(), `${where}/rules/${rule.id}/event/params`) as unknown as { points: number }).points, soon).toBe(0.75)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Z')
    await expect.poll(saved, soon).toEqual(ruleset)
  })
  it('edits a name by keyboard alone; Escape gives it up', async () => {
    const name = () => page.evaluate(() => (document.activeElement as HTMLTextAreaElement).value)
    await line(`${where}#criterion`).focus()
    await page.keyboard.press('Enter')
    expect(await name()).toBe(criterion.label)
    await page.keyboard.type('x')
    await page.keyboard.press('Escape')
    await page.waitForTimeout(300)
    expect(await saved()).toEqual(ruleset)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+A')
    await page.keyboard.insertText('集中学习次数')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (at(await saved(), where) as unknown as Criterion).label, soon).toBe('集中学习次数')
    expect(await line(`${where}#criterion`).textContent()).toContain('集中学习次数')
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['block'])).toBe(`${where}#criterion`)
    await page.keyboard.press('ArrowUp')
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['block'])).not.toBe(`${where}#criterion`)
    await page.keyboard.press('Control+Z')
    await expect.poll(saved, soon).toEqual(ruleset)
  })
  it('chooses the object of a sentence that has nothing to type', async () => {
    await line('categories#lead').click()
    await expect.poll(query).toBe('categories')
    await page.locator('[role=treeitem]', { hasText: ruleset.indicators[0]?.children?.[0]?.label ?? '' }).first().click()
    await expect.poll(() => page.locator('.block.chosen').getAttribute('data-block')).toBe(`indicators/${ruleset.indicators[0]?.id}/children/${ruleset.indicators[0]?.children?.[0]?.id}#3`)
  })
  it('prints nothing but the sheet', async () => {
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.fadu-sheet').isVisible()).toBe(true)
    expect(await page.locator('[role=tree]').isVisible()).toBe(false)
    expect(await page.locator('.desk .bar').isVisible()).toBe(false)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBeGreaterThan(10)
    await page.emulateMedia({ media: 'screen' })
  })
  it('reads in English when the interface is English', async () => {
    await page.getByRole('button', { name: 'English' }).click()
    await expect.poll(() => line('bodies#1').textContent()).toBe('I. Organisation')
    await page.getByRole('button', { name: '中文' }).click()
    await expect.poll(() => line('bodies#1').textContent()).toBe('一、考核组织')
  })
  it('has no accessibility fault in either theme, nor an error of its own', async () => {
    await line(`${where}#criterion`).click()
    for (const theme of ['dark', 'light']) {
      await page.evaluate((name) => document.documentElement.classList.toggle('dark', name === 'dark'), theme)
      await page.waitForTimeout(200)
      expect(await faults(page, theme === 'dark' ? '.fadu-sheet section:last-child' : '.desk')).toEqual([])
    }
    expect(site.complaints).toEqual([])
  })
})
