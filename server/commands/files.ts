import { existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse, validate, validateCohort, type Calendar, type Cohort, type Issue, type ParseLimits, type Ruleset } from '../../engine/index.ts'
import { Misuse, Unfit } from './reply.ts'

const NAME = /^([a-z][A-Za-z0-9_-]{0,63})\/(\d{4})$/
type FileName = 'ruleset.json' | 'cohort.json' | 'cases.json'

/** The file an argument names: a file, a folder that holds one, or SCHEME/YEAR under the rulesets folder. Throws Misuse. */
export function locate(name: string, file: FileName, folder: string): string {
  const [, scheme, year] = NAME.exec(name) ?? []
  const places = [path.resolve(name), ...(scheme && year ? [path.join(folder, scheme, year)] : [])]
  for (const place of places) {
    const found = existsSync(place) && statSync(place).isDirectory() ? path.join(place, file) : place
    if (existsSync(found)) return found
  }
  throw new Misuse('use.no-file', { file: name, folder })
}

/** Cohorts of many thousand units are large files. */
const COHORT_BYTES = 200_000_000

/** A JSON file within the engine's limits; throws Misuse when it cannot be read, Unfit when it is not JSON. */
export async function readJson(file: string, limits: ParseLimits = {}): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Misuse('use.unreadable', { file, reason: error.code ?? error.message })
  })
  const { value, issues } = parse(text, limits)
  if (issues.some((issue) => issue.level === 'error')) throw new Unfit(issues)
  return value
}

export interface Read<T> { file: string; value: T; issues: Issue[] }

/** A ruleset of the right shape and what its check says; throws Unfit when it has not even the shape. */
export async function readRuleset(name: string, folder: string): Promise<Read<Ruleset>> {
  const file = locate(name, 'ruleset.json', folder)
  const { ruleset, issues } = validate(await readJson(file))
  if (!ruleset) throw new Unfit(issues)
  return { file, value: ruleset, issues }
}

const errors = (issues: Issue[]): Issue[] => issues.filter((issue) => issue.level === 'error')

/** A ruleset without errors, and a cohort that fits it; throws Unfit with what is wrong. */
export async function readPair(rulesetName: string, cohortName: string, folder: string): Promise<{ ruleset: Ruleset; cohort: Cohort; issues: Issue[] }> {
  const { value: ruleset, issues } = await readRuleset(rulesetName, folder)
  if (errors(issues).length) throw new Unfit(issues)
  const checked = validateCohort(ruleset, await readJson(locate(cohortName, 'cohort.json', folder), { bytes: COHORT_BYTES }))
  if (!checked.cohort || errors(checked.issues).length) throw new Unfit(checked.issues)
  return { ruleset, cohort: checked.cohort, issues: checked.issues }
}

/** The table of working days a scheme counts by, if it names one. */
export async function calendarOf(scheme: string, folder: string): Promise<Calendar | undefined> {
  const about = path.join(folder, scheme, 'scheme.json')
  if (!existsSync(about)) return undefined
  const { calendar } = (await readJson(about)) as { calendar?: string }
  const file = path.join(folder, 'calendars', `${calendar ?? ''}.json`)
  return calendar && existsSync(file) ? ((await readJson(file)) as Calendar) : undefined
}
