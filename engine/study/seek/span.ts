import { criteriaOf } from '../../check/walk.ts'
import { putAll } from '../../edit/put.ts'
import { exact, fixed, fraction, mul, show } from '../../model/decimal.ts'
import { issue, type Issue } from '../../model/issue.ts'
import type { Grading, Ruleset } from '../../model/ruleset.ts'
import type { Json, Step } from '../../model/step.ts'
import { split, under } from '../../model/path.ts'
import { UNIT, scaled } from '../../score/columns/core.ts'
import type { Lever } from './lever.ts'

/** A lever in place: what it moves, its present value, range and step in ten-thousandths. */
export interface Span {
  lever: Lever
  path: string
  /** Where it stands, by names, ids and places, and what must be given the same value. */
  names: readonly (readonly string[])[]
  now: number
  low: number
  high: number
  step: number
  /** Cost of one ten-thousandth, in ten-thousandths. */
  weight: number
}
const FINEST: { readonly [type in Lever['type']]: number } = { band: 200_000, share: 20_000, places: 20_000, points: 400 }

const weightOf = (lever: Lever): number => lever.weight ?? (lever.type === 'share' ? 100 : 1)
interface Found { path: string; names: (readonly string[])[]; now: number }

function bandOf(grading: Grading, grade: string): Found | null {
  const at = grading.bands.findIndex((b) => b.grade === grade)
  const from = grading.bands[at]?.from
  if (from === undefined) return null
  const ends = grading.bands.flatMap((b, i) => (b.below === from ? [['gradings', grading.id, 'bands', String(i), 'below']] : []))
  return { path: under('gradings', grading.id, 'bands', grade), names: [['gradings', grading.id, 'bands', String(at), 'from'], ...ends], now: from }
}
function quotaOf(grading: Grading, grade: string, type: 'share' | 'places'): Found | null {
  const at = (grading.quotas ?? []).findIndex((q) => q.grade === grade)
  const now = grading.quotas?.[at]?.[type]
  return now === undefined ? null : { path: under('gradings', grading.id, 'quotas', grade), names: [['gradings', grading.id, 'quotas', String(at), type]], now }
}
function find(ruleset: Ruleset, lever: Lever): Found | null {
  if (lever.type === 'points') {
    const placed = criteriaOf(ruleset).find(({ criterion }) => criterion.id === lever.criterion)
    return placed ? { path: placed.path, names: [[...split(placed.path), 'points']], now: placed.criterion.points } : null
  }
  const grading = ruleset.gradings.find((g) => g.id === lever.grading)
  return grading ? (lever.type === 'band' ? bandOf(grading, lever.grade) : quotaOf(grading, lever.grade, lever.type)) : null
}
const whole = (value: number): boolean => Number.isFinite(value) && Math.abs(value) < 1e8 && Math.round(value * UNIT) / UNIT === value

/** The levers in a ruleset; an issue for each that moves nothing, or has no sound range. */
export function spansOf(ruleset: Ruleset, levers: readonly Lever[]): { spans: Span[]; issues: Issue[] } {
  const spans: Span[] = []
  const issues: Issue[] = []
  const taken = new Set<string>()
  levers.forEach((lever, i) => {
    const found = find(ruleset, lever)
    const name = lever.type === 'points' ? lever.criterion : `${lever.grading}/${lever.grade}`
    const refuse = (code: string): void => void issues.push(issue('error', code, `levers/${i}`, { type: lever.type, name, low: lever.low, high: lever.high, step: lever.step, now: found?.now ?? null }))
    const [low, high, step, weight] = [lever.low, lever.high, lever.step, weightOf(lever)]
    if (!found) return refuse('seek.no-lever')
    if (taken.has(`${lever.type} ${name}`)) return refuse('seek.lever-twice')
    if (![low, high, step, weight].every(whole) || step <= 0 || weight <= 0) return refuse('seek.step')
    if (low > found.now || high < found.now || (lever.type !== 'band' && low < 0) || (lever.type === 'share' && high > 1)) return refuse('seek.range')
    if (lever.type === 'places' && ![low, step].every(Number.isInteger)) return refuse('seek.step')
    if ((high - low) / step > FINEST[lever.type]) return refuse('seek.too-fine')
    taken.add(`${lever.type} ${name}`)
    spans.push({ lever, path: found.path, names: found.names, now: scaled(found.now), low: scaled(low), high: scaled(high), step: scaled(step), weight: scaled(weight) })
  })
  return { spans, issues }
}

/** Every other value of a span in ten-thousandths, the nearest first (of two as near the lower). */
export function valuesOf({ now, low, high, step }: Span): number[] {
  const values: number[] = []
  for (let k = 1; now - k * step >= low || now + k * step <= high; k++) {
    if (now - k * step >= low) values.push(now - k * step)
    if (now + k * step <= high) values.push(now + k * step)
  }
  return values
}
/** What a value costs, in whole 10⁻⁸. */
export const costOf = (span: Span, value: number): number => Math.abs(value - span.now) * span.weight
/** A cost as an exact decimal. */
export const costText = (cost: number): string => show(fraction(BigInt(cost), 100_000_000n))
export const decimal = (value: number): number => Number(fixed(mul(fraction(BigInt(value)), exact('0.0001')), 4))

/** Steps that give levers other values (ten-thousandths, in the order of the spans), without declared sums above. */
export const bareSteps = (ruleset: Ruleset, spans: readonly Span[], values: ArrayLike<number>): Step[] =>
  putAll(ruleset, spans.flatMap((span, i) => (values[i] === span.now ? [] : span.names.map((names) => ({ names, value: decimal(values[i] as number) as Json })))))
