import { describe, expect, it } from 'vitest'
import { apply, at, paper, percent, sentence, textOf, type Block, type Criterion, type Json, type Place, type Ruleset, type Run, type TextBlock } from '../../../engine/index.ts'
import { criteriaOf, nodesOf } from '../../../engine/check/walk.ts'
import { patterns } from '../patterns/patterns.ts'
import { years } from '../content/schemes.ts'

const LANGS = ['zh', 'en'] as const
const rulesets: { name: string; ruleset: Ruleset }[] = [...years, ...patterns.map((p) => ({ name: p.id, ruleset: p.ruleset }))]
const textBlocks = (blocks: readonly Block[]): TextBlock[] => blocks.filter((b) => b.kind !== 'table')
const runsOf = (block: Block): Run[] => (block.kind === 'table' ? block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.runs)) : block.runs)
const said = (block: Block): string => runsOf(block).map((run) => run.text).join('')
const standsAt = (ruleset: Ruleset, { path, key, spot }: Place): Json | undefined =>
  spot.reduce<Json | undefined>((node, name) => (node as { [key: string]: Json } | undefined)?.[name], (at(ruleset, path) as { [key: string]: Json } | undefined)?.[key])
const CHAPTERS = ['一、', '二、', '三、', '四、', '五、', '六、', '七、', '八、', '九、', '十、', '十一、']

describe.each(rulesets)('the paper of $name', ({ ruleset }) => {
  it('shows every number and every text as the ruleset has it', () => {
    for (const lang of LANGS) for (const run of paper(ruleset, lang).flatMap(runsOf)) {
      if (!run.place) continue
      const value = standsAt(ruleset, run.place)
      expect({ place: run.place, text: run.text }).toEqual({ place: run.place, text: run.place.kind === 'share' ? String(percent(Number(value))) : String(value) })
    }
  })
  it('tells of every indicator and every criterion once, and of every criterion once more in the table', () => {
    const blocks = paper(ruleset, 'zh')
    const told = textBlocks(blocks).map((b) => b.path)
    const count = (path: string): number => told.filter((p) => p === path).length
    const retired = nodesOf(ruleset).filter(({ node }) => node.retired).map(({ path }) => `${path}/`)
    const live = (path: string): boolean => !retired.some((place) => path.startsWith(place))
    expect(nodesOf(ruleset).filter(({ path }) => live(path)).map(({ path }) => [path, count(path)])).toEqual(nodesOf(ruleset).filter(({ path }) => live(path)).map(({ path }) => [path, 1]))
    const criteria = criteriaOf(ruleset).map(({ path }) => path).filter(live)
    expect(criteria.map((path) => [path, count(path)])).toEqual(criteria.map((path) => [path, 1]))
    expect(blocks.flatMap((b) => (b.kind === 'table' ? b.rows.map((row) => row.path) : []))).toEqual(criteria)
  })
  it('counts its chapters and headings without a gap, and keeps the numbers the ruleset gives', () => {
    const counts: number[] = []
    const own = new Map(nodesOf(ruleset).map(({ node, path }) => [path, node.number]))
    const chapters: string[] = []
    for (const block of textBlocks(paper(ruleset, 'zh'))) {
      if (block.level === 0) continue
      counts.length = block.level + 1
      const n = (counts[block.level] ?? 0) + 1
      counts[block.level] = n
      if (block.level === 1) chapters.push(block.number)
      const given = block.kind === 'heading' ? own.get(block.path) : undefined
      if (given !== undefined) expect(block.number.normalize('NFKC').replace(/^(\d+)\.$/, '$1')).toBe(given.normalize('NFKC'))
      else if (block.level === 3) expect(block.number).toBe(`${n}.`)
      else if (block.level === 4) expect(block.number).toBe(`（${n}）`)
    }
    expect(chapters).toEqual(CHAPTERS.slice(0, chapters.length))
  })
  it('has blocks that can be told apart and words for all it says', () => {
    for (const lang of LANGS) {
      const blocks = paper(ruleset, lang)
      expect(new Set(blocks.map((b) => b.id)).size).toBe(blocks.length)
      for (const block of blocks) expect(said(block)).not.toMatch(/\{\w+\}|undefined|\[object/)
    }
  })
  it('reads out each rule as its sentence, and marks what is only assumed', () => {
    const blocks = paper(ruleset, 'en')
    for (const { criterion, path } of criteriaOf(ruleset)) {
      const block = textBlocks(blocks).find((b) => b.path === path)
      if (!block) continue
      for (const rule of criterion.rules) expect(said(block)).toContain(textOf(sentence(ruleset, rule, 'en')))
      const points = block.runs.find((run) => run.place?.path === path && run.place.key === 'points')
      expect(points?.assumed ?? false).toBe(criterion.source.basis === 'assumed')
    }
  })
})

describe('the table of scoring details', () => {
  const { ruleset } = years[0] as (typeof years)[number]
  it('fills every row of every column exactly once', () => {
    for (const block of paper(ruleset, 'zh')) if (block.kind === 'table') for (let column = 0; column < block.head.length; column++) {
      let left = 0
      for (const row of block.rows) {
        const rows = row.cells[column]?.rows ?? 0
        expect(rows > 0).toBe(left === 0)
        left = (left === 0 ? rows : left) - 1
      }
      expect(left).toBe(0)
    }
  })
  it('follows a changed number', () => {
    const { path, criterion } = criteriaOf(ruleset)[0] as { path: string; criterion: Criterion }
    const changed = apply(ruleset, [{ type: 'set', path, key: 'points', from: criterion.points, to: 9.25 }])
    const row = paper(changed, 'zh').flatMap((b) => (b.kind === 'table' ? b.rows : [])).find((r) => r.path === path)
    expect(row?.cells[2]?.runs.map((run) => run.text).join('')).toContain('（9.25 分）')
  })
})
