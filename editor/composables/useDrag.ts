import { onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import type { Drag, Frame, SimulateOptions } from '../../engine/index.ts'
import { Cancelled, startStudent } from '../workers/ask-study.ts'
import type { ReadyDraws } from '../workers/studies.ts'
import type { Matter } from './useSimulation.ts'

/** A weight that is dragged over draws in a worker of its own: the newest points are answered next, those passed over are left out. */
export function useDrag(about: () => { matter: Matter; options: SimulateOptions } | null, criterion: () => { id: string; points: number } | null) {
  const student = startStudent()
  const units = shallowRef<ReadyDraws['units']>([])
  /** The draws with the criterion as it is, and where it is now. */
  const base = shallowRef<Frame | null>(null)
  const frame = shallowRef<Frame | null>(null)
  const ms = ref(0)
  const anew = ref<Drag['anew']>(null)
  const busy = ref(false)
  const cancelled = ref(false)
  const failed = ref('')
  let ready: ReturnType<typeof about> = null
  let round = 0
  let wanted: number | null = null
  let running = false

  function fail(error: unknown): void {
    busy.value = running = false
    if (error instanceof Cancelled) cancelled.value = true
    else failed.value = error instanceof Error ? error.message : String(error)
  }
  /** Makes draws ready where they are not, takes hold of the criterion, and shows it as it is. */
  async function begin(): Promise<void> {
    const mine = ++round
    const [now, held] = [about(), criterion()]
    if (busy.value) giveUp()
    wanted = base.value = frame.value = null
    cancelled.value = running = false
    failed.value = ''
    if (!now || !held) return
    busy.value = true
    try {
      if (ready === null || ready.matter !== now.matter || ready.options !== now.options) {
        ready = null
        const { matter: { ruleset, cohort, calendar }, options } = now
        const found = await student.ask('prepareDraws', [ruleset, cohort, { ...options, ...(calendar ? { calendar } : {}) }])
        if (mine !== round) return
        units.value = found.units
        ready = now
      }
      const why = await student.ask('takeWeight', [held.id])
      const first = await student.ask('dragWeight', [held.points])
      if (mine !== round) return
      anew.value = why
      base.value = frame.value = first.frame
      ms.value = first.ms
      busy.value = false
    } catch (error) {
      if (mine === round) fail(error)
    }
  }
  /** Asks for other points; the answer comes as the next frame. */
  async function to(points: number): Promise<void> {
    wanted = points
    if (running || !base.value) return
    running = true
    const mine = round
    try {
      while (wanted !== null) {
        const next: number = wanted
        wanted = null
        const answer = await student.ask('dragWeight', [next])
        if (mine !== round) return
        frame.value = answer.frame
        ms.value = answer.ms
      }
      running = false
    } catch (error) {
      if (mine === round) fail(error)
    }
  }
  function giveUp(): void {
    ready = null
    student.cancel()
  }
  watch([about, () => criterion()?.id], () => void begin(), { immediate: true })
  onBeforeUnmount(() => {
    round += 1
    student.cancel()
  })
  return { units, base, frame, ms, anew, busy, cancelled, failed, again: begin, to, cancel: giveUp }
}
