import type { Step } from '../model/step.ts'
import { StaleStep, apply, placeOf } from './step.ts'

export interface Conflict { mine: Step; theirs: Step[] }

/** Steps made on an older document, put on top of a newer one; those that no longer fit come back as conflicts with what stands against them. */
export function rebase<T>(doc: T, mine: readonly Step[], theirs: readonly Step[]): { doc: T; steps: Step[]; conflicts: Conflict[] } {
  const steps: Step[] = []
  const conflicts: Conflict[] = []
  let now = doc
  for (const step of mine) {
    const fitted = refit(now, step)
    if (fitted) {
      now = fitted.doc
      steps.push(fitted.step)
    } else conflicts.push({ mine: step, theirs: theirs.filter((other) => touches(placeOf(other), placeOf(step))) })
  }
  return { doc: now, steps, conflicts }
}
const touches = (a: string, b: string): boolean => a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`)

function refit<T>(doc: T, step: Step): { doc: T; step: Step } | null {
  for (const attempt of [step, ...looser(step)]) {
    try {
      return { doc: apply(doc, [attempt]), step: attempt }
    } catch (error) {
      if (!(error instanceof StaleStep)) throw error
    }
  }
  return null
}
/** Neighbours are only a wish: an insert whose neighbour is gone goes to the end. */
const looser = (step: Step): Step[] => (step.type === 'insert' && step.before !== null ? [{ ...step, before: null }] : [])
