import { sourcesOf } from '../../model/names.ts'
import type { Cohort } from '../../model/record.ts'
import type { Criterion, Ruleset } from '../../model/ruleset.ts'
import type { Scored } from '../../model/sheet.ts'
import { score } from '../../score/score.ts'
import type { Box } from './boxes.ts'
import type { Counterexample } from './finding.ts'
import type { PlacedCriterion, World } from './places.ts'
import { sampleOf, type Sample } from './record.ts'
import { witness } from './witness.ts'

const TRIED = 6

/** The ruleset with some criteria alone, so that a sample is scored in no time. */
function alone(ruleset: Ruleset, criteria: readonly PlacedCriterion[]): Ruleset {
  const indicators = criteria.map((c, i) => ({ id: `leaf-${i + 1}`, label: c.leaf.label, source: c.leaf.source, criteria: [withConditions(c)] }))
  return { ...ruleset, indicators, bonus: { classes: [] }, deduction: { classes: [] }, verdicts: ruleset.verdicts.filter((v) => v.effect.type === 'zero-file'), outcomes: [], clauses: [], bases: [], history: [], gradings: [] }
}
/** The criterion with every condition on the way to it. */
function withConditions({ criterion, applies }: PlacedCriterion): Criterion {
  const own = { ...criterion }
  delete own.applies
  return applies.length ? { ...own, applies: { all: [...applies] } } : own
}
const cohortOf = ({ scheme, year }: Ruleset, { facts, unit, decisions }: Sample): Cohort => ({
  format: 1, scheme, year, label: 'sample', synthetic: true, history: [],
  units: [{ id: 'unit', name: 'unit', order: 1, ...unit }], records: [{ unit: 'unit', facts, decisions }],
})

/** Scores a cohort; null when the ruleset is not fit for it, which its check tells. */
export function tryScore(ruleset: Ruleset, cohort: Cohort, trace = false): Scored | null {
  try {
    return score(ruleset, cohort, { trace })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

export interface Proof { counterexample?: Counterexample }
/**
 * Looks for a record in some boxes and has it scored: a claim is made only with a unit that shows it.
 * Null when no unit does; without a counterexample when nothing but data beside the unit's own could show it.
 */
export function proof(world: World, criteria: readonly PlacedCriterion[], boxes: readonly Box[], claim: (scored: Scored) => boolean): Proof | null {
  const small = alone(world.ruleset, criteria)
  let beyond = false
  for (const box of boxes.slice(0, TRIED)) {
    const found = witness(box, world)
    if (!found) continue
    const sample = sampleOf(found, small)
    if (!sample) {
      beyond ||= stands(box, world)
      continue
    }
    const scored = tryScore(small, cohortOf(small, sample))
    if (scored && claim(scored)) return { counterexample: { facts: sample.facts, unit: sample.unit } }
  }
  return beyond ? {} : null
}
export const fired = (scored: Scored, ...rules: string[]): boolean => rules.every((id) => scored.sheets[0]?.criteria.some((c) => c.fired.includes(id)))

/** Do the names of a box rest on different facts, so that each may be anything in its range? */
function stands(box: Box, { ruleset }: World): boolean {
  const derived = new Map(ruleset.derived.map((d) => [d.id, sourcesOf(d.derive)]))
  const seen = new Set<string>()
  const rests = (name: string, trail: readonly string[]): string[] => (derived.has(name) && !trail.includes(name) ? (derived.get(name) ?? []).flatMap((s) => rests(s, [...trail, name])) : [name])
  return [...box.domains.keys()].every((name) => rests(name, []).every((s) => !seen.has(s) && Boolean(seen.add(s))))
}
