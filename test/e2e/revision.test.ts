import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSheets, readWord } from '../server/documents-of.ts'
import { faults, startSite } from '../support/site.ts'

let site: Awaited<ReturnType<typeof startSite>>
let page: Page
const SEEN = { timeout: 30_000 }
const place = (query: string): string => `${site.url}/compare?a=pingdingshan%2F2022&b=pingdingshan%2F2023&tab=revision${query}`
const row = (path: string) => page.locator(`[data-row="${path}"]`)
const field = (path: string) => row(path).locator('textarea')
const saved = () => page.locator('[data-reasons-saved]').textContent()

beforeAll(async () => {
  site = await startSite()
  page = await site.open()
  await page.goto(place(''))
  await field('year').waitFor(SEEN)
}, 300_000)
afterAll(async () => { await site?.close() })

describe('the revision table of two versions', () => {
  it('shows how each thing read and reads, the words that differ marked', async () => {
    expect(await row('period').locator('del').allTextContents()).toEqual(['2022', '2022'])
    expect(await row('period').locator('ins').allTextContents()).toEqual(['2023', '2023'])
    expect(await page.locator('[data-row]').count()).toBe(32)
  })
  it('keeps a reason as it is typed, over a reload', async () => {
    await field('year').fill('进入新的年度\n=1+1')
    await expect.poll(() => row('year').locator('[data-reason-state=kept]').count(), SEEN).toBe(1)
    expect(await saved()).toBe('说明均已保存')
    await page.reload()
    await field('year').waitFor(SEEN)
    expect(await field('year').inputValue()).toBe('进入新的年度\n=1+1')
  })
  it('loses nothing when the page is left before the server has it', async () => {
    await page.route('**/api/reasons', (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()))
    await field('bonus/gate').fill('避免以加分代替日常工作')
    await expect.poll(() => row('bonus/gate').locator('[data-reason-state=unsent]').count(), SEEN).toBe(1)
    await page.unroute('**/api/reasons')
    await page.reload()
    await field('bonus/gate').waitFor(SEEN)
    expect(await field('bonus/gate').inputValue()).toBe('避免以加分代替日常工作')
    await expect.poll(() => row('bonus/gate').locator('[data-reason-state=kept]').count(), SEEN).toBe(1)
  })
  it('shows both texts when somebody else wrote the same reason, and keeps the one chosen', async () => {
    const put = (text: string) => fetch(`${site.url}/api/reasons`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ a: 'pingdingshan/2022', b: 'pingdingshan/2023', path: 'deduction/cap', was: '', text }) })
    await put('另一个人写的')
    await field('deduction/cap').fill('我写的')
    await row('deduction/cap').locator('[role=alert]').waitFor(SEEN)
    expect(await row('deduction/cap').locator('.theirs').textContent()).toBe('另一个人写的')
    await row('deduction/cap').getByRole('button', { name: '用我的' }).click()
    await expect.poll(() => row('deduction/cap').locator('[data-reason-state=kept]').count(), SEEN).toBe(1)
    await page.reload()
    await field('deduction/cap').waitFor(SEEN)
    expect(await field('deduction/cap').inputValue()).toBe('我写的')
  })
  it('is searched by what it says, and shows what lacks a reason', async () => {
    await page.getByRole('searchbox', { name: '查找修订或说明' }).fill('代替日常')
    expect(await page.locator('[data-row]').evaluateAll((rows) => rows.map((one) => one.getAttribute('data-row')))).toEqual(['bonus/gate'])
    await page.getByRole('searchbox', { name: '查找修订或说明' }).fill('')
    await page.getByRole('checkbox', { name: '只看没有说明的' }).check()
    expect(await page.locator('[data-row]').count()).toBe(29)
    await page.getByRole('checkbox', { name: '只看没有说明的' }).uncheck()
  })
  it('comes as a Word and as an Excel file with the reason in its row', async () => {
    const save = async (kind: 'docx' | 'xlsx') => {
      const [file] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), page.locator(`[data-file=${kind}]`).click()])
      return { name: file.suggestedFilename(), bytes: new Uint8Array(readFileSync(await file.path())) }
    }
    const word = await save('docx')
    expect(word.name).toBe('修订对照表 2022-2023.docx')
    expect(readWord(word.bytes).tables[0]?.[2]).toEqual(['1', '年度', '2022', '2023', '进入新的年度\n=1+1'])
    const excel = await save('xlsx')
    expect(excel.name).toBe('修订对照表 2022-2023.xlsx')
    expect(readSheets(excel.bytes)['修订对照表']?.find((cells) => cells[1] === '加分 › 门槛')?.[4]).toBe('避免以加分代替日常工作')
  })
  it('has no accessibility faults, light or dark, in Chinese or English', async () => {
    expect(await faults(page, 'main')).toEqual([])
    const dark = await site.open({}, { 'fadu.theme': 'dark', 'fadu.locale': 'en' })
    await dark.goto(place(''))
    await dark.locator('[data-row=year] textarea').waitFor(SEEN)
    expect(await dark.getByRole('columnheader').allTextContents()).toEqual(['What is revised', 'Before', 'After', 'Reason'])
    expect(await faults(dark, 'main')).toEqual([])
  })
  it('leaves no error in the console but those of its own making', () => {
    expect(site.complaints.filter((text) => !/ERR_FAILED|409/.test(text))).toEqual([])
  })
})
