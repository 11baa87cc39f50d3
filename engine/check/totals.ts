import { add, cmp, exact, show, sub, ZERO, type Exact } from '../model/decimal.ts'
import { issue, type Issue } from '../model/issue.ts'
import { OPERATORS, isOperator } from '../model/operators.ts'
import { under } from '../model/path.ts'
import type { Condition, Indicator, Ruleset } from '../model/ruleset.ts'
import { criteriaOf, nodesOf } from './walk.ts'

const pointsOf = (node: Indicator): Exact => {
  const own = (node.criteria ?? []).filter((c) => !c.extra).map((c) => exact(c.points))
  return [...own, ...(node.children ?? []).filter((c) => !c.retired).map(pointsOf)].reduce(add, ZERO)
}

/** Declared sums, components, and the applicable points of every category. */
export function totals(ruleset: Ruleset): Issue[] {
  const declared = nodesOf(ruleset).filter(({ node }) => node.points !== undefined && !node.retired).flatMap(({ node, path }) => {
    const sum = pointsOf(node)
    return cmp(sum, exact(node.points ?? 0)) === 0 ? [] : [issue('error', 'totals.node', path, { declared: node.points ?? 0, sum: show(sum) })]
  })
  const caps = criteriaOf(ruleset).flatMap(({ criterion, path }) => (criterion.caps ?? []).filter((c) => c.points > criterion.points).map((c) => issue('warning', 'totals.cap', under(path, 'caps', c.id), { cap: c.points, full: criterion.points })))
  return [...declared, ...caps, ...components(ruleset), ...perCategory(ruleset)]
}

function components(ruleset: Ruleset): Issue[] {
  const all = ruleset.components.map((c) => exact(c.points)).reduce(add, ZERO)
  return cmp(all, exact(ruleset.fullMarks)) === 0 ? [] : [issue('error', 'totals.components', 'components', { sum: show(all), full: ruleset.fullMarks })]
}

type Answer = boolean | 'depends'
/** A condition for a unit of which only the category is known. */
function decide(condition: Condition, category: string, ruleset: Ruleset): Answer {
  if ('all' in condition) return fold(condition.all.map((c) => decide(c, category, ruleset)), false)
  if ('any' in condition) return fold(condition.any.map((c) => decide(c, category, ruleset)), true)
  if ('not' in condition) {
    const inner = decide(condition.not, category, ruleset)
    return inner === 'depends' ? inner : !inner
  }
  if ('condition' in condition) {
    const shared = ruleset.conditions.find((c) => c.id === condition.condition)
    return shared ? decide(shared.conditions, category, ruleset) : 'depends'
  }
  if (condition.fact !== 'unit.category' || !isOperator(condition.operator) || typeof condition.value === 'object' && !Array.isArray(condition.value)) return 'depends'
  return OPERATORS[condition.operator].test(category, condition.value)
}
/** One that decides (false in all, true in any) wins; else what is not known stays open. */
const fold = (answers: Answer[], deciding: boolean): Answer => (answers.includes(deciding) ? deciding : answers.includes('depends') ? 'depends' : !deciding)

/** Ids of the criteria inside the maximum that may concern a category, as far as only the category is known. */
export function concerning(ruleset: Ruleset, category: string): Set<string> {
  const found = new Set<string>()
  const visit = (node: Indicator): void => {
    if (node.retired || (node.applies && decide(node.applies, category, ruleset) === false)) return
    for (const c of node.criteria ?? []) if (!c.extra && !(c.applies && decide(c.applies, category, ruleset) === false)) found.add(c.id)
    node.children?.forEach(visit)
  }
  ruleset.indicators.forEach(visit)
  return found
}

/** The least and most points that apply to a category (of one component, or of all), as far as its units' attributes leave it open. */
function applicableRange(ruleset: Ruleset, category: string, component?: string): { least: Exact; most: Exact } {
  const feeds = new Map(ruleset.methods.map((m) => [m.id, m.component]))
  const visit = (node: Indicator, above: Answer): { least: Exact; most: Exact } => {
    if (node.retired) return { least: ZERO, most: ZERO }
    const here = fold([above, node.applies ? decide(node.applies, category, ruleset) : true], false)
    const parts = (node.children ?? []).map((child) => visit(child, here))
    for (const c of node.criteria ?? []) {
      const applies = fold([here, c.applies ? decide(c.applies, category, ruleset) : true], false)
      if (!c.extra && (component === undefined || feeds.get(c.method) === component)) parts.push({ least: applies === true ? exact(c.points) : ZERO, most: applies === false ? ZERO : exact(c.points) })
    }
    return parts.reduce((a, b) => ({ least: add(a.least, b.least), most: add(a.most, b.most) }), { least: ZERO, most: ZERO })
  }
  return ruleset.indicators.map((n) => visit(n, true)).reduce((a, b) => ({ least: add(a.least, b.least), most: add(a.most, b.most) }), { least: ZERO, most: ZERO })
}

function perCategory(ruleset: Ruleset): Issue[] {
  const full = exact(ruleset.fullMarks)
  return ruleset.categories.flatMap((category) => {
    const { least, most } = applicableRange(ruleset, category.id)
    const path = under('categories', category.id)
    const above = ruleset.components.flatMap((c) => {
      const { most: points } = applicableRange(ruleset, category.id, c.id)
      return cmp(points, exact(c.points)) > 0 ? [issue('error', 'totals.component', path, { category: category.label, component: c.label, most: show(points), full: c.points })] : []
    })
    const values = { category: category.label, least: show(least), most: show(most), full: ruleset.fullMarks }
    if (above.length) return above
    if (cmp(most, full) > 0) return [issue('error', 'totals.above-full', path, values)]
    if (most.n === 0n) return [issue('error', 'totals.nothing', path, values)]
    if (ruleset.proration.method === 'none' && cmp(least, full) !== 0) return [issue('error', 'totals.below-full', path, values)]
    if (cmp(least, exact(ruleset.proration.minimumBase ?? 0)) < 0) return [issue('warning', 'totals.minimum', path, { ...values, minimum: ruleset.proration.minimumBase ?? 0, lacking: show(sub(exact(ruleset.proration.minimumBase ?? 0), least)) })]
    return []
  })
}
