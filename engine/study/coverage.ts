import { under } from '../model/path.ts'
import type { Ruleset } from '../model/ruleset.ts'

export interface CoverageRow {
  clause: string
  summary: string
  /** What cites the clause. */
  honouredBy: string[]
  /** Why nothing computes it. */
  textOnly: string | null
  /** Of what cites it, how many values are only assumed. */
  open: number
  listed: boolean
}

/** Each clause of the source document with what honours it; clauses that are cited but not listed come last. */
export function coverage(ruleset: Ruleset): CoverageRow[] {
  const rows = new Map<string, CoverageRow>(ruleset.clauses.map((c) => [c.id, { clause: c.id, summary: c.summary, honouredBy: [], textOnly: c.textOnly ?? null, open: 0, listed: true }]))
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return
    const source = (node as { source?: { clause?: string; basis?: string } }).source
    if (source?.clause !== undefined) {
      const row = rows.get(source.clause) ?? { clause: source.clause, summary: '', honouredBy: [], textOnly: null, open: 0, listed: false }
      rows.set(source.clause, row)
      row.honouredBy.push(path)
      if (source.basis === 'assumed') row.open++
    }
    for (const [key, item] of Object.entries(node)) {
      if (key !== 'source') walk(item, under(path, Array.isArray(node) && typeof item === 'object' && item !== null && 'id' in item ? String((item as { id: unknown }).id) : key))
    }
  }
  for (const [key, item] of Object.entries(ruleset)) if (key !== 'clauses') walk(item, key)
  return [...rows.values()]
}
