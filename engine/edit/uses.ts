import { referencesOf, type Reference } from '../model/references.ts'
import { under } from '../model/path.ts'
import type { Ruleset } from '../model/ruleset.ts'
import { settable } from './put.ts'

/** A place that depends on something: the object at `path`, its property `key`, and what it names. */
export interface Use { path: string; key: string; to: string }

const within = (path: string, outer: string): boolean => path === outer || path.startsWith(`${outer}/`)
/** References from outside to what stands at a path or inside it. */
export const usesIn = (ruleset: Ruleset, path: string): Reference[] =>
  referencesOf(ruleset).filter(({ to, names }) => to !== null && within(to, path) && !within(under('', ...names), path))

/** What depends on the thing at a path (or on something in it), each property once, in the order of the document. */
export function uses(ruleset: Ruleset, path: string): Use[] {
  const found = new Map<string, Use>()
  for (const { names, to } of usesIn(ruleset, path)) {
    const { path: owner, key } = settable(ruleset, names)
    const place = under(owner, key)
    if (!found.has(place)) found.set(place, { path: owner, key, to: to ?? '' })
  }
  return [...found.values()]
}
