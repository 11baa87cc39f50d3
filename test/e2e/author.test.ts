import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { score, synthetic, validate, type Cohort, type FactValue, type Indicator, type Ruleset } from '../../engine/index.ts'
import { editing } from '../support/editing.ts'
import { startSite } from '../support/site.ts'

/** A made-up scheme: two parts, six leaves, written from an empty page with nothing but the interface. */
let site: Awaited<ReturnType<typeof startSite>>
let page: Page
let draft = ''
let blank: Ruleset
const soon = { timeout: 20_000 }

let desk: ReturnType<typeof editing>
const saved = async (): Promise<Ruleset> => {
  await page.locator('[data-saved="saved"]').waitFor(soon)
  return site.document(draft)
}
/** Opens an indicator by its line in the outline, without a search. */
const open = async (label: string): Promise<void> => {
  await desk.lines(label).click()
  await desk.heading(label)
}
/** Adds a thing with the button of its list and names it; extra properties are offered below the form. */
async function add(one: string, label: string, more: { [property: string]: string } = {}): Promise<void> {
  await desk.button(`＋ 新增${one}`).click()
  await desk.heading(`新${one}`)
  await desk.property('名称').fill(label)
  for (const [name, text] of Object.entries(more)) {
    await desk.button(`＋ ${name}`).click()
    await desk.property(name).fill(text)
  }
}
async function addFact(id: string, label: string, kind: string, more: { [property: string]: string } = {}): Promise<void> {
  await desk.section('事实')
  await add('数据项', label, more)
  await desk.property('数据类型').selectOption({ label: kind })
  await desk.field('标识').fill(id)
  await page.keyboard.press('Enter')
  await page.waitForURL(new RegExp(`at=facts/${id}$`))
}
const name = async (label: string): Promise<void> => {
  await desk.heading('新指标')
  await desk.property('名称').fill(label)
}

beforeAll(async () => {
  site = await startSite()
  page = await site.open({ permissions: ['clipboard-read', 'clipboard-write'] })
  page.setDefaultTimeout(20_000)
  desk = editing(page)
}, 300_000)
afterAll(() => site?.close())

