import { at, under } from '../model/path.ts'
import type { Json, Step } from '../model/step.ts'
import { StaleStep, apply, idOf, nameAfter, nextOf, placeOf, same } from './step.ts'

export interface Conflict { mine: Step; theirs: Step[] }

const inside = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`)
const placesOf = (step: Step): string[] => (step.type === 'move' ? [placeOf(step), under(step.from.path, step.id)] : [placeOf(step)])
const touches = (a: Step, b: Step): boolean => placesOf(a).some((p) => placesOf(b).some((q) => inside(p, q) || inside(q, p)))

/** A path that follows the members others have moved or given a new id. */
const follow = (path: string, theirs: readonly Step[]): string =>
  theirs.reduce((now, step) => {
    if (step.type !== 'move' && step.type !== 'set') return now
    const [old, next] = step.type === 'move' ? [under(step.from.path, step.id), under(step.to.path, step.id)] : [step.path, nameAfter(step)]
    return old !== next && inside(now, old) ? next + now.slice(old.length) : now
  }, path)

/** Neighbours are a wish: one that is gone means the end. */
const neighbour = (list: Json | undefined, id: string | null): string | null =>
  Array.isArray(list) && list.some((item) => idOf(item) === id) ? id : null

/** The step as it reads on the newer document; null when it has been done there already. */
function refit(doc: unknown, step: Step, theirs: readonly Step[]): Step | null {
  switch (step.type) {
    case 'set': {
      const path = follow(step.path, theirs)
      const owner = at(doc, path)
      const now = typeof owner === 'object' && owner !== null && !Array.isArray(owner) && Object.hasOwn(owner, step.key) ? owner[step.key] : undefined
      return owner !== undefined && !same(now, step.from) && same(now, step.to) ? null : { ...step, path }
    }
    case 'insert': {
      const path = follow(step.path, theirs)
      if (same(at(doc, under(path, idOf(step.value) ?? '')), step.value)) return null
      return { ...step, path, before: neighbour(at(doc, path), step.before) }
    }
    case 'remove': {
      const path = follow(step.path, theirs)
      if (Array.isArray(at(doc, path)) && at(doc, under(path, idOf(step.value) ?? '')) === undefined && theirs.some((other) => same(other, step))) return null
      return { ...step, path, before: nextOf(at(doc, path), idOf(step.value) ?? '') }
    }
    case 'move': {
      const again = theirs.findLast((other) => other.type === 'move' && other.id === step.id && inside(under(step.from.path, step.id), under(other.from.path, step.id)))
      if (again && same(again, step)) return null
      if (again) throw new StaleStep(step, 'changed')
      const from = follow(step.from.path, theirs)
      const to = follow(step.to.path, theirs)
      return { ...step, from: { path: from, before: nextOf(at(doc, from), step.id) }, to: { path: to, before: neighbour(at(doc, to), step.to.before) } }
    }
  }
}

/**
 * Steps made on an older document, put on top of a newer one that holds `theirs` since then. Steps that touch other
 * places are kept (they follow moved members); a property set otherwise or a member gone comes back as a conflict.
 */
export function rebase<T>(doc: T, mine: readonly Step[], theirs: readonly Step[]): { doc: T; steps: Step[]; conflicts: Conflict[] } {
  const steps: Step[] = []
  const conflicts: Conflict[] = []
  let now = doc
  for (const step of mine) {
    try {
      const fitted = refit(now, step, theirs)
      if (!fitted) continue
      now = apply(now, [fitted])
      steps.push(fitted)
    } catch (error) {
      if (!(error instanceof StaleStep)) throw error
      conflicts.push({ mine: step, theirs: theirs.filter((other) => touches(other, step)) })
    }
  }
  return { doc: now, steps, conflicts }
}
