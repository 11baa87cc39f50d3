import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, probe, score, under, type Cohort, type Condition, type Criterion, type Probe, type Rule, type Ruleset } from '../../engine/index.ts'
import { faults, startSite } from '../support/site.ts'

const read = <T>(file: string): T => JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../rulesets/pingdingshan/2022', file), 'utf8')) as T
const cohort = read<Cohort>('cohort.json')
const LEAF = 'indicators/part-common/children/common-first/children/first-three-rules'
const MONTHLY = under(LEAF, 'criteria', 'first-monthly')
const DIGITAL = 'indicators/part-duty/children/rule3/children/rule3-digital/children/digital-online'
const REPORT = 'indicators/part-duty/children/rule3/children/rule3-drive/children/drive-report'
const GRADING = 'gradings/all'

let site: Awaited<ReturnType<typeof startSite>>
let page: Page
let draft = ''
const soon = { timeout: 20_000 }
const saved = async <T>(place: string): Promise<T> => at(await site.document(draft), place) as unknown as T
const rulesOf = async (): Promise<Rule[]> => (await saved<Criterion>(MONTHLY)).rules
const go = async (place: string): Promise<void> => {
  await page.goto(`${site.url}/edit/${draft}?at=${encodeURIComponent(place)}`)
  await page.waitForSelector('[data-hits], [data-count]', soon)
}
const ruleAt = (id: string): Locator => page.locator(`[data-rule="${id}"]`).first()
const open = async (id: string): Promise<Locator> => {
  const toggle = ruleAt(id).locator('.toggle')
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click()
  return ruleAt(id).locator('.body')
}
/** Types into the list that is open and takes what is found first. */
const find = async (text: string): Promise<void> => {
  await page.locator('[role=combobox]').fill(text)
  await page.keyboard.press('Enter')
}
const button = (within: Locator, name: string): Locator => within.getByRole('button', { name, exact: true })

beforeAll(async () => {
  site = await startSite()
  draft = await site.newDraft('pingdingshan', 2022)
  page = await site.open({ permissions: ['clipboard-read', 'clipboard-write'] })
}, 300_000)
afterAll(() => site.close())

describe('rules in the editor', () => {
  it('are added by a common pattern with a chosen fact', async () => {
    await go(LEAF)
    await page.getByRole('button', { name: '添加规则', exact: true }).click()
    await page.getByRole('menuitem', { name: /未做到扣分/ }).click()
    await find('已列入预算')
    await expect.poll(async () => (await rulesOf()).at(-1), soon).toEqual({
      id: 'r3', conditions: { all: [{ fact: 'inBudget', operator: 'equal', value: false }] }, event: { type: 'deduct', params: { points: 0.5 } }, source: { clause: '四(二)1', basis: 'assumed' },
    })
    expect((await ruleAt('r3').locator('.sentence').textContent())?.startsWith('若 ')).toBe(true)
  })
  it('tell how many units of the sample they hit, as the engine does', async () => {
    const ruleset = await site.document(draft)
    const sheets = score(ruleset, cohort, { trace: false }).sheets
    for (const id of ['late', 'r3']) {
      const hits = sheets.filter((s) => s.criteria.some((c) => c.id === 'first-monthly' && c.fired.includes(id))).length
      await expect.poll(() => ruleAt(id).locator('[data-hits]').textContent(), soon).toBe(`样本中 ${hits}/${sheets.length} 个单位触发`)
    }
  })
  it('are changed in their sentence: numbers, comparisons, facts', async () => {
    const sentence = ruleAt('late').locator('.sentence')
    await sentence.locator('input').first().fill('2')
    await expect.poll(async () => (await rulesOf())[0]?.conditions, soon).toEqual({ all: [{ fact: 'lateReports', operator: 'greaterThanInclusive', value: 2 }] })
    await sentence.locator('select').first().selectOption('between')
    await expect.poll(async () => (await rulesOf())[0]?.conditions, soon).toEqual({ all: [{ fact: 'lateReports', operator: 'between', value: [2, 2] }] })
    await sentence.locator('select').first().selectOption('greaterThan')
    await sentence.getByRole('button', { name: /^数据项/ }).first().click()
    await find('漏报次数')
    await expect.poll(async () => (await rulesOf())[0], soon).toMatchObject({ conditions: { all: [{ fact: 'missedReports', operator: 'greaterThan', value: 2 }] }, event: { type: 'deductEach', params: { fact: 'missedReports' } } })
  })
  it('keep a text that is no number in its place with the reason', async () => {
    const field = ruleAt('late').locator('.sentence input').first()
    await field.fill('两次')
    expect(await ruleAt('late').locator('.why').textContent()).toMatch(/^请填写数字.最多四位小数$/)
    expect((await rulesOf())[0]?.conditions).toEqual({ all: [{ fact: 'missedReports', operator: 'greaterThan', value: 2 }] })
    await field.fill('1')
  })
  it('have effects whose type changes and keeps what carries over', async () => {
    const body = await open('missed')
    await body.getByLabel('得分办法').selectOption('deductSteps')
    await expect.poll(async () => (await rulesOf())[1]?.event, soon).toEqual({ type: 'deductSteps', params: { fact: 'missedReports', target: 1, direction: 'below', step: 1, points: 0.3, count: 'begun' } })
    await body.getByLabel('得分办法').selectOption('assess')
    await expect.poll(async () => (await rulesOf())[1]?.event, soon).toEqual({ type: 'assess', params: { mode: 'deduct', from: 0, to: 1 } })
  })
  it('move by keyboard, are copied, and go with Delete; undo brings them back', async () => {
    await ruleAt('late').locator('.toggle').focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(async () => (await rulesOf()).map((r) => r.id), soon).toEqual(['missed', 'late', 'r3'])
    await page.keyboard.press('Delete')
    await expect.poll(async () => (await rulesOf()).map((r) => r.id), soon).toEqual(['missed', 'r3'])
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await rulesOf()).map((r) => r.id), soon).toEqual(['missed', 'late', 'r3'])
  })
  it('hold days that are typed as people write them, or stepped; what is no day stays in its place with the reason', async () => {
    await go(REPORT)
    const day = ruleAt('late').locator('.sentence input').first()
    const kept = async () => JSON.stringify((await saved<Criterion>(under(REPORT, 'criteria', 'drive-published'))).rules[0]?.conditions)
    await day.fill('2022年4月8日')
    await day.press('ArrowUp')
    await expect.poll(kept, soon).toContain('"2022-04-09"')
    await day.fill('四月')
    await day.blur()
    expect(await ruleAt('late').locator('.why').textContent()).toContain('2022-04-01')
    expect(await kept()).toContain('"2022-04-09"')
    await go(LEAF)
  })
})

