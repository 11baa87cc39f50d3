import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { probe, score, type Cohort, type Criterion, type Indicator, type Probe, type Ruleset } from '../../../engine/index.ts'
import { anyWorld } from '../../support/arbitrary.ts'
import { holidays } from '../../support/holidays.ts'
import { all, cohortOf, criterion, fact, flat, rule, test } from '../../support/pattern.ts'

const options = { calendar: holidays }
const criteria = (nodes: readonly Indicator[]): Criterion[] => nodes.flatMap((n) => [...(n.criteria ?? []), ...criteria(n.children ?? [])])

it('decides every rule as scoring does, on random rulesets and records', () => {
  let rules = 0
  const results = new Set<unknown>()
  fc.assert(fc.property(anyWorld, ({ rules: ruleset, cohort }) => {
    const all = criteria(ruleset.indicators)
    for (const sheet of score(ruleset, cohort, options).sheets) {
      for (const { id, path, fired } of sheet.criteria) {
        const asked = sheet.trace.some((l) => l.stage === 'award' && l.path === path && ['earned', 'zeroed', 'missing'].includes(l.code))
        for (const one of all.find((c) => c.id === id)?.rules ?? []) {
          const { result } = probe(ruleset, cohort, sheet.unit, one.conditions, { ...options, rule: one })
          rules += 1
          results.add(result)
          if (asked) expect(result === true).toBe(fired.includes(one.id))
          else expect(fired).toEqual([])
        }
      }
      const outcomes = ruleset.outcomes.filter((o) => probe(ruleset, cohort, sheet.unit, o.conditions, { ...options, phase: 'outcomes' }).result === true).map((o) => o.id)
      if (sheet.state === 'scored') expect(sheet.outcomes.map((o) => o.rule)).toEqual(outcomes)
    }
  }), { numRuns: 60 })
  expect(rules).toBeGreaterThan(500)
  expect([...results].sort()).toEqual([false, 'missing', 'not-applicable', true].sort())
})

const late = test('late', 'greaterThanInclusive', 2)
const open = test('open', 'equal', true)
const ruleset: Ruleset = flat([criterion('c', 5, [rule('r', all(late, { any: [open, { not: test('late', 'equal', 3) }] }), { type: 'deduct', params: { points: 1 } })])], { facts: [fact('late', 'count'), fact('open', 'boolean')] })
const conditions = criteria(ruleset.indicators)[0]?.rules[0]?.conditions as Criterion['rules'][number]['conditions']
const tried = (facts: Cohort['records'][number]['facts']): Probe => probe(ruleset, cohortOf(ruleset, [{ sum: 'a unit', facts, expect: {} }]), 'u1', conditions)
const flatten = (node: Probe): [string, unknown][] => [[node.at.join('.'), node.result], ...node.children.flatMap(flatten)]

describe('a condition tried on a unit', () => {
  it('answers each part where it stands', () => {
    expect(flatten(tried({ late: 2, open: false }))).toEqual([
      ['', true], ['all.0', true], ['all.1', true], ['all.1.any.0', false], ['all.1.any.1', true], ['all.1.any.1.not', false],
    ])
  })
  it('shows the value each test saw', () => {
    expect(tried({ late: 2, open: false }).children[0]?.seen).toEqual([{ name: 'late', value: 2 }])
  })
  it('says which fact is missing, and that the whole is undecided by it', () => {
    const root = tried({ late: 2 })
    expect([root.result, root.lacks, root.children[0]?.result, root.children[1]?.result]).toEqual(['missing', ['open'], true, 'missing'])
  })
  it('puts not applicable before missing', () => {
    const root = tried({ late: { state: 'not-applicable', reason: 'r' } })
    expect([root.result, root.lacks]).toEqual(['not-applicable', ['late']])
  })
  it('refuses a unit that is not in the sample', () => {
    expect(() => probe(ruleset, cohortOf(ruleset, []), 'nobody', conditions)).toThrow(RangeError)
  })
})
