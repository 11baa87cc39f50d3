import { fileURLToPath } from 'node:url'
import { createApp } from '../../server/app.ts'
import { library } from '../../server/services/library.ts'
import { openDatabase } from '../../server/store/database.ts'
import { newFolder } from './process.ts'

export const rulesets = fileURLToPath(new URL('../../rulesets', import.meta.url))

/** The API on a database of its own. */
export async function newApp() {
  const db = await openDatabase(newFolder())
  const app = createApp({ db, library: library(rulesets) })
  const ask = async (path: string, init: RequestInit = {}) => {
    const reply = await app.request(path, init)
    return { status: reply.status, headers: reply.headers, body: (await reply.json()) as { [key: string]: unknown } }
  }
  const write = (path: string, body: unknown, headers: { [name: string]: string } = {}) =>
    ask(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) })
  const newDraft = async (): Promise<string> => String((await write('/api/drafts', { scheme: 'pingdingshan', year: 2022 })).body['id'])
  return { db, app, ask, write, newDraft }
}
