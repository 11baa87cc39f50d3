import { type RoundingMode } from '../../model/ruleset.ts'
import { flag, type Compiled } from './compile.ts'
import { UNIT, scaled } from './core.ts'
import { power, WHOLE } from './decimal-number.ts'
import { slotOf } from './layout.ts'
import { against, copy, newAmount, plus, rounded, setNear, setQuotient, setWhole, type Amount } from './measure.ts'
import { block as blockUnit, raise, SCORED, type Results } from './results.ts'
import { capOf, raw, sumSide } from './sides.ts'
import { answerOf, type BlockState } from './state.ts'

const part = newAmount()
const base = newAmount()
const bonus = newAmount()
const deduction = newAmount()
const total = newAmount()
const more = newAmount()

/** The numbers of a ruleset that totals need, in ten-thousandths. */
export interface Totals {
  places: number
  mode: RoundingMode
  byPart: boolean
  least: number
  min: number
  max: number
  fixes: readonly { verdict: number; points: number }[]
  gates: readonly ({ points: number; open: number; rounded: boolean } | null)[]
  ties: readonly { quantity: string; part: number; branch: number; slot: number }[]
}
export function totalsOf(compiled: Compiled): Totals {
  const { rounding, proration, limits, verdicts, ranking } = compiled.ruleset
  const gate = (side: 'bonus' | 'deduction') => {
    const found = compiled.ruleset[side].gate
    return found ? { points: scaled(found.points), open: found.operator === 'greaterThan' ? 1 : 0, rounded: found.rounded === true } : null
  }
  return {
    places: rounding.places, mode: rounding.mode, byPart: rounding.stage === 'components-and-total', least: scaled(proration.minimumBase ?? 0),
    min: limits.min === undefined ? -Infinity : scaled(limits.min), max: limits.max === undefined ? Infinity : scaled(limits.max),
    fixes: verdicts.flatMap((v, verdict) => (v.effect.type === 'fix-total' ? [{ verdict, points: scaled(v.effect.points) }] : [])), gates: [gate('bonus'), gate('deduction')],
    ties: ranking.tieBreaks.map((t) => ({
      quantity: t.quantity, part: t.quantity === 'component' ? compiled.components.findIndex((c) => c.id === t.of) : -1,
      branch: t.quantity === 'indicator' ? compiled.branches.findIndex((b) => b.indicator.id === t.of) : -1, slot: t.quantity === 'attribute' ? (compiled.layout.index.get(`unit.${t.of ?? ''}`) ?? compiled.layout.nowhere) : -1,
    })),
  }
}

/** What is earned in a component after proration into `part`; false when it takes the exact path. */
function prorate(compiled: Compiled, state: BlockState, c: number, i: number, applicable: number, there: number): boolean {
  const { n } = state.block
  const { method, scope } = compiled.ruleset.proration
  const whole = state.whole[c * n + i] as number
  const terms = state.terms[c * n + i] as number
  const rest = state.rest[c * n + i] as number
  const mine = state.applicable[c * n + i] as number
  const own = compiled.components[c]?.full ?? 0
  const by = (n1: number, d1: number): void => {
    if (terms === 0) setQuotient(part, n1 === d1 ? whole : whole * n1, n1 === d1 ? 1 : d1)
    else setNear(part, ((whole + rest) * n1) / d1)
  }
  if (method === 'none') by(1, 1)
  else if (method === 'ratio' && scope === 'base') by(compiled.full, applicable)
  else {
    if (method === 'redistribute' && (scope === 'base' ? compiled.full !== applicable : own !== mine)) return false
    const inside = method === 'ratio' ? own : mine
    if (scope === 'base' || there === compiled.full) by(inside, mine)
    else if (inside === mine) by(compiled.full, there)
    else by(inside * compiled.full, mine * there)
  }
  return true
}

