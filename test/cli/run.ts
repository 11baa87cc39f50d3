import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { run, type Ended } from '../../server/commands/run.ts'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export interface Ran { code: number | null; out: string; err: string }

/** Runs the command line here, as the program does where the environment names no language. */
export const fadu = (args: string[]): Promise<Ended> => run(args, 'zh')

/** Runs the command line as a process of its own. */
export function program(args: string[], environment: { [name: string]: string } = {}): Promise<Ran> {
  const child = spawn(process.execPath, [`${root}/server/fadu.mjs`, ...args], { cwd: root, env: { PATH: process.env['PATH'] ?? '', ...environment } })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString('utf8') })
  child.stderr.on('data', (chunk: Buffer) => { err += chunk.toString('utf8') })
  return new Promise((resolve) => { child.on('close', (code) => resolve({ code, out, err })) })
}
