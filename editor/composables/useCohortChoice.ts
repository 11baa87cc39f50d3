import { computed, type ComputedRef, type Ref } from 'vue'
import type { CohortChoice } from '../workers/studies.ts'
import { useLang } from './useLang.ts'
import type { Opened } from './useVersions.ts'

const MADE_UP = 140
/** The units a study is about, by their name in the link: `a` or `b` for the sample beside a version, a number for so many made-up units; without a name the first sample there is. */
export function useCohortChoice(name: Ref<string>, versions: { readonly [id: string]: Ref<Opened | null> }) {
  const lang = useLang()
  const samples = computed(() => {
    const seen = new Set<string>()
    return Object.entries(versions).flatMap(([id, { value }]) => {
      if (!value?.sample) return []
      const known = `${value.sample.scheme} ${value.sample.year} ${value.sample.label} ${value.sample.units.length}`
      if (seen.has(known)) return []
      seen.add(known)
      return [{ id, label: value.sample.label, synthetic: value.sample.synthetic, units: value.sample.units.length, cohort: value.sample }]
    })
  })
  const value = computed(() => (samples.value.some((s) => s.id === name.value) || /^[1-9]\d{0,5}$/.test(name.value) ? name.value : (samples.value[0]?.id ?? String(MADE_UP))))
  const choice: ComputedRef<CohortChoice | null> = computed(() => {
    if (Object.values(versions).some((version) => version.value === null)) return null
    const given = samples.value.find((s) => s.id === value.value)
    return given ? { kind: 'given', cohort: given.cohort } : { kind: 'synthetic', size: Number(value.value), lang: lang.value }
  })
  return { samples, value, choice }
}
