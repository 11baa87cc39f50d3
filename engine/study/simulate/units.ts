import type { Results } from '../../score/columns/results.ts'
import { decimal, rows } from '../../score/columns/sheets.ts'
import { gradesOf, quantile, valuesOf, type Tally } from './tally.ts'
import type { UnitDraws } from './result.ts'
import type { Outcome } from './trial.ts'

const LOW = 0.05
const HIGH = 0.95
/** Each unit as it stands and over the draws. */
export function unitsOf(base: Results, tally: Tally): UnitDraws[] {
  const { grades, rounding, ranking } = base.compiled.ruleset
  return rows(base).map((row, i): UnitDraws => {
    const totals = valuesOf(tally, 'totals', i)
    const ranks = valuesOf(tally, 'ranks', i)
    const counts = gradesOf(tally, grades.length, i)
    const own = row.grade === null ? grades.length : grades.findIndex((g) => g.id === row.grade)
    const share = (count: number): number => count / tally.draws
    return {
      unit: row.unit, name: row.name, category: row.category, pool: row.rank === null ? null : (ranking.pools[base.pool[i] as number]?.id ?? null), state: row.state, total: row.total, grade: row.grade, rank: row.rank, blocked: [...(base.blocked.get(i) ?? [])],
      totals: totals.length ? { low: decimal(quantile(totals, LOW), rounding.places), median: decimal(quantile(totals, 0.5), rounding.places), high: decimal(quantile(totals, HIGH), rounding.places) } : null,
      ranks: ranks.length ? { low: quantile(ranks, LOW), median: quantile(ranks, 0.5), high: quantile(ranks, HIGH) } : null,
      grades: grades.flatMap((g, k) => (counts[k] ? [{ grade: g.id, share: share(counts[k]) }] : [])), without: share(counts[grades.length] ?? 0), changes: share(tally.draws - (counts[own] ?? 0)),
    }
  })
}
/** Does a draw differ from how things stand in any total, grade or rank? */
export function differs({ draws, units, totals, reached, ranks, grades }: Tally, stands: Outcome): boolean {
  for (let d = 0; d < draws; d++) {
    for (let i = 0; i < units; i++) {
      const at = d * units + i
      if (totals[at] !== stands.total[i] || reached[at] !== stands.reached[i] || ranks[at] !== stands.rank[i] || grades[at] !== stands.grade[i]) return true
    }
  }
  return false
}
