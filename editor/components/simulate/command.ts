import { nearText, spreadText, type GroupBy } from '../../../engine/index.ts'
import { DEFAULTS, type Settings } from './settings.ts'

/** How the ruleset and the data are named on the command line: by scheme and year, or as files that must be saved first. */
export interface Named { ruleset: string; cohort: string }
/** A word as a shell takes it. */
const quoted = (text: string): string => (/^[\w./,%=:@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`)

/** What of sensitivity a link asks: by which groups, and how many rows of the design. */
export const GROUPS = ['indicator', 'component', 'criterion'] as const satisfies GroupBy[]
export const SAMPLES = [64, 256, 1024]
export const sensitivityOf = (query: (name: string) => string): { groups: GroupBy; samples: number } =>
  ({ groups: GROUPS.find((one) => one === query('by')) ?? 'indicator', samples: SAMPLES.find((n) => String(n) === query('samples')) ?? 256 })
/** The same for the command line. */
export const sensitivityFlags = (query: (name: string) => string): string[] => (({ groups, samples }) => ['--samples', String(samples), '--groups', groups, '--leave-out'])(sensitivityOf(query))

/** The command that gives the same simulation, with further options at its end. */
export function commandOf({ ruleset, cohort }: Named, { draws, seed, spread, near }: Settings, more: readonly string[] = []): string {
  const limits = nearText(near) === nearText(DEFAULTS.near) ? [] : ['--near', nearText(near)]
  return ['fadu', 'simulate', ruleset, cohort, '--draws', String(draws), '--seed', String(seed), '--spread', spreadText(spread), ...limits, ...more].map(quoted).join(' ')
}
