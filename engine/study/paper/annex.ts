import { under } from '../../model/path.ts'
import type { Criterion, Indicator } from '../../model/ruleset.ts'
import { heading, said, say, text, type Line, type Run, type TableRow, type Writer } from './block.ts'
import { bodiesOf, evidenceOf, nodePoints, pointsOf, standard } from './content.ts'

interface Placed { criterion: Criterion; path: string; /** Nodes from below the second column down to the criterion. */ trail: { node: Indicator; path: string }[] }

function placed(node: Indicator, path: string, trail: Placed['trail']): Placed[] {
  if (node.retired) return []
  return [
    ...(node.criteria ?? []).map((criterion) => ({ criterion, path: under(path, 'criteria', criterion.id), trail })),
    ...(node.children ?? []).flatMap((child) => placed(child, under(path, 'children', child.id), [...trail, { node: child, path: under(path, 'children', child.id) }])),
  ]
}
const named = (w: Writer, node: Indicator, path: string): Run[] => [...text(path, 'label', node.label), ...say(w, 'node', { points: nodePoints(node, path) })]

/** The rows of one part: a criterion each; the names of its first and second level reach down over what they hold. */
function rowsOf(w: Writer, part: Indicator, path: string): TableRow[] {
  const second = [
    { node: null, path, criteria: placed({ ...part, children: [] }, path, []) },
    ...(part.children ?? []).map((node) => ({ node, path: under(path, 'children', node.id), criteria: placed(node, under(path, 'children', node.id), []) })),
  ].filter(({ criteria }) => criteria.length > 0)
  const all = second.reduce((sum, { criteria }) => sum + criteria.length, 0)
  return second.flatMap((group, g) => group.criteria.map(({ criterion, path: at, trail }, i): TableRow => ({
    path: at,
    cells: [
      { rows: g + i === 0 ? all : 0, runs: g + i === 0 ? named(w, part, path) : [] },
      { rows: i === 0 ? group.criteria.length : 0, runs: i > 0 ? [] : group.node ? named(w, group.node, group.path) : say(w, 'same') },
      { rows: 1, runs: [
        ...trail.filter(({ node }) => node.label !== criterion.label).flatMap((step) => [...text(step.path, 'label', step.node.label), ...say(w, 'within')]),
        ...text(at, 'label', criterion.label), ...say(w, 'scored', { points: pointsOf(w, criterion, at), standard: standard(w, criterion, at) }),
      ] },
      { rows: 1, runs: [{ text: evidenceOf(w, criterion) }] },
      { rows: 1, runs: bodiesOf(w, criterion, at) },
    ],
  })))
}

/** The table of scoring details, one for each part. */
export function annex(w: Writer): Line[] {
  const head = ['first', 'second', 'standard', 'evidence', 'bodies'].map((column) => said(w, `column.${column}`))
  const tables = w.ruleset.indicators.map((part): Line => {
    const path = under('indicators', part.id)
    return { kind: 'table', id: `${path}#table`, path, caption: part.label, head, rows: part.retired ? [] : rowsOf(w, part, path) }
  }).filter((table) => table.kind !== 'table' || table.rows.length > 0)
  return tables.length ? [{ ...heading(0, 'indicators', say(w, 'annex')), id: 'annex' } as Line, ...tables] : []
}
