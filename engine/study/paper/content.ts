import { exact, add, show, ZERO, type Exact } from '../../model/decimal.ts'
import { under } from '../../model/path.ts'
import type { Criterion, Indicator } from '../../model/ruleset.ts'
import { valueLabel } from '../names.ts'
import { appliesSentence, sentence } from '../sentence.ts'
import { fixed, heading, joined, line, names, number, said, say, text, told, type Line, type Run, type Writer } from './block.ts'

/** Points of what stands below a node inside the maximum. */
const sumOf = (node: Indicator): Exact =>
  [...(node.criteria ?? []).filter((c) => !c.extra).map((c) => exact(c.points)), ...(node.children ?? []).filter((c) => !c.retired).map(sumOf)].reduce(add, ZERO)
/** The points a node declares, or what stands below it sums to. */
export const nodePoints = (node: Indicator, path: string): Run[] =>
  node.points === undefined ? [{ text: show(sumOf(node)) }] : fixed(path, 'points', node.points, node.source)

export const bodiesOf = (w: Writer, criterion: Criterion, path: string): Run[] => joined(w, (criterion.bodies ?? []).map(({ id, weight }, i) => [
  ...names(w, w.ruleset.bodies, [id]), ...(weight === undefined ? [] : say(w, 'weight', { weight: number(path, 'bodies', weight, criterion.source, [i, 'weight']) })),
]), 'list')
export const evidenceOf = (w: Writer, criterion: Criterion): string => (criterion.evidence ?? []).join(said(w, 'list'))

/** How a criterion is scored: where it starts, its rules, their shared caps, whom it leaves out, what stands in for missing data. */
export function standard(w: Writer, criterion: Criterion, path: string): Run[] {
  const kept = w.kept.get(criterion)
  if (kept?.path === path) return kept.runs
  const runs = scoring(w, criterion, path)
  w.kept.set(criterion, { path, runs })
  return runs
}
function scoring(w: Writer, criterion: Criterion, path: string): Run[] {
  const rules = criterion.rules.map((rule) => told(sentence(w.ruleset, rule, w.lang), under(path, 'rules', rule.id), rule.source))
  const caps = (criterion.caps ?? []).map((cap) => say(w, 'caps', {
    rules: cap.label === undefined ? say(w, 'some-rules', { count: String(cap.rules.length) }) : text(under(path, 'caps', cap.id), 'label', cap.label),
    points: number(under(path, 'caps', cap.id), 'points', cap.points, cap.source),
  }))
  return [
    ...say(w, `start.${criterion.start}`),
    ...(rules.length ? say(w, 'rules', { rules: joined(w, [...rules, ...caps], 'between') }) : []), ...say(w, 'stop'),
    ...(criterion.applies ? say(w, 'sentence', { told: told(appliesSentence(w.ruleset, criterion.applies, w.lang), path, criterion.source, 'applies') }) : []),
    ...(criterion.missing ? say(w, 'lacking', { policy: valueLabel('missing', criterion.missing, w.lang) }) : []),
  ]
}
export const pointsOf = (w: Writer, criterion: Criterion, path: string): Run[] => say(w, criterion.extra ? 'points.extra' : 'points', { points: number(path, 'points', criterion.points, criterion.source) })

function criterionLine(w: Writer, criterion: Criterion, path: string): Line {
  const evidence = evidenceOf(w, criterion)
  return line(0, path, 'criterion', [
    ...text(path, 'label', criterion.label),
    ...say(w, 'criterion', { points: pointsOf(w, criterion, path), method: names(w, w.ruleset.methods, [criterion.method]), standard: standard(w, criterion, path) }),
    ...(criterion.bodies?.length ? say(w, 'assessed-by', { bodies: bodiesOf(w, criterion, path) }) : []),
    ...(evidence === '' ? [] : say(w, 'evidence', { evidence })),
  ], criterion.source)
}

function nodeLines(w: Writer, node: Indicator, path: string, level: number): Line[] {
  if (node.retired) return [heading(level, path, [...text(path, 'label', node.label), ...say(w, 'retired', { year: fixed(path, 'retired', node.retired.year, undefined, ['year']), reason: node.retired.reason })], node.source, node.number)]
  const runs = [
    ...text(path, 'label', node.label), ...say(w, 'node', { points: nodePoints(node, path) }),
    ...(node.mandatory ? say(w, 'mandatory') : []),
    ...(node.lossCap === undefined ? [] : say(w, 'loss-cap', { points: number(path, 'lossCap', node.lossCap, node.source) })),
    ...(node.applies ? say(w, 'whom', { told: told(appliesSentence(w.ruleset, node.applies, w.lang), path, node.source, 'applies') }) : []),
  ]
  return [
    heading(level, path, runs, node.source, node.number),
    ...(node.criteria ?? []).map((one) => criterionLine(w, one, under(path, 'criteria', one.id))),
    ...(node.children ?? []).flatMap((child) => nodeLines(w, child, under(path, 'children', child.id), level + 1)),
  ]
}

/** What is assessed: the indicators in their order, each criterion with how it is scored. */
export const content = (w: Writer): Line[] => w.ruleset.indicators.length === 0 ? [] : [
  heading(1, 'indicators', say(w, 'ch.content')),
  line(0, 'indicators', 'lead', say(w, 'content.lead', { count: String(w.ruleset.indicators.filter((node) => !node.retired).length), points: number('', 'fullMarks', w.ruleset.fullMarks) })),
  ...w.ruleset.indicators.flatMap((node) => nodeLines(w, node, under('indicators', node.id), 2)),
]
