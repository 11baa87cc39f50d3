import { under } from '../model/path.ts'
import type { Step } from '../model/step.ts'
import { apply, invert, nameAfter, placeOf } from './step.ts'

/** One step in the past of a thing: its place in the log, where the thing stood then, and the document before it. */
export interface PastStep<T> { index: number; path: string; before: T }

const inside = (path: string, place: string): boolean => place === '' || path === place || path.startsWith(`${place}/`)
/** Where a thing stood before a step that moved or renamed it, or something it stands in. */
function pathBefore(path: string, step: Step): string {
  const now = step.type === 'move' ? under(step.to.path, step.id) : step.type === 'set' ? nameAfter(step) : null
  const then = step.type === 'move' ? under(step.from.path, step.id) : step.type === 'set' ? step.path : null
  return now !== null && then !== null && now !== then && inside(path, now) ? then + path.slice(now.length) : path
}

/** The steps of a log that touched a thing or what it holds, newest first, back to its insertion; `doc` is the document after the log, '' all of it. */
export function past<T>(doc: T, steps: readonly Step[], path: string): PastStep<T>[] {
  const found: PastStep<T>[] = []
  let here = path
  let now = doc
  for (let index = steps.length - 1; index >= 0; index--) {
    const step = steps[index] as Step
    const place = placeOf(step)
    const touches = inside(place, here) || inside(here, place) || pathBefore(here, step) !== here
    now = apply(now, invert([step]))
    here = path === '' ? '' : pathBefore(here, step)
    if (touches) found.push({ index, path: here, before: now })
    if (step.type === 'insert' && path !== '' && inside(here, place)) break
  }
  return found
}
