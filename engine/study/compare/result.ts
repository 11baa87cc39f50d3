import type { Sheet } from '../../model/sheet.ts'
import { FLAGS } from '../../score/columns/compile.ts'
import { BLOCKED, SCORED, STOPPED, raised, type Results } from '../../score/columns/results.ts'
import { decimal } from '../../score/columns/sheets.ts'

/** What a unit comes to under one ruleset; the total is a decimal string, ids are those of its own ruleset. */
export interface UnitResult { state: Sheet['state']; total: string | null; grade: string | null; rank: number | null; pool: string | null; outcomes: string[] }

const STATES = { [SCORED]: 'scored', [BLOCKED]: 'blocked', [STOPPED]: 'stopped' } as const

/** One unit's result, read off evaluated columns. */
export function resultAt(results: Results, at: number): UnitResult {
  const { ruleset } = results.compiled
  const scored = results.state[at] === SCORED
  return {
    state: STATES[results.state[at] as keyof typeof STATES],
    total: scored ? decimal(results.total[at] as number, ruleset.rounding.places) : null,
    grade: results.state[at] === BLOCKED ? null : (ruleset.grades[results.grade[at] as number]?.id ?? null),
    rank: scored && results.rank[at] !== 0 ? (results.rank[at] as number) : null,
    pool: scored ? (ruleset.ranking.pools[results.pool[at] as number]?.id ?? null) : null,
    outcomes: ruleset.outcomes.filter((_, k) => results.outcomes[k * results.size + at] === 1).map((o) => o.id),
  }
}
/** Why a unit has no total: paths of what is missing, or of the verdicts that stop it; none where it has one. */
export function lacksAt(results: Results, at: number): string[] {
  const { ruleset } = results.compiled
  if (results.state[at] === BLOCKED) return [...(results.blocked.get(at) ?? [])]
  if (results.state[at] !== STOPPED) return []
  return ruleset.verdicts.flatMap((v, k) => (v.effect.type === 'stop' && raised(results, at, FLAGS.length + k) ? [`verdicts/${v.id}`] : []))
}
