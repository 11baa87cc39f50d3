import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { apply, diff, insist, invert, rebase, StaleStep, type Conflict, type Ruleset, type Step } from '../../engine/index.ts'
import { openDraft, postSteps, readRuleset, readSteps, Refused } from '../backend/api.ts'
import { follow } from './settled.ts'
import { keep, leftOf } from './unsent.ts'

interface Entry { steps: Step[]; group: string; at: number }
/** `stuck`: the server refused the steps for good; `full`: unsaved, and the browser has no room to keep it. */
type Saved = 'saved' | 'saving' | 'offline' | 'conflict' | 'stuck' | 'full'
const GROUP_MS = 1500
const SEND_MS = 250
const RETRY_MS = 3000
const MOST_STEPS = 2000

/** The open draft: a document that only steps change, what can be undone, and what the server has not got yet. */
export const useDraft = defineStore('draft', () => {
  const id = ref('')
  const document = shallowRef<Ruleset | null>(null)
  /** The version the draft came from: changes are shown against it. */
  const base = shallowRef<Ruleset | null>(null)
  const basis = ref({ scheme: '', year: 0 })
  const saved = ref<Saved>('saved')
  /** Steps that no longer fit what others have saved; each waits for a choice. */
  const conflicts = shallowRef<Conflict[]>([])
  const undos = shallowRef<Entry[]>([])
  const redos = shallowRef<Entry[]>([])
  /** The revision of the server that the document stands on; grows with every save. */
  const revision = ref(0)
  let queue: Step[] = []
  let timer = 0
  let sending = false
  /** The server has steps that are not in the document yet. */
  let behind = false
  const trail = new WeakMap<Ruleset, { to: Ruleset; steps: Step[] }>()

  const rest = (): Saved => (conflicts.value.length ? 'conflict' : queue.length ? 'saving' : 'saved')
  const keepHere = (): boolean => {
    const kept = keep(id.value, { revision: revision.value, steps: queue, conflicts: conflicts.value })
    if (!kept) saved.value = 'full'
    return kept
  }
  const later = (ms: number): void => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void send(), ms)
  }
  /** Changes the document by steps and sends them; throws StaleStep, with nothing done, when they do not fit. */
  function put(steps: Step[]): void {
    const before = document.value
    if (!before) return
    const after = apply(before, steps)
    follow(after, before, steps)
    document.value = after
    trail.set(before, { to: after, steps })
    queue.push(...steps)
    saved.value = rest()
    keepHere()
    later(SEND_MS)
  }
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

  async function send(): Promise<void> {
    if (sending || (queue.length === 0 && !behind)) return
    sending = true
    const draft = id.value
    // What was sent for a draft that is no longer open is recognised as done when it is opened again.
    const left = (): boolean => id.value !== draft
    try {
      if (behind) await catchUp()
      const batch = queue.slice(0, MOST_STEPS)
      if (batch.length && !left()) {
        const reply = await postSteps(draft, revision.value, batch)
        if (left()) return
        queue = queue.slice(batch.length)
        behind = reply.rebased
        if (behind) await catchUp()
        else revision.value = reply.revision
      }
      if (left()) return
      saved.value = rest()
      keepHere()
      if (queue.length) later(0)
    } catch (error) {
      if (left()) return
      const status = error instanceof Refused ? error.status : 0
      if (status === 409) {
        behind = true
        later(SEND_MS)
      } else if (status >= 400 && status < 500) saved.value = 'stuck'
      else {
        saved.value = 'offline'
        later(RETRY_MS)
      }
    } finally {
      sending = false
      if (left() && queue.length) later(0)
    }
  }
  /** Takes the server's document and puts what is still unsent on top; what no longer fits waits as a conflict. */
  async function catchUp(): Promise<void> {
    const draft = id.value
    const [opened, theirs] = await Promise.all([openDraft(draft), readSteps(draft, revision.value)])
    if (id.value !== draft) return
    behind = false
    stand(opened.document, opened.revision, queue, theirs.map((row) => row.step))
  }
  function stand(onto: Ruleset, at: number, mine: readonly Step[], theirs: readonly Step[]): void {
    const result = rebase(onto, mine, theirs)
    document.value = result.doc
    queue = result.steps
    revision.value = at
    conflicts.value = [...conflicts.value, ...result.conflicts]
    saved.value = rest()
    keepHere()
    if (queue.length) later(0)
  }

  /** Opens a draft; work that a closed or crashed tab of this browser has not brought to the server is put on top. One that is open stays, with all that can be undone, and takes over what others did. */
  async function open(draft: string): Promise<void> {
    if (id.value === draft && document.value) return queue.length || sending ? undefined : catchUp()
    window.clearTimeout(timer)
    const opened = await openDraft(draft)
    const [scheme = '', year = ''] = opened.basedOn.split('/')
    const from = scheme === '' ? opened.document : await readRuleset(scheme, Number(year))
    const left = await leftOf(draft)
    const since = await Promise.all(left.map((one) => (one.revision < opened.revision ? readSteps(draft, one.revision) : [])))
    id.value = draft
    basis.value = { scheme, year: Number(year) }
    base.value = from
    undos.value = []
    redos.value = []
    conflicts.value = []
    queue = []
    document.value = opened.document
    revision.value = opened.revision
    saved.value = 'saved'
    behind = false
    left.forEach((one, i) => {
      const result = rebase(document.value as Ruleset, one.steps, (since[i] ?? []).map((row) => row.step))
      document.value = result.doc
      queue.push(...result.steps)
      conflicts.value = [...conflicts.value, ...one.conflicts, ...result.conflicts]
      saved.value = rest()
      if (keepHere()) one.forget()
    })
    if (queue.length) later(0)
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
  /** Does steps that may have become stale by what others did since: only those that still fit, as they fit now. */
  function putWhatFits(steps: Step[]): Step[] {
    try {
      put(steps)
      return steps
    } catch (error) {
      if (!(error instanceof StaleStep)) throw error
      const fitting = rebase(document.value, steps, []).steps
      if (fitting.length) put(fitting)
      return fitting
    }
  }
  function undo(): void {
    const entry = undos.value.at(-1)
    if (!entry) return
    undos.value = undos.value.slice(0, -1)
    const done = putWhatFits(invert(entry.steps))
    if (done.length) redos.value = [...redos.value, { ...entry, steps: invert(done) }]
  }
  function redo(): void {
    const entry = redos.value.at(-1)
    if (!entry) return
    redos.value = redos.value.slice(0, -1)
    const done = putWhatFits(entry.steps)
    if (done.length) undos.value = [...undos.value, { steps: done, group: '', at: 0 }]
  }
  /** Answers one conflict: my step over what others have saved, or theirs as it stands. */
  function settle(conflict: Conflict, mine: boolean): void {
    conflicts.value = conflicts.value.filter((other) => other !== conflict)
    const step = mine ? insist(document.value, conflict.mine) : null
    if (step) edit([step])
    saved.value = rest()
    keepHere()
  }
  return {
    id, document, base, basis, saved, conflicts, revision, stepsSince, open, edit, undo, redo, settle, retry: () => later(0),
    canUndo: computed(() => undos.value.length > 0), canRedo: computed(() => redos.value.length > 0),
  }
})
