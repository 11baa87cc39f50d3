import { at, coverage as rowsOf, type CoverageRow, type Issue, type Ruleset } from '../../engine/index.ts'
import { readRuleset } from './files.ts'
import type { Reply, Surroundings } from './reply.ts'
import { words } from './say.ts'
import { table } from './table.ts'

const SHOWN = 3
const nameAt = (ruleset: Ruleset, path: string): string => {
  const node = at(ruleset, path)
  const label = typeof node === 'object' && node !== null && !Array.isArray(node) ? (node['label'] ?? node['title'] ?? node['term']) : null
  return typeof label === 'string' ? label : path
}
const isOpen = (row: CoverageRow): boolean => row.honouredBy.length === 0 && row.textOnly === null
const issueOf = (row: CoverageRow): Issue => {
  const code = row.listed ? 'clause.open' : 'clause.unlisted'
  return { level: 'warning', code, path: `clauses/${row.clause}`, values: { clause: row.clause, summary: row.summary }, message: `${code}: ${row.clause}` }
}

/** `coverage RULESET`: each clause of the document and what honours it, or why it is text only. */
export async function coverage([name = '']: string[], { lang, rulesets }: Surroundings): Promise<Reply> {
  const { value: ruleset } = await readRuleset(name, rulesets)
  const rows = rowsOf(ruleset)
  const say = words(lang)
  const honoured = (row: CoverageRow): string => {
    if (row.honouredBy.length === 0) return row.textOnly === null ? say('coverage.nothing') : say('coverage.text-only', { reason: row.textOnly })
    const names = [...new Set(row.honouredBy.map((path) => nameAt(ruleset, path)))]
    const more = names.length > SHOWN ? say('coverage.more', { count: names.length - SHOWN }) : ''
    return names.slice(0, SHOWN).join(say('separator')) + more + (row.open ? say('coverage.assumed', { count: row.open }) : '')
  }
  const columns = ['clause', 'summary', 'honoured'].map((column) => ({ title: say(`column.${column}`) }))
  const sum = say('coverage.sum', {
    clauses: rows.length, honoured: rows.filter((row) => row.honouredBy.length > 0).length, textOnly: rows.filter((row) => row.honouredBy.length === 0 && row.textOnly !== null).length, open: rows.filter(isOpen).length,
  })
  return {
    data: { clauses: rows, issues: rows.filter((row) => isOpen(row) || !row.listed).map(issueOf) },
    text: `${table(columns, rows.map((row) => [row.clause, row.summary, honoured(row)]))}\n\n${sum}`,
  }
}
