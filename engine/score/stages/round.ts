import { round as rounded } from '../../model/decimal.ts'
import { note, type Stage } from '../work.ts'

/** Stage 8: the total at the declared places and mode; grades, ranks and ties use this. */
export const round: Stage = (pass) => {
  const { places, mode, source } = pass.plan.ruleset.rounding
  for (const work of pass.works) {
    if (work.total === null) continue
    work.rounded = rounded(work.total, places, mode)
    note(pass, work, 'round', mode, 'rounding', { before: work.total, places }, work.rounded, { clause: source.clause })
  }
}
