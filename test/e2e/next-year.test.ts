import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, describe as told, diff, score, validate, type Cohort, type Ruleset } from '../../engine/index.ts'
import { read } from '../engine/content/schemes.ts'
import { editing } from '../support/editing.ts'
import { startSite } from '../support/site.ts'

/** The changes by which the shipped 2023 draft differs from 2022, made again with nothing but the interface. */
const before = read<Ruleset>('pingdingshan', '2022', 'ruleset.json')
const after = read<Ruleset>('pingdingshan', '2023', 'ruleset.json')
const cohort = read<Cohort>('pingdingshan', '2022', 'cohort.json')
/** A hash is never typed: where the draft comes from is told without it. */
const basedOn = { scheme: 'pingdingshan', year: 2022, version: 1 }
const PLAN = '年度计划(示例)'
const DUTY = 'indicators/part-duty/children'

let site: Awaited<ReturnType<typeof startSite>>
let page: Page
let draft = ''
let desk: ReturnType<typeof editing>
const saved = async (): Promise<Ruleset> => {
  await page.locator('[data-saved="saved"]').waitFor({ timeout: 20_000 })
  return site.document(draft)
}
/** What now stands at each path is what stands there in the shipped draft. */
const agree = async (...paths: string[]): Promise<void> => {
  for (const path of paths) await expect.poll(async () => ({ path, is: at(await saved(), path) }), desk.soon).toEqual({ path, is: at(after, path) })
}

