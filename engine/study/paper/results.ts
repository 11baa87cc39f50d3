import { under } from '../../model/path.ts'
import type { AdjustmentClass, Grading, History, Ruleset } from '../../model/ruleset.ts'
import { valueLabel } from '../names.ts'
import { appliesSentence, outcomeSentence, requirementSentence, sentence, verdictSentence } from '../sentence.ts'
import { fixed, heading, joined, line, names, number, said, say, share, text, told, type Line, type Run, type Writer } from './block.ts'

const SIDES = ['bonus', 'deduction'] as const
type Side = (typeof SIDES)[number]

function tariff(w: Writer, one: AdjustmentClass, path: string): Run[] {
  const events = w.ruleset.facts.find((fact) => fact.id === one.events)
  const called = (list: readonly { id: string; label: string }[] | undefined, id: string | undefined): string => (id === undefined ? '' : (list?.find((thing) => thing.id === id)?.label ?? id))
  return joined(w, one.tariff.map((row) => say(w, 'tariff', {
    what: [called(events?.levels, row.level), called(events?.kinds, row.kind), called(events?.severities, row.severity)].filter((word) => word !== '').join(said(w, 'space')),
    points: number(under(path, 'tariff', row.id), 'points', row.points, row.source),
  })), 'semicolon')
}
function adjustment(w: Writer, one: AdjustmentClass, path: string): Line {
  return line(3, path, 'class', [
    ...text(path, 'label', one.label), ...say(w, 'class', { tariff: tariff(w, one, path) }),
    ...(one.dedupe ? say(w, `dedupe.${one.dedupe.keep}`, { by: valueLabel('by', one.dedupe.by, w.lang), shares: joined(w, (one.dedupe.shares ?? []).map((value, i) => share(path, 'dedupe', value, one.source, ['shares', i])), 'list') }) : []),
    ...(one.carryOver === 'unclaimed' ? say(w, 'unclaimed') : []), ...(one.evidenceRequired ? say(w, 'proof') : []),
    ...(one.cap === undefined ? [] : say(w, 'class.cap', { points: number(path, 'cap', one.cap, one.source) })),
    ...(one.applies ? say(w, 'sentence', { told: told(appliesSentence(w.ruleset, one.applies, w.lang), path, one.source, 'applies') }) : []),
  ], one.source)
}
function side(w: Writer, which: Side): Line[] {
  const { classes, rules = [], gate, cap } = w.ruleset[which]
  if (classes.length + rules.length === 0 && !cap) return []
  const name = said(w, `side.${which}`)
  return [
    heading(2, which, say(w, `side.${which}`)),
    ...classes.map((one) => adjustment(w, one, under(which, 'classes', one.id))),
    ...rules.map((rule) => line(3, under(which, 'rules', rule.id), 'rule', [...told(sentence(w.ruleset, rule, w.lang), under(which, 'rules', rule.id), rule.source), ...say(w, 'stop')], rule.source)),
    ...(gate ? [line(0, under(which, 'gate'), 'gate', say(w, `gate.${gate.operator}`, { side: name, points: number(under(which, 'gate'), 'points', gate.points, gate.source) }), gate.source)] : []),
    ...(cap ? [line(0, under(which, 'cap'), 'cap', [
      ...say(w, `cap.${cap.kind}`, { side: name, points: number(under(which, 'cap'), 'points', cap.points, cap.source) }),
      ...(cap.override === undefined ? [] : say(w, 'override', { decision: names(w, w.ruleset.decisionKinds, [cap.override]) })),
    ], cap.source)] : []),
  ]
}
/** Points on top, points taken, and what overrules the points. */
export function adjustments(w: Writer): Line[] {
  const { verdicts } = w.ruleset
  const lines = [...SIDES.flatMap((which) => side(w, which)), ...(verdicts.length ? [heading(2, 'verdicts', say(w, 'verdicts')), ...verdicts.map((one) => {
    const path = under('verdicts', one.id)
    return line(3, path, 'verdict', [...text(path, 'label', one.label), ...say(w, 'told', { told: told(verdictSentence(w.ruleset, one, w.lang), path, one.source) })], one.source)
  })] : [])]
  return lines.length ? [heading(1, 'bonus', say(w, 'ch.adjustments')), ...lines] : []
}

