import type { Ruleset, UnitDraws } from '../../../engine/index.ts'
import type { ChartLook } from '../chart/look.ts'

export const percentOf = (share: number): number => Math.round(share * 1000) / 10
export const shareOf = (unit: UnitDraws, grade: string | null): number => (grade === null ? unit.without : (unit.grades.find((g) => g.grade === grade)?.share ?? 0))
/** Has a unit more than one grade over the draws? */
export const unsure = (unit: UnitDraws): boolean => unit.grades.length + (unit.without > 0 ? 1 : 0) > 1

/** Lines and dots that tell grades apart without colour: none, slanting, dots, level. */
const decals = (color: string) => [
  undefined, { symbol: 'rect', symbolSize: 1, dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4, color },
  { symbol: 'circle', symbolSize: 0.5, dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0], color }, { symbol: 'rect', symbolSize: 1, dashArrayX: [1, 0], dashArrayY: [1, 5], rotation: 0, color },
]
const STRENGTH = [1, 0.6, 0.3, 0.08]
/** A colour between two of the page's (#rrggbb). */
const between = (from: string, to: string, share: number): string => `#${[1, 3, 5].map((at) => Math.round(Number.parseInt(from.slice(at, at + 2), 16) * share + Number.parseInt(to.slice(at, at + 2), 16) * (1 - share)).toString(16).padStart(2, '0')).join('')}`

/** The share of the draws in which each unit has each grade, as stacked bars; `none`: the word for no grade. */
export function gradeChart(ruleset: Ruleset, units: readonly UnitDraws[], look: ChartLook, none: string): object {
  const grades: { id: string | null; label: string }[] = [...ruleset.grades.map((g) => ({ id: g.id, label: g.label ?? g.id })), ...(units.some((u) => u.without > 0) ? [{ id: null, label: none }] : [])]
  return {
    aria: { enabled: false },
    grid: { left: 4, right: 16, top: 4, bottom: 24, containLabel: true },
    xAxis: { type: 'value', min: 0, max: 100, axisLabel: { color: look.soft, formatter: '{value}%' }, splitLine: { show: false } },
    yAxis: { type: 'category', inverse: true, data: units.map((u) => u.name), axisTick: { show: false }, axisLine: { lineStyle: { color: look.line } }, axisLabel: { color: look.ink, interval: 0, width: 220, overflow: 'truncate' } },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, backgroundColor: look.paper, borderColor: look.line, textStyle: { color: look.ink, fontSize: look.size }, renderMode: 'richText', valueFormatter: (value: number) => `${value}%` },
    series: grades.map(({ id, label }, k) => {
      const strength = STRENGTH[Math.min(k, STRENGTH.length - 1)] ?? 1
      const bright = id !== null && strength > 0.5
      return {
        type: 'bar', name: label, stack: 'grades', barCategoryGap: '20%', data: units.map((u) => percentOf(shareOf(u, id))),
        itemStyle: { color: id === null ? look.paper : between(look.accent, look.paper, strength), borderColor: look.accent, borderWidth: 0.5, ...(id === null ? {} : { decal: decals(bright ? look.paper : look.ink)[Math.min(k, 3)] }) },
        label: { show: true, color: look.ink, backgroundColor: look.paper, padding: [1, 3], borderRadius: 2, fontSize: look.size - 1, formatter: ({ value }: { value: number }) => (value >= 15 ? `${label} ${value}%` : '') },
      }
    }),
  }
}
