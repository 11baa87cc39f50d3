import type { Draws } from './draws.ts'
import { ON_TOP, type Kept, type KeptPlace } from './kept.ts'
import { addMean, addUp, applyLimit, applyLimits, newPile, newSums, type Pile, type Sums } from './sums.ts'
import type { Numbers } from './unit.ts'
import { scaleTo, worths } from './worth.ts'

/** One draw without the criterion that is dragged: what all others come to, and what applies. */
interface Rest { inside: Pile; onTop: Pile; limited: Pile | null; applicable: Float64Array; under: Float64Array; order: Int32Array }
const copyOf = ({ whole, rest, terms }: Pile): Pile => ({ whole: whole.slice(), rest: rest.slice(), terms: terms.slice() })

/** Can the sums of the others be kept while a criterion is dragged? Not under a limit of losses that stands in another. */
export const canDrag = ({ places, limits }: Kept, k: number): boolean => ((goes) => goes < 0 || limits[goes]?.inside === -1)(places[k]?.goes ?? 0)

/** Many draws while the points of one criterion change: of each draw only what those points touch is computed again. */
export class Dragged {
  readonly #draws: Draws
  readonly #k: number
  readonly #place: KeptPlace
  readonly #weights: readonly Float64Array[]
  readonly #numbers: readonly Numbers[]
  readonly #rests: readonly Rest[]
  readonly #sums: Sums
  readonly #pile: Pile
  readonly #held: Pile
  readonly #whole: Float64Array
  readonly #rest: Float64Array

  /** `weights` are the points of all criteria in each draw, `numbers` what else differs; both are kept, not copied. */
  constructor(draws: Draws, k: number, weights: readonly Float64Array[], numbers: readonly Numbers[]) {
    const { kept } = draws
    this.#draws = draws
    this.#k = k
    this.#place = kept.places[k] as KeptPlace
    this.#weights = weights
    this.#numbers = numbers
    this.#whole = new Float64Array(this.#place.classes.count)
    this.#rest = new Float64Array(this.#place.classes.count)
    this.#sums = newSums(kept)
    this.#pile = newPile(kept.n)
    this.#held = newPile(kept.n)
    const sums = newSums(kept)
    const limit = this.#place.goes
    const topped = kept.places.some((p) => p.goes === ON_TOP)
    const noTop = newPile(kept.n)
    this.#rests = weights.map((own): Rest => {
      const others = own.slice()
      others[k] = 0
      addUp(kept, others, sums, k)
      applyLimits(kept, sums, limit)
      return {
        inside: copyOf(sums.inside), onTop: topped ? copyOf(sums.onTop) : noTop, limited: limit >= 0 ? copyOf(sums.limited[limit] as Pile) : null, applicable: sums.applicable.slice(),
        under: limit >= 0 ? (sums.underLimit[limit] as Float64Array).slice() : noTop.whole, order: Int32Array.from({ length: kept.n }, (_, i) => i),
      }
    })
  }

  /** Every draw with the criterion's points in it; after each `note` may read `draws.out`, unless it says that the draw must be scored anew. */
  each(weightOf: (draw: number) => number, note: (draw: number, scored: boolean) => void): void {
    for (let d = 0; d < this.#rests.length; d++) {
      const own = this.#weights[d] as Float64Array
      const before = own[this.#k] as number
      own[this.#k] = weightOf(d)
      this.#draws.standing.order = (this.#rests[d] as Rest).order
      const scored = this.#draws.settle(own, this.#numbers[d] as Numbers, this.#put(this.#rests[d] as Rest, own[this.#k] as number))
      note(d, scored)
      own[this.#k] = before
    }
  }
  /** The sums of one draw with the criterion at some points. */
  #put(rest: Rest, weight: number): Sums {
    const { kept } = this.#draws
    const { goes, classes, scale } = this.#place
    const sums = this.#sums
    scaleTo(classes.core, weight, scale)
    const parts = worths(classes, scale, this.#whole, this.#rest) || this.#place.means.length > 0
    const off = (p: number): boolean => kept.patterns[p]?.[this.#k] === 1
    for (let p = 0; p < sums.applicable.length; p++) sums.applicable[p] = (rest.applicable[p] as number) + (off(p) || goes === ON_TOP ? 0 : weight)
    sums.inside = goes === -1 ? this.#with(rest.inside, parts) : rest.inside
    sums.onTop = goes === ON_TOP ? this.#with(rest.onTop, parts) : rest.onTop
    if (goes < 0 || !rest.limited) return sums
    const under = sums.underLimit[goes] as Float64Array
    for (let p = 0; p < under.length; p++) under[p] = (rest.under[p] as number) + (off(p) ? 0 : weight)
    applyLimit(kept, goes, this.#with(rest.limited, parts), under, rest.inside, this.#held)
    sums.inside = this.#held
    return sums
  }
  /** A pile with what the criterion comes to at its classes' worth. */
  #with(base: Pile, parts: boolean): Pile {
    const { of } = this.#place.classes
    const { whole, rest, terms } = this.#pile
    const { whole: from } = base
    const worth = this.#whole
    for (let i = 0; i < of.length; i++) whole[i] = (from[i] as number) + (worth[of[i] as number] as number)
    if (!parts) return { whole, rest: base.rest, terms: base.terms }
    for (let i = 0; i < of.length; i++) {
      const more = this.#rest[of[i] as number] as number
      rest[i] = (base.rest[i] as number) + more
      terms[i] = (base.terms[i] as number) + (more === 0 ? 0 : 1)
    }
    for (const mean of this.#place.means) addMean(of, mean, worth, this.#rest, this.#pile)
    return this.#pile
  }
}
