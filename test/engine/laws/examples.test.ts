import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { score, scoreReference, type Cohort, type Ruleset } from '../../../engine/index.ts'
import { replay } from '../../support/replay.ts'
import { reversed } from '../../support/reversed.ts'
import { cohortOf, type Setting } from '../../support/pattern.ts'
import { cohorts } from '../../support/sample.ts'
import { patterns } from '../patterns/patterns.ts'

interface Example { name: string; rules: Ruleset; cohort: Cohort; setting: Setting }
const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T
const folders = readdirSync('rulesets', { withFileTypes: true, recursive: true }).filter((d) => d.isDirectory()).map((d) => join(d.parentPath, d.name))
const shipped = folders.filter((f) => existsSync(join(f, 'cohort.json'))).map((f): Example => ({ name: f, rules: read(join(f, 'ruleset.json')), cohort: read(join(f, 'cohort.json')), setting: {} }))
const worked = patterns.flatMap((p) => cohorts(p).map((samples, i): Example => ({ name: `${p.id}.${i + 1}`, rules: p.ruleset, cohort: cohortOf(p.ruleset, samples, p), setting: p })))

describe.each([...shipped, ...worked])('$name', ({ rules, cohort, setting }) => {
  const scored = score(rules, cohort, setting)
  it('is reproduced by its trace alone', () => {
    const sheets = scored.sheets.filter((s) => s.state === 'scored')
    expect(sheets.map((s) => replay(s.trace))).toEqual(sheets.map(({ base, bonus, deduction, total }) => ({ base, bonus, deduction, total })))
  })
  it('gives the same sheets in any order of records, by either evaluator', async () => {
    expect(score(rules, reversed(cohort), setting).sheets).toEqual(scored.sheets)
    expect(await scoreReference(rules, cohort, setting)).toEqual(scored)
  })
})
