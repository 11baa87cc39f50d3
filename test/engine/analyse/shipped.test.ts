import { expect, it } from 'vitest'
import { analyse, findingExample, findingSentence, score, type CaseFile, type Cohort, type Finding, type Ruleset } from '../../../engine/index.ts'
import { has, read, years } from '../content/schemes.ts'

const options = (path: string[]) => ({ cohort: read<Cohort>(...path, 'cohort.json'), ...(has(...path, 'cases.json') ? { cases: read<CaseFile>(...path, 'cases.json') } : {}) })
/** Scored once: each worked case is scored on the way. */
const complete = years.map(({ ruleset: rules, path }) => ({ rules, path, found: analyse(rules, options(path)) }))
const at = (found: readonly Finding[], code: string): string[] => found.filter((f) => f.code === code).map((f) => f.path.split('/').slice(-3).join('/'))
const ruleset = (year: string): Ruleset => years.find((y) => y.path[1] === year)?.ruleset as Ruleset
/** What each code finds, without the rules that no worked case tries. */
const summary = (found: readonly Finding[]) => Object.fromEntries([...new Set(found.map((f) => f.code))].filter((c) => !c.endsWith('.no-case')).map((code) => [code, at(found, code)]))

const RANGES = ['counties', 'party', 'congress', 'government', 'justice', 'mass', 'stationed', 'schools', 'enterprises'].map((id) => `categories/${id}`)
const WASTED = ['publicity-promoted/rules/each', 'fields-projects/rules/each', 'procedure-filed/rules/each', 'publicity-extra/rules/extra']

it('the shipped schemes have no error and no warning, and exactly these notes', () => {
  const notes = { 'points.range': RANGES, 'class.no-dedupe-deduction': ['deduction/classes/faults'], 'loophole.not-applicable': ['proration'], 'incentive.wasted': WASTED }
  const [first, second] = [analyse(ruleset('2022')), analyse(ruleset('2023'))]
  expect([...first, ...second].filter((f) => f.level !== 'info')).toEqual([])
  expect(summary(first)).toEqual({ ...notes, 'component.vanishes-without-data': ['components/satisfaction'] })
  expect(summary(second)).toEqual(notes)
})

it('the points that apply are those the scoring finds for the unit shown', () => {
  for (const { ruleset: rules, path } of years) {
    for (const found of analyse(rules).filter((f) => f.code === 'points.range')) {
      const { unit, facts = {} } = found.counterexample ?? {}
      const one = { id: 'u', name: 'u', order: 1, category: unit?.category ?? '', attributes: unit?.attributes ?? {} }
      const cohort = read<Cohort>(...path, 'cohort.json')
      // A survey that lacks would leave its part out, by the policy for missing data.
      const surveys = Object.fromEntries(Object.entries(cohort.records[0]?.facts ?? {}).filter(([id]) => rules.facts.some((f) => f.id === id && f.kind === 'survey')))
      const [sheet] = score(rules, { ...cohort, units: [one], records: [{ unit: 'u', facts: { ...surveys, ...facts } }] }, { trace: false }).sheets
      const hundredths = (sheet?.components ?? []).reduce((sum, c) => sum + Math.round(Number(c.applicable) * 10_000), 0)
      expect([found.path, hundredths]).toEqual([found.path, Math.round(Number(found.values['least']) * 10_000)])
    }
  }
})

it('to no unit of the samples apply more points than analysis says', () => {
  for (const { ruleset: rules, path } of years) {
    const ranges = new Map(analyse(rules).filter((f) => f.code === 'points.range').map((f) => [f.path.slice(11), f.values]))
    const sheets = score(rules, read<Cohort>(...path, 'cohort.json'), { trace: false }).sheets
    const above = sheets.filter((s) => s.components.reduce((sum, c) => sum + Math.round(Number(c.applicable) * 10_000), 0) > Math.round(Number(ranges.get(s.category)?.['most']) * 10_000))
    expect(above.map((s) => s.unit)).toEqual([])
  }
})

it('the worked cases are told which rules none of them tries', () => {
  const rules = ruleset('2022')
  const found = complete.find((c) => c.rules === rules)?.found ?? []
  const untried = found.filter((f) => f.code === 'rule.no-case').map((f) => f.path)
  const tried = options(['pingdingshan', '2022']).cases as CaseFile
  expect(untried.length > 0 && untried.every((p) => p.includes('/rules/'))).toBe(true)
  const without = analyse(rules, { cases: { ...tried, cases: [] } }).filter((f) => f.code === 'rule.no-case').map((f) => f.path)
  expect(untried.filter((p) => !without.includes(p))).toEqual([])
  expect(without.length > untried.length).toBe(true)
})

it('every finding on the shipped schemes is told in Chinese and English', () => {
  for (const { rules, found: list } of complete) {
    for (const found of list) {
      const [zh, en] = [findingSentence(found, rules, 'zh') + findingExample(found, rules, 'zh'), findingSentence(found, rules, 'en') + findingExample(found, rules, 'en')]
      expect([/\{\w+\}|undefined|[,;:]$/.test(zh + en), zh.includes('。'), en.includes('. ') || en.endsWith('.')]).toEqual([false, true, true])
    }
  }
})

it('each analysis of a shipped scheme ends within a second', () => {
  for (const { ruleset: rules } of years) {
    const before = process.cpuUsage()
    analyse(rules)
    const { user, system } = process.cpuUsage(before)
    expect(user + system < 1_000_000).toBe(true)
  }
})
