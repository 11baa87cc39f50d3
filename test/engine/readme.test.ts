import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DERIVATIONS, EFFECTS, OPERATORS, crossCheck, validate, validateCohort, type Cohort, type Ruleset } from '../../engine/index.ts'

const engine = new URL('../../engine/', import.meta.url)
const readme = readFileSync(new URL('README.md', engine), 'utf8')
const [rules, data] = [...readme.matchAll(/```json\n([\s\S]*?)```/g)].map((m) => JSON.parse(m[1] ?? '') as unknown) as [Ruleset, Cohort]
/** The rows of the table whose first column has a title; each cell without its code marks. */
function table(title: string): string[][] {
  const [, body] = readme.split(`\n| ${title} |`)
  const lines = (body ?? '').split('\n\n')[0]?.split('\n').slice(2) ?? []
  return lines.map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim().replaceAll('`', '')))
}
const first = (title: string): string[] => table(title).map(([name]) => name ?? '')
interface Shape { properties: { [name: string]: { const?: string; enum?: string[]; anyOf?: Shape[] } & Partial<Shape> }; required?: string[] }
const parameters = (shape: unknown): string => Object.keys((shape as Shape).properties).filter((name) => name !== 'op').map((name) => ((shape as Shape).required?.includes(name) ? name : `${name}?`)).join(', ')
const { $defs } = JSON.parse(readFileSync(new URL('model/schema/ruleset.schema.json', engine), 'utf8')) as { $defs: { [name: string]: Shape } }

describe('the example of the engine', () => {
  it('is sound, and says what it assumes', () => {
    const { issues } = validate(rules)
    expect(issues.filter((i) => i.level !== 'info')).toEqual([])
    expect(issues.map((i) => i.path)).toEqual(['indicators/service/children/opening/criteria/days', 'indicators/service/children/lending/criteria/in-time', 'proration'])
    expect(validateCohort(rules, data).issues).toEqual([])
  })
  it('gives the numbers that are printed, by both evaluators', async () => {
    const { scored, issues } = await crossCheck(rules, data)
    expect(issues).toEqual([])
    const rows = scored.sheets.map((s) => [s.unit, s.base, s.bonus, s.deduction, s.total, s.grade, s.rank, s.outcomes.map((o) => o.rule).join(' ')].map((cell) => String(cell ?? '')))
    expect(rows).toEqual(table('unit'))
  })
})

describe('the tables of the engine', () => {
  it('list every operator with its kinds and operand', () => {
    expect(table('operator')).toEqual(Object.entries(OPERATORS).map(([name, o]) => [name, o.kinds.join(', '), o.operand, o.standard ? 'yes' : 'no']))
  })
  it('list every derivation with its parameters and kind', () => {
    expect(table('operation').map((row) => row.slice(0, 3))).toEqual(Object.entries(DERIVATIONS).map(([name, d]) => [name, parameters(d.params), d.kind]))
  })
  it('list every effect with its parameters and how it acts', () => {
    expect(table('effect').map((row) => row.slice(0, 3))).toEqual(Object.entries(EFFECTS).map(([name, e]) => [name, parameters(e.params), e.mode]))
  })
  it('list every verdict, missing policy and part of the format', () => {
    expect(first('verdict')).toEqual($defs['Verdict']?.properties['effect']?.anyOf?.map((branch) => branch.properties['type']?.const))
    expect(first('policy')).toEqual($defs['Criterion']?.properties['missing']?.enum)
    const parts = first('part').flatMap((cell) => cell.split(', '))
    expect(Object.keys($defs['Ruleset']?.properties ?? {}).filter((name) => !['$schema', 'jurisdiction', 'summary', 'fullMarks'].includes(name)).sort()).toEqual(parts.sort())
  })
  it('list the stages in the order of scoring, one file each', () => {
    const order = /const ORDER[^=]*= \[([^\]]*)\]/.exec(readFileSync(new URL('score/score.ts', engine), 'utf8'))?.[1] ?? ''
    const stages = readdirSync(new URL('score/stages', engine)).map((name) => name.replace('.ts', ''))
    expect(first('stage')).toEqual(order.replaceAll(/ask\('\w+'\)/g, '').split(',').map((name) => name.trim()).filter((name) => stages.includes(name)))
    expect(first('stage').length).toBe(11)
    expect(stages.sort()).toEqual(first('stage').sort())
  })
  it('name verbs that the door has', async () => {
    const door = Object.keys(await import('../../engine/index.ts'))
    expect(first('verb').flatMap((cell) => cell.replaceAll(/\(.*?\)/g, '').split(', ')).filter((verb) => !door.includes(verb))).toEqual([])
  })
})
