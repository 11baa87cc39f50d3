import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ruleset } from '../../engine/index.ts'
import { dropFile } from '../support/drop.ts'
import { faults, startSite } from '../support/site.ts'

const shipped = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../rulesets/pingdingshan/2022/ruleset.json'), 'utf8')) as Ruleset
const grade = shipped.grades[0] as Ruleset['grades'][number]
let site: Awaited<ReturnType<typeof startSite>>
let draft = ''
let page: Page

beforeAll(async () => {
  site = await startSite()
  draft = await site.newDraft(shipped.scheme, shipped.year)
  page = await site.open()
  await page.addInitScript(() => document.addEventListener('securitypolicyviolation', (e) => console.error(`refused: ${e.effectiveDirective} ${e.sample}`)))
  await page.goto(`${site.url}/edit/${draft}?mode=json&at=grades/${grade.id}`)
  await page.waitForSelector('.view-line:has-text("优秀")', { timeout: 60_000 })
}, 300_000)
afterAll(() => site?.close())

const stored = (): Promise<Ruleset> => site.document(draft)
const soon = { timeout: 20_000 }
const line = (text: string) => page.locator('.view-line', { hasText: text }).first()
/** Selects a word in the text and types over it. */
async function retype(word: string, by: string): Promise<void> {
  // What is typed in quick succession is undone together.
  await page.waitForTimeout(1600)
  await line(`"${word}"`).getByText(`"${word}"`).dblclick()
  await page.keyboard.insertText(by)
}
const shownInText = (text: string) => expect.poll(async () => (await page.locator('.view-lines').textContent())?.includes(text), soon)

describe('the scheme as JSON text', () => {
  it('shows what is selected, without taking the focus', async () => {
    expect(await page.locator('.json-here').count()).toBeGreaterThan(0)
    expect(await page.evaluate(() => document.activeElement?.closest('.monaco-editor') === null)).toBe(true)
  })
  it('changes the document while it is typed, by the least step, and goes back with the editor\'s own undo', async () => {
    await retype('优秀', '甲等')
    await expect.poll(async () => (await stored()).grades[0]?.label, soon).toBe('甲等')
    expect(await stored()).toEqual({ ...shipped, grades: shipped.grades.map((g) => (g.id === grade.id ? { ...g, label: '甲等' } : g)) })
    const { steps } = (await (await fetch(`${site.url}/api/drafts/${draft}/steps`)).json()) as { steps: { step?: unknown }[] }
    expect(steps.map((s) => s.step ?? s)).toEqual([{ type: 'set', path: `grades/${grade.id}`, key: 'label', from: '优秀', to: '甲等' }])
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await stored()).grades[0]?.label, soon).toBe('优秀')
  })
  it('follows when the document is undone and redone on the page, and keeps the rest of the text', async () => {
    await retype('优秀', '甲等')
    await expect.poll(async () => (await stored()).grades[0]?.label, soon).toBe('甲等')
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await shownInText('优秀').toBe(true)
    await expect.poll(async () => (await stored()).grades[0]?.label, soon).toBe('优秀')
  })
  it('selects in the page what the caret stands in', async () => {
    const other = shipped.grades[1] as Ruleset['grades'][number]
    await line(`"${other.id}"`).click()
    await expect.poll(() => new URL(page.url()).searchParams.get('at'), soon).toBe(`grades/${other.id}`)
  })
  it('keeps a text that is no scheme aside: the document stays, the text survives reload and leaving', async () => {
    const before = await stored()
    await line('"良好"').click()
    await page.keyboard.press('End')
    await page.keyboard.type(' oops')
    await page.waitForSelector('.notice')
    expect(await page.locator('.notice').textContent()).toContain('还不是有效的方案')
    await page.reload()
    await page.waitForSelector('.notice', soon)
    await shownInText('oops').toBe(true)
    await page.getByRole('tab', { name: '表单' }).click()
    await page.waitForSelector('.notice', { state: 'detached' })
    await page.getByRole('tab', { name: 'JSON' }).click()
    await page.waitForSelector('.notice', soon)
    await shownInText('oops').toBe(true)
    expect(await stored()).toEqual(before)
  })
  it('leads to the problem, and comes back to the document when the text is given up', async () => {
    await page.click('.notice button:has-text("到第一处问题")')
    expect(await page.locator('.squiggly-error').count()).toBe(1)
    await page.click('.notice button:has-text("放弃这段文本")')
    await page.waitForSelector('.notice', { state: 'detached' })
    await page.waitForSelector('[data-text-state]:has-text("与文档一致")')
    await shownInText('oops').toBe(false)
    expect(await stored()).toEqual(shipped)
  })
  it('shows both sides and lets choose when the document changes while the text cannot be read', async () => {
    await retype('良好', '乙等')
    await expect.poll(async () => (await stored()).grades[1]?.label, soon).toBe('乙等')
    await line('"乙等"').click()
    await page.keyboard.press('End')
    await page.keyboard.type('oops')
    await page.waitForSelector('.notice:has-text("还不是有效的方案")')
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await page.waitForSelector('.notice:has-text("都有改动")')
    expect(await page.locator('.notice').textContent()).toContain('「乙等」改为「良好」')
    await page.click('.notice button:has-text("以文档为准")')
    await page.waitForSelector('.notice', { state: 'detached' })
    await shownInText('"良好"').toBe(true)
    expect(await stored()).toEqual(shipped)
  })
  it('keeps both when they touch other places', async () => {
    await retype('良好', '乙等')
    await expect.poll(async () => (await stored()).grades[1]?.label, soon).toBe('乙等')
    await retype('合格', '丙等"x')
    await page.waitForSelector('.notice:has-text("还不是有效的方案")')
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await page.waitForSelector('.notice:has-text("都有改动")')
    await page.locator('.view-line', { hasText: '丙等' }).click()
    await page.keyboard.press('End')
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Delete')
    await page.click('.notice button:has-text("两边都保留")', soon)
    await page.waitForSelector('.notice', { state: 'detached' })
    await expect.poll(async () => (await stored()).grades.map((g) => g.label), soon).toEqual(['优秀', '良好', '丙等', '不合格'])
    await shownInText('"良好"').toBe(true)
  })
})

