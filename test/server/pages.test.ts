import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { pages } from '../../server/pages.ts'
import { newApp } from './app.ts'
import { clearFolders, newFolder } from './process.ts'

const folder = newFolder()
mkdirSync(path.join(folder, 'assets'))
writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>index</title>')
writeFileSync(path.join(folder, 'assets/main-1a2b.js'), 'export {}')
writeFileSync(path.join(path.dirname(folder), 'outside.txt'), 'secret')
const { db, app } = await newApp()
app.route('/', pages(folder))
afterAll(async () => {
  await db.destroy()
  clearFolders()
})

const get = async (url: string): Promise<(string | number | null)[]> => {
  const reply = await app.request(url)
  return [reply.status, reply.headers.get('content-type'), reply.headers.get('cache-control'), (await reply.text()).slice(0, 9)]
}

describe('the pages of the editor', () => {
  it('are served: its index under any page name, fresh each time; files with a hash to keep', async () => {
    for (const url of ['/', '/drafts/x', '/index.html']) expect(await get(url)).toEqual([200, 'text/html; charset=utf-8', 'no-cache', '<!doctype'])
    expect(await get('/assets/main-1a2b.js')).toEqual([200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable', 'export {}'])
  })
  it('say so when a file is not there, and leave the API alone', async () => {
    for (const url of ['/assets/gone.js', '/favicon.ico', '/api/nothing']) expect((await get(url)).slice(0, 2)).toEqual([404, 'application/problem+json'])
  })
  it('end at their folder', async () => {
    for (const url of ['/../outside.txt', '/..%2foutside.txt', '/%2e%2e/outside.txt', '/assets/..%2f..%2foutside.txt', '/..%5coutside.txt']) {
      const [, , , text] = await get(url)
      expect(text === 'secret').toBe(false)
    }
  })
  it('keep their content policy', async () => {
    expect((await app.request('/')).headers.get('content-security-policy')?.startsWith("default-src 'self'; script-src 'self'; style-src 'self';")).toBe(true)
  })
})
