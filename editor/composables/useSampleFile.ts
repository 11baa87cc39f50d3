import { ref, shallowRef } from 'vue'
import { readCohortFile, type IncomingCohort } from '../components/run/read-cohort-file.ts'
import type { DraftData } from './useDraftData.ts'
import type { Sample } from './useSample.ts'

/** Takes a file as the data a draft is tried on: what cannot be read changes nothing, what has faults is asked about, what is sound is kept at once. */
export function useSampleFile({ cohort, calendar, keep, drop: forget }: DraftData, { ask, begin }: Pick<Sample, 'ask' | 'begin'>) {
  const incoming = shallowRef<IncomingCohort | null>(null)
  const busy = ref(false)
  const failed = ref('')
  async function working(work: () => Promise<void>): Promise<void> {
    busy.value = true
    failed.value = ''
    try {
      await work()
    } catch (error) {
      failed.value = error instanceof Error ? error.message : String(error)
    } finally {
      busy.value = false
    }
  }
  const use = (): Promise<void> => working(async () => {
    const file = incoming.value
    if (!file || !('cohort' in file) || !file.cohort) return
    await keep(file.name, file.cohort)
    incoming.value = null
    await begin(cohort.value, calendar.value)
  })
  const load = (file: File): Promise<void> => working(async () => {
    incoming.value = await readCohortFile(file, (text) => ask('readCohort', text))
    if ('cohort' in incoming.value && incoming.value.issues.length === 0) await use()
  })
  const drop = (): Promise<void> => working(async () => {
    await forget()
    await begin(cohort.value, calendar.value)
  })
  const close = (): void => { incoming.value = null }
  return { incoming, busy, failed, load, use, drop, close }
}
