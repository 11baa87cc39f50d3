import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { blank, hashOf, type Json, type Step } from '../../engine/index.ts'
import { newApp, rulesets } from './app.ts'
import { clearFolders } from './process.ts'

const { db, ask, write, newDraft } = await newApp()
afterAll(async () => {
  await db.destroy()
  clearFolders()
})

const shipped = JSON.parse(readFileSync(path.join(rulesets, 'pingdingshan/2022/ruleset.json'), 'utf8')) as { title: string; fullMarks: number; year: number; grades: Json[] }
const title = (from: string, to: string): Step => ({ type: 'set', path: '', key: 'title', from, to })
const marks = (to: number): Step => ({ type: 'set', path: '', key: 'fullMarks', from: shipped.fullMarks, to })
const post = (id: string, revision: number, steps: unknown) => write(`/api/drafts/${id}/steps`, { revision, steps })

const stepsOf = async (id: string, since: number) => {
  const { body } = await ask(`/api/drafts/${id}/steps?since=${since}`)
  return { ...body, steps: (body['steps'] as { step: Step }[]).map((row) => row.step) }
}

describe('a draft', () => {
  it('starts as the shipped ruleset, word for word', async () => {
    const made = await write('/api/drafts', { scheme: 'pingdingshan', year: 2022 })
    expect([made.status, made.body['revision']]).toEqual([201, 0])
    const { status, body } = await ask(`/api/drafts/${String(made.body['id'])}`)
    expect(status).toBe(200)
    expect(JSON.stringify(body['document'])).toBe(JSON.stringify(shipped))
    expect([body['scheme'], body['year'], body['basedOn'], body['revision']]).toEqual(['pingdingshan', 2022, 'pingdingshan/2022', 0])
  })
  it('takes steps, counts them, and gives those after a revision', async () => {
    const id = await newDraft()
    expect((await post(id, 0, [title(shipped.title, 'A'), marks(120)])).body).toEqual({ revision: 2, rebased: false })
    expect((await post(id, 2, [title('A', 'B')])).body).toEqual({ revision: 3, rebased: false })
    expect(await stepsOf(id, 1)).toEqual({ revision: 3, steps: [marks(120), title('A', 'B')] })
    const { body } = await ask(`/api/drafts/${id}`)
    expect(body['document']).toEqual({ ...shipped, title: 'B', fullMarks: 120 })
  })
  it('starts for another year, with the same rules and its origin by hash', async () => {
    const { body } = await write('/api/drafts', { scheme: 'pingdingshan', year: 2022, newYear: 2024 })
    const { document } = (await ask(`/api/drafts/${String(body['id'])}`)).body as { document: { year: number; period: { start: string }; basedOn: { year: number; hash: string } } }
    expect([document.year, document.period.start, document.basedOn.year, document.basedOn.hash]).toEqual([2024, '2024-01-01', 2022, hashOf(shipped)])
  })
  it('starts from nothing, but not under the name of a shipped scheme', async () => {
    const start = { blank: true, year: 2031, title: '图书馆', lang: 'zh' }
    const { body } = await write('/api/drafts', { ...start, scheme: 'library' })
    expect((await ask(`/api/drafts/${String(body['id'])}`)).body).toMatchObject({ scheme: 'library', year: 2031, title: '图书馆', basedOn: '', document: blank('library', 2031, '图书馆', 'zh') })
    expect(await write('/api/drafts', { ...start, scheme: 'pingdingshan' })).toMatchObject({ status: 409, body: { code: 'scheme.taken' } })
    expect((await write('/api/drafts', { ...start, scheme: 'constructor' })).status).toBe(422)
  })
  it('is listed under its present title, the last changed first', async () => {
    const [older, newer] = [await newDraft(), await newDraft()]
    await post(older, 0, [title(shipped.title, 'changed last')])
    const drafts = (await ask('/api/drafts')).body as unknown as { id: string; title: string; revision: number }[]
    expect(drafts.slice(0, 2).map((d) => [d.id, d.title, d.revision])).toEqual([[older, 'changed last', 1], [newer, shipped.title, 0]])
  })
  it('puts steps made on an older revision on top when they touch other places', async () => {
    const id = await newDraft()
    await post(id, 0, [title(shipped.title, 'A')])
    expect((await post(id, 0, [marks(120)])).body).toEqual({ revision: 2, rebased: true })
    expect((await ask(`/api/drafts/${id}`)).body['document']).toEqual({ ...shipped, title: 'A', fullMarks: 120 })
  })
  it('answers steps that conflict with both sides, and keeps nothing of the call', async () => {
    const id = await newDraft()
    await post(id, 0, [title(shipped.title, 'A')])
    const { status, headers, body } = await post(id, 0, [marks(120), title(shipped.title, 'B')])
    expect([status, headers.get('content-type'), body['code']]).toEqual([409, 'application/problem+json', 'draft.conflict'])
    expect(body['conflicts']).toEqual([{ mine: title(shipped.title, 'B'), theirs: [title(shipped.title, 'A')] }])
    expect(body['revision']).toBe(1)
    expect((await ask(`/api/drafts/${id}`)).body['document']).toEqual({ ...shipped, title: 'A' })
  })
  it('refuses steps whose "before" does not hold', async () => {
    const id = await newDraft()
    const { status, body } = await post(id, 0, [title('something else', 'B')])
    expect([status, body['code']]).toEqual([409, 'draft.conflict'])
    expect((await ask(`/api/drafts/${id}`)).body['revision']).toBe(0)
  })
  it('is not changed twice by steps that are sent twice', async () => {
    const id = await newDraft()
    const insert: Step = { type: 'insert', path: 'grades', value: { id: 'fifth', label: 'five', source: { basis: 'assumed' } }, before: null }
    const steps = [title(shipped.title, 'A'), insert]
    await post(id, 0, steps)
    expect((await post(id, 0, steps)).body).toEqual({ revision: 2, rebased: true })
    expect((await ask(`/api/drafts/${id}`)).body['document']).toEqual({ ...shipped, title: 'A', grades: [...shipped.grades, insert.value] })
  })
  it('takes steps of many writers at once, each in its turn', async () => {
    const id = await newDraft()
    const grades = Array.from({ length: 20 }, (_, i): Step => ({ type: 'insert', path: 'grades', value: { id: `g${i}`, label: `g${i}`, source: { basis: 'assumed' } }, before: null }))
    const replies = await Promise.all(grades.map((step) => post(id, 0, [step])))
    expect(replies.map((r) => r.status)).toEqual(grades.map(() => 200))
    const { body } = await ask(`/api/drafts/${id}`)
    expect(body['revision']).toBe(20)
    expect((body['document'] as typeof shipped).grades.length).toBe(shipped.grades.length + 20)
  })
  it('is the same whether read from a snapshot or from the steps since', async () => {
    const id = await newDraft()
    for (let i = 0; i < 120; i++) await post(id, i, [title(i === 0 ? shipped.title : `t${i - 1}`, `t${i}`)])
    const row = await db.selectFrom('drafts').select(['snapshot', 'revision']).where('id', '=', id).executeTakeFirstOrThrow()
    expect(row).toEqual({ snapshot: 100, revision: 120 })
    expect((await ask(`/api/drafts/${id}`)).body['document']).toEqual({ ...shipped, title: 't119' })
    expect(await stepsOf(id, 118)).toEqual({ revision: 120, steps: [title('t117', 't118'), title('t118', 't119')] })
  })
  it('says who made each step, and why once that is told', async () => {
    const id = await newDraft()
    await post(id, 0, [marks(120)])
    const patch = (revision: number, why: string) => ask(`/api/drafts/${id}/steps/${revision}`, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ why }) })
    expect(await patch(1, '按新方案')).toMatchObject({ status: 200, body: { revision: 1, why: '按新方案' } })
    expect(await patch(2, 'x')).toMatchObject({ status: 404, body: { code: 'step.unknown' } })
    const rows = (await ask(`/api/drafts/${id}/steps`)).body['steps'] as { revision: number; by: string; why: string }[]
    expect(rows.map(({ revision, by, why }) => ({ revision, by, why }))).toEqual([{ revision: 1, by: 'local', why: '按新方案' }])
  })
  it('writes who did what beside every change, in the same transaction', async () => {
    const id = await newDraft()
    await post(id, 0, [marks(120)])
    await post(id, 0, [marks(130)])
    const rows = await db.selectFrom('audit').select(['actor', 'action', 'detail']).where('subject', '=', id).orderBy('id').execute()
    expect(rows).toEqual([
      { actor: 'local', action: 'draft.create', detail: { from: 'pingdingshan/2022' } },
      { actor: 'local', action: 'draft.steps', detail: { from: 0, count: 1 } },
    ])
  })
  it('ahead of what the server has is refused', async () => {
    expect((await post(await newDraft(), 7, [marks(120)])).body['code']).toBe('draft.ahead')
  })
  it('that is not there is said so', async () => {
    for (const id of ['00000000-0000-4000-8000-000000000000', 'x', "1' or 1=1", '..%2f..']) {
      for (const reply of [await ask(`/api/drafts/${id}`), await ask(`/api/drafts/${id}/steps`), await post(id, 0, [marks(1)])]) {
        expect([reply.status, reply.body['code']]).toEqual([404, 'draft.unknown'])
      }
    }
    expect((await write('/api/drafts', { scheme: 'pingdingshan', year: 1999 })).body['code']).toBe('ruleset.unknown')
  })
})
