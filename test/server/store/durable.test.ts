import fs from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../server/store/database.ts'
import { FolderInUse, lockFolder } from '../../../server/store/lock.ts'
import { clearFolders, newFolder } from '../process.ts'

afterAll(clearFolders)

/** How often the disk is told to flush while something runs. */
async function flushes(run: () => Promise<void>): Promise<number> {
  const real = fs.fdatasyncSync
  let count = 0
  fs.fdatasyncSync = (descriptor) => {
    count++
    real(descriptor)
  }
  try {
    await run()
  } finally {
    fs.fdatasyncSync = real
  }
  return count
}

describe('the embedded database', () => {
  it('flushes to disk at every commit, and not for reading', async () => {
    const db = await openDatabase(newFolder())
    const write = (i: number) => db.insertInto('audit').values({ actor: 'a', action: 'b', subject: String(i), detail: '{}' }).execute()
    expect(await flushes(async () => { for (let i = 0; i < 100; i++) await write(i) })).toBe(100)
    expect(await flushes(() => db.transaction().execute(async (tx) => {
      for (let i = 0; i < 10; i++) await tx.insertInto('audit').values({ actor: 'a', action: 'b', subject: 'tx', detail: '{}' }).execute()
    }))).toBe(1)
    expect(await flushes(async () => { for (let i = 0; i < 10; i++) await db.selectFrom('audit').selectAll().limit(1).execute() })).toBe(0)
    await db.destroy()
  })
  it('fails the write when the disk cannot be flushed', async () => {
    const db = await openDatabase(newFolder())
    const real = fs.fdatasyncSync
    fs.fdatasyncSync = () => { throw Object.assign(new Error('disk'), { code: 'EIO' }) }
    const written = await db.insertInto('audit').values({ actor: 'a', action: 'b', subject: 'c', detail: '{}' }).execute().then(() => true, () => false)
    fs.fdatasyncSync = real
    expect(written).toBe(false)
  })
  it('undoes all of a transaction that fails', async () => {
    const db = await openDatabase(newFolder())
    const failing = db.transaction().execute(async (tx) => {
      await tx.insertInto('audit').values({ actor: 'a', action: 'b', subject: 'c', detail: '{}' }).execute()
      throw new RangeError('stop')
    })
    expect(await failing.then(() => 'kept', (error: unknown) => String(error))).toBe('RangeError: stop')
    expect(await db.selectFrom('audit').selectAll().execute()).toEqual([])
    await db.destroy()
  })
  it('opens again with what was written, its schema already there', async () => {
    const folder = newFolder()
    const db = await openDatabase(folder)
    await db.insertInto('audit').values({ actor: 'a', action: 'b', subject: 'kept', detail: '{"x":1}' }).execute()
    await db.destroy()
    const again = await openDatabase(folder)
    expect(await again.selectFrom('audit').select(['subject', 'detail']).execute()).toEqual([{ subject: 'kept', detail: { x: 1 } }])
    await again.destroy()
  })
})

describe('a data folder', () => {
  it('is held by one at a time, also under another name for it', async () => {
    const folder = newFolder()
    const release = await lockFolder(folder)
    const link = `${folder}-link`
    fs.symlinkSync(folder, link)
    for (const name of [folder, link]) expect(await lockFolder(name).catch((error: unknown) => error instanceof FolderInUse)).toBe(true)
    release()
    ;(await lockFolder(folder))()
    fs.unlinkSync(link)
  })
})
