import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { CohortSchema } from '../../../engine/model/record.ts'
import { RulesetSchema } from '../../../engine/model/ruleset.ts'
import { cohortOf } from '../../support/pattern.ts'
import { agrees, cohorts, proves } from '../../support/sample.ts'
import { patterns as adjustments } from './adjustments.ts'
import { patterns as credits } from './credits.ts'
import { patterns as deductions } from './deductions.ts'
import { patterns as files } from './files.ts'
import { patterns as grades } from './grades.ts'
import { patterns as surveys } from './surveys.ts'
import { patterns as verdicts } from './verdicts.ts'
import { patterns as weights } from './weights.ts'

const patterns = [...adjustments, ...credits, ...deductions, ...files, ...grades, ...surveys, ...verdicts, ...weights].sort((a, b) => (a.id < b.id ? -1 : 1))
const ajv = new Ajv2020({ strict: false, allErrors: true })
const isRuleset = ajv.compile(RulesetSchema)
const isCohort = ajv.compile(CohortSchema)

it('has one worked example for each of the fifty rules seen in practice', () => {
  expect(patterns.map((p) => p.id)).toEqual(Array.from({ length: 50 }, (_, i) => `P${String(i + 1).padStart(2, '0')}`))
})

describe.each(patterns)('$id $what.en', (pattern) => {
  it('is a ruleset of the format, and so are its records', () => {
    isRuleset(pattern.ruleset)
    expect(isRuleset.errors ?? []).toEqual([])
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
