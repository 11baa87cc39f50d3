import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { apply, diff, invert, rebase, type Ruleset, type Step } from '../../engine/index.ts'
import { openDraft, postSteps, readRuleset, Refused } from '../backend/api.ts'

interface Entry { steps: Step[]; group: string; at: number }
type Saved = 'saved' | 'saving' | 'offline' | 'conflict'
const GROUP_MS = 1500
const SEND_MS = 250
const RETRY_MS = 3000

/** The open draft: a document that only steps change, what can be undone, and what the server has not got yet. */
export const useDraft = defineStore('draft', () => {
  const id = ref('')
  const document = shallowRef<Ruleset | null>(null)
  /** The version the draft came from: changes are shown against it. */
  const base = shallowRef<Ruleset | null>(null)
  const basis = ref({ scheme: '', year: 0 })
  const saved = ref<Saved>('saved')
  const undos = shallowRef<Entry[]>([])
  const redos = shallowRef<Entry[]>([])
  let revision = 0
  let queue: Step[] = []
  let timer = 0
  let sending = false
  const trail = new WeakMap<Ruleset, { to: Ruleset; steps: Step[] }>()

  /** The steps that led from an earlier document to the present one. */
  function stepsSince(earlier: Ruleset): Step[] {
    const steps: Step[] = []
    let here: Ruleset | undefined = earlier
    while (here && here !== document.value) {
      const next: { to: Ruleset; steps: Step[] } | undefined = trail.get(here)
      if (next) steps.push(...next.steps)
      here = next?.to
    }
    return here ? steps : document.value ? diff(earlier, document.value) : []
  }
  const keepHere = (): void => {
    const key = `fadu.queue.${id.value}`
    if (queue.length) localStorage.setItem(key, JSON.stringify({ revision, steps: queue }))
    else localStorage.removeItem(key)
  }
  const later = (ms: number): void => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void send(), ms)
  }
  const put = (steps: Step[]): void => {
    if (!document.value) return
    const before = document.value
    document.value = apply(before, steps)
    trail.set(before, { to: document.value, steps })
    queue.push(...steps)
    keepHere()
    if (saved.value !== 'conflict') {
      saved.value = 'saving'
      later(SEND_MS)
    }
  }
  async function send(): Promise<void> {
    if (sending || queue.length === 0) return
    sending = true
    const batch = [...queue]
    try {
      const reply = await postSteps(id.value, revision, batch)
      queue = queue.slice(batch.length)
      revision = reply.revision
      keepHere()
      if (reply.rebased) await refresh()
      saved.value = queue.length ? 'saving' : 'saved'
      if (queue.length) later(0)
    } catch (error) {
      if (error instanceof Refused && error.status === 409) saved.value = 'conflict'
      else {
        saved.value = 'offline'
        later(RETRY_MS)
      }
    } finally {
      sending = false
    }
  }
  /** Takes the server's document and puts what is still unsent on top. */
  async function refresh(): Promise<number> {
    const opened = await openDraft(id.value)
    const { doc, steps, conflicts } = rebase(opened.document, queue, [])
    document.value = doc
    queue = steps
    revision = opened.revision
    keepHere()
    return conflicts.length
  }

  /** Opens a draft; changes kept in this browser that the server has not got are put on top. */
  async function open(draft: string): Promise<void> {
    const opened = await openDraft(draft)
    id.value = draft
    const [scheme = '', year = ''] = opened.basedOn.split('/')
    basis.value = { scheme, year: Number(year) }
    base.value = await readRuleset(scheme, Number(year))
    undos.value = []
    redos.value = []
    const kept = localStorage.getItem(`fadu.queue.${draft}`)
    queue = kept ? (JSON.parse(kept) as { steps: Step[] }).steps : []
    const lost = rebase(opened.document, queue, [])
    document.value = lost.doc
    revision = opened.revision
    saved.value = lost.conflicts.length ? 'conflict' : queue.length ? 'saving' : 'saved'
    if (saved.value === 'saving') later(0)
  }

  /** Changes the document; steps of one group in quick succession are undone together. */
  function edit(steps: Step[], group = ''): void {
    if (steps.length === 0) return
    const now = Date.now()
    const last = undos.value.at(-1)
    put(steps)
    const joins = last !== undefined && group !== '' && last.group === group && now - last.at < GROUP_MS
    undos.value = joins ? [...undos.value.slice(0, -1), { steps: [...last.steps, ...steps], group, at: now }] : [...undos.value, { steps, group, at: now }]
    redos.value = []
  }
  function undo(): void {
    const entry = undos.value.at(-1)
    if (!entry) return
    put(invert(entry.steps))
    undos.value = undos.value.slice(0, -1)
    redos.value = [...redos.value, entry]
  }
  function redo(): void {
    const entry = redos.value.at(-1)
    if (!entry) return
    put(entry.steps)
    redos.value = redos.value.slice(0, -1)
    undos.value = [...undos.value, { ...entry, group: '' }]
  }
  /** Answers a conflict: my steps on the latest version where they fit, or the latest version alone. */
  async function settle(keepMine: boolean): Promise<void> {
    if (!keepMine) queue = []
    else queue = queue.map((step) => (step.type === 'set' ? { ...step } : step))
    await refresh()
    undos.value = []
    redos.value = []
    saved.value = queue.length ? 'saving' : 'saved'
    if (queue.length) later(0)
  }
  return { id, document, base, basis, saved, stepsSince, open, edit, undo, redo, settle, waiting: () => queue.length, canUndo: computed(() => undos.value.length > 0), canRedo: computed(() => redos.value.length > 0) }
})
