import type { Block } from './block.ts'
import { GIVEN_STATE, MISSING_STATE, OFF_STATE, stateAt } from './block.ts'
import { PROBLEM, TOLD, TOO_LONG, amount, measure } from './amount.ts'
import type { Core, Firing } from './core.ts'
import { WHOLE } from './decimal-number.ts'
import { mask } from './mask.ts'
import { flat, plain } from './plain.ts'
import type { Program } from './program.ts'

/** What is known of a block under one ruleset: answers of rules and points of criteria, kept until the rule or criterion changes. */
export interface Awards {
  /** Rule × unit: 1 where it fired. */
  fired: Uint8Array
  firedBy: (Program | undefined)[]
  firedSlot: number[]
  /** Criterion × unit: points in ten-thousandths; where `den` of the criterion is not 0 they are num/den. */
  earned: Float64Array
  state: Uint8Array
  num: (Float64Array | undefined)[]
  den: (Float64Array | undefined)[]
  by: (Core | undefined)[]
  byRule: number[]
  /** Per criterion: 1 somebody's is missing, 2 somebody's is not applicable, 3 both. */
  gaps: Uint8Array
  /** Units whose numbers are too long for this path, by criterion. */
  long: (number[] | undefined)[]
}
export const newAwards = (n: number, rules: number, criteria: number): Awards => ({
  fired: new Uint8Array(n * rules), firedBy: [], firedSlot: [], earned: new Float64Array(n * criteria), state: new Uint8Array(n * criteria), num: [], den: [], by: [], byRule: [], gaps: new Uint8Array(criteria), long: [],
})

/** Which units a rule fires for: its condition holds and everything it names is given. */
export function fire(firing: Firing, rule: number, block: Block, awards: Awards): void {
  if (awards.firedBy[rule] === firing.program && awards.firedSlot[rule] === firing.bound.slot) return
  const at = rule * block.n
  mask(firing.program, block, awards.fired, at)
  for (const slot of firing.needs) {
    const absent = block.absent[slot]
    if (absent) for (const i of absent) awards.fired[at + i] = 0
  }
  awards.firedBy[rule] = firing.program
  awards.firedSlot[rule] = firing.bound.slot
}

const sum = { n: 0, d: 1 }
/** Adds n/d times a sign to `sum`; false when it grows too long. */
function add(n: number, d: number): boolean {
  if (d === sum.d) sum.n += n
  else {
    sum.n = sum.n * d + n * sum.d
    sum.d *= d
  }
  return Math.abs(sum.n) <= WHOLE && sum.d <= WHOLE
}
let amounts = new Float64Array(16)
/** Points of each fired rule of one unit, side by side as n, d; PROBLEM when one cannot be told. */
function measureAll(core: Core, rule: number, block: Block, awards: Awards, i: number): number {
  if (amounts.length < 2 * core.firings.length) amounts = new Float64Array(2 * core.firings.length)
  let code = TOLD
  for (let k = 0; k < core.firings.length; k++) {
    amounts[2 * k + 1] = 0
    if (awards.fired[(rule + k) * block.n + i] === 0) continue
    const firing = core.firings[k] as Firing
    const found = measure(firing.bound, core, firing.rule.id, block, i)
    if (found === TOLD) {
      amounts[2 * k] = amount.n
      amounts[2 * k + 1] = amount.d
    } else if (found > code) code = found
  }
  return code
}
/** Points of the rules of one mode under the caps of their causes, times a sign, added to `sum`. */
function addMode(core: Core, mode: 'award' | 'deduct'): boolean {
  const sign = mode === 'award' ? 1 : -1
  for (let k = 0; k < core.firings.length; k++) {
    if (core.firings[k]?.bound.mode !== mode || amounts[2 * k + 1] === 0) continue
    if (!add(sign * (amounts[2 * k] as number), amounts[2 * k + 1] as number)) return false
  }
  for (const cap of core.caps) {
    const n = sum.n
    const d = sum.d
    sum.n = -cap.points
    sum.d = 1
    for (const k of cap.rules) {
      if (core.firings[k]?.bound.mode !== mode || amounts[2 * k + 1] === 0) continue
      if (!add(amounts[2 * k] as number, amounts[2 * k + 1] as number)) return false
    }
    const over = Math.max(0, sum.n)
    const by = sum.d
    sum.n = n
    sum.d = d
    if (over > 0 && !add(-sign * over, by)) return false
  }
  return true
}
/** The first of some rules that fired, −1 for none. */
function first(rules: readonly number[]): number {
  for (const k of rules) if (amounts[2 * k + 1] !== 0) return k
  return -1
}
/** Points of one unit into `sum`: first set value or start, plus awards, less deductions, held between 0 and full. */
function settle(core: Core): boolean {
  const set = first(core.sets)
  sum.n = set < 0 ? core.start : (amounts[2 * set] as number)
  sum.d = set < 0 ? 1 : (amounts[2 * set + 1] as number)
  if (first(core.zeros) >= 0) sum.n = 0
  else if (!addMode(core, 'award') || !addMode(core, 'deduct')) return false
  if (sum.n <= 0) sum.n = 0
  const top = core.full * sum.d
  if (top > WHOLE) return false
  if (sum.n > top) sum.n = top
  const whole = Math.floor(sum.n / sum.d)
  if (whole * sum.d === sum.n) {
    sum.n = whole
    sum.d = 1
  }
  return true
}
export { sum as settled }