/** The base of one unit into `base`; false when it takes the exact path. */
function baseOf(compiled: Compiled, totals: Totals, state: BlockState, i: number, applicable: number): boolean {
  const { n } = state.block
  const parts = compiled.components.length
  const { method, scope } = compiled.ruleset.proration
  let there = 0
  for (let c = 0; c < parts; c++) if (state.applicable[c * n + i] !== 0) there += compiled.components[c]?.full ?? 0
  if (!totals.byPart && (method === 'none' || scope === 'base' && method === 'ratio')) sumParts(compiled, state, i, applicable, method === 'none')
  else {
    setWhole(base, 0)
    for (let c = 0; c < parts; c++) {
      if (state.applicable[c * n + i] === 0) continue
      if (!prorate(compiled, state, c, i, applicable, there)) return false
      if (totals.byPart) {
        const whole = rounded(part, totals.places, totals.mode)
        if (Number.isNaN(whole)) return false
        setWhole(part, whole * power(4 - totals.places))
      }
      plus(base, part, 1)
    }
  }
  if (state.extraTerms[i] !== 0) setNear(more, (state.extra[i] as number) + (state.extraRest[i] as number))
  else setWhole(more, state.extra[i] as number)
  plus(base, more, 1)
  return true
}
function sumParts(compiled: Compiled, state: BlockState, i: number, applicable: number, none: boolean): void {
  const { n } = state.block
  let whole = 0
  let rest = 0
  let terms = 0
  for (let c = 0; c < compiled.components.length; c++) {
    if (state.applicable[c * n + i] === 0) continue
    whole += state.whole[c * n + i] as number
    rest += state.rest[c * n + i] as number
    terms += state.terms[c * n + i] as number
  }
  const even = none || applicable === compiled.full
  if (terms !== 0) setNear(base, even ? whole + rest : ((whole + rest) * compiled.full) / applicable)
  else setQuotient(base, even ? whole : whole * compiled.full, even ? 1 : applicable)
}

/** A side of one unit into `into`; false when it takes the exact path. */
function sideOf(compiled: Compiled, totals: Totals, state: BlockState, results: Results, s: 0 | 1, i: number, into: Amount): boolean {
  const side = compiled.sides[s]
  const at = state.block.from + i
  setWhole(into, 0)
  if (!sumSide(compiled, state, results, side, i)) return false
  const gate = totals.gates[s]
  if (gate) {
    const sign = gate.rounded ? Math.sign(rounded(base, totals.places, totals.mode) * power(4 - totals.places) - gate.points) : against(base, gate.points)
    if (Number.isNaN(sign)) return false
    if (sign < gate.open) {
      raise(results, at, flag(s === 0 ? 'gate-shut:bonus' : 'gate-shut:deduction'))
      return true
    }
  }
  setQuotient(into, raw.n, raw.d)
  const limit = compiled.ruleset[side.name].cap
  if (!limit) return true
  const cap = capOf(compiled, state, side, i)
  if (cap === null) return false
  const over = against(into, cap)
  if (Number.isNaN(over)) return false
  if (over > 0) {
    setWhole(into, cap)
    raise(results, at, flag(s === 0 ? 'capped:bonus' : 'capped:deduction'))
  }
  if (cap > scaled(limit.points)) raise(results, at, flag(s === 0 ? 'lifted:bonus' : 'lifted:deduction'))
  return true
}

