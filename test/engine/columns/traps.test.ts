import { expect, it } from 'vitest'
import { OPERATORS, compile, evaluate, loadColumns, scoreReference, sheets, type Condition, type FactValue, type OperatorName, type Ruleset } from '../../../engine/index.ts'
import { assumed, cohortOf, fact, marked, named } from '../../support/pattern.ts'

type Test = Extract<Condition, { fact: string }>
const off = { state: 'not-applicable' } as const
/** Values of each kind, given, missing and not applicable, and operands that meet them, pass them by and miss them. */
const KINDS: { kind: 'number' | 'count' | 'ratio' | 'boolean' | 'choice' | 'date'; values: (FactValue | undefined)[]; operands: Test['value'][]; lists: Test['value'][] }[] = [
  { kind: 'number', values: [0, -0.1, 0.1, 0.3, 1 / 3, 79.995, 80, 1e9, 2 ** 30, 123456.789012, undefined, off], operands: [0, 0.1, 0.3, 79.995, 80, 1e9, 0.33333333, 1 / 3, -5, { fact: 'other' }], lists: [[0, 0.3], [79.995, 79.995], [-5, 80]] },
  { kind: 'count', values: [0, 1, 2, 3, 2 ** 31, undefined, off], operands: [0, 1, 2.5, 3, -1, { fact: 'other' }], lists: [[0, 2], [3, 3], [1.5, 2.5]] },
  { kind: 'ratio', values: [{ numerator: 1, denominator: 3 }, { numerator: 0, denominator: 5 }, { numerator: 7, denominator: 0 }, { numerator: 3, denominator: 10 }, { numerator: 1.5, denominator: 5 }, undefined, off], operands: [0.3, 1 / 3, 0, 1, { fact: 'other' }], lists: [[0.3, 0.4], [0, 1]] },
  { kind: 'boolean', values: [true, false, undefined, off], operands: [true, false], lists: [] },
  { kind: 'choice', values: ['a', 'b', 'c', undefined, off], operands: ['a', 'b', 'c'], lists: [['a', 'c'], ['b']] },
  { kind: 'date', values: ['2022-01-01', '2022-06-30', '2022-12-31', undefined, off], operands: ['2022-06-30', '2021-01-01', '2023-01-01'], lists: [] },
]
const operandsOf = (name: OperatorName, of: (typeof KINDS)[number]): Test['value'][] => {
  switch (OPERATORS[name].operand) {
    case 'state': return ['given', 'missing', 'not-applicable']
    case 'scalar': return of.operands
    default: return of.lists
  }
}
const fits = (name: OperatorName, kind: string): boolean => (OPERATORS[name].kinds as readonly string[]).includes(kind === 'count' || kind === 'ratio' ? 'number' : kind)

it.each(KINDS)('conditions about a $kind hold over columns exactly when json-rules-engine says so', async (of) => {
  const tests = (Object.keys(OPERATORS) as OperatorName[]).filter((name) => fits(name, of.kind)).flatMap((operator) => operandsOf(operator, of).map((value): Condition => ({ fact: 'value', operator, value })))
  const wholes: Condition[] = tests.flatMap((test) => [{ all: [test] }, { not: test }, { any: [test, { fact: 'other', operator: 'hasState', value: 'missing' }] }, { all: [test, { not: { fact: 'value', operator: 'hasState', value: 'missing' } }, test, { any: [test, test] }] }])
  const rules: Ruleset = marked({
    facts: [fact('value', of.kind, of.kind === 'choice' ? { options: named('a', 'b', 'c') } : {}), fact('other', of.kind === 'ratio' ? 'number' : of.kind, of.kind === 'choice' ? { options: named('a', 'b', 'c') } : {})],
    outcomes: wholes.map((conditions, i) => ({ id: `o${i}`, label: 'o', type: 'notice', conditions: conditions as Ruleset['outcomes'][number]['conditions'], by: 'rule', source: assumed })),
  })
  const cohort = cohortOf(rules, of.values.map((value, i) => ({ sum: '', expect: {}, facts: { mark: 50, ...(value === undefined ? {} : { value }), ...(of.kind === 'ratio' ? { other: 0.3 } : of.values[(i + 1) % 3] === undefined ? {} : { other: of.values[(i + 1) % 3] as FactValue }) } })))
  const compiled = compile(rules)
  const found = sheets(evaluate(compiled, loadColumns(compiled, cohort)))
  expect(found).toEqual((await scoreReference(rules, cohort, { trace: false })).sheets)
  expect(found.some((s) => s.outcomes.length > 0)).toBe(true)
})
