import { exact, fixed, round, show, type Exact } from '../model/decimal.ts'
import type { FiredOutcome, Sheet } from '../model/sheet.ts'
import { see, type Pass, type Work } from './work.ts'

/** A unit's finished result, as plain data. */
export function sheetOf(pass: Pass, work: Work): Sheet {
  const { rounding } = pass.plan.ruleset
  const scored = work.rounded !== null && work.stopped === null && work.blocked.length === 0
  const decimal = (value: Exact): string | null => (scored ? fixed(round(value, rounding.places, rounding.mode), rounding.places) : null)
  return {
    unit: work.unit.id, name: work.unit.name, category: work.unit.category,
    state: work.stopped !== null ? 'stopped' : scored ? 'scored' : 'blocked',
    base: decimal(work.base), bonus: decimal(work.bonus), deduction: decimal(work.deduction), total: work.rounded ? decimal(work.rounded) : null,
    grade: scored || work.stopped !== null ? work.grade : null, rank: scored ? work.rank : null, pool: scored ? work.pool : null,
    flags: [...work.flags, ...work.blocked.map((path) => `blocked:${path}`)].sort(),
    components: work.parts.map((p) => ({
      id: p.id, state: p.applicable.n === 0n ? 'not-applicable' : 'given', earned: show(p.prorated ?? p.earned), applicable: show(p.applicable), full: show(p.full),
    })),
    criteria: work.awards.map((a) => ({
      id: a.item.criterion.id, path: a.item.path, state: a.state, earned: a.state === 'given' && work.stopped === null ? show(a.earned) : null, points: show(exact(a.item.criterion.points)), fired: a.fired,
    })),
    outcomes: work.outcomes.map((id) => outcomeOf(pass, work, id)),
    trace: work.trace,
  }
}

export function outcomeOf(pass: Pass, work: Work, id: string): FiredOutcome {
  const rule = pass.plan.ruleset.outcomes.find((o) => o.id === id)
  if (!rule) throw new RangeError(`unknown outcome: ${id}`)
  const recipients = (rule.recipients ?? []).flatMap((r) => {
    if (r.unit) return [work.unit.name]
    if (r.body) return [pass.plan.ruleset.bodies.find((b) => b.id === r.body)?.label ?? r.body]
    const named = r.attribute ? see(work, `unit.${r.attribute}`) : undefined
    return typeof named === 'string' && named ? [named] : []
  })
  return { type: rule.type, rule: rule.id, label: rule.label, clause: rule.source.clause ?? null, by: rule.by, recipients, proposedTo: rule.proposedTo ?? [] }
}
