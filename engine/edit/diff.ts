import { split, under } from '../model/path.ts'
import type { Json, Step } from '../model/step.ts'
import { apply, idOf, same } from './step.ts'

type Item = { [key: string]: Json }
const isObject = (node: Json | undefined): node is Item => typeof node === 'object' && node !== null && !Array.isArray(node)
/** A list of objects that all have an id of their own is changed member by member. */
const isIdList = (node: Json | undefined): node is Item[] => Array.isArray(node) && node.every((item) => idOf(item) !== null) && new Set(node.map(idOf)).size === node.length

/** Ids whose order is kept: a longest increasing subsequence of their old places. */
function keptInOrder(ids: readonly string[], place: ReadonlyMap<string, number>): Set<string> {
  const tails: string[] = []
  const before = new Map<string, string | undefined>()
  const at = (id: string): number => place.get(id) ?? -1
  for (const id of ids) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (at(tails[middle] as string) < at(id)) low = middle + 1
      else high = middle
    }
    before.set(id, tails[low - 1])
    tails[low] = id
  }
  const kept = new Set<string>()
  for (let id = tails.at(-1); id !== undefined; id = before.get(id)) kept.add(id)
  return kept
}

interface Home { path: string; value: Json }
/** Where each member that moves between lists of the same name stands (only ids that are unique in the tree). */
function homes(node: Json, key: string, path: string, into: Map<string, Home | null>): void {
  if (isIdList(node)) {
    for (const item of node) {
      const id = `${key} ${idOf(item) ?? ''}`
      into.set(id, into.has(id) ? null : { path, value: item })
    }
    for (const item of node) homes(item, key, under(path, idOf(item) ?? ''), into)
  } else if (isObject(node)) for (const [name, value] of Object.entries(node)) homes(value, name, under(path, name), into)
}

/** The steps from a to b: members follow their ids, a member that changes its list moves, order is kept by the fewest moves. */
export function diff(a: unknown, b: unknown): Step[] {
  const steps: Step[] = []
  let now = structuredClone(a) as Json
  const goal = b as Json
  const act = (step: Step): void => {
    now = apply(now, [step])
    steps.push(step)
  }
  const moved = movesBetween(now, goal)
  const here = (path: string): Json | undefined => split(path).reduce<Json | undefined>((node, name) => (Array.isArray(node) ? node.find((i) => idOf(i) === name) : isObject(node) && Object.hasOwn(node, name) ? node[name] : undefined), now)

  const walk = (target: Json, path: string): void => {
    const current = here(path)
    if (!isObject(target) || !isObject(current)) return
    for (const key of Object.keys(target)) {
      const value = target[key] as Json
      const old = Object.hasOwn(current, key) ? current[key] : undefined
      if (isIdList(value) && (isIdList(old) || (old === undefined && value.some((item) => moved.has(`${key} ${idOf(item) ?? ''}`))))) walkList(value, under(path, key), key)
      else if (isObject(value) && isObject(old)) walk(value, under(path, key))
      else if (!same(old, value)) act(old === undefined ? { type: 'set', path, key, to: value } : { type: 'set', path, key, from: old, to: value })
    }
  }
  const prune = (target: Json, path: string): void => {
    const current = here(path)
    if (isIdList(current) && isIdList(target)) for (const item of target) prune(item, under(path, idOf(item) ?? ''))
    if (!isObject(current) || !isObject(target)) return
    for (const key of Object.keys(current)) {
      if (!Object.hasOwn(target, key)) act({ type: 'set', path, key, from: current[key] as Json })
      else prune(target[key] as Json, under(path, key))
    }
  }
  const walkList = (target: Item[], path: string, key: string): void => {
    const wanted = target.map((item) => idOf(item) as string)
    // What leaves for good goes first; what moves elsewhere is fetched by its new list.
    for (const item of [...((here(path) ?? []) as Item[])]) {
      const id = idOf(item) as string
      if (!wanted.includes(id) && !moved.has(`${key} ${id}`)) act({ type: 'remove', path, value: item, before: nextOf(here(path), id) })
    }
    const list = (): Item[] => ((here(path) ?? []) as Item[])
    const place = new Map(list().map((item, i) => [idOf(item) as string, i]))
    const kept = keptInOrder(wanted.filter((id) => place.has(id)), place)
    for (let i = target.length - 1; i >= 0; i--) {
      const item = target[i] as Item
      const id = wanted[i] as string
      const before = wanted[i + 1] ?? firstLeaving(list(), wanted)
      if (kept.has(id)) continue
      if (place.has(id)) {
        const from = { path, before: nextOf(list(), id) }
        if (from.before !== before) act({ type: 'move', id, from, to: { path, before } })
      } else {
        const source = moved.has(`${key} ${id}`) ? locate(now, key, id) : null
        if (source) act({ type: 'move', id, from: { path: source, before: nextOf(here(source), id) }, to: { path, before } })
        else act({ type: 'insert', path, value: item, before })
      }
    }
    for (const item of target) walk(item, under(path, idOf(item) as string))
  }
  walk(goal, '')
  prune(goal, '')
  // Members that were fetched late may have left their new neighbours to be walked again.
  if (!same(now, goal)) {
    const rest = steps.length < 100_000 ? diffPlain(now, goal) : []
    steps.push(...rest)
  }
  return steps
}

/** Last resort, always right: sets the top-level properties that still differ. */
function diffPlain(a: Json, b: Json): Step[] {
  if (!isObject(a) || !isObject(b)) return []
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return keys.filter((key) => !same(a[key], b[key])).map((key) => ({ type: 'set', path: '', key, ...(Object.hasOwn(a, key) ? { from: a[key] as Json } : {}), ...(Object.hasOwn(b, key) ? { to: b[key] as Json } : {}) }))
}

const nextOf = (list: Json | undefined, id: string): string | null => {
  if (!Array.isArray(list)) return null
  const i = list.findIndex((item) => idOf(item) === id)
  return idOf(list[i + 1])
}
/** Members still to leave a list stand at its end; new ones are put before the first of them. */
const firstLeaving = (list: readonly Item[], wanted: readonly string[]): string | null => {
  let first: string | null = null
  for (let i = list.length - 1; i >= 0; i--) {
    const id = idOf(list[i])
    if (id === null || wanted.includes(id)) break
    first = id
  }
  return first
}
function movesBetween(a: Json, b: Json): Set<string> {
  const from = new Map<string, Home | null>()
  const to = new Map<string, Home | null>()
  homes(a, '', '', from)
  homes(b, '', '', to)
  const moved = new Set<string>()
  for (const [id, home] of to) {
    const old = from.get(id)
    // A list inside something that moves or is new follows it.
    if (home && old && old.path !== home.path && reachable(a, home.path) && reachable(b, old.path)) moved.add(id)
  }
  return moved
}
const reachable = (doc: Json, path: string): boolean => {
  const names = split(path).slice(0, -1)
  return names.reduce<Json | undefined>((node, name) => (Array.isArray(node) ? node.find((i) => idOf(i) === name) : isObject(node) && Object.hasOwn(node, name) ? node[name] : undefined), doc) !== undefined
}
function locate(doc: Json, key: string, id: string): string | null {
  const found = new Map<string, Home | null>()
  homes(doc, '', '', found)
  return found.get(`${key} ${id}`)?.path ?? null
}
