import { issue, type Issue } from '../../../model/issue.ts'
import { flag, FLAGS } from '../../../score/columns/compile.ts'
import { decimal } from '../../../score/columns/sheets.ts'
import { power } from '../../../score/columns/decimal-number.ts'
import { BLOCKED, SCORED, raised, type Results } from '../../../score/columns/results.ts'
import type { Bar } from './bars.ts'

/** What keeps a unit from a grade as it is scored: what is missing, verdicts, a total too low, gates and caps that cost it points, places taken, requirements. */
export function obstacles(results: Results, at: number, bar: Bar): Issue[] {
  const { ruleset } = results.compiled
  const grade = results.grade[at] as number
  if (results.state[at] !== BLOCKED && grade >= 0 && grade <= bar.level) return []
  const found: Issue[] = []
  const tell = (code: string, path: string, values: Issue['values'] = {}): void => void found.push(issue('info', code, path, values))
  for (const path of results.blocked.get(at) ?? []) tell('way.missing', path)
  ruleset.verdicts.forEach((v, k) => {
    if (raised(results, at, FLAGS.length + k) && bar.verdicts.includes(k)) tell('way.verdict', `verdicts/${v.id}`, { verdict: v.label })
  })
  if (results.state[at] !== SCORED) return found
  const { places } = ruleset.rounding
  const total = (results.total[at] as number) * power(4 - places)
  const wanted = ruleset.grades[bar.level]?.label ?? ''
  if (total < bar.total) {
    tell('way.total', 'gradings', { total: decimal(results.total[at] as number, places), needed: Number.isFinite(bar.total) ? decimal(Math.ceil(bar.total / power(4 - places)), places) : null, grade: wanted })
    if (raised(results, at, flag('gate-shut:bonus'))) tell('way.gate', 'bonus/gate', { points: ruleset.bonus.gate?.points ?? null })
    if (raised(results, at, flag('capped:bonus'))) tell('way.cap', 'bonus/cap', { points: ruleset.bonus.cap?.points ?? null })
    if (raised(results, at, flag('quota'))) tell('way.quota', 'gradings', { grade: wanted })
    return found
  }
  if (raised(results, at, flag('quota'))) tell('way.quota', 'gradings', { grade: wanted })
  else if (!found.length) tell('way.requirement', 'gradings', { grade: wanted })
  return found
}
