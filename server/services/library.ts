import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { assumptions, hashOf, type Calendar, type CaseFile, type Cohort, type Ruleset } from '../../engine/index.ts'
import { Trouble } from '../errors.ts'

/** A version that lies as a file: its hash, how many values it only assumes, and whether its data are made up (null: none). */
export interface Version { year: number; version: number; hash: string; assumed: number; synthetic: boolean | null }

/** The rulesets that lie as files in a folder: <scheme>/<year>/{ruleset,cohort,cases}.json. */
export interface Library {
  list(): Promise<{ scheme: string; title: string; versions: Version[] }[]>
  ruleset(scheme: string, year: number): Promise<Ruleset>
  cohort(scheme: string, year: number): Promise<Cohort>
  cases(scheme: string, year: number): Promise<CaseFile>
  /** The working-day table that a scheme counts by; null where it names none, or does not lie as files. */
  calendarOf(scheme: string): Promise<Calendar | null>
}

const NAME = /^[a-z][A-Za-z0-9_-]{0,63}$/

export function library(root: string): Library {
  const read = async (parts: string[], code: string): Promise<unknown> => {
    if (!parts.every((part) => NAME.test(part) || /^\d{4}$/.test(part) || /^[a-z]+\.json$/.test(part))) throw new Trouble(404, code, {})
    try {
      return JSON.parse(await readFile(path.join(root, ...parts), 'utf8')) as unknown
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Trouble(404, code, {})
      throw error
    }
  }
  const versionOf = async (scheme: string, year: number): Promise<Version> => {
    const ruleset = (await read([scheme, String(year), 'ruleset.json'], 'ruleset.unknown')) as Ruleset
    const cohort = existsSync(path.join(root, scheme, String(year), 'cohort.json')) ? ((await read([scheme, String(year), 'cohort.json'], 'cohort.unknown')) as Cohort) : null
    return { year, version: ruleset.version, hash: hashOf(ruleset), assumed: assumptions(ruleset).length, synthetic: cohort?.synthetic ?? null }
  }
  return {
    async list() {
      const folders = (await readdir(root, { withFileTypes: true })).filter((f) => f.isDirectory() && NAME.test(f.name) && existsSync(path.join(root, f.name, 'scheme.json')))
      return Promise.all(folders.map(async ({ name }) => {
        const scheme = (await read([name, 'scheme.json'], 'scheme.unknown')) as { title: string }
        const years = (await readdir(path.join(root, name))).filter((y) => /^\d{4}$/.test(y) && existsSync(path.join(root, name, y, 'ruleset.json'))).map(Number).sort((a, b) => b - a)
        return { scheme: name, title: scheme.title, versions: await Promise.all(years.map((year) => versionOf(name, year))) }
      }))
    },
    ruleset: async (scheme, year) => (await read([scheme, String(year), 'ruleset.json'], 'ruleset.unknown')) as Ruleset,
    cohort: async (scheme, year) => (await read([scheme, String(year), 'cohort.json'], 'cohort.unknown')) as Cohort,
    cases: async (scheme, year) => (await read([scheme, String(year), 'cases.json'], 'cases.unknown')) as CaseFile,
    async calendarOf(scheme) {
      if (!NAME.test(scheme) || !existsSync(path.join(root, scheme, 'scheme.json'))) return null
      const { calendar } = (await read([scheme, 'scheme.json'], 'scheme.unknown')) as { calendar?: string }
      return calendar === undefined ? null : ((await read(['calendars', `${calendar}.json`], 'calendar.unknown')) as Calendar)
    },
  }
}
