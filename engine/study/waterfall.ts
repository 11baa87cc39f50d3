import { add, cmp, exact, show, sub, sum, ZERO, type Exact } from '../model/decimal.ts'
import { under } from '../model/path.ts'
import type { Indicator, Ruleset } from '../model/ruleset.ts'
import type { CriterionScore, Sheet } from '../model/sheet.ts'

/** One fall or rise on the way from full marks to a total. `start`, `base` and `total` are levels, the others changes; `path` is the indicator or side it comes from. */
export interface Fall { code: 'start' | 'sum' | 'lost' | 'missing' | 'off' | 'extra' | 'convert' | 'base' | 'bonus' | 'deduction' | 'limit' | 'total'; path: string; by: string; to: string }

/**
 * The way from full marks to a unit's total: what each part of the first level lost, what did not apply or was missing,
 * extra points, conversion (proration, zeroing and rounding of the base), bonus, deduction, limits. Exact: the changes
 * add up to the total. Empty for a unit without a total.
 */
export function waterfall(ruleset: Ruleset, sheet: Sheet): Fall[] {
  if (sheet.total === null || sheet.base === null) return []
  const scores = new Map(sheet.criteria.map((score) => [score.id, score]))
  const falls: Fall[] = []
  let level = ZERO
  const put = (code: Fall['code'], path: string, by: Exact, always = false): void => {
    if (cmp(by, ZERO) === 0 && !always) return
    level = add(level, by)
    falls.push({ code, path, by: show(by), to: show(level) })
  }
  const parts = ruleset.indicators.filter((node) => !node.retired).map((node) => ({ path: under('indicators', node.id), own: criteriaUnder(node) }))
  const points = (list: readonly CriterionScore[]): Exact => sum(list.map((score) => exact(score.points)))
  const inside = parts.flatMap(({ own }) => own).filter(({ extra }) => !extra).flatMap(({ id }) => scores.get(id) ?? [])
  put('start', '', exact(ruleset.fullMarks), true)
  put('sum', 'indicators', sub(points(inside), exact(ruleset.fullMarks)))
  for (const { path, own } of parts) {
    const base = own.filter(({ extra }) => !extra).flatMap(({ id }) => scores.get(id) ?? [])
    const given = base.filter((score) => score.earned !== null)
    put('lost', path, sub(sum(given.map((score) => exact(score.earned ?? '0'))), points(given)))
    put('missing', path, sub(ZERO, points(base.filter((score) => score.earned === null && score.state === 'missing'))))
    put('off', path, sub(ZERO, points(base.filter((score) => score.earned === null && score.state !== 'missing'))))
    put('extra', path, sum(own.filter(({ extra }) => extra).flatMap(({ id }) => scores.get(id)?.earned ?? []).map(exact)))
  }
  put('convert', 'proration', sub(exact(sheet.base), level))
  falls.push({ code: 'base', path: '', by: '0', to: show(level) })
  put('bonus', 'bonus', exact(sheet.bonus ?? '0'))
  put('deduction', 'deduction', sub(ZERO, exact(sheet.deduction ?? '0')))
  put('limit', 'limits', sub(exact(sheet.total), level))
  falls.push({ code: 'total', path: '', by: '0', to: show(level) })
  return falls
}
const criteriaUnder = (node: Indicator): { id: string; extra: boolean }[] =>
  [...(node.criteria ?? []).map(({ id, extra }) => ({ id, extra: extra === true })), ...(node.children ?? []).filter((child) => !child.retired).flatMap(criteriaUnder)]
