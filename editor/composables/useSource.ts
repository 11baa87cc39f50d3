import { ref, shallowRef, watch } from 'vue'
import { checkSource, putSource, readSource, type SourceDocument } from '../backend/api.ts'
import { readSourceFile, type SourceTrouble } from '../components/clause/read-source.ts'

const NONE: SourceDocument = { versions: [], checks: [] }

/** The source document of a scheme: loads it from a file, keeps it on the server, and notes what was checked against it. */
export function useSource(scheme: () => string) {
  const source = shallowRef<SourceDocument>(NONE)
  const state = ref<'loading' | 'ready' | 'failed'>('loading')
  /** What was wrong with the last file; nothing of it was kept. */
  const trouble = ref<SourceTrouble | null>(null)
  /** Why the server could not be asked. */
  const why = ref('')
  /** What the last load did. */
  const done = ref<'' | 'added' | 'same'>('')

  async function asking(work: () => Promise<void>): Promise<void> {
    why.value = ''
    try {
      await work()
      state.value = 'ready'
    } catch (error) {
      why.value = error instanceof Error ? error.message : String(error)
      if (state.value === 'loading') state.value = 'failed'
    }
  }
  const refresh = (): Promise<void> => asking(async () => {
    const asked = scheme()
    const answer = await readSource(asked)
    if (asked === scheme()) source.value = answer
  })
  /** Takes a file as the scheme's document; what cannot be read changes nothing. */
  async function load(file: File): Promise<void> {
    done.value = ''
    const read = await readSourceFile(file)
    trouble.value = 'code' in read ? read : null
    if ('code' in read) return
    await asking(async () => {
      const { added } = await putSource(scheme(), read)
      source.value = await readSource(scheme())
      done.value = added ? 'added' : 'same'
    })
  }
  /** Notes that an object was found right beside its clause as it reads now. */
  const check = (path: string, clause: string): Promise<void> => asking(async () => {
    const last = source.value.versions.at(-1)
    if (!last) return
    const checked = await checkSource(scheme(), { path, clause, sha256: last.sha256 })
    source.value = { ...source.value, checks: [...source.value.checks, checked] }
  })
  watch(scheme, () => {
    source.value = NONE
    state.value = 'loading'
    void refresh()
  }, { immediate: true })
  return { source, state, trouble, why, done, load, check, refresh }
}
