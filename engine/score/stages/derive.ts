import { exact, ZERO } from '../../model/decimal.ts'
import { sourcesOf } from '../../model/names.ts'
import { MISSING, isMisfit, numeric, readFact, type Value } from '../../model/read-fact.ts'
import type { Decision } from '../../model/record.ts'
import type { DerivedFact, Fact, Ruleset } from '../../model/ruleset.ts'
import { deriveOne, lastYear } from '../derivations.ts'
import { complain, note, valueOf, type Pass, type Stage, type Work } from '../work.ts'

/** A decision record counts only when everything its kind requires is there. */
export const isComplete = (decision: Decision, kind: Ruleset['decisionKinds'][number]): boolean =>
  kind.requires.every((part) => decision[part] !== undefined && decision[part] !== '')

const standIn = (pass: Pass, work: Work, fact: Fact): Value => standInFor(fact, fact.missing === 'last-year' ? lastYear(pass, work)?.facts?.[fact.id] : undefined)
/** What the fact's own policy puts in place of a missing value; `before` is the value of the year before. */
export function standInFor(fact: Fact, before: number | undefined): Value {
  if (fact.missing === 'zero') return fact.kind === 'events' ? { ...MISSING, state: 'given' } : fact.kind === 'boolean' ? { ...MISSING, state: 'given', seen: false } : numeric(ZERO, 0)
  return before === undefined ? MISSING : numeric(exact(before), before)
}

function read(pass: Pass, work: Work, fact: Fact): Value {
  const path = `records/${work.unit.id}/facts/${fact.id}`
  const value = readFact(fact, Object.hasOwn(work.record.facts, fact.id) ? work.record.facts[fact.id] : undefined)
  if (isMisfit(value)) {
    complain(pass, 'error', value.code, path, value.values)
    return MISSING
  }
  if (value.state !== 'missing' || fact.missing === undefined || fact.missing === 'block') return value
  const stand = standIn(pass, work, fact)
  if (stand.state === 'given') {
    note(pass, work, 'derive', `missing.${fact.missing}`, path, {}, stand.number, { clause: fact.source.clause })
    if (fact.kind !== 'events') work.flags.add(`filled:${fact.missing}`)
  }
  return stand
}

/** Stage 1: reads the facts by their kinds, counts complete decisions, then derives further facts in the order of their sources. */
export const derive: Stage = (pass) => {
  const { ruleset, facts } = pass.plan
  for (const work of pass.works) {
    for (const id of Object.keys(work.record.facts)) {
      if (!facts.has(id)) complain(pass, 'error', 'fact.unknown', `records/${work.unit.id}/facts/${id}`, { fact: id })
    }
    for (const fact of ruleset.facts) work.values.set(fact.id, read(pass, work, fact))
    for (const kind of ruleset.decisionKinds) {
      const made = (work.record.decisions ?? []).filter((d) => d.kind === kind.id)
      for (const d of made) {
        if (!isComplete(d, kind)) complain(pass, 'warning', 'decision.incomplete', `records/${work.unit.id}/decisions/${d.id}`, { kind: kind.id, needs: kind.requires.filter((p) => !d[p]).join(' ') })
      }
      work.past.set(`decision.${kind.id}`, made.some((d) => isComplete(d, kind)))
    }
  }
  deriveAll(pass, pass.plan.derived)
}

/** Stage 1, second part: what looks at other units, without those a verdict has stopped. */
export const pool: Stage = (pass) => deriveAll(pass, pass.plan.pooled)

function deriveAll(pass: Pass, derived: readonly DerivedFact[]): void {
  for (const fact of derived) {
    for (const work of pass.works) {
      const value = deriveOne(pass, work, fact.derive)
      work.values.set(fact.id, value)
      if (!pass.tracing) continue
      const inputs = Object.fromEntries(sourcesOf(fact.derive).map((id) => [id, inputOf(valueOf(work, id))]))
      note(pass, work, 'derive', fact.derive.op, `derived/${fact.id}`, inputs, value.number ?? value.state, { clause: fact.source.clause })
    }
  }
}
const inputOf = (value: Value) => value.number ?? (value.state !== 'given' ? value.state : (value.seen ?? (value.events.length || value.ratings.length || value.answers.length)))
