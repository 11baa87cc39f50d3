import { percent } from '../sentence/speaker.ts'
import { fill, type Lang } from '../words/fill.ts'
import { simulationEn } from '../words/simulation.en.ts'
import { simulationZh } from '../words/simulation.zh.ts'
import type { Finding, Simulation } from './result.ts'
import type { InputGroup } from './uncertain.ts'

type Values = Finding['values']
const found = (code: string, values: Values = {}): Finding => ({ code, values })

/** What a simulation says, in the order in which it matters. */
export function findingsOf({ key, same, drawn, units, near, rounding, sensitivity, leftOut }: Omit<Simulation, 'findings'>): Finding[] {
  const { draws, near: asked } = key.options
  const never = units.filter((u) => u.totals === null && u.state === 'blocked').length
  const sometimes = units.filter((u) => u.totals !== null && u.without > 0).length
  const ranked = units.flatMap((u) => (u.rank !== null && u.ranks ? [{ ...u.ranks, name: u.name }] : []))
  const widest = ranked.reduce<(typeof ranked)[number] | null>((best, r) => (best && best.high - best.low >= r.high - r.low ? best : r), null)
  const moving = near.filter((n) => n.by.includes('draws'))
  const close = near.filter((n) => n.by.includes('points'))
  const top = sensitivity?.groups.reduce<NonNullable<typeof sensitivity>['groups'][number] | null>((best, g) => (best && best.rank.all >= g.rank.all ? best : g), null)
  const [heaviest] = [...leftOut].sort((a, b) => b.mean - a.mean)
  return [
    ...(drawn.length === 0 ? [found('nothing-drawn')] : same ? [found('same', { draws })] : [
      moving.length ? found('grades-move', { count: moving.length, units: units.length, share: percent(asked.share), draws }) : found('grades-hold', { units: units.length, share: percent(asked.share), draws }),
      ...(widest ? [found(widest.high === widest.low ? 'ranks-hold' : 'ranks-move', { count: ranked.filter((r) => r.high > r.low).length, units: ranked.length, name: widest.name, low: widest.low, high: widest.high })] : []),
    ]),
    ...(close.length ? [found('near', { count: close.length, points: asked.points })] : []),
    rounding.length ? found(rounding.some((r) => r.decides) ? 'rounding-decides' : 'rounding', { count: rounding.length, deciding: rounding.filter((r) => r.decides).length }) : found('rounding-none'),
    ...(never ? [found('unscored', { count: never })] : []), ...(sometimes ? [found('sometimes-unscored', { count: sometimes })] : []),
    ...(top && sensitivity ? [found(sensitivity.settled ? 'sensitive' : 'sensitive-unsettled', { group: top.label ?? '', kind: top.kind, share: Math.round(top.rank.all * 100) })] : []),
    ...(heaviest && heaviest.moved > 0 ? [found('left-out', { label: heaviest.label, moved: heaviest.moved, most: heaviest.most })] : []),
  ]
}

/** The name of what was drawn: its own label, or the kind in words. */
export const inputGroupName = ({ kind, label }: Pick<InputGroup, 'kind' | 'label'>, lang: Lang): string => label ?? fill(lang === 'zh' ? simulationZh : simulationEn, `group.${kind}`, {})

/** A finding of a simulation as a sentence. */
export function simulationSentence({ code, values }: Finding, lang: Lang): string {
  const words = lang === 'zh' ? simulationZh : simulationEn
  const group = values['group'] === '' ? fill(words, `group.${String(values['kind'])}`, {}) : (values['group'] ?? null)
  return fill(words, code, { ...values, group })
}
