import type { GroupSensitivity, SensitivityIndex } from '../../../engine/index.ts'
import type { ChartLook } from '../chart/look.ts'
import { interval } from './interval.ts'

export interface Tornado { name: string; index: SensitivityIndex }
/** What was drawn, by its share with all it acts together with, the largest first. */
export const tornadoRows = (groups: readonly GroupSensitivity[], of: 'rank' | 'total', name: (group: GroupSensitivity) => string): Tornado[] =>
  groups.map((group) => ({ name: name(group), index: group[of] })).sort((a, b) => b.index.all - a.index.all)
const percent = (share: number): number => Math.round(share * 1000) / 10

/** Shares of the variance as bars: alone (solid) within all (outlined), each with its standard error as a whisker. */
export function tornado(rows: readonly Tornado[], look: ChartLook, words: { alone: string; all: string }): object {
  const bar = { type: 'bar', barWidth: '60%', barGap: '-100%' }
  const errors = (of: (index: SensitivityIndex) => [number, number], shift: number, color: string) => ({
    type: 'custom', silent: true, encode: { x: [0, 2], y: 1 }, z: 5, renderItem: interval(color, 1.5, null, shift), data: rows.map(({ index }, i) => ((share, error) => [percent(share - error), i, percent(share + error)])(...of(index))),
  })
  return {
    grid: { left: 4, right: 24, top: 4, bottom: 24, containLabel: true },
    xAxis: { type: 'value', min: ({ min }: { min: number }) => Math.min(0, Math.floor(min / 10) * 10), max: ({ max }: { max: number }) => Math.max(10, Math.ceil(max / 10) * 10), axisLabel: { color: look.soft, formatter: '{value}%' }, splitLine: { lineStyle: { color: look.line, opacity: 0.35 } } },
    yAxis: { type: 'category', inverse: true, data: rows.map((r) => r.name), axisTick: { show: false }, axisLine: { lineStyle: { color: look.line } }, axisLabel: { color: look.ink, interval: 0, width: 260, overflow: 'truncate' } },
    tooltip: {
      trigger: 'axis', axisPointer: { type: 'shadow' }, backgroundColor: look.paper, borderColor: look.line, textStyle: { color: look.ink, fontSize: look.size }, renderMode: 'richText',
      formatter: ([first]: { dataIndex: number }[]) => ((row) => (row ? `${row.name}\n${words.alone} ${percent(row.index.first)}% ± ${percent(row.index.firstError)}\n${words.all} ${percent(row.index.all)}% ± ${percent(row.index.allError)}` : ''))(rows[first?.dataIndex ?? -1]),
    },
    series: [
      { ...bar, name: words.all, data: rows.map((r) => percent(Math.max(0, r.index.all))), itemStyle: { color: look.paper, borderColor: look.accent, borderWidth: 1.5 } },
      { ...bar, name: words.alone, data: rows.map((r) => percent(Math.max(0, r.index.first))), itemStyle: { color: look.accent } },
      errors((index) => [index.first, index.firstError], -0.12, look.soft), errors((index) => [index.all, index.allError], 0.12, look.ink),
    ],
  }
}
