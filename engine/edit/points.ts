import { add, cmp, exact, show, sub, ZERO, type Exact } from '../model/decimal.ts'
import { at, split, under } from '../model/path.ts'
import type { Criterion, Indicator, Ruleset } from '../model/ruleset.ts'
import type { Step } from '../model/step.ts'
import { apply, placeOf } from './step.ts'

/** The points of a node's own criteria that stand inside the maximum. */
const ownPoints = (node: Indicator | undefined): Exact => (node?.criteria ?? []).filter((c) => !c.extra).map((c) => exact(c.points)).reduce(add, ZERO)
const nodeAt = (ruleset: Ruleset, path: string): Indicator | undefined => at(ruleset, path) as unknown as Indicator | undefined

/** The indicator whose criteria a step changes; none for other places. */
function ownerOf(step: Step): string | null {
  const names = split(placeOf(step))
  const i = names.indexOf('criteria')
  return names[0] === 'indicators' && i > 0 ? under('', ...names.slice(0, i)) : null
}

/**
 * The steps, followed by those that keep declared sums of indicators in step with criteria added, removed or given
 * other points: each declared sum above moves by as much. Sums above a retired indicator stay; a sum that was wrong
 * before stays wrong by as much, and one that would fall below 0 stays as it is (the check reports both).
 */
export function followSums(ruleset: Ruleset, steps: readonly Step[]): Step[] {
  const after = apply(ruleset, steps)
  const moved = new Map<string, Exact>()
  for (const owner of new Set(steps.flatMap((step) => ownerOf(step) ?? []))) {
    const delta = sub(ownPoints(nodeAt(after, owner)), ownPoints(nodeAt(ruleset, owner)))
    const names = split(owner)
    for (let length = names.length; length >= 2; length -= 2) {
      const path = under('', ...names.slice(0, length))
      moved.set(path, add(moved.get(path) ?? ZERO, delta))
      if (nodeAt(after, path)?.retired) break
    }
  }
  const sums = [...moved].flatMap(([path, delta]): Step[] => {
    const from = nodeAt(after, path)?.points
    if (from === undefined || delta.n === 0n) return []
    const to = add(exact(from), delta)
    return cmp(to, ZERO) < 0 ? [] : [{ type: 'set', path, key: 'points', from, to: Number(show(to)) }]
  })
  return [...steps, ...sums]
}

/** Steps that give a criterion other points, declared sums above following; throws RangeError when no criterion stands at the path. */
export function setPoints(ruleset: Ruleset, path: string, points: number): Step[] {
  const criterion = at(ruleset, path) as unknown as Criterion | undefined
  if (split(path).at(-2) !== 'criteria' || typeof criterion?.points !== 'number') throw new RangeError(`no criterion at ${path}`)
  return criterion.points === points ? [] : followSums(ruleset, [{ type: 'set', path, key: 'points', from: criterion.points, to: points }])
}
