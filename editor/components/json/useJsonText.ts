import { onBeforeUnmount, onMounted, ref, shallowRef, watch } from 'vue'
import { apply, diff, readText, rebase, same, type Json, type Ruleset, type Step } from '../../../engine/index.ts'
import type { useKeptText } from '../../composables/useKeptText.ts'
import { startTextReader } from '../../workers/ask-text.ts'
import type { Placed } from '../../workers/text.worker.ts'
import { middle, textOf, type TextEdit } from '../../workers/rewrite.ts'

/** same: the text is the document. invalid: it is none yet, and kept aside. conflict: both were changed. */
export type TextState = 'same' | 'invalid' | 'conflict'
interface Surface { text(): string; replace(edits: readonly TextEdit[]): void }
const IDLE_MS = 300

/** Holds a JSON text and the document together: edits of one become the least edits of the other; what cannot is kept aside. */
export function useJsonText(ruleset: () => Ruleset, surface: () => Surface | null, emit: (steps: Step[]) => void, kept: ReturnType<typeof useKeptText>) {
  const reader = startTextReader()
  const state = ref<TextState>('same')
  const placed = shallowRef<Placed[]>([])
  /** In a conflict: what was changed in the document, and in the text if it can be read. */
  const theirs = shallowRef<Step[]>([])
  const mine = shallowRef<Step[] | null>(null)
  /** The document the text was made of. */
  let base = ruleset()
  let version = 0
  let unread = false
  let quiet = false
  let timer = 0

  function begin(): string {
    const found = kept.read()
    if (!found) return textOf(base)
    base = found.base
    state.value = 'invalid'
    unread = true
    return found.text
  }
  const later = (ms = IDLE_MS): void => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void read(), ms)
  }
  function changed(): void {
    version++
    if (quiet) return
    unread = true
    later()
  }
  function write(edits: readonly TextEdit[]): void {
    quiet = true
    surface()?.replace(edits)
    quiet = false
  }
  function settle(next: Ruleset, steps: Step[]): void {
    unread = false
    base = next
    state.value = 'same'
    kept.clear()
    if (steps.length) emit(steps)
  }
  const theirsNow = (): Step[] => (same(base as unknown as Json, ruleset() as unknown as Json) ? [] : diff(base, ruleset()))

  /** Brings what the user wrote into the document, or keeps it aside. */
  async function read(): Promise<void> {
    const text = surface()?.text()
    if (text === undefined) return
    const asked = version
    const from = base
    const answer = await reader.ask('read', text, from)
    if (asked !== version || from !== base) return later()
    placed.value = answer.placed
    mine.value = answer.steps
    theirs.value = theirsNow()
    if (answer.steps === null) {
      kept.save(text, base)
      state.value = theirs.value.length ? 'conflict' : 'invalid'
    } else if (theirs.value.length === 0) settle(apply(base, answer.steps), answer.steps)
    else if (state.value === 'same') await merge()
    else state.value = 'conflict'
  }
  /** Puts the text's steps on top of the document's where they touch other places. */
  async function merge(): Promise<void> {
    if (!mine.value) return
    const text = surface()?.text() ?? ''
    const asked = version
    const next = apply(base, mine.value)
    const { doc, steps, conflicts } = rebase(ruleset(), mine.value, theirs.value)
    if (conflicts.length) {
      kept.save(text, base)
      state.value = 'conflict'
      return
    }
    const edits = await reader.ask('rewrite', text, next, diff(next, doc))
    if (asked !== version) return later()
    write(edits)
    settle(doc, steps)
  }
  /** Ends a conflict, or gives the text up: the document's text comes back (and can be undone in the editor). */
  async function choose(side: 'mine' | 'theirs' | 'both'): Promise<void> {
    if (side === 'both') return merge()
    if (side === 'theirs') {
      write(middle(surface()?.text() ?? '', textOf(ruleset())))
      settle(ruleset(), [])
    }
    base = ruleset()
    await read()
  }
  /** The document was changed elsewhere: the text follows, unless it holds what is not in the document. */
  async function follow(): Promise<void> {
    const current = ruleset()
    const steps = theirsNow()
    if (steps.length === 0) base = current
    else if (state.value !== 'same') {
      theirs.value = steps
      state.value = 'conflict'
    } else if (!unread) {
      const asked = version
      const edits = await reader.ask('rewrite', surface()?.text() ?? '', base, steps)
      if (asked !== version || current !== ruleset()) return unread ? undefined : follow()
      write(edits)
      base = current
      later(0)
    }
  }
  /** What is still unread when the page or the mode is left. */
  function leave(): void {
    const text = surface()?.text()
    if (!unread || text === undefined) return
    const steps = state.value === 'same' ? readText(text, base).steps : null
    const put = steps && rebase(ruleset(), steps, theirsNow())
    if (put && put.conflicts.length === 0) settle(put.doc, put.steps)
    else kept.save(text, base)
  }
  const hide = (): void => {
    if (unread) kept.save(surface()?.text() ?? '', base)
  }
  watch(ruleset, () => void follow())
  onMounted(() => addEventListener('pagehide', hide))
  onBeforeUnmount(() => {
    removeEventListener('pagehide', hide)
    window.clearTimeout(timer)
    leave()
    reader.close()
  })
  return { state, placed, theirs, mine, ask: reader.ask, begin, changed, read, choose }
}
