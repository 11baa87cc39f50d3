import { followSums, under, type Indicator, type Json, type Ruleset, type Step } from '../../../engine/index.ts'
import { readNumber } from '../ui/read-number.ts'
import { plainOf, type Row } from './rows.ts'

/** A text for the cell of a row and a method. */
export interface Entry { row: Row; method: string; text: string }
export type Reason = 'invalid' | 'negative' | 'several'
/** A text that no cell can take, kept in its place until it is mended. */
export interface Kept { path: string; method: string; text: string; reason: Reason }
/** What became of the entries: steps for what fits, texts that wait, places that wait no longer, and how many were not for writing. */
export interface Entered { steps: Step[]; kept: Kept[]; settled: { path: string; method: string }[]; skipped: number }

function everyId(ruleset: Ruleset): Set<string> {
  const ids = new Set<string>()
  const visit = (node: Indicator): void => {
    for (const one of node.criteria ?? []) ids.add(one.id)
    node.children?.forEach(visit)
  }
  ruleset.indicators.forEach(visit)
  return ids
}
function freshId(node: Indicator, method: string, taken: Set<string>): string {
  const stem = `${node.id}-${method}`.slice(0, 56)
  let id = stem
  for (let n = 2; taken.has(id); n++) id = `${stem}-${n}`
  taken.add(id)
  return id
}

/** Texts put into cells: numbers become points (a new criterion where there was none), the rest is told. */
export function enter(ruleset: Ruleset, entries: readonly Entry[]): Entered {
  const steps: Step[] = []
  const done: Entered = { steps: [], kept: [], settled: [], skipped: 0 }
  const fresh = new Map<string, Json[]>()
  let taken: Set<string> | null = null
  for (const { row, method, text } of entries) {
    const cell = row.cells.get(method)
    const place = { path: row.path, method }
    if (!row.leaf || row.retired) {
      if (text.trim() !== '' && text.trim() !== plainOf(cell)) done.skipped += 1
      continue
    }
    const read = readNumber(text)
    const [one, another] = cell?.criteria ?? []
    if (text.trim() === plainOf(cell)) done.settled.push(place)
    else if (read.problem) done.kept.push({ ...place, text, reason: read.problem })
    else if (another) done.kept.push({ ...place, text, reason: 'several' })
    else {
      done.settled.push(place)
      if (one && one.points !== read.value) steps.push({ type: 'set', path: under(row.path, 'criteria', one.id), key: 'points', from: one.points, to: read.value })
      if (!one && read.value !== 0) {
        taken ??= everyId(ruleset)
        const value = { id: freshId(row.node, method, taken), label: row.label, method, points: read.value, start: 'full', rules: [], source: { ...(row.node.source.clause ? { clause: row.node.source.clause } : {}), basis: 'assumed' } }
        if (row.node.criteria) steps.push({ type: 'insert', path: under(row.path, 'criteria'), value, before: null })
        else fresh.set(row.path, [...(fresh.get(row.path) ?? []), value])
      }
    }
  }
  for (const [path, to] of fresh) steps.push({ type: 'set', path, key: 'criteria', to })
  return { ...done, steps: steps.length ? followSums(ruleset, steps) : [] }
}
