import { ref, shallowRef } from 'vue'
import type { Calendar, Cohort } from '../../engine/index.ts'
import { dropDraftCohort, putDraftCohort, readCalendar, readDraftCohort, type DraftCohort } from '../backend/api.ts'

export type DraftData = ReturnType<typeof useDraftData>

/** What a draft is tried on: its own data, or those that lie beside the version it came from; and the working days it counts by. */
export function useDraftData(draft: string) {
  /** Null where there are none. */
  const cohort = shallowRef<Cohort | null>(null)
  /** The file the draft's own data came from; null where they are not its own. */
  const own = shallowRef<DraftCohort['own']>(null)
  const calendar = shallowRef<Calendar | null>(null)
  const known = ref(false)
  function take(found: DraftCohort): void {
    own.value = found.own
    cohort.value = found.cohort
    known.value = true
  }
  async function read(scheme: string): Promise<void> {
    const [found, days] = await Promise.all([readDraftCohort(draft), readCalendar(scheme)])
    calendar.value = days
    take(found)
  }
  /** Keeps data of the draft's own, under the name of their file. */
  async function keep(name: string, made: Cohort): Promise<void> {
    take({ own: await putDraftCohort(draft, { name, cohort: made }), cohort: made })
  }
  /** Forgets the draft's own data. */
  async function drop(): Promise<void> {
    take(await dropDraftCohort(draft))
  }
  return { cohort, own, calendar, known, read, keep, drop }
}
