import { onBeforeUnmount, ref, shallowRef, watch, type ShallowRef } from 'vue'
import type { Cohort, Issue, Ruleset, Sheet } from '../../engine/index.ts'
import type { Answer, Ask, Row } from '../workers/score.worker.ts'

export interface Moved extends Row { before: Row | null }

/** Scores the sample in a worker whenever the document changes; only the newest document is scored, one run at a time. */
export function useScores(document: ShallowRef<Ruleset | null>, base: ShallowRef<Ruleset | null>) {
  const worker = new Worker(new URL('../workers/score.worker.ts', import.meta.url), { type: 'module' })
  const rows = shallowRef<Moved[]>([])
  const issues = shallowRef<Issue[]>([])
  const sheet = shallowRef<Sheet | null>(null)
  const failed = ref('')
  const busy = ref(false)
  const ms = ref(0)
  const unit = ref('')
  let before = new Map<string, Row>()
  let seq = 0
  let ready = false
  let again = false
  const kinds = new Map<number, 'base' | 'rows' | 'sheet'>()
  const ask = (kind: 'base' | 'rows' | 'sheet', ruleset: Ruleset): void => {
    seq += 1
    kinds.set(seq, kind)
    worker.postMessage((kind === 'sheet' ? { seq, ruleset, explain: unit.value } : { seq, ruleset }) satisfies Ask)
  }
  const run = (): void => {
    if (!ready || !document.value) return
    if (busy.value) {
      again = true
      return
    }
    busy.value = true
    ask('rows', document.value)
  }
  const explainNow = (): void => {
    if (ready && unit.value && document.value) ask('sheet', document.value)
  }
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    const kind = kinds.get(data.seq)
    kinds.delete(data.seq)
    if ('failed' in data) failed.value = data.failed
    else if ('sheet' in data) sheet.value = data.sheet
    else if (kind === 'base') before = new Map(data.rows.map((r) => [r.unit, r]))
    else {
      failed.value = ''
      rows.value = data.rows.map((r) => ({ ...r, before: before.get(r.unit) ?? null }))
      issues.value = data.issues
      ms.value = data.ms
    }
    if (kind !== 'rows') return
    busy.value = false
    if (again) {
      again = false
      run()
    } else if (unit.value) explainNow()
  }
  /** Gives the worker its sample and scores the version the draft came from once. */
  function begin(cohort: Cohort): void {
    worker.postMessage({ cohort } satisfies Ask)
    ready = true
    if (base.value) ask('base', base.value)
    run()
  }
  function explain(id: string): void {
    if (unit.value !== id) sheet.value = null
    unit.value = id
    explainNow()
  }
  watch(document, run)
  onBeforeUnmount(() => worker.terminate())
  return { rows, issues, sheet, failed, busy, ms, unit, begin, explain }
}
