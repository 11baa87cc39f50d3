import { ceil, cmp, exact, fraction, mul, round, show, type Exact } from '../../model/decimal.ts'
import { under } from '../../model/path.ts'
import type { Grading, Ruleset } from '../../model/ruleset.ts'
import { ANYTHING, acting } from './boxes.ts'
import type { Finding } from './finding.ts'
import { namesOf } from '../../model/names.ts'
import type { World } from './places.ts'
import { totalReach, type Reach } from './reach.ts'

interface Band { grade: string; from: Exact | null; below: Exact | null }
/** Bands without an end of their own reach to the next band's start. */
const bandsOf = (grading: Grading): Band[] => {
  const sorted = [...grading.bands].sort((a, b) => (b.from ?? -Infinity) - (a.from ?? -Infinity))
  return sorted.map((b, i) => {
    const below = b.below ?? sorted[i - 1]?.from
    return { grade: b.grade, from: b.from === undefined ? null : exact(b.from), below: below === undefined ? null : exact(below) }
  })
}
/** Does a rounded total that can be reached stand in the band? */
function isReached({ from, below }: Band, { low, high }: Reach, { rounding: { places, mode } }: Ruleset): boolean {
  const [least, most] = [low && round(low, places, mode), high && round(high, places, mode)]
  const start = from && least ? (cmp(from, least) > 0 ? from : least) : (from ?? least)
  const scale = fraction(10n ** BigInt(places))
  const first = start && mul(fraction(ceil(mul(start, scale))), fraction(1n, 10n ** BigInt(places)))
  return !(first && ((below && cmp(first, below) >= 0) || (most && cmp(first, most) > 0))) && !(below && least && cmp(least, below) >= 0)
}

/** Grades no unit can get: not by its total, nor by falling from a better one, nor by a verdict. */
export function grades(world: World): Finding[] {
  const { ruleset } = world
  const total = totalReach(world)
  const index = (grade: string): number => ruleset.grades.findIndex((g) => g.id === grade)
  const had = new Set<string>()
  const why = new Map<string, Band>()
  for (const verdict of ruleset.verdicts) if (verdict.effect.type === 'stop') had.add(verdict.effect.grade)
  for (const grading of ruleset.gradings) {
    const mine = new Set<string>()
    for (const band of bandsOf(grading)) {
      if (isReached(band, total, ruleset)) mine.add(band.grade)
      else why.set(band.grade, band)
    }
    ruleset.grades.forEach(({ id }, i) => {
      const capped = ruleset.verdicts.some((v) => v.effect.type === 'cap-grade' && v.effect.grade === id) && [...mine].some((g) => index(g) < i)
      const above = ruleset.grades[i - 1]?.id
      const falls = above !== undefined && mine.has(above) && ((grading.requires ?? []).some((r) => r.grade === above) || (grading.quotas ?? []).some((q) => q.grade === above))
      if (capped || falls) mine.add(id)
    })
    const blocked = (id: string): boolean => (grading.requires ?? []).some((r) => r.grade === id && acting(r.conditions, namesOf(r.conditions, world.shared), [ANYTHING], world)?.length === 0)
    const closed = (id: string): boolean => (grading.quotas ?? []).some((q) => q.grade === id && (q.places === 0 || (q.places === undefined && q.share === 0)))
    for (const id of mine) if (!blocked(id) && !closed(id)) had.add(id)
  }
  return ruleset.grades.filter((g) => !had.has(g.id)).map(({ id }): Finding => {
    const band = why.get(id)
    const path = under('grades', id)
    if (!band) return { level: 'warning', code: ruleset.gradings.some((g) => g.bands.some((b) => b.grade === id)) ? 'grade.closed' : 'grade.no-band', path, values: {} }
    const isHigh = band.from !== null && total.high !== null && cmp(band.from, total.high) > 0
    return { level: 'error', code: isHigh ? 'grade.too-high' : 'grade.unreachable', path, values: { from: band.from ? show(band.from) : '−∞', below: band.below ? show(band.below) : '∞', low: total.low ? show(total.low) : '−∞', high: total.high ? show(total.high) : '∞' } }
  })
}
