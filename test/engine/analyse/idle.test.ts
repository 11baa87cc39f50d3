import fc from 'fast-check'
import { expect, it } from 'vitest'
import { analyse, apply, score, validate, type Cohort, type Ruleset } from '../../../engine/index.ts'
import { anyWorld } from '../../support/arbitrary.ts'
import { holidays } from '../../support/holidays.ts'

/** Findings that say "this does nothing": taking it away must change no result. */
const IDLE = ['condition.part-never', 'condition.part-always', 'cap.never', 'loss-cap.never', 'side-cap.never', 'derived.unused', 'shared.unused']
const results = (rules: Ruleset, cohort: Cohort) =>
  score(rules, cohort, { calendar: holidays, trace: false }).sheets.map(({ unit, state, base, bonus, deduction, total, grade, rank, criteria, outcomes }) => ({ unit, state, base, bonus, deduction, total, grade, rank, criteria, outcomes }))
const errors = (rules: unknown) => validate(rules).issues.filter((i) => i.level === 'error').map((i) => `${i.code} ${i.path}`)

it('what is said to do nothing can be taken away: the ruleset stays valid and no result changes', () => {
  fc.assert(fc.property(anyWorld, ({ rules, cohort }) => {
    const found = analyse(rules).filter((f) => IDLE.includes(f.code) && f.fix)
    const kinds = [...new Map(found.map((f) => [f.code, f])).values()]
    for (const { code, path, values, fix } of kinds) {
      const mended = apply(rules, fix ?? [])
      expect({ code, path, ...values, errors: errors(mended), results: results(mended, cohort) }).toEqual({ code, path, ...values, errors: [], results: results(rules, cohort) })
    }
  }), { numRuns: 60 })
})
