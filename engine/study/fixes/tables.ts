import { rulesOf } from '../../check/walk.ts'
import { split } from '../../model/path.ts'
import type { Json } from '../../model/step.ts'
import type { Ruleset } from '../../model/ruleset.ts'
import type { Fix, Mender } from '../fixes.ts'
import { changes, look, set } from './change.ts'

interface Row { from?: number; below?: number }
const rowsAt = (ruleset: Ruleset, path: string): readonly Row[] => {
  const event = rulesOf(ruleset).find((r) => r.path === path)?.rule.event
  return event?.type === 'lookup' ? event.params.rows : []
}
function moved(ruleset: Ruleset, path: string, index: number, key: 'from' | 'below', to: number | undefined, code: string): Fix[] {
  const row = rowsAt(ruleset, path)[index]
  if (!row) return []
  return [{ code: to === undefined ? `${code}-open` : code, values: { from: row[key] ?? null, to: to ?? null }, steps: changes(ruleset, [[[...split(path), 'event', 'params', 'rows', String(index), key], to]]) }]
}

/** Two bounds that stand the wrong way round change places. */
const swap = (low: string, high: string): Mender => (ruleset, { path, values }) => {
  const [from = null, to = null] = [values[low], values[high]]
  return [{ code: 'swap', values: { from, to }, steps: changes(ruleset, [[[...split(path), low], to], [[...split(path), high], from]]) }]
}

/** Lookup tables, bounds the wrong way round, and conditions where none belong. */
export const tableFixes: { readonly [code: string]: Mender } = {
  'lookup.gap': (ruleset, { path, values }) => {
    const [from, below] = [values['from'], values['below']]
    const rows = rowsAt(ruleset, path)
    const [lower, upper] = [rows.findIndex((r) => r.below !== undefined && r.below === from), rows.findIndex((r) => r.from !== undefined && r.from === below)]
    // The highest value must stand inside the last row, whose end is exclusive: that row then has no end.
    const end = typeof below === 'number' && upper >= 0 ? below : undefined
    return [...moved(ruleset, path, lower, 'below', end, 'row-up'), ...moved(ruleset, path, upper, 'from', typeof from === 'number' ? from : undefined, 'row-down')]
  },
  'lookup.overlap': (ruleset, { path, values }) => {
    const [from, below] = [values['from'], values['below']]
    const rows = rowsAt(ruleset, path)
    const upper = rows.findIndex((r) => r.from === from)
    const lower = rows.findIndex((r, i) => i !== upper && (r.below ?? '∞') === below && (r.from ?? -Infinity) <= Number(from))
    return [
      ...(typeof from === 'number' ? moved(ruleset, path, lower, 'below', from, 'row-cut') : []),
      ...(typeof below === 'number' ? moved(ruleset, path, upper, 'from', below, 'row-lift') : []),
    ]
  },
  'lookup.double': (ruleset, { path, values }) => {
    const rows = [...split(path), 'event', 'params', 'rows']
    const list = look(ruleset as unknown as Json, rows) as { equals?: Json }[]
    const last = list.findLastIndex((row) => String(row.equals) === String(values['value']))
    return [{ code: 'no-row', values: { value: values['value'] ?? '' }, steps: changes(ruleset, [[[...rows, String(last)], undefined]]) }]
  },
  'limits.order': swap('min', 'max'),
  'fact.range': swap('min', 'max'),
  'period.order': swap('start', 'end'),
  'condition.pair': (ruleset, { path, values }) => [{ code: 'swap', values: { from: values['low'] ?? null, to: values['high'] ?? null }, steps: set(ruleset, path, 'value', [values['high'] ?? null, values['low'] ?? null]) }],
  'verdict.file-condition': (ruleset, { path }) => [{ code: 'no-condition', values: {}, steps: set(ruleset, path, 'conditions', undefined) }],
  'structure.unknown-property': (ruleset, { path, values }) => [{ code: 'no-property', values: { property: values['property'] ?? '' }, steps: set(ruleset, path, String(values['property']), undefined) }],
  'condition.jsonpath': (ruleset, { path }) => [{ code: 'no-property', values: { property: 'path' }, steps: set(ruleset, path, 'path', undefined) }],
}
