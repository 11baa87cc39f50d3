import { split, under } from '../model/path.ts'
import type { Json, Step } from '../model/step.ts'

export type Item = { [key: string]: Json }
/** A step whose "before" no longer holds: refused, never forced. */
export class StaleStep extends Error {
  constructor(readonly step: Step, readonly reason: 'no-place' | 'changed' | 'no-item' | 'doubled' | 'no-sibling' | 'no-id') {
    super(`${reason}: ${step.type} at ${'path' in step ? step.path : step.to.path}`)
    this.name = 'StaleStep'
  }
}

export const isItem = (node: Json | undefined): node is Item => typeof node === 'object' && node !== null && !Array.isArray(node)
export const idOf = (item: Json | undefined): string | null => (isItem(item) && typeof item['id'] === 'string' && item['id'] !== '' ? item['id'] : null)
/** The id of the member after one, null at the end. */
export const nextOf = (list: Json | undefined, id: string): string | null =>
  Array.isArray(list) ? idOf(list[list.findIndex((item) => idOf(item) === id) + 1]) : null
/** Same JSON, whatever the order of keys. */
export function same(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => same(item, b[i]))
  if (!isItem(a) || !isItem(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]))
}

/** Rebuilds the document with the node at a path replaced; everything beside the way is shared. */
function replace(node: Json, names: readonly string[], step: Step, change: (node: Json) => Json): Json {
  const [name, ...rest] = names
  if (name === undefined) return change(node)
  if (Array.isArray(node)) {
    const i = node.findIndex((item) => idOf(item) === name)
    if (i < 0) throw new StaleStep(step, 'no-place')
    const next = replace(node[i] as Json, rest, step, change)
    if (idOf(next) !== name && node.some((item, j) => j !== i && idOf(item) === idOf(next))) throw new StaleStep(step, 'doubled')
    return node.with(i, next)
  }
  if (!isItem(node) || !Object.hasOwn(node, name)) throw new StaleStep(step, 'no-place')
  return { ...node, [name]: replace(node[name] as Json, rest, step, change) }
}

function insert(list: Json, value: Json, before: string | null, step: Step): Json {
  if (!Array.isArray(list)) throw new StaleStep(step, 'no-place')
  if (idOf(value) === null) throw new StaleStep(step, 'no-id')
  if (list.some((item) => idOf(item) === idOf(value))) throw new StaleStep(step, 'doubled')
  const i = before === null ? list.length : list.findIndex((item) => idOf(item) === before)
  if (i < 0) throw new StaleStep(step, 'no-sibling')
  return list.toSpliced(i, 0, value)
}
function remove(list: Json, id: string | null, before: string | null, step: Step): [Json, Json] {
  if (!Array.isArray(list)) throw new StaleStep(step, 'no-place')
  const i = list.findIndex((item) => idOf(item) === id)
  const value = list[i]
  if (i < 0 || value === undefined) throw new StaleStep(step, 'no-item')
  if (idOf(list[i + 1]) !== before) throw new StaleStep(step, 'no-sibling')
  return [list.toSpliced(i, 1), value]
}
function applyOne(doc: Json, step: Step): Json {
  switch (step.type) {
    case 'set':
      return replace(doc, split(step.path), step, (node) => {
        if (!isItem(node)) throw new StaleStep(step, 'no-place')
        if (!same(Object.hasOwn(node, step.key) ? node[step.key] : undefined, step.from)) throw new StaleStep(step, 'changed')
        if (step.to !== undefined) return { ...node, [step.key]: step.to }
        const rest = { ...node }
        delete rest[step.key]
        return rest
      })
    case 'insert':
      return replace(doc, split(step.path), step, (list) => insert(list, step.value, step.before, step))
    case 'remove':
      return replace(doc, split(step.path), step, (list) => {
        const [rest, value] = remove(list, idOf(step.value), step.before, step)
        if (!same(value, step.value)) throw new StaleStep(step, 'changed')
        return rest
      })
    case 'move': {
      let taken: Json = null
      const without = replace(doc, split(step.from.path), step, (list) => {
        const [rest, value] = remove(list, step.id, step.from.before, step)
        taken = value
        return rest
      })
      return replace(without, split(step.to.path), step, (list) => insert(list, taken, step.to.before, step))
    }
  }
}

/** The document after the steps; the given one stays as it is. Throws StaleStep when a step does not fit. */
export const apply = <T>(doc: T, steps: readonly Step[]): T => steps.reduce<Json>(applyOne, doc as Json) as T

/** Where the object of a `set` stands after it: a member whose id is set has a new name. */
export function nameAfter(step: Extract<Step, { type: 'set' }>): string {
  const names = split(step.path)
  return step.key === 'id' && names.length > 1 && names.at(-1) === step.from && typeof step.to === 'string' ? under('', ...names.slice(0, -1), step.to) : step.path
}

/** The steps that undo these. */
export const invert = (steps: readonly Step[]): Step[] =>
  [...steps].reverse().map((step): Step => {
    switch (step.type) {
      case 'set':
        return { ...step, path: nameAfter(step), from: step.to, to: step.from }
      case 'insert':
        return { ...step, type: 'remove' }
      case 'remove':
        return { ...step, type: 'insert' }
      case 'move':
        return { ...step, from: step.to, to: step.from }
    }
  })

/** The place a step touches. */
export const placeOf = (step: Step): string => (step.type === 'set' ? under(step.path, step.key) : step.type === 'move' ? under(step.to.path, step.id) : under(step.path, idOf(step.value) ?? ''))
