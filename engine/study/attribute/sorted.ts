import { split, under } from '../../model/path.ts'
import type { Criterion, Indicator, Ruleset } from '../../model/ruleset.ts'
import { same } from '../../edit/step.ts'
import { fitted } from './fitted.ts'
import type { Edit } from './edits.ts'
import type { Json } from '../../model/step.ts'

/** Edits by how much must be worked out anew for them: `forms` gives some criteria another form, `bounds` gradings other bounds, `whole` everything else. */
export interface Sorted { whole: number[]; bounds: number[]; forms: number[]; /** Criteria that edits of `forms` touch, by id, with those edits. */ criteria: ReadonlyMap<string, number[]> }
const MOST = 6
const json = (value: unknown): Json => value as Json

/** A criterion anywhere in the tree with the indicators above it. */
export function criterionAt(ruleset: Ruleset, id: string): { criterion: Criterion; above: Indicator[] } | null {
  const visit = (nodes: readonly Indicator[], above: Indicator[]): { criterion: Criterion; above: Indicator[] } | null => {
    for (const node of nodes) {
      const criterion = node.criteria?.find((c) => c.id === id)
      const found = criterion ? { criterion, above: [...above, node] } : visit(node.children ?? [], [...above, node])
      if (found) return found
    }
    return null
  }
  return visit(ruleset.indicators, [])
}
/** The criterion whose inside an edit changes, and nothing else; null when it changes more. */
function criterionOf(edit: Edit): string | null {
  const ids = new Set(edit.steps.map((step) => {
    const names = split(step.type === 'set' ? step.path : step.type === 'move' ? step.to.path : step.path)
    const k = names.lastIndexOf('criteria')
    return names[0] === 'indicators' && k > 0 && names.length > k + 1 && (step.type === 'set' || names.length > k + 2) ? (names[k + 1] as string) : null
  }))
  const [only = null] = ids
  return ids.size === 1 ? only : null
}
const alike = (a: Criterion, b: Criterion): boolean =>
  a.method === b.method && (a.extra === true) === (b.extra === true) && same(json(a.applies), json(b.applies)) && a.rules.length === b.rules.length
const boundsOnly = (a: Ruleset, b: Ruleset): boolean => a.gradings.length === b.gradings.length && a.gradings.every((g, i) => g.id === b.gradings[i]?.id && same(json(g.requires ?? null), json(b.gradings[i]?.requires ?? null)))

/** Sorts edits for working out many of their combinations. */
export function sorted(a: Ruleset, b: Ruleset, edits: readonly Edit[]): Sorted {
  const whole: number[] = []
  const bounds: number[] = []
  const forms = new Map<string, number[]>()
  const ties = new Set([a, b].flatMap((r) => r.ranking.tieBreaks.flatMap((t) => (t.quantity === 'indicator' ? [t.of] : []))))
  const settled = (id: string): boolean => {
    const [old, now] = [criterionAt(a, id), criterionAt(b, id)]
    if (!old || !now) return false
    const above = new Set([...old.above, ...now.above].map((node) => node.id))
    const limited = [a, b].some((r) => [...above].some((node) => limitOf(r, node)))
    return !limited && ![...above].some((node) => ties.has(node))
  }
  edits.forEach((edit, k) => {
    const criterion = criterionOf(edit)
    if (criterion !== null && settled(criterion)) forms.set(criterion, [...(forms.get(criterion) ?? []), k])
    else if (edit.steps.every((step) => step.type === 'set' && split(step.path)[0] === 'gradings')) bounds.push(k)
    else whole.push(k)
  })
  for (const [id, list] of forms) {
    const old = criterionAt(a, id) as { criterion: Criterion }
    const made = list.length > MOST ? [] : combinations(list).map((some) => fitted(a, b, some.flatMap((k) => (edits[k] as Edit).steps)))
    const fits = made.length > 0 && made.every((doc) => ((found) => found !== null && found !== undefined && alike(found.criterion, old.criterion))(doc && criterionAt(doc, id)))
    if (fits) continue
    whole.push(...list)
    forms.delete(id)
  }
  const docs = bounds.length > MOST || whole.some((k) => edits[k]?.steps.some((step) => touchesGradings(step))) ? [] : combinations(bounds).map((some) => fitted(a, b, some.flatMap((k) => (edits[k] as Edit).steps)))
  if (docs.length === 0 || docs.some((doc) => doc === null || !boundsOnly(a, doc))) whole.push(...bounds.splice(0))
  return { whole: whole.sort((x, y) => x - y), bounds, forms: [...forms.values()].flat().sort((x, y) => x - y), criteria: forms }
}
const touchesGradings = (step: Edit['steps'][number]): boolean => ['gradings', 'grades'].includes(split(step.type === 'set' ? under(step.path, step.key) : step.type === 'move' ? step.to.path : step.path)[0] ?? '')
function limitOf(ruleset: Ruleset, id: string): boolean {
  const visit = (nodes: readonly Indicator[]): boolean => nodes.some((node) => (node.id === id && node.lossCap !== undefined) || visit(node.children ?? []))
  return visit(ruleset.indicators)
}
/** Every choice among some, by the bits of its place in the list. */
export const combinations = <T>(list: readonly T[]): T[][] => Array.from({ length: 1 << list.length }, (_, bits) => list.filter((_, k) => (bits >> k) & 1))
