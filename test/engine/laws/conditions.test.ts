import fc from 'fast-check'
import { Engine, type TopLevelCondition } from 'json-rules-engine'
import { expect, it } from 'vitest'
import type { Ruleset } from '../../../engine/index.ts'
import { OPERATORS, type Operand, type OperatorName, type Seen } from '../../../engine/model/operators.ts'
import { answer } from '../../../engine/score/answer.ts'
import { plan } from '../../../engine/score/plan.ts'
import { refer } from '../../../engine/score/reference.ts'
import { newWork, type Work } from '../../../engine/score/work.ts'
import { NUMBERS, sharedTop, top } from '../../support/arbitrary-conditions.ts'
import { assumed, criterion, flat, rule } from '../../support/pattern.ts'

const word = (values: Seen[]) => fc.constantFrom<Seen[]>(...values, undefined, null)
/** What conditions may see of a record, typed as facts are after reading. */
const seen = fc.record({
  numbers: fc.tuple(...NUMBERS.map(() => fc.oneof(fc.constantFrom<Seen[]>(0, 0.5, 1, 2, 3, 5, 10, 50, 79.995, 80, 100, undefined, null), fc.double({ min: -10, max: 120, noNaN: true })))),
  boolean: word([true, false]), choice: word(['a', 'b', 'c']), from: word(['2022-01-01', '2022-06-30']), to: word(['2022-06-30', '2022-12-31']), category: fc.constantFrom('bureau', 'county'), size: fc.constantFrom(1, 2, undefined), decided: fc.boolean(),
})
const rules = fc.tuple(fc.array(top, { minLength: 25, maxLength: 25 }), sharedTop).map(([list, shared]): Ruleset =>
  flat(list.map((conditions, i) => criterion(`c${i}`, 1, [rule('r', conditions, { type: 'deduct', params: { points: 1 } })])), { conditions: [{ id: 'shared', label: 'shared', conditions: shared }], categories: ['bureau', 'county'].map((id) => ({ id, label: id, source: assumed })) }))

it('both evaluators answer 10,000 random conditions alike', async () => {
  let pairs = 0
  let held = 0
  await fc.assert(fc.asyncProperty(rules, fc.array(seen, { minLength: 20, maxLength: 20 }), async (ruleset, records) => {
    const works = (): Work[] => records.map((r, i) => {
      const work = newWork({ id: `u${i}`, name: 'u', category: r.category, order: i, attributes: r.size === undefined ? {} : { size: r.size } }, undefined)
      const show = (id: string, value: Seen) => work.values.set(id, { state: 'given', seen: value, number: null, events: [], ratings: [], answers: [] })
      NUMBERS.forEach((id, n) => show(id, r.numbers[n]))
      for (const id of ['boolean', 'choice', 'from', 'to'] as const) show(id, r[id])
      work.past.set('decision.override', r.decided)
      return work
    })
    const laid = plan(ruleset)
    const [compiled, reference] = [works(), works()]
    answer(laid, 'facts', compiled)
    await refer(laid, 'facts', reference)
    expect(compiled.map((w) => [...w.holds].sort())).toEqual(reference.map((w) => [...w.holds].sort()))
    pairs += records.length * laid.questions.facts.length
    held += compiled.reduce((n, w) => n + w.holds.size, 0)
  }), { numRuns: 20 })
  expect(pairs).toBeGreaterThanOrEqual(10_000)
  expect(held > pairs / 10 && held < (pairs * 9) / 10).toBe(true)
})

const ODD: unknown[] = [undefined, null, true, false, '', ' ', 'abc', '5', '5abc', '05', 5, 0, -0, 5.5, Number.NaN, Infinity, -Infinity, [], [5], ['5'], [5, 6], {}, '2022-01-01']
const OPERANDS: { [kind: string]: Operand[] } = { scalar: [5, 0, -1, '5', 'abc', '', '2022-01-01', true, false], list: [[5, '5', true], [], ['abc', ''], [0]] }
const standard = (Object.keys(OPERATORS) as OperatorName[]).filter((name) => OPERATORS[name].standard)
it.each(standard)('%s treats odd values exactly as json-rules-engine does', async (operator) => {
  const operands = OPERANDS[OPERATORS[operator].operand] ?? []
  for (const value of ODD) {
    const engine = new Engine([], { allowUndefinedFacts: true })
    operands.forEach((operand, i) => engine.addRule({ name: `${i}`, conditions: { all: [{ fact: 'f', operator, value: operand }] } as TopLevelCondition, event: { type: `${i}` } }))
    const { events } = await engine.run({ f: value })
    const theirs = operands.map((_, i) => events.some((e) => e.type === `${i}`))
    expect([value, operands.map((operand) => OPERATORS[operator].test(value as Seen, operand))]).toEqual([value, theirs])
  }
})
