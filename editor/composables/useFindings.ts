import { computed, inject, onBeforeUnmount, provide, ref, shallowRef, watch, type InjectionKey, type Ref } from 'vue'
import type { Calendar, CaseFile, Cohort, Examined, Issue, Ruleset, Step } from '../../engine/index.ts'
import { startEngine, type Engine } from '../workers/ask.ts'

export interface FindingsOptions {
  /** The steps from an earlier document to the present one; without it the whole document is sent. */
  stepsSince?: (earlier: Ruleset) => Step[]
  /** The sample, for what depends on the sizes of its pools; null: wait for it. */
  cohort?: Ref<Cohort | null>
  cases?: Ref<CaseFile | null>
  /** The working days the scheme counts by, known once the sample is. */
  calendar?: Ref<Calendar | null>
  /** Look at the sample's data as well, by the document. */
  data?: boolean
}
export type Findings = ReturnType<typeof startFindings>
const KEY: InjectionKey<Findings> = Symbol('findings')
const QUIET_MS = 400

/** Examines the newest document in a worker of its own, once typing rests; other questions about it are answered there too. */
export function startFindings(document: Ref<Ruleset | null>, { stepsSince, cohort, cases, calendar, data = false }: FindingsOptions = {}) {
  let engine: Engine | null = null
  let held: Ruleset | null = null
  let sample: Cohort | null = null
  let timer = 0
  let again = false
  const examined = shallowRef<Examined | null>(null)
  /** What is wrong with the sample's data. */
  const issues = shallowRef<readonly Issue[]>([])
  /** The document that was examined: ways to mend fit it only. */
  const of = shallowRef<Ruleset | null>(null)
  const busy = ref(false)
  const failed = ref('')
  /** Grows with every examined document: watch it to ask again. */
  const round = ref(0)
  const fresh = computed(() => of.value !== null && of.value === document.value)
  const count = computed(() => (examined.value?.problems ?? []).filter((p) => p.level !== 'info').length)

  async function sync(): Promise<Engine> {
    const now = document.value
    if (!now) throw new RangeError('no document is open')
    engine ??= startEngine()
    const units = cohort?.value ?? null
    if (held === null || !stepsSince || units !== sample) {
      held = now
      sample = units
      await engine.ask('open', { ruleset: now, base: now, calendar: calendar?.value ?? null, ...(units ? { cohort: units } : {}) } as Parameters<typeof engine.ask<'open'>>[1])
    } else if (held !== now) {
      const steps = stepsSince(held)
      held = now
      await engine.ask('change', steps)
    }
    return engine
  }
  async function run(): Promise<void> {
    if (busy.value) {
      again = true
      return
    }
    busy.value = true
    try {
      do {
        again = false
        const asked = document.value
        const worker = await sync()
        const result = await worker.ask('examine', cases?.value ?? undefined)
        if (again) continue
        examined.value = result
        of.value = asked
        failed.value = ''
        round.value += 1
        if (data && sample) issues.value = await worker.ask('dataIssues')
      } while (again)
    } catch (error) {
      failed.value = error instanceof Error ? error.message : String(error)
      held = null
    } finally {
      busy.value = false
    }
  }
  const ready = (): boolean => document.value !== null && (!cohort || cohort.value !== null)
  watch([document, () => cohort?.value, () => cases?.value], () => {
    window.clearTimeout(timer)
    if (ready()) timer = window.setTimeout(() => void run(), examined.value ? QUIET_MS : 0)
  }, { immediate: true })
  onBeforeUnmount(() => {
    window.clearTimeout(timer)
    engine?.close()
  })
  const ask: Engine['ask'] = (verb, ...args) => sync().then((worker) => worker.ask(verb, ...args))
  return { examined, issues, of, fresh, busy, failed, round, count, ask }
}

/** The findings of a page, shared by all that stands on it: a count for a tab, the list, the proofs. */
export function provideFindings(document: Ref<Ruleset | null>, options: FindingsOptions = {}): Findings {
  const findings = startFindings(document, options)
  provide(KEY, findings)
  return findings
}
/** The findings of the page this component stands on; null where there are none (a gallery, a test). */
export const useFindings = (): Findings | null => inject(KEY, null)
