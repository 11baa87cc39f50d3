import { parse } from '../check/parse.ts'
import { validate } from '../check/validate.ts'
import { diff } from '../edit/diff.ts'
import type { Issue } from '../model/issue.ts'
import type { Ruleset } from '../model/ruleset.ts'
import type { Step } from '../model/step.ts'

/** What an edited JSON text comes to: the steps from the document it was made of, null when it cannot be a ruleset; and what is wrong in it. */
export interface TextReading { steps: Step[] | null; issues: Issue[] }

const nameOf = (issue: Issue): string => `${issue.code} ${issue.path} ${String(issue.values['property'] ?? '')}`
/** Without these a document has no single meaning by paths. */
const AMBIGUOUS = new Set(['id.double'])

/** Reads a JSON text as the next state of a document. Faults of shape stand in the way, but for those the document had before. */
export function readText(text: string, base: Ruleset): TextReading {
  const read = parse(text)
  if (read.issues.length) return { steps: null, issues: read.issues }
  const { ruleset, issues } = validate(read.value)
  const grave = ruleset ? issues.filter((i) => AMBIGUOUS.has(i.code)) : issues
  if (grave.length) {
    const before = new Set(validate(base).issues.map(nameOf))
    const isDocument = typeof read.value === 'object' && read.value !== null && !Array.isArray(read.value)
    if (!isDocument || grave.some((i) => !before.has(nameOf(i)))) return { steps: null, issues }
  }
  return { steps: diff(base, read.value), issues }
}
