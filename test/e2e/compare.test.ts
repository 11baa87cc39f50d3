import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apply, attribute, compare, score, setPoints, waterfall, type Cohort, type Ruleset, type Step } from '../../engine/index.ts'
import { faults, startSite } from '../support/site.ts'

const read = <T>(file: string): T => JSON.parse(readFileSync(new URL(`../../rulesets/pingdingshan/2022/${file}`, import.meta.url), 'utf8')) as T
const ruleset = read<Ruleset>('ruleset.json')
const cohort = read<Cohort>('cohort.json')
const first = ruleset.indicators[0]?.children?.[0]?.children?.[0]
const dragged = setPoints(ruleset, `indicators/${ruleset.indicators[0]?.id}/children/${ruleset.indicators[0]?.children?.[0]?.id}/children/${first?.id}/criteria/${first?.criteria?.[0]?.id}`, 2)
/** The planted edit: the best grade begins just above the lowest unit that has it, so that this unit must lose it. */
const had = new Map(score(ruleset, cohort, { trace: false }).sheets.map((s) => [s.unit, s.grade]))
const { sheets } = score(apply(ruleset, dragged), cohort, { trace: false })
const [best] = ruleset.grades
const [grading] = ruleset.gradings
const lowest = sheets.filter((s) => s.grade === best?.id && had.get(s.unit) === best?.id && s.total !== null && grading?.categories?.includes(s.category) !== false).sort((a, b) => Number(a.total) - Number(b.total))[0]
const bound = Math.round((Number(lowest?.total) + 0.01) * 100) / 100
const planted: Step = { type: 'set', path: `gradings/${grading?.id}`, key: 'bands', from: grading?.bands as never, to: grading?.bands.map((b) => (b.grade === best?.id ? { ...b, from: bound } : 'below' in b && b.below === grading.bands[0]?.from ? { ...b, below: bound } : b)) as never }
const edited = apply(ruleset, [planted, ...dragged])
const expected = compare(ruleset, edited, cohort)

let site: Awaited<ReturnType<typeof startSite>>
let page: Page
let draft = ''
const link = (query: string): string => `${site.url}/compare?a=pingdingshan/2022&b=draft:${draft}${query}`
const impact = async (): Promise<void> => { await page.waitForSelector('[data-impact-lead]', { timeout: 60_000 }) }

beforeAll(async () => {
  site = await startSite()
  draft = await site.newDraft('pingdingshan', 2022)
  const reply = await fetch(`${site.url}/api/drafts/${draft}/steps`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ revision: 0, steps: [planted, ...dragged] }) })
  expect(reply.status).toBe(200)
  page = await site.open()
}, 300_000)
afterAll(() => site.close())

