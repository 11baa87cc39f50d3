import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faults, startSite } from '../support/site.ts'

let site: Awaited<ReturnType<typeof startSite>>
beforeAll(async () => { site = await startSite() }, 300_000)
afterAll(() => site?.close())

describe('the frame', () => {
  it('leads from the schemes to a draft for another year, and back by the rail', async () => {
    const page = await site.open()
    await page.goto(`${site.url}/`)
    await page.locator('.card').first().getByRole('button', { name: /草案/ }).click()
    await page.waitForSelector('[data-tour=inspector] table.dense tbody tr')
    const year = Number(await page.locator('header .subject').innerText().then((text) => /(\d{4}) 年/.exec(text)?.[1]))
    const newest = ((await (await fetch(`${site.url}/api/schemes`)).json()) as { versions: { year: number }[] }[])[0]?.versions[0]?.year ?? 0
    expect(year).toBe(newest + 1)
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '检查' }).click()
    await page.waitForURL(/\/check\//)
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '编辑' }).click()
    await page.waitForURL(/\/edit\//)
    await page.context().close()
  })
  it('finds any indicator, unit, page and action by the keyboard', async () => {
    const page = await site.open()
    const draft = await site.newDraft('pingdingshan', 2022)
    const shipped = await site.document(draft)
    await page.goto(`${site.url}/edit/${draft}`)
    await page.waitForSelector('[data-tour=inspector] table.dense tbody tr')
    const leaf = shipped.indicators[0]?.children?.[0]?.children?.[1]
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').fill(leaf?.label ?? '')
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).searchParams.get('at')).toBe(`indicators/${shipped.indicators[0]?.id}/children/${shipped.indicators[0]?.children?.[0]?.id}/children/${leaf?.id}`)
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').fill('深色')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.documentElement.classList.contains('dark'))).toBe(true)
    await page.keyboard.press('Control+k')
    await page.keyboard.press('Escape')
    await page.locator('.centre').focus()
    await page.keyboard.press('?')
    await expect.poll(() => page.getByRole('dialog', { name: '键盘快捷键' }).isVisible()).toBe(true)
    await page.context().close()
  })
  it('shows a newcomer round once', async () => {
    const page = await site.open({}, { 'fadu.tour': 'new' })
    const draft = await site.newDraft('pingdingshan', 2022)
    await page.goto(`${site.url}/edit/${draft}`)
    for (const title of ['整个方案都在这里', '在这里改', '同时看这里', '放心改', '四种看法，同一份方案']) {
      await page.locator('.el-tour__content', { hasText: title }).waitFor()
      await page.locator('.el-tour__content button:not(.el-tour__closebtn)').last().click()
    }
    await expect.poll(() => page.evaluate(() => localStorage.getItem('fadu.tour'))).toBe('done')
    await page.reload()
    await page.waitForSelector('[data-tour=inspector] table.dense tbody tr')
    expect(await page.locator('.el-tour').count()).toBe(0)
    await page.context().close()
  })
  it('has no accessibility fault on any page, pane or dialog in either theme', async () => {
    const draft = await site.newDraft('pingdingshan', 2022)
    for (const theme of ['light', 'dark']) {
      const page = await site.open({}, { 'fadu.theme': theme })
      for (const place of ['/', '/help', `/edit/${draft}?pane=history`, `/edit/${draft}?pane=comments`, `/edit/${draft}`]) {
        await page.goto(`${site.url}${place}`)
        await page.waitForSelector(place.startsWith('/edit') ? '[data-tour=inspector] .body > *' : 'main h1')
        await page.waitForTimeout(300)
        expect([place, theme, await faults(page)]).toEqual([place, theme, []])
      }
      await page.keyboard.press('Control+k')
      await page.waitForSelector('[role=dialog]')
      await page.waitForTimeout(400)
      expect(['palette', theme, await faults(page, '[role=dialog]')]).toEqual(['palette', theme, []])
      await page.context().close()
    }
  }, 180_000)
  it('leaves no error in the console', () => {
    expect(site.complaints).toEqual([])
  })
})
