import { computed, onBeforeUnmount, ref, shallowRef, watch, type Ref } from 'vue'
import { prove, type CaseFile, type CaseResult, type Problem, type Proof } from '../../engine/index.ts'
import type { Findings } from './useFindings.ts'

const QUIET_MS = 300

/** Runs the worked cases and compares the two evaluators for every examined document, and tells what is proved. */
export function useChecks({ examined, of, round, ask }: Findings, file: Ref<CaseFile | null>) {
  const results = shallowRef<CaseResult[] | null>(null)
  const differing = shallowRef<Problem[] | null>(null)
  const running = ref(false)
  const trouble = ref('')
  let timer = 0
  let turn = 0
  let compared = 0

  async function runCases(): Promise<void> {
    const mine = ++turn
    const asked = file.value
    if (!asked || !of.value) return
    running.value = true
    try {
      const got = await ask('cases', asked)
      if (mine === turn) results.value = got
      trouble.value = ''
    } catch (error) {
      trouble.value = error instanceof Error ? error.message : String(error)
    } finally {
      if (mine === turn) running.value = false
    }
  }
  async function compare(): Promise<void> {
    const document = of.value
    differing.value = null
    // A document with errors may not be scored at all.
    if (!document || examined.value?.problems.some((p) => p.by === 'check' && p.level === 'error')) return
    try {
      const got = await ask('compareEvaluators')
      if (of.value === document) differing.value = got
    } catch (error) {
      trouble.value = error instanceof Error ? error.message : String(error)
    }
  }
  watch([round, file], () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void runAll(), results.value === null ? 0 : QUIET_MS)
  })
  async function runAll(): Promise<void> {
    await runCases()
    if (compared === round.value) return
    compared = round.value
    await compare()
  }
  onBeforeUnmount(() => window.clearTimeout(timer))
  const proofs = computed<Proof[]>(() => (examined.value ? prove(examined.value, differing.value) : []))
  return { results, running, proofs, trouble }
}
