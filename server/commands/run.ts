import { fileURLToPath } from 'node:url'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Issue, Lang } from '../../engine/index.ts'
import { analyse } from './analyse.ts'
import { cases } from './cases.ts'
import { check } from './check.ts'
import { coverage } from './coverage.ts'
import { diff } from './diff.ts'
import { explain } from './explain.ts'
import { newYear } from './newYear.ts'
import { Misuse, Unfit, type Progress, type Reply, type Surroundings } from './reply.ts'
import { report, revision } from './report.ts'
import { issueList, issueText, words } from './say.ts'
import { score } from './score.ts'
import { simulate } from './simulate.ts'

interface Command { takes: string[]; run(args: string[], surroundings: Surroundings): Promise<Reply> }
const COMMANDS: { readonly [name: string]: Command } = {
  check: { takes: ['FILE'], run: check },
  score: { takes: ['RULESET', 'COHORT'], run: score },
  explain: { takes: ['RULESET', 'COHORT', 'UNIT'], run: explain },
  cases: { takes: ['RULESET'], run: cases },
  analyse: { takes: ['RULESET'], run: analyse },
  coverage: { takes: ['RULESET'], run: coverage },
  diff: { takes: ['A', 'B'], run: diff },
  simulate: { takes: ['RULESET', 'COHORT'], run: simulate },
  report: { takes: ['A', 'B', 'COHORT'], run: report },
  revision: { takes: ['A', 'B'], run: revision },
  'new-year': { takes: ['SCHEME', 'YEAR'], run: newYear },
}
const OPTIONS = {
  json: { type: 'boolean' }, lang: { type: 'string' }, rulesets: { type: 'string' }, fast: { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
  draws: { type: 'string' }, seed: { type: 'string' }, spread: { type: 'string' }, near: { type: 'string' }, groups: { type: 'string' }, samples: { type: 'string' }, 'leave-out': { type: 'boolean' },
  docx: { type: 'string' }, xlsx: { type: 'string' },
} as const

/** What a run of the command line says and how it ends. */
export interface Ended { code: 0 | 1 | 2; out: string; err: string }

function read(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new Misuse('use.option', { reason: error instanceof Error ? error.message.split('.')[0] ?? '' : '' })
  }
}

/** Issues whose message is their sentence. */
const told = (issues: readonly Issue[], lang: Lang): Issue[] => issues.map((issue) => ({ ...issue, message: issueText(issue, lang) }))

/** Carries out one command, `spoken` where no language is asked for; ends with 0 fine, 1 issues of level error, 2 misuse. `progress` is told of long work. */
export async function run(args: string[], spoken: Lang, progress?: Progress): Promise<Ended> {
  // Known before the options are read, so that trouble with them is told in the same way.
  const json = args.includes('--json')
  const wanted = args[args.indexOf('--lang') + 1]
  let lang: Lang = wanted === 'zh' || wanted === 'en' ? wanted : spoken
  const failed = (issues: Issue[], text: string, code: 1 | 2): Ended => (json ? { code, out: `${JSON.stringify({ issues: told(issues, lang) }, null, 2)}\n`, err: '' } : { code, out: '', err: `${text}\n` })
  try {
    const { values, positionals } = read(args)
    if (values.lang !== undefined && values.lang !== 'zh' && values.lang !== 'en') throw new Misuse('use.lang', { value: values.lang })
    lang = values.lang ?? spoken
    if (values.help) return { code: 0, out: `${words(lang)('usage')}\n`, err: '' }
    const [name, ...given] = positionals
    if (name === undefined) throw new Misuse('use.no-command')
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
    if (!command) throw new Misuse('use.unknown-command', { name })
    if (given.length !== command.takes.length) throw new Misuse('use.arguments', { name, wanted: command.takes.join(' '), given: given.length })
    const rulesets = path.resolve(values.rulesets ?? fileURLToPath(new URL('../../rulesets', import.meta.url)))
    const reply = await command.run(given, { lang, rulesets, fast: values.fast ?? false, options: values, ...(progress ? { progress } : {}) })
    const code = reply.data.issues.some((issue) => issue.level === 'error') ? 1 : 0
    return { code, out: `${json ? JSON.stringify({ ...reply.data, issues: told(reply.data.issues, lang) }, null, 2) : reply.text}\n`, err: '' }
  } catch (error) {
    if (error instanceof Unfit) return failed(error.issues, issueList(error.issues, lang), 1)
    if (!(error instanceof Misuse)) throw error
    const issue: Issue = { level: 'error', code: error.code, path: '', values: error.values, message: error.message }
    return failed([issue], issueText(issue, lang), 2)
  }
}