const NOBODY: readonly number[] = []
/** Units some of whose rules name a value that is absent: not applicable, or missing. */
function absences(core: Core, block: Block, awards: Awards, at: number): void {
  let units: Set<number> | null = null
  for (const slot of core.needs) for (const i of block.absent[slot] ?? NOBODY) (units ??= new Set()).add(i)
  if (units === null) return
  for (const i of units) {
    let off = 0
    let missing = false
    for (const { needs } of core.firings) {
      const state = readiness(block, needs, i)
      if (state === OFF_STATE) off++
      else if (state === MISSING_STATE) missing = true
    }
    const out = core.anyOff ? off > 0 : off === core.firings.length
    awards.state[at + i] = out ? OFF_STATE : missing ? MISSING_STATE : GIVEN_STATE
    if (out || missing) awards.earned[at + i] = 0
  }
}
/** Not applicable wins over missing. */
export function readiness(block: Block, needs: readonly number[], i: number): number {
  let state = GIVEN_STATE
  for (const slot of needs) {
    const found = stateAt(block, slot, i)
    if (found === OFF_STATE) return OFF_STATE
    if (found === MISSING_STATE) state = MISSING_STATE
  }
  return state
}

/** Awards one criterion for every unit of a block; nothing is done when it is the criterion awarded last time. */
export function awardAll(core: Core, index: number, rule: number, block: Block, awards: Awards): void {
  if (awards.by[index] === core && awards.byRule[index] === rule) return
  for (let k = 0; k < core.firings.length; k++) fire(core.firings[k] as Firing, rule + k, block, awards)
  awards.by[index] = core
  awards.byRule[index] = rule
  const { n } = block
  const at = index * n
  awards.state.fill(0, at, at + n)
  awards.num[index] = awards.den[index] = awards.long[index] = undefined
  if (core.flat) flat(core.flat, core.start, core.full, awards.fired, rule, n, awards.earned, at)
  const whole = core.flat !== null || (core.plain && plain(core, block, awards.fired, rule, awards.earned, at))
  absences(core, block, awards, at)
  if (!whole) for (let i = 0; i < n; i++) if (awards.state[at + i] !== OFF_STATE) awardOne(core, index, rule, block, awards, i)
  let gaps = 0
  if (!whole || core.needs.some((slot) => block.absent[slot])) for (let i = 0; i < n; i++) gaps |= awards.state[at + i] as number
  awards.gaps[index] = gaps
}
function awardOne(core: Core, index: number, rule: number, block: Block, awards: Awards, i: number): void {
  const at = index * block.n + i
  const code = measureAll(core, rule, block, awards, i)
  if (code === PROBLEM) awards.state[at] = MISSING_STATE
  awards.earned[at] = 0
  if (awards.state[at] === MISSING_STATE && code !== TOO_LONG) return
  if (code === TOO_LONG || !settle(core)) {
    ;(awards.long[index] ??= []).push(i)
    return
  }
  if (sum.d === 1) {
    awards.earned[at] = sum.n
    return
  }
  const num = (awards.num[index] ??= new Float64Array(block.n))
  const den = (awards.den[index] ??= new Float64Array(block.n))
  num[i] = sum.n
  den[i] = sum.d
}
/** Sum of the points of fired rules of one unit, whatever their mode; PROBLEM or TOO_LONG when it cannot be told. */
export function sumOfRules(core: Core, rule: number, block: Block, awards: Awards, i: number): number {
  sum.n = 0
  sum.d = 1
  const code = measureAll(core, rule, block, awards, i)
  for (let k = 0; k < core.firings.length; k++) if (amounts[2 * k + 1] !== 0 && !add(amounts[2 * k] as number, amounts[2 * k + 1] as number)) return TOO_LONG
  return code
}
