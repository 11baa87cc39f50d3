import { namesOf } from '../../model/names.ts'
import { OPERATORS, isOperator, type Operand, type Seen } from '../../model/operators.ts'
import { cmp, toNumber, type Exact } from '../../model/decimal.ts'
import type { Condition, Test } from '../../model/ruleset.ts'
import { dayText } from './days.ts'
import { examples, numbers, without } from './numbers.ts'
import type { World } from './places.ts'
import { truth } from './truth.ts'
import type { Domain } from './values.ts'
import type { Shown } from './witness.ts'

/** What each name shows for one unit. */
export type Assignment = ReadonlyMap<string, Shown>

const seenOf = (shown: Shown | undefined): Seen =>
  shown === undefined ? undefined : 'word' in shown ? shown.word : 'number' in shown ? (shown.day ? dayText(shown.number) : toNumber(shown.number)) : shown.state === 'missing' ? undefined : null

/** Does a condition hold for one unit, with all it names given? */
export function applies(world: World, condition: Condition, unit: Assignment): boolean {
  for (const name of namesCached(world, condition)) if (seenOf(unit.get(name)) === undefined || seenOf(unit.get(name)) === null) return false
  return holds(world, condition, unit)
}
const known = new WeakMap<World, Map<Condition, readonly string[]>>()
function namesCached(world: World, condition: Condition): readonly string[] {
  const names = known.get(world) ?? new Map<Condition, readonly string[]>()
  known.set(world, names)
  const found = names.get(condition) ?? [...namesOf(condition, world.shared).values]
  names.set(condition, found)
  return found
}
function holds(world: World, condition: Condition, unit: Assignment): boolean {
  if ('all' in condition) return condition.all.every((c) => holds(world, c, unit))
  if ('any' in condition) return condition.any.some((c) => holds(world, c, unit))
  if ('not' in condition) return !holds(world, condition.not, unit)
  if ('condition' in condition) {
    const named = world.shared.get(condition.condition)
    return named !== undefined && holds(world, named, unit)
  }
  if (!isOperator(condition.operator)) return false
  const operand = typeof condition.value === 'object' && !Array.isArray(condition.value) ? seenOf(unit.get(condition.value.fact)) : condition.value
  return OPERATORS[condition.operator].test(seenOf(unit.get(condition.fact)), operand as Operand)
}

/** Tests of a name within conditions, shared ones included. */
function testsOf(world: World, name: string, conditions: readonly Condition[], trail: readonly string[] = []): Test[] {
  return conditions.flatMap((c): Test[] => {
    if ('all' in c) return testsOf(world, name, c.all, trail)
    if ('any' in c) return testsOf(world, name, c.any, trail)
    if ('not' in c) return testsOf(world, name, [c.not], trail)
    if ('condition' in c) {
      const named = world.shared.get(c.condition)
      return named && !trail.includes(c.condition) ? testsOf(world, name, [named], [...trail, c.condition]) : []
    }
    return c.fact === name ? [c] : []
  })
}

/** One value of each region of a name that the conditions tell apart, and "not applicable" where it can be. */
export function candidatesOf(world: World, name: string, conditions: readonly Condition[]): Shown[] {
  const domain = world.domains.of(name)
  const tests = testsOf(world, name, conditions)
  const values = valuesOf(domain, tests)
  return domain.states.has('not-applicable') ? [...values, { state: 'not-applicable' }] : values
}
function valuesOf({ values }: Domain, tests: readonly Test[]): Shown[] {
  if (values.kind === 'word') {
    const { listed, others } = values.choices
    if (!others) return [...listed].map((word) => ({ word }))
    const asked = new Set(tests.flatMap((t) => (Array.isArray(t.value) ? t.value : [t.value])).filter((v): v is string => typeof v === 'string'))
    return [...asked, [...asked].join('-') + 'other'].filter((w) => !listed.has(w)).map((word) => ({ word }))
  }
  let regions = [values.numbers]
  for (const test of tests) {
    const set = isOperator(test.operator) ? truth(test.operator, test.value as Operand, values.kind) : null
    if (!set || set.kind === 'word') continue
    regions = regions.flatMap((r) => [without(r, set.numbers), without(r, without(numbers([{ low: null, high: null }]), set.numbers))])
  }
  const found: Exact[] = []
  for (const region of regions) {
    const [one] = examples(region)
    if (one && !found.some((f) => cmp(f, one) === 0)) found.push(one)
  }
  return found.map((number) => ({ number, day: values.kind === 'date' }))
}
