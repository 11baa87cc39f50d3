import { afterAll, describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { assumptions, hashOf } from '../../engine/index.ts'
import { newApp, rulesets } from './app.ts'
import { clearFolders } from './process.ts'

const { db, app, ask, write, newDraft } = await newApp()
afterAll(async () => {
  await db.destroy()
  clearFolders()
})
const shipped = JSON.parse(readFileSync(path.join(rulesets, 'pingdingshan/2022/ruleset.json'), 'utf8')) as unknown
const create = { scheme: 'pingdingshan', year: 2022 }
const refused = ({ status, body }: { status: number; body: { [key: string]: unknown } }): [number, unknown] => [status, body['code']]

describe('a request', () => {
  it('that writes from a page elsewhere is refused', async () => {
    for (const origin of ['https://evil.example', 'http://localhost:1', 'null', 'garbage']) expect(refused(await write('/api/drafts', create, { origin }))).toEqual([403, 'origin.foreign'])
    expect(refused(await write('/api/drafts', create, { 'sec-fetch-site': 'cross-site' }))).toEqual([403, 'origin.foreign'])
    expect((await write('/api/drafts', create, { origin: 'http://localhost', host: 'localhost', 'sec-fetch-site': 'same-origin' })).status).toBe(201)
  })
  it('under a name that is not this machine is refused', async () => {
    expect(refused(await ask('/api/drafts', { headers: { host: 'evil.example:8787' } }))).toEqual([403, 'host.foreign'])
    for (const host of ['localhost:8787', '127.0.0.1:8787', '[::1]:8787']) expect((await ask('/api/drafts', { headers: { host } })).status).toBe(200)
  })
  it('that writes anything but JSON is refused', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp']) expect(refused(await write('/api/drafts', create, { 'content-type': type }))).toEqual([415, 'body.json-only'])
  })
  it('with a body that is not safe JSON is refused', async () => {
    for (const body of ['', '{', '{"scheme":NaN}', '['.repeat(100_000), '{"__proto__":{"scheme":"x"}}', '{"scheme":"pingdingshan","year":1e999}']) {
      expect(refused(await write('/api/drafts', body))).toEqual([400, 'body.not-json'])
    }
  })
  it('with a body that does not fit is told where', async () => {
    const { status, body } = await write('/api/drafts', { scheme: 'pingdingshan', year: '2022' })
    expect([status, body['code'], (body['errors'] as { path: string }[])[0]?.path]).toEqual([422, 'body.misfit', '/year'])
    const id = await newDraft()
    for (const steps of [[], [{ type: 'explode' }], [{ type: 'set', path: 1, key: 'a' }], [{ type: 'set', path: '', key: '' }], 'x']) {
      expect(refused(await write(`/api/drafts/${id}/steps`, { revision: 0, steps }))).toEqual([422, 'body.misfit'])
    }
    expect(refused(await write(`/api/drafts/${id}/steps`, { revision: -1, steps: [{ type: 'set', path: '', key: 'a' }] }))).toEqual([422, 'body.misfit'])
    expect(refused(await ask(`/api/drafts/${id}/steps?since=x`))).toEqual([422, 'query.misfit'])
  })
  it('with too large a body is refused, also when it does not say how large it is', async () => {
    const large = JSON.stringify({ scheme: 'x'.repeat(9_000_000), year: 2022 })
    expect(refused(await write('/api/drafts', large))).toEqual([413, 'body.too-large'])
  })
  it('cannot make a draft grow beyond what can be checked', async () => {
    const id = await newDraft()
    const steps = [{ type: 'set', path: '', key: 'note', to: 'x'.repeat(6_000_000) }]
    expect(refused(await write(`/api/drafts/${id}/steps`, { revision: 0, steps }))).toEqual([422, 'draft.too-large'])
  })
  it('outside the rulesets folder finds nothing', async () => {
    for (const path of ['/api/schemes/..%2f..%2fetc/2022/ruleset', '/api/schemes/%2e%2e/2022/ruleset', '/api/schemes/scheme.json/2022/ruleset', '/api/schemes/pingdingshan/20220/ruleset', '/api/schemes/pingdingshan/1999/cohort']) {
      expect((await ask(path)).status).toBe(404)
    }
  })
  it('to an address that is not there is answered as a problem', async () => {
    const { status, headers, body } = await ask('/api/nothing')
    expect([status, headers.get('content-type'), body]).toEqual([404, 'application/problem+json', { type: 'about:blank', title: 'route.unknown', status: 404, code: 'route.unknown' }])
  })
  it('is answered with headers that keep the page to itself, also when it fails', async () => {
    for (const reply of [await app.request('/api/health'), await app.request('/api/nothing')]) {
      expect(reply.headers.get('content-security-policy')).toBe("default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
      expect(['x-content-type-options', 'referrer-policy', 'x-frame-options', 'cross-origin-opener-policy'].map((name) => reply.headers.get(name))).toEqual(['nosniff', 'no-referrer', 'DENY', 'same-origin'])
    }
  })
  it('that fails inside tells nothing of the inside', async () => {
    const broken = await newApp()
    await broken.db.destroy()
    const { status, body } = await broken.ask('/api/drafts')
    expect([status, body]).toEqual([500, { type: 'about:blank', title: 'internal', status: 500, code: 'internal' }])
  })
})

describe('the shipped schemes', () => {
  it('are listed with their years and read with their sample and cases', async () => {
    const schemes = (await ask('/api/schemes')).body as unknown as { scheme: string; versions: { year: number; hash: string; assumed: number; synthetic: boolean }[] }[]
    expect(schemes.find((s) => s.scheme === 'pingdingshan')?.versions.find((v) => v.year === 2022)).toMatchObject({ hash: hashOf(shipped), assumed: assumptions(shipped).length, synthetic: true })
    for (const [part, key] of [['ruleset', 'indicators'], ['cohort', 'units'], ['cases', 'cases']]) {
      expect(Array.isArray((await ask(`/api/schemes/pingdingshan/2022/${part}`)).body[key ?? ''])).toBe(true)
    }
  })
})
