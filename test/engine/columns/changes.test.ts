import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply, compile, diff, evaluate, loadColumns, reloadColumns, score, sheets, withRuleset, type Json, type Rule, type Ruleset } from '../../../engine/index.ts'
import { anyRuleset, anyWorld } from '../../support/arbitrary.ts'
import { holidays } from '../../support/holidays.ts'
import { cohortOf, criterion, fact, flat, rule as deduct, when } from '../../support/pattern.ts'
import { along, nudges } from './nudges.ts'

const options = { calendar: holidays, trace: false }

describe('columns that follow a ruleset as it changes', () => {
  it('give after each of many changes what scoring the changed ruleset gives', () => {
    fc.assert(fc.property(anyWorld, nudges, ({ rules, cohort }, changes) => {
      let compiled = compile(rules)
      let columns = loadColumns(compiled, cohort, options)
      evaluate(compiled, columns)
      for (const changed of along(rules, changes)) {
        compiled = withRuleset(compiled, changed)
        columns = reloadColumns(compiled, columns)
        expect(sheets(evaluate(compiled, columns))).toEqual(score(changed, cohort, options).sheets)
      }
    }), { numRuns: 30 })
  })
  it('give after steps from one ruleset to quite another what the other gives', () => {
    fc.assert(fc.property(anyWorld, anyRuleset, ({ rules, cohort }, other) => {
      const changed = apply(rules as unknown as Json, diff(rules, other)) as unknown as Ruleset
      const compiled = compile(rules)
      const columns = loadColumns(compiled, cohort, options)
      evaluate(compiled, columns)
      const next = withRuleset(compiled, changed)
      expect(sheets(evaluate(next, reloadColumns(next, columns)))).toEqual(score(other, cohort, options).sheets)
    }), { numRuns: 20 })
  })
  it('keep apart the answers of rules that change places', () => {
    const rule = (id: string, most: number): Rule => deduct(id, when('n', 'lessThan', most), { type: 'deduct', params: { points: 1 } })
    const [one, both, last] = [[rule('a', 1)], [rule('a', 1), rule('b', 3)], criterion('last', 5, [rule('c', 2)])]
    const of = (first: Rule[], third: Rule[]): Ruleset => flat([criterion('first', 5, first), last, criterion('third', 5, third)], { facts: [fact('n', 'count')] })
    const before = of(both, one)
    const after = of(one, both)
    const cohort = cohortOf(before, [0, 1, 2, 3].map((n) => ({ sum: '', facts: { n }, expect: {} })))
    const compiled = compile(before)
    const columns = loadColumns(compiled, cohort)
    const next = withRuleset(compiled, { ...before, indicators: after.indicators })
    evaluate(compiled, columns)
    expect(sheets(evaluate(next, columns))).toEqual(score(after, cohort, options).sheets)
  })
  it('are not loaded again when only points and thresholds change, and refuse a ruleset of other facts', () => {
    fc.assert(fc.property(anyWorld, ({ rules, cohort }) => {
      const compiled = compile(rules)
      const columns = loadColumns(compiled, cohort, options)
      const [points] = along(rules, [{ at: 0, kind: 'points', by: 2 }]) as [Ruleset]
      expect(reloadColumns(withRuleset(compiled, points), columns)).toBe(columns)
      const other = withRuleset(compiled, { ...rules, facts: [...rules.facts] })
      expect(() => evaluate(other, columns)).toThrow(RangeError)
    }), { numRuns: 5 })
  })
})
