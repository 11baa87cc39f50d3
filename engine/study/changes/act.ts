import { isIdList } from '../../edit/homes.ts'
import { at, split, under } from '../../model/path.ts'
import type { Indicator, Ruleset } from '../../model/ruleset.ts'
import type { Json, Step } from '../../model/step.ts'

type Item = { [key: string]: Json }
/** What is done to a thing. `sum`: a declared sum that follows what changed below it. */
export type Act = 'points' | 'added' | 'removed' | 'retired' | 'restored' | 'replaced' | 'moved' | 'ordered' | 'changed' | 'sum'
/** Lists whose members people count; what stands in other lists is a change of the thing around it. */
const THINGS = [
  'indicators', 'criteria', 'rules', 'facts', 'derived', 'conditions', 'classes', 'verdicts', 'gradings', 'grades', 'outcomes', 'history', 'categories', 'categoryGroups', 'attributes', 'bodies',
  'methods', 'components', 'decisionKinds', 'pools', 'tieBreaks', 'stages', 'approvals', 'limits', 'duties', 'delegations', 'clauses', 'bases', 'glossary',
] as const
/** The list a thing stands in (`indicators` for the whole tree), or `ruleset` for a property of the document. */
export type Kind = (typeof THINGS)[number] | 'ruleset'

/** Lists of things that stand inside others; all others stand at the top of the document. */
const INSIDE = new Set(['children', 'criteria', 'rules', 'classes', 'pools', 'tieBreaks', 'stages', 'approvals', 'limits', 'duties'])
/** The kind of the members of a list; null where they are no things. */
function kindOf(list: readonly string[]): Kind | null {
  const name = list.at(-1) ?? ''
  return list.length > 1 && !INSIDE.has(name) ? null : (THINGS.find((kind) => kind === (name === 'children' ? 'indicators' : name)) ?? null)
}
/** The innermost thing a path lies in or is, by the kind of its list. */
function thingAt(doc: unknown, path: string): { kind: Kind; path: string } {
  const names = split(path)
  for (let end = names.length; end > 1; end--) {
    const kind = kindOf(names.slice(0, end - 1))
    if (kind && isIdList(at(doc, under('', ...names.slice(0, end - 1))))) return { kind, path: under('', ...names.slice(0, end)) }
  }
  return { kind: 'ruleset', path: names[0] ?? '' }
}
const DEEP = new Set(['bonus', 'deduction', 'workflow', 'ranking'])
/** The thing whose change a change at a place is told as: rules belong to their criterion, settings stand by themselves. */
export function subjectOf(doc: unknown, place: string): string {
  const { kind, path } = thingAt(doc, place)
  if (kind === 'ruleset') return under('', ...split(place).slice(0, DEEP.has(split(place)[0] ?? '') ? 2 : 1))
  return kind === 'rules' && path.includes('/criteria/') ? path.slice(0, path.lastIndexOf('/rules/')) : path
}
/** Indicators with criteria of their own within an indicator; itself when there are none. */
const leaves = (node: Indicator): Indicator[] => ((found) => (found.length ? found : [node]))(leavesIn(node))
const leavesIn = (node: Indicator): Indicator[] => [...(node.criteria?.length ? [node] : []), ...(node.children ?? []).flatMap((child) => (child.retired ? [] : leavesIn(child)))]

/** A step as an act upon a thing; `things` are the paths (or ids of what is put in or out) it counts for. */
export interface Deed { kind: Kind; act: Act; path: string; things: string[] }
const isItem = (node: Json | undefined): node is Item => typeof node === 'object' && node !== null && !Array.isArray(node)

/** What a step does, told on the document before it. */
export function deedOf(doc: Ruleset, step: Step): Deed {
  if (step.type === 'insert' || step.type === 'remove') {
    const id = isItem(step.value) ? String(step.value['id']) : ''
    const path = under(step.path, id)
    const kind = kindOf(split(step.path))
    if (!kind) return changed(doc, step.path)
    const things = kind === 'indicators' ? leaves(step.value as unknown as Indicator).map((leaf) => leaf.id) : [path]
    return { kind, act: step.type === 'insert' ? 'added' : 'removed', path, things }
  }
  if (step.type === 'move') {
    const path = under(step.to.path, step.id)
    const kind = kindOf(split(step.to.path))
    return kind ? { kind, act: step.from.path === step.to.path ? 'ordered' : 'moved', path, things: [step.id] } : changed(doc, step.to.path)
  }
  const thing = thingAt(doc, step.path === '' ? step.key : step.path)
  const own = thing.path === step.path
  if (own && thing.kind === 'indicators' && step.key === 'retired' && (step.from === undefined || step.to === undefined)) {
    const node = at(doc, step.path) as unknown as Indicator
    return { ...thing, act: step.from === undefined ? 'retired' : 'restored', things: leaves(node).map((leaf) => leaf.id) }
  }
  if (own && step.key === 'points' && thing.kind === 'indicators') return { ...thing, act: 'sum', things: [] }
  // An author sees an indicator's points, which its criteria make up.
  if (own && step.key === 'points' && thing.kind === 'criteria') return { kind: 'indicators', act: 'points', path: thing.path, things: [split(thing.path).at(-3) ?? ''] }
  if (step.path === '') return { kind: 'ruleset', act: 'changed', path: '', things: [step.key] }
  return { ...thing, act: own && step.key === 'points' ? 'points' : 'changed', things: [thing.path] }
}
const changed = (doc: Ruleset, path: string): Deed => ((thing) => ({ ...thing, act: 'changed' as const, things: [thing.path] }))(thingAt(doc, path))
