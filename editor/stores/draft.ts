import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { apply, diff, insist, invert, rebase, StaleStep, type Conflict, type Ruleset, type Step } from '../../engine/index.ts'
import { openDraft, postSteps, readRuleset, readSteps, Refused } from '../backend/api.ts'
import { keep, takeLeft } from './unsent.ts'

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
  const trail = new WeakMap<Ruleset, { to: Ruleset; steps: Step[] }>()

  const rest = (): Saved => (conflicts.value.length ? 'conflict' : queue.length ? 'saving' : 'saved')
  const keepHere = (): void => {
    if (!keep(id.value, { revision: revision.value, steps: queue, conflicts: conflicts.value })) saved.value = 'full'
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
    if (sending || queue.length === 0) return
    sending = true
    const batch = queue.slice(0, MOST_STEPS)
    try {
      const reply = await postSteps(id.value, revision.value, batch)
      queue = queue.slice(batch.length)
      const skipped = reply.rebased
      if (!skipped) revision.value = reply.revision
      else await catchUp()
      saved.value = rest()
      keepHere()
      if (queue.length) later(0)
    } catch (error) {
      if (error instanceof Refused && error.status === 409) await catchUp().catch(() => later(RETRY_MS))
      else if (error instanceof Refused && error.status < 500) saved.value = 'stuck'
      else {
        saved.value = 'offline'
        later(RETRY_MS)
      }
    } finally {
      sending = false
    }
  }
  /** Takes the server's document and puts what is still unsent on top; what no longer fits waits as a conflict. */
  async function catchUp(): Promise<void> {
    const [opened, theirs] = await Promise.all([openDraft(id.value), readSteps(id.value, revision.value)])
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
    for (const left of await takeLeft(draft)) {
      const theirs = left.revision < opened.revision ? await readSteps(draft, left.revision) : []
      conflicts.value = [...conflicts.value, ...left.conflicts]
      stand(opened.document, opened.revision, [...queue, ...left.steps], theirs.map((row) => row.step))
    }
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
