import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faults, startSite } from '../support/site.ts'

/** Screenshots for the eye are kept where this names a folder. */
const folder = process.env['FADU_SHOTS']
let site: Awaited<ReturnType<typeof startSite>>
beforeAll(async () => { site = await startSite() }, 300_000)
afterAll(() => site?.close())

describe('the component gallery', () => {
  for (const theme of ['light', 'dark'] as const) {
    for (const locale of ['zh', 'en'] as const) {
      it(`shows every component without overflow or accessibility fault (${theme}, ${locale})`, async () => {
        const page = await site.open({ viewport: { width: 1280, height: 900 } }, { 'fadu.theme': theme, 'fadu.locale': locale })
        await page.goto(`${site.url}/gallery`)
        await page.waitForSelector('[data-specimen="PaperMode"] .stage > *:not(:empty)')
        await page.waitForSelector('[data-specimen="MatrixMode"] [role=grid]')
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
        const spilling = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('[data-specimen]')].filter((box) => {
          const stage = box.querySelector<HTMLElement>('.stage')
          return stage !== null && !box.classList.contains('tall') && stage.scrollWidth > stage.clientWidth + 1
        }).map((box) => box.dataset['specimen']))
        expect(spilling).toEqual([])
        const empty = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('[data-specimen]')].filter((box) => (box.querySelector('.stage')?.getBoundingClientRect().height ?? 0) < 20).map((box) => box.dataset['specimen']))
        expect(empty).toEqual([])
        // Levels of headings and names of landmarks belong to a page; here one component stands beside any other, and several times.
        expect((await faults(page, 'main')).filter((fault) => !/^(landmark-unique|heading-order)/.test(fault))).toEqual([])
        if (folder) {
          mkdirSync(folder, { recursive: true })
          await page.screenshot({ path: path.join(folder, `gallery-${theme}-${locale}.png`), fullPage: true })
        }
        await page.context().close()
      }, 120_000)
    }
  }
  it('says in words why a page cannot be opened', async () => {
    const page = await site.open()
    await page.goto(`${site.url}/edit/00000000-0000-0000-0000-000000000000`)
    expect(await page.locator('[role=alert] h1').textContent()).toBe('打不开')
    expect(await page.locator('[role=alert] p').first().textContent()).toContain('没有这份草稿')
    site.complaints.length = 0
    await page.context().close()
  })
  it('leaves no error in the console', () => {
    expect(site.complaints).toEqual([])
  })
})
