import { afterAll, describe, expect, it } from 'vitest'
import { clearFolders, get, launch, newFolder, send, start, type Started } from './process.ts'

const running: Started[] = []
const begin = async (data: string): Promise<Started> => {
  const server = await start(data)
  running.push(server)
  return server
}
afterAll(async () => {
  for (const { process: child, ended } of running) {
    child.kill('SIGKILL')
    await ended
  }
  clearFolders()
})

describe('the server process', () => {
  it('killed right after it acknowledged a step has that step when it starts again', async () => {
    const data = newFolder()
    const first = await begin(data)
    const { body: draft } = await send(`${first.url}/api/drafts`, { scheme: 'pingdingshan', year: 2022 })
    const id = String(draft['id'])
    for (const [revision, title] of ['one', 'two', 'three'].entries()) {
      const step = { type: 'set', path: '', key: 'jurisdiction', from: revision === 0 ? '平顶山市' : ['one', 'two'][revision - 1], to: title }
      expect((await send(`${first.url}/api/drafts/${id}/steps`, { revision, steps: [step] })).status).toBe(200)
    }
    first.process.kill('SIGKILL')
    expect((await first.ended).code).toBe(null)

    const second = await begin(data)
    const kept = await get<{ revision: number; document: { jurisdiction: string } }>(`${second.url}/api/drafts/${id}`)
    expect([kept.revision, kept.document.jurisdiction]).toEqual([3, 'three'])
    expect((await get<{ steps: unknown[] }>(`${second.url}/api/drafts/${id}/steps?since=1`)).steps.length).toBe(2)

    const { code, out, err } = await launch({ FADU_DATA: data }).ended
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: `Another Fadu is running on the data folder ${data}. Stop it first, or set FADU_DATA to another folder.\n` })

    second.process.kill('SIGTERM')
    expect((await second.ended).code).toBe(0)
    const third = await begin(data)
    expect((await get<{ revision: number }>(`${third.url}/api/drafts/${id}`)).revision).toBe(3)

    const taken = await launch({ FADU_DATA: newFolder(), PORT: new URL(third.url).port }).ended
    expect([taken.code, taken.err]).toEqual([1, `Port ${new URL(third.url).port} is taken by another program. Set PORT to another number.\n`])
  })

  it('does not open itself to the network unless told so twice', async () => {
    const { code, err } = await launch({ FADU_DATA: newFolder(), HOST: '0.0.0.0' }).ended
    expect(code).toBe(1)
    expect(err).toBe('There are no accounts, so with HOST=0.0.0.0 anyone on the network could edit. Leave HOST out, or set FADU_ALLOW_REMOTE=1 if that is what you want.\n')
  })
  it('names a setting it cannot use', async () => {
    expect((await launch({ PORT: 'http' }).ended).err).toBe('PORT must be a number from 0 to 65535; it is "http".\n')
    expect((await launch({ FADU_DATA: '/dev/null/data' }).ended).err.startsWith('The data folder /dev/null/data cannot be used: ')).toBe(true)
  })
})
