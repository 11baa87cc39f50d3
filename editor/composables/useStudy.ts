import { onBeforeUnmount, ref, shallowRef, watch, type ShallowRef } from 'vue'
import { Cancelled, startStudent } from '../workers/ask-study.ts'
import type { StudyAnswer, StudyArgs, StudyName } from '../workers/studies.ts'

const fields = (value: unknown): [string, unknown][] | null => (typeof value === 'object' && value !== null && (Array.isArray(value) || Object.keys(value).length <= 4) ? Object.entries(value) : null)
/** Are two lists of arguments the same things, each or its few fields? What is read anew from the link must not ask anew. */
function alike(a: unknown, b: unknown, deep = 2): boolean {
  if (a === b) return true
  const [mine, theirs] = [fields(a), fields(b)]
  return deep > 0 && mine !== null && theirs !== null && mine.length === theirs.length && mine.every(([key, value], i) => theirs[i]?.[0] === key && alike(value, theirs[i]?.[1], deep - 1))
}

/**
 * One study of a page in a worker of its own: asked anew whenever its arguments change (null: not now), the older
 * question given up. `result` keeps the last answer while a newer one is under way; `stale` says that it does.
 */
export function useStudy<S extends StudyName>(study: S, args: () => StudyArgs<S> | null) {
  const student = startStudent()
  const result: ShallowRef<StudyAnswer<S> | null> = shallowRef(null)
  const busy = ref(false)
  const stale = ref(false)
  const cancelled = ref(false)
  const failed = ref('')
  /** Part done, 0 to 1; null where it cannot be told. */
  const part = ref<number | null>(null)
  let round = 0

  async function run(): Promise<void> {
    const mine = ++round
    if (busy.value) student.cancel()
    const asked = args()
    busy.value = asked !== null
    stale.value = true
    cancelled.value = false
    failed.value = ''
    part.value = null
    if (asked === null) return
    try {
      const answer = await student.ask(study, asked, (done, total) => { if (mine === round) part.value = total > 0 ? done / total : null })
      if (mine !== round) return
      result.value = answer
      stale.value = false
    } catch (error) {
      if (mine !== round) return
      if (error instanceof Cancelled) cancelled.value = true
      else failed.value = error instanceof Error ? error.message : String(error)
    }
    busy.value = false
  }
  watch(args, (now, before) => { if (!alike(now, before)) void run() }, { immediate: true })
  onBeforeUnmount(() => {
    round += 1
    student.cancel()
  })
  return { result, busy, stale, cancelled, failed, part, again: run, cancel: () => student.cancel() }
}
