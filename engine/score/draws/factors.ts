import { applyEffect } from '../effects.ts'
import { ZERO } from '../../model/decimal.ts'
import type { Judgement } from '../../model/record.ts'
import { numberAt, seenAt, type Block } from '../columns/block.ts'
import { UNIT, type Bound, type Core } from '../columns/core.ts'
import { divisor, WHOLE, type Quotient } from '../columns/decimal-number.ts'

/** How points of a rule come about: so many times its points, a share of the criterion's, those of a row, those assessors chose, none at all. */
export const TIMES = 0
export const SHARE = 1
export const ROW = 2
export const JUDGED = 3
export const NOTHING = 4
export const wayOf = ({ effect }: Bound): number =>
  effect.type === 'share' ? SHARE : effect.type === 'lookup' ? ROW : effect.type === 'assess' ? JUDGED : effect.type === 'zero' ? NOTHING : TIMES

/** What a rule gives one unit, apart from how many points it is worth: n/d times, the row n, or what was chosen. */
export interface Factor { n: number; d: number; judged: readonly Judgement[] }
/** The numbers are too long to be kept. */
export class TooLong extends Error {}

const value: Quotient = { n: 0, d: 1 }
const reduced = (n: number, d: number): Factor => {
  if (!(Math.abs(n) <= WHOLE && d <= WHOLE)) throw new TooLong()
  const by = divisor(n, d) || 1
  return { n: n / by, d: d / by, judged: [] }
}
const short = (n: number): number => {
  if (!(Math.abs(n) <= WHOLE)) throw new TooLong()
  return n
}
const NONE: Factor = { n: 0, d: 1, judged: [] }
function stepsOf(bound: Bound, count: 'whole' | 'begun' | 'proportional', below: boolean): Factor {
  const { target, per } = bound
  const [a, b] = [short(target.n * value.d), short(value.n * target.d)]
  const n = short(Math.max(0, below ? a - b : b - a) * per.d)
  const m = short(short(value.d * target.d) * per.n)
  return count === 'proportional' ? reduced(n, m) : reduced(count === 'whole' ? Math.floor(n / m) : Math.ceil(n / m), 1)
}
function rowOf(bound: Bound, block: Block, i: number): Factor | null {
  const seen = seenAt(block, bound.slot, i)
  const order = (at: Quotient): number => short(value.n * at.d) - short(at.n * value.d)
  const found = bound.rows.findIndex((row) => {
    if (row.equals !== undefined) return typeof seen === 'number' && row.same ? order(row.same) === 0 : seen === row.equals
    return typeof seen === 'number' && (!row.from || order(row.from) >= 0) && (!row.below || order(row.below) < 0)
  })
  return found < 0 ? null : { n: found, d: 1, judged: [] }
}

/** What a fired rule gives one unit; null when it cannot be told. Throws TooLong. */
export function factorOf(bound: Bound, core: Core, rule: string, block: Block, i: number): Factor | null {
  const { effect, target, per } = bound
  if (bound.slot >= 0 && !numberAt(block, bound.slot, i, value)) throw new TooLong()
  switch (effect.type) {
    case 'deduct':
    case 'award':
    case 'set':
      return { n: 1, d: 1, judged: [] }
    case 'zero':
      return NONE
    case 'deductEach':
    case 'awardEach': {
      const [n, d] = [short(value.n * per.d), short(value.d * per.n)]
      return reduced(Math.max(0, Math.floor(n / d)), 1)
    }
    case 'deductShortfall':
      return reduced(Math.max(0, short(target.n * value.d) - short(value.n * target.d)), value.d * target.d)
    case 'deductSteps':
    case 'awardSteps':
      return stepsOf(bound, effect.params.count, effect.params.direction === 'below')
    case 'share': {
      const [n, d] = [short(value.n * target.d), short(value.d * target.n)]
      return n <= 0 ? NONE : n >= d ? { n: 1, d: 1, judged: [] } : reduced(n, d)
    }
    case 'lookup':
      return rowOf(bound, block, i)
    case 'assess': {
      const judged = (block.records[i]?.judgements ?? []).filter((j) => j.criterion === core.id && j.rule === rule)
      const told = applyEffect(effect, rule, { value: () => ({ state: 'missing', seen: undefined, number: null, events: [], ratings: [], answers: [] }), judgements: judged, weight: (by) => core.weights.get(by ?? ''), points: ZERO })
      if ('problem' in told) return null
      if (judged.some((j) => Math.round(j.points * UNIT) / UNIT !== j.points)) throw new TooLong()
      return { n: 1, d: 1, judged }
    }
  }
}
