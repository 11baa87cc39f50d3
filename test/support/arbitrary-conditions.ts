import fc from 'fast-check'
import type { Condition, Rule } from '../../engine/index.ts'

/** Numeric names a generated condition may use: facts, then derived facts. */
export const NUMBERS = ['count', 'number', 'ratio', 'amount', 'events-count', 'events-sum', 'short', 'quotient', 'change', 'mean', 'middle', 'trimmed', 'failed', 'opinion', 'mixed', 'both', 'days', 'place', 'best', 'scaled'] as const
export const numericName = fc.constantFrom(...NUMBERS)
/** Few values, so that they meet the thresholds of rules. */
export const level = fc.constantFrom(0, 0.5, 1, 2, 3, 5, 10, 50, 79.995, 80, 100)
const day = fc.constantFrom('2022-01-01', '2022-06-30', '2022-07-01', '2022-12-31')
const orders = fc.constantFrom('equal', 'notEqual', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive')
type Test = Extract<Condition, { fact: string }>
const made = (fact: fc.Arbitrary<string>, operator: fc.Arbitrary<string>, value: fc.Arbitrary<Test['value']>): fc.Arbitrary<Condition> => fc.record({ fact, operator, value })
const just = fc.constant<string>

const tests: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 6, arbitrary: made(numericName, orders, level) },
  made(numericName, orders, fc.record({ fact: numericName })),
  made(numericName, fc.constantFrom('in', 'notIn'), fc.array(level, { minLength: 1, maxLength: 3 })),
  made(numericName, just('between'), fc.tuple(level, level).map(([a, b]) => [Math.min(a, b), Math.max(a, b)])),
  made(just('boolean'), fc.constantFrom('equal', 'notEqual'), fc.boolean()),
  made(just('choice'), fc.constantFrom('equal', 'notEqual'), fc.constantFrom('a', 'b')),
  made(just('choice'), fc.constantFrom('in', 'notIn'), fc.subarray(['a', 'b', 'c'], { minLength: 1 })),
  made(fc.constantFrom('from', 'to'), fc.constantFrom('before', 'onOrBefore', 'after', 'onOrAfter', 'equal'), day),
  made(just('from'), fc.constantFrom('before', 'onOrAfter'), fc.constant({ fact: 'to' })),
  made(fc.oneof(numericName, fc.constantFrom('boolean', 'choice', 'from')), just('hasState'), fc.constantFrom('given', 'missing', 'not-applicable')),
  made(just('unit.category'), fc.constantFrom('in', 'notIn'), fc.subarray(['bureau', 'county'], { minLength: 1 })),
  made(just('unit.size'), orders, level),
  made(just('decision.override'), just('equal'), fc.boolean()),
)
const some = (depth: number) => fc.array(condition(depth - 1), { minLength: 1, maxLength: 3 })
/** A condition of at most so many levels; `shared` is the shared one. */
export const condition = (depth = 2): fc.Arbitrary<Condition> =>
  depth === 0 ? tests : fc.oneof({ weight: 4, arbitrary: tests }, some(depth).map((all) => ({ all })), some(depth).map((any) => ({ any })), condition(depth - 1).map((not) => ({ not })), fc.constant({ condition: 'shared' }))
/** A condition as a rule holds it; `open` ones hold always, so that their effects are tried often. */
export const top: fc.Arbitrary<Rule['conditions']> = fc.oneof(
  { weight: 3, arbitrary: some(2).map((all) => ({ all })) }, some(2).map((any) => ({ any })), condition(1).map((not) => ({ not })), fc.constant({ condition: 'shared' }),
)
export const open = (fact: string): Rule['conditions'] => ({ all: [{ fact, operator: 'hasState', value: 'given' }] })
/** The shared condition: refers to no other. */
export const sharedTop: fc.Arbitrary<Rule['conditions']> = fc.array(tests, { minLength: 1, maxLength: 3 }).map((any) => ({ any }))

/** Conditions over the result, for outcomes. */
export const resultTop: fc.Arbitrary<Rule['conditions']> = fc.array(fc.oneof(
  made(fc.constantFrom('result.base', 'result.bonus', 'result.deduction', 'result.total'), orders, level), made(just('result.rank'), orders, fc.constantFrom(1, 2, 3)),
  made(just('result.grade'), fc.constantFrom('in', 'notIn'), fc.constant(['good', 'excellent'])), made(just('history.run'), orders, fc.constantFrom(0, 1, 2)),
  made(fc.constantFrom('history.fall', 'history.tail'), just('equal'), fc.boolean()), tests,
), { minLength: 1, maxLength: 2 }).map((all) => ({ all }))
