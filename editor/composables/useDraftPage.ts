import { computed, onMounted, ref } from 'vue'
import { storeToRefs } from 'pinia'
import { useRoute, useRouter } from 'vue-router'
import { Refused } from '../backend/api.ts'
import { useDraft } from '../stores/draft.ts'
import { useDraftData } from './useDraftData.ts'
import { useSampleFile } from './useSampleFile.ts'
import type { Look } from './useLook.ts'
import { provideSample } from './useSample.ts'
import { useSubject } from './useSubject.ts'
import { useUndoKeys } from './useUndoKeys.ts'

/** A page about one draft: opens it with its sample, names it in the frame, and offers what it holds to the palette. */
export function useDraftPage(draft: string) {
  const route = useRoute()
  const router = useRouter()
  const store = useDraft()
  const { document: ruleset, base } = storeToRefs(store)
  /** Why the page cannot be shown: a code of the server, or the text of a failure. */
  const trouble = ref('')
  const sample = provideSample(ruleset, base, store.stepsSince)
  useSubject(draft, ruleset, sample.cohort, computed(() => trouble.value === 'draft.unknown'))
  const data = useDraftData(draft)
  const file = useSampleFile(data, sample)
  /** What the link is to say once it has changed: changes that come meanwhile are added to it. */
  let wanted: typeof route.query | null = null
  function look(change: Look): void {
    const query = { ...(wanted ?? route.query), ...change } as typeof route.query
    wanted = query
    void router.replace({ query }).finally(() => { if (wanted === query) wanted = null })
  }
  async function open(): Promise<void> {
    trouble.value = ''
    try {
      await store.open(draft)
      await data.read(ruleset.value?.scheme ?? '')
      await sample.begin(data.cohort.value, data.calendar.value)
    } catch (error) {
      trouble.value = error instanceof Refused ? error.code : error instanceof Error ? error.message : String(error)
    }
  }
  onMounted(open)
  useUndoKeys(store)
  return { store, sample, data, file, ruleset, trouble, look, open, query: computed(() => route.query as Look), selected: computed(() => String(route.query['at'] ?? '')) }
}
