import { under, type Step } from '../../engine/index.ts'

/** Where a step brings a thing that stays the same thing: moved to another list, or renamed; null for every other step. */
export function wayOf(step: Step): { from: string; to: string } | null {
  const way = step.type === 'move' ? { from: under(step.from.path, step.id), to: under(step.to.path, step.id) }
    : step.type === 'set' && step.key === 'id' && step.path.includes('/') ? { from: step.path, to: under(step.path.slice(0, step.path.lastIndexOf('/')), String(step.to)) }
    : null
  return way && way.from !== way.to ? way : null
}
