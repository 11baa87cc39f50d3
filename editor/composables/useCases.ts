import { onBeforeUnmount, ref, shallowRef } from 'vue'
import type { CaseFile } from '../../engine/index.ts'
import { putCases, readCases, Refused } from '../backend/api.ts'

export type CasesSaved = 'saved' | 'saving' | 'offline' | 'conflict' | 'stuck' | 'full'
interface Kept { revision: number; cases: CaseFile }
const SEND_MS = 400
const RETRY_MS = 3000

/** The worked cases of a draft: saved by themselves, kept in this browser as long as the server has not got them. */
export function useCases(draft: string) {
  const key = `fadu.cases.${draft}`
  const file = shallowRef<CaseFile | null>(null)
  const saved = ref<CasesSaved>('saved')
  let revision = 0
  let timer = 0
  let sending = false
  let unsent = false
  let theirs: Kept | null = null

  const keepHere = (): void => {
    try {
      if (unsent && file.value) localStorage.setItem(key, JSON.stringify({ revision, cases: file.value } satisfies Kept))
      else localStorage.removeItem(key)
    } catch {
      saved.value = 'full'
    }
  }
  const later = (ms: number): void => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void send(), ms)
  }
  async function send(): Promise<void> {
    const sent = file.value
    if (sending || !unsent || !sent) return
    sending = true
    try {
      revision = (await putCases(draft, { revision, cases: sent })).revision
      unsent = file.value !== sent
      saved.value = unsent ? 'saving' : 'saved'
      keepHere()
      if (unsent) later(0)
    } catch (error) {
      if (error instanceof Refused && error.status === 409) {
        theirs = error.body as unknown as Kept
        saved.value = 'conflict'
      } else if (error instanceof Refused && error.status < 500) saved.value = 'stuck'
      else {
        saved.value = 'offline'
        later(RETRY_MS)
      }
    } finally {
      sending = false
    }
  }
  /** Reads the cases; changes that only this browser has are put in their place and sent. */
  async function open(): Promise<void> {
    const got = await readCases(draft)
    const kept = localStorage.getItem(key)
    const mine = kept ? (JSON.parse(kept) as Kept) : null
    unsent = mine !== null
    file.value = mine?.cases ?? got.cases
    revision = mine?.revision ?? got.revision
    saved.value = mine ? 'saving' : 'saved'
    if (mine) later(0)
  }
  function change(next: CaseFile): void {
    file.value = next
    unsent = true
    if (saved.value !== 'conflict') {
      saved.value = 'saving'
      later(SEND_MS)
    }
    keepHere()
  }
  /** Answers a conflict: my cases in place of what is kept, or what is kept in place of mine. */
  function settle(keepMine: boolean): void {
    if (!theirs) return
    revision = theirs.revision
    unsent = keepMine
    if (!keepMine) file.value = theirs.cases
    theirs = null
    saved.value = keepMine ? 'saving' : 'saved'
    keepHere()
    if (keepMine) later(0)
  }
  onBeforeUnmount(() => {
    window.clearTimeout(timer)
    if (unsent && saved.value !== 'conflict') void send()
  })
  return { file, saved, open, change, settle }
}
