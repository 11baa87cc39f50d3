import { issue, type Issue } from '../model/issue.ts'
import type { Effect, Ruleset } from '../model/ruleset.ts'
import { isNumeric, kindOf, rangeOf } from './kinds.ts'
import { rulesOf } from './walk.ts'

type Lookup = Extract<Effect, { type: 'lookup' }>['params']
type Row = Lookup['rows'][number]

/** Lookup tables: rows are bands that neither overlap nor leave out a value the fact can have, or values each named once. */
export const tables = (ruleset: Ruleset): Issue[] =>
  rulesOf(ruleset).flatMap(({ rule: { event }, path }) => (event.type === 'lookup' ? table(ruleset, event.params, path) : []))

function table(ruleset: Ruleset, { fact: id, rows }: Lookup, path: string): Issue[] {
  const kind = kindOf(ruleset, id)
  if (kind === undefined) return []
  const byValue = rows.filter((r) => r.equals !== undefined)
  const isEmpty = (r: Row): boolean => r.equals === undefined && r.from === undefined && r.below === undefined
  if (rows.some(isEmpty) || (byValue.length > 0 && byValue.length < rows.length) || (byValue.length === 0 && !isNumeric(kind))) return [issue('error', 'lookup.rows', path, { fact: id })]
  return byValue.length ? values(ruleset, id, kind, byValue, path) : bands(ruleset, id, rows, path)
}

const TYPES: { [kind: string]: string } = { boolean: 'boolean', choice: 'string', date: 'string' }
function values(ruleset: Ruleset, id: string, kind: string, rows: readonly Row[], path: string): Issue[] {
  const options = ruleset.facts.find((f) => f.id === id)?.options
  const wrong = rows.find((r) => typeof r.equals !== (TYPES[kind] ?? 'number') || (kind === 'choice' && !options?.some((o) => o.id === r.equals)))
  if (wrong) return [issue('error', 'lookup.value', path, { fact: id, value: String(wrong.equals), kind })]
  const twice = rows.find((r, i) => rows.findIndex((other) => other.equals === r.equals) < i)
  if (twice) return [issue('error', 'lookup.double', path, { fact: id, value: String(twice.equals) })]
  const open = kind === 'choice' ? (options ?? []).filter((o) => !rows.some((r) => r.equals === o.id)) : []
  return open.length ? [issue('warning', 'lookup.open', path, { fact: id, values: open.map((o) => o.label).join(' ') })] : []
}

function bands(ruleset: Ruleset, id: string, rows: readonly Row[], path: string): Issue[] {
  const sorted = [...rows].sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity))
  const { min = -Infinity, max = Infinity } = rangeOf(ruleset, id)
  const at = (level: 'error' | 'warning', code: string, from: number, below: number): Issue[] => [issue(level, code, path, { fact: id, from: from === -Infinity ? '−∞' : from, below: below === Infinity ? '∞' : below })]
  const lowest = sorted[0]?.from ?? -Infinity
  const highest = sorted.at(-1)?.below ?? Infinity
  return [
    ...(min < lowest ? at('warning', 'lookup.gap', min, lowest) : []),
    ...sorted.flatMap((row, i) => {
      const { from = -Infinity, below = Infinity } = row
      if (from >= below) return at('error', 'lookup.empty', from, below)
      const next = sorted[i + 1]?.from ?? -Infinity
      if (i + 1 < sorted.length && next < below) return at('error', 'lookup.overlap', next, below)
      return i + 1 < sorted.length && next > below ? at('warning', 'lookup.gap', below, next) : []
    }),
    // The end of the last band is exclusive, so the highest value must stand below it.
    ...(max >= highest && highest !== Infinity ? at('warning', 'lookup.gap', highest, max) : []),
  ]
}
