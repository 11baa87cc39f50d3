import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { analyse, type Ruleset } from '../../engine/index.ts'
import { fadu, root } from './run.ts'

const NAME = 'pingdingshan/2022'
const ruleset = JSON.parse(readFileSync(path.join(root, 'rulesets', NAME, 'ruleset.json'), 'utf8')) as Ruleset
const folder = mkdtempSync(path.join(tmpdir(), 'fadu-analyse-'))
afterAll(() => { rmSync(folder, { recursive: true }) })
const write = (value: Ruleset): string => {
  const file = path.join(folder, `${value.title}`, 'ruleset.json')
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(value))
  return file
}
interface Answer { findings: { code: string; sentence: string }[]; issues: { level: string; message: string }[] }

describe('fadu analyse', () => {
  it('finds no error in the shipped ruleset, and uses the worked cases and the sample beside it', async () => {
    const { code, out } = await fadu(['analyse', NAME, '--json'])
    const { findings } = JSON.parse(out) as Answer
    expect([code, findings.length > analyse(ruleset).length, findings.some((f) => f.code === 'rule.no-case'), findings.every((f) => f.sentence.length > f.code.length)]).toEqual([0, true, true, true])
  })
  it('ends with 1 and names the grade when the best one is out of reach', async () => {
    const high = { ...ruleset, title: 'high', gradings: ruleset.gradings.map((g) => ({ ...g, bands: g.bands.map((b) => (b.from === 90 ? { ...b, from: 105.31 } : b)) })) }
    const { code, out } = await fadu(['analyse', write(high), '--lang', 'en'])
    expect([code, out.includes('No unit can be “优秀”: it begins at 105.31, and no total exceeds 105.3.')]).toEqual([1, true])
    const just = { ...high, title: 'just', gradings: high.gradings.map((g) => ({ ...g, bands: g.bands.map((b) => (b.from === 105.31 ? { ...b, from: 105.3 } : b)) })) }
    expect((await fadu(['analyse', write(just)])).code).toBe(0)
  })
  it('speaks both languages', async () => {
    const file = write({ ...ruleset, title: 'alone' })
    expect((await fadu(['analyse', file, '--lang', 'zh'])).out.includes('错误 0 个，警告 0 个')).toBe(true)
    expect((await fadu(['analyse', file, '--lang', 'en'])).out.includes('0 errors, 0 warnings')).toBe(true)
  })
})
