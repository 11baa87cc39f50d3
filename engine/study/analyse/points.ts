import { cmp, exact, show, ZERO } from '../../model/decimal.ts'
import type { Finding } from './finding.ts'
import type { World } from './places.ts'
import { reachOf } from './reach.ts'

/** Criteria whose full points nobody can get, and those that give every unit the same. */
export const points = (world: World): Finding[] =>
  world.criteria.flatMap((placed): Finding[] => {
    const { criterion, path } = placed
    const dead = placed.rules.some((r) => r.acts === null || r.acts.length === 0)
    if (!placed.concerns?.length || dead || criterion.points === 0) return []
    const { low, high } = reachOf(world, placed)
    const values = { high: show(high), points: criterion.points }
    if (cmp(low, high) === 0) return [{ level: 'warning', code: 'criterion.constant', path, values }]
    return cmp(high, exact(criterion.points)) < 0 && cmp(high, ZERO) >= 0 ? [{ level: 'warning', code: 'criterion.full-unreachable', path, values }] : []
  })
