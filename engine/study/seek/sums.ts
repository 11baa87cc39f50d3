import { concerning } from '../../check/totals.ts'
import { criteriaOf, nodesOf } from '../../check/walk.ts'
import { issue, type Issue } from '../../model/issue.ts'
import type { Ruleset } from '../../model/ruleset.ts'
import type { Step } from '../../model/step.ts'
import { scaled } from '../../score/columns/core.ts'
import type { Keep } from './answer.ts'
import { bareSteps, decimal, type Span } from './span.ts'

/** What keeps sums in step: sets of points levers whose changes add up to nothing, and the levers each component follows. */
export interface Sums { kept: readonly (readonly number[])[]; follow: readonly { component: string; points: number; levers: readonly number[] }[] }
interface Part { id: string; points: number; criteria: ReadonlySet<string> }

const both = (a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> => new Set([...a].filter((id) => b.has(id)))
const total = (ids: Iterable<string>, points: ReadonlyMap<string, number>): number => [...ids].reduce((sum, id) => sum + (points.get(id) ?? 0), 0)

/** Sums that stay: of every category that reaches the full points of a part, the criteria that may concern it; where none does, all of the part. */
export function sumsOf(ruleset: Ruleset, spans: readonly Span[], keep: Keep = {}): { sums: Sums; issues: Issue[] } {
  const feeds = new Map(ruleset.methods.map((m) => [m.id, m.component]))
  const placed = criteriaOf(ruleset).filter(({ criterion }) => !criterion.extra)
  const points = new Map(placed.map(({ criterion }) => [criterion.id, scaled(criterion.points)]))
  const parts: Part[] = ruleset.components.map((c) => ({ id: c.id, points: scaled(c.points), criteria: new Set(placed.filter(({ criterion }) => feeds.get(criterion.method) === c.id).map(({ criterion }) => criterion.id)) }))
  const whole: Part = { id: '', points: scaled(ruleset.fullMarks), criteria: new Set(points.keys()) }
  const concerned = ruleset.categories.map((c) => concerning(ruleset, c.id))
  const leversIn = (ids: ReadonlySet<string>): number[] => spans.flatMap(({ lever }, i) => (lever.type === 'points' && ids.has(lever.criterion) ? [i] : []))
  const fullSets = (part: Part): ReadonlySet<string>[] => {
    const full = concerned.map((ids) => both(ids, part.criteria)).filter((ids) => total(ids, points) === part.points)
    return full.length ? full : [part.criteria]
  }
  const kept = (keep.components === false ? [whole] : parts).flatMap(fullSets).map(leversIn)
  const issues: Issue[] = []
  for (const id of keep.indicators ?? []) {
    const node = nodesOf(ruleset).find((n) => n.node.id === id)
    if (!node) issues.push(issue('error', 'seek.no-indicator', 'keep/indicators', { indicator: id }))
    else kept.push(leversIn(new Set(placed.filter(({ path }) => path.startsWith(`${node.path}/`)).map(({ criterion }) => criterion.id))))
  }
  const known = new Set<string>()
  const distinct = kept.filter((set) => set.length > 0 && !known.has(set.join()) && known.add(set.join()))
  const follow = keep.components === false ? parts.map((part) => ({ component: part.id, points: part.points, levers: leversIn(both(fullSets(whole)[0] as ReadonlySet<string>, part.criteria)) })) : []
  return { sums: { kept: distinct, follow }, issues }
}

/** Steps that give levers other values, the points of components that may move following; declared sums of indicators are left as they are. */
export function stepsOf(ruleset: Ruleset, spans: readonly Span[], { follow }: Sums, values: ArrayLike<number>): Step[] {
  const followed = follow.flatMap(({ component, points, levers }): Step[] => {
    const change = levers.reduce((sum, i) => sum + (values[i] as number) - (spans[i] as Span).now, 0)
    return change === 0 ? [] : [{ type: 'set', path: `components/${component}`, key: 'points', from: decimal(points), to: decimal(points + change) }]
  })
  return [...bareSteps(ruleset, spans, values), ...followed]
}
