import { afterAll, describe, expect, it } from 'vitest'
import type { Step } from '../../engine/index.ts'
import { newApp } from './app.ts'
import { clearFolders } from './process.ts'

const { db, ask, write, newDraft } = await newApp()
afterAll(async () => {
  await db.destroy()
  clearFolders()
})
const A = 'pingdingshan/2022'
const NOBODY = 'draft:00000000-0000-0000-0000-000000000000'
const put = (body: { [key: string]: unknown }) => ask('/api/reasons', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
const list = async (a: string, b: string) => ((await ask(`/api/reasons?a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}`)).body as unknown as { path: string; text: string }[]).map(({ path, text }) => ({ path, text }))
const newName = async (): Promise<string> => `draft:${await newDraft()}`

describe('reasons of a revision', () => {
  it('are kept by pair of versions and path, in place of the text they were, and taken away by an empty one', async () => {
    const b = await newName()
    expect(await list(A, b)).toEqual([])
    expect((await put({ a: A, b, path: 'bonus/gate', was: '', text: '门槛\n提高' })).body).toMatchObject({ path: 'bonus/gate', text: '门槛\n提高', by: 'local' })
    await put({ a: A, b, path: 'year', was: '', text: '新的年度' })
    expect(await list(A, b)).toEqual([{ path: 'bonus/gate', text: '门槛\n提高' }, { path: 'year', text: '新的年度' }])
    await put({ a: A, b, path: 'year', was: '新的年度', text: '进入新的年度' })
    await put({ a: A, b, path: 'bonus/gate', was: '门槛\n提高', text: '' })
    expect(await list(A, b)).toEqual([{ path: 'year', text: '进入新的年度' }])
    expect(await list('pingdingshan/2023', b)).toEqual([])
    expect(await list(A, await newName())).toEqual([])
    const rows = await db.selectFrom('audit').select(['action', 'detail']).where('subject', '=', b).orderBy('id').execute()
    expect(rows.at(-1)).toEqual({ action: 'reason.put', detail: { from: A, path: 'bonus/gate', text: '' } })
    expect(rows).toHaveLength(4)
  })
  it('are told once more without harm, but never written over what another has said', async () => {
    const b = await newName()
    await put({ a: A, b, path: 'year', was: '', text: '甲' })
    expect((await put({ a: A, b, path: 'year', was: '', text: '甲' })).status).toBe(200)
    for (const text of ['乙', '']) {
      const refused = await put({ a: A, b, path: 'year', was: '', text })
      expect([refused.status, refused.body['code'], (refused.body['reason'] as { text: string }).text]).toEqual([409, 'reason.conflict', '甲'])
    }
    expect(await list(A, b)).toEqual([{ path: 'year', text: '甲' }])
    expect((await db.selectFrom('audit').select('id').where('subject', '=', b).execute()).length).toBe(1)
  })
  it('go along when their thing is renamed in the draft, with all that stands in it, and never over another', async () => {
    const id = await newDraft()
    const [first, second] = ((await ask(`/api/drafts/${id}`)).body['document'] as { categories: { id: string }[] }).categories as [{ id: string }, { id: string }]
    const b = `draft:${id}`
    for (const path of [`categories/${first.id}`, `categories/${first.id}/x`, `categories/${first.id}y`, 'categories/renamed/x', `categories/${second.id}`]) await put({ a: A, b, path, was: '', text: `of ${path}` })
    const other = await newName()
    await put({ a: A, b: other, path: `categories/${first.id}`, was: '', text: 'elsewhere' })
    const rename: Step = { type: 'set', path: `categories/${first.id}`, key: 'id', from: first.id, to: 'renamed' }
    expect((await write(`/api/drafts/${id}/steps`, { revision: 0, steps: [rename] })).status).toBe(200)
    expect(new Map((await list(A, b)).map(({ path, text }) => [path, text]))).toEqual(new Map([
      ['categories/renamed', `of categories/${first.id}`], ['categories/renamed/x', 'of categories/renamed/x'], [`categories/${first.id}/x`, `of categories/${first.id}/x`],
      [`categories/${first.id}y`, `of categories/${first.id}y`], [`categories/${second.id}`, `of categories/${second.id}`],
    ]))
    expect(await list(A, other)).toEqual([{ path: `categories/${first.id}`, text: 'elsewhere' }])
  })
  it('are refused for versions that are not there', async () => {
    const codes = [[NOBODY, 'draft.unknown'], ['pingdingshan/1999', 'ruleset.unknown'], ['../2022', 'version.unknown'], ['draft:x', 'version.unknown']]
    for (const [name, code] of codes) {
      expect((await put({ a: A, b: name, path: 'year', was: '', text: 'x' })).body['code']).toBe(code)
      const read = await ask(`/api/reasons?a=${encodeURIComponent(name ?? '')}&b=${A}`)
      expect([read.status, read.body['code']]).toEqual([404, code])
    }
    expect((await ask('/api/reasons')).body['code']).toBe('version.unknown')
  })
  it('are refused when too long, with characters no document can hold, or of another shape', async () => {
    const b = await newName()
    const fine = { a: A, b, path: 'year', was: '', text: '字'.repeat(2000) }
    expect((await put(fine)).status).toBe(200)
    for (const wrong of [{ text: '字'.repeat(2001) }, { text: 'a\u0000' }, { text: 'a\u000b' }, { path: '' }, { path: 'x'.repeat(601) }, { was: 3 }, { more: 1 }]) {
      const refused = await put({ ...fine, ...wrong })
      expect([refused.status, refused.body['code']]).toEqual([422, 'body.misfit'])
    }
    expect((await put({ ...fine, path: '路'.repeat(600) })).status).toBe(200)
  })
})
