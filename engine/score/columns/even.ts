import { flag, type Compiled } from './compile.ts'
import { UNIT } from './core.ts'
import { power, WHOLE } from './decimal-number.ts'
import { gradingAt, type Bands, type Gradings } from './places.ts'
import { raise, SCORED, type Results } from './results.ts'
import { sideSums } from './sides.ts'
import { answerOf, type BlockState } from './state.ts'
import type { Totals } from './total.ts'

/** Totals of a block where everything is a whole number of ten-thousandths: the common case, in one loop; the units that are left take the general one. */
export function rateEven(compiled: Compiled, totals: Totals, gradings: Gradings, state: BlockState, results: Results): number[] {
  const { block } = state
  const { method, scope } = compiled.ruleset.proration
  const simple = (method === 'none' || (method === 'ratio' && scope === 'base')) && !totals.byPart && totals.mode === 'half-up' && !totals.gates[0] && !totals.gates[1] && totals.ties.every((t) => t.quantity === 'base')
  if (!simple || softCap(compiled)) return all(block.n)
  return loop(compiled, totals, gradings, state, results, method === 'ratio')
}
const all = (n: number): number[] => Array.from({ length: n }, (_, i) => i)
const softCap = ({ ruleset }: Compiled): boolean => ruleset.bonus.cap?.kind === 'soft' || ruleset.deduction.cap?.kind === 'soft'
const capOf = (compiled: Compiled, side: 'bonus' | 'deduction'): number => Math.round((compiled.ruleset[side].cap?.points ?? Infinity) * UNIT)

function loop(compiled: Compiled, totals: Totals, gradings: Gradings, state: BlockState, results: Results, ratio: boolean): number[] {
  const { block, whole, terms, applicable, extra, extraTerms } = state
  const { n, from } = block
  const parts = compiled.components.length
  const { full } = compiled
  const by = power(4 - totals.places)
  const bonuses = sideSums(compiled, state, compiled.sides[0])
  const deductions = sideSums(compiled, state, compiled.sides[1])
  const [bonusCap, deductionCap] = [capOf(compiled, 'bonus'), capOf(compiled, 'deduction')]
  const left: number[] = []
  const fixes = totals.fixes.flatMap((f) => (compiled.verdicts[f.verdict] ? [{ asked: compiled.verdicts[f.verdict], points: f.points }] : []))
  const sees = results.seen.base.length + results.seen.bonus.length + results.seen.deduction.length > 0
  for (let i = 0; i < n; i++) {
    const at = from + i
    let e = 0
    let m = 0
    let t = extraTerms[i] as number
    for (let c = 0; c < parts; c++) {
      e += whole[c * n + i] as number
      m += applicable[c * n + i] as number
      t += terms[c * n + i] as number
    }
    let bonus = bonuses[i] as number
    let deduction = deductions[i] as number
    // NaN is whatever these whole numbers cannot tell.
    if (results.state[at] !== SCORED || t !== 0 || bonus !== bonus || deduction !== deduction || m === 0 || m < totals.least || sees || state.hard.has(i)) {
      left.push(i)
      continue
    }
    const d = ratio && m !== full ? m : 1
    const base = (d === 1 ? e : e * full) + (extra[i] as number) * d
    const capped = bonus > bonusCap
    const cappedToo = deduction > deductionCap
    if (capped) bonus = bonusCap
    if (cappedToo) deduction = deductionCap
    let total = base + (bonus - deduction) * d
    if (total < totals.min * d) total = totals.min * d
    if (total > totals.max * d) total = totals.max * d
    for (const fix of fixes) if (fix.asked && answerOf(state, fix.asked, i) === 1 && total > fix.points * d) total = fix.points * d
    if (!(base <= WHOLE && base >= -WHOLE && total <= WHOLE && total >= -WHOLE && d * by <= WHOLE)) {
      left.push(i)
      continue
    }
    const rounded = half(total, d * by)
    if (!grade(gradings.bands[gradingAt(gradings, results, at)], results, at, total, d, rounded * by)) {
      left.push(i)
      continue
    }
    const plain = half(base, d * by)
    results.total[at] = rounded
    results.base[at] = plain
    results.bonus[at] = half(bonus, by)
    results.deduction[at] = half(deduction, by)
    results.hasTotal[at] = 1
    for (const tie of results.ties) tie[at] = plain
    if (m !== full && ratio) raise(results, at, flag('prorated'))
    if (capped) raise(results, at, flag('capped:bonus'))
    if (cappedToo) raise(results, at, flag('capped:deduction'))
  }
  return left
}
/** top / bottom rounded, halves away from zero. */
function half(top: number, bottom: number): number {
  const size = top < 0 ? -top : top
  const whole = Math.floor(size / bottom)
  const up = (size - whole * bottom) * 2 >= bottom ? whole + 1 : whole
  return top < 0 && up ? -up : up
}
/** Grades by the rounded total; false when no band holds it or rounding decided. */
function grade(bands: Bands | undefined, results: Results, at: number, total: number, d: number, rounded: number): boolean {
  if (!bands) return false
  const { from, below } = bands
  for (let k = 0; k < from.length; k++) {
    const low = from[k] as number
    const high = below[k] as number
    if (rounded < low || rounded >= high) continue
    if (total !== rounded * d && (total < low * d || total >= high * d)) return false
    results.grade[at] = bands.grade[k] as number
    return true
  }
  return false
}
