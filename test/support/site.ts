import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { serve } from '@hono/node-server'
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { build } from 'vite'
import type { Ruleset } from '../../engine/index.ts'
import { createApp } from '../../server/app.ts'
import { pages } from '../../server/pages.ts'
import { library } from '../../server/services/library.ts'
import { openDatabase } from '../../server/store/database.ts'
import { launch } from './browser.ts'

const root = path.resolve(import.meta.dirname, '../..')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8')

/** The editor built from the sources as they are: once for all tests of a run, in a temporary folder named after their state. */
async function builtEditor(): Promise<string> {
  const files = ['editor', 'engine', 'server'].flatMap((top) => (readdirSync(path.join(root, top), { recursive: true }) as string[]).map((file) => path.join(root, top, file)))
  const state = files.map((file) => `${file} ${statSync(file).mtimeMs} ${statSync(file).size}`).join('\n')
  const place = path.join(tmpdir(), `fadu-editor-${createHash('sha256').update(state).digest('hex').slice(0, 16)}`)
  if (existsSync(path.join(place, 'index.html'))) return place
  const made = mkdtempSync(`${place}-`)
  await build({ configFile: path.join(root, 'vite.config.ts'), root: path.join(root, 'editor'), logLevel: 'error', build: { outDir: made, emptyOutDir: true } })
  try {
    renameSync(made, place)
    return place
  } catch {
    return existsSync(path.join(place, 'index.html')) ? place : made
  }
}

/** The product on a free port with data of its own, and a browser. */
export async function startSite() {
  const data = mkdtempSync(path.join(tmpdir(), 'fadu-site-'))
  const db = await openDatabase(path.join(data, 'database'))
  const app = createApp({ db, library: library(path.join(root, 'rulesets')) })
  app.route('/', pages(await builtEditor()))
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  if (!server.listening) await new Promise<void>((resolve) => { server.once('listening', () => resolve()) })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser: Browser = await launch()
  /** Errors of pages, by the way they came. */
  const complaints: string[] = []
  const ask = async (place: string, init: RequestInit = {}) => (await (await fetch(`${url}${place}`, init)).json()) as { [key: string]: unknown }
  return {
    url, browser, complaints,
    /** A page of its own context: in Chinese, light, without the tour, unless `kept` says otherwise. */
    async open(options: BrowserContextOptions = {}, kept: { [key: string]: string } = {}): Promise<Page> {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
      const page = await context.newPage()
      page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()) })
      page.on('pageerror', (error) => complaints.push(error.message))
      await page.addInitScript((pairs: { [key: string]: string }) => { for (const [key, value] of Object.entries(pairs)) if (localStorage.getItem(key) === null) localStorage.setItem(key, value) }, { 'fadu.tour': 'done', 'fadu.locale': 'zh', ...kept })
      return page
    },
    newDraft: async (scheme: string, year: number): Promise<string> => String((await ask('/api/drafts', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ scheme, year }) }))['id']),
    /** The document of a draft as the server keeps it. */
    document: async (draft: string): Promise<Ruleset> => (await ask(`/api/drafts/${draft}`))['document'] as Ruleset,
    async close(): Promise<void> {
      await browser.close()
      await new Promise((resolve) => { server.close(resolve) })
      await db.destroy()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Accessibility faults of a page as axe finds them, with the first places of each. */
export const faults = async (page: Page, within = 'body'): Promise<string[]> =>
  (await page.evaluate(`(async () => { ${axe}; const r = await axe.run(${JSON.stringify(within)}); return r.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(', ')) })()`)) as string[]
