import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, coverage, type Ruleset } from '../../engine/index.ts'
import { docx, paragraphs } from '../support/docx.ts'
import { dropFile } from '../support/drop.ts'
import { faults, startSite } from '../support/site.ts'

const shipped = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../rulesets/pingdingshan/2022/ruleset.json'), 'utf8')) as Ruleset
/** A made-up document with clauses that the scheme cites by number. */
const lines = ['示例考核办法', '一、示例目的', '为了示例。', '六、示例结果', '(一)示例认定。总分九十分以上的为甲等。', '(二)示例抄送。结果抄送示例单位。', '八、示例附则', '本办法为示例。']
const SELECTED = `grades/${shipped.grades[0]?.id}`
const citers = coverage(shipped).find((row) => row.clause === '六(一)')?.honouredBy ?? []
let site: Awaited<ReturnType<typeof startSite>>
let draft = ''
let page: Page

beforeAll(async () => {
  site = await startSite()
  draft = await site.newDraft(shipped.scheme, shipped.year)
  page = await site.open()
  await page.goto(`${site.url}/edit/${draft}?pane=clause&at=${SELECTED}`)
  await page.waitForSelector('.file', { timeout: 60_000 })
}, 300_000)
afterAll(() => site?.close())

const soon = { timeout: 20_000 }
const drop = async (name: string, content: Uint8Array | string | number): Promise<void> => dropFile(page, '.file', name, content)
const pane = async (): Promise<string> => String(await page.locator('.pane .pane, .body > .pane').last().textContent())

describe('the clause of what is selected', () => {
  it('is named before a document is loaded, and says that its wording comes with it', async () => {
    expect(await page.locator('.cited').getByLabel('条款', { exact: true }).inputValue()).toBe('六(一)')
    expect(await pane()).toContain('载入方案文件后显示原文')
  })
  it('stands beside our own summary once the document is dropped, with everything else that cites it', async () => {
    await drop('示例.docx', docx(paragraphs(lines)))
    await page.waitForSelector('[data-clause-text]', soon)
    expect(await page.locator('[data-clause-text]').textContent()).toBe('(一)示例认定。总分九十分以上的为甲等。')
    expect(await pane()).toContain(String(shipped.clauses.find((c) => c.id === '六(一)')?.summary))
    expect(await page.locator('.cited li').count()).toBe(citers.length - 1)
    expect(await page.locator('.file .name').textContent()).toMatch(/示例\.docx.*6 条.*第 1 稿/)
  })
  it('leads to what else cites it', async () => {
    await page.locator('.cited summary').click()
    await page.locator('.cited li button').first().click()
    const other = citers.find((one) => one !== SELECTED)
    await expect.poll(() => new URL(page.url()).searchParams.get('at'), soon).toBe(other)
    await page.goto(`${site.url}/edit/${draft}?pane=clause&at=${SELECTED}`)
    await page.waitForSelector('[data-clause-text]', soon)
  })
  it('lists clauses nobody cites, and cited ones the document lacks', async () => {
    const cited = coverage(shipped).filter((row) => row.honouredBy.length > 0).map((row) => row.clause)
    const mine = ['题', '一', '六', '六(一)', '六(二)', '八']
    const absent = cited.filter((clause) => !mine.includes(clause)).length
    expect(await pane()).toContain(`引用了但文件中没有的条款（${absent}）`)
    await page.locator('.lists > details').first().locator('summary').first().click()
    expect(await page.locator('[data-uncited] .id').allTextContents()).toContain('八')
    expect(await page.locator('[data-uncited] .id').allTextContents()).not.toContain('六(二)')
  })
  it('is changed here: the object cites another clause, and one that is not listed yet is listed, as one act', async () => {
    const field = page.locator('.cited').getByLabel('条款', { exact: true })
    await field.fill('八')
    await field.press('Enter')
    await expect.poll(async () => at(await site.document(draft), `${SELECTED}/source/clause`), soon).toBe('八')
    expect((await site.document(draft)).clauses.at(-1)).toEqual({ id: '八', summary: '示例附则' })
    expect(await page.locator('[data-clause-text]').textContent()).toBe('八、示例附则\n本办法为示例。')
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await expect.poll(() => site.document(draft), soon).toEqual(shipped)
  })
  it('has a basis that is changed here', async () => {
    await page.locator('.cited').getByLabel('依据性质', { exact: true }).selectOption('assumed')
    await expect.poll(async () => at(await site.document(draft), `${SELECTED}/source/basis`), soon).toBe('assumed')
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await expect.poll(() => site.document(draft), soon).toEqual(shipped)
  })
})

