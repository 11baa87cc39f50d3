import { issue, type Issue } from '../model/issue.ts'
import { sourcesOf } from '../model/names.ts'
import { under } from '../model/path.ts'
import type { Condition, Ruleset } from '../model/ruleset.ts'

type Graph = ReadonlyMap<string, readonly string[]>

/** Derived facts and shared conditions that come back to themselves. */
export const circles = (ruleset: Ruleset): Issue[] => [
  ...circlesIn(new Map(ruleset.derived.map((d) => [d.id, sourcesOf(d.derive)])), 'derived'),
  ...circlesIn(new Map(ruleset.conditions.map((c) => [c.id, sharedIn(c.conditions)])), 'conditions'),
]

function circlesIn(graph: Graph, list: string): Issue[] {
  const reaches = (from: string, goal: string, seen: Set<string>): boolean => (graph.get(from) ?? []).some((next) => next === goal || (!seen.has(next) && Boolean(seen.add(next)) && reaches(next, goal, seen)))
  return [...graph.keys()].filter((id) => reaches(id, id, new Set())).map((id) => issue('error', 'reference.circle', under(list, id), { id }))
}
const sharedIn = (condition: Condition): string[] =>
  'all' in condition ? condition.all.flatMap(sharedIn) : 'any' in condition ? condition.any.flatMap(sharedIn) : 'not' in condition ? sharedIn(condition.not) : 'condition' in condition ? [condition.condition] : []