describe('a file opened over the text', () => {
  const refused = async (name: string, content: string | number): Promise<string> => {
    await dropFile(page, '.json', name, content)
    await page.waitForSelector(`.incoming [role=alert]:has-text("${name}")`, soon)
    return String(await page.locator('.incoming').textContent())
  }
  it('is refused with its place and how to mend it, and changes nothing, when it is not this scheme of this year', async () => {
    const before = await stored()
    const texts: [string, string | number, RegExp][] = [
      ['year.json', JSON.stringify({ ...shipped, year: 2021 }, null, 2), /第 \d+ 行写明是 2021 年度的方案，当前打开的是 2022 年度/],
      ['other.json', JSON.stringify({ ...shipped, scheme: 'elsewhere' }, null, 2), /第 \d+ 行写明是另一个方案（elsewhere）/],
      ['newer.json', JSON.stringify({ ...shipped, format: 2 }, null, 2), /第 \d+ 行.*格式 2/],
      ['broken.json', '{\n "title": oops }', /第 2 行/],
      ['big.json', 50_000_000, /过大|太大/],
    ]
    for (const [name, content, told] of texts) expect(await refused(name, content)).toMatch(told)
    expect(await stored()).toEqual(before)
    await page.click('.incoming button')
  })
  it('is told as changes first, and accepted as one act that can be undone', async () => {
    const before = await stored()
    const next = { ...before, fullMarks: 120, grades: before.grades.map((g, i) => (i === 3 ? { ...g, label: '丁等' } : g)) }
    await dropFile(page, '.json', 'next.json', JSON.stringify(next))
    await page.waitForSelector('.incoming li')
    expect(await page.locator('.incoming li').allTextContents()).toEqual(['满分：由100改为120', '等次「不合格」 › 名称：由「不合格」改为「丁等」'])
    expect(await stored()).toEqual(before)
    await page.click('.incoming button:has-text("接受")')
    await expect.poll(stored, soon).toEqual(next)
    await shownInText('丁等').toBe(true)
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await expect.poll(stored, soon).toEqual(before)
    await shownInText('丁等').toBe(false)
  })
  it('can be refused', async () => {
    const before = await stored()
    await dropFile(page, '.json', 'next.json', JSON.stringify({ ...before, fullMarks: 120 }))
    await page.click('.incoming button:has-text("不接受")')
    expect([await page.locator('.incoming').count(), await stored()]).toEqual([0, before])
  })
})

describe('the text editor', () => {
  it('offers the properties of the format with their words in both languages', async () => {
    await line('"丙等"').click()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.keyboard.insertText('"')
    await page.keyboard.press('Control+Space')
    await page.waitForSelector('.suggest-widget .monaco-list-row:has-text("basedOn")', soon)
    await page.keyboard.press('Escape')
    await page.click('.notice button:has-text("放弃这段文本")')
    await page.waitForSelector('.notice', { state: 'detached' })
    await line('"title"').getByText('"title"').hover()
    await page.waitForSelector('.monaco-hover:has-text("标题 · title")', soon)
  })
  it('says that its menus keep their language until the page is loaded again, and loads it', async () => {
    expect(await page.locator('.foreign').count()).toBe(0)
    await page.getByRole('button', { name: 'English', exact: true }).click()
    expect(await page.locator('.foreign').textContent()).toContain('stay Chinese')
    for (const other of ['中文', '']) {
      await page.locator('.foreign button').click()
      await page.waitForSelector('.monaco-editor .view-line', { timeout: 60_000 })
      expect(await page.locator('.foreign').count()).toBe(0)
      if (other) await page.getByRole('button', { name: other, exact: true }).click()
    }
  })
  it('has no accessibility fault in either theme, at the usual and the large size', async () => {
    for (const name of ['深色', '大字', '浅色', '常规']) {
      expect(await faults(page)).toEqual([])
      const button = page.locator(`button:has-text("${name}")`)
      if (await button.count()) await button.first().click()
      await page.waitForTimeout(300)
    }
  })
  it('breaks no rule of the content policy and leaves no error in the console', () => {
    expect(site.complaints).toEqual([])
  })
})
