import { score, type Cohort, type PastResult, type Ruleset, type Unit } from '../../../engine/index.ts'
import type { Seeded } from './seeded.ts'

const RANKED = ['counties', 'government', 'stationed']
const gradeOf = (total: number): string => (total >= 90 ? 'excellent' : total >= 80 ? 'good' : total >= 60 ? 'qualified' : 'unqualified')

/** Made-up results of the two years before; a merged unit has those of its predecessors instead. */
export function historyOf(random: Seeded, units: readonly Unit[], quality: ReadonlyMap<string, number>, year: number): Cohort['history'] {
  return [year - 1, year - 2].map((past) => {
    const results = units.flatMap((unit): PastResult[] => {
      const total = Math.round(Math.min(99, 50 + (quality.get(unit.id) ?? 0.5) * 46 + (random.next() - 0.5) * 8) * 100) / 100
      return unit.predecessors ? unit.predecessors.map((id, i) => result(id, 91 + i)) : [result(unit.id, total)]
    })
    for (const category of RANKED) {
      const ids = new Set(units.filter((u) => u.category === category).map((u) => u.id))
      results.filter((r) => ids.has(r.unit)).sort((a, b) => Number(b.total) - Number(a.total)).forEach((r, i) => { r.rank = i + 1 })
    }
    return { year: past, results }
  })
}
const result = (unit: string, total: number): PastResult => ({ unit, total: total.toFixed(2), grade: gradeOf(total), state: 'approved' })

/** The year before, with its rules and its data. */
export interface Last { ruleset: Ruleset; cohort: Cohort }
/** The results of the year before, scored, as if approved. */
export const resultsOf = ({ ruleset, cohort }: Last): Cohort['history'][number] => ({
  year: cohort.year,
  results: score(ruleset, cohort, { trace: false }).sheets.flatMap((s): PastResult[] => (s.total === null || s.grade === null ? [] : [{
    unit: s.unit, total: s.total, grade: s.grade, ...(s.rank === null ? {} : { rank: s.rank }), state: 'approved', ...(s.flags.some((f) => f.startsWith('verdict:')) ? { vetoed: true } : {}),
  }])),
})
