import type { Exact } from '../../model/decimal.ts'
import type { Compiled } from '../columns/compile.ts'
import { UNIT } from '../columns/core.ts'
import { power } from '../columns/decimal-number.ts'
import { slotOf } from '../columns/layout.ts'
import { gradingsOf } from '../columns/places.ts'
import { componentOf, lastPlace, totalExactly } from './exactly.ts'
import { TooLong } from './factors.ts'
import { sideOf, type Kept } from './kept.ts'
import { Standing, type Tie } from './standing.ts'
import { addUp, applyLimits, newSums, type Sums } from './sums.ts'
import { newDrawn, roundNear, roundWhole, totalOf, type Drawn, type Numbers } from './unit.ts'

/** Scores a kept cohort again and again with other points of criteria; equal to evaluating it. */
export class Draws {
  readonly kept: Kept
  readonly standing: Standing
  readonly out: Drawn
  readonly #sums: Sums
  /** Numbers that base is compared with by conditions; null = not only with numbers. */
  readonly #literals: readonly number[] | null
  readonly #bases = new Map<number, Exact>()

  constructor(kept: Kept) {
    this.kept = kept
    this.standing = new Standing(kept)
    this.out = newDrawn(kept.n)
    this.#sums = newSums(kept)
    const compared = kept.compiled.read.get(slotOf(kept.compiled.layout, 'result.base'))
    this.#literals = compared === undefined ? [] : compared
  }

  /** The cohort at some points (ten-thousandths) and other numbers; false when numbers grow too long and it must be scored anew. What is given back holds until the next draw. */
  run(weights: Float64Array, numbers: Numbers): boolean {
    addUp(this.kept, weights, this.#sums)
    applyLimits(this.kept, this.#sums)
    return this.settle(weights, numbers, this.#sums)
  }
  /** The same from sums that are known, limits of losses applied. */
  settle(weights: Float64Array, numbers: Numbers, sums: Sums): boolean {
    const { kept, out, standing } = this
    this.#bases.clear()
    try {
      for (let i = 0; i < kept.n; i++) this.#unit(weights, numbers, sums, i)
      standing.finish(out, this.#tie(weights, numbers, sums))
    } catch (error) {
      if (error instanceof TooLong) return false
      throw error
    }
    return true
  }
  #unit(weights: Float64Array, numbers: Numbers, sums: Sums, i: number): void {
    const { kept, out, standing } = this
    if (kept.live[i] === 0) {
      out.reached[i] = 0
      out.total[i] = 0
      out.grade[i] = kept.stopped[i] as number
      return
    }
    if (!totalOf(kept, sums, numbers, i, out)) this.#exactly(weights, numbers, sums, i)
    if (out.reached[i] === 1) {
      if (kept.sees) this.#see(weights, numbers, sums, i)
      if (standing.first(numbers.bands[kept.grading[i] as number], i, out)) return standing.settle(i, out)
    }
    out.reached[i] = 0
    out.total[i] = 0
    out.grade[i] = -1
  }
  #exactly(weights: Float64Array, numbers: Numbers, sums: Sums, i: number): Exact {
    const known = this.#bases.get(i)
    if (known) return known
    const base = totalExactly(this.kept, weights, sums.applicable[this.kept.patternOf[i] as number] as number, numbers, i, this.out)
    this.#bases.set(i, base)
    return base
  }
  /** Shows a unit's numbers to requirements. */
  #see(weights: Float64Array, numbers: Numbers, sums: Sums, i: number): void {
    const { out } = this
    const { seen } = out
    seen.total[i] = (out.total[i] as number) / power(this.kept.totals.places)
    const bottom = out.bottom[i] as number
    if (bottom < 0) return
    const top = out.top[i] as number
    const near = bottom === 0 && (this.#literals === null || this.#literals.some((v) => Math.abs(top - v * UNIT) <= (Math.abs(top) + 1) * 3e-12))
    if (near) {
      this.#exactly(weights, numbers, sums, i)
      return
    }
    seen.base[i] = bottom === 0 ? top / UNIT : top / (bottom * UNIT)
    seen.bonus[i] = (seen.bonus[i] as number) / UNIT
    seen.deduction[i] = (seen.deduction[i] as number) / UNIT
  }
  #tie(weights: Float64Array, numbers: Numbers, sums: Sums): Tie {
    const { kept, out } = this
    const { by, totals, attributes } = kept
    return (k, i) => {
      const tie = totals.ties[k] as (typeof totals.ties)[number]
      if (tie.quantity === 'attribute') return attributes[k]?.[i] ?? 0
      if (tie.quantity === 'component') return tie.part < 0 ? 0 : componentOf(kept, weights, sums.applicable[kept.patternOf[i] as number] as number, i, tie.part)
      const [top, bottom] = [out.top[i] as number, out.bottom[i] as number]
      if (bottom > 0) return roundWhole(top, bottom * by, totals.mode)
      const near = bottom === 0 ? roundNear(top / by, (Math.abs(top / by) + 1) * 2e-12, totals.mode) : Number.NaN
      return near === near ? near : lastPlace(kept, this.#exactly(weights, numbers, sums, i))
    }
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