describe('a condition in the editor', () => {
  const editor = (): Locator => page.locator('[data-criterion=first-monthly] [data-property=applies] .editor')
  const applies = (): Promise<Condition | undefined> => saved<Criterion>(MONTHLY).then((criterion) => criterion.applies)
  it('grows from nothing into nested groups', async () => {
    await page.locator('[data-criterion=first-monthly]').getByRole('button', { name: '＋ 适用条件' }).click()
    await button(editor(), '+ 条件').click()
    await find('年度任务完成率')
    await expect.poll(applies, soon).toEqual({ all: [{ fact: 'taskRate', operator: 'greaterThanInclusive', value: 1 }] })
    await button(editor(), '+ 条件组').click()
    await find('有行政执法职责')
    await button(editor(), '+ 条件').first().click()
    await find('对象类别')
    await expect.poll(applies, soon).toEqual({ all: [{ fact: 'taskRate', operator: 'greaterThanInclusive', value: 1 }, { any: [{ fact: 'unit.hasEnforcement', operator: 'equal', value: true }, { fact: 'unit.category', operator: 'in', value: ['counties'] }] }] })
  })
  it('takes each kind of value: percent, several options, negation', async () => {
    await editor().locator('[data-spot="all.0"] input').fill('85.5')
    const category = editor().locator('[data-spot="all.1.any.1"]')
    await category.getByRole('button', { name: /^对象类别/ }).click()
    await category.getByRole('checkbox').nth(2).check()
    await page.keyboard.press('Escape')
    await editor().locator('[data-spot="all.1.any.0"]').getByRole('button', { name: '条件操作' }).click()
    await page.getByRole('menuitem', { name: '取反' }).click()
    const third = (await site.document(draft)).categories[2]?.id
    await expect.poll(applies, soon).toEqual({ all: [{ fact: 'taskRate', operator: 'greaterThanInclusive', value: 0.855 }, { any: [{ not: { fact: 'unit.hasEnforcement', operator: 'equal', value: true } }, { fact: 'unit.category', operator: 'in', value: ['counties', third] }] }] })
  })
  it('moves, joins and loses its parts by keyboard, without an empty group', async () => {
    await editor().locator('[data-spot="all.1.any.1"] button').first().focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(async () => ((await applies()) as { all: Condition[] }).all.length, soon).toBe(3)
    await editor().locator('[data-spot="all.1.any.0.not"] button').first().focus()
    await page.keyboard.press('Delete')
    await expect.poll(async () => ((await applies()) as { all: Condition[] }).all.map((c) => ('fact' in c ? c.fact : '')), soon).toEqual(['taskRate', 'unit.category'])
    await editor().locator('select').first().selectOption('any')
    await expect.poll(async () => Object.keys((await applies()) ?? {}), soon).toEqual(['any'])
  })
  it('is tried on a chosen unit: every part with its answer and what it saw', async () => {
    const ruleset = await site.document(draft)
    const condition = (at(ruleset, MONTHLY) as unknown as Criterion).applies as Condition
    const tell = (wanted: boolean): { unit: Cohort['units'][number]; told: Probe } => {
      for (const unit of cohort.units) {
        const told = probe(ruleset, cohort, unit.id, condition)
        if (told.result === wanted) return { unit, told }
      }
      throw new RangeError(`no unit for ${wanted}`)
    }
    for (const wanted of [true, false]) {
      const found = tell(wanted)
      await editor().getByRole('button', { name: /^试算单位/ }).click()
      await find(found.unit.id)
      await expect.poll(() => editor().locator('[data-try] [data-result]').getAttribute('data-result'), soon).toBe(String(wanted))
      const marks = await editor().locator('[data-spot] [data-result]').evaluateAll((list) => list.map((m) => m.getAttribute('data-result')))
      expect(marks).toEqual([found.told, ...found.told.children].map((c) => String(c.result)))
      expect(await editor().locator('[data-spot="any.1"] [data-result]').textContent()).toContain(ruleset.categories.find((c) => c.id === found.unit.category)?.label)
    }
  })
})

