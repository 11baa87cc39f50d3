import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, type Criterion, type Ruleset } from '../../engine/index.ts'
import { startSite } from '../support/site.ts'

let site: Awaited<ReturnType<typeof startSite>>
beforeAll(async () => { site = await startSite() }, 300_000)
afterAll(() => site?.close())

const leafOf = (document: Ruleset): string => {
  const part = document.indicators[0]
  const group = part?.children?.[0]
  return `indicators/${part?.id}/children/${group?.id}/children/${group?.children?.[0]?.id}`
}
/** The points of the first criterion of the first leaf. */
const pointsIn = (document: Ruleset): number | undefined => (at(document, `${leafOf(document)}/criteria`) as unknown as Criterion[])[0]?.points
const field = (page: Page) => page.locator('[data-criterion] .field input').first()
async function open(page: Page, draft: string): Promise<void> {
  await page.goto(`${site.url}/edit/${draft}?at=${encodeURIComponent(leafOf(await site.document(draft)))}`)
  await field(page).waitFor()
}
const saved = (page: Page): Promise<unknown> => page.waitForSelector('[data-saved=saved]')

describe('work that has not reached the server', () => {
  it('is kept over a lost network and a closed tab, and sent when the draft is opened again', async () => {
    const draft = await site.newDraft('pingdingshan', 2022)
    const page = await site.open()
    await open(page, draft)
    await page.context().setOffline(true)
    await field(page).fill('7')
    await page.waitForSelector('[data-saved=offline]')
    const other = await page.context().newPage()
    await page.close()
    await other.context().setOffline(false)
    await open(other, draft)
    await saved(other)
    expect(await field(other).inputValue()).toBe('7')
    await expect.poll(async () => pointsIn(await site.document(draft))).toBe(7)
    await other.context().close()
  })
  it('is still there when opening it again fails halfway, while others have gone on', async () => {
    const draft = await site.newDraft('pingdingshan', 2022)
    const page = await site.open()
    await open(page, draft)
    await page.context().setOffline(true)
    await field(page).fill('7')
    await page.waitForSelector('[data-saved=offline]')
    const theirs = await site.open()
    await open(theirs, draft)
    await theirs.locator('[data-criterion] textarea').first().fill('别人改的名称')
    await saved(theirs)
    await theirs.context().close()
    const other = await page.context().newPage()
    await page.close()
    await other.context().setOffline(false)
    await other.route('**/steps?since=*', (route) => route.abort())
    await other.goto(`${site.url}/edit/${draft}?at=${encodeURIComponent(leafOf(await site.document(draft)))}`)
    await other.getByRole('alert').getByRole('heading', { name: '打不开' }).waitFor()
    await other.unroute('**/steps?since=*')
    await other.getByRole('button', { name: '重试' }).click()
    await field(other).waitFor()
    await saved(other)
    const document = await site.document(draft)
    expect([pointsIn(document), (at(document, `${leafOf(document)}/criteria`) as unknown as Criterion[])[0]?.label]).toEqual([7, '别人改的名称'])
    await other.context().close()
  })
  it('is sent by itself when the network is back', async () => {
    const draft = await site.newDraft('pingdingshan', 2022)
    const page = await site.open()
    await open(page, draft)
    await page.context().setOffline(true)
    await field(page).fill('6')
    await page.waitForSelector('[data-saved=offline]')
    await page.context().setOffline(false)
    await saved(page)
    expect(pointsIn(await site.document(draft))).toBe(6)
    await page.context().close()
  })
  for (const [choice, expected] of [['用我的', 8], ['用已保存的', 5]] as const) {
    it(`that conflicts is shown beside what is saved; 「${choice}」 is then the document`, async () => {
      const draft = await site.newDraft('pingdingshan', 2022)
      const page = await site.open()
      await open(page, draft)
      await page.context().setOffline(true)
      await field(page).fill('8')
      await page.waitForSelector('[data-saved=offline]')
      const theirs = await site.open()
      await open(theirs, draft)
      await field(theirs).fill('5')
      await saved(theirs)
      await theirs.context().close()
      await page.context().setOffline(false)
      const list = page.getByRole('alert', { name: '同一处已被他人修改' })
      await list.waitFor()
      // The criterion and the declared sums above it were set by both.
      const text = await list.locator('tbody tr').first().innerText()
      expect([text.includes('改为8'), text.includes('改为5')]).toEqual([true, true])
      while (await list.count()) await list.getByRole('button', { name: choice }).first().click()
      await saved(page)
      expect(pointsIn(await site.document(draft))).toBe(expected)
      expect(await field(page).inputValue()).toBe(String(expected))
      await page.context().close()
    })
  }
  it('is never doubled by what another tab of the same browser has done', async () => {
    const draft = await site.newDraft('pingdingshan', 2022)
    const one = await site.open()
    await open(one, draft)
    const two = await one.context().newPage()
    await open(two, draft)
    await field(one).fill('4')
    await saved(one)
    await two.locator('[data-criterion] textarea').first().fill('另一个名称')
    await saved(two)
    const document = await site.document(draft)
    expect([pointsIn(document), (at(document, `${leafOf(document)}/criteria`) as unknown as Criterion[])[0]?.label]).toEqual([4, '另一个名称'])
    await one.context().close()
  })
})
