import { add, cmp, div, fraction, max, min, mul, round, sub, toNumber, ZERO, type Exact } from '../../model/decimal.ts'
import { UNIT } from '../columns/core.ts'
import { WHOLE, type Quotient } from '../columns/decimal-number.ts'
import { TooLong } from './factors.ts'
import { ON_TOP, type Kept, type KeptPlace } from './kept.ts'
import { roundNear, roundWhole, type Drawn, type Numbers } from './unit.ts'
import { scaleTo, worthOf } from './worth.ts'

const worth: Quotient = { n: 0, d: 1 }
function units(a: Quotient): Exact {
  if (!Number.isSafeInteger(a.n) || !Number.isSafeInteger(a.d)) throw new TooLong()
  return fraction(BigInt(a.n), BigInt(a.d))
}
/** What a criterion comes to for a unit, in ten-thousandths. Throws TooLong. */
function earned(place: KeptPlace, weight: number, i: number): Exact {
  const mean = place.means.find(({ to }) => to.includes(i))
  if (mean) return div([...mean.from].map((j) => one(place, weight, j)).reduce(add, ZERO), fraction(BigInt(mean.from.length)))
  return one(place, weight, i)
}
function one({ classes, scale }: KeptPlace, weight: number, i: number): Exact {
  scaleTo(classes.core, weight, scale)
  worthOf(classes, scale, classes.of[i] as number, worth)
  return units(worth)
}
/** Earned under what a unit's points go to, limits of losses applied; `wanted` leaves out other components. */
function insideOf(kept: Kept, weights: Float64Array, i: number, wanted: (place: KeptPlace) => boolean): Exact {
  const piles: Exact[] = kept.limits.map(() => ZERO)
  let sum = ZERO
  const put = (goes: number, value: Exact): void => {
    if (goes < 0) sum = add(sum, value)
    else piles[goes] = add(piles[goes] as Exact, value)
  }
  kept.places.forEach((place, k) => {
    if (place.goes !== ON_TOP && wanted(place)) put(place.goes, earned(place, weights[k] as number, i))
  })
  const off = kept.patterns[kept.patternOf[i] as number] as Uint8Array
  kept.limits.forEach(({ first, end, most, inside }, l) => {
    const under = kept.places.slice(first, end).reduce((m, place, k) => (place.goes === ON_TOP || off[first + k] === 1 || !wanted(place) ? m : m + (weights[first + k] as number)), 0)
    const any = kept.places.slice(first, end).some((place) => place.goes !== ON_TOP && wanted(place))
    put(inside, any ? max(piles[l] as Exact, fraction(BigInt(under) - BigInt(most))) : (piles[l] as Exact))
  })
  return sum
}
const all = (): boolean => true
const scaledUp = (kept: Kept, sum: Exact, applicable: number): Exact => (kept.ratio && applicable !== kept.full ? div(mul(sum, fraction(BigInt(kept.full))), fraction(BigInt(applicable))) : sum)
/** A component of a unit after proration, rounded like the total: a whole number of the last place. */
export function componentOf(kept: Kept, weights: Float64Array, applicable: number, i: number, component: number): number {
  const off = kept.patterns[kept.patternOf[i] as number] as Uint8Array
  let [mine, whole, rest, sure] = [0, 0, 0, true]
  for (const k of kept.parts[component] as Int32Array) {
    const place = kept.places[k] as KeptPlace
    if (off[k] === 1) continue
    mine += weights[k] as number
    if (place.goes >= 0 || place.means.length) sure = false
    if (!sure || place.classes.of[i] === 0) continue
    scaleTo(place.classes.core, weights[k] as number, place.scale)
    worthOf(place.classes, place.scale, place.classes.of[i] as number, worth)
    if (worth.d === 1) whole += worth.n
    else rest += worth.n / worth.d
  }
  if (mine === 0) return 0
  const d = kept.ratio && applicable !== kept.full ? applicable : 1
  if (sure && rest === 0 && whole * kept.full <= WHOLE) return roundWhole(d === 1 ? whole : whole * kept.full, d * kept.by, kept.totals.mode)
  const x = (d === 1 ? whole + rest : ((whole + rest) * kept.full) / d) / kept.by
  const near = sure ? roundNear(x, (Math.abs(x) + 1) * 2e-12, kept.totals.mode) : Number.NaN
  return near === near ? near : lastPlace(kept, scaledUp(kept, insideOf(kept, weights, i, (place) => place.component === component), applicable))
}
/** Ten-thousandths rounded to a whole number of the last place. */
export const lastPlace = (kept: Kept, a: Exact): number => Number(round(div(a, fraction(BigInt(kept.by))), 0, kept.totals.mode).n)

/** Base and total of one unit by exact numbers, where whole and binary ones do not tell; the base itself is given back. */
export function totalExactly(kept: Kept, weights: Float64Array, applicable: number, { bonus, deduction }: Numbers, i: number, out: Drawn): Exact {
  const { totals } = kept
  const top = kept.places.reduce((sum, place, k) => (place.goes === ON_TOP ? add(sum, earned(place, weights[k] as number, i)) : sum), ZERO)
  const base = add(scaledUp(kept, insideOf(kept, weights, i, all), applicable), top)
  const sideOf = (side: Numbers['bonus'], gate: Kept['totals']['gates'][number]): Exact => {
    if (gate) {
      const over = gate.rounded ? lastPlace(kept, base) * kept.by - gate.points : cmp(base, fraction(BigInt(gate.points)))
      if (gate.open ? over <= 0 : over < 0) return ZERO
    }
    const odd = side.odd.get(i)
    const sum = odd ? units(odd) : fraction(BigInt(side.sums[i] as number))
    return side.caps[i] === Infinity ? sum : min(sum, fraction(BigInt(side.caps[i] as number)))
  }
  const plus = sideOf(bonus, totals.gates[0] ?? null)
  const minus = sideOf(deduction, totals.gates[1] ?? null)
  let total = sub(add(base, plus), minus)
  if (totals.min !== -Infinity) total = max(total, fraction(BigInt(totals.min)))
  if (totals.max !== Infinity) total = min(total, fraction(BigInt(totals.max)))
  if (kept.fixed[i] !== Infinity) total = min(total, fraction(BigInt(kept.fixed[i] as number)))
  out.total[i] = lastPlace(kept, total)
  out.bottom[i] = -1
  const seen = (a: Exact): number => toNumber(div(a, fraction(BigInt(UNIT))))
  out.seen.base[i] = seen(base)
  out.seen.bonus[i] = seen(plus)
  out.seen.deduction[i] = seen(minus)
  return base
}