beforeAll(async () => {
  site = await startSite()
  page = await site.open({ permissions: ['clipboard-read', 'clipboard-write'] })
  page.setDefaultTimeout(20_000)
  desk = editing(page)
  await page.goto(site.url)
  await page.getByRole('article').filter({ hasText: '2022' }).getByRole('button', { name: '以此为基础编辑' }).click()
  await page.waitForURL(/\/edit\//)
  await desk.outline.waitFor()
  draft = /\/edit\/([^?]+)/.exec(page.url())?.[1] ?? ''
  expect(await site.document(draft)).toEqual(before)
}, 300_000)
afterAll(() => site?.close())

describe('next year\'s scheme is written from last year\'s', () => {
  it('with its year, period, origin and summary', async () => {
    const { field, button } = desk
    await field('年度').fill('2023')
    await field('考核期 起日').fill('2023-01-01')
    await field('考核期 止日').fill('2023-12-31')
    await field('摘要').fill(after.summary ?? '')
    await button('＋ 底稿').click()
    expect(await field('底稿 方案').inputValue()).toBe('')
    await field('底稿 方案').fill('pingdingshan')
    await field('底稿 年度').fill('2022')
    expect((await saved()).basedOn).toEqual(basedOn)
    await agree('year', 'period', 'summary')
  })
  it('with dates of conditions a year later', async () => {
    await desk.find('年度报告公开')
    for (const [i, day] of ['2023-04-01', '2023-06-30'].entries()) {
      await desk.button('编辑规则', desk.rule(i)).click()
      await desk.field('年度报告向社会公开日期 值', desk.rule(i)).fill(day)
    }
    await agree(`${DUTY}/rule3/children/rule3-drive/children/drive-report`)
  })
  it('with an indicator retired for a reason, and its points given to another with its rule', async () => {
    await desk.find('疫情防控相关配套制度')
    await desk.bar('停用').click()
    const dialog = page.getByRole('dialog')
    expect(await desk.field('从哪一年起', dialog).inputValue()).toBe('2023')
    await dialog.getByLabel(/^理由/).fill('疫情防控转入常态化,不再单独考核')
    await desk.button('停用', dialog).click()
    await desk.find('立法计划完成')
    await desk.field('立法计划完成率 分值').fill('0.7')
    await desk.chip(0, '分值').fill('0.14')
    await agree(`${DUTY}/rule2`)
  })
  it('with a new fact and a new leaf that is scored by it', async () => {
    const { find, button, property, field, heading, source, centre } = desk
    await find('持有效执法证件人员占执法人员')
    await button('复制').click()
    await page.waitForURL(/at=facts\/certifiedShare-2$/)
    await property('名称').fill('按期履行的行政复议决定占比')
    await property('考核方式').selectOption({ label: '日常评价' })
    await source('四(三)3(6)', PLAN)
    await field('标识').fill('reconsiderationShare')
    await page.keyboard.press('Enter')
    await page.waitForURL(/reconsiderationShare/)
    await button('事实').click()
    await centre.getByRole('button', { name: '按期履行的行政复议决定占比', exact: true }).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await agree('facts')

    await find('执法案卷评查', true)
    await field('案卷评查平均分 分值').fill('0.3')
    await desk.lines('执法案卷评查').and(page.locator('[data-path^="indicators/"]')).focus()
    await page.keyboard.press('Control+Enter')
    await heading('新指标')
    await property('名称').fill('行政复议决定履行')
    await field('标识').fill('responsibility-reconsideration')
    await page.keyboard.press('Enter')
    await page.waitForURL(/responsibility-reconsideration/)
    await source('四(三)3(6)', PLAN)
    await button('＋ 分值合计').click()
    await property('分值合计').fill('0')
    await button('＋ 评分项').click()
    await button('＋ 新增评分项').click()
    const criterion = centre.getByRole('article').first()
    await property('名称', criterion).fill('按期履行率')
    await property('分值', criterion).fill('0.2')
    await property('起算', criterion).selectOption({ label: '从零起加' })
    await button('＋ 考核主体', criterion).click()
    await button('＋ 新增主体', criterion).click()
    await criterion.getByRole('table', { name: '主体' }).getByRole('combobox').first().selectOption({ label: '市司法局' })
    await button('＋ 缺数据时', criterion).click()
    await property('缺数据时', criterion).selectOption({ label: '不计入满分' })
    await source('四(三)3(6)', PLAN, criterion)
    await field('标识', criterion).fill('responsibility-obeyed')
    await page.keyboard.press('Enter')
    await desk.addRule(/^按完成比例得分/, '行政复议决定')
    const rule = desk.rule(0)
    await button('编辑规则', rule).click()
    const condition = rule.getByRole('group', { name: '条件' })
    await condition.getByLabel('比较方式').selectOption({ label: '≥' })
    await condition.getByRole('textbox').fill('0')
    await source('四(三)3(6)', PLAN, rule)
    await field('标识', rule).fill('share')
    await page.keyboard.press('Enter')
    await agree(`${DUTY}/rule3/children/rule3-responsibility/children/responsibility-reconsideration`)
  })
  it('with points moved in the table of points, and a table of levels pasted', async () => {
    await desk.find('专题学习')
    await page.getByRole('tab', { name: '评分表' }).click()
    for (const [label, points] of [['专题学习', '1'], ['转化为思路举措', '2.5']] as const) {
      await page.getByRole('row', { name: new RegExp(`^${label} `) }).getByRole('gridcell').first().click()
      await page.keyboard.type(points)
      await page.keyboard.press('Enter')
    }
    await page.getByRole('tab', { name: '表单' }).click()
    await desk.find('转化为思路举措')
    await desk.button('编辑规则', desk.rule(0)).click()
    await page.evaluate((text) => navigator.clipboard.writeText(text), '2.5\r\n1.67\r\n0.83\r\n0\r\n')
    await desk.field('第 1 行 分', desk.rule(0)).focus()
    await page.keyboard.press('Control+V')
    await agree('indicators/part-lead/children/lead-thought')
  })
  it('with a target raised in the sentence of its rule', async () => {
    await desk.find('任务部署有效落实')
    await desk.chip(0, / 值$/).fill('98')
    await desk.chip(0, '目标值').fill('98')
    await agree('indicators/part-lead')
  })
  it('with a leaf dragged to another indicator, whose sums follow', async () => {
    await desk.find('执法投诉', true)
    await desk.search.fill('')
    await desk.lines('执法投诉').dragTo(desk.lines('全面落实行政执法责任制'))
    await agree('indicators/part-duty')
  })
  it('with other weights and more answers asked for in what is derived from surveys', async () => {
    for (const label of ['专业机构调查得分', '办事体验得分', '社情民意得分']) {
      await desk.find(label)
      await desk.property('最少有效数').fill('50')
    }
    await desk.find('满意度')
    const weights = desk.centre.getByRole('table', { name: '数据项' }).getByLabel(/ 权重$/)
    await weights.nth(0).fill('0.4')
    await weights.nth(2).fill('0.3')
    await agree('derived')
  })
  it('with another way where data are missing', async () => {
    await desk.section('考核方式与部分')
    await desk.button('满意度', desk.centre.getByRole('region', { name: '计分部分' })).click()
    await desk.property('缺数据时').selectOption({ label: '取同类平均' })
    await desk.find('法治建设满意度')
    await desk.property('缺数据时').selectOption({ label: '取同类平均' })
    await agree('components', 'indicators')
  })
  it('with a lower tariff, repeats at half, and a threshold for the bonus', async () => {
    await desk.find('表彰与推广')
    const row = desk.centre.getByRole('table', { name: '分档' }).getByRole('row').nth(4)
    await desk.property('分值', row).fill('0.8')
    await row.getByRole('button', { name: /待定/ }).click()
    await desk.source('五(七)', PLAN, desk.centre.getByRole('table', { name: '分档' }))
    await desk.property('保留').selectOption({ label: '逐次减计' })
    await desk.button('＋ 各次比例').click()
    for (const part of ['1', '0.5']) {
      await desk.field(/^各次比例.加一项$/).fill(part)
      await page.keyboard.press('Enter')
    }
    await desk.section('加减分与否决')
    const bonus = desk.centre.getByRole('region', { name: '加分', exact: true })
    await desk.button('＋ 门槛', bonus).click()
    const gate = bonus.locator('[data-property=gate]')
    await desk.field('加分 基础分门槛', gate).fill('80')
    await desk.field('加分 比较', gate).selectOption({ label: '不低于' })
    await desk.source('五(七)', PLAN, gate)
    await agree('bonus')
  })
  it('with a decision by another name, and what an exception needs written down', async () => {
    await desk.find('扣分上限例外决定')
    await desk.property('名称').fill('扣分突破十分的集体研究决定')
    await desk.section('加减分与否决')
    const deduction = desk.centre.getByRole('region', { name: '扣分', exact: true })
    await desk.field('备注', deduction).fill(after.deduction.cap?.source.note ?? '')
    await agree('decisionKinds', 'deduction')
  })
  it('with a quota and a requirement for the best grade, and ties broken in another order', async () => {
    await desk.section('等次与排名')
    await desk.button('上移实地考核').click()
    await desk.button('等次划分').click()
    await desk.button('＋ 名额限制').click()
    await desk.button('＋ 新增名额限制').click()
    const quotas = desk.centre.getByRole('table', { name: '名额限制' })
    await desk.property('比例', quotas).fill('0.2')
    await desk.property('空额', quotas).selectOption({ label: '作废' })
    await desk.property('计算范围', quotas).selectOption({ label: '本划分全部单位' })
    await quotas.getByRole('button', { name: /待定/ }).click()
    await desk.source('六(一)', PLAN, quotas)
    await desk.button('＋ 评定要求').click()
    await desk.button('＋ 新增要求').click()
    await desk.heading('评为 优秀 须 专题学习次数 ≥ 0 次')
    await desk.centre.getByRole('button', { name: /^数据项/ }).click()
    await page.getByRole('combobox', { name: '数据项' }).fill('基础分')
    await page.keyboard.press('Enter')
    await desk.centre.getByRole('group', { name: '条件' }).getByRole('textbox').fill('88')
    await desk.source('六(一)', PLAN)
    await desk.field('标识').fill('sound-base')
    await page.keyboard.press('Enter')
    await agree('gradings', 'ranking')
  })
  it('with one more body, to whom the results are copied', async () => {
    await desk.search.fill('市发展改革委')
    await desk.lines('市发展改革委').last().click()
    await desk.heading('市发展改革委')
    await desk.button('复制').click()
    await page.waitForURL(/bodies\/development-2/)
    await desk.property('名称').fill('市委巡察办')
    await desk.source('六(二)', PLAN)
    await desk.field('标识').fill('inspection-office')
    await page.keyboard.press('Enter')
    await desk.find('考核结果抄送')
    await desk.button('＋ 新增接收方').click()
    await desk.field('接收方 6 主体').selectOption({ label: '市委巡察办' })
    await agree('bodies', 'outcomes')
  })
  it('with wider falls, and the best never among the last', async () => {
    await desk.find('退步较大')
    await desk.property('名次退步').fill('6')
    await desk.find('排名最后三名')
    await desk.button('＋ 豁免等次').click()
    await desk.field(/^豁免等次.加一项$/).selectOption({ label: '优秀' })
    await agree('history')
  })
})

describe('the draft', () => {
  it('is the scheme that ships for the next year', async () => {
    expect(await saved()).toEqual({ ...after, basedOn })
  })
  it('tells what was done in sentences', async () => {
    const sentences = told(before, diff(before, await saved()), 'zh').map((change) => change.text)
    const kinds: [string, ...string[]][] = [
      ['年度', '2022', '2023'], ['计分部分「满意度」', '不计入满分', '取同类平均'], ['新增数据项「按期履行的行政复议决定占比」'], ['派生数据「专业机构调查得分」', '30', '50'],
      ['决定种类「扣分上限例外决定」', '扣分突破十分的集体研究决定'], ['评分项「学用转化情况」', '优：2 分', '优：2.5 分'], ['评分项「任务完成率」', '< 95%', '< 98%'],
      ['指标「疫情防控相关配套制度」', '停用', '疫情防控转入常态化,不再单独考核'], ['下新增指标「行政复议决定履行」'], ['指标「执法投诉」移到', '指标「全面落实行政执法责任制」'], ['评分项「公开时间」', '2022-04-01', '2023-04-01'],
      ['重复处理', '只取最高', '逐次减计'], ['加分', '门槛', '80'], ['名额限制', '0.2'], ['调整同分比较'], ['新增主体「市委巡察办」'], ['历年规则「退步较大」', '5', '6'],
    ]
    for (const parts of kinds) expect({ parts, told: sentences.filter((text) => parts.every((part) => text.includes(part))) }).not.toEqual({ parts, told: [] })
  })
  it('has no other errors, and the totals on the page are those of the engine', async () => {
    const now = await saved()
    const errors = (ruleset: Ruleset): string[] => validate(ruleset).issues.flatMap((i) => (i.level === 'error' ? [`${i.code} ${i.path}`] : []))
    expect(errors(now)).toEqual(errors(before))
    await page.getByRole('tab', { name: '全部单位' }).click()
    const shown = (): Promise<(string | null)[]> => page.locator('.inspector table tbody tr td:nth-child(2)').allTextContents()
    await expect.poll(shown, desk.soon).toEqual(score(now, cohort, { trace: false }).sheets.map((s) => s.total ?? '缺数据'))
  })
  it('leaves no error in the console', () => {
    expect(site.complaints).toEqual([])
  })
})
