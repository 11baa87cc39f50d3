import type { Issue } from '../model/issue.ts'
import type { Ruleset } from '../model/ruleset.ts'
import { assumptions } from './assumptions.ts'
import { bands } from './bands.ts'
import { conditions } from './conditions.ts'
import { references } from './references.ts'
import { decimals, rulesetStructure } from './structure.ts'
import { totals } from './totals.ts'

/** Checks a ruleset: shape, then ids, conditions, sums, bands, and what is only assumed. `ruleset` is there when it has the shape. */
export function validate(input: unknown): { ruleset?: Ruleset; issues: Issue[] } {
  const structure = rulesetStructure(input)
  const places = decimals(input)
  if (structure.length) return { issues: [...structure, ...places] }
  const ruleset = input as Ruleset
  return { ruleset, issues: [...places, ...references(ruleset), ...conditions(ruleset), ...totals(ruleset), ...bands(ruleset), ...assumptions(ruleset)] }
}
