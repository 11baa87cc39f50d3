import { ZERO, add, cmp, exact, fixed, fraction, max, min, round, show, sub, sum, type Exact } from '../model/decimal.ts'
import { issue, type Issue } from '../model/issue.ts'
import { under } from '../model/path.ts'
import type { AdjustmentSide, Grading, Ruleset } from '../model/ruleset.ts'
import { criteriaOf } from './walk.ts'

interface Band { from: Exact | null; below: Exact | null }

/** Every total that can be reached stands in exactly one band, bounds included as declared. */
export const bands = (ruleset: Ruleset): Issue[] => [...ruleset.gradings.flatMap((g) => grading(ruleset, g)), ...categories(ruleset)]

/** Bands without an end of their own reach to the next band's start. */
function ends(grading: Grading): Band[] {
  const sorted = [...grading.bands].sort((a, b) => (b.from ?? -Infinity) - (a.from ?? -Infinity))
  return sorted.map((band, i) => {
    const below = band.below ?? sorted[i - 1]?.from
    return { from: band.from === undefined ? null : exact(band.from), below: below === undefined ? null : exact(below) }
  })
}

const least = (list: readonly (Exact | null)[]): Exact | null => list.reduce((a, b) => (a && b ? min(a, b) : (a ?? b)), null)
const most = (list: readonly (Exact | null)[]): Exact | null => list.reduce((a, b) => (a && b ? max(a, b) : (a ?? b)), null)
/** The most a side can move a total; null = no bound. */
const reachOf = ({ cap, classes, rules }: AdjustmentSide): Exact | null => (cap?.kind === 'hard' ? exact(cap.points) : cap === undefined && classes.length === 0 && !rules?.length ? ZERO : null)
/** Highest and lowest total: full marks and extra points with both sides, within the limits, and what verdicts fix; null = no bound. */
function reach(ruleset: Ruleset): { low: Exact | null; high: Exact | null } {
  const { limits, bonus, deduction, fullMarks, verdicts } = ruleset
  const [up, down] = [reachOf(bonus), reachOf(deduction)]
  const extra = criteriaOf(ruleset).filter(({ criterion }) => criterion.extra).map(({ criterion }) => exact(criterion.points))
  const high = least([up && add(sum([exact(fullMarks), ...extra]), up), limits.max === undefined ? null : exact(limits.max)])
  const low = most([down && sub(ZERO, down), limits.min === undefined ? null : exact(limits.min)])
  const fixes = verdicts.flatMap(({ effect }) => (effect.type === 'fix-total' ? [exact(effect.points)] : []))
  return { low: low && least([low, ...fixes]), high }
}

function grading(ruleset: Ruleset, g: Grading): Issue[] {
  const { places } = ruleset.rounding
  const unit = fraction(1n, 10n ** BigInt(places))
  const path = under('gradings', g.id)
  const { low, high } = reach(ruleset)
  const list = ends(g)
  const found: Issue[] = []
  const at = (code: string, from: Exact | null, below: Exact | null): void => {
    found.push(issue('error', code, path, { from: from ? show(from) : '−∞', below: below ? show(below) : '∞', example: example(from, below, unit, places) }))
  }
  list.forEach((band, i) => {
    const above = list[i - 1]
    if (band.from && band.below && cmp(band.from, band.below) >= 0) at('bands.empty', band.from, band.below)
    if (above && !above.from) at('bands.overlap', null, band.below)
    if (above?.from && (!band.below || cmp(band.below, above.from) > 0)) at('bands.overlap', above.from, band.below ?? above.below)
    // A gap counts only where a total at the declared places can stand.
    if (above?.from && band.below && cmp(band.below, above.from) < 0 && cmp(ceilTo(band.below, places), above.from) < 0) at('bands.gap', band.below, above.from)
  })
  const lowest = list.at(-1)
  const highest = list[0]
  if (lowest?.from && (low === null || cmp(low, lowest.from) < 0)) at('bands.gap', low, lowest.from)
  if (highest?.below && (high === null || cmp(high, highest.below) >= 0)) at('bands.gap', highest.below, high)
  const order = [...g.bands].sort((a, b) => (b.from ?? -Infinity) - (a.from ?? -Infinity)).map((b) => ruleset.grades.findIndex((x) => x.id === b.grade))
  if (order.some((level, i) => i > 0 && level < (order[i - 1] ?? 0))) found.push(issue('error', 'bands.order', path, {}))
  return found
}
const ceilTo = (value: Exact, places: number): Exact => {
  const down = round(value, places, 'down')
  return cmp(down, value) < 0 ? add(down, fraction(1n, 10n ** BigInt(places))) : down
}
/** A total that shows the fault. */
const example = (from: Exact | null, below: Exact | null, unit: Exact, places: number): string => fixed(from ? ceilTo(from, places) : round(sub(below ?? ZERO, unit), places, 'down'), places)

/** Each category is graded by exactly one grading. */
const categories = (ruleset: Ruleset): Issue[] =>
  ruleset.categories.flatMap((c) => {
    const named = ruleset.gradings.filter((g) => g.categories?.includes(c.id)).length
    const rest = ruleset.gradings.filter((g) => !g.categories).length
    if (named > 1 || rest > 1) return [issue('error', 'grading.several', under('categories', c.id), { category: c.label })]
    return named + rest === 0 ? [issue('error', 'grading.none', under('categories', c.id), { category: c.label })] : []
  })
