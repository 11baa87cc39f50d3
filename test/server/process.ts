import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folders: string[] = []
/** A folder of the test's own; `clearFolders` takes it away. */
export function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'fadu-test-'))
  folders.push(folder)
  return folder
}
export const clearFolders = (): void => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true }))

export interface Ended { code: number | null; out: string; err: string }
export interface Started { url: string; process: ChildProcess; ended: Promise<Ended> }

/** A real server process on a free port. */
export function launch(environment: { [name: string]: string }): { process: ChildProcess; ended: Promise<Ended>; ready: Promise<string> } {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], { cwd: root, env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...environment } })
  let out = ''
  let err = ''
  child.stderr.on('data', (chunk: Buffer) => { err += chunk.toString() })
  const ended = new Promise<Ended>((resolve) => { child.on('close', (code) => resolve({ code, out, err })) })
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      const url = /(http:\S+)\/\n/.exec(out)?.[1]
      if (url) resolve(url)
    })
    void ended.then(({ err: reason }) => reject(new Error(`ended before it was ready: ${reason}`)))
  })
  ready.catch(() => undefined)
  return { process: child, ended, ready }
}
export async function start(data: string): Promise<Started> {
  const { process: child, ended, ready } = launch({ FADU_DATA: data })
  return { url: await ready, process: child, ended }
}

export async function send(url: string, body: unknown): Promise<{ status: number; body: { [key: string]: unknown } }> {
  const reply = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  return { status: reply.status, body: (await reply.json()) as { [key: string]: unknown } }
}
export const get = async <T>(url: string): Promise<T> => (await (await fetch(url)).json()) as T
