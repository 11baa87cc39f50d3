import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { apply, hashOf, newYear, score, type Cohort, type Ruleset, type Step } from '../../engine/index.ts'
import { clearFolders, newFolder } from '../server/process.ts'
import { fadu, root } from './run.ts'

const NAME = 'pingdingshan/2022'
const read = (file: string): string => readFileSync(path.join(root, 'rulesets', NAME, file), 'utf8')
const ruleset = JSON.parse(read('ruleset.json')) as Ruleset
const cohort = JSON.parse(read('cohort.json')) as Cohort
const folder = newFolder()
afterAll(clearFolders)
const write = (name: string, value: unknown): string => {
  writeFileSync(path.join(folder, name), JSON.stringify(value))
  return path.join(folder, name)
}
const data = async <T>(...args: string[]): Promise<{ code: number | null; data: T }> => {
  const { code, out } = await fadu([...args, '--json'])
  return { code, data: JSON.parse(out) as T }
}
interface Scores {
  ruleset: object; cohort: object; issues: { level: string; code: string }[]
  results: ({ [key: string]: unknown } & { unit: string; outcomes: object[] })[]
}

describe('fadu check', () => {
  it('finds no error in the shipped ruleset, by name, by folder and by file', async () => {
    for (const name of [NAME, `rulesets/${NAME}`, `rulesets/${NAME}/ruleset.json`]) expect((await fadu(['check', name])).code).toBe(0)
  })
  it('ends with 1 when points do not add up, and says where', async () => {
    const broken = structuredClone(ruleset)
    const [first] = broken.indicators
    if (first) first.points = 99
    const { code, out } = await fadu(['check', write('broken.json', broken), '--lang', 'en'])
    expect(code).toBe(1)
    expect(out.includes(`error  indicators/${first?.id ?? ''}  [totals.node]`)).toBe(true)
  })
})

describe('fadu score', () => {
  it('prints the results as data: scores as decimal strings, in the same order and values as the engine', async () => {
    const { code, data: printed } = await data<Scores>('score', NAME, NAME)
    const scored = score(ruleset, cohort)
    expect(code).toBe(0)
    expect(Object.keys(printed)).toEqual(['ruleset', 'cohort', 'results', 'issues'])
    expect(printed.ruleset).toEqual({ scheme: 'pingdingshan', year: 2022, version: ruleset.version, hash: hashOf(ruleset) })
    expect(printed.cohort).toEqual({ hash: hashOf(cohort) })
    expect(printed.results.map((r) => [r.unit, r['total'], r['grade'], r['rank'], r['pool']])).toEqual(scored.sheets.map((s) => [s.unit, s.total, s.grade, s.rank, s.pool]))
    const keys = 'unit name category state base bonus deduction total grade rank pool flags outcomes'.split(' ')
    expect(new Set(printed.results.map((r) => Object.keys(r).join(' ')))).toEqual(new Set([keys.join(' ')]))
    expect(new Set(printed.results.map((r) => r['state']))).toEqual(new Set(['scored', 'blocked']))
    expect(printed.issues.every((i) => i.level !== 'error')).toBe(true)
  })
  it('shows a table with names, grades and ranks, and says whether both evaluators agree', async () => {
    const { code, out } = await fadu(['score', NAME, NAME, '--lang', 'en'])
    expect(code).toBe(0)
    expect(out.split('\n')[0]?.trim().split(/\s{2,}/)).toEqual(['Rank', 'Unit', 'Category', 'Base', 'Bonus', 'Deduction', 'Total', 'Grade'])
    expect(out.trim().split('\n').at(-1)).toBe('Both evaluators agree.')
    expect((await fadu(['score', NAME, NAME, '--lang', 'en', '--fast'])).out.trim().split('\n').at(-1)).toBe('Not checked by the second evaluator (--fast): not an official result.')
  })
})

describe('fadu explain', () => {
  it('gives every reason of a unit, by id or by name', async () => {
    const unit = cohort.units[0]
    const byId = await data<{ unit: string; total: string; trace: { sentence: string; code: string }[] }>('explain', NAME, NAME, unit?.id ?? '')
    const sheet = score(ruleset, cohort).sheets.find((s) => s.unit === unit?.id)
    expect([byId.data.unit, byId.data.total, byId.data.trace.length]).toEqual([unit?.id, sheet?.total, sheet?.trace.length])
    expect(byId.data.trace.filter((line) => line.sentence === `${line.code}` || line.sentence === '')).toEqual([])
    expect((await data('explain', NAME, NAME, unit?.name ?? '')).data).toEqual(byId.data)
  })
})

