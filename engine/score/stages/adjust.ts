import { ZERO, add, cmp, exact, max, min, mul, round, sub, sum, type Exact } from '../../model/decimal.ts'
import type { EventItem } from '../../model/record.ts'
import type { AdjustmentClass, AdjustmentSide } from '../../model/ruleset.ts'
import { applyEffect } from '../effects.ts'
import { isComplete } from './derive.ts'
import { complain, counts, note, readiness, valueOf, type Pass, type Stage, type Work } from '../work.ts'

type SideName = 'bonus' | 'deduction'

/** Stage 6: each side is summed, freed of doubles and capped on its own; netting comes after. */
export const adjust: Stage = (pass) => {
  for (const work of pass.works) {
    if (!counts(work)) continue
    for (const side of ['bonus', 'deduction'] as const) work[side] = sideOf(pass, work, side)
  }
}

function sideOf(pass: Pass, work: Work, name: SideName): Exact {
  const side = pass.plan.ruleset[name]
  const raw = add(sum(side.classes.map((c) => classOf(pass, work, name, c))), rulesOf(pass, work, name))
  if (!passesGate(pass, work, name, side)) return ZERO
  if (!side.cap) {
    note(pass, work, 'adjust', 'side', name, { raw }, raw)
    return raw
  }
  const cap = exact(side.cap.points)
  const lifted = side.cap.kind === 'soft' ? liftedCap(pass, work, side.cap.override, cap) : cap
  const result = min(raw, lifted)
  if (cmp(result, raw) < 0) work.flags.add(`capped:${name}`)
  if (cmp(lifted, cap) > 0) work.flags.add(`lifted:${name}`)
  note(pass, work, 'adjust', 'side', name, { raw, cap: lifted, removed: sub(raw, result), kind: side.cap.kind }, result, { clause: side.cap.source.clause })
  return result
}

/** A complete decision of the named kind lifts a soft cap to the decided amount; an incomplete one lifts nothing. */
function liftedCap(pass: Pass, work: Work, override: string | undefined, cap: Exact): Exact {
  const kind = pass.plan.ruleset.decisionKinds.find((k) => k.id === override)
  if (!kind) return cap
  const decisions = (work.record.decisions ?? []).filter((d) => d.kind === kind.id && d.amount !== undefined && isComplete(d, kind))
  const latest = decisions.reduce<(typeof decisions)[number] | undefined>((a, b) => (a && (a.date ?? '') >= (b.date ?? '') ? a : b), undefined)
  if (!latest || latest.amount === undefined) return cap
  const lifted = max(cap, exact(latest.amount))
  note(pass, work, 'adjust', 'cap-lifted', `records/${work.unit.id}/decisions/${latest.id}`, { cap, decided: exact(latest.amount) }, lifted, { rule: kind.id, clause: kind.source.clause })
  return lifted
}

function passesGate(pass: Pass, work: Work, name: SideName, side: AdjustmentSide): boolean {
  if (!side.gate) return true
  const { places, mode } = pass.plan.ruleset.rounding
  const base = side.gate.rounded ? round(work.base, places, mode) : work.base
  const difference = cmp(base, exact(side.gate.points))
  const open = side.gate.operator === 'greaterThan' ? difference > 0 : difference >= 0
  note(pass, work, 'adjust', open ? 'gate-open' : 'gate-shut', `${name}/gate`, { base, points: exact(side.gate.points), operator: side.gate.operator }, open ? 'open' : 'shut', { clause: side.gate.source.clause })
  if (!open) work.flags.add(`gate-shut:${name}`)
  return open
}

interface Priced { event: EventItem; points: Exact; key: string }

