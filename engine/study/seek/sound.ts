import { bands } from '../../check/bands.ts'
import { effects } from '../../check/effects.ts'
import { totals } from '../../check/totals.ts'
import type { Issue } from '../../model/issue.ts'
import type { Ruleset } from '../../model/ruleset.ts'

const keyOf = ({ code, path, values }: Issue): string => (code.startsWith('bands.') || code.startsWith('totals.') ? `${code} ${path}` : `${code} ${path} ${JSON.stringify(values)}`)
const errorsOf = (ruleset: Ruleset): Issue[] => [...bands(ruleset), ...totals(ruleset), ...effects(ruleset)].filter((found) => found.level === 'error')

/** Tells whether a ruleset with other bands, quotas and points has no error that the first had not. */
export function soundness(ruleset: Ruleset): (changed: Ruleset) => boolean {
  const known = new Set(errorsOf(ruleset).map(keyOf))
  return (changed) => errorsOf(changed).every((found) => known.has(keyOf(found)))
}
