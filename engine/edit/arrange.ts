import { at, split, under } from '../model/path.ts'
import type { Indicator, Ruleset } from '../model/ruleset.ts'
import type { Step } from '../model/step.ts'
import { followSums } from './points.ts'
import { apply, nextOf } from './step.ts'

/** The list an indicator stands in, and its place there. */
const listOf = (path: string): string => under('', ...split(path).slice(0, -1))
const idOf = (path: string): string => split(path).at(-1) ?? ''
/** The path of an indicator anywhere in the tree, by its id; null when there is none. */
export function indicatorPath(ruleset: Ruleset, id: string): string | null {
  const visit = (nodes: readonly Indicator[], list: string): string | null => {
    for (const node of nodes) {
      const path = under(list, node.id)
      const found = node.id === id ? path : visit(node.children ?? [], under(path, 'children'))
      if (found !== null) return found
    }
    return null
  }
  return visit(ruleset.indicators, 'indicators')
}

/**
 * Indicators put into another place, in the order given: under `parent` ('' = the top), before the sibling with the id
 * (null = at the end). Declared sums follow. None for a move into itself or to where everything stands already.
 */
export function arrange(ruleset: Ruleset, paths: readonly string[], parent: string, before: string | null): Step[] {
  const tops = paths.filter((path) => !paths.some((other) => other !== path && path.startsWith(`${other}/`)))
  if (tops.some((path) => parent === path || parent.startsWith(`${path}/`))) return []
  const ids = tops.map(idOf)
  const parentId = parent === '' ? null : idOf(parent)
  // The neighbour must be one that stays.
  let next = before
  while (next !== null && ids.includes(next)) next = nextOf(at(ruleset, parent === '' ? 'indicators' : under(parent, 'children')), next)
  const steps: Step[] = []
  let doc = ruleset
  const act = (step: Step): void => {
    steps.push(step)
    doc = apply(doc, [step])
  }
  for (const id of ids) {
    const target = parentId === null ? '' : (indicatorPath(doc, parentId) ?? '')
    const list = target === '' ? 'indicators' : under(target, 'children')
    if (at(doc, list) === undefined) act({ type: 'set', path: target, key: 'children', to: [] })
    const from = indicatorPath(doc, id)
    if (from === null) throw new RangeError(`no indicator ${id}`)
    const here = { path: listOf(from), before: nextOf(at(doc, listOf(from)), id) }
    if (here.path !== list || here.before !== next) act({ type: 'move', id, from: here, to: { path: list, before: next } })
  }
  return steps.some((step) => step.type === 'move') ? followSums(ruleset, steps) : []
}

type Direction = 'up' | 'down' | 'in' | 'out'
/** Indicators of one list moved by one place: up or down among their siblings, in to the sibling before, or out behind their parent. */
export function nudge(ruleset: Ruleset, paths: readonly string[], direction: Direction): Step[] {
  const first = paths[0]
  if (first === undefined || paths.some((path) => listOf(path) !== listOf(first))) return []
  const siblings = at(ruleset, listOf(first)) as unknown as Indicator[]
  const places = paths.map((path) => siblings.findIndex((s) => s.id === idOf(path))).sort((a, b) => a - b)
  const inOrder = places.map((i) => under(listOf(first), siblings[i]?.id ?? ''))
  const parent = under('', ...split(first).slice(0, -2))
  const above = siblings[(places[0] ?? 0) - 1]
  const below = siblings[(places.at(-1) ?? 0) + 1]
  switch (direction) {
    case 'up':
      return above ? arrange(ruleset, inOrder, parent, above.id) : []
    case 'down':
      return below ? arrange(ruleset, inOrder, parent, siblings[(places.at(-1) ?? 0) + 2]?.id ?? null) : []
    case 'in':
      return above ? arrange(ruleset, inOrder, under(listOf(first), above.id), null) : []
    case 'out':
      return parent === '' ? [] : arrange(ruleset, inOrder, under('', ...split(parent).slice(0, -2)), nextOf(at(ruleset, listOf(parent)), idOf(parent)))
  }
}
