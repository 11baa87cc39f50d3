import type { Ruleset } from '../model/ruleset.ts'
import type { Clause } from './clauses.ts'
import { coverage } from './coverage.ts'

/** A source document as it was loaded once; `sha256` names the version. */
export interface SourceVersion { sha256: string; clauses: readonly Clause[] }
/** Somebody looked at an object beside one clause of one version, and found it right. */
export interface SourceCheck { path: string; clause: string; sha256: string }
/** An object whose clause reads differently now; null where the clause is not in that version. */
export interface MovedGround { path: string; clause: string; before: string | null; after: string | null }

/** The text without what says nothing: spaces, and the width of brackets and digits. */
const folded = (text: string | null): string | null => (text === null ? null : text.normalize('NFKC').replace(/\s/g, ''))

/**
 * Objects whose clause reads differently in the last version than when they were last checked against it
 * (or than in the first version). Versions in the order they were loaded; a later check counts over an earlier one.
 */
export function movedGround(ruleset: Ruleset, versions: readonly SourceVersion[], checks: readonly SourceCheck[]): MovedGround[] {
  const texts = new Map(versions.map((v) => [v.sha256, new Map(v.clauses.map((c) => [c.id, c.text]))]))
  const last = versions.at(-1)
  const first = versions[0]
  if (!last || !first) return []
  const checked = new Map(checks.filter((c) => texts.has(c.sha256)).map((c) => [`${c.path} ${c.clause}`, c.sha256]))
  return coverage(ruleset).flatMap(({ clause, honouredBy }) => honouredBy.flatMap((path) => {
    const before = texts.get(checked.get(`${path} ${clause}`) ?? first.sha256)?.get(clause) ?? null
    const after = texts.get(last.sha256)?.get(clause) ?? null
    return folded(before) === folded(after) ? [] : [{ path, clause, before, after }]
  }))
}
