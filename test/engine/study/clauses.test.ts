import { describe, expect, it } from 'vitest'
import { movedGround, recognise, wordDiff, type Ruleset, type SourceVersion } from '../../../engine/index.ts'

/** Every document here is made up. */
const ids = (text: string): string[] => recognise(text).map((c) => c.id)
const pairs = (text: string): [string, string][] => recognise(text).map((c) => [c.id, c.text])

const plan = `某市网站 | 首页

示例考核办法

发布日期:2030-01-02 来源: 浏览次数:

为做好年度考核工作,根据有关规定,结合实际,制定本办法。

一、总的要求

坚持公平公正。

二、组织

考核每年一次。

办法由示例办公室拟定。

三、对象

下列单位分类考核:

(一)各县;

(二)各部门;

(三)各学校。

以上第一项统称县,其余统称部门。

四、内容

(一)共同职责

1.按期报送。每月五日前报送,逾期扣分。

2.公开信息

(1)公开目录。目录应当完整。

(2)公开内容。内容应当准确,1.5万元以上的支出单独列出。

(二)专项职责。按分工确定。

专项职责由示例办公室分解。

(三)其他。按通知执行。`

describe('the clauses of a document', () => {
  it('are told by its numbering, with lead, end and further paragraphs', () => {
    expect(ids(plan)).toEqual([
      '页', '题', '序', '一', '二', '二·1', '二·2', '三', '三·首', '三(一)', '三(二)', '三(三)', '三·末',
      '四', '四(一)', '四(一)1', '四(一)2', '四(一)2(1)', '四(一)2(2)', '四(二)', '四(二)·2', '四(三)',
    ])
  })
  it('hold all of its text, each in its place', () => {
    const clauses = recognise(plan)
    expect(clauses.map((c) => c.text).join('').replace(/\s/g, '')).toBe(plan.replace(/\s/g, ''))
    for (const { from, to, text } of clauses) expect(plan.slice(from, to)).toBe(text)
  })
  it('have titles where the document gives them, and none for the members of a list', () => {
    const titles = new Map(recognise(plan).map((c) => [c.id, c.title]))
    expect(['题', '一', '四(一)', '四(一)1', '四(一)2(2)', '四(二)', '三(一)', '三(三)', '四(二)·2'].map((id) => titles.get(id)))
      .toEqual(['示例考核办法', '总的要求', '共同职责', '按期报送', '公开内容', '专项职责', undefined, undefined, undefined])
  })
  it('are the same whatever the width of brackets and digits', () => {
    const wide = '一、组织\n（一）甲项。按时。\n１．乙项。按时。\n（１）丙项。按时。\n①丁项。按时。'
    const narrow = '一、组织\n(一)甲项。按时。\n1.乙项。按时。\n(1)丙项。按时。\n①丁项。按时。'
    const signs = '一、组织\n㈠甲项。按时。\n⒈乙项。按时。\n⑴丙项。按时。\n①丁项。按时。'
    const spaced = '　　一． 组织\r\n　　（ 一 ） 甲项。按时。\r\n　　1、 乙项。按时。\r\n　　1) 丙项。按时。\r\n　　① 丁项。按时。'
    for (const text of [wide, narrow, signs, spaced]) expect(ids(text)).toEqual(['一', '一(一)', '一(一)1', '一(一)1(1)', '一(一)1(1)①'])
  })
  it('of rules by articles are counted through the whole document', () => {
    const rules = '示例规定\n（某年某月某日印发）\n第一章 总则\n第一条 为了规范考核，制定本规定。\n第二条 本规定适用于：\n（一）各县；\n（二）各部门。\n前款所称各县，含各区。\n第二章 考核\n第三条　考核按第十条规定进行。\n第二款的内容。'
    expect(ids(rules)).toEqual(['题', '第一章', '第一条', '第二条', '第二条(一)', '第二条(二)', '第二条·末', '第二章', '第三条', '第三条·2'])
  })
  it('do not begin at a decimal, a date or a cross-reference', () => {
    expect(pairs('一、总则\n1.5万元以上的支出\n2030.1.2起执行\n第五条规定的情形除外。')).toEqual([
      ['一', '一、总则'], ['一·1', '1.5万元以上的支出'], ['一·2', '2030.1.2起执行'], ['一·3', '第五条规定的情形除外。'],
    ])
  })
  it('end before the signature and the annexes', () => {
    expect(pairs('一、总则\n按时报送。\n示例办公室\n2030年1月2日').at(-1)).toEqual(['尾', '示例办公室\n2030年1月2日'])
    expect(pairs('一、总则\n按时报送。\n附件：1.表格').at(-1)).toEqual(['尾', '附件：1.表格'])
  })
  it('with the same number twice are kept apart', () => {
    expect(pairs('一、甲\n一、乙')).toEqual([['一', '一、甲'], ['一#2', '一、乙']])
  })
  it('are none where there is no text, and only a preamble where nothing is numbered', () => {
    expect(recognise(' \n ')).toEqual([])
    expect(pairs('这里只有一段话,没有任何编号,也没有标题。')).toEqual([['序', '这里只有一段话,没有任何编号,也没有标题。']])
  })
})

