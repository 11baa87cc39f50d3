import { OPERATORS } from '../../model/operators.ts'
import { mask } from '../columns/mask.ts'
import type { Node, Program } from '../columns/program.ts'
import type { Results } from '../columns/results.ts'
import { answerInto } from '../columns/state.ts'

/** What conditions see of a draw's results. */
export interface Seen { base: Float64Array; bonus: Float64Array; deduction: Float64Array; total: Float64Array }
type Shown = keyof Seen
const SHOWN: { readonly [name: string]: Shown | undefined } = { 'result.base': 'base', 'result.bonus': 'bonus', 'result.deduction': 'deduction', 'result.total': 'total' }
/** A requirement of a grade: does a unit meet it, by what is seen of it? */
export interface Requirement { grade: number; holds(unit: number, seen: Seen): boolean }
type Ask = Requirement['holds']

/** Answers that do not depend on results, for all units. */
function settledMask(results: Results, node: Node): Uint8Array {
  const out = new Uint8Array(results.size)
  for (const { block } of results.states) mask({ root: node, flat: null, needs: [] }, block, out, block.from)
  return out
}
/** Does a condition, apart from base, bonus, deduction and total, hang on results or history? */
function shownIn(node: Node, nameOf: (slot: number) => string): 'none' | 'some' | 'other' {
  const kind = (slot: number): 'none' | 'some' | 'other' => (SHOWN[nameOf(slot)] ? 'some' : /^(result|history)\./.test(nameOf(slot)) ? 'other' : 'none')
  switch (node.type) {
    case 'test': return kind(node.slot)
    case 'pair': return kind(node.slot) === 'none' && kind(node.other) === 'none' ? 'none' : 'other'
    case 'not': return shownIn(node.node, nameOf)
    default: {
      const parts = node.nodes.map((n) => shownIn(n, nameOf))
      return parts.includes('other') ? 'other' : parts.includes('some') ? 'some' : 'none'
    }
  }
}
function askOf(results: Results, node: Node, nameOf: (slot: number) => string): Ask {
  if (shownIn(node, nameOf) === 'none') return ((answers) => (unit) => answers[unit] === 1)(settledMask(results, node))
  switch (node.type) {
    case 'test': {
      const shown = SHOWN[nameOf(node.slot)] as Shown
      const { value, operator } = node
      const { test } = OPERATORS[operator]
      // Numbers are compared as they are, without the detour that odd values need.
      if (typeof value === 'number') switch (operator) {
        case 'lessThan': return (unit, seen) => (seen[shown][unit] as number) < value
        case 'lessThanInclusive': return (unit, seen) => (seen[shown][unit] as number) <= value
        case 'greaterThan': return (unit, seen) => (seen[shown][unit] as number) > value
        case 'greaterThanInclusive': return (unit, seen) => (seen[shown][unit] as number) >= value
      }
      return (unit, seen) => test(seen[shown][unit] as number, value)
    }
    case 'not': return ((ask) => (unit, seen) => !ask(unit, seen))(askOf(results, node.node, nameOf))
    case 'all': return ((asks) => (unit, seen) => asks.every((ask) => ask(unit, seen)))(node.nodes.map((n) => askOf(results, n, nameOf)))
    case 'any': return ((asks) => (unit, seen) => asks.some((ask) => ask(unit, seen)))(node.nodes.map((n) => askOf(results, n, nameOf)))
    case 'pair': throw new RangeError('a pair of results')
  }
}
/** 1 where everything a program names is there, apart from results. */
function readyFor(results: Results, program: Program, nameOf: (slot: number) => string): Uint8Array {
  const needs = program.needs.filter((slot) => !SHOWN[nameOf(slot)])
  const answers = new Uint8Array(results.size)
  for (const { block } of results.states) answerInto({ ...program, needs }, block, answers, block.from)
  return answers.map((answer) => Number((answer & 6) === 0))
}

/** Requirements of grades by grading; null when one compares results with each other or asks what is not known yet. */
export function requirementsOf(results: Results): Requirement[][] | null {
  const { compiled } = results
  const nameOf = (slot: number): string => compiled.layout.slots[slot]?.name ?? ''
  const { grades, gradings } = compiled.ruleset
  if (compiled.requires.flat().some((program) => shownIn(program.root, nameOf) === 'other' || program.needs.some((slot) => /^(result\.(grade|rank|pool)|history\.)/.test(nameOf(slot))))) return null
  return compiled.requires.map((list, g) => list.map((program, k) => {
    const ready = readyFor(results, program, nameOf)
    const ask = askOf(results, program.root, nameOf)
    return { grade: grades.findIndex((x) => x.id === gradings[g]?.requires?.[k]?.grade), holds: (unit, seen) => ready[unit] === 1 && ask(unit, seen) }
  }))
}
