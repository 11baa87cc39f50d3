import { add, cmp, exact, show, sub, ZERO, type Exact } from '../model/decimal.ts'
import { at, split, under } from '../model/path.ts'
import type { Criterion, Indicator, Ruleset } from '../model/ruleset.ts'
import type { Step } from '../model/step.ts'
import { apply } from './step.ts'

interface Sum { path: string; points: Exact; declared: number | undefined }

const known = new WeakMap<Indicator, Exact>()
/** What stands under an indicator inside the maximum; retired children count nothing. Documents are never changed in place, so it is worked out once. */
function pointsUnder(node: Indicator): Exact {
  const found = known.get(node)
  if (found) return found
  const own = (node.criteria ?? []).filter((c) => !c.extra).map((c) => exact(c.points))
  const points = [...own, ...(node.children ?? []).filter((child) => !child.retired).map(pointsUnder)].reduce(add, ZERO)
  known.set(node, points)
  return points
}
/** What stands under each indicator that is not the same in the other document, by id, inner ones first. */
function sumsOf(ruleset: Ruleset, other: Ruleset): Map<string, Sum> {
  const sums = new Map<string, Sum>()
  const visit = (nodes: readonly Indicator[], twins: readonly Indicator[], path: string): void => {
    const same = new Set(twins)
    for (const node of nodes) {
      if (same.has(node)) continue
      const here = under(path, node.id)
      visit(node.children ?? [], twins.find((twin) => twin.id === node.id)?.children ?? [], under(here, 'children'))
      sums.set(node.id, { path: here, points: pointsUnder(node), declared: node.points })
    }
  }
  visit(ruleset.indicators, other.indicators, 'indicators')
  return sums
}

/**
 * The steps, followed by those that keep declared sums of indicators in step with what they change below: criteria and
 * indicators added, removed, moved, retired or given other points. A sum that was wrong before stays wrong by as much;
 * one that would fall below 0, or that the steps set themselves, stays as it is (the check reports both).
 */
export function followSums(ruleset: Ruleset, steps: readonly Step[]): Step[] {
  const after = apply(ruleset, steps)
  const before = sumsOf(ruleset, after)
  const sums = [...sumsOf(after, ruleset)].flatMap(([id, { path, points, declared: from }]): Step[] => {
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

/** Do steps change nothing but how many points things are worth? Names, rules, structure and uses then stand as they stood. */
export const onlyPoints = (steps: readonly Step[]): boolean =>
  steps.every((step) => step.type === 'set' && step.key === 'points' && typeof step.from === 'number' && typeof step.to === 'number')
