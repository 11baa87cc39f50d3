import type { Exact } from '../../model/decimal.ts'
import type { Compiled } from '../columns/compile.ts'
import { UNIT } from '../columns/core.ts'
import { power } from '../columns/decimal-number.ts'
import { slotOf } from '../columns/layout.ts'
import { gradingsOf } from '../columns/places.ts'
import { componentOf, lastPlace, totalExactly } from './exactly.ts'
import { TooLong } from './factors.ts'
import { sideOf, type Kept } from './kept.ts'
import { Standing, type Look } from './standing.ts'
import { addUp, applyLimits, newSums, type Sums } from './sums.ts'
import { newDrawn, roundNear, roundWhole, totalAll, type Drawn, type Numbers } from './unit.ts'

/** Scores a kept cohort again and again with other points of criteria; equal to evaluating it. */
export class Draws implements Look {
  readonly kept: Kept
  readonly standing: Standing
  readonly out: Drawn
  readonly #sums: Sums
  readonly #left: Int32Array
  /** Numbers that conditions compare the base with; null = not only with numbers. */
  readonly #literals: readonly number[] | null
  readonly #bases = new Map<number, Exact>()
  #weights: Float64Array = new Float64Array(0)
  #numbers: Numbers
  #now: Sums

  constructor(kept: Kept) {
    this.kept = kept
    this.out = newDrawn(kept.n)
    this.standing = new Standing(kept, this.out, this)
    this.#sums = this.#now = newSums(kept)
    this.#left = new Int32Array(kept.n)
    this.#numbers = numbersOf(kept)
    const compared = kept.compiled.read.get(slotOf(kept.compiled.layout, 'result.base'))
    this.#literals = compared === undefined ? [] : compared
  }

  /** The cohort at some points (ten-thousandths) and other numbers; false when numbers grow too long and it must be scored anew. `out` holds until the next draw. */
  run(weights: Float64Array, numbers: Numbers): boolean {
    addUp(this.kept, weights, this.#sums)
    applyLimits(this.kept, this.#sums)
    return this.settle(weights, numbers, this.#sums)
  }
  /** The same from sums that are known, limits of losses applied. */
  settle(weights: Float64Array, numbers: Numbers, sums: Sums): boolean {
    this.#weights = weights
    this.#numbers = numbers
    this.#now = sums
    if (this.#bases.size) this.#bases.clear()
    try {
      const left = totalAll(this.kept, sums, numbers, this.out, this.#left)
      for (let k = 0; k < left; k++) this.#exactly(this.#left[k] as number)
      this.standing.finish(numbers.bands)
    } catch (error) {
      if (error instanceof TooLong) return false
      throw error
    }
    return true
  }
  #applicable(i: number): number {
    return this.#now.applicable[this.kept.patternOf[i] as number] as number
  }
  #exactly(i: number): Exact {
    const known = this.#bases.get(i)
    if (known) return known
    const base = totalExactly(this.kept, this.#weights, this.#applicable(i), this.#numbers, i, this.out)
    this.#bases.set(i, base)
    return base
  }
  /** Shows a unit's numbers to requirements. */
  see(i: number): void {
    const { out, kept } = this
    const { seen } = out
    seen.total[i] = (out.total[i] as number) / power(kept.totals.places)
    const bottom = out.bottom[i] as number
    if (bottom < 0) return
    const top = out.top[i] as number
    if (bottom === 0 && (this.#literals === null || this.#literals.some((v) => Math.abs(top - v * UNIT) <= (Math.abs(top) + 1) * 3e-12))) {
      this.#exactly(i)
      return
    }
    seen.base[i] = bottom === 0 ? top / UNIT : top / (bottom * UNIT)
    seen.bonus[i] = (out.plus[i] as number) / UNIT
    seen.deduction[i] = (out.minus[i] as number) / UNIT
  }
  /** The quantity of a tie-break of a unit, rounded like the total. */
  tie(k: number, i: number): number {
    const { kept, out } = this
    const { by, totals, attributes } = kept
    const tie = totals.ties[k] as (typeof totals.ties)[number]
    if (tie.quantity === 'attribute') return attributes[k]?.[i] ?? 0
    if (tie.quantity === 'component') return tie.part < 0 ? 0 : componentOf(kept, this.#weights, this.#applicable(i), i, tie.part)
    const [top, bottom] = [out.top[i] as number, out.bottom[i] as number]
    if (bottom > 0) return roundWhole(top, bottom * by, totals.mode)
    const near = bottom === 0 ? roundNear(top / by, (Math.abs(top / by) + 1) * 2e-12, totals.mode) : Number.NaN
    return near === near ? near : lastPlace(kept, this.#exactly(i))
  }
}

/** Bands and adjustments as they stand, or in a ruleset of the same structure (`withNumbers`) with other bounds and tariffs. */
export function numbersOf(kept: Kept, compiled: Compiled = kept.compiled): Numbers {
  const { ruleset } = kept.compiled
  const own = (side: 'bonus' | 'deduction'): boolean => compiled.ruleset[side] === ruleset[side]
  return {
    bands: gradingsOf(compiled).bands, bonus: own('bonus') ? kept.bonus : sideOf(kept.results, compiled, 0, kept.live), deduction: own('deduction') ? kept.deduction : sideOf(kept.results, compiled, 1, kept.live),
  }
}
