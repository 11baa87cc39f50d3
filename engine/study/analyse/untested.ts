import { under } from '../../model/path.ts'
import { cohortOf } from '../cases.ts'
import type { Finding } from './finding.ts'
import type { World } from './places.ts'
import { tryScore } from './proof.ts'

/** Rules, verdicts and outcomes that act in none of the worked cases. */
export function untested({ ruleset, cases, rules }: World): Finding[] {
  if (!cases) return []
  const acted = new Set<string>()
  // Only the trace tells of rules of the adjustments; the document's clauses decide nothing.
  const trace = rules.some((r) => r.criterion === null)
  const bare = { ...ruleset, clauses: [], bases: [] }
  for (const one of cases.cases) {
    const scored = tryScore(bare, cohortOf(ruleset, cases, one), trace)
    if (!scored) return []
    for (const sheet of scored.sheets) {
      for (const c of sheet.criteria) for (const id of c.fired) acted.add(under(c.path, 'rules', id))
      for (const line of sheet.trace) if (line.stage === 'adjust') acted.add(line.path)
      for (const flag of sheet.flags) if (flag.startsWith('verdict:')) acted.add(under('verdicts', flag.slice(8)))
      for (const outcome of sheet.outcomes) acted.add(under('outcomes', outcome.rule))
    }
  }
  const idle = (path: string, code: string): Finding[] => (acted.has(path) ? [] : [{ level: 'info', code, path, values: {} }])
  return [
    ...rules.filter((r) => r.acts?.length !== 0).flatMap((r) => idle(r.path, 'rule.no-case')),
    ...ruleset.verdicts.filter((v) => v.conditions).flatMap((v) => idle(under('verdicts', v.id), 'verdict.no-case')),
    ...ruleset.outcomes.flatMap((o) => idle(under('outcomes', o.id), 'outcome.no-case')),
  ]
}
