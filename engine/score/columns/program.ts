import { OPERATORS, isOperator, type Operand, type OperatorName } from '../../model/operators.ts'
import { namesOf, type Shared } from '../../model/names.ts'
import type { Condition } from '../../model/ruleset.ts'
import { decimalOf } from './decimal-number.ts'
import { slotOf, type Layout, type Programs } from './layout.ts'

/** A test of one column against a literal; `decimals` are its numbers as whole numbers. */
export interface TestNode { type: 'test'; slot: number; operator: OperatorName; value: Operand; decimals: readonly { n: number; places: number }[] | null }
export interface PairNode { type: 'pair'; slot: number; other: number; operator: OperatorName }
export type Node = TestNode | PairNode | { type: 'all' | 'any'; nodes: readonly Node[] } | { type: 'not'; node: Node }

/** A condition over columns: plain data that kernels read, so a changed literal is a changed number and nothing is generated. */
export interface Program {
  root: Node
  /** The tests of a program that is nothing but a conjunction of tests. */
  flat: readonly TestNode[] | null
  /** Columns that must be given for its answer to count. */
  needs: readonly number[]
}

const decimalsOf = (value: Operand): TestNode['decimals'] => {
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [value]
  const found = list.map((v) => (typeof v === 'number' ? decimalOf(v) : null))
  return found.every((d) => d !== null) ? found : null
}
function nodeOf(condition: Condition, shared: Shared, layout: Layout): Node {
  if ('all' in condition) return many('all', condition.all, shared, layout)
  if ('any' in condition) return many('any', condition.any, shared, layout)
  if ('not' in condition) return { type: 'not', node: nodeOf(condition.not, shared, layout) }
  if ('condition' in condition) {
    const named = shared.get(condition.condition)
    if (!named) throw new RangeError(`unknown shared condition: ${condition.condition}`)
    return nodeOf(named, shared, layout)
  }
  if (!isOperator(condition.operator)) throw new RangeError(`unknown operator: ${condition.operator}`)
  const { operator, value } = condition
  const slot = slotOf(layout, condition.fact)
  if (typeof value === 'object' && !Array.isArray(value)) return { type: 'pair', slot, other: slotOf(layout, value.fact), operator }
  return { type: 'test', slot, operator, value, decimals: OPERATORS[operator].kinds.some((k) => k === 'number') ? decimalsOf(value) : null }
}
const many = (type: 'all' | 'any', list: readonly Condition[], shared: Shared, layout: Layout): Node => {
  const [first, ...rest] = list.map((c) => nodeOf(c, shared, layout))
  if (first && rest.length === 0) return first
  return { type, nodes: first ? [first, ...rest] : [] }
}
const flatOf = (root: Node): TestNode[] | null => {
  if (root.type === 'test') return [root]
  if (root.type !== 'all') return null
  const parts = root.nodes.map(flatOf)
  return parts.every((p) => p !== null) ? parts.flat() : null
}

/** The program of a condition, made once per condition; throws RangeError for an unknown operator or shared condition. */
export function programOf(condition: Condition, layout: Layout, programs: Programs): Program {
  const known = programs.known.get(condition)
  if (known) return known
  const root = nodeOf(condition, programs.shared, layout)
  const program: Program = { root, flat: flatOf(root), needs: [...namesOf(condition, programs.shared).values].map((name) => slotOf(layout, name)) }
  programs.known.set(condition, program)
  return program
}
