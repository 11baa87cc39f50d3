import { add, cmp, exact, max, min, sub } from '../../model/decimal.ts'
import { counts, note, type Stage } from '../work.ts'

/** Stage 7: base plus bonus less deduction, held in the limits; a verdict may fix the total downwards, never raise it. */
export const limit: Stage = (pass) => {
  const { limits, verdicts } = pass.plan.ruleset
  for (const work of pass.works) {
    if (!counts(work)) continue
    const net = sub(add(work.base, work.bonus), work.deduction)
    let total = net
    if (limits.min !== undefined) total = max(total, exact(limits.min))
    if (limits.max !== undefined) total = min(total, exact(limits.max))
    note(pass, work, 'limit', 'net', 'limits', { base: work.base, bonus: work.bonus, deduction: work.deduction, net, min: limits.min === undefined ? null : exact(limits.min), max: limits.max === undefined ? null : exact(limits.max) }, total, { clause: limits.source.clause })
    for (const verdict of verdicts) {
      if (verdict.effect.type !== 'fix-total' || !work.holds.has(`verdict:${verdict.id}`)) continue
      const fixedAt = exact(verdict.effect.points)
      if (cmp(fixedAt, total) < 0) note(pass, work, 'limit', 'fix-total', `verdicts/${verdict.id}`, { before: total }, fixedAt, { rule: verdict.id, clause: verdict.source.clause })
      total = min(total, fixedAt)
    }
    work.total = total
  }
}