describe('fadu cases and coverage', () => {
  it('find every worked case as computed by hand', async () => {
    const { code, data: { cases, issues } } = await data<{ cases: { passed: boolean }[]; issues: unknown[] }>('cases', NAME)
    expect([code, cases.every((one) => one.passed), issues]).toEqual([0, true, []])
    expect(cases.length >= 30).toBe(true)
  })
  it('end with 1 when a case differs', async () => {
    const scheme = path.join(folder, 'other')
    mkdirSync(scheme)
    const file = JSON.parse(read('cases.json')) as { cases: { id: string; expect: { total?: string }[] }[] }
    const wrong = file.cases.find((one) => one.expect[0]?.total !== undefined)
    if (wrong?.expect[0]) wrong.expect[0].total = '1.00'
    writeFileSync(path.join(scheme, 'ruleset.json'), read('ruleset.json'))
    writeFileSync(path.join(scheme, 'cases.json'), JSON.stringify(file))
    const { code, data: { issues } } = await data<{ issues: { code: string; path: string; values: { what: string; expected: string } }[] }>('cases', scheme)
    expect([code, issues.map((i) => [i.code, i.path, i.values.what, i.values.expected])]).toEqual([1, [['case.differs', `cases/${wrong?.id ?? ''}`, 'total', '1.00']]])
  })
  it('list each clause with what honours it', async () => {
    const { code, data: { clauses } } = await data<{ clauses: { clause: string; honouredBy: string[] }[] }>('coverage', NAME)
    expect([code, clauses.slice(0, ruleset.clauses.length).map((row) => row.clause)]).toEqual([0, ruleset.clauses.map((c) => c.id)])
    expect((await fadu(['coverage', NAME, '--lang', 'en'])).out.includes('text only: ')).toBe(true)
  })
})

describe('fadu diff', () => {
  it('gives steps that lead from one ruleset to the other, and sentences', async () => {
    const other = structuredClone(ruleset)
    other.rounding.mode = 'half-even'
    const band = other.gradings[0]?.bands[0]
    if (band) band.from = 91
    const { code, data: { changes } } = await data<{ changes: { steps: Step[]; text: string }[] }>('diff', NAME, write('other.json', other))
    expect(code).toBe(0)
    expect(apply(ruleset, changes.flatMap((change) => change.steps))).toEqual(other)
    const { out } = await fadu(['diff', NAME, write('other.json', other), '--lang', 'en'])
    expect(out).toBe('rounding › mode: “half up” becomes “half to even”\ngrading: grade “优秀”, from 90 becomes grade “优秀”, from 91\n\n2 changes.\n')
    expect((await fadu(['diff', NAME, NAME])).out).toBe('没有差别。\n')
  })
})

describe('fadu new-year', () => {
  it('starts a year from the latest one before it, and never over one that exists', async () => {
    const rulesets = path.join(folder, 'rulesets')
    for (const year of ['2020', '2022']) {
      mkdirSync(path.join(rulesets, 'pingdingshan', year), { recursive: true })
      writeFileSync(path.join(rulesets, 'pingdingshan', year, 'ruleset.json'), read('ruleset.json'))
    }
    const { code, data: made } = await data<{ file: string; ruleset: { year: number; basedOn: object } }>('new-year', 'pingdingshan', '2024', '--rulesets', rulesets)
    const expected = newYear(ruleset, 2024)
    expect([code, made.file, made.ruleset.basedOn]).toEqual([0, path.join(rulesets, 'pingdingshan/2024/ruleset.json'), { scheme: 'pingdingshan', year: 2022, version: ruleset.version, hash: hashOf(ruleset) }])
    expect(JSON.parse(readFileSync(made.file, 'utf8'))).toEqual(expected)
    expect((await fadu(['check', 'pingdingshan/2024', '--rulesets', rulesets])).code).toBe(0)
    const refused = async (...args: string[]) => {
      const reply = await data<{ issues: { code: string }[] }>('new-year', ...args, '--rulesets', rulesets)
      return [reply.code, reply.data.issues[0]?.code]
    }
    expect(await refused('pingdingshan', '2024')).toEqual([2, 'use.year-exists'])
    expect(await refused('pingdingshan', '2019')).toEqual([2, 'use.no-year-before'])
    expect(await refused('pingdingshan', 'next')).toEqual([2, 'use.year'])
    expect(await refused('nowhere', '2024')).toEqual([2, 'use.no-scheme'])
    expect(await refused('../pingdingshan', '2025')).toEqual([2, 'use.no-scheme'])
  })
})

describe('each command', () => {
  const unit = cohort.units[0]?.id ?? ''
  it.each([['check', NAME], ['score', NAME, NAME], ['explain', NAME, NAME, unit], ['cases', NAME], ['coverage', NAME], ['diff', NAME, 'pingdingshan/2023']])('speaks both languages, and data: %s', async (...args) => {
    const [zh, en] = [await fadu([...args, '--lang', 'zh']), await fadu([...args, '--lang', 'en'])]
    expect([zh.code, zh.err, en.code, en.err, zh.out === en.out]).toEqual([0, '', 0, '', false])
    const { data: { issues } } = await data<{ issues: { code: string; message: string }[] }>(...args, '--lang', 'en')
    expect(issues.filter((issue) => issue.message === '' || issue.message.startsWith(issue.code))).toEqual([])
  })
})
