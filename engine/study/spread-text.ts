import type { Shape, Spread } from './simulate/spread.ts'

/** A number: `20%` is a share, `0.5` a number. */
function numberOf(text: string | undefined): { value: number; share: boolean } | null {
  const found = /^(\d+(?:\.\d+)?)(%?)$/.exec(text ?? '')
  return found ? { value: Number(found[1]) / (found[2] ? 100 : 1), share: found[2] === '%' } : null
}
const isOneOf = <T extends string>(value: string, list: readonly T[]): value is T => list.includes(value as T)

/** What `points=20%,grades=1,surveys` says; `keep=` and `shape=` hold for all of it. `problem`: the part that cannot be, else null. */
export function readSpread(text: string): { spread: Spread; problem: string | null } {
  const parts = text.split(',').filter((part) => part !== '')
  const known = new Map(parts.map((part) => [part.split('=')[0] ?? '', part.split('=')[1] ?? ''] as const))
  const [shape, keep] = [known.get('shape'), known.get('keep')]
  const spread: Spread = {}
  const failed = (problem: string) => ({ spread, problem })
  if (shape !== undefined && !isOneOf(shape, ['even', 'middle'])) return failed(`shape=${shape}`)
  if (keep !== undefined && !isOneOf(keep, ['component', 'total', 'none'])) return failed(`keep=${keep}`)
  const shaped: { shape?: Shape } = shape ? { shape } : {}
  for (const part of parts) {
    const [name = '', value] = part.split('=')
    if (name === 'shape' || name === 'keep') continue
    if (name === 'surveys' && value === undefined) {
      spread.surveys = true
      continue
    }
    const number = numberOf(value)
    if (!number || number.value > 10_000 || (number.share && number.value > 1)) return failed(part)
    const { value: most, share } = number
    if (name === 'points') spread.points = { by: share ? 'share' : 'points', most, ...(keep ? { keep } : {}), ...shaped }
    else if (name === 'grades' && !share) spread.grades = { most, ...shaped }
    else if (isOneOf(name, ['adjustments', 'assessors']) && share) spread[name] = { most, ...shaped }
    else if (name === 'lookups' && share && most <= 0.5) spread.lookups = { most, ...shaped }
    else return failed(part)
  }
  return { spread, problem: null }
}

const percent = (share: number): string => `${Math.round(share * 1_000_000) / 10_000}%`
/** A spread as the text that `readSpread` reads (one shape for all of it: that of its first part that has one). */
export function spreadText({ points, adjustments, grades, lookups, surveys, assessors }: Spread): string {
  const shape = [points, adjustments, grades, lookups, assessors].find((part) => part?.shape !== undefined)?.shape
  return [
    points && `points=${points.by === 'share' ? percent(points.most) : points.most}`, points?.keep && `keep=${points.keep}`,
    adjustments && `adjustments=${percent(adjustments.most)}`, grades && `grades=${grades.most}`, lookups && `lookups=${percent(lookups.most)}`,
    surveys && 'surveys', assessors && `assessors=${percent(assessors.most)}`, shape && `shape=${shape}`,
  ].filter(Boolean).join(',')
}

/** When a grade counts as not safe: the total lies within so many points of a bound, or the grade changes in more than a share of the draws. */
export interface Near { points: number; share: number }
/** Limits as the text that `readNear` reads: `0.5,5%`. */
export const nearText = ({ points, share }: Near): string => `${points},${percent(share)}`
/** What `0.5,5%` says; null for a text that says nothing of the kind. */
export function readNear(text: string): Near | null {
  const found = /^(\d{1,4}(?:\.\d{1,4})?),(\d{1,3}(?:\.\d{1,4})?)%$/.exec(text)
  return found && Number(found[2]) <= 100 ? { points: Number(found[1]), share: Number(found[2]) / 100 } : null
}
