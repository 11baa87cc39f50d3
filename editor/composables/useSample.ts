import { inject, onBeforeUnmount, provide, ref, shallowRef, watch, type InjectionKey, type ShallowRef } from 'vue'
import { synthetic, type Calendar, type Cohort, type Ruleset, type Sheet, type Step } from '../../engine/index.ts'
import { settledOf } from '../stores/settled.ts'
import { startEngine, type Engine } from '../workers/ask.ts'
import type { Row } from '../workers/verbs.ts'
import { useLang } from './useLang.ts'

export interface Moved extends Row { before: Row | null }
export type Sample = ReturnType<typeof provideSample>
/** Scoring that takes longer than this is shown as going on. */
const SLOW_MS = 200
const KEY: InjectionKey<Sample> = Symbol('sample')

/** Do two documents ask for the same data? */
const sameData = (a: Ruleset, b: Ruleset): boolean => settledOf(a) === settledOf(b) || a.facts === b.facts && a.categories === b.categories && a.attributes === b.attributes && a.indicators === b.indicators

/** Scores the sample in a worker whenever the document changes (the newest document only) and answers further questions about it. */
export function provideSample(document: ShallowRef<Ruleset | null>, base: ShallowRef<Ruleset | null>, stepsSince: (earlier: Ruleset) => Step[]) {
  const engine: Engine = startEngine()
  const lang = useLang()
  const cohort = shallowRef<Cohort | null>(null)
  const rows = shallowRef<Moved[]>([])
  /** How many units each rule (`<criterion>/<rule>`) hits. */
  const hits = shallowRef<{ [rule: string]: number }>({})
  const sheet = shallowRef<Sheet | null>(null)
  const unit = ref('')
  const failed = ref('')
  const busy = ref(false)
  const ms = ref(0)
  /** Grows with every scored document: watch it to ask again. */
  const round = ref(0)
  let before = new Map<string, Row>()
  let held: Ruleset | null = null
  let again = false
  let running = false
  const madeUp = ref(false)
  let calendar: Calendar | null = null

  const fail = (error: unknown): void => {
    failed.value = error instanceof Error ? error.message : String(error)
  }
  /** The steps that bring the worker's document to the page's, taken as done; data that were made up for other facts are made anew. */
  async function behind(): Promise<Step[]> {
    const now = document.value
    if (!now || !held || held === now) return []
    if (madeUp.value && !sameData(held, now)) {
      await take(synthetic(now, lang.value))
      return []
    }
    const steps = stepsSince(held)
    held = now
    return steps
  }
  async function sync(): Promise<void> {
    const steps = await behind()
    if (steps.length) await engine.ask('change', steps)
  }
  async function run(): Promise<void> {
    if (!held) return
    if (running) {
      again = true
      return
    }
    running = true
    const slow = window.setTimeout(() => { busy.value = true }, SLOW_MS)
    try {
      do {
        again = false
        const scored = await engine.ask('rows', await behind())
        rows.value = scored.rows.map((row) => ({ ...row, before: before.get(row.unit) ?? null }))
        hits.value = scored.hits
        ms.value = scored.ms
        failed.value = ''
      } while (again)
      round.value += 1
      if (unit.value) await explain(unit.value)
    } catch (error) {
      fail(error)
    } finally {
      window.clearTimeout(slow)
      running = false
      busy.value = false
    }
  }
  /** Gives the worker the documents and the sample, and scores the version the draft came from once; without a sample one is made up, and made anew when the facts change. */
  async function begin(sample: Cohort | null, days: Calendar | null = null): Promise<void> {
    if (!document.value || !base.value) return
    madeUp.value = sample === null
    calendar = days
    await take(sample ?? synthetic(document.value, lang.value))
    before = madeUp.value ? new Map() : new Map((await engine.ask('baseRows')).rows.map((row) => [row.unit, row]))
    await run()
  }
  async function take(sample: Cohort): Promise<void> {
    if (!document.value || !base.value) return
    cohort.value = sample
    held = document.value
    await engine.ask('open', { ruleset: document.value, base: base.value, cohort: sample, calendar })
  }
  /** Asks for a unit's sheet with all reasons; none for ''. */
  async function explain(id: string): Promise<void> {
    if (unit.value !== id) sheet.value = null
    unit.value = id
    if (held && id !== '') sheet.value = await engine.ask('sheet', id).catch((error: unknown) => {
      fail(error)
      return null
    })
  }
  watch(document, () => void run())
  onBeforeUnmount(() => engine.close())
  const ask: Engine['ask'] = (verb, ...args) => sync().then(() => engine.ask(verb, ...args))
  const sample = { cohort, madeUp, rows, hits, sheet, unit, failed, busy, ms, round, begin, explain, ask }
  provide(KEY, sample)
  return sample
}

/** The live sample of the page this component stands on; null where there is none (a gallery, a test). */
export const useSample = (): Sample | null => inject(KEY, null)
