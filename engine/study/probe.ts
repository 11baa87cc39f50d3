import type { Calendar } from '../model/calendar.ts'
import { namesOf, namesOfRule, type Names } from '../model/names.ts'
import { OPERATORS, isOperator, type Operand, type Seen } from '../model/operators.ts'
import type { Cohort } from '../model/record.ts'
import type { Condition, Rule, Ruleset } from '../model/ruleset.ts'
import { before } from '../score/score.ts'
import { readiness, see, type Work } from '../score/work.ts'
import type { AskedIn } from './quantities.ts'
import type { Spot } from './sentence/speaker.ts'

/** Decided, or why it is not: a fact it needs is missing or does not concern the unit. */
export type ProbeResult = boolean | 'missing' | 'not-applicable'
/** How a part of a condition is decided for a unit: where it stands, what it saw, and the names it lacks. */
export interface Probe { at: Spot; result: ProbeResult; seen: { name: string; value: Seen }[]; lacks: string[]; children: Probe[] }
export interface ProbeOptions { phase?: AskedIn; calendar?: Calendar; /** The rule whose condition it is: its effect needs facts too. */ rule?: Rule }

/** Decides a condition for one unit exactly as scoring does, with every part's answer; throws RangeError for an unknown unit, operator or shared condition. */
export function probe(ruleset: Ruleset, cohort: Cohort, unit: string, condition: Condition, { phase = 'facts', calendar, rule }: ProbeOptions = {}): Probe {
  const pass = before(ruleset, cohort, phase, { trace: false, ...(calendar ? { calendar } : {}) })
  const work = pass.works.find((w) => w.unit.id === unit)
  if (!work) throw new RangeError(`unknown unit: ${unit}`)
  const { shared } = pass.plan

  const decide = (node: Condition, at: Spot): Probe => {
    const children = childrenOf(node).map(([child, ...way]) => decide(child, [...at, ...way]))
    const names = namesOf(node, shared)
    const seen = 'fact' in node ? [node.fact, ...(typeof node.value === 'object' && !Array.isArray(node.value) ? [node.value.fact] : [])].map((name) => ({ name, value: see(work, name) })) : []
    return { at, seen, children, ...answered(work, names, phase, () => holds(node)) }
  }
  const holds = (node: Condition): boolean => {
    if ('all' in node) return node.all.every(holds)
    if ('any' in node) return node.any.some(holds)
    if ('not' in node) return !holds(node.not)
    if ('condition' in node) {
      const named = shared.get(node.condition)
      if (!named) throw new RangeError(`unknown shared condition: ${node.condition}`)
      return holds(named)
    }
    if (!isOperator(node.operator)) throw new RangeError(`unknown operator: ${node.operator}`)
    const operand = typeof node.value === 'object' && !Array.isArray(node.value) ? (see(work, node.value.fact) as Operand) : node.value
    return OPERATORS[node.operator].test(see(work, node.fact), operand)
  }
  const root = decide(condition, [])
  return rule ? { ...root, ...answered(work, namesOfRule(rule, shared), phase, () => holds(condition)) } : root
}

/** What is missing or does not apply decides before the condition does; of a result (a unit without a rank) only what is missing. */
function answered(work: Work, names: Names, phase: AskedIn, holds: () => boolean): { result: ProbeResult; lacks: string[] } {
  const state = readiness(work, names)
  if (state === 'given' || (state === 'not-applicable' && phase === 'outcomes')) return { result: holds(), lacks: [] }
  return { result: state, lacks: [...names.values].filter((name) => readiness(work, { values: new Set([name]), states: new Set() }) === state) }
}
const childrenOf = (node: Condition): [Condition, ...Spot][] => {
  if ('all' in node) return node.all.map((child, i) => [child, 'all', i])
  if ('any' in node) return node.any.map((child, i) => [child, 'any', i])
  return 'not' in node ? [[node.not, 'not']] : []
}
