import { at, under } from '../model/path.ts'
import type { Json, Step } from '../model/step.ts'
import { idOf, isItem, nextOf, same } from './step.ts'

/** A step put onto a newer document whatever stands there now: its "before" is taken from the document. Null when its place is gone, or it has been done already. */
export function insist(doc: unknown, step: Step): Step | null {
  switch (step.type) {
    case 'set': {
      const owner = at(doc, step.path)
      if (!isItem(owner)) return null
      const now: Json | undefined = Object.hasOwn(owner, step.key) ? owner[step.key] : undefined
      if (same(now, step.to)) return null
      return { type: 'set', path: step.path, key: step.key, ...(now === undefined ? {} : { from: now }), ...(step.to === undefined ? {} : { to: step.to }) }
    }
    case 'insert': {
      const list = at(doc, step.path)
      const id = idOf(step.value)
      if (!Array.isArray(list) || id === null || list.some((item) => idOf(item) === id)) return null
      return { ...step, before: list.some((item) => idOf(item) === step.before) ? step.before : null }
    }
    case 'remove': {
      const id = idOf(step.value) ?? ''
      const value = at(doc, under(step.path, id))
      return value === undefined ? null : { ...step, value, before: nextOf(at(doc, step.path), id) }
    }
    case 'move': {
      const from = at(doc, step.from.path)
      const to = at(doc, step.to.path)
      if (!Array.isArray(from) || !from.some((item) => idOf(item) === step.id) || !Array.isArray(to)) return null
      const before = to.some((item) => idOf(item) === step.to.before) ? step.to.before : null
      return { ...step, from: { path: step.from.path, before: nextOf(from, step.id) }, to: { path: step.to.path, before } }
    }
  }
}
