import { ref, shallowRef, watch, type Ref } from 'vue'
import type { Calendar, Ruleset, SimulateOptions } from '../../engine/index.ts'
import { readCalendar, Refused } from '../backend/api.ts'
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

/** What a study is about: a ruleset, units and their data, and the working-day table of its scheme. */
export interface Matter { ruleset: Ruleset; cohort: CohortChoice; calendar: Calendar | null }

/** One version simulated over a cohort (made up, where it is, for the ruleset `made`); null: not now. */
export function useSimulation(matter: () => (Matter & { made: Ruleset }) | null, options: () => SimulateOptions | null) {
  return useStudy('simulate', (): StudyArgs<'simulate'> | null => {
    const [about, asked] = [matter(), options()]
    return about && asked ? [about.ruleset, about.made, about.cohort, { ...asked, ...(about.calendar ? { calendar: about.calendar } : {}) }] : null
  })
}