describe('the words that changed', () => {
  it('are told word by word and give both texts again', () => {
    const spans = wordDiff('逾期报送的,每次扣1分,最多扣3分。', '逾期报送的,每次扣2分,最多扣3分。')
    expect(spans).toEqual([{ kind: 'same', text: '逾期报送的,每次扣' }, { kind: 'gone', text: '1' }, { kind: 'added', text: '2' }, { kind: 'same', text: '分,最多扣3分。' }])
  })
  it('give both texts again, whatever the texts', () => {
    const texts = ['', '甲', '甲乙丙丁', '丁丙乙甲', 'one two three', 'two 甲 three four', '一'.repeat(5000), '二三'.repeat(3000)]
    for (const a of texts) {
      for (const b of texts) {
        const spans = wordDiff(a, b)
        expect([spans.filter((s) => s.kind !== 'added').map((s) => s.text).join(''), spans.filter((s) => s.kind !== 'gone').map((s) => s.text).join('')]).toEqual([a, b])
      }
    }
  })
})

describe('rules whose ground moved', () => {
  const ruleset = {
    clauses: [{ id: '一', summary: '甲' }], grades: [{ id: 'good', label: '良', source: { clause: '一', basis: 'scheme' } }, { id: 'poor', label: '差', source: { clause: '二', basis: 'scheme' } }],
  } as unknown as Ruleset
  const version = (sha256: string, text: string): SourceVersion => ({ sha256, clauses: recognise(text) })
  const first = version('1', '一、分数\n九十分以上。\n二、其他\n（略）以下。')
  const second = version('2', '一、分数\n八十分以上。\n二、其他\n(略) 以下。')
  const alarm = { path: 'grades/good', clause: '一', before: '一、分数\n九十分以上。', after: '一、分数\n八十分以上。' }

  it('are those that cite a clause with other words; spaces and widths say nothing', () => {
    expect(movedGround(ruleset, [first], [])).toEqual([])
    expect(movedGround(ruleset, [first, second], [])).toEqual([alarm])
  })
  it('are fine again once they were checked, until the next change', () => {
    const checked = { path: 'grades/good', clause: '一', sha256: '2' }
    expect(movedGround(ruleset, [first, second], [checked])).toEqual([])
    const third = version('3', '一、分数\n七十分以上。\n二、其他\n(略) 以下。')
    expect(movedGround(ruleset, [first, second, third], [checked])).toEqual([{ ...alarm, before: alarm.after, after: '一、分数\n七十分以上。' }])
  })
  it('keep their alarm over later versions that change nothing more', () => {
    expect(movedGround(ruleset, [first, second, version('3', '一、分数\n八十分以上。\n二、其他\n（略）以下。\n三、新的')], [])).toEqual([alarm])
  })
  it('are also those whose clause is gone', () => {
    expect(movedGround(ruleset, [first, version('2', '一、分数\n九十分以上。')], [])).toEqual([{ path: 'grades/poor', clause: '二', before: '二、其他\n（略）以下。', after: null }])
  })
})
