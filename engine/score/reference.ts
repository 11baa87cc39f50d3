import { Engine, type TopLevelCondition } from 'json-rules-engine'
import { OPERATORS, type Operand, type Operator, type Seen } from '../model/operators.ts'
import type { Condition } from '../model/ruleset.ts'
import type { Phase, Plan } from './plan.ts'
import { see, type Work } from './work.ts'

/** json-rules-engine takes all, any, not or a shared condition at the top. */
const top = (condition: Condition): TopLevelCondition =>
  structuredClone('fact' in condition ? { all: [condition] } : condition) as TopLevelCondition

function build(plan: Plan, phase: Phase): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true, allowUndefinedConditions: false })
  for (const [name, operator] of Object.entries<Operator>(OPERATORS)) {
    if (!operator.standard) engine.addOperator(name, (seen: Seen, operand: Operand) => operator.test(seen, operand))
  }
  for (const [id, condition] of plan.shared) engine.setCondition(id, top(condition))
  for (const question of plan.questions[phase]) {
    engine.addRule({ name: question.key, conditions: top(question.condition), event: { type: question.key } })
  }
  return engine
}

/** Answers every question of a phase through json-rules-engine, one record at a time: overlapping runs would skip rules. */
export async function refer(plan: Plan, phase: Phase, works: readonly Work[]): Promise<void> {
  const names = new Set(plan.questions[phase].flatMap((q) => [...q.names.values, ...q.names.states]))
  const engine = build(plan, phase)
  for (const work of works) {
    const facts: { [name: string]: Seen } = {}
    for (const name of names) facts[name] = see(work, name)
    const { events } = await engine.run(facts)
    for (const { key } of plan.questions[phase]) work.holds.delete(key)
    for (const event of events) work.holds.add(event.type)
  }
}