describe('a scheme is written from nothing', () => {
  it('begins with a name, an id and a year', async () => {
    await page.goto(site.url)
    await page.getByRole('button', { name: '新建方案' }).click()
    const dialog = page.getByRole('dialog')
    await desk.field('名称', dialog).fill('社区图书馆服务年度考核')
    await desk.field('标识', dialog).fill('library-2030')
    await desk.field('年度', dialog).fill('2030')
    await desk.button('新建', dialog).click()
    await page.waitForURL(/\/edit\//)
    await desk.outline.waitFor()
    draft = /\/edit\/([^?]+)/.exec(page.url())?.[1] ?? ''
    blank = await site.document(draft)
    expect([blank.title, blank.scheme, blank.year, blank.facts, blank.indicators.length]).toEqual(['社区图书馆服务年度考核', 'library-2030', 2030, [], 1])
  })
  it('asks for data of four kinds, in two ways of assessing', async () => {
    await addFact('openDays', '开放日数', '次数', { 计量单位: '天', 最小值: '20', 最大值: '31' })
    await addFact('complaints', '有效投诉', '次数', { 计量单位: '件', 最小值: '0', 最大值: '6' })
    await addFact('safety', '安全制度已建立', '是否')
    await addFact('loanRate', '借阅达标率', '比率', { 最小值: '0', 最大值: '1' })
    await addFact('awards', '获奖次数', '次数', { 计量单位: '次', 最小值: '0', 最大值: '4' })
    await addFact('service', '服务评价', '选项')
    await desk.button('＋ 选项').click()
    for (const [i, [id, label]] of [['great', '优'], ['fine', '良'], ['weak', '差']].entries() as IterableIterator<[number, [string, string]]>) {
      await desk.button('＋ 新增选项').click()
      const row = desk.centre.getByRole('table', { name: '选项' }).getByRole('row').nth(i + 1)
      await desk.field(/ 名称$/, row).fill(label)
      await desk.field('标识', row).fill(id)
      await page.keyboard.press('Enter')
    }
    await desk.section('考核方式与部分')
    await add('计分部分', '现场评价')
    await desk.property('分值').fill('8')
    await desk.section('考核方式与部分')
    await desk.centre.getByRole('region', { name: '计分部分' }).getByRole('button', { name: '日常评价', exact: true }).click()
    await desk.property('分值').fill('92')
    await desk.section('考核方式与部分')
    await add('考核方式', '现场查看')
    await desk.button('＋ 计入部分').click()
    await desk.property('计入部分').selectOption({ label: '现场评价' })
    const now = await saved()
    expect(now.facts.map((f) => [f.id, f.kind, f.min, f.max])).toEqual([['openDays', 'count', 20, 31], ['complaints', 'count', 0, 6], ['safety', 'boolean', undefined, undefined], ['loanRate', 'ratio', 0, 1], ['awards', 'count', 0, 4], ['service', 'choice', undefined, undefined]])
    expect(now.facts.at(-1)?.options).toEqual([{ id: 'great', label: '优' }, { id: 'fine', label: '良' }, { id: 'weak', label: '差' }])
  })
  it('grows two parts of three leaves in the outline, by keys and buttons', async () => {
    await open('第一部分')
    await desk.property('名称').fill('基础服务')
    await open('第一项指标')
    await desk.property('名称').fill('开放时间')
    await desk.lines('开放时间').focus()
    await page.keyboard.press('Control+Enter')
    await name('投诉处理')
    await desk.bar('＋ 新增').click()
    await name('安全制度')
    await open('基础服务')
    await desk.lines('基础服务').focus()
    await page.keyboard.press('Control+Enter')
    await name('服务成效')
    await desk.bar('新增下级').click()
    await name('借阅达标')
    await desk.bar('＋ 新增').click()
    await name('服务评价')
    await desk.lines('服务评价').focus()
    await page.keyboard.press('Control+Enter')
    await name('现场查看')
    const tree = (nodes: readonly Indicator[]): unknown[] => nodes.map((n) => (n.children ? [n.label, tree(n.children)] : n.label))
    expect(tree((await saved()).indicators)).toEqual([['基础服务', ['开放时间', '投诉处理', '安全制度']], ['服务成效', ['借阅达标', '服务评价', '现场查看']]])
  })
  it('takes the points of all leaves in one paste from a spreadsheet', async () => {
    await page.getByRole('tab', { name: '评分表' }).click()
    await page.evaluate((text) => navigator.clipboard.writeText(text), '20\t\r\n15\t\r\n25\t\r\n\t\r\n20\t\r\n12\t\r\n\t8\r\n')
    await page.getByRole('row', { name: /^开放时间/ }).getByRole('gridcell').first().click()
    await page.keyboard.press('Control+V')
    await expect.poll(() => page.locator('[data-grand]').textContent(), soon).toContain('✓')
    await page.getByRole('tab', { name: '表单' }).click()
    const points = (nodes: readonly Indicator[]): number[] => nodes.flatMap((n) => [...(n.criteria ?? []).map((c) => c.points), ...points(n.children ?? [])])
    expect(points((await saved()).indicators)).toEqual([20, 15, 25, 20, 12, 8])
  })
  it('scores by rules of five kinds, with a cap on one, a cap on two together and a cap on the bonus', async () => {
    await open('开放时间')
    await desk.field('第一项指标 名称').fill('开放日数')
    await desk.addRule(/^每少一次扣分/, '开放日数')
    await desk.chip(0, '开放日数 值').fill('26')
    await desk.chip(0, '目标值').fill('26')
    await desk.chip(0, '分值').fill('1.5')
    await desk.button('编辑规则', desk.rule(0)).click()
    await desk.button('+ 设上限', desk.rule(0)).click()
    await desk.chip(0, '最多').fill('7.5')
    await open('投诉处理')
    await desk.addRule(/^每次（件）扣分/, '有效投诉')
    await desk.chip(0, '分值').fill('2.5')
    await desk.addRule(/^未做到扣分/, '安全制度')
    await desk.chip(1, '分值').fill('3')
    await desk.button('＋ 合并上限').click()
    await desk.button('＋ 新增合并上限').click()
    await desk.field('包含规则：加一项').selectOption({ index: 1 })
    await desk.property('合计最多').fill('8')
    await open('安全制度')
    await desk.property('起算').selectOption({ label: '从零起加' })
    await desk.addRule(/^做到得分/, '安全制度')
    await open('借阅达标')
    await desk.property('起算').selectOption({ label: '从零起加' })
    await desk.addRule(/^按完成比例得分/, '借阅达标率')
    await desk.chip(0, '目标值').fill('80')
    await open('服务评价')
    await desk.property('起算').selectOption({ label: '从零起加' })
    await desk.addRule(/^分档对照/, '服务评价')
    await desk.rule(0).getByRole('textbox', { name: '分值' }).nth(1).fill('9')
    await open('现场查看')
    await desk.property('起算').selectOption({ label: '从零起加' })
    await desk.addRule(/^评定范围/, '服务评价')
    await desk.section('加减分与否决')
    const bonus = desk.centre.getByRole('region', { name: '加分', exact: true })
    await desk.button('＋ 上限', bonus).click()
    await desk.field('加分 最多', bonus).fill('3')
    await desk.button('＋ 另计规则', bonus).click()
    await desk.addRule(/^每次（件）得分/, '获奖次数')
    await desk.chip(0, '分值').fill('1.5')
    await desk.chip(0, '最多').fill('6')
    await desk.section('等次与排名')
    await desk.button('等次划分').click()
    for (const [row, from] of ['92', '81', '66', ''].entries()) await desk.centre.getByRole('textbox', { name: `第 ${row + 1} 行 起（含）` }).fill(from)
    const now = await saved()
    expect(now.indicators.flatMap((p) => p.children ?? []).flatMap((n) => n.criteria ?? []).map((c) => [c.points, c.start, c.rules.map((r) => r.event)])).toEqual([
      [20, 'full', [{ type: 'deductShortfall', params: { fact: 'openDays', target: 26, points: 1.5, cap: 7.5 } }]],
      [15, 'full', [{ type: 'deductEach', params: { fact: 'complaints', points: 2.5 } }, { type: 'deduct', params: { points: 3 } }]],
      [25, 'zero', [{ type: 'award', params: { points: 25 } }]],
      [20, 'zero', [{ type: 'share', params: { fact: 'loanRate', target: 0.8 } }]],
      [12, 'zero', [{ type: 'lookup', params: { fact: 'service', mode: 'set', rows: [{ equals: 'great', points: 12 }, { equals: 'fine', points: 9 }, { equals: 'weak', points: 0 }] } }]],
      [8, 'zero', [{ type: 'assess', params: { mode: 'set', from: 0, to: 8 } }]],
    ])
    expect(now.indicators[0]?.children?.[1]?.criteria?.[0]?.caps).toEqual([{ id: 'cap', rules: ['r1', 'r2'], points: 8, source: { basis: 'assumed' } }])
    expect([now.bonus.cap, now.bonus.rules?.map((r) => r.event)]).toEqual([{ kind: 'hard', points: 3, source: { basis: 'assumed' } }, [{ type: 'awardEach', params: { fact: 'awards', points: 1.5, cap: 6 } }]])
    expect(now.gradings[0]?.bands.map((b) => [b.grade, b.from])).toEqual([['best', 92], ['good', 81], ['fair', 66], ['poor', undefined]])
  })
  it('is whole: no error, a hundred points, and the sheets on the page are those of the engine', async () => {
    const now = await saved()
    expect(validate(now).issues.filter((i) => i.level !== 'info')).toEqual([])
    expect(await page.locator('footer').textContent()).toContain('100 / 100 ✓')
    const sample = synthetic(now, 'zh')
    const grade = (id: string | null): string => now.grades.find((g) => g.id === id)?.label ?? ''
    const expected = score(now, sample).sheets.map((s, i) => [sample.units[i]?.name, s.total, grade(s.grade), String(s.rank)])
    expect(new Set(expected.map((row) => row[2]))).toEqual(new Set(['优秀', '良好', '合格', '不合格']))
    await page.getByRole('tab', { name: '全部单位' }).click()
    const shown = (): Promise<string[][]> => page.locator('.inspector table tbody tr').evaluateAll((rows) => rows.map((row) => [0, 1, 3, 4].map((i) => ((row as HTMLTableRowElement).cells[i]?.textContent ?? '').replace(/^\P{Script=Han}+ /u, '').trim())))
    await expect.poll(shown, soon).toEqual(expected)
  })
})

type Facts = { readonly [fact: string]: FactValue }
const strong: Facts = { openDays: 23, complaints: 2, safety: true, loanRate: { numerator: 15, denominator: 20 }, service: 'fine', awards: 3 }
const weak: Facts = { openDays: 20, complaints: 4, safety: false, loanRate: { numerator: 1, denominator: 3 }, service: 'weak', awards: 1 }

describe('the scheme gives what was computed by hand', () => {
  const totals = async (units: readonly { facts: Facts; points: number }[]) => {
    const now = await site.document(draft)
    const cohort: Cohort = {
      format: 1, scheme: now.scheme, year: now.year, label: '手算', synthetic: true, history: [],
      units: units.map((_, i) => ({ id: `u${i}`, name: `u${i}`, category: 'all', order: i, attributes: {} })),
      records: units.map(({ facts, points }, i) => ({ unit: `u${i}`, facts, judgements: [{ criterion: 'indicator-6-method', rule: 'r1', points, reason: '手算' }] })),
    }
    return score(now, cohort).sheets.map((s) => [s.base, s.bonus, s.total, s.grade])
  }
  it('in the engine', async () => {
    // strong: 20 − 3 × 1.5 = 15.5; 15 − 2 × 2.5 = 10; 25; 20 × 0.75 ÷ 0.8 = 18.75; 9; 6: base 84.25, bonus 3 × 1.5 = 4.5 capped at 3, total 87.25
    // weak: 20 − (6 × 1.5 = 9, capped at 7.5) = 12.5; 15 − (4 × 2.5 + 3 = 13, together capped at 8) = 7; 0; 20 × (1 ÷ 3) ÷ 0.8 = 8.33…; 0; 2.5: base 30.33…, bonus 1.5, total 31.83
    expect(await totals([{ facts: strong, points: 6 }, { facts: weak, points: 2.5 }])).toEqual([['84.25', '3.00', '87.25', 'good'], ['30.33', '1.50', '31.83', 'poor']])
  })
  it('in worked cases on the check page, which fail on another total', async () => {
    await page.getByRole('navigation').getByRole('link', { name: '检查' }).click()
    await page.getByRole('tab', { name: /^算例/ }).click()
    const one = page.locator('.case')
    const enter = async (box: Locator, text: string): Promise<void> => {
      await box.fill(text)
      await box.blur()
    }
    // The sample's assessors stand in the middle, at 4 of 8 points: 84.25 − 2 + 3 = 85.25, and 30.33… + 1.5 + 1.5 = 33.33.
    for (const [unit, facts, total] of [['虚构单位1', strong, '85.25'], ['虚构单位2', weak, '33.33']] as const) {
      await page.getByLabel(/^从单位新增算例/).selectOption({ label: unit })
      await page.getByRole('button', { name: '新增', exact: true }).click()
      await expect.poll(() => one.getAttribute('aria-label'), soon).toBe(unit)
      const { openDays, complaints, safety, loanRate, service, awards } = facts as Facts & { loanRate: { numerator: number; denominator: number } }
      for (const [label, value] of [['开放日数', openDays], ['有效投诉', complaints], ['获奖次数', awards], ['借阅达标率 分子', loanRate.numerator], ['借阅达标率 分母', loanRate.denominator]]) await enter(one.getByLabel(String(label), { exact: true }), String(value))
      await one.getByLabel('安全制度已建立', { exact: true }).selectOption(String(safety))
      await one.getByLabel('服务评价', { exact: true }).selectOption(String(service))
      const others = one.locator('tr[data-line]:not([data-line="total"])').getByRole('button', { name: /^不再核对/ })
      for (let left = await others.count(); left > 0; left--) {
        await others.first().click()
        await expect.poll(() => others.count(), soon).toBe(left - 1)
      }
      await enter(one.getByLabel('总分 应得'), '99')
      await one.locator('[data-line="total"].differs').waitFor(soon)
      await enter(one.getByLabel('总分 应得'), total)
      await one.locator('[data-result].fine').waitFor(soon)
    }
    await expect.poll(() => page.locator('.lead [role=status]').textContent(), soon).toMatch(/^2 个算例.0 个不符/)
    await expect.poll(() => page.locator('[data-cases-saved]').textContent(), soon).toContain('已保存')
  })
})

describe('every change can be taken back', () => {
  it('by Ctrl+Z, down to the empty scheme', async () => {
    await page.getByRole('link', { name: '回到编辑' }).click()
    await desk.outline.waitFor()
    const undo = page.getByRole('button', { name: '撤销', exact: true })
    while (await undo.isEnabled()) await page.keyboard.press('Control+z')
    expect(await saved()).toEqual(blank)
    await page.keyboard.press('Control+Shift+Z')
    await expect.poll(async () => (await site.document(draft)).facts.length, soon).toBe(1)
  })
  it('leaves no error in the console', () => {
    expect(site.complaints).toEqual([])
  })
})
