import { afterAll, describe, expect, it } from 'vitest'
import { newApp } from './app.ts'
import { readSheets, readWord } from './documents-of.ts'
import { clearFolders } from './process.ts'

const { db, app, ask, write, newDraft } = await newApp()
afterAll(async () => {
  await db.destroy()
  clearFolders()
})
const PAIR = { a: 'pingdingshan/2022', b: 'pingdingshan/2023' }
const place = (report: string, query: { [name: string]: string }): string => `/api/reports/${report}?${new URLSearchParams({ ...PAIR, ...query })}`
async function get(report: string, query: { [name: string]: string } = {}): Promise<{ status: number; type: string; name: string; bytes: Uint8Array }> {
  const reply = await app.request(place(report, query))
  const name = decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(reply.headers.get('content-disposition') ?? '')?.[1] ?? '')
  return { status: reply.status, type: reply.headers.get('content-type') ?? '', name, bytes: new Uint8Array(await reply.arrayBuffer()) }
}
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

describe('documents about two versions', () => {
  it('are revision tables as Word and Excel files with the reasons kept for the pair, named in the language asked for', async () => {
    const reason = '进入新的年度\n=1+1'
    await ask('/api/reasons', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...PAIR, path: 'year', was: '', text: reason }) })
    const word = await get('revision.docx')
    expect([word.status, word.type, word.name]).toEqual([200, WORD, '修订对照表 2022-2023.docx'])
    const { tables, paragraphs } = readWord(word.bytes)
    expect(paragraphs.slice(0, 2)).toEqual(['《法治鹰城(法治政府)建设考核》修订对照表', '（2022 年第 1 版与 2023 年第 1 版对照）'])
    expect(tables[0]?.slice(0, 3)).toEqual([['序号', '修订内容', '修改前', '修改后', '说明'], ['概况'], ['1', '年度', '2022', '2023', reason]])
    const excel = await get('revision.xlsx', { lang: 'en' })
    expect([excel.status, excel.type, excel.name]).toEqual([200, EXCEL, 'Revision table 2022-2023.xlsx'])
    expect(readSheets(excel.bytes)['Revision table']?.slice(2, 5)).toEqual([['No.', 'What is revised', 'Before', 'After', 'Reason'], ['Overview', null, null, null, null], [1, 'year', '2022', '2023', reason]])
  })
  it('are impact reports over the data beside a version, or over made-up units', async () => {
    const word = await get('impact.docx', { cohort: 'b' })
    expect([word.status, word.type, word.name]).toEqual([200, WORD, '影响分析报告 2022-2023.docx'])
    expect(readWord(word.bytes).paragraphs.slice(0, 3)).toEqual(['数据为虚构，仅供试算', '《法治鹰城(法治政府)建设考核》', '影响分析报告'])
    const excel = await get('impact.xlsx', { cohort: '7', lang: 'en' })
    expect([excel.status, excel.type, excel.name]).toEqual([200, EXCEL, 'Impact report 2022-2023.xlsx'])
    expect(readSheets(excel.bytes)['All units before and after']?.length).toBe(9)
  })
  it('are marked as drafts, and a draft with errors has a revision table but no impact report', async () => {
    const id = await newDraft()
    const b = `draft:${id}`
    expect(readWord((await get('impact.docx', { b, cohort: '5' })).bytes).paragraphs.slice(0, 2)).toEqual(['草稿', '数据为虚构，仅供试算'])
    const { document } = (await ask(`/api/drafts/${id}`)).body as { document: { fullMarks: number } }
    await write(`/api/drafts/${id}/steps`, { revision: 0, steps: [{ type: 'set', path: '', key: 'fullMarks', from: document.fullMarks, to: document.fullMarks + 1 }] })
    expect((await get('revision.docx', { b })).status).toBe(200)
    const refused = await ask(place('impact.docx', { b, cohort: '5' }))
    expect([refused.status, refused.body['code'], (refused.body['issues'] as { level: string }[]).every((issue) => issue.level === 'error')]).toEqual([422, 'version.unfit', true])
    await write(`/api/drafts/${id}/steps`, { revision: 1, steps: [{ type: 'set', path: '', key: 'indicators', from: (document as unknown as { indicators: unknown }).indicators }] })
    expect((await ask(place('revision.docx', { b }))).body['code']).toBe('version.unfit')
  })
  it('are refused for versions, data and languages that are not there', async () => {
    const codes = async (query: { [name: string]: string }) => ((reply) => [reply.status, reply.body['code']])(await ask(place('impact.xlsx', query)))
    expect(await codes({ b: 'pingdingshan/1999' })).toEqual([404, 'ruleset.unknown'])
    expect(await codes({ a: 'draft:00000000-0000-0000-0000-000000000000' })).toEqual([404, 'draft.unknown'])
    expect(await codes({ lang: 'fr' })).toEqual([422, 'query.misfit'])
    expect(await codes({ cohort: 'c' })).toEqual([422, 'query.misfit'])
    expect(await codes({ cohort: '50001' })).toEqual([422, 'query.misfit'])
    const blank = String((await write('/api/drafts', { blank: true, scheme: 'fresh', year: 2031, title: 'x', lang: 'zh' })).body['id'])
    expect(await codes({ a: `draft:${blank}`, b: `draft:${blank}`, cohort: 'a' })).toEqual([404, 'cohort.unknown'])
  })
  it('leave the server free to answer while they are made, and are given up with their request', async () => {
    const end = new AbortController()
    const made = Promise.resolve(app.request(place('impact.xlsx', { cohort: '50000' }), { signal: end.signal }))
    const answered = ask('/api/health').then(({ status }) => status)
    expect(await Promise.race([answered, made.then(() => 'the document')])).toBe(200)
    setTimeout(() => end.abort(), 500)
    expect(((await (await made).json()) as { code: string }).code).toBe('report.stopped')
    expect((await get('revision.xlsx')).status).toBe(200)
  })
})
