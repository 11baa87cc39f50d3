import { nearText, spreadText } from '../../../engine/index.ts'
import { DEFAULTS, type Settings } from './settings.ts'

/** How the ruleset and the data are named on the command line: by scheme and year, or as files that must be saved first. */
export interface Named { ruleset: string; cohort: string }
/** A word as a shell takes it. */
const quoted = (text: string): string => (/^[\w./,%=:@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`)

/** The command that gives the same simulation, with further options at its end. */
export function commandOf({ ruleset, cohort }: Named, { draws, seed, spread, near }: Settings, more: readonly string[] = []): string {
  const limits = nearText(near) === nearText(DEFAULTS.near) ? [] : ['--near', nearText(near)]
  return ['fadu', 'simulate', ruleset, cohort, '--draws', String(draws), '--seed', String(seed), '--spread', spreadText(spread), ...limits, ...more].map(quoted).join(' ')
}
