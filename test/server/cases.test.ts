import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { CaseFile } from '../../engine/index.ts'
import { newApp, rulesets } from './app.ts'
import { clearFolders } from './process.ts'

const { db, ask, newDraft } = await newApp()
afterAll(async () => {
  await db.destroy()
  clearFolders()
})

const shipped = JSON.parse(readFileSync(path.join(rulesets, 'pingdingshan/2022/cases.json'), 'utf8')) as CaseFile
const put = (id: string, revision: number, cases: unknown) =>
  ask(`/api/drafts/${id}/cases`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ revision, cases }) })
const read = async (id: string) => (await ask(`/api/drafts/${id}/cases`)).body
const some = (count: number): CaseFile => ({ ...shipped, cases: shipped.cases.slice(0, count) })

describe('the worked cases of a draft', () => {
  it('start as those of the version it came from', async () => {
    const body = await read(await newDraft())
    expect(body['revision']).toBe(0)
    expect(JSON.stringify(body['cases'])).toBe(JSON.stringify(shipped))
  })
  it('start empty where the version has none', async () => {
    const id = await newDraft()
    await db.updateTable('drafts').set({ based_on: 'nowhere/1999' }).where('id', '=', id).execute()
    expect(await read(id)).toEqual({ revision: 0, cases: { format: 1, scheme: 'pingdingshan', year: 2022, baseline: { category: shipped.baseline.category, attributes: {}, facts: {} }, cases: [] } })
  })
  it('are kept whole under a revision that grows', async () => {
    const id = await newDraft()
    expect((await put(id, 0, some(3))).body).toEqual({ revision: 1 })
    expect((await put(id, 1, some(2))).body).toEqual({ revision: 2 })
    expect(JSON.stringify(await read(id))).toBe(JSON.stringify({ revision: 2, cases: some(2) }))
  })
  it('answer a change made on an older revision with what is kept, and keep it', async () => {
    const id = await newDraft()
    await put(id, 0, some(3))
    const { status, headers, body } = await put(id, 0, some(1))
    expect([status, headers.get('content-type'), body['code'], body['revision']]).toEqual([409, 'application/problem+json', 'cases.conflict', 1])
    expect(body['cases']).toEqual(some(3))
    expect(await read(id)).toEqual({ revision: 1, cases: some(3) })
  })
  it('answer a change ahead of the first with those of the version', async () => {
    const { status, body } = await put(await newDraft(), 4, some(1))
    expect([status, body['revision'], body['cases']]).toEqual([409, 0, shipped])
  })
  it('take one of two writers at once', async () => {
    const id = await newDraft()
    const replies = await Promise.all([put(id, 0, some(1)), put(id, 0, some(2))])
    expect(replies.map((r) => r.status).sort()).toEqual([200, 409])
    expect((await read(id))['revision']).toBe(1)
  })
  it('write who did what beside the change', async () => {
    const id = await newDraft()
    await put(id, 0, some(3))
    await put(id, 0, some(1))
    const rows = await db.selectFrom('audit').select(['actor', 'action', 'detail']).where('subject', '=', id).orderBy('id').execute()
    expect(rows.slice(1)).toEqual([{ actor: 'local', action: 'draft.cases', detail: { revision: 1, count: 3 } }])
  })
  it('refuse what is no file of cases, and two cases with one id', async () => {
    const id = await newDraft()
    const [first] = shipped.cases
    for (const wrong of [{}, { ...shipped, colour: 'red' }, { ...shipped, cases: [{ ...first, expect: [] }] }, { ...shipped, cases: [{ ...first, id: 'Not an id' }] }]) {
      expect((await put(id, 0, wrong)).body['code']).toBe('body.misfit')
    }
    expect((await put(id, 0, { ...shipped, cases: [first, first] })).body).toMatchObject({ code: 'cases.double', id: first?.id })
    expect((await read(id))['revision']).toBe(0)
  })
  it('are not there for a draft that is not there', async () => {
    for (const id of ['00000000-0000-4000-8000-000000000000', 'x']) {
      expect((await ask(`/api/drafts/${id}/cases`)).body['code']).toBe('draft.unknown')
      expect((await put(id, 0, shipped)).body['code']).toBe('draft.unknown')
    }
  })
  it('go with their draft', async () => {
    const id = await newDraft()
    await put(id, 0, some(1))
    await db.deleteFrom('drafts').where('id', '=', id).execute()
    expect(await db.selectFrom('draft_cases').selectAll().where('draft', '=', id).execute()).toEqual([])
  })
})
