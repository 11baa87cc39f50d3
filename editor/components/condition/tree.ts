import type { Condition, Spot } from '../../../engine/index.ts'

export type Join = 'all' | 'any'
/** The members of a group; null for everything else. */
export const membersOf = (condition: Condition): { join: Join; list: Condition[] } | null =>
  'all' in condition ? { join: 'all', list: condition.all } : 'any' in condition ? { join: 'any', list: condition.any } : null
export const group = (join: Join, list: Condition[]): Condition => (join === 'all' ? { all: list } : { any: list })

/** What stands at a spot, or undefined. */
export function at(condition: Condition | undefined, spot: Spot): Condition | undefined {
  const [name, ...rest] = spot
  if (condition === undefined || name === undefined) return condition
  if (name === 'not') return 'not' in condition ? at(condition.not, rest) : undefined
  return at(membersOf(condition)?.list[Number(rest[0])], rest.slice(1))
}
/** The condition with one part made new; a part made undefined is gone, and so is a group or negation left empty by that. */
export function change(condition: Condition, spot: Spot, made: (part: Condition) => Condition | undefined): Condition | undefined {
  const [name, ...rest] = spot
  if (name === undefined) return made(condition)
  if ('not' in condition) {
    const inner = change(condition.not, rest, made)
    return inner && { not: inner }
  }
  const found = membersOf(condition)
  const i = Number(rest[0])
  const member = found?.list[i]
  if (!found || !member) throw new RangeError(`no part at ${spot.join('/')}`)
  const next = change(member, rest.slice(1), made)
  const list = next ? found.list.with(i, next) : found.list.toSpliced(i, 1)
  return list.length ? group(found.join, list) : undefined
}
/** A condition as a rule holds it: a single test stands in a group of one. */
export const topped = (condition: Condition): Condition => ('fact' in condition ? { all: [condition] } : condition)

/** The group a part is a member of, and its place there; null at the top and inside a negation. */
export const homeOf = (spot: Spot): { home: Spot; index: number } | null => {
  const index = spot.at(-1)
  return typeof index === 'number' ? { home: spot.slice(0, -2), index } : null
}
export const insert = (condition: Condition, home: Spot, index: number, part: Condition): Condition =>
  change(condition, home, (old) => {
    const found = membersOf(old)
    return found ? group(found.join, found.list.toSpliced(index, 0, part)) : group('all', [old, part])
  }) ?? condition
export const remove = (condition: Condition, spot: Spot): Condition | undefined => change(condition, spot, () => undefined)
/** Negates a part, or takes its negation away. */
export const negate = (condition: Condition, spot: Spot): Condition =>
  (spot.at(-1) === 'not' ? change(condition, spot.slice(0, -1), (part) => ('not' in part ? part.not : part)) : change(condition, spot, (part) => ('not' in part ? part.not : { not: part }))) ?? condition
export const wrap = (condition: Condition, spot: Spot, join: Join): Condition => change(condition, spot, (part) => group(join, [part])) ?? condition
/** Puts the members of a group in its place; null where the place holds one part only and the group has more. */
export function unwrap(condition: Condition, spot: Spot): Condition | null {
  const members = membersOf(at(condition, spot) ?? condition)?.list
  if (!members) return null
  if (members.length === 1) return change(condition, spot, () => members[0]) ?? null
  const home = homeOf(spot)
  return home && (change(condition, home.home, (old) => {
    const found = membersOf(old)
    return found ? group(found.join, found.list.toSpliced(home.index, 1, ...members)) : old
  }) ?? null)
}

/** Stands where a moved part has been, until the part is in its new place. */
const HOLE: Condition = { condition: 'hole' }
/** Where a part stands, by identity. */
export function spotOf(condition: Condition, part: Condition, from: Spot = []): Spot | null {
  if (condition === part) return from
  if ('not' in condition) return spotOf(condition.not, part, [...from, 'not'])
  const found = membersOf(condition)
  for (const [i, member] of (found?.list ?? []).entries()) {
    const spot = spotOf(member, part, [...from, found?.join ?? 'all', i])
    if (spot) return spot
  }
  return null
}
/** A part moved before the member `index` of a group; null where that is inside itself. */
export function move(condition: Condition, from: Spot, home: Spot, index: number): Condition | null {
  const part = at(condition, from)
  if (!part || from.every((name, i) => home[i] === name)) return null
  const without = change(condition, from, () => HOLE)
  const placed = without && insert(without, home, index, part)
  const hole = placed && spotOf(placed, HOLE)
  return (hole && remove(placed, hole)) || null
}
/** One place up or down: past a test, into a group, out at the end of one; null at the very end. */
export function shift(condition: Condition, spot: Spot, by: -1 | 1): Condition | null {
  const here = homeOf(spot)
  if (!here) return null
  const found = membersOf(at(condition, here.home) ?? condition)
  const next = found?.list[here.index + by]
  if (next) {
    const inner = membersOf(next)
    if (inner) return move(condition, spot, [...here.home, found?.join ?? 'all', here.index + by], by < 0 ? inner.list.length : 0)
    return move(condition, spot, here.home, by < 0 ? here.index - 1 : here.index + 2)
  }
  const above = homeOf(here.home)
  return above && move(condition, spot, above.home, by < 0 ? above.index : above.index + 1)
}
