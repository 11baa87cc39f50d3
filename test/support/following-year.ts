import { readFileSync, writeFileSync } from 'node:fs'
import { apply, diff, hashOf, newYear, type Json, type Ruleset, type Step } from '../../engine/index.ts'
import { layOut } from './lay-out.ts'

/** How a year's ruleset came from the one before: who changed what, and why. */
export interface YearHistory {
  format: 1
  from: { scheme: string; year: number; version: number; hash: string }
  entries: { by: string; why: string; clause: string; steps: Step[] }[]
}

/** The history with its first entry (the bare new year) made anew for a changed ruleset, and the ruleset it leads to. */
export function follow(last: Ruleset, history: YearHistory, year: number): { history: YearHistory; ruleset: Json } {
  const { scheme, version } = last
  const [first, ...rest] = history.entries
  if (!first) throw new RangeError('a history without entries')
  const entries = [{ ...first, steps: diff(last, newYear(last, year)) }, ...rest]
  const ruleset = entries.reduce<Json>((document, entry) => apply(document, entry.steps), last as unknown as Json)
  return { history: { ...history, from: { scheme, year: last.year, version, hash: hashOf(last) }, entries }, ruleset }
}

if (process.argv[1]?.endsWith('following-year.ts')) {
  const at = (year: number, file: string): URL => new URL(`../../rulesets/pingdingshan/${year}/${file}.json`, import.meta.url)
  const read = <T>(year: number, file: string): T => JSON.parse(readFileSync(at(year, file), 'utf8')) as T
  const made = follow(read<Ruleset>(2022, 'ruleset'), read<YearHistory>(2023, 'history'), 2023)
  writeFileSync(at(2023, 'history'), `${layOut(made.history)}\n`)
  writeFileSync(at(2023, 'ruleset'), `${layOut(made.ruleset)}\n`)
}
