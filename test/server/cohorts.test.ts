import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Cohort } from '../../engine/index.ts'
import { newApp, rulesets } from './app.ts'
import { clearFolders } from './process.ts'

const { db, ask, newDraft } = await newApp()
afterAll(async () => {
  await db.destroy()
  clearFolders()
})

const shipped = JSON.parse(readFileSync(path.join(rulesets, 'pingdingshan/2022/cohort.json'), 'utf8')) as Cohort
const own: Cohort = { ...shipped, label: '本市数据', synthetic: false, units: shipped.units.slice(0, 3), records: shipped.records.slice(0, 3), history: [] }
const send = (method: 'PUT' | 'DELETE', id: string, body: unknown = {}) =>
  ask(`/api/drafts/${id}/cohort`, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
const put = (id: string, cohort: unknown, name = 'own.json') => send('PUT', id, { name, cohort })
const read = async (id: string) => (await ask(`/api/drafts/${id}/cohort`)).body
const NOBODY = '00000000-0000-4000-8000-000000000000'

describe('the data of a draft', () => {
  it('are those beside the version it came from', async () => {
    expect(await read(await newDraft())).toEqual({ own: null, cohort: shipped })
  })
  it('are none where the version has none', async () => {
    const id = await newDraft()
    await db.updateTable('drafts').set({ based_on: 'nowhere/1999' }).where('id', '=', id).execute()
    expect(await read(id)).toEqual({ own: null, cohort: null })
  })
  it('are its own once they were sent, letter for letter, with the name of their file, in place of earlier ones', async () => {
    const [id, other] = [await newDraft(), await newDraft()]
    await put(id, { ...own, units: [], records: [] }, 'earlier.json')
    const { status, body } = await put(id, own)
    expect([status, body['name']]).toEqual([200, 'own.json'])
    expect(await read(id)).toEqual({ own: { name: 'own.json', at: body['at'] }, cohort: own })
    expect(JSON.stringify((await read(id))['cohort'])).toBe(JSON.stringify(own))
    expect((await read(other))['own']).toBe(null)
  })
  it('are those of the version again when its own are taken away, which can be done once', async () => {
    const id = await newDraft()
    await put(id, own)
    expect((await send('DELETE', id)).body).toEqual({ own: null, cohort: shipped })
    expect(await read(id)).toEqual({ own: null, cohort: shipped })
    expect((await send('DELETE', id)).body).toMatchObject({ status: 404, code: 'cohort.unknown' })
  })
  it('write who did what beside the change', async () => {
    const id = await newDraft()
    await put(id, own)
    await send('DELETE', id)
    await send('DELETE', id)
    const rows = await db.selectFrom('audit').select(['actor', 'action', 'detail']).where('subject', '=', id).orderBy('id').execute()
    expect(rows.slice(1)).toEqual([{ actor: 'local', action: 'draft.cohort', detail: { name: 'own.json', units: 3 } }, { actor: 'local', action: 'draft.cohort-drop', detail: {} }])
  })
  it('are refused when they are no cohort, without a name, or with control characters in it', async () => {
    const id = await newDraft()
    for (const wrong of [null, [], {}, { ...own, colour: 'red' }, { ...own, units: [{ id: 'u1' }] }]) expect((await put(id, wrong)).body).toMatchObject({ status: 422, code: 'body.misfit' })
    for (const name of ['', 'a\nb', 'x'.repeat(201)]) expect((await put(id, own, name)).body['code']).toBe('body.misfit')
    expect((await read(id))['own']).toBe(null)
  })
  it('are not there for a draft that is not there', async () => {
    for (const id of [NOBODY, 'x']) {
      expect((await read(id))['code']).toBe('draft.unknown')
      expect((await put(id, own)).body['code']).toBe('draft.unknown')
      expect((await send('DELETE', id)).body['code']).toBe('draft.unknown')
    }
  })
  it('go with their draft', async () => {
    const id = await newDraft()
    await put(id, own)
    await db.deleteFrom('drafts').where('id', '=', id).execute()
    expect(await db.selectFrom('draft_cohorts').selectAll().where('draft', '=', id).execute()).toEqual([])
  })
})
