import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apply, score, type Calendar, type Cohort, type Json, type Ruleset, type Step } from '../../engine/index.ts'
import { faults, startSite } from '../support/site.ts'

const read = <T>(file: string): T => JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../rulesets', file), 'utf8')) as T
const ruleset = read<Ruleset>('pingdingshan/2022/ruleset.json')
const shipped = read<Cohort>('pingdingshan/2022/cohort.json')
const calendar = read<Calendar>('calendars/cn.json')
const some = shipped.units.slice(0, 12)
const own: Cohort = { format: 1, scheme: shipped.scheme, year: shipped.year, label: '本市数据', synthetic: false, units: some, records: shipped.records.filter((r) => some.some((u) => u.id === r.unit)), history: [] }

let site: Awaited<ReturnType<typeof startSite>>
let page: Page
let draft = ''
const data = () => page.locator('section.data')
const origin = () => data().locator('[data-origin]').textContent()
const totals = (): Promise<(string | undefined)[]> => page.locator('.results tbody tr td:nth-child(2)').allTextContents()
const expected = (rules: Ruleset, cohort: Cohort): string[] => score(rules, cohort, { trace: false, calendar }).sheets.map((s) => s.total ?? '缺数据')
const give = (name: string, text: string | Buffer) => data().locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
const kept = async () => (await (await fetch(`${site.url}/api/drafts/${draft}/cohort`)).json()) as { own: { name: string } | null; cohort: Cohort }
const post = async (...steps: Step[]): Promise<void> => {
  const { revision } = (await (await fetch(`${site.url}/api/drafts/${draft}`)).json()) as { revision: number }
  const reply = await fetch(`${site.url}/api/drafts/${draft}/steps`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ revision, steps }) })
  expect(reply.status).toBe(200)
}

beforeAll(async () => {
  site = await startSite()
  draft = await site.newDraft('pingdingshan', 2022)
  page = await site.open()
  await page.goto(`${site.url}/edit/${draft}?view=units`)
  await page.waitForSelector('.results tbody tr', { timeout: 60_000 })
}, 300_000)
afterAll(async () => { await site?.close() })

