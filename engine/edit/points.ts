import { add, cmp, exact, show, sub, ZERO, type Exact } from '../model/decimal.ts'
import { at, split, under } from '../model/path.ts'
import type { Criterion, Indicator, Ruleset } from '../model/ruleset.ts'
import type { Step } from '../model/step.ts'
import { apply } from './step.ts'

interface Sum { path: string; points: Exact; declared: number | undefined }

/** What stands under each indicator inside the maximum, by id, inner ones first; a retired one counts for itself, not above. */
function sumsOf(ruleset: Ruleset): Map<string, Sum> {
  const sums = new Map<string, Sum>()
  const visit = (node: Indicator, path: string): Exact => {
    const below = (node.children ?? []).map((child) => visit(child, under(path, 'children', child.id)))
    const own = (node.criteria ?? []).filter((c) => !c.extra).map((c) => exact(c.points))
    const points = [...below, ...own].reduce(add, ZERO)
    sums.set(node.id, { path, points, declared: node.points })
    return node.retired ? ZERO : points
  }
  for (const node of ruleset.indicators) visit(node, under('indicators', node.id))
  return sums
}

/**
 * The steps, followed by those that keep declared sums of indicators in step with what they change below: criteria and
 * indicators added, removed, moved, retired or given other points. A sum that was wrong before stays wrong by as much;
 * one that would fall below 0, or that the steps set themselves, stays as it is (the check reports both).
 */
export function followSums(ruleset: Ruleset, steps: readonly Step[]): Step[] {
  const before = sumsOf(ruleset)
  const sums = [...sumsOf(apply(ruleset, steps))].flatMap(([id, { path, points, declared: from }]): Step[] => {
    const old = before.get(id)
    if (!old || from === undefined || from !== old.declared) return []
    const delta = sub(points, old.points)
    const to = add(exact(from), delta)
    return delta.n === 0n || cmp(to, ZERO) < 0 ? [] : [{ type: 'set', path, key: 'points', from, to: Number(show(to)) }]
  })
  return [...steps, ...sums]
}

/** Steps that give a criterion other points, declared sums above following; throws RangeError when no criterion stands at the path. */
export function setPoints(ruleset: Ruleset, path: string, points: number): Step[] {
  const criterion = at(ruleset, path) as unknown as Criterion | undefined
  if (split(path).at(-2) !== 'criteria' || typeof criterion?.points !== 'number') throw new RangeError(`no criterion at ${path}`)
  return criterion.points === points ? [] : followSums(ruleset, [{ type: 'set', path, key: 'points', from: criterion.points, to: points }])
}
