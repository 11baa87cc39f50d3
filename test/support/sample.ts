import { expect } from 'vitest'
import { compile, evaluate, loadColumns, score, scoreReference, sheets, type Ruleset, type Scored } from '../../engine/index.ts'
import { shown } from './expected.ts'
import { cohortOf, type Pattern, type Sample, type Setting } from './pattern.ts'

/** Scores samples as one cohort and compares every unit with what was computed by hand, and with the same over columns. */
export function proves(ruleset: Ruleset, samples: readonly Sample[], setting: Setting = {}): Scored {
  const cohort = cohortOf(ruleset, samples, setting)
  const scored = score(ruleset, cohort, setting)
  const compiled = compile(ruleset)
  expect(sheets(evaluate(compiled, loadColumns(compiled, cohort, setting)))).toEqual(scored.sheets.map((s) => ({ ...s, trace: [] })))
  samples.forEach((sample, i) => {
    const sheet = scored.sheets[i]
    if (!sheet) throw new RangeError(`no sheet for ${sample.sum}`)
    expect({ unit: sample.sum, ...shown(sheet, scored.issues, sample.expect) }).toEqual({ unit: sample.sum, ...sample.expect })
  })
  return scored
}

/** The same sheets, conditions decided by json-rules-engine. */
export async function agrees(ruleset: Ruleset, samples: readonly Sample[], setting: Setting = {}): Promise<void> {
  const cohort = cohortOf(ruleset, samples, setting)
  expect(await scoreReference(ruleset, cohort, setting)).toEqual(score(ruleset, cohort, setting))
}

/** Samples that belong together, or each by itself. */
export const cohorts = (pattern: Pick<Pattern, 'samples' | 'together'>): Sample[][] => (pattern.together ? [pattern.samples] : pattern.samples.map((s) => [s]))

/** What was computed by hand, by both evaluators. */
export async function holds(ruleset: Ruleset, samples: readonly Sample[], setting: Setting = {}): Promise<Scored> {
  await agrees(ruleset, samples, setting)
  return proves(ruleset, samples, setting)
}
/** Inputs and outputs of a unit's trace lines with a code. */
export const lines = (scored: Scored, code: string, unit = 0) =>
  (scored.sheets[unit]?.trace ?? []).filter((l) => l.code === code).map(({ path, inputs, output }) => ({ path, inputs, output }))
