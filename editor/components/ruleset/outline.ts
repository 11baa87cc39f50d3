import { under, type Criterion, type Indicator, type Ruleset } from '../../../engine/index.ts'

export interface Line { path: string; id: string; label: string; number: string; depth: number; points: number; assumed: boolean; retired: boolean; leaf: boolean; open: boolean }

/** Points of the criteria under a node that stand inside the maximum. */
export const pointsOf = (node: Indicator): number => {
  const own = (node.criteria ?? []).filter((c) => !c.extra).reduce((sum, c) => sum + Math.round(c.points * 10000), 0)
  return (own + (node.children ?? []).filter((c) => !c.retired).reduce((sum, c) => sum + Math.round(pointsOf(c) * 10000), 0)) / 10000
}
const isAssumed = (node: Indicator): boolean => node.source.basis === 'assumed' || (node.criteria ?? []).some((c: Criterion) => c.source.basis === 'assumed')

/** The tree as lines: closed nodes hide what is below, a search shows what matches with all above it. */
export function linesOf(ruleset: Ruleset, closed: ReadonlySet<string>, search: string): Line[] {
  const wanted = search.trim().toLowerCase()
  const matches = (node: Indicator): boolean => `${node.label} ${node.id} ${node.source.clause ?? ''}`.toLowerCase().includes(wanted) || (node.children ?? []).some(matches)
  const walk = (node: Indicator, path: string, depth: number): Line[] => {
    if (wanted !== '' && !matches(node)) return []
    const open = wanted !== '' || !closed.has(node.id)
    const line: Line = { path, id: node.id, label: node.label, number: node.number ?? '', depth, points: pointsOf(node), assumed: isAssumed(node), retired: node.retired !== undefined, leaf: !node.children?.length, open }
    return [line, ...(open ? (node.children ?? []).flatMap((child) => walk(child, under(path, 'children', child.id), depth + 1)) : [])]
  }
  return ruleset.indicators.flatMap((node) => walk(node, under('indicators', node.id), 0))
}
