import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from 'vite'
import { apply, score, setPoints, type Cohort, type Criterion, type Ruleset } from '../../engine/index.ts'
import { launch } from '../support/browser.ts'

const root = path.resolve(import.meta.dirname, '../..')
const read = <T>(file: string): T => JSON.parse(readFileSync(path.join(root, 'rulesets/pingdingshan/2022', file), 'utf8')) as T
const ruleset = read<Ruleset>('ruleset.json')
const cohort = read<Cohort>('cohort.json')
const PORT = 18787
let data = ''
let server: ChildProcess
let browser: Browser
let page: Page
const complaints: string[] = []

async function serve(): Promise<void> {
  server = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], { cwd: root, env: { ...process.env, PORT: String(PORT), FADU_DATA: data, VITEST: '' } })
  await new Promise<void>((resolve, reject) => {
    server.stdout?.on('data', (text: Buffer) => { if (text.toString().includes('http://')) resolve() })
    server.stderr?.on('data', (text: Buffer) => complaints.push(text.toString()))
    server.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${complaints.join('')}`)))
  })
}
const stop = (): Promise<void> => new Promise((resolve) => {
  server.removeAllListeners('exit')
  server.on('exit', () => resolve())
  server.kill('SIGKILL')
})

beforeAll(async () => {
  await build({ configFile: path.join(root, 'vite.config.ts'), root: path.join(root, 'editor'), logLevel: 'error' })
  data = mkdtempSync(path.join(tmpdir(), 'fadu-e2e-'))
  await serve()
  browser = await launch()
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.addInitScript(() => localStorage.setItem('fadu.tour', 'done'))
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()) })
  page.on('pageerror', (error) => complaints.push(error.message))
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await stop()
  rmSync(data, { recursive: true, force: true })
})

const leaf = ruleset.indicators[0]?.children?.[0]?.children?.[0]
const criterion = leaf?.criteria?.[0] as Criterion
const where = `indicators/${ruleset.indicators[0]?.id}/children/${ruleset.indicators[0]?.children?.[0]?.id}/children/${leaf?.id}`
const totals = async (): Promise<(string | undefined)[]> => page.locator('.results tbody tr td:nth-child(2)').allTextContents()
const expected = (rules: Ruleset): string[] => score(rules, cohort, { trace: false }).sheets.map((s) => s.total ?? '缺数据')
const field = () => page.locator('[data-criterion] .field input').first()

describe('the editor on the program itself', () => {
  it('opens the shipped scheme with the results that the engine gives', async () => {
    await page.goto(`http://127.0.0.1:${PORT}/`)
    await page.locator(`[data-year="${ruleset.year}"]`).getByRole('button', { name: '以此为基础编辑' }).click()
    await page.locator('[data-tab=units]').click()
    await page.waitForSelector('.results tbody tr')
    expect(await totals()).toEqual(expected(ruleset))
  })
  it('follows a changed weight with exactly the totals of the engine, and goes back on undo', async () => {
    await page.goto(`${page.url().split('?')[0]}?at=${encodeURIComponent(where)}`)
    await field().waitFor()
    await page.locator('[data-tab=units]').click()
    await field().fill('9')
    const changed = apply(ruleset, setPoints(ruleset, `${where}/criteria/${criterion.id}`, 9))
    await expect.poll(totals, { timeout: 20_000 }).toEqual(expected(changed))
    await page.locator('[data-tour=undo] button').first().click()
    await expect.poll(totals, { timeout: 20_000 }).toEqual(expected(ruleset))
    await page.locator('[data-tour=undo] button').nth(1).click()
    await expect.poll(totals, { timeout: 20_000 }).toEqual(expected(changed))
  })
  it('follows a weight that is dragged, and a bound dragged on the distribution', async () => {
    await page.locator('[data-tab=overview]').click()
    const grip = page.locator('[data-criterion] .field .grip').first()
    await page.locator('[data-criterion] .field').first().hover()
    const box = await grip.boundingBox()
    if (!box) throw new RangeError('no grip')
    await page.mouse.move(box.x + 5, box.y + 5)
    await page.mouse.down()
    await page.mouse.move(box.x + 35, box.y + 5, { steps: 6 })
    await page.mouse.up()
    await expect.poll(() => field().inputValue()).toBe('10')
    const bound = page.getByRole('slider').last()
    const before = Number(await bound.getAttribute('aria-valuenow'))
    await bound.focus()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => bound.getAttribute('aria-valuenow')).toBe(String(before - 0.5))
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect.poll(() => field().inputValue()).toBe('9')
  })
  it('keeps the draft when the server is killed and the page is loaded again', async () => {
    await page.waitForSelector('[data-saved=saved]')
    await stop()
    await serve()
    await page.reload()
    await field().waitFor()
    expect(await field().inputValue()).toBe('9')
  })
  it('keeps a text that is no number in its field, with the reason, and changes nothing', async () => {
    await field().fill('九分')
    expect(await page.locator('[data-criterion] .why').first().textContent()).toContain('数字')
    expect(await field().inputValue()).toBe('九分')
    await field().fill('9')
  })
  it('speaks English and Chinese in place', async () => {
    await page.getByRole('button', { name: 'English' }).click()
    expect(await page.locator('[data-tab=impact]').textContent()).toContain('Impact')
    await page.getByRole('button', { name: '中文' }).click()
    expect(await page.locator('[data-tab=impact]').textContent()).toContain('影响')
  })
  it('leaves no error in the console of its own making', () => {
    expect(complaints.filter((text) => !/ERR_CONNECTION|Failed to fetch/i.test(text))).toEqual([])
  })
})
