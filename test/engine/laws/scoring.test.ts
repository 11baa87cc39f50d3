import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { score, scoreReference } from '../../../engine/index.ts'
import { validate } from '../../../engine/check/validate.ts'
import { CohortSchema } from '../../../engine/model/record.ts'
import { RulesetSchema } from '../../../engine/model/ruleset.ts'
import { anyWorld } from '../../support/arbitrary.ts'
import { holidays } from '../../support/holidays.ts'
import { replay } from '../../support/replay.ts'
import { reversed } from '../../support/reversed.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true })
const isRuleset = ajv.compile(RulesetSchema)
const isCohort = ajv.compile(CohortSchema)
const options = { calendar: holidays }

it('random rulesets and records are of the format, and the rulesets valid', () => {
  fc.assert(fc.property(anyWorld, ({ rules, cohort }) => {
    isRuleset(rules)
    isCohort(cohort)
    expect([isRuleset.errors ?? [], isCohort.errors ?? [], validate(rules).issues.filter((i) => i.level === 'error')]).toEqual([[], [], []])
  }), { numRuns: 200 })
})
it('the trace alone reproduces the score, exactly', () => {
  fc.assert(fc.property(anyWorld, ({ rules, cohort }) => {
    for (const sheet of score(rules, cohort, options).sheets) {
      if (sheet.state === 'scored') expect(replay(sheet.trace)).toEqual({ base: sheet.base, bonus: sheet.bonus, deduction: sheet.deduction, total: sheet.total })
    }
  }), { numRuns: 600 })
})
it('records in any order give the same sheets', () => {
  fc.assert(fc.property(anyWorld, ({ rules, cohort }) => {
    expect(score(rules, reversed(cohort), options).sheets).toEqual(score(rules, cohort, options).sheets)
  }), { numRuns: 300 })
})
it('either evaluator gives the same sheets', async () => {
  await fc.assert(fc.asyncProperty(anyWorld, async ({ rules, cohort }) => {
    expect(await scoreReference(rules, cohort, options)).toEqual(score(rules, cohort, options))
  }), { numRuns: 300 })
})
it('a score without reasons is the same score', () => {
  fc.assert(fc.property(anyWorld, ({ rules, cohort }) => {
    const bare = score(rules, cohort, { ...options, trace: false })
    expect(bare.sheets).toEqual(score(rules, cohort, options).sheets.map((s) => ({ ...s, trace: [] })))
  }), { numRuns: 100 })
})
