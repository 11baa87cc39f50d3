import { Id } from '../model/id.ts'
import { at, split, under } from '../model/path.ts'
import { referencesOf } from '../model/references.ts'
import { misfit, spotAt, walk, type Shape } from '../model/shape.ts'
import type { Ruleset } from '../model/ruleset.ts'
import type { Step } from '../model/step.ts'
import { idOf, isItem } from './step.ts'
import { putAll } from './put.ts'

/** Lists whose members must not have an id in common, by the last names of their paths. */
const SPACES: readonly (readonly string[])[] = [['indicators', 'children', 'criteria'], ['facts', 'derived']]
/** The ids that a member of a list must not have: of its own list, and of all lists that share their ids with it. */
export function idsBeside(ruleset: Ruleset, list: string): Set<string> {
  const last = split(list).at(-1) ?? ''
  const space = split(list).includes('derive') ? undefined : SPACES.find((names) => names.includes(last))
  const own = at(ruleset, list)
  const taken = new Set(Array.isArray(own) ? own.flatMap((item) => idOf(item) ?? []) : [])
  if (space) walk(ruleset, ({ value }, names) => {
    const [home = '', id] = names.slice(-2)
    if (id !== undefined && isItem(value) && value['id'] === id && space.includes(home) && !names.includes('derive')) taken.add(id)
  })
  return taken
}
/** Why a thing cannot have an id: not the form of one, or taken; '' when it can. */
export function refusedId(ruleset: Ruleset, path: string, id: string): '' | 'pattern' | 'taken' {
  const names = split(path)
  if (names.at(-1) === id) return ''
  const shape = spotAt(ruleset, [...names, 'id'])?.shape ?? (Id as unknown as Shape)
  if (id === '' || misfit(shape, id) !== '') return 'pattern'
  return idsBeside(ruleset, under('', ...names.slice(0, -1))).has(id) ? 'taken' : ''
}

/** The steps that give a thing another id and every use of it with it: uses first, because its path changes with its id. Throws RangeError for an id it cannot have. */
export function rename(ruleset: Ruleset, path: string, id: string): Step[] {
  const reason = refusedId(ruleset, path, id)
  if (reason !== '') throw new RangeError(`${reason}: ${id}`)
  const old = split(path).at(-1) ?? ''
  if (old === id) return []
  const changes = referencesOf(ruleset).filter(({ to }) => to === path).map(({ names, prefix }) => ({ names, value: `${prefix}${id}` }))
  return [...putAll(ruleset, changes), { type: 'set', path, key: 'id', from: old, to: id }]
}
