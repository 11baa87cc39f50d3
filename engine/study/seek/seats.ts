import type { Ruleset } from '../../model/ruleset.ts'
import { gradingAt, gradingsOf, placesOf } from '../../score/columns/places.ts'
import { SCORED, type Results } from '../../score/columns/results.ts'
import { decimal, valuesOf, type Span } from './span.ts'

/** Of the values of a quota that come to the same places in every pool, the one that costs least. */
export function seats(ruleset: Ruleset, span: Span, results: Results, grading: number): number[] {
  const { lever } = span
  if (lever.type !== 'share' && lever.type !== 'places') throw new RangeError(`no quota: ${lever.type}`)
  const quota = ruleset.gradings[grading]?.quotas?.find((q) => q.grade === lever.grade)
  if (!quota) throw new RangeError(`no quota of ${lever.grade}`)
  const gradings = gradingsOf(results.compiled)
  const sizes = new Map<number, number>()
  for (let i = 0; i < results.size; i++) {
    if (results.state[i] !== SCORED || gradingAt(gradings, results, i) !== grading) continue
    const pool = quota.within === 'grading' ? 0 : (results.category[i] as number)
    sizes.set(pool, (sizes.get(pool) ?? 0) + 1)
  }
  const known = new Set<string>()
  return [span.now, ...valuesOf(span)].filter((value) => {
    const key = [...sizes.values()].map((size) => Math.min(size, placesOf({ ...quota, [lever.type]: decimal(value) }, size))).join()
    return !known.has(key) && known.add(key)
  })
}
