import { ZERO, add, clamp, exact, max, min, sub, sum, type Exact } from '../../model/decimal.ts'
import type { Criterion } from '../../model/ruleset.ts'
import { applyEffect, type Given } from '../effects.ts'
import type { Node, RuleItem } from '../plan.ts'
import { complain, note, readiness, valueOf, type Award, type Pass, type Stage, type Work } from '../work.ts'

interface Taken { rule: RuleItem; mode: 'set' | 'deduct' | 'award' | 'zero'; points: Exact }

/** Stage 3: points of each criterion: rules in order, caps of causes, held between 0 and the full points; then zeroing verdicts. */
export const award: Stage = (pass) => {
  for (const work of pass.works) {
    if (work.stopped !== null) continue
    for (const a of work.awards) if (a.state === 'given') awardOne(pass, work, a)
    zeroItems(pass, work)
  }
}

function awardOne(pass: Pass, work: Work, a: Award): void {
  const { criterion, path, rules } = a.item
  const clause = criterion.source.clause
  const states = rules.map((r) => readiness(work, r.names))
  const off = states.filter((s) => s === 'not-applicable').length
  if (rules.length > 0 && (criterion.notApplicable === 'any' ? off > 0 : off === rules.length)) {
    a.state = 'not-applicable'
    note(pass, work, 'award', 'not-applicable', path, {}, a.state, { clause })
    return
  }
  if (states.includes('missing')) a.state = 'missing'
  const taken: Taken[] = []
  rules.forEach((rule, i) => {
    if (states[i] !== 'given' || !work.holds.has(rule.key)) return
    a.fired.push(rule.rule.id)
    const outcome = applyEffect(rule.rule.event, rule.rule.id, given(work, criterion))
    if ('problem' in outcome) {
      a.state = 'missing'
      const wanted = outcome.problem === 'judgement.missing'
      complain(pass, wanted ? 'warning' : 'error', outcome.problem, `records/${work.unit.id}`, { unit: work.unit.id, criterion: criterion.id, ...outcome.values })
      return
    }
    taken.push({ rule, mode: outcome.mode, points: outcome.points })
    note(pass, work, 'award', rule.rule.event.type, rule.path, { ...outcome.inputs, mode: outcome.mode }, outcome.points, { rule: rule.rule.id, clause: rule.rule.source.clause })
  })
  if (a.state === 'missing') {
    a.earned = ZERO
    note(pass, work, 'award', 'missing', path, { facts: rules.flatMap((r) => [...r.names.values]).filter((n) => valueOf(work, n).state === 'missing').join(' ') }, a.state, { clause })
    return
  }
  a.earned = settle(pass, work, a, taken)
}

const given = (work: Work, criterion: Criterion): Given => ({
  value: (fact) => valueOf(work, fact),
  judgements: (work.record.judgements ?? []).filter((j) => j.criterion === criterion.id),
  weight: (by) => criterion.bodies?.find((b) => b.id === by)?.weight,
  points: exact(criterion.points),
})

/** Start or first set value, plus awards, less deductions under their cause caps, held in [0, points]. */
function settle(pass: Pass, work: Work, a: Award, taken: readonly Taken[]): Exact {
  const { criterion, path } = a.item
  const full = exact(criterion.points)
  const set = taken.find((t) => t.mode === 'set')
  const start = set ? set.points : criterion.start === 'full' ? full : ZERO
  const of = (mode: Taken['mode']): Exact => {
    const mine = taken.filter((t) => t.mode === mode)
    let total = sum(mine.map((t) => t.points))
    for (const cap of criterion.caps ?? []) {
      const group = sum(mine.filter((t) => cap.rules.includes(t.rule.rule.id)).map((t) => t.points))
      const over = max(ZERO, sub(group, exact(cap.points)))
      if (over.n === 0n) continue
      total = sub(total, over)
      note(pass, work, 'award', 'cause-cap', `${path}/caps/${cap.id}`, { mode, sum: group, cap: exact(cap.points) }, over, { rule: cap.id, clause: cap.source.clause })
    }
    return total
  }
  const awarded = of('award')
  const deducted = of('deduct')
  const zeroed = taken.some((t) => t.mode === 'zero')
  const earned = zeroed ? ZERO : clamp(sub(add(start, awarded), deducted), ZERO, full)
  note(pass, work, 'award', zeroed ? 'zeroed' : 'earned', path, { start, awarded, deducted, full }, min(earned, full), { clause: criterion.source.clause })
  return earned
}

function zeroItems(pass: Pass, work: Work): void {
  for (const verdict of pass.plan.ruleset.verdicts) {
    if (verdict.effect.type !== 'zero-item' || !work.holds.has(`verdict:${verdict.id}`)) continue
    const target = verdict.effect.indicator
    for (const a of work.awards) {
      if (a.state === 'not-applicable' || !(a.item.criterion.id === target || stands(a.item.node, target))) continue
      note(pass, work, 'award', 'zero-item', a.item.path, { before: a.earned }, ZERO, { rule: verdict.id, clause: verdict.source.clause })
      a.earned = ZERO
      a.state = 'given'
    }
  }
}
const stands = (node: Node | null, id: string): boolean => node !== null && (node.indicator.id === id || stands(node.parent, id))
