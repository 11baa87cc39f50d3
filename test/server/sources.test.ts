import { createHash } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { recognise } from '../../engine/index.ts'
import { newApp } from './app.ts'
import { clearFolders } from './process.ts'

const { db, ask, write } = await newApp()
afterAll(async () => {
  await db.destroy()
  clearFolders()
})
/** Made-up documents. */
const first = '示例方案\n一、组织\n每年一次。\n二、分数\n九十分以上为优秀。'
const second = first.replace('九十', '八十')
const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
const put = (scheme: string, body: unknown) => ask(`/api/sources/${scheme}`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
const audit = async (subject: string) => db.selectFrom('audit').select(['actor', 'action', 'detail']).where('subject', '=', subject).orderBy('id').execute()

describe('the source document of a scheme', () => {
  it('is none until one is loaded', async () => {
    expect(await ask('/api/sources/nothing')).toMatchObject({ status: 200, body: { versions: [], checks: [] } })
  })
  it('comes back with its clauses, and keeps every version that was loaded', async () => {
    expect((await put('a', { name: '一稿.txt', text: first })).body).toEqual({ sha256: hash(first), added: true })
    expect((await put('a', { name: '二稿.txt', text: second })).body).toEqual({ sha256: hash(second), added: true })
    const { versions } = (await ask('/api/sources/a')).body as { versions: { at: string }[] }
    expect(versions).toEqual([
      { sha256: hash(first), name: '一稿.txt', at: versions[0]?.at, clauses: recognise(first) },
      { sha256: hash(second), name: '二稿.txt', at: versions[1]?.at, clauses: recognise(second) },
    ])
    expect(versions.every(({ at }) => new Date(at).toISOString() === at)).toBe(true)
    expect(await db.selectFrom('sources').select('text').where('scheme', '=', 'a').orderBy('id').execute()).toEqual([{ text: first }, { text: second }])
  })
  it('changes nothing when the same text is loaded again, and goes back when an older one is', async () => {
    await put('b', { name: 'x.txt', text: first })
    expect((await put('b', { name: 'y.txt', text: first })).body).toEqual({ sha256: hash(first), added: false })
    await put('b', { name: 'x.txt', text: second })
    expect((await put('b', { name: 'x.txt', text: first })).body).toEqual({ sha256: hash(first), added: true })
    const { versions } = (await ask('/api/sources/b')).body as { versions: { sha256: string }[] }
    expect(versions.map((v) => v.sha256)).toEqual([hash(first), hash(second), hash(first)])
  })
  it('of one scheme is none of another\'s', async () => {
    await put('c', { name: 'x.txt', text: first })
    expect((await ask('/api/sources/c2')).body['versions']).toEqual([])
  })
  it('remembers what was checked against its last version, and refuses to note it for an older one', async () => {
    await put('d', { name: 'x.txt', text: first })
    const checked = { path: 'grades/good', clause: '二', sha256: hash(first) }
    expect(await write('/api/sources/d/checks', checked)).toMatchObject({ status: 201, body: checked })
    await put('d', { name: 'x.txt', text: second })
    expect(await write('/api/sources/d/checks', checked)).toMatchObject({ status: 409, body: { code: 'source.stale', sha256: hash(second) } })
    expect((await ask('/api/sources/d')).body['checks']).toEqual([checked])
  })
  it('has an audit row for each change, in the same transaction', async () => {
    await put('e', { name: 'x.txt', text: first })
    await put('e', { name: 'x.txt', text: first })
    await write('/api/sources/e/checks', { path: 'grades/good', clause: '二', sha256: hash(first) })
    expect(await audit('e')).toEqual([
      { actor: 'local', action: 'source.put', detail: { sha256: hash(first), name: 'x.txt', clauses: 3 } },
      { actor: 'local', action: 'source.check', detail: { path: 'grades/good', clause: '二', sha256: hash(first) } },
    ])
  })
  it('is refused, with nothing kept, when the body is not as it must be', async () => {
    const bodies: [unknown, number, string][] = [
      [{ name: 'x.txt' }, 422, 'body.misfit'], [{ name: 'x.txt', text: first, clauses: [] }, 422, 'body.misfit'], [{ name: 'a\nb', text: first }, 422, 'body.misfit'],
      [{ name: 'x.txt', text: '长'.repeat(1_000_001) }, 422, 'body.misfit'], [{ name: 'x.txt', text: ' \n ' }, 422, 'source.empty'], [{ name: 'x.txt', text: '一、\0' }, 422, 'source.characters'],
      [{ name: 'x.txt', text: '长'.repeat(3_000_000) }, 413, 'body.too-large'],
    ]
    for (const [body, status, code] of bodies) expect([(await put('f', body)).status, (await put('f', body)).body['code']]).toEqual([status, code])
    expect([(await ask('/api/sources/f')).body['versions'], await audit('f')]).toEqual([[], []])
  })
  it('is asked for by the name of a scheme only', async () => {
    for (const name of ['A', '1', "x'y", 'x%2Fy']) expect([(await ask(`/api/sources/${name}`)).status, (await put(name, { name: 'x', text: first })).status]).toEqual([404, 404])
    expect((await write('/api/sources/none/checks', { path: 'grades/good', clause: '二', sha256: hash(first) })).body['code']).toBe('source.unknown')
  })
})
