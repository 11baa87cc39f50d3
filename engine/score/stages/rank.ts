import { byMerit, groups, ordered } from '../order.ts'
import { note, readiness, type Stage, type Work } from '../work.ts'

/** Stage 10: places within each pool; units of no pool keep rank null. */
export const rank: Stage = (pass) => {
  const { method, pools, source } = pass.plan.ruleset.ranking
  const compare = byMerit(pass)
  for (const pool of pools) {
    const question = pass.plan.question.get(`pool:${pool.id}`)
    const belongs = (w: Work): boolean =>
      pool.categories.includes(w.unit.category) && (!question || (readiness(w, question.names) === 'given' && w.holds.has(question.key)))
    const inPool = ordered(pass.works).filter((w) => w.pool === null && belongs(w))
    for (const work of inPool) work.pool = pool.id
    let place = 1
    for (const group of groups(inPool, compare)) {
      for (const work of group) {
        work.rank = place
        if (group.length > 1) work.flags.add('tied')
        note(pass, work, 'rank', method, `ranking/pools/${pool.id}`, { of: inPool.length, equals: group.length, total: work.rounded }, String(place), { clause: pool.source.clause ?? source.clause })
      }
      place += method === 'dense' ? 1 : group.length
    }
  }
}
