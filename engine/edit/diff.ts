import { at, under } from '../model/path.ts'
import type { Json, Step } from '../model/step.ts'
import { homes, isIdList, movers, nameOf } from './homes.ts'
import { kept } from './kept.ts'
import { apply, idOf, isItem, nextOf, same, type Item } from './step.ts'

/** The document on its way from one to the other, and the steps so far. */
interface Way { now: Json; steps: Step[]; moving: ReadonlySet<string> }

const act = (way: Way, step: Step): void => {
  way.now = apply(way.now, [step])
  way.steps.push(step)
}
const set = (way: Way, path: string, key: string, from: Json | undefined, to: Json | undefined): void =>
  act(way, { type: 'set', path, key, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) })
const own = (item: Item, key: string): Json | undefined => (Object.hasOwn(item, key) ? item[key] : undefined)
const holds = (way: Way, list: string, node: Json | undefined): boolean => [...homes(node, list).keys()].some((name) => way.moving.has(name))

/** A new member without those members that move into it from elsewhere. */
function shell(way: Way, node: Json): Json {
  if (isIdList(node)) return node.map((item) => shell(way, item))
  if (!isItem(node)) return node
  return Object.fromEntries(Object.entries(node).map(([key, value]) => {
    const staying = isIdList(value) ? value.filter((item) => !way.moving.has(nameOf(key, item))) : value
    return [key, shell(way, staying)]
  }))
}

/** Brings the object at a path to its goal: properties, then members, outermost first. What others still need from it stays for `clear`. */
function build(way: Way, goal: Item, path: string): void {
  const current = at(way.now, path) as Item
  for (const [key, to] of Object.entries(goal)) {
    const from = own(current, key)
    if (same(from, to)) continue
    if (isIdList(to) && (isIdList(from) || (from === undefined && holds(way, key, to)))) {
      if (from === undefined) set(way, path, key, undefined, [])
      buildList(way, to, under(path, key), key)
    } else if (isItem(to) && isItem(from) && key !== '') build(way, to, under(path, key))
    else if (!holds(way, key, from)) set(way, path, key, from, to)
  }
  for (const key of Object.keys(current)) if (!Object.hasOwn(goal, key) && !holds(way, key, current[key])) set(way, path, key, current[key], undefined)
}

function buildList(way: Way, goal: Item[], path: string, key: string): void {
  const list = (): Item[] => at(way.now, path) as Item[]
  const place = new Map(list().map((item, i) => [idOf(item) as string, i]))
  const ids = goal.map((item) => idOf(item) as string)
  const stay = kept(ids.filter((id) => place.has(id)), place)
  for (let i = goal.length - 1; i >= 0; i--) {
    const id = ids[i] as string
    const to = { path, before: ids[i + 1] ?? null }
    if (stay.has(id)) continue
    const home = place.has(id) ? path : way.moving.has(nameOf(key, goal[i])) ? homes(way.now).get(nameOf(key, goal[i])) : null
    if (home) act(way, { type: 'move', id, from: { path: home, before: nextOf(at(way.now, home), id) }, to })
    else act(way, { type: 'insert', ...to, value: shell(way, goal[i] as Item) })
  }
  for (const item of goal) build(way, item, under(path, idOf(item) as string))
}

/** Takes away what nobody needs any more: members and properties the goal does not have. */
function clear(way: Way, goal: Item, path: string): void {
  const current = at(way.now, path) as Item
  for (const key of Object.keys(current)) {
    const from = current[key] as Json
    const to = own(goal, key)
    if (same(from, to)) continue
    if (isIdList(from) && isIdList(to)) clearList(way, from, to, under(path, key))
    else if (isItem(from) && isItem(to)) clear(way, to, under(path, key))
    else set(way, path, key, from, to)
  }
}
function clearList(way: Way, current: Item[], goal: Item[], path: string): void {
  const wanted = new Map(goal.map((item) => [idOf(item), item]))
  for (const item of current) {
    const id = idOf(item) as string
    const to = wanted.get(id)
    if (to) clear(way, to, under(path, id))
    else act(way, { type: 'remove', path, value: item, before: nextOf(at(way.now, path), id) })
  }
}

/**
 * The steps from one document to another: members follow their ids, order is kept by the fewest moves,
 * a member that changes its list moves with all it holds, lists without ids are set as values.
 */
export function diff(a: unknown, b: unknown): Step[] {
  const from = a as Json
  const goal = b as Json
  if (!isItem(from) || !isItem(goal)) throw new RangeError('only objects can be compared')
  const way: Way = { now: from, steps: [], moving: movers(from, goal) }
  build(way, goal, '')
  clear(way, goal, '')
  return way.steps
}
