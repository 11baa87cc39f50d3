import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { coverage, runCases, type CaseFile, type Json, type Ruleset, type Step } from '../../engine/index.ts'
import { faults, startSite } from '../support/site.ts'

const read = <T>(file: string): T => JSON.parse(readFileSync(new URL(`../../rulesets/pingdingshan/2022/${file}`, import.meta.url), 'utf8')) as T
const ruleset = read<Ruleset>('ruleset.json')
const cases = read<CaseFile>('cases.json')
type Site = Awaited<ReturnType<typeof startSite>>
let site: Site
let page: Page
let draft = ''

const show = async (query = ''): Promise<void> => {
  await page.goto(`${site.url}/check/${draft}${query}`)
  await page.waitForSelector('table.dense tbody tr', { timeout: 60_000 })
}
const post = async (...steps: Step[]): Promise<void> => {
  const { revision } = (await (await fetch(`${site.url}/api/drafts/${draft}`)).json()) as { revision: number }
  const reply = await fetch(`${site.url}/api/drafts/${draft}/steps`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ revision, steps }) })
  expect(reply.status).toBe(200)
}
const keptCases = async (): Promise<CaseFile> => ((await (await fetch(`${site.url}/api/drafts/${draft}/cases`)).json()) as { cases: CaseFile }).cases
const state = (row: string): Promise<string | null> => page.locator(`tr[data-key="${row}"] [data-state]`).getAttribute('data-state')

const [grading] = ruleset.gradings
const [part] = ruleset.indicators
const path = `gradings/${grading?.id}`
const node = part?.children?.[0]?.children?.[0]
const [criterion] = node?.criteria ?? []
const leaf = `indicators/${part?.id}/children/${part?.children?.[0]?.id}/children/${node?.id}`
const gap: Step = { type: 'set', path, key: 'bands', from: grading?.bands as unknown as Json, to: grading?.bands.map((b, i) => (i === 1 ? { ...b, below: 89.99 } : b)) as unknown as Json }
const sum: Step = { type: 'set', path: `indicators/${part?.id}`, key: 'points', from: part?.points as Json, to: 99 }

beforeAll(async () => {
  site = await startSite()
  draft = await site.newDraft('pingdingshan', 2022)
  page = await site.open()
}, 300_000)
afterAll(async () => { await site?.close() })

