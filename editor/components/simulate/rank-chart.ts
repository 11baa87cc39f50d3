import type { Simulation, UnitDraws } from '../../../engine/index.ts'
import type { ChartLook } from '../chart/look.ts'
import { interval } from './interval.ts'

/** A ranked unit with where it comes over the draws, and by another version. */
export interface RankRow { unit: UnitDraws; other: UnitDraws | null }
/** Ranked units of a pool in the order of their places now; equals in institutional order. */
export function rankRows({ units }: Pick<Simulation, 'units'>, other: Pick<Simulation, 'units'> | null, pool: string): RankRow[] {
  const others = new Map(other?.units.map((u) => [u.unit, u]))
  return units.filter((u) => u.pool === pool && u.rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0)).map((unit) => ({ unit, other: others.get(unit.unit) ?? null }))
}

/** Each unit's 5–95 % of ranks as a bar, its median as a ring and its place now as a diamond; another version's as a dashed bar below. */
export function rankChart(rows: readonly RankRow[], look: ChartLook, words: { rank: string; interval: string; median: string; now: string; other: string }): object {
  const both = rows.some((r) => r.other?.ranks)
  const shift = both ? -0.18 : 0
  const intervals = (of: (row: RankRow) => UnitDraws | null) => rows.flatMap((row, i) => ((ranks) => (ranks ? [[ranks.low, i, ranks.high]] : []))(of(row)?.ranks))
  const bars = { type: 'custom', encode: { x: [0, 2], y: 1 }, silent: true }
  const marks = { type: 'scatter', silent: true, symbolOffset: [0, both ? '-55%' : 0] }
  const last = Math.max(rows.length, ...rows.map((r) => Math.max(r.unit.ranks?.high ?? 1, r.other?.ranks?.high ?? 1)))
  return {
    grid: { left: 4, right: 16, top: 4, bottom: 28, containLabel: true },
    xAxis: { type: 'value', name: words.rank, nameLocation: 'middle', nameGap: 26, nameTextStyle: { color: look.soft }, min: 1, max: last, minInterval: 1, axisLabel: { color: look.soft }, splitLine: { lineStyle: { color: look.line, opacity: 0.35 } } },
    yAxis: { type: 'category', inverse: true, data: rows.map((r) => r.unit.name), axisTick: { show: false }, axisLine: { lineStyle: { color: look.line } }, axisLabel: { color: look.ink, interval: 0, width: 220, overflow: 'truncate' } },
    tooltip: {
      trigger: 'axis', axisPointer: { type: 'shadow' }, backgroundColor: look.paper, borderColor: look.line, textStyle: { color: look.ink, fontSize: look.size }, renderMode: 'richText',
      formatter: ([first]: { dataIndex: number; value: number[] }[]) => ((row) => (row ? told(row, words) : ''))(rows[first?.value[1] ?? -1]),
    },
    series: [
      { ...bars, name: words.interval, renderItem: interval(look.accent, 2, null, shift), data: intervals((r) => r.unit) },
      ...(both ? [{ ...bars, name: words.other, renderItem: interval(look.soft, 1.5, [4, 3], 0.22), data: intervals((r) => r.other) }] : []),
      { ...marks, name: words.median, symbol: 'circle', symbolSize: 8, itemStyle: { color: look.paper, borderColor: look.accent, borderWidth: 1.5 }, data: rows.flatMap((r, i) => (r.unit.ranks ? [[r.unit.ranks.median, i]] : [])) },
      { ...marks, name: words.now, symbol: 'diamond', symbolSize: 8, itemStyle: { color: look.ink }, data: rows.map((r, i) => [r.unit.rank, i]) },
    ],
  }
}
const told = ({ unit, other }: RankRow, words: { interval: string; median: string; now: string; other: string }): string => [
  unit.name, `◆ ${words.now} ${unit.rank ?? '—'}`, ...(unit.ranks ? [`○ ${words.median} ${unit.ranks.median}`, `${words.interval} ${unit.ranks.low}–${unit.ranks.high}`] : []), ...(other?.ranks ? [`${words.other} ${other.ranks.low}–${other.ranks.high}`] : []),
].join('\n')