function classOf(pass: Pass, work: Work, name: SideName, c: AdjustmentClass): Exact {
  const path = `${name}/classes/${c.id}`
  if (c.applies) {
    const question = pass.plan.question.get(`class:${name}/${c.id}`)
    const state = question ? readiness(work, question.names) : 'given'
    if (state === 'missing') work.blocked.push(path)
    if (state !== 'given' || !work.holds.has(`class:${name}/${c.id}`)) return ZERO
  }
  const value = valueOf(work, c.events)
  if (value.state === 'missing') work.blocked.push(path)
  if (value.state !== 'given') return ZERO
  const priced = value.events.flatMap((event) => {
    const points = price(pass, work, path, c, event)
    return points ? [{ event, points, key: c.dedupe ? (event[c.dedupe.by] ?? `#${event.id}`) : `#${event.id}` }] : []
  })
  const kept = withoutDoubles(pass, work, path, c, priced)
  const result = c.cap === undefined ? kept : min(kept, exact(c.cap))
  if (cmp(result, kept) < 0) note(pass, work, 'adjust', 'class-cap', path, { sum: kept, cap: exact(c.cap ?? 0), removed: sub(kept, result) }, result, { clause: c.source.clause })
  note(pass, work, 'adjust', 'class', path, { events: priced.length, sum: kept }, result, { clause: c.source.clause })
  return result
}

/** The tariff's points of one event; null when it does not count in this period or lacks evidence. */
function price(pass: Pass, work: Work, path: string, c: AdjustmentClass, event: EventItem): Exact | null {
  const { start, end } = pass.plan.ruleset.period
  const at = `${path}/events/${event.id}`
  const carried = c.carryOver === 'unclaimed' && event.date < start && event.claimed !== true && event.date >= yearBefore(start)
  if (!carried && (event.date < start || event.date > end)) {
    note(pass, work, 'adjust', 'outside-period', at, { date: event.date }, ZERO, { clause: c.source.clause })
    return null
  }
  if (c.evidenceRequired && !event.evidence?.length) {
    complain(pass, 'warning', 'adjust.no-evidence', `records/${work.unit.id}/facts/${c.events}`, { unit: work.unit.id, event: event.id })
    note(pass, work, 'adjust', 'no-evidence', at, {}, ZERO, { clause: c.source.clause })
    return null
  }
  const row = c.tariff.find((t) => (t.kind ?? event.kind) === event.kind && (t.level ?? event.level) === event.level && (t.severity ?? event.severity) === event.severity)
  const points = row ? exact(row.points) : ZERO
  note(pass, work, 'adjust', row ? 'event' : 'below-tariff', at, { kind: event.kind, level: event.level ?? null, tariff: row?.id ?? null }, points, { clause: row?.source.clause ?? c.source.clause })
  return points
}
/** The same day one year before. */
export const yearBefore = (day: string): string => `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`

/** Of the events of one achievement the best counts fully, the others not at all or by the declared shares. */
function withoutDoubles(pass: Pass, work: Work, path: string, c: AdjustmentClass, priced: readonly Priced[]): Exact {
  const raw = sum(priced.map((p) => p.points))
  if (!c.dedupe) return raw
  const groups = new Map<string, Priced[]>()
  for (const p of priced) groups.set(p.key, [...(groups.get(p.key) ?? []), p])
  const shares = c.dedupe.keep === 'highest' ? [1] : (c.dedupe.shares ?? [1])
  const kept = sum([...groups.values()].flatMap((group) => group.sort((a, b) => cmp(b.points, a.points)).map((p, i) => mul(p.points, exact(shares[i] ?? 0)))))
  if (cmp(kept, raw) !== 0) note(pass, work, 'adjust', 'dedupe', path, { sum: raw, removed: sub(raw, kept), by: c.dedupe.by }, kept, { clause: c.source.clause })
  return kept
}

function rulesOf(pass: Pass, work: Work, name: SideName): Exact {
  let total = ZERO
  for (const item of pass.plan.side[name]) {
    const state = readiness(work, item.names)
    if (state === 'missing') work.blocked.push(item.path)
    if (state !== 'given' || !work.holds.has(item.key)) continue
    const outcome = applyEffect(item.rule.event, item.rule.id, {
      value: (fact) => valueOf(work, fact), judgements: (work.record.judgements ?? []).filter((j) => j.criterion === name), weight: () => undefined, points: ZERO,
    })
    if ('problem' in outcome) {
      work.blocked.push(item.path)
      complain(pass, 'error', outcome.problem, `records/${work.unit.id}`, { unit: work.unit.id, ...outcome.values })
      continue
    }
    note(pass, work, 'adjust', item.rule.event.type, item.path, outcome.inputs, outcome.points, { rule: item.rule.id, clause: item.rule.source.clause })
    total = add(total, outcome.points)
  }
  return total
}
