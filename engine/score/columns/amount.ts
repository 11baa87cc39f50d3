import { ZERO, fraction } from '../../model/decimal.ts'
import { applyEffect } from '../effects.ts'
import type { Record } from '../../model/record.ts'
import { numberAt, seenAt, type Block } from './block.ts'
import { UNIT, type Bound, type Core, type Row } from './core.ts'
import { divisor, WHOLE, type Quotient } from './decimal-number.ts'
import { portionOf } from './portion.ts'

/** What an effect comes to: it gave points, it cannot be told, or the numbers are too long for this path. */
export const TOLD = 0
export const PROBLEM = 1
export const TOO_LONG = 2

/** Points of one effect in ten-thousandths, as a quotient of whole numbers. */
export const amount: Quotient = { n: 0, d: 1 }
const value: Quotient = { n: 0, d: 1 }

const give = (n: number, d: number): number => {
  if (n > WHOLE || n < -WHOLE || d > WHOLE) return TOO_LONG
  const whole = Math.floor(n / d)
  if (whole * d === n) {
    amount.n = whole
    amount.d = 1
  } else {
    amount.n = n
    amount.d = d
  }
  return TOLD
}
/** n/d held under a cap in ten-thousandths. */
const capped = (n: number, d: number, cap: number): number => (cap !== Infinity && n > cap * d ? give(cap, 1) : give(n, d))
const long = (a: number, b = 0, c = 0): boolean => a > WHOLE || a < -WHOLE || b > WHOLE || b < -WHOLE || c > WHOLE || c < -WHOLE

function steps(bound: Bound, count: 'whole' | 'begun' | 'proportional', below: boolean): number {
  const { target, per } = bound
  if (per.n === 0) throw new RangeError('denominator 0')
  const a = target.n * value.d
  const b = value.n * target.d
  const d = value.d * target.d
  if (long(a, b, d)) return TOO_LONG
  const far = Math.max(0, below ? a - b : b - a)
  const n = far * per.d
  const m = d * per.n
  if (long(n, m)) return TOO_LONG
  if (count === 'proportional') return times(n, m, bound)
  return times(count === 'whole' ? Math.floor(n / m) : Math.ceil(n / m), 1, bound)
}
function times(n: number, d: number, bound: Bound): number {
  const g = d === 1 ? 1 : divisor(n, d) || 1
  const points = (n / g) * bound.points
  if (long(points, bound.cap === Infinity ? 0 : bound.cap * (d / g))) return TOO_LONG
  return capped(points, d / g, bound.cap)
}
function share(bound: Bound, full: number): number {
  const { target } = bound
  if (target.n === 0) throw new RangeError('denominator 0')
  const n = value.n * target.d
  const d = value.d * target.n
  if (long(n, d)) return TOO_LONG
  if (n <= 0) return give(0, 1)
  if (n >= d) return give(full, 1)
  const g = divisor(n, d) || 1
  return long((n / g) * full) ? TOO_LONG : give((n / g) * full, d / g)
}

/** Is the value at or above (or below) a bound? Null when the products are too long. */
const order = (bound: Quotient): number | null => {
  const a = value.n * bound.d
  const b = bound.n * value.d
  return long(a, b) ? null : a - b
}
function lookup(bound: Bound, block: Block, i: number): number {
  const seen = seenAt(block, bound.slot, i)
  const number = typeof seen === 'number'
  for (const row of bound.rows) {
    const found = meets(row, seen, number)
    if (found === null) return TOO_LONG
    if (found) return give(row.points, 1)
  }
  return PROBLEM
}
function meets(row: Row, seen: unknown, number: boolean): boolean | null {
  if (row.equals !== undefined) {
    if (!number || !row.same) return seen === row.equals
    const equal = order(row.same)
    return equal === null ? null : equal === 0
  }
  if (!number) return false
  const above = row.from ? order(row.from) : 0
  const under = row.below ? order(row.below) : -1
  return above === null || under === null ? null : above >= 0 && under < 0
}
function assess(bound: Bound, core: Core, rule: string, record: Record): number {
  const { share: at } = bound
  const own = (record.judgements ?? []).filter((j) => j.criterion === core.id)
  const made = at ? own.map((j) => ({ ...j, points: portionOf(j.points, at.n, at.d) })) : own
  const found = applyEffect(bound.effect, rule, { value: () => ({ state: 'missing', seen: undefined, number: null, events: [], ratings: [], answers: [] }), judgements: made, weight: (by) => core.weights.get(by ?? ''), points: core.full === 0 ? ZERO : fraction(BigInt(core.full), BigInt(UNIT)) })
  if ('problem' in found) return PROBLEM
  const { n, d } = { n: Number(found.points.n) * UNIT, d: Number(found.points.d) }
  return long(n, d) ? TOO_LONG : give(n, d)
}

/** The points of a fired rule for one unit into `amount`; effects of facts read the block's cells. */
export function measure(bound: Bound, core: Core, rule: string, block: Block, i: number): number {
  const { effect } = bound
  if (bound.slot >= 0 && !numberAt(block, bound.slot, i, value)) return TOO_LONG
  switch (effect.type) {
    case 'deduct':
    case 'award':
    case 'set':
      return give(bound.points, 1)
    case 'zero':
      return give(0, 1)
    case 'deductEach':
    case 'awardEach': {
      const { per } = bound
      if (per.n === 0) throw new RangeError('denominator 0')
      const n = value.n * per.d
      const d = value.d * per.n
      return long(n, d) ? TOO_LONG : times(Math.max(0, Math.floor(n / d)), 1, bound)
    }
    case 'deductShortfall': {
      const { target } = bound
      const a = target.n * value.d
      const b = value.n * target.d
      const d = value.d * target.d
      return long(a, b, d) ? TOO_LONG : times(Math.max(0, a - b), d, bound)
    }
    case 'deductSteps':
    case 'awardSteps':
      return steps(bound, effect.params.count, effect.params.direction === 'below')
    case 'share':
      return share(bound, core.full)
    case 'lookup':
      return lookup(bound, block, i)
    case 'assess':
      return assess(bound, core, rule, block.records[i] as Record)
  }
}