/** Stages 5 to 8 for one unit; false when its numbers need the exact path. */
export function totalOne(compiled: Compiled, totals: Totals, state: BlockState, results: Results, i: number, bandOf: (at: number, total: Amount, rounded: number) => boolean): boolean {
  const { n, from } = state.block
  const at = from + i
  let applicable = 0
  for (let c = 0; c < compiled.components.length; c++) applicable += state.applicable[c * n + i] as number
  if (applicable === 0 || applicable < totals.least) {
    blockUnit(results, at, 'proration')
    return true
  }
  if (!baseOf(compiled, totals, state, i, applicable)) return false
  if (applicable !== compiled.full && compiled.ruleset.proration.method !== 'none') raise(results, at, flag('prorated'))
  if (!sideOf(compiled, totals, state, results, 0, i, bonus) || !sideOf(compiled, totals, state, results, 1, i, deduction)) return false
  if (results.state[at] !== SCORED) return true
  copy(total, base)
  plus(total, bonus, 1)
  plus(total, deduction, -1)
  if (totals.min !== -Infinity) {
    const sign = against(total, totals.min)
    if (Number.isNaN(sign)) return false
    if (sign < 0) setWhole(total, totals.min)
  }
  if (totals.max !== Infinity) {
    const sign = against(total, totals.max)
    if (Number.isNaN(sign)) return false
    if (sign > 0) setWhole(total, totals.max)
  }
  for (const fix of totals.fixes) {
    const asked = compiled.verdicts[fix.verdict]
    if (!asked || answerOf(state, asked, i) !== 1) continue
    const sign = against(total, fix.points)
    if (Number.isNaN(sign)) return false
    if (sign > 0) setWhole(total, fix.points)
  }
  const { places, mode } = totals
  const t = (results.total[at] = rounded(total, places, mode))
  const b = (results.base[at] = rounded(base, places, mode))
  const plusSide = (results.bonus[at] = rounded(bonus, places, mode))
  const minusSide = (results.deduction[at] = rounded(deduction, places, mode))
  if (Number.isNaN(t + b + plusSide + minusSide)) return false
  results.hasTotal[at] = 1
  return seeAmounts(compiled, results, at) && tieQuantities(compiled, totals, state, results, i, applicable) && bandOf(at, total, t)
}
/** Quantities of the tie-breaks, rounded like the total. */
function tieQuantities(compiled: Compiled, totals: Totals, state: BlockState, results: Results, i: number, applicable: number): boolean {
  const { n, from } = state.block
  for (let k = 0; k < totals.ties.length; k++) {
    const tie = totals.ties[k] as Totals['ties'][number]
    let value = 0
    if (tie.quantity === 'base') value = results.base[from + i] as number
    else if (tie.quantity === 'component') {
      if (tie.part >= 0 && state.applicable[tie.part * n + i] !== 0) {
        let there = 0
        for (let c = 0; c < compiled.components.length; c++) if (state.applicable[c * n + i] !== 0) there += compiled.components[c]?.full ?? 0
        if (!prorate(compiled, state, tie.part, i, applicable, there)) return false
        value = rounded(part, totals.places, totals.mode)
      }
    } else if (tie.quantity === 'indicator') {
      const rest = tie.branch < 0 ? 0 : (state.branchRest?.[tie.branch * n + i] ?? 0)
      const whole = tie.branch < 0 ? 0 : (state.branchWhole?.[tie.branch * n + i] ?? 0)
      if (rest === 0) setWhole(part, whole)
      else setNear(part, whole + rest)
      value = rounded(part, totals.places, totals.mode)
    } else value = attribute(state, tie.slot, i)
    if (Number.isNaN(value)) return false
    ;(results.ties[k] as Float64Array)[from + i] = value
  }
  return true
}
const attribute = (state: BlockState, slot: number, i: number): number => {
  const { block } = state
  const cell = block.cells[slot * block.n + i] as number
  const seen = block.words[slot]?.list[cell]?.seen
  return typeof seen === 'number' ? seen : seen === true ? 1 : 0
}
/** What conditions see of base, bonus and deduction: the nearest binary number; false when a comparison would hang on the error. */
function seeAmounts(compiled: Compiled, results: Results, at: number): boolean {
  return see(compiled, results.seen.base, 'result.base', base, at) && see(compiled, results.seen.bonus, 'result.bonus', bonus, at) && see(compiled, results.seen.deduction, 'result.deduction', deduction, at)
}
function see(compiled: Compiled, into: Float64Array, name: string, amount: Amount, at: number): boolean {
  if (into.length === 0) return true
  const exactly = amount.error === 0 && amount.d * UNIT <= WHOLE
  into[at] = exactly ? amount.n / (amount.d * UNIT) : amount.x / UNIT
  if (exactly) return true
  const literals = compiled.read.get(slotOf(compiled.layout, name))
  const error = amount.error + Math.abs(amount.x) * 1e-12
  return literals !== null && literals !== undefined && literals.every((v) => Math.abs(amount.x - v * UNIT) > error)
}
