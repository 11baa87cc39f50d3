import { existsSync } from 'node:fs'
import path from 'node:path'
import { runCases, type CaseDiff, type CaseFile, type Issue } from '../../engine/index.ts'
import { calendarOf, readJson, readRuleset } from './files.ts'
import { Misuse, Unfit, type Reply, type Surroundings } from './reply.ts'
import { words } from './say.ts'
import { table } from './table.ts'

/** A case whose result is not the one computed by hand, as an issue. */
const issueOf = (id: string, { unit, what, expected, got }: CaseDiff): Issue => ({
  level: 'error', code: 'case.differs', path: `cases/${id}`, values: { unit, what, expected, got },
  message: `case.differs: ${id}, ${unit}, ${what}: expected ${String(expected)}, got ${String(got)}`,
})

/** `cases RULESET`: the worked cases beside a ruleset, each against the result computed by hand. */
export async function cases([name = '']: string[], { lang, rulesets }: Surroundings): Promise<Reply> {
  const { file, value: ruleset, issues } = await readRuleset(name, rulesets)
  if (issues.some((issue) => issue.level === 'error')) throw new Unfit(issues)
  const beside = path.join(path.dirname(file), 'cases.json')
  if (!existsSync(beside)) throw new Misuse('use.no-cases', { file })
  const calendar = await calendarOf(ruleset.scheme, rulesets)
  const results = runCases(ruleset, (await readJson(beside)) as CaseFile, calendar ? { calendar } : {})
  const say = words(lang)
  const told = ({ unit, what, expected, got }: CaseDiff): string => say('cases.fail', { unit, what, expected: expected ?? say('none'), actual: got ?? say('none') })
  const rows = results.map((one) => [one.id, one.title, one.passed ? say('cases.pass') : one.diffs.map(told).join('; ')])
  const passed = results.filter((one) => one.passed).length
  return {
    data: { cases: results, issues: results.flatMap((one) => one.diffs.map((diff) => issueOf(one.id, diff))) },
    text: `${table(['case', 'title', 'result'].map((column) => ({ title: say(`column.${column}`) })), rows)}\n\n${say('cases.sum', { passed, count: results.length })}`,
  }
}