describe('the data a draft is tried on', () => {
  it('are told to be shipped and made up', async () => {
    expect([await origin(), await data().locator('[data-synthetic]').count()]).toEqual([`随方案附带 · ${shipped.units.length} 个单位`, 1])
  })
  it('stay as they are when a file cannot be read, and the reason is told', async () => {
    for (const [name, text, told] of [['broken.json', '{"format": 1,', '就断了'], ['other.json', '{"units": []}', 'format'], ['large.json', Buffer.alloc(8_500_000, ' '), '「large.json」有 9 MB，最多 8 MB。']] as const) {
      await give(name, text)
      await expect.poll(() => data().locator('.incoming').textContent(), { timeout: 20_000 }).toContain(told)
      await data().getByRole('button', { name: '不用' }).click()
    }
    expect([await origin(), (await kept()).own]).toEqual([`随方案附带 · ${shipped.units.length} 个单位`, null])
  })
  it('with faults are asked about, each with its unit and fact by name, and may be used', async () => {
    const faulty = { ...own, records: own.records.map((r, i) => (i === 0 ? { ...r, facts: { ...r.facts, thoughtSessions: -1, nobody: 1 } } : r)) }
    await give('faulty.json', JSON.stringify(faulty))
    await expect.poll(() => data().locator('li').count(), { timeout: 20_000 }).toBe(2)
    expect(await data().locator('li').first().textContent()).toContain(`${some[0]?.name} · 专题学习次数`)
    expect(await faults(page, 'section.data')).toEqual([])
    expect((await kept()).own).toBe(null)
    await data().getByRole('button', { name: '仍用这些数据' }).click()
    await expect.poll(totals, { timeout: 20_000 }).toEqual(expected(ruleset, faulty))
  })
  it('that are sound are taken at once, give what the engine gives, and are there after a reload', async () => {
    await give('own.json', `\uFEFF${JSON.stringify(own)}`)
    await expect.poll(origin, { timeout: 20_000 }).toBe('自己的文件「own.json」 · 12 个单位')
    await expect.poll(totals, { timeout: 20_000 }).toEqual(expected(ruleset, own))
    expect(await data().locator('[data-synthetic]').count()).toBe(0)
    expect((await kept()).cohort).toEqual(own)
    await page.reload()
    await page.waitForSelector('.results tbody tr', { timeout: 60_000 })
    await expect.poll(totals, { timeout: 20_000 }).toEqual(expected(ruleset, own))
    expect(await origin()).toBe('自己的文件「own.json」 · 12 个单位')
  })
  it('are counted by the working days of the scheme', async () => {
    const source = { basis: 'assumed' }
    const steps: Step[] = [
      { type: 'insert', path: 'facts', value: { id: 'asked', label: '交办日期', kind: 'date', source }, before: null },
      { type: 'insert', path: 'facts', value: { id: 'answered', label: '办结日期', kind: 'date', source }, before: null },
      { type: 'insert', path: 'derived', value: { id: 'took', label: '办理天数', derive: { op: 'workingDays', from: 'asked', to: 'answered' }, source }, before: null },
      { type: 'insert', path: 'indicators/part-lead/children/lead-thought/children/thought-study/criteria/thought-sessions/rules', value: { id: 'slow', conditions: { all: [{ fact: 'took', operator: 'greaterThan', value: 5 }] }, event: { type: 'deduct', params: { points: 0.3 } }, source } as unknown as Json, before: null },
    ]
    // Over the spring festival of 2022 the days from 28 January to 8 February are few working days; in March they are more.
    const dated: Cohort = { ...own, records: own.records.map((r, i) => ({ ...r, facts: { ...r.facts, asked: i % 2 ? '2022-03-01' : '2022-01-28', answered: i % 2 ? '2022-03-12' : '2022-02-08' } })) }
    await post(...steps)
    await page.reload()
    await page.waitForSelector('section.data', { timeout: 60_000 })
    await give('dated.json', JSON.stringify(dated))
    const rules = apply(ruleset, steps)
    await expect.poll(totals, { timeout: 20_000 }).toEqual(expected(rules, dated))
    const slow = score(rules, dated, { calendar }).sheets.filter((s) => s.criteria.some((c) => c.fired.includes('slow'))).map((s) => s.unit)
    expect(slow.sort()).toEqual(dated.records.filter((_, i) => i % 2 === 1).map((r) => r.unit).sort())
  })
  it('are those of the version again when one’s own are taken away', async () => {
    await data().getByRole('button', { name: '恢复原来的数据' }).click()
    await expect.poll(origin, { timeout: 20_000 }).toBe(`随方案附带 · ${shipped.units.length} 个单位`)
    expect((await kept()).own).toBe(null)
  })
})

describe('what is looked at in the inspector', () => {
  it('stands in the link: view, category, order, search', async () => {
    await page.locator('.results select').selectOption('counties')
    await page.locator('.results th button').first().click()
    await page.locator('.results th button').first().click()
    await expect.poll(() => new URL(page.url()).search).toBe('?view=units&category=counties&sort=-total')
    const order = await totals()
    await page.reload()
    await page.waitForSelector('.results tbody tr', { timeout: 60_000 })
    await expect.poll(totals, { timeout: 20_000 }).toEqual(order)
    await page.locator('.results select').selectOption('')
    await expect.poll(() => new URL(page.url()).search).toBe('?view=units')
    await page.goto(`${site.url}/edit/${draft}?pane=issues&q=${encodeURIComponent('分值')}&level=info`)
    await page.waitForSelector('.issues .tools', { timeout: 60_000 })
    expect([await page.locator('.issues input').inputValue(), await page.locator('.issues select').inputValue()]).toEqual(['分值', 'info'])
  })
  it('leaves no error in the console', () => {
    expect(site.complaints).toEqual([])
  })
})
