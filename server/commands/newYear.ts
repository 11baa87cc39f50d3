import { existsSync, readdirSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { hashOf, newYear as following } from '../../engine/index.ts'
import { readRuleset } from './files.ts'
import { Misuse, type Reply, type Surroundings } from './reply.ts'
import { words } from './say.ts'

const NAME = /^[a-z][A-Za-z0-9_-]{0,63}$/

/** `new-year SCHEME YEAR`: writes the first version of a year, made from the latest year before it; never over an existing one. */
export async function newYear([scheme = '', yearText = '']: string[], { lang, rulesets }: Surroundings): Promise<Reply> {
  const year = Number(yearText)
  if (!/^\d{4}$/.test(yearText) || year < 1900 || year > 2200) throw new Misuse('use.year', { value: yearText })
  const folder = path.join(rulesets, scheme)
  if (!NAME.test(scheme) || !existsSync(folder)) throw new Misuse('use.no-scheme', { scheme, folder: rulesets })
  const file = path.join(folder, yearText, 'ruleset.json')
  if (existsSync(file)) throw new Misuse('use.year-exists', { file })
  const before = readdirSync(folder).filter((name) => /^\d{4}$/.test(name) && Number(name) < year && existsSync(path.join(folder, name, 'ruleset.json'))).sort().at(-1)
  if (!before) throw new Misuse('use.no-year-before', { scheme, year })
  const from = `${scheme}/${before}`
  const { value: last } = await readRuleset(path.join(folder, before), rulesets)
  const ruleset = following(last, year)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, `${JSON.stringify(ruleset, null, 1)}\n`, { flag: 'wx' })
  return {
    data: { file, ruleset: { scheme, year, version: ruleset.version, hash: hashOf(ruleset), basedOn: ruleset.basedOn }, issues: [] },
    text: words(lang)('new-year.done', { file, title: ruleset.title, year, from }),
  }
}
