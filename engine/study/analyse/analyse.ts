import type { Ruleset } from '../../model/ruleset.ts'
import { dead } from './dead.ts'
import type { Finding } from './finding.ts'
import { layOut, type AnalyseOptions, type World } from './places.ts'
import { unused } from './unused.ts'

const CHECKS: readonly ((world: World) => Finding[])[] = [dead, unused]
const WEIGHT = { error: 0, warning: 1, info: 2 }

/** Faults of the rules themselves by exact reasoning over what facts can be, worst first; no data are needed, and no record is sampled. */
export function analyse(ruleset: Ruleset, options: AnalyseOptions = {}): Finding[] {
  const world = layOut(ruleset, options)
  return CHECKS.flatMap((check) => check(world)).sort((a, b) => WEIGHT[a.level] - WEIGHT[b.level])
}
