import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compile, evaluate, loadColumns, score, scoreReference, sheets, type Sheet } from '../../../engine/index.ts'
import { anyWorld } from '../../support/arbitrary.ts'
import { holidays } from '../../support/holidays.ts'

/** Pairs of a random ruleset and a random cohort; a larger number is set for a release. */
const PAIRS = Number(process.env['FADU_PAIRS'] ?? 150)
const options = { calendar: holidays, trace: false }

it(`columns, compiled conditions and json-rules-engine agree on ${PAIRS} random rulesets with records`, async () => {
  const seen = { pairs: 0, units: 0, alone: 0, scored: 0, fired: 0 }
  await fc.assert(fc.asyncProperty(anyWorld, async ({ rules, cohort }) => {
    const compiled = compile(rules)
    const found = evaluate(compiled, loadColumns(compiled, cohort, options))
    const columns = sheets(found)
    expect(columns).toEqual(score(rules, cohort, options).sheets)
    expect((await scoreReference(rules, cohort, options)).sheets).toEqual(columns)
    seen.pairs++
    seen.units += found.size
    seen.alone += found.alone.size
    seen.scored += columns.filter((s: Sheet) => s.state === 'scored').length
    seen.fired += columns.reduce((n: number, s: Sheet) => n + s.criteria.reduce((m, c) => m + c.fired.length, 0), 0)
  }), { numRuns: PAIRS })
  // The agreement means something: many units are scored, most of them over columns, by rules that fire.
  expect(seen.pairs).toBeGreaterThanOrEqual(PAIRS)
  expect(seen.alone).toBeLessThan(seen.units / 2)
  expect(seen.scored).toBeGreaterThan(seen.units / 5)
  expect(seen.fired).toBeGreaterThan(seen.units)
  if (process.env['FADU_PAIRS']) console.info(seen)
}, 3_600_000)
