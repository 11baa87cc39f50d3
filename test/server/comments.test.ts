import { afterAll, describe, expect, it } from 'vitest'
import type { Step } from '../../engine/index.ts'
import { newApp } from './app.ts'
import { clearFolders } from './process.ts'

const { db, ask, write, newDraft } = await newApp()
afterAll(async () => {
  await db.destroy()
  clearFolders()
})
const NOBODY = '00000000-0000-0000-0000-000000000000'
const list = async (draft: string) => (await ask(`/api/drafts/${draft}/comments`)).body as unknown as { id: string; path: string; thread: string | null; text: string; resolved: unknown }[]
const say = async (draft: string, path: string, text: string, thread?: string) => (await write(`/api/drafts/${draft}/comments`, { path, text, ...(thread ? { thread } : {}) })).body as { id: string }
const patch = (path: string, body: unknown) => ask(path, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

describe('comments on a draft', () => {
  it('stand on a path, are answered in a thread, resolved and opened again', async () => {
    const draft = await newDraft()
    const { id } = await say(draft, 'facts', '口径?')
    await say(draft, 'elsewhere', '同上年', id)
    expect((await list(draft)).map(({ path, text, thread }) => ({ path, text, thread }))).toEqual([{ path: 'facts', text: '口径?', thread: null }, { path: 'facts', text: '同上年', thread: id }])
    expect((await patch(`/api/drafts/${draft}/comments/${id}`, { resolved: true })).body['resolved']).toMatchObject({ by: 'local' })
    expect((await patch(`/api/drafts/${draft}/comments/${id}`, { resolved: false })).body['resolved']).toBe(null)
    const rows = await db.selectFrom('audit').select(['action', 'detail']).where('subject', '=', draft).orderBy('id').execute()
    expect(rows.map((r) => r.action)).toEqual(['draft.create', 'comment.add', 'comment.add', 'comment.resolve', 'comment.reopen'])
  })
  it('go along when what they stand on is renamed or moved', async () => {
    const draft = await newDraft()
    const document = (await ask(`/api/drafts/${draft}`)).body['document'] as { categories: { id: string }[] }
    const [first, second] = document.categories as [{ id: string }, { id: string }]
    await say(draft, `categories/${first.id}/label`, 'a')
    await say(draft, `categories/${second.id}`, 'b')
    const rename: Step = { type: 'set', path: `categories/${first.id}`, key: 'id', from: first.id, to: 'renamed' }
    await write(`/api/drafts/${draft}/steps`, { revision: 0, steps: [rename] })
    expect((await list(draft)).map((c) => c.path)).toEqual(['categories/renamed/label', `categories/${second.id}`])
  })
  it('are refused on a draft or thread that is not there, and when empty', async () => {
    const draft = await newDraft()
    expect((await ask(`/api/drafts/${NOBODY}/comments`)).status).toBe(404)
    expect((await write(`/api/drafts/${NOBODY}/comments`, { path: '', text: 'x' })).body['code']).toBe('draft.unknown')
    expect((await write(`/api/drafts/${draft}/comments`, { path: '', text: 'x', thread: NOBODY })).body['code']).toBe('comment.unknown')
    expect((await write(`/api/drafts/${draft}/comments`, { path: '', text: '' })).status).toBe(422)
    expect((await patch(`/api/drafts/${draft}/comments/${NOBODY}`, { resolved: true })).body['code']).toBe('comment.unknown')
  })
})
