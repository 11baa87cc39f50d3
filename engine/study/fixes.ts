import { validate } from '../check/validate.ts'
import { apply } from '../edit/step.ts'
import type { Issue } from '../model/issue.ts'
import type { Ruleset } from '../model/ruleset.ts'
import type { Step } from '../model/step.ts'
import { bandFixes } from './fixes/bands.ts'
import { nameFixes } from './fixes/names.ts'
import { pointFixes } from './fixes/points.ts'
import { tableFixes } from './fixes/tables.ts'

/** A way to mend an issue: what it does (a code with values), and the steps that do it. */
export interface Fix { code: string; values: Issue['values']; steps: Step[] }
/** Finds the ways one kind of issue may be mended; those that do not hold are dropped later. */
export type Mender = (ruleset: Ruleset, found: Issue) => Fix[]

const MENDERS: { readonly [code: string]: Mender } = { ...pointFixes, ...bandFixes, ...tableFixes, ...nameFixes }

const keyOf = ({ code, path, values }: Issue): string => `${code} ${path} ${String(values['id'] ?? values['fact'] ?? values['clause'] ?? values['property'] ?? values['from'] ?? '')}`
/** Is the issue gone after the steps, and is nothing newly wrong? */
function mends(ruleset: Ruleset, found: Issue, known: readonly Issue[], steps: readonly Step[]): boolean {
  const after = validate(apply(ruleset, steps)).issues
  const before = new Set(known.map(keyOf))
  return !after.some((i) => keyOf(i) === keyOf(found)) && !after.some((i) => i.level === 'error' && !before.has(keyOf(i)))
}

/** Ways to mend an issue of `validate`: after any of them the issue is gone and no new error stands. `known` are the present issues. */
export const fixes = (ruleset: Ruleset, found: Issue, known: readonly Issue[] = validate(ruleset).issues): Fix[] =>
  (Object.hasOwn(MENDERS, found.code) ? (MENDERS[found.code] as Mender)(ruleset, found) : []).filter(({ steps }) => steps.length > 0 && mends(ruleset, found, known, steps))