describe('tables in the editor', () => {
  it('take a block from a spreadsheet at once and mark gaps and overlaps at their rows', async () => {
    await go(DIGITAL)
    const rule = (await saved<Criterion>(under(DIGITAL, 'criteria', 'digital-services'))).rules[0]?.id ?? ''
    const body = await open(rule)
    await page.evaluate((text) => navigator.clipboard.writeText(text), '0\t50%\t0\r\n60%\t80\t0.2\r\n70\t90\t0.3\r\n90\t\t0.5\r\n')
    await body.locator('[data-cell="0 from"]').focus()
    await page.keyboard.press('Control+v')
    const rows = async () => ((await saved<Criterion>(under(DIGITAL, 'criteria', 'digital-services'))).rules[0]?.event.params as { rows: unknown[] }).rows
    await expect.poll(rows, soon).toEqual([{ from: 0, below: 0.5, points: 0 }, { from: 0.6, below: 0.8, points: 0.2 }, { from: 0.7, below: 0.9, points: 0.3 }, { from: 0.9, points: 0.5 }])
    expect(await body.locator('.fault').allTextContents()).toEqual(['▲ 与下一行之间有空\uff1a50% 至 60%', '▲ 与下一行重叠\uff1a70% 至 80%'])
    await body.locator('[data-cell="2 from"]').fill('80')
    await body.locator('[data-cell="1 from"]').fill('50')
    await expect.poll(() => body.locator('.fault').count(), soon).toBe(0)
    await body.locator('[data-cell="3 points"]').press('Enter')
    await expect.poll(async () => (await rows()).length, soon).toBe(5)
    await page.keyboard.press('Control+Delete')
    await expect.poll(async () => (await rows()).length, soon).toBe(4)
  })
  it('show the units of the sample in each band, and a gap where a threshold leaves one', async () => {
    await go(GRADING)
    const table = page.locator('.grid').first()
    const totals = score(await site.document(draft), cohort, { trace: false }).sheets.flatMap((s) => (s.total === null ? [] : [Number(s.total)]))
    const count = (from: number, below: number): string => `${totals.filter((t) => t >= from && t < below).length} 个`
    await expect.poll(() => table.locator('[data-count]').allTextContents(), soon).toEqual([count(90, Infinity), count(80, 90), count(60, 80), count(0, 60)])
    await table.locator('[data-cell="1 below"]').fill('85')
    expect(await table.locator('.fault').allTextContents()).toEqual(['▲ 与下一行之间有空\uff1a85 至 90'])
    await expect.poll(() => table.locator('[data-count]').nth(1).textContent(), soon).toBe(count(80, 85))
    await table.locator('[data-cell="1 below"]').fill('')
    await expect.poll(async () => (await saved<Ruleset['gradings'][number]>(GRADING)).bands[1]?.below, soon).toBe(undefined)
  })
})

it('has no accessibility fault in either theme and language, closed and open', async () => {
  await go(LEAF)
  await open('missed')
  for (const [dark, language] of [[false, 'English'], [true, '中文']] as const) {
    await page.evaluate((on) => document.documentElement.classList.toggle('dark', on), dark)
    await page.locator('.editor').first().getByRole('button', { name: /^(数据项|Fact)/ }).first().click()
    await page.waitForTimeout(200)
    expect(await faults(page, '.centre')).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: language, exact: true }).click()
  }
})
it('leaves no error in the console', () => {
  expect(site.complaints).toEqual([])
})
