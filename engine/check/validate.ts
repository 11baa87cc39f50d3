import type { Issue } from '../model/issue.ts'
import type { Ruleset } from '../model/ruleset.ts'
import { assumptions } from './assumptions.ts'
import { bands } from './bands.ts'
import { circles } from './circles.ts'
import { conditions } from './conditions.ts'
import { effects } from './effects.ts'
import { kinds } from './kinds.ts'
import { references } from './references.ts'
import { settings } from './settings.ts'
import { rulesetStructure } from './structure.ts'
import { tables } from './tables.ts'
import { totals } from './totals.ts'
import { values } from './values.ts'

const CHECKS = [references, circles, kinds, conditions, effects, settings, totals, bands, tables, assumptions] as const

/** Checks a ruleset: shape, then ids, conditions, sums, bands, and what is only assumed. `ruleset` is there when it has the shape. */
export function validate(input: unknown): { ruleset?: Ruleset; issues: Issue[] } {
  const structure = rulesetStructure(input)
  if (structure.some((i) => i.code === 'structure.too-deep')) return { issues: structure }
  const written = values(input)
  if (structure.length || written.some((i) => i.code === 'number.none')) return { issues: [...structure, ...written] }
  const ruleset = input as Ruleset
  return { ruleset, issues: [...written, ...CHECKS.flatMap((check) => check(ruleset))] }
}
