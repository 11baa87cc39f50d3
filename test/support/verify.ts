import { spawn } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
const bin = (name: string, file: string): string => path.join(root, 'node_modules', name, file)
/** What is checked side by side; what is remembered from the last time lies in the cache of the packages. */
const CHECKS: { readonly [name: string]: readonly string[] } = {
  types: [bin('vue-tsc', 'bin/vue-tsc.js'), '--noEmit', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/types.json'],
  lint: [bin('eslint', 'bin/eslint.js'), '-c', 'test/eslint.config.js', '--cache', '--cache-location', 'node_modules/.cache/eslint', '.'],
  tests: [bin('vitest', 'vitest.mjs'), 'run', '--project', 'unit', '--reporter', 'dot', '--no-color'],
}

/** Runs one check; prints how it ended, and all it says where it failed; answers whether it passed. */
const run = (name: string, args: readonly string[]): Promise<boolean> => new Promise((resolve) => {
  const started = performance.now()
  const child = spawn(process.execPath, [...args], { cwd: root })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said += chunk.toString('utf8') })
  child.on('close', (code) => {
    process.stdout.write(`${code === 0 ? '' : `${said.trim()}\n`}${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${Math.round((performance.now() - started) / 1000)} s\n`)
    resolve(code === 0)
  })
})

const passed = await Promise.all(Object.entries(CHECKS).map(([name, args]) => run(name, args)))
process.exitCode = passed.every(Boolean) ? 0 : 1