describe('the check page', () => {
  it('proves the shipped scheme, with both evaluators agreeing on the sample', async () => {
    await show()
    await expect.poll(() => page.locator('[data-state="proved"]').count(), { timeout: 60_000 }).toBe(7)
  })
  it('tells planted faults as sentences with an example, and mends them', async () => {
    await post(gap, sum)
    await page.reload()
    await page.waitForSelector('[data-code="bands.gap"]', { timeout: 60_000 })
    expect([await state('points'), await state('bands'), await state('grades')]).toEqual(['failed', 'failed', 'proved'])
    expect(await page.locator('[data-code="bands.gap"] .example').textContent()).toBe('例如：一个总分为 89.99 的单位。')
    expect(await page.locator('[data-code="totals.node"] .line').textContent()).toContain('99')
    await page.click('[data-code="bands.gap"] [data-fix="band-up"]')
    await expect.poll(() => state('bands'), { timeout: 30_000 }).toBe('proved')
    await page.click('[data-code="totals.node"] [data-fix="sum"]')
    await expect.poll(() => state('points'), { timeout: 30_000 }).toBe('proved')
    await expect.poll(async () => { const now = await site.document(draft); return [now.indicators[0]?.points, now.gradings[0]?.bands[1]?.below] }).toEqual([part?.points, grading?.bands[0]?.from])
    await page.click('header button:has-text("撤销")')
    await expect.poll(() => state('points'), { timeout: 30_000 }).toBe('failed')
    await page.click('header button:has-text("重做")')
    await expect.poll(() => state('points'), { timeout: 30_000 }).toBe('proved')
  })
  it('finds clauses by what honours them, keeps the search in the address, and opens the object', async () => {
    await show('?tab=coverage&filter=text')
    const wanted = coverage(ruleset).filter((row) => row.textOnly !== null && row.honouredBy.length === 0).map((row) => row.clause)
    expect(await page.locator('tbody tr').evaluateAll((rows) => rows.map((r) => (r as HTMLElement).dataset['key']))).toEqual(wanted)
    await page.selectOption('.filter', '')
    await page.fill('input[type=search]', '案卷基本标准')
    await expect.poll(() => page.locator('tbody tr').count()).toBe(1)
    expect(new URL(page.url()).searchParams.get('q')).toBe('案卷基本标准')
    await page.reload()
    await page.waitForSelector('tbody tr')
    await page.locator('tbody tr .link').last().click()
    await page.waitForURL(/\/edit\//)
    expect(new URL(page.url()).searchParams.get('at')).toMatch(/^verdicts\//)
  })
  it('runs the worked cases and makes a case of a unit of the sample', async () => {
    await show('?tab=cases')
    expect(runCases(ruleset, cases).every((r) => r.passed)).toBe(true)
    await expect.poll(() => page.locator('.lead [role=status]').textContent(), { timeout: 60_000 }).toBe(`${cases.cases.length} 个算例，0 个不符。`)
    await page.selectOption('form.add select', 'u004')
    await page.click('form.add button')
    await page.waitForSelector('tr[data-key="u004"]', { timeout: 30_000 })
    await page.waitForSelector('[data-result].fine', { timeout: 30_000 })
    await expect.poll(async () => (await keptCases()).cases.map((c) => c.id).at(-1), { timeout: 20_000 }).toBe('u004')
    const made = (await keptCases()).cases.at(-1)
    expect(runCases(ruleset, { ...cases, cases: made ? [made] : [] }).map((r) => r.passed)).toEqual([true])
    expect(made?.arithmetic.length).toBeGreaterThan(5)
    expect(new URL(page.url()).searchParams.get('case')).toBe('u004')
  })
  it('shows expected and got when a weight changes, and passes again after undo', async () => {
    await page.goto(`${site.url}/edit/${draft}?at=${encodeURIComponent(`${leaf}/criteria/${criterion?.id}`)}`)
    const points = page.locator('.centre').getByLabel(`${criterion?.label} 分值`, { exact: true })
    await points.fill(String((criterion?.points ?? 0) + 2))
    await page.waitForSelector('[data-saved]:has-text("已保存")')
    await page.click('nav a:has-text("检查")')
    await page.click('[data-tab="cases"]')
    await page.click('tr[data-key="u004"] .link')
    await page.waitForSelector('[data-line="total"].differs', { timeout: 60_000 })
    const heavier = await site.document(draft)
    const found = runCases(heavier, await keptCases()).find((r) => r.id === 'u004')?.diffs.find((d) => d.what === 'total')
    expect(await page.locator('[data-line="total"] td.number').last().textContent()).toBe(found?.got)
    expect(await page.locator('[data-line="total"] input').inputValue()).toBe(found?.expected)
    await page.click('header button:has-text("撤销")')
    await page.waitForSelector('[data-result].fine', { timeout: 30_000 })
  })
  it('changes what a case expects, and accepts what came out only when asked twice', async () => {
    const total = page.locator('[data-line="total"] input')
    const was = await total.inputValue()
    await total.fill('12.34')
    await total.blur()
    await page.waitForSelector('[data-line="total"].differs', { timeout: 30_000 })
    await expect.poll(() => page.locator('tr[data-key="u004"]').textContent(), { timeout: 30_000 }).toContain(`总分应为 12.34，得 ${was}`)
    const acceptIt = page.locator('[data-line="total"] button').first()
    await acceptIt.click()
    expect(await acceptIt.textContent()).toContain(was)
    await acceptIt.click()
    await page.waitForSelector('[data-result].fine', { timeout: 30_000 })
  })
  it('edits events, ratings, survey counts and judgements of a case by their fields', async () => {
    const unitOf = async (id: string) => (await keptCases()).cases.find((c) => c.id === id)?.units[0]
    const events = async () => (await unitOf('serious'))?.facts?.['faults']
    await show('?tab=cases&case=serious')
    await page.getByLabel('事件 1 级别').selectOption('central')
    await page.click('[data-fact="faults"] .add')
    await page.getByLabel('事件 2 名称').fill('迟报')
    await expect.poll(events, { timeout: 20_000 }).toEqual([
      { id: 'f', kind: 'criticism', level: 'central', date: '2022-06-01', evidence: ['示例'], serious: true }, { id: 'e1', kind: 'criticism', level: 'central', date: '2022-01-01', title: '迟报' },
    ])
    await page.waitForSelector('[data-line="deduction"].differs', { timeout: 30_000 })
    await page.getByLabel('去掉事件 2', { exact: true }).click()
    await expect.poll(async () => (await events() as unknown[]).length, { timeout: 20_000 }).toBe(1)
    await show('?tab=cases&case=trimmed-mean')
    await page.getByLabel('评分 1 评分').fill('88')
    await page.getByLabel('改一项数据').selectOption('surveyAgency')
    await page.getByLabel('专业机构问卷、电话调查 满意', { exact: true }).fill('7')
    await expect.poll(async () => { const facts = (await unitOf('trimmed-mean'))?.facts; return [(facts?.['systemRatings'] as object[])[0], facts?.['surveyAgency']] }, { timeout: 20_000 }).toEqual([{ value: 88 }, { answers: [{ id: 'very', count: 100 }, { id: 'satisfied', count: 7 }] }])
    await show('?tab=cases&case=assessed')
    await page.getByLabel('评定 1 分值').fill('9')
    await page.waitForSelector('.work [role=alert]')
    await page.getByLabel('评定 1 分值').fill('0.7')
    await expect.poll(async () => (await unitOf('assessed'))?.judgements, { timeout: 20_000 }).toEqual([{ criterion: 'emergency-faults', rule: 'judge', points: 0.7, reason: '示例理由' }])
    await page.goto(`${site.url}/check/${draft}?tab=cases&case=u004`)
    await page.waitForSelector('.case .lines')
  })
  it('keeps changed cases in the browser while the server cannot be reached, and sends them later', async () => {
    await page.route('**/cases', (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()))
    await page.getByLabel('名称', { exact: true }).fill('改名的算例')
    await page.waitForSelector('[data-cases-saved]:has-text("连不上服务器")', { timeout: 30_000 })
    await page.unroute('**/cases')
    await page.reload()
    await expect.poll(async () => (await keptCases()).cases.find((c) => c.id === 'u004')?.title, { timeout: 30_000 }).toBe('改名的算例')
  })
  it('asks whose cases to keep when somebody else has changed them', async () => {
    const { revision, cases: file } = (await (await fetch(`${site.url}/api/drafts/${draft}/cases`)).json()) as { revision: number; cases: CaseFile }
    await fetch(`${site.url}/api/drafts/${draft}/cases`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ revision, cases: { ...file, note: 'theirs' } }) })
    await page.waitForSelector('.case')
    await page.getByLabel('名称', { exact: true }).fill('我的算例')
    await page.click('button:has-text("以我的为准")')
    await expect.poll(async () => (await keptCases()).cases.find((c) => c.id === 'u004')?.title, { timeout: 30_000 }).toBe('我的算例')
  })
  it('confirms an assumed value with its basis, in the inspector', async () => {
    await page.goto(`${site.url}/edit/${draft}?pane=issues`)
    await page.waitForSelector('.assumed summary', { timeout: 60_000 })
    const before = await page.locator('.assumed summary').textContent()
    await page.click('.assumed summary')
    await page.locator('.assumed li button:has-text("确认")').first().click()
    await page.fill('.confirm input', '年度方案')
    await page.click('.confirm button[type=submit]')
    await expect.poll(() => page.locator('.assumed summary').textContent(), { timeout: 30_000 }).not.toBe(before)
    expect(await faults(page, '.issues')).toEqual([])
    await page.waitForSelector('[data-saved]:has-text("已保存")')
    expect(JSON.stringify(await site.document(draft))).toContain('"basis":"plan","note":"年度方案"')
    await page.goto(`${site.url}/check/${draft}`)
    await page.waitForSelector('table.dense tbody tr', { timeout: 60_000 })
  })
  it('has no accessibility fault in either theme, on any tab', async () => {
    for (const theme of ['light', 'dark']) {
      await page.evaluate((name) => document.documentElement.classList.toggle('dark', name === 'dark'), theme)
      for (const tab of ['proofs', 'lints', 'coverage', 'cases']) {
        await page.click(`[data-tab="${tab}"]`)
        await page.waitForSelector('table.dense tbody tr')
        if (tab === 'cases') {
          await page.click('tr[data-key="u004"] .link')
          await page.waitForSelector('.case .lines')
        }
        expect([theme, tab, await faults(page)]).toEqual([theme, tab, []])
      }
    }
  })
  it('leaves no error in the console of its own making', () => {
    expect(site.complaints.filter((text) => !/ERR_FAILED|409 \(Conflict\)/.test(text))).toEqual([])
  })
})
