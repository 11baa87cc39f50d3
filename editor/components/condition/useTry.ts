import { computed, ref, shallowRef, watch } from 'vue'
import type { AskedIn, Condition, Probe, Rule } from '../../../engine/index.ts'
import { useSample } from '../../composables/useSample.ts'

/** The unit rules were last tried on; it stays while the page does. */
const remembered = ref('')

/** Tries a condition (of a rule) on a unit of the page's sample, again whenever one of them changes; `probe` is null where there is no sample. */
export function useTry(asked: () => { condition: Condition | undefined; phase: AskedIn; rule?: Rule; on: boolean }) {
  const sample = useSample()
  const probe = shallowRef<Probe | null>(null)
  const units = computed(() => (sample?.rows.value ?? []).map((row) => ({ id: row.unit, label: row.name, note: row.total ?? '' })))
  const unit = computed({ get: () => units.value.find((u) => u.id === remembered.value)?.id ?? units.value.find((u) => u.id === sample?.unit.value)?.id ?? units.value[0]?.id ?? '', set: (id) => { remembered.value = id } })
  let latest = 0
  watch([asked, unit, () => sample?.round.value], async () => {
    const { condition, phase, rule, on } = asked()
    const mine = (latest += 1)
    if (!sample || !on || !condition || unit.value === '') {
      probe.value = null
      return
    }
    const answer = await sample.ask('probe', unit.value, condition, phase, ...(rule ? [rule] : [])).catch(() => null)
    if (mine === latest) probe.value = answer
  }, { immediate: true })
  return { probe, units, unit, hits: computed(() => sample?.hits.value ?? {}), total: computed(() => sample?.rows.value.length ?? 0) }
}