describe('the comparison of a draft with the version it came from', () => {
  it('shows the unit that must lose its grade by a planted edit', async () => {
    await page.goto(link('&tab=impact&only=grade'))
    await impact()
    await page.waitForSelector('tr[data-unit]')
    const shown = await page.locator('tr[data-unit]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-unit')))
    expect(shown).toEqual(expected.units.filter((u) => u.before.grade !== u.after.grade).map((u) => u.unit))
    expect(shown.includes(lowest?.unit ?? '')).toBe(true)
  })
  it('counts units from grade to grade', async () => {
    const counts = await page.locator('.two table.dense tbody tr').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td.number')].slice(0, -1).map((cell) => Number(cell.textContent?.replace('·', '0')))))
    const [all] = expected.transitions
    expect(counts.map((row) => row.reduce((sum, n) => sum + n, 0))).toEqual((all?.counts ?? []).map((row) => row.reduce((sum, n) => sum + n, 0)).filter((n, i) => n > 0 || all?.from[i] !== null))
  })
  it('leaves the grade alone when the planted edit is switched off', async () => {
    await page.goto(link(''))
    await page.waitForSelector('[data-moved]', { timeout: 60_000 })
    const row = page.locator('li', { hasText: best?.label ?? '' }).first()
    await row.locator('input').uncheck()
    const off = apply(ruleset, dragged)
    const without = compare(ruleset, off, cohort).units.filter((u) => u.before.grade !== u.after.grade).length
    await expect.poll(async () => (await page.locator('[data-moved]').textContent())?.match(/(\d+) 个等次/)?.[1], { timeout: 30_000 }).toBe(String(without))
    expect(page.url()).toMatch(/off=\d+/)
  })
  it('attributes the lost grade to the planted edit alone, and every part adds up', async () => {
    const found = attribute(ruleset, edited, cohort, { by: 'thing' })
    const unit = found.units.find((u) => u.unit === lowest?.unit)
    await page.goto(link(`&tab=attribution&by=grade&unit=${lowest?.unit}`))
    await page.waitForSelector('[data-attributed] tfoot', { timeout: 60_000 })
    const parts = await page.locator('[data-attributed] [data-part]').evaluateAll((rows) => rows.map((row) => [row.getAttribute('data-part'), row.querySelector('.number')?.getAttribute('title')]))
    expect(parts).toEqual(found.edits.flatMap((edit, i) => (unit?.grade?.parts[i] === '0' ? [] : [[edit.id, unit?.grade?.parts[i]]])))
    expect(parts).toEqual([[planted.type === 'set' ? planted.path : '', '-1']])
    const sums = await page.locator('[data-shares] [data-edit]').evaluateAll((rows) => Object.fromEntries(rows.map((row) => [row.getAttribute('data-edit'), row.querySelector('.number')?.getAttribute('title')])))
    expect(sums).toEqual(Object.fromEntries(found.summary.map((one) => [one.edit, one.grade.sum])))
  })
  it('says which data are missing and leads to the units', async () => {
    await page.goto(link('&tab=needs'))
    await page.waitForSelector('[data-need]', { timeout: 60_000 })
    expect(await page.locator('[data-need]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-need')))).toEqual(expected.needs.map((n) => n.id))
  })
  it('is the same to look at in both themes and languages, without faults for those who do not see it', async () => {
    for (const theme of ['light', 'dark']) {
      const other = await site.open({}, { 'fadu.theme': theme, 'fadu.locale': theme === 'dark' ? 'en' : 'zh' })
      for (const tab of ['', '&tab=impact', '&tab=attribution', '&tab=needs']) {
        await other.goto(link(tab))
        await other.waitForSelector(tab === '' ? '[data-moved]' : tab.endsWith('impact') ? '[data-impact-lead]' : tab.endsWith('needs') ? '[data-need]' : 'tr[data-unit]', { timeout: 60_000 })
        expect([theme, tab, await faults(other)]).toEqual([theme, tab, []])
      }
      await other.context().close()
    }
  }, 120_000)
})

describe('the explanation of a unit', () => {
  it('follows its points from full marks to the total, with the reasons of each criterion', async () => {
    await page.goto(`${site.url}/explain?of=pingdingshan/2022&unit=${lowest?.unit}`)
    await page.waitForSelector('figure table', { state: 'attached', timeout: 60_000 })
    const sheet = score(ruleset, cohort).sheets.find((s) => s.unit === lowest?.unit) as (typeof sheets)[number]
    const levels = await page.locator('figure table tbody td:last-child').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('title')))
    expect(levels).toEqual(waterfall(ruleset, sheet).map((f) => f.to))
    await page.locator('[data-leaf*="/criteria/"] button').first().click()
    await page.waitForSelector('.reasons')
    expect(page.url()).toContain('open=')
    for (const theme of ['light', 'dark']) {
      await page.evaluate((on) => document.documentElement.classList.toggle('dark', on), theme === 'dark')
      expect(await faults(page)).toEqual([])
    }
  })
  it('leaves no complaint of the browser behind', () => {
    expect(site.complaints).toEqual([])
  })
})

describe('a study of many units', () => {
  it('shows how far it is and leaves nothing behind when it is stopped', async () => {
    const own = await site.open()
    await own.goto(link('&tab=impact&cohort=30000'))
    await own.waitForSelector('progress', { timeout: 60_000 })
    await own.getByRole('button', { name: '停止' }).click()
    await own.waitForSelector('.under.soft')
    expect([await own.locator('progress').count(), await own.locator('[data-impact-lead]').count()]).toEqual([0, 0])
    // The worker of the words stays, that of the comparison is gone: browsers give one in the midst of work two seconds.
    await expect.poll(() => own.workers().filter((worker) => new URL(worker.url()).pathname.includes('study')).length, { timeout: 15_000 }).toBe(1)
  })
})
