import { UNIT, type Core } from '../columns/core.ts'
import { WHOLE, type Quotient } from '../columns/decimal-number.ts'
import { portion, portionOf } from '../columns/portion.ts'
import type { Classes } from './classes.ts'
import { JUDGED, NOTHING, ROW, SHARE } from './factors.ts'

/** A criterion's numbers at some points: of each rule, its cap and rows, and caps of causes; ten-thousandths. */
export interface Scale { full: number; start: number; points: Float64Array; caps: Float64Array; rows: (Float64Array | null)[]; causes: Float64Array }
const rowsOf = (core: Core): (Float64Array | null)[] => core.firings.map(({ bound }) => (bound.rows.length ? new Float64Array(bound.rows.length) : null))
export const newScale = (core: Core): Scale => ({ full: core.full, start: core.start, points: new Float64Array(core.firings.length), caps: new Float64Array(core.firings.length), rows: rowsOf(core), causes: new Float64Array(core.caps.length) })

/** Sets a scale to other points of its criterion. */
export function scaleTo(core: Core, weight: number, into: Scale): void {
  const from = core.full
  into.full = from === 0 ? 0 : weight
  into.start = core.start === 0 ? 0 : into.full
  const { firings, caps } = core
  for (let k = 0; k < firings.length; k++) {
    const { points, cap, rows } = (firings[k] as Core['firings'][number]).bound
    into.points[k] = portion(points, weight, from)
    into.caps[k] = cap === Infinity ? cap : portion(cap, weight, from)
    const own = into.rows[k]
    if (own) for (let r = 0; r < rows.length; r++) own[r] = portion((rows[r] as Core['firings'][number]['bound']['rows'][number]).points, weight, from)
  }
  for (let k = 0; k < caps.length; k++) into.causes[k] = portion((caps[k] as Core['caps'][number]).points, weight, from)
}

const sum: Quotient = { n: 0, d: 1 }
const amount: Quotient = { n: 0, d: 1 }
function add(n: number, d: number): void {
  if (d === sum.d) sum.n += n
  else {
    sum.n = sum.n * d + n * sum.d
    sum.d *= d
  }
  if (!(Math.abs(sum.n) <= WHOLE && sum.d <= WHOLE)) sum.n = Number.NaN
}
function judgedAt({ core, judged }: Classes, at: number, weight: number): void {
  let [n, all] = [0, 0]
  for (const j of judged.get(at) ?? []) {
    const by = Math.round((core.weights.get(j.by ?? '') ?? 1) * UNIT)
    n += by * Math.round(portionOf(j.points, weight, core.full) * UNIT)
    all += by
  }
  amount.n = n
  amount.d = all
}
/** What rule k gives a class, into `amount`; false when it does not fire. */
function amountOf(classes: Classes, scale: Scale, c: number, k: number): boolean {
  const at = c * classes.ways.length + k
  const d = classes.d[at] as number
  if (d === 0) return false
  const n = classes.n[at] as number
  amount.d = d
  switch (classes.ways[k]) {
    case SHARE: amount.n = scale.full * n; break
    case ROW: amount.n = (scale.rows[k] as Float64Array)[n] as number; break
    case JUDGED: judgedAt(classes, at, scale.full); break
    case NOTHING: amount.n = 0; break
    default: {
      const cap = scale.caps[k] as number
      amount.n = n * (scale.points[k] as number)
      if (cap !== Infinity && amount.n > cap * d) {
        amount.n = cap
        amount.d = 1
      }
    }
  }
  return true
}
function addMode(classes: Classes, scale: Scale, c: number, mode: 'award' | 'deduct'): void {
  const { firings, caps } = classes.core
  const sign = mode === 'award' ? 1 : -1
  for (let k = 0; k < firings.length; k++) if (firings[k]?.bound.mode === mode && amountOf(classes, scale, c, k)) add(sign * amount.n, amount.d)
  for (let j = 0; j < caps.length; j++) {
    const [n, d] = [sum.n, sum.d]
    sum.n = -(scale.causes[j] as number)
    sum.d = 1
    for (const k of caps[j]?.rules ?? []) if (firings[k]?.bound.mode === mode && amountOf(classes, scale, c, k)) add(amount.n, amount.d)
    const [over, by] = [sum.n, sum.d]
    sum.n = n
    sum.d = d
    if (over > 0) add(-sign * over, by)
    else if (over !== over) sum.n = Number.NaN
  }
}
/** What a class comes to at a scale, exactly n/d ten-thousandths; NaN when the numbers grow too long. */
export function worthOf(classes: Classes, scale: Scale, c: number, into: Quotient): void {
  const { core } = classes
  if (classes.fixedD[c] !== 0) {
    into.n = classes.fixedN[c] as number
    into.d = classes.fixedD[c] as number
    return
  }
  sum.n = scale.start
  sum.d = 1
  for (const k of core.sets) {
    if (!amountOf(classes, scale, c, k)) continue
    sum.n = amount.n
    sum.d = amount.d
    break
  }
  if (core.zeros.some((k) => classes.d[c * classes.ways.length + k] !== 0)) sum.n = 0
  else {
    addMode(classes, scale, c, 'award')
    addMode(classes, scale, c, 'deduct')
  }
  if (sum.n <= 0) sum.n = 0
  const top = scale.full * sum.d
  if (sum.n > top) sum.n = top
  into.n = top <= WHOLE ? sum.n : Number.NaN
  into.d = sum.d
}

const worth: Quotient = { n: 0, d: 1 }
/** Worth of every class: whole ten-thousandths, or what no whole number says as a binary number in `rest`; true when there is such a one. */
export function worths(classes: Classes, scale: Scale, whole: Float64Array, rest: Float64Array): boolean {
  if (classes.signs) {
    plain(classes, classes.signs, scale, whole, rest)
    return false
  }
  const share = classes.ways.length === 1 && classes.ways[0] === SHARE && classes.core.caps.length === 0
  let parts = false
  for (let c = 0; c < classes.count; c++) {
    if (share && classes.fixedD[c] === 0 && classes.d[c] !== 0) {
      worth.n = scale.full * (classes.n[c] as number)
      worth.d = classes.d[c] as number
      if (worth.n > WHOLE) worth.n = Number.NaN
    } else worthOf(classes, scale, c, worth)
    const floor = Math.floor(worth.n / worth.d)
    const even = floor * worth.d === worth.n
    whole[c] = even ? floor : 0
    rest[c] = even ? 0 : worth.n / worth.d
    if (!even) parts = true
  }
  return parts
}
/** The same where rules do nothing but give or take whole points so many times, each under its own cap. */
function plain({ count, n, fixedD }: Classes, signs: Int8Array, { start, full, points, caps }: Scale, whole: Float64Array, rest: Float64Array): void {
  const rules = signs.length
  for (let c = 0, at = 0; c < count; c++, at += rules) {
    let sum = start
    for (let k = 0; k < rules; k++) {
      const given = (n[at + k] as number) * (points[k] as number)
      sum += (signs[k] as number) * (given > (caps[k] as number) ? (caps[k] as number) : given)
    }
    whole[c] = fixedD[c] !== 0 || sum < 0 ? 0 : sum > full ? full : sum
    rest[c] = 0
  }
}
