import { computed, shallowRef, watch, type Ref } from 'vue'
import { at, canonical, under, type Ruleset, type Step } from '../../../engine/index.ts'
import type { Entered, Kept } from './enter.ts'

interface Batch { steps: Step[]; kept: Kept[] }
const isAt = (kept: { path: string; method: string }, path: string, method: string): boolean => kept.path === path && kept.method === method

/** Has everything a batch changed gone back to what it was before? */
const isUndone = (ruleset: Ruleset, steps: readonly Step[]): boolean =>
  steps.length > 0 && steps.every((step) => {
    if (step.type === 'insert') return at(ruleset, under(step.path, String((step.value as { id?: string }).id))) === undefined
    if (step.type !== 'set') return false
    return canonical(at(ruleset, under(step.path, step.key)) ?? null) === canonical(step.from ?? null)
  })

/** Texts that no cell could take: they wait in their places over reloads; those of a paste go with it when it is undone. */
export function useKept(ruleset: Ref<Ruleset>) {
  const place = `fadu.matrix ${location.pathname} ${ruleset.value.scheme} ${ruleset.value.year}`
  const batches = shallowRef<Batch[]>(JSON.parse(sessionStorage.getItem(place) ?? '[]') as Batch[])
  const put = (next: Batch[]): void => {
    batches.value = next.filter((batch) => batch.kept.length > 0)
    sessionStorage.setItem(place, JSON.stringify(batches.value))
  }
  const without = (places: readonly { path: string; method: string }[]): Batch[] =>
    batches.value.map((batch) => ({ ...batch, kept: batch.kept.filter((k) => !places.some((p) => isAt(k, p.path, p.method))) }))
  watch(ruleset, (now) => {
    if (batches.value.some((batch) => isUndone(now, batch.steps))) put(batches.value.filter((batch) => !isUndone(now, batch.steps)))
  })
  const all = computed(() => batches.value.flatMap((batch) => batch.kept))
  const byCell = computed(() => new Map(all.value.map((kept) => [`${kept.path} ${kept.method}`, kept])))
  return {
    all, byCell,
    take: ({ steps, kept, settled }: Entered): void => put([...without([...settled, ...kept]), { steps, kept }]),
    drop: (places: readonly { path: string; method: string }[]): void => put(without(places)),
  }
}
