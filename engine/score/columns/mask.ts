import { OPERATORS, type Operand, type OperatorName, type Seen } from '../../model/operators.ts'
import { NOT_APPLICABLE, MISSING, REAL, WORD, seenAt, type Block } from './block.ts'
import { findInterval, interval, tableOf } from './interval.ts'
import type { Node, Program, TestNode } from './program.ts'

const bounds = new Int32Array(9)
/** Puts the interval of a test in a place of `bounds`. */
function bound(block: Block, test: TestNode, place: number): boolean {
  if (!findInterval(block, test)) return false
  bounds[place] = interval.low
  bounds[place + 1] = interval.high
  bounds[place + 2] = interval.outside ? 0 : 1
  return true
}

/** The sign of (x − low) | (high − x) is set outside the interval: no branch, no comparison. */
function one(x: Int32Array, a: number, out: Uint8Array, at: number, n: number): void {
  const al = bounds[0] as number, ah = bounds[1] as number, af = bounds[2] as number
  for (let i = 0; i < n; i++) {
    const p = x[a + i] as number
    out[at + i] = (((p - al) | (ah - p)) >>> 31) ^ af
  }
}
function two(x: Int32Array, a: number, b: number, out: Uint8Array, at: number, n: number): void {
  const al = bounds[0] as number, ah = bounds[1] as number, af = bounds[2] as number
  const bl = bounds[3] as number, bh = bounds[4] as number, bf = bounds[5] as number
  for (let i = 0; i < n; i++) {
    const p = x[a + i] as number, q = x[b + i] as number
    out[at + i] = ((((p - al) | (ah - p)) >>> 31) ^ af) & ((((q - bl) | (bh - q)) >>> 31) ^ bf)
  }
}
function three(x: Int32Array, a: number, b: number, c: number, out: Uint8Array, at: number, n: number): void {
  const al = bounds[0] as number, ah = bounds[1] as number, af = bounds[2] as number
  const bl = bounds[3] as number, bh = bounds[4] as number, bf = bounds[5] as number
  const cl = bounds[6] as number, ch = bounds[7] as number, cf = bounds[8] as number
  for (let i = 0; i < n; i++) {
    const p = x[a + i] as number, q = x[b + i] as number, r = x[c + i] as number
    out[at + i] = ((((p - al) | (ah - p)) >>> 31) ^ af) & ((((q - bl) | (bh - q)) >>> 31) ^ bf) & ((((r - cl) | (ch - r)) >>> 31) ^ cf)
  }
}
/** One, two or three tests in one pass; false when one of them is no interval. */
function fused(tests: readonly TestNode[], from: number, block: Block, out: Uint8Array, at: number): boolean {
  const { n, cells } = block
  const count = Math.min(3, tests.length - from)
  for (let k = 0; k < count; k++) if (!bound(block, tests[from + k] as TestNode, 3 * k)) return false
  const place = (k: number): number => (tests[from + k] as TestNode).slot * n
  if (count === 1) one(cells, place(0), out, at, n)
  else if (count === 2) two(cells, place(0), place(1), out, at, n)
  else three(cells, place(0), place(1), place(2), out, at, n)
  return true
}

function reals(operator: OperatorName, seen: Float64Array, value: number, out: Uint8Array, at: number, n: number): void {
  switch (operator) {
    case 'lessThan': for (let i = 0; i < n; i++) out[at + i] = Number((seen[i] as number) < value); break
    case 'lessThanInclusive': for (let i = 0; i < n; i++) out[at + i] = Number((seen[i] as number) <= value); break
    case 'greaterThan': for (let i = 0; i < n; i++) out[at + i] = Number((seen[i] as number) > value); break
    case 'greaterThanInclusive': for (let i = 0; i < n; i++) out[at + i] = Number((seen[i] as number) >= value); break
    case 'equal': for (let i = 0; i < n; i++) out[at + i] = Number(seen[i] === value); break
    default: for (let i = 0; i < n; i++) out[at + i] = Number(seen[i] !== value)
  }
}
const ORDERS = new Set<OperatorName>(['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive', 'equal', 'notEqual'])

/** Answers a test one cell at a time where it is no interval; absent cells of `reals` are NaN, which passes what `undefined` passes. */
function single(test: TestNode, block: Block, out: Uint8Array, at: number): void {
  const { n, cells } = block
  const mode = block.mode[test.slot]
  const a = test.slot * n
  if (mode === WORD) {
    const table = tableOf(block, test)
    for (let i = 0; i < n; i++) {
      const cell = cells[a + i] as number
      out[at + i] = table[cell > NOT_APPLICABLE ? cell + 2 : cell - MISSING] as number
    }
  } else if (mode === REAL && typeof test.value === 'number' && ORDERS.has(test.operator)) {
    reals(test.operator, block.reals[test.slot]?.seen as Float64Array, test.value, out, at, n)
  } else {
    for (let i = 0; i < n; i++) out[at + i] = Number(passes(test.operator, seenAt(block, test.slot, i), test.value))
  }
}
/** The operator itself; numbers without the detour that odd values need. */
function passes(operator: OperatorName, seen: Seen, operand: Operand): boolean {
  if (typeof seen === 'number' && typeof operand === 'number') {
    switch (operator) {
      case 'lessThan': return seen < operand
      case 'lessThanInclusive': return seen <= operand
      case 'greaterThan': return seen > operand
      case 'greaterThanInclusive': return seen >= operand
    }
  }
  return OPERATORS[operator].test(seen, operand)
}

const scratch: Uint8Array[] = []
const room = (depth: number, n: number): Uint8Array => {
  const found = scratch[depth]
  return found && found.length >= n ? found : (scratch[depth] = new Uint8Array(n))
}
function run(node: Node, block: Block, out: Uint8Array, at: number, depth: number): void {
  const { n } = block
  switch (node.type) {
    case 'test':
      if (!fused([node], 0, block, out, at)) single(node, block, out, at)
      return
    case 'pair':
      for (let i = 0; i < n; i++) out[at + i] = Number(passes(node.operator, seenAt(block, node.slot, i), seenAt(block, node.other, i) as Operand))
      return
    case 'not':
      run(node.node, block, out, at, depth)
      for (let i = 0; i < n; i++) out[at + i] = 1 - (out[at + i] as number)
      return
  }
  node.nodes.forEach((child, k) => {
    if (k === 0) return run(child, block, out, at, depth)
    const more = room(depth, n)
    run(child, block, more, 0, depth + 1)
    if (node.type === 'all') for (let i = 0; i < n; i++) out[at + i] = (out[at + i] as number) & (more[i] as number)
    else for (let i = 0; i < n; i++) out[at + i] = (out[at + i] as number) | (more[i] as number)
  })
}

/** Writes 1 for each unit for which a program holds, 0 for the others. */
export function mask(program: Program, block: Block, out: Uint8Array, at: number): void {
  const { flat } = program
  if (!flat) return run(program.root, block, out, at, 0)
  for (let from = 0; from < flat.length; from += 3) {
    const target = from === 0 ? out : room(0, block.n)
    const start = from === 0 ? at : 0
    if (!fused(flat, from, block, target, start)) return run(program.root, block, out, at, 0)
    if (from > 0) for (let i = 0; i < block.n; i++) out[at + i] = (out[at + i] as number) & (target[i] as number)
  }
}
