import { evaluateExpressionSync } from '@gorules/zen-engine'
import { LogicEngine } from 'json-logic-engine'
import { Engine, type TopLevelCondition } from 'json-rules-engine'
import type { Cohort, Condition, Rule, Ruleset } from '../../engine/index.ts'
import type { Table } from './outcome.ts'
import { settle } from './settle.ts'

/** Decides which of some conditions hold for one record. */
export type Decider = (facts: { [name: string]: unknown }) => Uint8Array | Promise<Uint8Array>
export interface Rival { name: string; decider(conditions: readonly Condition[]): Decider }

const conjunction = (condition: Condition): Extract<Condition, { fact: string }>[] => {
  if ('all' in condition) return condition.all.flatMap(conjunction)
  if ('fact' in condition) return [condition]
  throw new RangeError('the workload has conjunctions only')
}
/** json-rules-engine, one engine for all runs. */
export const jsonRules: Rival = {
  name: 'json-rules-engine 7.3.1, reused',
  decider(conditions) {
    const engine = new Engine([], { allowUndefinedFacts: true })
    conditions.forEach((condition, k) => engine.addRule({ conditions: structuredClone(condition) as TopLevelCondition, event: { type: String(k) } }))
    return async (facts) => {
      const out = new Uint8Array(conditions.length)
      const { events } = await engine.run(facts)
      for (const event of events) out[Number(event.type)] = 1
      return out
    }
  },
}
const ZEN: { [name: string]: string } = { equal: '==', notEqual: '!=', lessThan: '<', lessThanInclusive: '<=', greaterThan: '>', greaterThanInclusive: '>=', in: 'in' }
/** All conditions as one expression of zen, in one synchronous call. */
export const zen: Rival = {
  name: '@gorules/zen-engine 0.52, one call',
  decider(conditions) {
    const one = (condition: Condition): string => conjunction(condition).map((t) => `${t.fact.replace('.', '_')} ${ZEN[t.operator]} ${JSON.stringify(t.value)}`).join(' and ')
    const expression = `[${conditions.map(one).join(', ')}]`
    return (facts) => Uint8Array.from(evaluateExpressionSync(expression, facts) as boolean[], Number)
  },
}
const LOGIC: { [name: string]: string } = { equal: '===', notEqual: '!==', lessThan: '<', lessThanInclusive: '<=', greaterThan: '>', greaterThanInclusive: '>=', in: 'in' }
/** All conditions compiled into one function by json-logic-engine. */
export const jsonLogic: Rival = {
  name: 'json-logic-engine 5, compiled',
  decider(conditions) {
    const one = (condition: Condition): unknown => ({ and: conjunction(condition).map((t) => ({ [LOGIC[t.operator] as string]: [{ var: t.fact.replace('.', '_') }, t.value] })) })
    const run = new LogicEngine().build(conditions.map(one)) as (facts: object) => boolean[]
    return (facts) => Uint8Array.from(run(facts), Number)
  },
}

/** The whole pipeline with a rival deciding every condition; the arithmetic between is the same for all. */
export function pipeline(rules: Ruleset, rival: Rival): (cohort: Cohort, table: Table) => Promise<void> {
  const all: Rule[] = [...rules.indicators.flatMap((i) => (i.criteria ?? []).flatMap((c) => c.rules)), ...(rules.bonus.rules ?? []), ...(rules.deduction.rules ?? [])]
  const first = rival.decider(all.map((r) => r.conditions))
  const second = rival.decider(rules.outcomes.map((o) => o.conditions))
  const totals = settle(rules)
  return async (cohort, table) => {
    const n = cohort.units.length
    const fired: Uint8Array[] = []
    for (const record of cohort.records) fired.push(await first(record.facts))
    totals(cohort, fired, table)
    for (let i = 0; i < n; i++) {
      const result = { total: (table.total[i] as number) / 100, rank: table.rank[i] as number, grade: rules.grades[table.grade[i] as number]?.id as string }
      const facts = { ...cohort.records[i]?.facts, 'result.total': result.total, 'result.rank': result.rank, 'result.grade': result.grade, result_total: result.total, result_rank: result.rank, result_grade: result.grade }
      const held = await second(facts)
      for (let k = 0; k < held.length; k++) table.outcomes[k * n + i] = held[k] as number
    }
  }
}
