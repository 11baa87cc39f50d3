import { shallowRef, type ShallowRef } from 'vue'
import { listReasons, putReason, Refused } from '../backend/api.ts'

/** How a reason stands: `kept` on the server, under way, not sent yet (tried again), refused, or in conflict with what another has said. */
export interface Written { text: string; kept: string; state: 'kept' | 'sending' | 'unsent' | 'refused' | 'conflict'; theirs: string }
type Left = Pick<Written, 'text' | 'kept'>

const QUIET_MS = 500
const AGAIN_MS = 4000
const NONE: Written = { text: '', kept: '', state: 'kept', theirs: '' }

/** The reasons of one pair of versions (named as in links), by path: sent while they are typed; what the server has not got yet lies in this browser, over reload and closing. */
export function openReasons(a: string, b: string) {
  const written: ShallowRef<ReadonlyMap<string, Written>> = shallowRef(new Map())
  const timers = new Map<string, number>()
  const running = new Map<string, Promise<void>>()
  const prefix = `fadu.reason.${a} ${b} `
  let left = false

  const of = (path: string): Written => written.value.get(path) ?? NONE
  function set(path: string, change: Partial<Written>): void {
    const next = { ...of(path), ...change }
    written.value = new Map(written.value).set(path, next)
    try {
      if (next.text === next.kept) localStorage.removeItem(prefix + path)
      else localStorage.setItem(prefix + path, JSON.stringify({ text: next.text, kept: next.kept } satisfies Left))
    } catch {
      // The browser has no room: the text stands in its row as not saved until it is sent.
    }
  }
  async function put(path: string): Promise<void> {
    const { text, kept } = of(path)
    if (text === kept) return set(path, { state: 'kept' })
    set(path, { state: 'sending' })
    try {
      await putReason(a, b, { path, was: kept, text })
      set(path, { kept: text, state: 'kept' })
      if (of(path).text !== text) await put(path)
    } catch (error) {
      const theirs = error instanceof Refused && error.status === 409 ? error.body.reason?.text : undefined
      if (theirs !== undefined) return set(path, { state: 'conflict', theirs })
      const refused = error instanceof Refused && error.status < 500
      set(path, { state: refused ? 'refused' : 'unsent' })
      if (!refused && !left) later(path, AGAIN_MS)
    }
  }
  /** Sends a reason now, one call at a time. */
  function send(path: string): Promise<void> {
    window.clearTimeout(timers.get(path))
    timers.delete(path)
    const under = running.get(path) ?? put(path).finally(() => running.delete(path))
    running.set(path, under)
    return under
  }
  function later(path: string, ms: number): void {
    window.clearTimeout(timers.get(path))
    timers.set(path, window.setTimeout(() => void send(path), ms))
  }
  return {
    written,
    /** Reads what is kept, and sends what an earlier visit has left. Rejects with what the server says. */
    async load(): Promise<void> {
      const kept = await listReasons(a, b)
      written.value = new Map(kept.map(({ path, text }) => [path, { ...NONE, text, kept: text }]))
      for (const key of Object.keys(localStorage).filter((name) => name.startsWith(prefix))) {
        const path = key.slice(prefix.length)
        const found = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Left>
        set(path, { text: found.text ?? '', kept: found.kept ?? '', state: 'unsent' })
        void send(path)
      }
    },
    write(path: string, text: string): void {
      const { state } = of(path)
      set(path, { text, state: state === 'conflict' ? state : 'unsent' })
      if (state !== 'conflict') later(path, QUIET_MS)
    },
    /** Ends a conflict: one's own text takes the place of the other's, or gives way to it. */
    choose(path: string, mine: boolean): void {
      const { theirs, text } = of(path)
      set(path, { kept: theirs, text: mine ? text : theirs, state: 'unsent' })
      void send(path)
    },
    /** Sends all that waits; true when everything is kept. */
    async flush(): Promise<boolean> {
      await Promise.all([...written.value].filter(([, one]) => one.state === 'unsent' || one.state === 'sending').map(([path]) => send(path)))
      return [...written.value.values()].every((one) => one.state === 'kept')
    },
    /** Sends what waits without waiting for it: what does not arrive is sent at the next visit. */
    leave(): void {
      left = true
      for (const path of [...timers.keys()]) void send(path)
    },
  }
}
