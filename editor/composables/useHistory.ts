import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { describe, invert, past, placeOf, tellStep, type Lang, type Ruleset, type Step } from '../../engine/index.ts'
import { explainStep, openDraft, readSteps, type Made } from '../backend/api.ts'

/** One change as people think of it: quick successive settings of one property are one. */
export interface Told { revisions: number[]; text: string; by: string; at: string; why: string | null; undo: Step[] }
const TOGETHER_MS = 60_000
const MOST = 200

/** Who changed a thing of a draft, when, why, and from what: read anew whenever something has been saved. */
export function useHistory(draft: Ref<string>, revision: Ref<number>, path: Ref<string>, lang: Ref<Lang>) {
  const made = shallowRef<Made[]>([])
  const document = shallowRef<Ruleset | null>(null)
  const failed = ref('')
  async function load(): Promise<void> {
    try {
      const [opened, rows] = await Promise.all([openDraft(draft.value), readSteps(draft.value, 0)])
      document.value = opened.document
      made.value = rows.filter((row) => row.revision <= opened.revision)
      failed.value = ''
    } catch (error) {
      failed.value = error instanceof Error ? error.message : String(error)
    }
  }
  const told = computed<Told[]>(() => {
    const doc = document.value
    if (!doc) return []
    const entries: Told[] = []
    let last: { row: Made; before: Ruleset } | null = null
    for (const { index, before } of past(doc, made.value.map((row) => row.step), path.value)) {
      const row = made.value[index]
      if (!row) continue
      const open = entries.at(-1)
      // Walking back in time: the earlier of two quick settings gives the value it all began with.
      const joins = open && last && row.step.type === 'set' && last.row.step.type === 'set' && placeOf(row.step) === placeOf(last.row.step) && row.by === last.row.by && Date.parse(last.row.at) - Date.parse(row.at) < TOGETHER_MS
      if (joins && row.step.type === 'set' && open.undo[0]?.type === 'set') {
        const step: Step = { ...row.step, to: open.undo[0].from }
        Object.assign(open, { revisions: [...open.revisions, row.revision], text: sentence(before, step), why: open.why ?? row.why, undo: invert([step]) })
      } else {
        if (entries.length >= MOST) break
        entries.push({ revisions: [row.revision], text: sentence(before, row.step), by: row.by, at: row.at, why: row.why, undo: invert([row.step]) })
      }
      last = { row, before }
    }
    return entries
  })
  const sentence = (before: Ruleset, step: Step): string => describe(before, [step], lang.value)[0]?.text ?? tellStep(before, step, lang.value)
  async function explain(entry: Told, why: string): Promise<void> {
    const newest = entry.revisions[0]
    if (newest === undefined) return
    try {
      await explainStep(draft.value, newest, why)
      await load()
    } catch (error) {
      failed.value = error instanceof Error ? error.message : String(error)
    }
  }
  watch([draft, revision], () => void load(), { immediate: true })
  return { told, failed, explain }
}
