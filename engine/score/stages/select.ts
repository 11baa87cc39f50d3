import { ZERO } from '../../model/decimal.ts'
import type { State } from '../../model/sheet.ts'
import type { Item, Node, Question } from '../plan.ts'
import { note, readiness, type Pass, type Stage, type Work } from '../work.ts'
import type { Criterion, Indicator } from '../../model/ruleset.ts'

interface Selected { state: State; why: string; by: string }
const GIVEN: Selected = { state: 'given', why: '', by: '' }

/** Does a node or criterion concern the unit, by exemption or by its own condition? */
function own(work: Work, thing: Indicator | Criterion, applies: Question | null): Selected {
  const exemption = work.record.exemptions?.find((e) => e.id === thing.id)
  if (exemption) return { state: 'not-applicable', why: 'exempted', by: exemption.reason }
  if (!applies) return GIVEN
  const state = readiness(work, applies.names)
  if (state !== 'given') return { state, why: `applies-${state}`, by: thing.id }
  return work.holds.has(applies.key) ? GIVEN : { state: 'not-applicable', why: 'does-not-apply', by: thing.id }
}

/** Stage 2: which criteria concern the unit, with the reason where they do not; a stop verdict ends the unit here. */
export const select: Stage = (pass) => {
  for (const work of pass.works) {
    judge(pass, work)
    const found = new Map<Node, Selected>()
    const at = (node: Node): Selected => {
      const known = found.get(node)
      if (known) return known
      const above = node.parent ? at(node.parent) : GIVEN
      const result = above.state === 'given' ? own(work, node.indicator, node.applies) : above
      found.set(node, result)
      return result
    }
    work.awards = pass.plan.items.map((item: Item) => {
      const above = at(item.node)
      const selected = above.state === 'given' ? own(work, item.criterion, item.applies) : above
      if (selected.state !== 'given') note(pass, work, 'select', selected.why, item.path, { by: selected.by }, selected.state, { clause: item.criterion.source.clause })
      return { item, state: selected.state, earned: ZERO, fired: [], filled: null }
    })
  }
}

/** Verdicts whose facts are missing block the unit; `stop` declares its grade. */
function judge(pass: Pass, work: Work): void {
  for (const verdict of pass.plan.ruleset.verdicts) {
    if (!verdict.conditions) continue
    const key = `verdict:${verdict.id}`
    const question = pass.plan.question.get(key)
    const state = question ? readiness(work, question.names) : 'given'
    if (state === 'missing') work.blocked.push(`verdicts/${verdict.id}`)
    if (state !== 'given') work.holds.delete(key)
    if (!work.holds.has(key)) continue
    work.flags.add(`verdict:${verdict.id}`)
    if (verdict.effect.type === 'stop' && work.stopped === null) {
      work.stopped = verdict.effect.grade
      note(pass, work, 'select', 'stop', `verdicts/${verdict.id}`, {}, verdict.effect.grade, { rule: verdict.id, clause: verdict.source.clause })
    }
  }
}
