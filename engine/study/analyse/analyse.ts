import type { Ruleset } from '../../model/ruleset.ts'
import { applicable } from './applicable.ts'
import { caps } from './caps.ts'
import { dead } from './dead.ts'
import { events } from './events.ts'
import type { Finding } from './finding.ts'
import { grades } from './grades.ts'
import { incentives } from './incentives.ts'
import { layOut, type AnalyseOptions, type World } from './places.ts'
import { loopholes } from './loophole.ts'
import { points } from './points.ts'
import { quotas } from './quotas.ts'
import { tables } from './tables.ts'
import { together } from './together.ts'
import { scoredTwice } from './twice.ts'
import { untested } from './untested.ts'
import { unused } from './unused.ts'

const CHECKS: readonly ((world: World) => Finding[])[] = [dead, tables, grades, applicable, points, together, caps, scoredTwice, events, quotas, loopholes, unused, incentives, untested]
const WEIGHT = { error: 0, warning: 1, info: 2 }

/** Faults of the rules themselves by exact reasoning over what facts can be, worst first; no data are needed, and no record is sampled. */
export function analyse(ruleset: Ruleset, options: AnalyseOptions = {}): Finding[] {
  const world = layOut(ruleset, options)
  return CHECKS.flatMap((check) => check(world)).sort((a, b) => WEIGHT[a.level] - WEIGHT[b.level])
}
