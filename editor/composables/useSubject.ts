import { onBeforeUnmount, watch, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { under, type Cohort, type Json, type Ruleset } from '../../engine/index.ts'
import { useFrame, type Target } from '../stores/frame.ts'

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

/** Names a draft in the frame, makes it the one that Edit and Check lead to (unless it is gone), and offers what it holds to the palette. */
export function useSubject(draft: string, ruleset: Ref<Ruleset | null>, cohort: Ref<Cohort | null>, gone: Ref<boolean>): void {
  const route = useRoute()
  const router = useRouter()
  const frame = useFrame()
  const withdraw = frame.offer((): Target[] => [
    ...things(ruleset.value as Json | undefined, '').map(({ path, label, id }): Target => ({ id: `thing:${path}`, kind: 'thing', label, hint: id, run: () => void router.push({ name: 'edit', params: { draft }, query: { at: path } }) })),
    ...(cohort.value?.units ?? []).map((unit): Target => ({ id: `unit:${unit.id}`, kind: 'unit', label: unit.name, run: () => void router.push({ name: 'edit', params: { draft }, query: { ...(route.name === 'edit' ? route.query : {}), unit: unit.id, pane: undefined } }) })),
  ])
  watch([gone, () => ruleset.value?.title, () => ruleset.value?.year, () => cohort.value?.label], ([lost, title, year, data]) => {
    if (lost) frame.draft = frame.draft === draft ? '' : frame.draft
    else if (title !== undefined && year !== undefined) {
      frame.draft = draft
      frame.subject = { title, year, state: 'draft', data: data ?? '' }
    }
  }, { immediate: true })
  onBeforeUnmount(() => {
    withdraw()
    frame.subject = null
  })
}