function bands(w: Writer, grading: Grading, path: string): Run[] {
  return joined(w, grading.bands.map((band, i) => {
    const own = (key: 'from' | 'below', value: number): Run[] => number(path, 'bands', value, band.source, [i, key])
    /** Without a bound of its own a band ends where the next one up begins. */
    const above = grading.bands.reduce<number>((best, other, j) => (other.from !== undefined && other.from > (band.from ?? -Infinity) && (best < 0 || other.from < (grading.bands[best]?.from ?? 0)) ? j : best), -1)
    const next = grading.bands[above]?.from
    const end = band.below !== undefined ? own('below', band.below) : next === undefined ? null : number(path, 'bands', next, grading.bands[above]?.source, [above, 'from'])
    const code = band.from === undefined ? (end ? 'band.below' : 'band.rest') : end ? 'band.both' : 'band.from'
    return say(w, code, { grade: names(w, w.ruleset.grades, [band.grade]), from: band.from === undefined ? '' : own('from', band.from), below: end ?? '' })
  }), 'semicolon')
}
function quota(w: Writer, grading: Grading, path: string, i: number): Line {
  const one = (grading.quotas ?? [])[i] as NonNullable<Grading['quotas']>[number]
  return line(0, path, `quota${i}`, say(w, one.share === undefined ? 'quota.places' : 'quota.share', {
    grade: names(w, w.ruleset.grades, [one.grade]), within: said(w, `within.${one.within ?? 'category'}`),
    share: one.share === undefined ? '' : share(path, 'quotas', one.share, one.source, [i, 'share']), places: one.places === undefined ? '' : fixed(path, 'quotas', one.places, one.source, [i, 'places']),
    rounding: valueLabel('rounding', one.rounding, w.lang), equals: valueLabel('equals', one.equals, w.lang), unfilled: valueLabel('unfilled', one.unfilled, w.lang),
  }), one.source)
}
const gradingLines = (w: Writer, grading: Grading): Line[] => {
  const path = under('gradings', grading.id)
  return [
    line(2, path, 'bands', [...(grading.categories?.length ? say(w, 'bands.for', { categories: names(w, w.ruleset.categories, grading.categories) }) : say(w, 'bands')), ...bands(w, grading, path), ...say(w, 'stop')], grading.source),
    ...(grading.quotas ?? []).map((_, i) => quota(w, grading, path, i)),
    ...(grading.requires ?? []).map((one) => line(0, under(path, 'requires', one.id), 'requires', [...told(requirementSentence(w.ruleset, one, w.lang), under(path, 'requires', one.id), one.source), ...say(w, 'stop')], one.source)),
  ]
}
function ranking(w: Writer): Line[] {
  const { method, pools, tieBreaks, source } = w.ruleset.ranking
  if (pools.length === 0) return []
  const of = (one: (typeof tieBreaks)[number]): string => {
    const lists = [...w.ruleset.components, ...w.ruleset.attributes, ...w.ruleset.indicators]
    return one.of === undefined ? valueLabel('quantity', one.quantity, w.lang) : (lists.find((thing) => thing.id === one.of)?.label ?? one.of)
  }
  return [
    line(2, 'ranking', 'pools', say(w, 'ranking', { pools: joined(w, pools.map((pool) => text(under('ranking/pools', pool.id), 'label', pool.label)), 'list'), method: valueLabel('method', method, w.lang) }), source),
    ...(tieBreaks.length ? [line(0, 'ranking/tieBreaks', 'ties', say(w, 'ties', { list: joined(w, tieBreaks.map((one) => say(w, 'tie', { what: of(one), order: valueLabel('order', one.order, w.lang) })), 'list') }), tieBreaks[0]?.source)] : []),
  ]
}
function past(w: Writer, one: History): Line {
  const path = under('history', one.id)
  const grades = (ids: readonly string[]): Run[] => names(w, w.ruleset.grades, ids)
  const falls = one.type !== 'regression' ? [] : (['places', 'points', 'grades'] as const).flatMap((key) => (one[key] === undefined ? [] : [say(w, `fall.${key}`, { number: number(path, key, one[key], one.source) })]))
  const body = one.type === 'streak' ? say(w, 'streak', { grades: grades(one.grades), merged: valueLabel('merged', one.merged, w.lang), vetoed: said(w, one.vetoed ? 'vetoed.counts' : 'vetoed.not') })
    : one.type === 'regression' ? say(w, 'regression', { falls: joined(w, falls, 'or') })
    : [...say(w, 'last', { count: fixed(path, 'count', one.count, one.source), pool: fixed(path, 'minimumPool', one.minimumPool, one.source), ties: valueLabel('ties', one.ties, w.lang) }), ...(one.exempt?.length ? say(w, 'exempt', { grades: grades(one.exempt) }) : [])]
  return line(2, path, 'history', [...text(path, 'label', one.label), ...say(w, 'told', { told: body })], one.source)
}
function total({ ruleset, ...rest }: Writer): Line[] {
  const w = { ruleset, ...rest }
  const { proration, limits, rounding } = ruleset
  return [
    line(2, 'proration', 'proration', [
      ...say(w, `proration.${proration.method}`, { scope: said(w, `scope.${proration.scope}`) }),
      ...(proration.minimumBase === undefined ? [] : say(w, 'minimum', { points: number('proration', 'minimumBase', proration.minimumBase, proration.source) })),
    ], proration.source),
    ...(limits.min === undefined && limits.max === undefined ? [] : [line(2, 'limits', 'limits', [
      ...(limits.min === undefined ? [] : say(w, 'limits.min', { points: number('limits', 'min', limits.min, limits.source) })), ...(limits.max === undefined ? [] : say(w, 'limits.max', { points: number('limits', 'max', limits.max, limits.source) })),
    ], limits.source)]),
    line(2, 'rounding', 'rounding', say(w, 'rounding', { stage: valueLabel('stage', rounding.stage, w.lang), places: fixed('rounding', 'places', rounding.places, rounding.source), mode: valueLabel('mode', rounding.mode, w.lang) }), rounding.source),
  ]
}
/** From points to grades and places. */
export const grades = (w: Writer): Line[] => [
  heading(1, 'gradings', say(w, 'ch.grades')),
  ...total(w), ...w.ruleset.gradings.flatMap((one) => gradingLines(w, one)), ...ranking(w), ...w.ruleset.history.map((one) => past(w, one)),
]

/** What follows from a result. */
export const outcomes = (w: Writer): Line[] => w.ruleset.outcomes.length === 0 ? [] : [
  heading(1, 'outcomes', say(w, 'ch.outcomes')),
  ...w.ruleset.outcomes.map((one: Ruleset['outcomes'][number]) => {
    const path = under('outcomes', one.id)
    return line(2, path, 'outcome', [...text(path, 'label', one.label), ...say(w, 'told', { told: told(outcomeSentence(w.ruleset, one, w.lang), path, one.source) }), ...(one.text === undefined ? [] : text(path, 'text', one.text))], one.source)
  }),
]
