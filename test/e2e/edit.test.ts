import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from 'vite'
import { apply, at, score, type Cohort, type Criterion, type Ruleset } from '../../engine/index.ts'
import { launch } from '../support/browser.ts'

const root = path.resolve(import.meta.dirname, '../..')
const read = <T>(file: string): T => JSON.parse(readFileSync(path.join(root, 'rulesets/pingdingshan/2022', file), 'utf8')) as T
const ruleset = read<Ruleset>('ruleset.json')
const cohort = read<Cohort>('cohort.json')
const axe = createRequire(import.meta.url).resolve('axe-core')
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
const totals = async (): Promise<(string | undefined)[]> => page.locator('table.dense tbody tr td:nth-child(2)').allTextContents()
const expected = (rules: Ruleset): string[] => score(rules, cohort, { trace: false }).sheets.map((s) => s.total ?? '缺数据')

describe('the first page', () => {
  it('opens the shipped scheme with the results that the engine gives', async () => {
    await page.goto(`http://127.0.0.1:${PORT}/`)
    await page.click(`li:has-text("${ruleset.year}") .el-button`)
    await page.waitForSelector('table.dense tbody tr')
    expect(await totals()).toEqual(expected(ruleset))
  })
  it('follows a changed weight with exactly the totals of the engine, and goes back on undo', async () => {
    await page.goto(`${page.url().split('?')[0]}?at=${encodeURIComponent(where)}`)
    await page.waitForSelector('.criterion input')
    await page.locator('.criterion input').first().fill('9')
    const changed = apply(ruleset, [{ type: 'set', path: `${where}/criteria/${criterion.id}`, key: 'points', from: criterion.points, to: 9 }])
    expect((at(changed, `${where}/criteria/${criterion.id}`) as unknown as Criterion).points).toBe(9)
    await expect.poll(totals, { timeout: 20_000 }).toEqual(expected(changed))
    await page.locator('header button').first().click()
    await expect.poll(totals, { timeout: 20_000 }).toEqual(expected(ruleset))
    await page.locator('header button').nth(1).click()
    await expect.poll(totals, { timeout: 20_000 }).toEqual(expected(changed))
  })
  it('keeps the draft when the server is killed and the page is loaded again', async () => {
    await page.waitForSelector('[data-saved]:has-text("已保存")')
    await stop()
    await serve()
    await page.reload()
    await page.waitForSelector('.criterion input')
    expect(await page.locator('.criterion input').first().inputValue()).toBe('9')
  })
  it('keeps a text that is no number in its field, with the reason, and changes nothing', async () => {
    const field = page.locator('.criterion input').first()
    await field.fill('九分')
    expect(await page.locator('.why').textContent()).toBe('请填写数字，最多四位小数')
    expect(await field.inputValue()).toBe('九分')
    await field.fill('9')
  })
  it('speaks English and Chinese in place', async () => {
    await page.click('nav button:has-text("English")')
    expect(await page.locator('[role=tab]').first().textContent()).toContain('Results')
    await page.click('nav button:has-text("中文")')
    expect(await page.locator('[role=tab]').first().textContent()).toContain('结果')
  })
  it('has no accessibility fault in either theme', async () => {
    for (const theme of ['深色', '浅色']) {
      await page.waitForTimeout(300)
      const faults = await page.evaluate(`(async () => { ${readFileSync(axe, 'utf8')}; const r = await axe.run(); return r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 2).map(n => n.target.join(' ')).join(', ')) })()`)
      expect(faults).toEqual([])
      await page.click(`nav button:has-text("${theme}")`)
    }
  })
  it('leaves no error in the console of its own making', () => {
    expect(complaints.filter((text) => !/ERR_CONNECTION|Failed to fetch|Content Security Policy.*script/i.test(text))).toEqual([])
  })
})
