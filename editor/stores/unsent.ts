import type { Conflict, Step } from '../../engine/index.ts'

/** What a tab has not brought to the server: steps made on a revision, and those that conflict and wait for a choice. */
export interface Unsent { revision: number; steps: Step[]; conflicts: Conflict[] }

const PREFIX = 'fadu.unsent.'
const TAB = crypto.randomUUID?.() ?? String(Math.random()).slice(2)
// A lock that lives as long as the tab tells the others that its unsent work is being looked after.
void navigator.locks?.request(`${PREFIX}${TAB}`, () => new Promise<void>(() => undefined))

const keyOf = (draft: string, tab: string): string => `${PREFIX}${draft}.${tab}`

/** Keeps this tab's unsent work over a reload or a crash; false when the browser has no room for it. */
export function keep(draft: string, unsent: Unsent): boolean {
  const key = keyOf(draft, TAB)
  try {
    if (unsent.steps.length === 0 && unsent.conflicts.length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(unsent))
    return true
  } catch {
    return false
  }
}

/** Work that a tab has left; `forget` it only once it is kept elsewhere. */
export interface Left extends Unsent { forget(): void }

/** What tabs that are gone (and this one, before a reload) have left of a draft, oldest revision first. */
export async function leftOf(draft: string): Promise<Left[]> {
  const held = new Set((await navigator.locks?.query())?.held?.map((lock) => lock.name) ?? [])
  const left: Left[] = []
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(keyOf(draft, ''))) continue
    const tab = key.slice(keyOf(draft, '').length)
    if (tab !== TAB && held.has(`${PREFIX}${tab}`)) continue
    const kept = localStorage.getItem(key)
    if (kept !== null) left.push({ ...(JSON.parse(kept) as Unsent), forget: () => { if (tab !== TAB) localStorage.removeItem(key) } })
  }
  return left.sort((a, b) => a.revision - b.revision)
}
