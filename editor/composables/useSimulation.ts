import { ref, shallowRef, watch, type Ref } from 'vue'
import type { Calendar } from '../../engine/index.ts'
import { readCalendar, Refused } from '../backend/api.ts'
import type { Settings } from '../components/simulate/settings.ts'
import type { CohortChoice, StudyArgs } from '../workers/studies.ts'
import { useStudy } from './useStudy.ts'
import type { Opened } from './useVersions.ts'

/** The working-day table that the scheme of a version counts by: undefined until it is known, null where there is none. */
export function useCalendar(version: Ref<Opened | null>) {
  const calendar: Ref<Calendar | null | undefined> = shallowRef(undefined)
  const trouble = ref('')
  watch(() => version.value?.ruleset.scheme, async (scheme) => {
    calendar.value = undefined
    trouble.value = ''
    if (scheme === undefined) return
    try {
      calendar.value = await readCalendar(scheme)
    } catch (error) {
      if (error instanceof Refused && error.status === 404) calendar.value = null
      else trouble.value = error instanceof Error ? error.message : String(error)
    }
  }, { immediate: true })
  return { calendar, trouble }
}

/** One version simulated over a cohort (made up, where it is, for the version `made`); null settings: not now. */
export function useSimulation(version: Ref<Opened | null>, made: Ref<Opened | null>, cohort: Ref<CohortChoice | null>, calendar: Ref<Calendar | null | undefined>, settings: Ref<Settings | null>) {
  return useStudy('simulate', (): StudyArgs<'simulate'> | null => (version.value && made.value && cohort.value && settings.value && calendar.value !== undefined
    ? [version.value.ruleset, made.value.ruleset, cohort.value, { ...settings.value, ...(calendar.value ? { calendar: calendar.value } : {}) }]
    : null))
}
