import { ZERO, add, div, exact, fraction, max, mul, sub, sum, type Exact } from '../../model/decimal.ts'
import type { Item, Node } from '../plan.ts'
import { lastYear } from '../derivations.ts'
import { counts, note, type Award, type Part, type Pass, type Stage, type Work } from '../work.ts'

/** Stage 4: stands in for what is missing by the declared policy, then adds criteria up into indicators and components. */
export const combine: Stage = (pass) => {
  const means = meansOf(pass)
  for (const work of pass.works) {
    if (work.stopped !== null) continue
    for (const a of work.awards) if (a.state === 'missing') fill(pass, work, a, means)
    addUp(pass, work)
  }
}

const policyOf = (pass: Pass, item: Item) =>
  item.criterion.missing ?? pass.plan.ruleset.components.find((c) => c.id === item.component)?.missing ?? pass.plan.ruleset.missing?.policy ?? 'block'
const meanKey = (work: Work, item: Item): string => `${work.unit.category} ${item.criterion.id}`

/** Exact mean of the awarded points of each category's units in which the criterion is given. */
function meansOf(pass: Pass): ReadonlyMap<string, Exact> {
  const groups = new Map<string, Exact[]>()
  for (const item of pass.plan.items) {
    if (policyOf(pass, item) !== 'category-mean') continue
    for (const work of pass.works) {
      const a = work.awards.find((found) => found.item === item)
      if (work.stopped !== null || a?.state !== 'given') continue
      const key = meanKey(work, item)
      groups.set(key, [...(groups.get(key) ?? []), a.earned])
    }
  }
  return new Map([...groups].map(([key, list]) => [key, div(sum(list), fraction(BigInt(list.length)))]))
}

function fill(pass: Pass, work: Work, a: Award, means: ReadonlyMap<string, Exact>): void {
  const policy = policyOf(pass, a.item)
  const before = lastYear(pass, work)?.criteria?.find((c) => c.id === a.item.criterion.id)?.earned
  const value = policy === 'zero' ? ZERO : policy === 'category-mean' ? means.get(meanKey(work, a.item)) : policy === 'last-year' && before !== undefined ? exact(before) : undefined
  const clause = pass.plan.ruleset.missing?.source.clause
  if (policy === 'exclude-and-prorate') {
    a.state = 'not-applicable'
    note(pass, work, 'combine', 'missing.exclude-and-prorate', a.item.path, {}, a.state, { clause })
  } else if (value === undefined) {
    work.blocked.push(a.item.path)
    note(pass, work, 'combine', 'missing.block', a.item.path, { policy }, null, { clause })
    return
  } else {
    a.state = 'given'
    a.earned = value
    note(pass, work, 'combine', `missing.${policy}`, a.item.path, {}, value, { clause })
  }
  a.filled = policy
  work.flags.add(`filled:${policy}`)
}

function addUp(pass: Pass, work: Work): void {
  const parts: Part[] = pass.plan.ruleset.components.map((c) => ({ id: c.id, earned: ZERO, applicable: ZERO, full: exact(c.points), prorated: null }))
  const byId = new Map(parts.map((p) => [p.id, p]))
  const awards = new Map(work.awards.map((a) => [a.item, a]))
  const visit = (node: Node): { earned: Exact; applicable: Exact } => {
    const here = node.children.map(visit)
    let earned = sum(here.map((h) => h.earned))
    let applicable = sum(here.map((h) => h.applicable))
    for (const item of node.items) {
      const a = awards.get(item)
      const part = byId.get(item.component)
      if (!a || !part || a.state === 'not-applicable') continue
      if (item.criterion.extra) {
        work.extra = add(work.extra, a.earned)
        note(pass, work, 'combine', 'extra', item.path, {}, a.earned)
        continue
      }
      const points = exact(item.criterion.points)
      earned = add(earned, a.earned)
      applicable = add(applicable, points)
      part.earned = add(part.earned, a.earned)
      part.applicable = add(part.applicable, points)
      note(pass, work, 'combine', 'criterion', item.path, { component: part.id, applicable: points }, a.earned)
    }
    const cap = node.indicator.lossCap
    const kept = cap === undefined ? earned : max(earned, sub(applicable, exact(cap)))
    if (kept !== earned) restore(pass, work, node, awards, byId, earned, kept)
    const result = { earned: kept, applicable }
    work.nodes.set(node, result)
    if (applicable.n !== 0n) note(pass, work, 'combine', 'indicator', node.path, { applicable }, kept)
    return result
  }
  pass.plan.roots.forEach(visit)
  work.parts = parts
  for (const p of parts) note(pass, work, 'combine', 'component', `components/${p.id}`, { applicable: p.applicable, full: p.full }, counts(work) ? p.earned : null)
}

/** Points given back by a loss cap go to the components that lost them, in proportion to the loss. */
function restore(pass: Pass, work: Work, node: Node, awards: ReadonlyMap<Item, Award>, parts: ReadonlyMap<string, Part>, earned: Exact, kept: Exact): void {
  const lost = new Map<string, Exact>()
  const visit = (n: Node): void => {
    n.children.forEach(visit)
    for (const item of n.items) {
      const a = awards.get(item)
      if (!a || a.state === 'not-applicable' || item.criterion.extra) continue
      lost.set(item.component, add(lost.get(item.component) ?? ZERO, sub(exact(item.criterion.points), a.earned)))
    }
  }
  visit(node)
  const all = sum([...lost.values()])
  const back = sub(kept, earned)
  for (const [id, loss] of lost) {
    const part = parts.get(id)
    if (!part || all.n === 0n) continue
    const share = div(mul(back, loss), all)
    part.earned = add(part.earned, share)
    note(pass, work, 'combine', 'loss-cap', node.path, { component: id, cap: exact(node.indicator.lossCap ?? 0) }, share)
  }
}
