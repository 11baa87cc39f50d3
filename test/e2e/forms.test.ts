import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, validate, type Ruleset } from '../../engine/index.ts'
import { read } from '../engine/content/schemes.ts'
import { faults, startSite } from '../support/site.ts'

const original = read<Ruleset>('pingdingshan', '2022', 'ruleset.json')
let site: Awaited<ReturnType<typeof startSite>>
let page: Page
let draft = ''

beforeAll(async () => {
  site = await startSite()
  draft = await site.newDraft('pingdingshan', 2022)
  page = await site.open()
}, 300_000)
afterAll(async () => { await site?.close() })

const go = async (path: string): Promise<void> => {
  await page.goto(`${site.url}/edit/${draft}?at=${encodeURIComponent(path)}`)
  await page.waitForSelector('.centre h2')
}
const chosen = (): string => new URL(page.url()).searchParams.get('at') ?? ''
const saved = async (): Promise<Ruleset> => {
  await page.waitForTimeout(100)
  await page.waitForSelector('[data-saved]:has-text("已保存")')
  return site.document(draft)
}
const property = (key: string) => page.locator(`.centre [data-property="${key}"]`).first()
const undo = () => page.locator('button:has-text("撤销")').first()

describe('forms', () => {
  it('add a category: a valid one, assumed, opened to be named', async () => {
    await go('categories')
    await page.click('[data-add="categories"]')
    await expect.poll(chosen).toBe('categories/category')
    await property('label').locator('textarea').fill('街道办事处')
    const now = await saved()
    expect(now.categories.at(-1)).toEqual({ id: 'category', label: '街道办事处', source: { basis: 'assumed' } })
  })
  it('add a fact, and a derived fact that names it', async () => {
    await go('facts')
    await page.click('[data-add="facts"]')
    await expect.poll(chosen).toBe('facts/fact')
    await property('label').locator('textarea').fill('普法活动次数')
    await go('derived')
    await page.click('[data-add="derived"]')
    await expect.poll(chosen).toBe('derived/derived')
    await property('op').locator('select').first().selectOption('difference')
    await property('fact').locator('select').first().selectOption({ label: '普法活动次数' })
    const now = await saved()
    expect(now.derived.at(-1)?.derive).toEqual({ op: 'difference', fact: 'fact' })
    expect(validate(now).issues.filter((i) => i.level === 'error' && !i.path.startsWith('categories'))).toEqual([])
  })
  it('add an indicator with a criterion, whose points the declared sum follows', async () => {
    await go('indicators/part-lead/children/lead-thought')
    await page.click('[data-add="indicators/part-lead/children/lead-thought/children"]')
    await expect.poll(chosen).toBe('indicators/part-lead/children/lead-thought/children/indicator')
    await page.click('.centre button:has-text("评分项")')
    await page.click('[data-add$="/criteria"]')
    await page.locator('.criterion input').first().fill('2')
    const now = await saved()
    const parent = at(now, 'indicators/part-lead/children/lead-thought') as { points: number }
    const before = at(original, 'indicators/part-lead/children/lead-thought') as { points: number }
    expect(parent.points).toBe(before.points + 2)
  })
  it('add by keyboard in the outline, where the focus goes to the new line', async () => {
    await go('indicators/part-lead')
    await page.focus('[role=treeitem][aria-current=true]')
    await page.keyboard.press('Control+Enter')
    await expect.poll(chosen).toBe('indicators/indicator-2')
    await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLElement).dataset['path'])).toBe('indicators/indicator-2')
    await page.keyboard.press('Control+z')
    await go('indicators/part-lead/children/lead-thought/children/indicator')
  })
  it('add a recipient who is told at once', async () => {
    await go('outcomes/letter')
    const before = (await saved()).outcomes.find((o) => o.id === 'letter')?.recipients ?? []
    await property('recipients').locator('button.add').click()
    const now = (await saved()).outcomes.find((o) => o.id === 'letter')?.recipients
    expect(now?.slice(0, -1)).toEqual(before)
    expect(Object.keys(now?.at(-1) ?? {})).toEqual([before.length ? 'body' : 'unit'])
    await undo().click()
    await go('indicators/part-lead/children/lead-thought/children/indicator')
  })
  it('keep what the format refuses in the field with the reason, and send nothing', async () => {
    const field = page.locator('.criterion input').first()
    await field.fill('2.12345')
    expect(await page.locator('.criterion .why').first().textContent()).toBe('请填写数字，最多四位小数')
    expect((await saved()).indicators).toEqual((await site.document(draft)).indicators)
    await field.fill('2')
  })
  it('rename an id with every use as one change', async () => {
    await go('facts/fact')
    await property('id').locator('input').fill('fileReviews')
    expect(await property('id').locator('.why').textContent()).toBe('这个标识已被使用')
    await property('id').locator('input').fill('campaigns')
    await property('id').locator('input').press('Enter')
    await expect.poll(chosen).toBe('facts/campaigns')
    const now = await saved()
    expect(now.derived.at(-1)?.derive).toEqual({ op: 'difference', fact: 'campaigns' })
    await undo().click()
    const back = await saved()
    expect(back.derived.at(-1)?.derive).toEqual({ op: 'difference', fact: 'fact' })
    expect(back.facts.at(-1)?.id).toBe('fact')
  })
  it('refuse to delete what is in use, show each use as a link, and offer another or all', async () => {
    await go('facts/fileReviews')
    await page.click('.member header button:has-text("删除")')
    const panel = page.locator('[role=alertdialog]')
    expect(await panel.locator('li').count()).toBe(2)
    expect((await saved()).facts.some((f) => f.id === 'fileReviews')).toBe(true)
    await panel.locator('button:has-text("连同依赖一起删除")').click()
    expect(await panel.locator('li').count()).toBe(3)
    expect(await faults(page)).toEqual([])
    await panel.locator('button:has-text("删除，并去掉以上 3 处")').click()
    const now = await saved()
    expect([now.facts.some((f) => f.id === 'fileReviews'), now.derived.some((d) => d.id === 'fileMean'), now.verdicts.some((v) => v.id === 'bad-file')]).toEqual([false, false, false])
    await undo().click()
    expect((await saved()).verdicts).toEqual(original.verdicts)
  })
  it('open sections and things of many kinds without an accessibility fault or an error', async () => {
    for (const path of ['', 'facts', 'bonus', 'grades', 'workflow', 'gradings/all', 'bonus/classes/honours', 'outcomes/letter', 'facts/awards']) {
      await go(path)
      expect(await faults(page, '.centre'), path).toEqual([])
    }
    expect(site.complaints).toEqual([])
  })
})

describe('undo', () => {
  it('brings back exactly the document there was', async () => {
    const second = await site.newDraft('pingdingshan', 2022)
    draft = second
    await go('categories')
    await page.click('[data-add="categories"]')
    await expect.poll(chosen).toBe('categories/category')
    await property('label').locator('textarea').fill('新类别甲')
    await page.locator('.member header button:has-text("复制")').click()
    await expect.poll(chosen).toBe('categories/category-2')
    await property('id').locator('input').fill('towns')
    await property('id').locator('input').press('Enter')
    await expect.poll(chosen).toBe('categories/towns')
    expect((await saved()).categories.at(-1)).toEqual({ id: 'towns', label: '新类别甲（副本）', source: { basis: 'assumed' } })
    while (await undo().isEnabled()) await undo().click()
    expect(await saved()).toEqual(original)
  })
})
