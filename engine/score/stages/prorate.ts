import { ZERO, add, cmp, div, exact, fraction, mul, round, sub, sum, type Exact } from '../../model/decimal.ts'
import type { Node } from '../plan.ts'
import { complain, note, type Part, type Pass, type Stage, type Work } from '../work.ts'

/** Stage 5: what does not concern a unit leaves the maximum, and the rest is brought to full marks by the declared method. */
export const prorate: Stage = (pass) => {
  const { proration, rounding } = pass.plan.ruleset
  for (const work of pass.works) {
    if (work.stopped !== null || work.blocked.length) continue
    const full = exact(pass.plan.ruleset.fullMarks)
    const applicable = sum(work.parts.map((p) => p.applicable))
    if (applicable.n === 0n || cmp(applicable, exact(proration.minimumBase ?? 0)) < 0) {
      work.blocked.push('proration')
      complain(pass, 'warning', 'prorate.too-little', `records/${work.unit.id}`, { unit: work.unit.id, applicable: Number(applicable.n) / Number(applicable.d), minimum: proration.minimumBase ?? 0 })
      continue
    }
    for (const part of work.parts) part.prorated = part.applicable.n === 0n ? null : share(pass, work, part, applicable, full)
    if (rounding.stage === 'components-and-total') {
      for (const part of work.parts) {
        if (!part.prorated) continue
        const rounded = round(part.prorated, rounding.places, rounding.mode)
        note(pass, work, 'prorate', 'round-component', `components/${part.id}`, { before: part.prorated }, rounded, { clause: rounding.source.clause })
        part.prorated = rounded
      }
    }
    work.base = add(sum(work.parts.map((p) => p.prorated ?? ZERO)), work.extra)
    if (cmp(applicable, full) !== 0 && proration.method !== 'none') work.flags.add('prorated')
    const earned = sum(work.parts.map((p) => p.earned))
    note(pass, work, 'prorate', `${proration.method}.${proration.scope}`, 'proration', { earned, applicable, full, extra: work.extra }, work.base, { clause: proration.source.clause })
  }
}

/** A component's points after proration; components of one unit add up to its base. */
function share(pass: Pass, work: Work, part: Part, applicable: Exact, full: Exact): Exact {
  const { method, scope } = pass.plan.ruleset.proration
  const there = sum(work.parts.filter((p) => p.applicable.n !== 0n).map((p) => p.full))
  let result: Exact
  if (method === 'none') result = part.earned
  else if (method === 'ratio' && scope === 'base') result = div(mul(part.earned, full), applicable)
  else {
    const goal = scope === 'base' ? full : part.full
    const inside = method === 'ratio' ? div(mul(part.earned, part.full), part.applicable) : redistribute(work, part, scope, sub(goal, scope === 'base' ? applicable : part.applicable))
    result = scope === 'component' && there.n !== 0n ? div(mul(inside, full), there) : inside
  }
  note(pass, work, 'prorate', 'component', `components/${part.id}`, { earned: part.earned, applicable: part.applicable, full: part.full }, result)
  return result
}

/** The removed points are spread equally over the remaining leaves; each leaf keeps its own score rate. */
function redistribute(work: Work, part: Part, scope: 'base' | 'component', removed: Exact): Exact {
  const leaves = new Map<Node, { all: Exact; mine: Exact; earned: Exact }>()
  for (const a of work.awards) {
    if (a.state === 'not-applicable' || a.item.criterion.extra) continue
    const mine = a.item.component === part.id
    if (scope === 'component' && !mine) continue
    const leaf = leaves.get(a.item.node) ?? { all: ZERO, mine: ZERO, earned: ZERO }
    const points = exact(a.item.criterion.points)
    leaves.set(a.item.node, { all: add(leaf.all, points), mine: mine ? add(leaf.mine, points) : leaf.mine, earned: mine ? add(leaf.earned, a.earned) : leaf.earned })
  }
  const filled = [...leaves.values()].filter((l) => l.all.n !== 0n)
  const extra = div(removed, fraction(BigInt(Math.max(1, filled.length))))
  // A leaf's new weight is its points plus the share; its earned points grow in the same proportion.
  const spread = sum(filled.map((l) => div(mul(l.earned, add(l.all, extra)), l.all)))
  const given = sum(filled.map((l) => l.earned))
  // Points that a loss cap gave back stand outside the leaves and stay as they are.
  return add(spread, sub(part.earned, given))
}
