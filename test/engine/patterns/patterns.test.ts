import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { validate } from '../../../engine/check/validate.ts'
import { CohortSchema } from '../../../engine/model/record.ts'
import { RulesetSchema } from '../../../engine/model/ruleset.ts'
import { cohortOf } from '../../support/pattern.ts'
import { agrees, cohorts, proves } from '../../support/sample.ts'
import { patterns } from './patterns.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true })
const isRuleset = ajv.compile(RulesetSchema)
const isCohort = ajv.compile(CohortSchema)

it('has one worked example for each of the fifty rules seen in practice', () => {
  expect(patterns.map((p) => p.id)).toEqual(Array.from({ length: 50 }, (_, i) => `P${String(i + 1).padStart(2, '0')}`))
})

describe.each(patterns)('$id $what.en', (pattern) => {
  it('is a valid ruleset of the format, and so are its records', () => {
    isRuleset(pattern.ruleset)
    expect([isRuleset.errors ?? [], validate(pattern.ruleset).issues.filter((i) => i.level === 'error')]).toEqual([[], []])
    for (const samples of cohorts(pattern)) {
      isCohort(cohortOf(pattern.ruleset, samples, pattern))
      expect(isCohort.errors ?? []).toEqual([])
    }
  })
  it.each(cohorts(pattern).map((samples) => [samples.map((s) => s.sum).join(' | '), samples] as const))('gives %s', (_, samples) => {
    proves(pattern.ruleset, samples, pattern)
  })
  it('scores the same by json-rules-engine', async () => {
    for (const samples of cohorts(pattern)) await agrees(pattern.ruleset, samples, pattern)
  })
})
