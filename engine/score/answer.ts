import { OPERATORS, isOperator, type Operand, type Seen } from '../model/operators.ts'
import type { Shared } from '../model/names.ts'
import type { Condition } from '../model/ruleset.ts'
import type { Plan, Phase } from './plan.ts'
import { see, type Work } from './work.ts'

type Look = (name: string) => Seen
export type Check = (look: Look) => boolean

/** A condition as a function over what a record shows; throws RangeError for an unknown operator or shared condition. */
function compileCondition(condition: Condition, shared: Shared): Check {
  if ('all' in condition) {
    const checks = condition.all.map((c) => compileCondition(c, shared))
    return (look) => checks.every((check) => check(look))
  }
  if ('any' in condition) {
    const checks = condition.any.map((c) => compileCondition(c, shared))
    return (look) => checks.some((check) => check(look))
  }
  if ('not' in condition) {
    const check = compileCondition(condition.not, shared)
    return (look) => !check(look)
  }
  if ('condition' in condition) {
    const named = shared.get(condition.condition)
    if (!named) throw new RangeError(`unknown shared condition: ${condition.condition}`)
    return compileCondition(named, shared)
  }
  if (!isOperator(condition.operator)) throw new RangeError(`unknown operator: ${condition.operator}`)
  const { test } = OPERATORS[condition.operator]
  const { fact, value } = condition
  if (typeof value === 'object' && !Array.isArray(value)) {
    const other = value.fact
    return (look) => test(look(fact), look(other) as Operand)
  }
  return (look) => test(look(fact), value)
}

const compiled = new WeakMap<Plan, { [P in Phase]?: readonly { key: string; check: Check }[] }>()

/** Answers every question of a phase for each unit by compiled conditions. */
export function answer(plan: Plan, phase: Phase, works: readonly Work[]): void {
  const known = compiled.get(plan) ?? {}
  compiled.set(plan, known)
  const checks = (known[phase] ??= plan.questions[phase].map((q) => ({ key: q.key, check: compileCondition(q.condition, plan.shared) })))
  for (const work of works) {
    const look = (name: string): Seen => see(work, name)
    for (const { key, check } of checks) {
      if (check(look)) work.holds.add(key)
      else work.holds.delete(key)
    }
  }
}
