import type { AdjustmentClass, AdjustmentSide, Criterion, Effect, Grading, Rule, Ruleset } from '../../model/ruleset.ts'
import { UNIT } from '../../score/columns/core.ts'
import type { Shape } from './spread.ts'

/** A number between −1 and 1 for an uncertain thing by its name. */
export type Swing = (name: string, shape: Shape | undefined) => number
interface Range { most: number; shape?: Shape }

const fourPlaces = (value: number): number => Math.round(value * UNIT) / UNIT
const byShare = (points: number, { most, shape }: Range, swing: Swing, name: string): number => fourPlaces(points * (1 + most * swing(name, shape)))

function ruleAt(rule: Rule, name: string, range: Range, swing: Swing): Rule {
  const { event } = rule
  if (event.type === 'lookup') {
    const by = 1 + range.most * swing(name, range.shape)
    return { ...rule, event: { ...event, params: { ...event.params, rows: event.params.rows.map((row) => ({ ...row, points: fourPlaces(row.points * by) })) } } }
  }
  if (!('points' in event.params)) return rule
  return { ...rule, event: { ...event, params: { ...event.params, points: byShare(event.params.points, range, swing, name) } } as Effect }
}
/** A side of adjustments whose tariffs and rules give more or less. */
export function sideAt(side: AdjustmentSide, name: string, range: Range, swing: Swing): AdjustmentSide {
  const priced = (c: AdjustmentClass): AdjustmentClass => ({ ...c, tariff: c.tariff.map((row) => ({ ...row, points: byShare(row.points, range, swing, `${name}/${c.id}/${row.id}`) })) })
  return { ...side, classes: side.classes.map(priced), ...(side.rules ? { rules: side.rules.map((r) => ruleAt(r, `${name}/${r.id}`, range, swing)) } : {}) }
}

/** Other bounds between grades; those that would cross change places. */
export function gradingAt(grading: Grading, range: Range, swing: Swing): Grading {
  const bands = [...grading.bands].sort((a, b) => (b.from ?? -Infinity) - (a.from ?? -Infinity))
  const ends = new Set([bands.at(-1)?.from, bands[0]?.below])
  const bounds = [...new Set(bands.flatMap((b) => [b.from, b.below]))].filter((v) => v !== undefined && !ends.has(v)).map(Number).sort((a, b) => a - b)
  const [low, high] = [bands.at(-1)?.from ?? -Infinity, bands[0]?.below ?? Infinity]
  const moved = bounds.map((bound) => Math.min(high, Math.max(low, fourPlaces(bound + range.most * swing(`${grading.id}/${bound}`, range.shape))))).sort((a, b) => a - b)
  const at = (bound: number): number => (ends.has(bound) ? bound : (moved[bounds.indexOf(bound)] as number))
  return { ...grading, bands: grading.bands.map((b) => ({ ...b, ...(b.from === undefined ? {} : { from: at(b.from) }), ...(b.below === undefined ? {} : { below: at(b.below) }) })) }
}

type Lookup = Extract<Effect, { type: 'lookup' }>
/** Numbers where one row ends and another begins; where the table itself begins or ends stays, so that no value falls out of it. */
function boundsOf({ params: { rows } }: Lookup): number[] {
  const all = [...new Set(rows.flatMap((row) => [row.from, row.below]))].filter((v) => v !== undefined).map(Number)
  const holds = (v: number): boolean => rows.some((r) => r.equals === undefined && (r.from ?? -Infinity) <= v && v < (r.below ?? Infinity))
  const holdsUnder = (v: number): boolean => rows.some((r) => r.equals === undefined && (r.from ?? -Infinity) < v && v <= (r.below ?? Infinity))
  return all.filter((v) => holds(v) && holdsUnder(v)).sort((a, b) => a - b)
}
/** Has a criterion a lookup with bounds? */
export const looksUp = (criterion: Criterion): boolean => criterion.rules.some(({ event }) => event.type === 'lookup' && boundsOf(event).length > 0)
/** Other bounds between the rows of lookups; a lone bound moves by a share of itself. */
export function lookupsAt(criterion: Criterion, range: Range, swing: Swing): Criterion {
  const lookupAt = (event: Lookup, name: string): Lookup => {
    const bounds = boundsOf(event)
    const gap = (i: number): number => (bounds.length === 1 ? Math.abs(bounds[0] as number) : Math.min((bounds[i] as number) - (bounds[i - 1] ?? -Infinity), (bounds[i + 1] ?? Infinity) - (bounds[i] as number)))
    const moved = new Map(bounds.map((bound, i) => [bound, fourPlaces(bound + range.most * gap(i) * swing(`${name}/${bound}`, range.shape))]))
    return { ...event, params: { ...event.params, rows: event.params.rows.map((row) => ({ ...row, ...(row.from === undefined ? {} : { from: moved.get(row.from) ?? row.from }), ...(row.below === undefined ? {} : { below: moved.get(row.below) ?? row.below }) })) } }
  }
  return { ...criterion, rules: criterion.rules.map((rule) => (rule.event.type === 'lookup' ? { ...rule, event: lookupAt(rule.event, `${criterion.id}/${rule.id}`) } : rule)) }
}

/** A ruleset with other points of adjustments and other bounds between grades; criteria stay. */
export const numbersAt = (ruleset: Ruleset, bonus: AdjustmentSide, deduction: AdjustmentSide, gradings: Ruleset['gradings']): Ruleset => ({ ...ruleset, bonus, deduction, gradings })
