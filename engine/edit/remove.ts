import { at, split, under } from '../model/path.ts'
import { referencesOf, type Reference } from '../model/references.ts'
import { chosen, into, spotAt } from '../model/shape.ts'
import type { Ruleset } from '../model/ruleset.ts'
import type { Json, Step } from '../model/step.ts'
import { isIdList } from './homes.ts'
import { putAll, settable } from './put.ts'
import { apply, isItem, nextOf } from './step.ts'
import { uses, usesIn, type Use } from './uses.ts'

/** Taking a thing out: the steps; or what uses it; or that its list must keep one. */
export type Removal = { steps: Step[] } | { uses: Use[] } | { last: true }

function removeStep(ruleset: Ruleset, path: string): Step {
  const names = split(path)
  const list = under('', ...names.slice(0, -1))
  const value = at(ruleset, path)
  if (value === undefined) throw new RangeError(`no such thing: ${path}`)
  return { type: 'remove', path: list, value, before: nextOf(at(ruleset, list), names.at(-1) ?? '') }
}
const mustStay = (ruleset: Ruleset, path: string): boolean => {
  const list = split(path).slice(0, -1)
  const members = at(ruleset, under('', ...list))
  return Array.isArray(members) && members.length <= (spotAt(ruleset, list)?.shape.minItems ?? 0)
}

/** What taking out the thing at a path means. */
export function removal(ruleset: Ruleset, path: string): Removal {
  if (mustStay(ruleset, path)) return { last: true }
  const found = uses(ruleset, path)
  return found.length ? { uses: found } : { steps: [removeStep(ruleset, path)] }
}

/** The steps that let every use name another thing of the same kind (by path), and take out the first. Uses of what stands inside it follow by the same id where the other has it. */
export function replacement(ruleset: Ruleset, path: string, other: string): Step[] {
  const id = split(other).at(-1) ?? ''
  const changes = usesIn(ruleset, path).filter(({ to }) => to === path).map(({ names, prefix }) => ({ names, value: `${prefix}${id}` }))
  const steps = putAll(ruleset, changes)
  return [...steps, removeStep(apply(ruleset, steps), path)]
}

/** Lists of words whose emptiness means everything, so that an empty one takes its owner along. */
const ALL_WHEN_EMPTY = new Set(['Grading/categories'])
const CONDITIONS = new Set(['All', 'Any', 'Not', 'Named', 'Test'])
type Address = readonly string[]
const key = (names: Address): string => under('', ...names)

const inCondition = (place: string): boolean => CONDITIONS.has(place.split('/')[0] ?? '')

/** What must go so that a reference is gone and nothing else changes its meaning: a word of a list, an optional property, or the thing that owns it; null when that is the document. */
function mend(ruleset: Ruleset, { names, place }: Reference, doomed: ReadonlyMap<string, Address>): Address | null {
  const left = (list: Json[], at: Address): number => list.filter((item, i) => !doomed.has(key([...at, isItem(item) && typeof item['id'] === 'string' ? item['id'] : String(i)]))).length - 1
  let here = names
  if (inCondition(place)) {
    const list = into(spotAt(ruleset, names.slice(0, -2))?.value, 'value')
    if (place === 'Test/value/*' && Array.isArray(list) && left(list, names.slice(0, -1)) > 0) return here
    while (inCondition(spotAt(ruleset, here)?.place ?? '')) here = here.slice(0, -1)
  }
  for (; here.length > 0; here = here.slice(0, -1)) {
    const outside = here.slice(0, -1)
    const owner = spotAt(ruleset, outside)
    if (!owner) return null
    if (Array.isArray(owner.value)) {
      const least = Math.max(owner.shape.minItems ?? 0, owner.value.some(isItem) ? 0 : 1)
      if (left(owner.value, outside) >= least) return here
    } else if (!(chosen(owner)?.required ?? []).includes(here.at(-1) ?? '') && !ALL_WHEN_EMPTY.has(spotAt(ruleset, here)?.place ?? '')) return here
  }
  return null
}

/** Something that goes along when a thing is taken out: the object at `path`, or its property `key` (or words in it). */
export interface Along { path: string; key: string }

/** The steps that take out a thing with all that depends on it, and exactly what goes along; null when the document cannot be without. */
export function removeAll(ruleset: Ruleset, path: string): { steps: Step[]; along: Along[] } | null {
  if (mustStay(ruleset, path)) return null
  const references = referencesOf(ruleset)
  const start = split(path)
  const doomed = new Map<string, Address>([[path, start]])
  const gone = (names: Address): boolean => names.some((_, i) => doomed.has(key(names.slice(0, i + 1))))
  for (let more = true; more; ) {
    more = false
    for (const reference of references) {
      if (reference.to === null || !gone(split(reference.to)) || gone(reference.names)) continue
      const mended = mend(ruleset, reference, doomed)
      if (!mended) return null
      doomed.set(key(mended), mended)
      more = true
    }
  }
  const all = [...doomed.values()].filter((names) => !gone(names.slice(0, -1)))
  const member = (names: Address): boolean => isItem(at(ruleset, key(names))) && isIdList(at(ruleset, key(names.slice(0, -1))))
  const steps = putAll(ruleset, all.filter((names) => !member(names)).map((names) => ({ names, value: undefined })))
  let doc = apply(ruleset, steps)
  for (const names of all.filter(member)) {
    const step = removeStep(doc, key(names))
    steps.push(step)
    doc = apply(doc, [step])
  }
  const along = all.filter((names) => key(names) !== path).map((names) => (member(names) ? { path: key(names), key: '' } : alongOf(ruleset, names)))
  return { steps, along: along.filter((one, i) => along.findIndex((other) => other.path === one.path && other.key === one.key) === i) }
}
const alongOf = (ruleset: Ruleset, names: Address): Along => {
  const { path, key } = settable(ruleset, names)
  return { path, key }
}
