import { indicatorPath } from '../../edit/arrange.ts'
import { apply, idOf, isItem, nextOf, same, StaleStep } from '../../edit/step.ts'
import { at, split, under } from '../../model/path.ts'
import type { Indicator, Ruleset } from '../../model/ruleset.ts'
import type { Json, Step } from '../../model/step.ts'

/** Where a criterion stands, by its id. */
function criterionPath(ruleset: Ruleset, id: string): string | null {
  const visit = (nodes: readonly Indicator[], list: string): string | null => {
    for (const node of nodes) {
      const path = under(list, node.id)
      const found = node.criteria?.some((c) => c.id === id) ? under(path, 'criteria', id) : visit(node.children ?? [], under(path, 'children'))
      if (found !== null) return found
    }
    return null
  }
  return visit(ruleset.indicators, 'indicators')
}
/** A path of the tree as it is now, wherever its innermost criterion or indicator has been moved; null when that is not there. */
function resolved(doc: Ruleset, path: string): string | null {
  if (path === '' || at(doc, path) !== undefined) return path
  const names = split(path)
  if (names[0] !== 'indicators') return null
  const criterion = names.lastIndexOf('criteria')
  if (criterion > 0 && names.length > criterion + 1) {
    const home = criterionPath(doc, names[criterion + 1] as string)
    return home === null ? null : under(home, ...names.slice(criterion + 2))
  }
  const node = Math.max(names.lastIndexOf('children'), 0)
  const list = names.length === node + 1 ? names.lastIndexOf('children', node - 1) : node
  const id = names[Math.max(list, 0) + 1]
  const home = id === undefined ? null : indicatorPath(doc, id)
  return home === null || id === undefined ? null : under(home, ...names.slice(Math.max(list, 0) + 2))
}
/** The next member of a list as the goal has it that is there now. */
function before(doc: Ruleset, goal: Ruleset, list: string, goalList: string, id: string): string | null {
  const now = at(doc, list)
  const there = new Set(Array.isArray(now) ? now.map(idOf) : [])
  for (let next = nextOf(at(goal, goalList), id); next !== null; next = nextOf(at(goal, goalList), next)) if (there.has(next)) return next
  return null
}

/** One step made to fit a document that lacks some of the steps before it; `done` where it says what holds already, null where it cannot be done. */
function fit(doc: Ruleset, goal: Ruleset, step: Step): Step[] | null {
  if (step.type === 'set') {
    const path = resolved(doc, step.path)
    const node = path === null ? undefined : path === '' ? (doc as unknown as Json) : at(doc, path)
    if (path === null || !isItem(node)) return null
    const now = Object.hasOwn(node, step.key) ? node[step.key] : undefined
    if (same(now, step.to) || (Array.isArray(now) && (step.key === 'children' || step.key === 'criteria'))) return same(now, step.from) && !same(now, step.to) ? [{ ...step, path }] : []
    return same(now, step.from) ? [{ ...step, path }] : null
  }
  const listOf = (path: string): string | null => {
    const names = split(path)
    const owner = resolved(doc, under('', ...names.slice(0, -1)))
    return owner === null ? null : under(owner, names.at(-1) ?? '')
  }
  if (step.type === 'remove') {
    const list = listOf(step.path)
    const id = idOf(step.value) ?? ''
    const value = list === null ? undefined : at(doc, under(list, id))
    return list === null || value === undefined ? null : [{ type: 'remove', path: list, value, before: nextOf(at(doc, list), id) }]
  }
  const id = step.type === 'insert' ? (idOf(step.value) ?? '') : step.id
  const goalList = step.type === 'insert' ? step.path : step.to.path
  const list = listOf(goalList)
  if (list === null) return null
  const names = split(list)
  const make: Step[] = at(doc, list) === undefined ? [{ type: 'set', path: under('', ...names.slice(0, -1)), key: names.at(-1) ?? '', to: [] }] : []
  if (step.type === 'insert') return [...make, { type: 'insert', path: list, value: step.value, before: before(doc, goal, list, goalList, id) }]
  const here = resolved(doc, under(step.from.path, id))
  if (here === null) return null
  const from = under('', ...split(here).slice(0, -1))
  const next = before(doc, goal, list, goalList, id)
  return [...make, { type: 'move', id, from: { path: from, before: nextOf(at(doc, from), id) }, to: { path: list, before: next } }]
}

/** A document after some of the steps that lead to the goal, in their order; null where they cannot be done without the others. */
export function fitted(doc: Ruleset, goal: Ruleset, steps: readonly Step[]): Ruleset | null {
  let now = doc
  for (const step of steps) {
    const made = fit(now, goal, step)
    if (made === null) return null
    try {
      now = apply(now, made)
    } catch (error) {
      if (error instanceof StaleStep) return null
      throw error
    }
  }
  return now
}
