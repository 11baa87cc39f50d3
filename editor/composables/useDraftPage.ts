import { computed, onBeforeUnmount, onMounted, ref, watchEffect } from 'vue'
import { storeToRefs } from 'pinia'
import { useRoute, useRouter } from 'vue-router'
import { under, type Cohort, type Json } from '../../engine/index.ts'
import { readCohort, Refused } from '../backend/api.ts'
import { useDraft } from '../stores/draft.ts'
import { useFrame, type Target } from '../stores/frame.ts'
import { provideSample } from './useSample.ts'
import { useUndoKeys } from './useUndoKeys.ts'

const nameOf = (node: { [key: string]: Json }): string => String(node['label'] ?? node['title'] ?? node['term'] ?? node['id'])
/** Every member of a ruleset that has a name, with its path. */
function things(node: Json | undefined, path: string, found: { path: string; label: string; id: string }[] = []) {
  if (typeof node !== 'object' || node === null) return found
  if (!Array.isArray(node)) {
    for (const [key, value] of Object.entries(node)) if (key !== 'source') things(value, under(path, key), found)
    return found
  }
  for (const item of node) {
    if (typeof item !== 'object' || item === null || Array.isArray(item) || typeof item['id'] !== 'string') continue
    const at = under(path, item['id'])
    if (typeof item['label'] === 'string' || typeof item['title'] === 'string') found.push({ path: at, label: nameOf(item), id: item['id'] })
    things(item as Json, at, found)
  }
  return found
}

/** The data that lie beside a version; null where there are none. */
export async function sampleOf({ scheme, year }: { scheme: string; year: number }): Promise<Cohort | null> {
  if (scheme === '') return null
  return readCohort(scheme, year).catch((error: unknown) => {
    if (error instanceof Refused && error.status === 404) return null
    throw error
  })
}

/** A page about one draft: opens it with its sample, names it in the frame, and offers what it holds to the palette. */
export function useDraftPage(draft: string) {
  const route = useRoute()
  const router = useRouter()
  const store = useDraft()
  const frame = useFrame()
  const { document: ruleset, base } = storeToRefs(store)
  const sample = provideSample(ruleset, base, store.stepsSince)
  /** Why the page cannot be shown: a code of the server, or the text of a failure. */
  const trouble = ref('')
  const look = (query: { [key: string]: string | undefined }): void => void router.replace({ query: { ...route.query, ...query } })
  const offered = (): Target[] => [
    ...things(ruleset.value as Json | undefined, '').map(({ path, label, id }): Target => ({ id: `thing:${path}`, kind: 'thing', label, hint: id, run: () => void router.push({ name: 'edit', params: { draft }, query: { at: path } }) })),
    ...(sample.cohort.value?.units ?? []).map((unit): Target => ({ id: `unit:${unit.id}`, kind: 'unit', label: unit.name, run: () => void router.push({ name: 'edit', params: { draft }, query: { ...route.query, unit: unit.id, pane: undefined } }) })),
  ]
  const withdraw = frame.offer(offered)
  watchEffect(() => {
    if (ruleset.value) frame.subject = { title: ruleset.value.title, year: ruleset.value.year, state: 'draft', data: sample.cohort.value?.label ?? '' }
  })
  async function open(): Promise<void> {
    trouble.value = ''
    try {
      await store.open(draft)
      frame.draft = draft
      await sample.begin(await sampleOf(store.basis))
    } catch (error) {
      trouble.value = error instanceof Refused ? error.code : error instanceof Error ? error.message : String(error)
      if (error instanceof Refused && error.status === 404 && frame.draft === draft) frame.draft = ''
    }
  }
  onMounted(open)
  onBeforeUnmount(() => {
    withdraw()
    frame.subject = null
  })
  useUndoKeys(store)
  return { store, sample, ruleset, trouble, look, open, selected: computed(() => String(route.query['at'] ?? '')) }
}
