import { fraction, show, sum } from '../../model/decimal.ts'
import type { Cohort } from '../../model/record.ts'
import type { Indicator, Ruleset } from '../../model/ruleset.ts'
import { under } from '../../model/path.ts'
import { compile, type Branch, type Compiled } from '../../score/columns/compile.ts'
import { UNIT } from '../../score/columns/core.ts'
import { evaluate } from '../../score/columns/evaluate.ts'
import { load, type LoadOptions } from '../../score/columns/load.ts'
import type { LeftOut } from './result.ts'
import { outcomeOf, written, type Outcome } from './trial.ts'
import type { Setting } from './uncertain.ts'

const MOVERS = 5
/** Criteria's points scaled so that they add up to a sum (whole numbers; what rounding leaves goes to the first). */
function rescaled(weights: Float64Array, group: readonly number[], sum: number): void {
  let all = 0
  for (const k of group) all += weights[k] as number
  let left = sum
  for (const k of group) left -= weights[k] = Math.floor(((weights[k] as number) * sum) / all)
  for (const k of group) {
    if (left === 0) break
    weights[k] = (weights[k] as number) + 1
    left--
  }
}
/** The setting in which a leaf gives nothing and the others of its component (of all, when it is alone there) take its points. */
function without(compiled: Compiled, base: Setting, leaf: readonly number[]): Setting {
  const weights = base.weights.slice()
  const inside = (k: number): boolean => !compiled.places[k]?.criterion.extra
  const fulls = base.fulls ?? Float64Array.from(compiled.components, (c) => c.full)
  const sumOf = (list: readonly number[]): number => list.reduce((s, k) => s + (base.weights[k] as number), 0)
  const parts = compiled.components.map((_, c) => compiled.places.flatMap((p, k) => (p.component === c && inside(k) ? [k] : [])))
  const lost = parts.map((part) => sumOf(part.filter((k) => leaf.includes(k))))
  for (const k of leaf) weights[k] = 0
  let homeless = 0
  const kept: number[][] = parts.map((part) => part.filter((k) => !leaf.includes(k) && (base.weights[k] as number) > 0))
  parts.forEach((part, c) => {
    if (lost[c] === 0) return
    if (kept[c]?.length) return rescaled(weights, kept[c] ?? [], sumOf(part))
    homeless += lost[c] ?? 0
  })
  if (homeless === 0) return { ...base, weights }
  const others = kept.flat()
  if (others.length === 0) return { ...base, weights }
  rescaled(weights, others, others.reduce((s, k) => s + (weights[k] as number), 0) + homeless)
  return { ...base, weights, fulls: fulls.map((_, c) => (kept[c] ?? []).reduce((s, k) => s + (weights[k] as number), 0)) }
}
/** The ruleset without an indicator's own criteria. */
const emptied = (ruleset: Ruleset, leaf: Indicator): Ruleset => {
  const visit = (node: Indicator): Indicator => {
    const { criteria, ...rest } = node
    const children = node.children ? { children: node.children.map(visit) } : {}
    return node.id === leaf.id || !criteria ? { ...rest, ...children } : { ...rest, criteria, ...children }
  }
  return { ...ruleset, indicators: ruleset.indicators.map(visit) }
}
const pathOf = (branches: readonly Branch[], branch: Branch): string => {
  const above = branches[branch.parent]
  return above ? under(pathOf(branches, above), 'children', branch.indicator.id) : under('indicators', branch.indicator.id)
}

/** Each indicator with criteria left out in turn, in the order of the ruleset. */
export function leftOutOf(compiled: Compiled, cohort: Cohort, base: Setting, stands: Outcome, options: LoadOptions, tell: () => void): LeftOut[] {
  return leavesOf(compiled).map(({ branch, own }) => {
    const { ruleset, cohort: judged } = written(compiled, cohort, without(compiled, base, own))
    const anew = compile(emptied(ruleset, branch.indicator))
    const columns = load(anew, judged, options)
    const found = outcomeOf(evaluate(anew, columns, { outcomes: false }))
    tell()
    const ranked = columns.units.flatMap(({ id, name }, i) => ((stands.rank[i] as number) > 0 && (found.rank[i] as number) > 0 ? [{ unit: id, name, from: stands.rank[i] as number, to: found.rank[i] as number }] : []))
    const far = ({ from, to }: { from: number; to: number }): number => Math.abs(to - from)
    return {
      indicator: branch.indicator.id, path: pathOf(compiled.branches, branch), label: branch.indicator.label, points: show(sum(own.map((k) => fraction(BigInt(base.weights[k] as number), BigInt(UNIT))))),
      moved: ranked.filter((r) => far(r) > 0).length, mean: ranked.length === 0 ? 0 : ranked.reduce((s, r) => s + far(r), 0) / ranked.length, most: ranked.reduce((m, r) => Math.max(m, far(r)), 0),
      grades: columns.units.filter((_, i) => stands.grade[i] !== found.grade[i]).length, movers: ranked.filter((r) => far(r) > 0).sort((a, b) => far(b) - far(a)).slice(0, MOVERS),
    }
  })
}
/** Indicators that have criteria of their own, with the places of those. */
export const leavesOf = ({ branches, places }: Compiled): { branch: Branch; own: number[] }[] =>
  branches.flatMap((branch, b) => ((own) => (own.length ? [{ branch, own }] : []))(places.flatMap((p, k) => (p.branch === b ? [k] : []))))
