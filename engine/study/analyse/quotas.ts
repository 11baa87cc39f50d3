import { ceil, exact, floor, fraction, mul, round } from '../../model/decimal.ts'
import { under } from '../../model/path.ts'
import type { Grading, Ruleset } from '../../model/ruleset.ts'
import { fixed, type Finding } from './finding.ts'
import { setting } from './mend.ts'
import type { World } from './places.ts'

type Quota = NonNullable<Grading['quotas']>[number]
function placesOf(quota: Quota, size: number): number {
  if (quota.places !== undefined) return quota.places
  const share = mul(exact(quota.share ?? 1), fraction(BigInt(size)))
  return Number(quota.rounding === 'down' ? floor(share) : quota.rounding === 'up' ? ceil(share) : round(share, 0, 'half-up').n)
}
const gradedBy = (ruleset: Ruleset, grading: Grading): string[] =>
  ruleset.categories.map((c) => c.id).filter((id) => (ruleset.gradings.find((g) => g.categories?.includes(id)) ?? ruleset.gradings.find((g) => !g.categories)) === grading)

function ofQuota(world: World, grading: Grading, quota: Quota): Finding[] {
  const { ruleset, cohort } = world
  const path = under('gradings', grading.id)
  const values = { grade: quota.grade, share: quota.share ?? null, places: quota.places ?? null }
  const at = (level: Finding['level'], code: string, more: Finding['values'] = {}): Finding => ({ level, code, path, values: { ...values, ...more } })
  if (quota.places === undefined && quota.share !== undefined && quota.share > 1) {
    const share = quota.share / 100
    const mended = grading.quotas?.map((q) => (q === quota ? { ...q, share } : q))
    return [{ ...at('error', 'quota.share'), ...fixed(/^\d(\.\d{1,4})?$/.test(String(share)) && share <= 1 ? setting(ruleset, path, 'quotas', mended) : []) }]
  }
  if (quota.places === 0 || (quota.places === undefined && quota.share === 0)) return [at('warning', 'quota.no-places')]
  if (!cohort) return []
  const categories = gradedBy(ruleset, grading)
  const pools = quota.within === 'grading' ? [{ category: null, of: categories }] : categories.map((c) => ({ category: c, of: [c] }))
  return pools.flatMap(({ category, of }) => {
    const size = cohort.units.filter((u) => of.includes(u.category)).length
    const places = placesOf(quota, size)
    if (size > 0 && places === 0) return [at('warning', 'quota.pool-too-small', { category, size })]
    return size > 0 && places >= size ? [at('info', 'quota.never', { category, size, places })] : []
  })
}

/** Quotas of grades and "the last N" against the sizes of their pools, as far as a cohort tells them. */
export function quotas(world: World): Finding[] {
  const { ruleset, cohort } = world
  const last = ruleset.history.flatMap((rule): Finding[] => {
    if (rule.type !== 'last') return []
    const path = under('history', rule.id)
    if (rule.count >= rule.minimumPool) return [{ level: 'warning', code: 'last.everybody', path, values: { count: rule.count, size: rule.minimumPool } }]
    const sizes = cohort ? ruleset.ranking.pools.map((p) => cohort.units.filter((u) => p.categories.includes(u.category)).length) : []
    return sizes.length && sizes.every((s) => s < rule.minimumPool) ? [{ level: 'warning', code: 'last.never', path, values: { size: rule.minimumPool, most: Math.max(...sizes) } }] : []
  })
  return [...ruleset.gradings.flatMap((g) => (g.quotas ?? []).flatMap((q) => ofQuota(world, g, q))), ...last]
}
