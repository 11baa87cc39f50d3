import { under, type CriterionScore, type Indicator, type Ruleset, type Sheet } from '../../../engine/index.ts'

/** One line of the tree of a unit's results: an indicator or a criterion, what it earned of what applied to it. */
export interface Leaf { path: string; label: string; number: string; depth: number; earned: number | null; points: number; state: 'given' | 'missing' | 'not-applicable' | 'part'; clause: string; score: CriterionScore | null; extra: boolean }

const value = (text: string | null): number => {
  const [n = '0', d = '1'] = (text ?? '0').split('/')
  return Number(n) / Number(d)
}
/** The tree in the order of the document; sums are for reading (the exact numbers are in the sheet). */
export function leaves(ruleset: Ruleset, sheet: Sheet): Leaf[] {
  const scores = new Map(sheet.criteria.map((score) => [score.id, score]))
  const visit = (node: Indicator, path: string, depth: number): Leaf[] => {
    const own = (node.criteria ?? []).map((c): Leaf => {
      const score = scores.get(c.id) ?? null
      return { path: under(path, 'criteria', c.id), label: c.label, number: '', depth: depth + 1, earned: score === null || score.earned === null ? null : value(score.earned), points: c.points, state: score?.state ?? 'missing', clause: c.source.clause ?? '', score, extra: c.extra === true }
    })
    const below = (node.children ?? []).filter((child) => !child.retired).flatMap((child) => visit(child, under(path, 'children', child.id), depth + 1))
    const inside = [...own, ...below].filter((leaf) => leaf.score !== null)
    const counted = inside.filter((leaf) => leaf.earned !== null)
    const line: Leaf = { path, label: node.label, number: node.number ?? '', depth, earned: counted.length ? counted.reduce((sum, leaf) => sum + (leaf.earned ?? 0), 0) : null, points: counted.filter((leaf) => !leaf.extra).reduce((sum, leaf) => sum + leaf.points, 0), state: counted.length ? 'part' : inside.every((leaf) => leaf.state === 'not-applicable') ? 'not-applicable' : 'missing', clause: node.source.clause ?? '', score: null, extra: false }
    return [line, ...own, ...below]
  }
  return ruleset.indicators.filter((node) => !node.retired).flatMap((node) => visit(node, under('indicators', node.id), 0))
}
