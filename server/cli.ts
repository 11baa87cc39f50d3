import { fileURLToPath } from 'node:url'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Issue, Lang } from '../engine/index.ts'
import { cases } from './commands/cases.ts'
import { check } from './commands/check.ts'
import { coverage } from './commands/coverage.ts'
import { diff } from './commands/diff.ts'
import { explain } from './commands/explain.ts'
import { newYear } from './commands/newYear.ts'
import { Misuse, Unfit, type Reply, type Surroundings } from './commands/reply.ts'
import { issueList, issueText, words } from './commands/say.ts'
import { score } from './commands/score.ts'

interface Command { takes: string[]; run(args: string[], surroundings: Surroundings): Promise<Reply> }
const COMMANDS: { readonly [name: string]: Command } = {
  check: { takes: ['FILE'], run: check },
  score: { takes: ['RULESET', 'COHORT'], run: score },
  explain: { takes: ['RULESET', 'COHORT', 'UNIT'], run: explain },
  cases: { takes: ['RULESET'], run: cases },
  coverage: { takes: ['RULESET'], run: coverage },
  diff: { takes: ['A', 'B'], run: diff },
  'new-year': { takes: ['SCHEME', 'YEAR'], run: newYear },
}
const OPTIONS = {
  json: { type: 'boolean' }, lang: { type: 'string' }, rulesets: { type: 'string' }, fast: { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
} as const

const spoken = (process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '').startsWith('en') ? 'en' : 'zh'
/** Known before the options are read, so that trouble with them is told in the same way. */
const asked = process.argv.includes('--json')
const wanted = process.argv[process.argv.indexOf('--lang') + 1]

function read() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new Misuse('use.option', { reason: error instanceof Error ? error.message.split('.')[0] ?? '' : '' })
  }
}

/** Carries out one command; answers the exit code: 0 fine, 1 issues of level error, 2 misuse. */
async function main(): Promise<number> {
  let lang: Lang = wanted === 'zh' || wanted === 'en' ? wanted : spoken
  try {
    const { values, positionals } = read()
    if (values.lang !== undefined && values.lang !== 'zh' && values.lang !== 'en') throw new Misuse('use.lang', { value: values.lang })
    lang = values.lang ?? spoken
    if (values.help) return say(words(lang)('usage'))
    const [name, ...args] = positionals
    if (name === undefined) throw new Misuse('use.no-command')
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
    if (!command) throw new Misuse('use.unknown-command', { name })
    if (args.length !== command.takes.length) throw new Misuse('use.arguments', { name, wanted: command.takes.join(' '), given: args.length })
    const rulesets = path.resolve(values.rulesets ?? fileURLToPath(new URL('../rulesets', import.meta.url)))
    const reply = await command.run(args, { lang, rulesets, fast: values.fast ?? false })
    say(asked ? JSON.stringify(reply.data, null, 2) : reply.text)
    return reply.data.issues.some((issue) => issue.level === 'error') ? 1 : 0
  } catch (error) {
    if (error instanceof Unfit) return fail(error.issues, issueList(error.issues, lang), 1)
    if (!(error instanceof Misuse)) throw error
    const issue: Issue = { level: 'error', code: error.code, path: '', values: error.values, message: words('en')(error.code, error.values) }
    return fail([issue], issueText(issue, lang), 2)
  }
}
const say = (text: string): 0 => {
  process.stdout.write(`${text}\n`)
  return 0
}
function fail(issues: Issue[], text: string, code: 1 | 2): number {
  if (asked) say(JSON.stringify({ issues }, null, 2))
  else process.stderr.write(`${text}\n`)
  return code
}

// A reader that has seen enough (`| head`) ends the output, not with an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.exitCode = await main()