describe('a document that is loaded again', () => {
  it('with the same text changes nothing', async () => {
    await drop('示例2.docx', docx(paragraphs(lines)))
    await page.waitForSelector('.file [role=status]:has-text("完全相同")', soon)
    expect(await page.locator('.changed').count()).toBe(0)
  })
  it('raises an alarm at every rule whose clause reads differently, word by word', async () => {
    await drop('新稿.txt', lines.join('\n').replace('九十分', '八十分'))
    await page.waitForSelector('.changed', soon)
    expect(await page.locator('.changed h2').textContent()).toBe(`${citers.length} 项所依据的条款文字有变`)
    expect([await page.locator('.changed del').allTextContents(), await page.locator('.changed ins').allTextContents()]).toEqual([['九十'], ['八十']])
  })
  it('is quiet at what was checked, also after a reload of the page', async () => {
    expect([await page.locator('.cited del').allTextContents(), await page.locator('.cited ins').allTextContents()]).toEqual([['九十'], ['八十']])
    await page.locator('.cited .checked').click()
    await page.waitForSelector(`.changed h2:has-text("${citers.length - 1} 项")`, soon)
    await page.reload()
    await page.waitForSelector(`.changed h2:has-text("${citers.length - 1} 项")`, soon)
    expect(await page.locator('[data-clause-text]').textContent()).toContain('八十分')
    await page.getByRole('button', { name: '本条全部已核对' }).click()
    await page.waitForSelector('.changed', { state: 'detached', timeout: 40_000 })
  })
})

describe('a file that is no source document', () => {
  it('is refused with a clear sentence, and what was loaded stays', async () => {
    const before = await page.locator('.file .name').textContent()
    const image = docx('<w:p><w:r><w:drawing/></w:r></w:p>')
    const files: [string, Uint8Array | string | number, string][] = [
      ['坏.docx', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9, 9]), '已损坏或不是 Word 文件'],
      ['断.docx', docx(paragraphs(lines)).slice(0, 420), '已损坏或不是 Word 文件'],
      ['大.docx', 50_000_000, '有 50 MB，超过 20 MB 的上限'],
      ['扫描.docx', image, '只有图片，没有文字'],
      ['空.docx', docx('<w:p/>'), '没有文字'],
      ['炸.docx', docx('', { 'word/document.xml': new Uint8Array(60_000_000) }), '解压后异常巨大'],
      ['声明.docx', docx('<w:p/>', {}, '<!DOCTYPE x [<!ENTITY a "b">]>'), '含有正常 Word 文件没有的声明'],
      ['旧.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), '旧版 Word 格式'],
      ['扫描.pdf', '%PDF-1.7', '是 PDF'],
      ['空.txt', '', '是空文件'],
      ['图.txt', new Uint8Array([1, 2, 3, 65, 66]), '不是文字文件'],
      ['乱.txt', new Uint8Array([0xff, 0xff, 0x80, 0x80]), '文字编码无法识别'],
    ]
    for (const [name, content, told] of files) {
      await drop(name, content)
      await page.waitForSelector(`.file [role=alert]:has-text("“${name}”")`, soon)
      expect(await page.locator('.file [role=alert]').textContent()).toContain(told)
    }
    expect(await page.locator('.file .name').textContent()).toBe(before)
  })
  it('without any numbering is loaded, but said to have no clauses', async () => {
    await drop('无.txt', '这里只有一段话,没有任何编号。')
    await page.waitForSelector('.file .act:has-text("没有认出")', soon)
  })
  it('is no matter when Word numbers by itself: the clauses are the same', async () => {
    await drop('自动.docx', docx(paragraphs(['示例考核办法', { text: '目的', level: 0 }, { text: '结果', level: 0 }, { text: '认定。按示例。', level: 1 }, { text: '抄送。按示例。', level: 1 }, { text: '单位。按示例。', level: 2 }, { text: '其他', level: 0 }, { text: '附则。按示例。', level: 1 }])))
    await page.waitForSelector('.file .name:has-text("自动.docx")', soon)
    const { versions } = (await (await fetch(`${site.url}/api/sources/${shipped.scheme}`)).json()) as { versions: { clauses: { id: string; text: string }[] }[] }
    expect(versions.at(-1)?.clauses.map((c) => [c.id, c.text])).toEqual([
      ['题', '示例考核办法'], ['一', '一、目的'], ['二', '二、结果'], ['二(一)', '（一）认定。按示例。'], ['二(二)', '（二）抄送。按示例。'], ['二(二)1', '1.单位。按示例。'], ['三', '三、其他'], ['三(一)', '（一）附则。按示例。'],
    ])
  })
})

describe('the clause pane', () => {
  it('has no accessibility fault in either theme, in both languages', async () => {
    for (const name of ['深色', 'English', 'Light', '中文']) {
      expect(await faults(page)).toEqual([])
      await page.locator(`button:has-text("${name}")`).first().click()
      await page.waitForTimeout(300)
    }
  })
  it('leaves no error in the console', () => {
    expect(site.complaints).toEqual([])
  })
})
