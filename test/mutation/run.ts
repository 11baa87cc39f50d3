import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { table } from '../../server/commands/table.ts'
import { MUTATIONS, type Mutation } from './mutations.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
interface Report { testResults: { name: string; status: string; message: string; assertionResults: { status: string; fullName: string }[] }[] }

/** A copy of the tree whose sources may be spoilt. */
function copy(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'fadu-mutation-'))
  for (const name of ['engine', 'rulesets', 'test', 'package.json', 'tsconfig.json', 'vite.config.ts']) cpSync(path.join(root, name), path.join(folder, name), { recursive: true })
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  return folder
}
/** The first test that fails in a copy; null when all pass. */
function killer(folder: string, tests: readonly string[]): string | null {
  const report = path.join(folder, 'report.json')
  rmSync(report, { force: true })
  const { status, stderr } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--no-isolate', '--bail=1', '--reporter=json', `--outputFile=${report}`, ...tests], { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } })
  if (status === 0) return null
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
  for (const file of testResults) {
    const failed = file.assertionResults.find((one) => one.status === 'failed')
    if (failed) return `${path.basename(file.name)}: ${failed.fullName}`
    if (file.status === 'failed') return `${path.basename(file.name)}: ${file.message.split('\n')[0] ?? ''}`
  }
  throw new RangeError(`vitest failed without a failed test: ${stderr}`)
}
/** Puts the fault in, runs the tests, takes it out again. */
function tried(folder: string, { what, edits, tests }: Mutation): string | null {
  const before = new Map<string, string>()
  for (const [name, from, to] of edits) {
    const file = path.join(folder, name)
    const text = readFileSync(file, 'utf8')
    if (text.split(from).length !== 2) throw new RangeError(`${what}: "${from}" must stand exactly once in ${name}`)
    before.set(file, before.get(file) ?? text)
    writeFileSync(file, text.replace(from, () => to))
  }
  const found = killer(folder, tests)
  for (const [file, text] of before) writeFileSync(file, text)
  return found
}

const wanted = process.argv[2] ?? ''
const list = MUTATIONS.filter(({ what }) => what.includes(wanted))
const folder = copy()
try {
  const sound = killer(folder, [...new Set(list.flatMap((mutation) => mutation.tests))])
  if (sound !== null) throw new RangeError(`a test fails before any fault is put in: ${sound}`)
  const rows = list.map((mutation) => {
    const test = tried(folder, mutation)
    process.stderr.write(test === null ? 'S' : '.')
    return { what: mutation.what, test }
  })
  process.stdout.write(`\n${table([{ title: 'fault' }, { title: 'shown by' }], rows.map(({ what, test }) => [what, test ?? 'NOTHING: it survives']))}\n`)
  const survivors = rows.filter((row) => row.test === null).length
  process.stdout.write(`\n${rows.length} faults, ${survivors} survive.\n`)
  process.exitCode = survivors ? 1 : 0
} finally {
  rmSync(folder, { recursive: true, force: true })
}
