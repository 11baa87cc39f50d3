import type { Ruleset } from '../model/ruleset.ts'
import type { Json } from '../model/step.ts'
import { later } from './newYear.ts'

/** Parts of a ruleset whose values may be days that decide something. */
const DATED = ['derived', 'conditions', 'indicators', 'bonus', 'deduction', 'verdicts', 'gradings', 'ranking', 'outcomes'] as const
const DAY = /^\d{4}-\d{2}-\d{2}$/
const DAYS = new Set(['value', 'from', 'to'])

/** A value with its days and years of retirement moved; what holds none stays the same object. */
function moved(node: Json, key: string, years: number): Json {
  if (typeof node === 'string') return DAYS.has(key) && DAY.test(node) ? later(node, years) : node
  if (Array.isArray(node)) {
    const list = node.map((item) => moved(item, key, years))
    return list.every((item, i) => item === node[i]) ? node : list
  }
  if (typeof node !== 'object' || node === null) return node
  const entries = Object.entries(node).map(([name, value]): [string, Json] => [name, key === 'retired' && name === 'year' ? Number(value) + years : moved(value, name, years)])
  return entries.every(([name, value]) => value === node[name]) ? node : Object.fromEntries(entries)
}
const shifted = <T>(part: T, years: number): T => moved(part as Json, '', years) as T

/** The same rules as they would stand in another year, to be tried on its data: year, period, days and years of retirement moved alike. */
export function inYear(ruleset: Ruleset, year: number): Ruleset {
  const years = year - ruleset.year
  if (years === 0) return ruleset
  const { period } = ruleset
  const parts = Object.fromEntries(DATED.map((part) => [part, shifted(ruleset[part], years)]))
  const history = ruleset.history.map((rule) => (rule.type === 'regression' && rule.incomparable ? { ...rule, incomparable: rule.incomparable.map((y) => y + years) } : rule))
  return { ...ruleset, ...parts, history, year, period: { ...period, start: later(period.start, years), end: later(period.end, years) } }
}
