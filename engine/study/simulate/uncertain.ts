import type { Cohort, Record as Facts } from '../../model/record.ts'
import type { Criterion, Ruleset } from '../../model/ruleset.ts'
import type { Compiled } from '../../score/columns/compile.ts'
import { UNIT } from '../../score/columns/core.ts'
import { weightsOf } from '../../score/columns/weights.ts'
import { asked, boundsOf, reassessed, surveyed, surveysOf } from './answers.ts'
import { balance, type Group } from './balance.ts'
import { keyOf, start, swing } from './chance.ts'
import { gradingAt, lookupsAt, looksUp, numbersAt, sideAt, type Swing } from './numbers.ts'
import type { Spread } from './spread.ts'

/** Uncertain things that sensitivity takes together: points under an indicator, in a component or of one criterion; adjustments; bounds; facts. */
export type GroupBy = 'indicator' | 'component' | 'criterion'
export type GroupKind = GroupBy | 'bonus' | 'deduction' | 'grades' | 'lookups' | 'surveys' | 'assessors'
export interface InputGroup { kind: GroupKind; id: string; label: string | null }

/** One possible state of what is uncertain: points of criteria in ten-thousandths, points of components where they follow, and what else differs; null = as it is. */
export interface Setting {
  weights: Float64Array
  /** The same before hands moved any. */
  drawn: Float64Array
  fulls: Float64Array | null
  numbers: { ruleset: Ruleset; criteria: readonly Criterion[] } | null
  records: readonly Facts[] | null
}
/** What is uncertain of a ruleset and a cohort. */
export interface Uncertain {
  groups: readonly InputGroup[]
  base: Setting
  /** The setting of a draw; each group takes its numbers from a draw of its own. */
  at(draw: (group: number) => number): Setting
}
/** Points by id of the criterion that stand in all draws in the place of the ruleset's: each draw's own moves in proportion, the others stay. */
export type Weights = { readonly [criterion: string]: number }

const topOf = (compiled: Compiled, branch: number): number => ((parent) => (parent < 0 ? branch : topOf(compiled, parent)))(compiled.branches[branch]?.parent ?? -1)
function pointGroups(compiled: Compiled, by: GroupBy): { groups: InputGroup[]; of: number[] } {
  const groups: InputGroup[] = []
  const of = compiled.places.map((place) => {
    const { ruleset, branches } = compiled
    const thing = by === 'criterion' ? place.criterion : by === 'component' ? ruleset.components[place.component] : branches[topOf(compiled, place.branch)]?.indicator
    const found = groups.findIndex((g) => g.id === thing?.id)
    return found >= 0 ? found : groups.push({ kind: by, id: thing?.id ?? '', label: thing?.label ?? null }) - 1
  })
  return { groups, of }
}
/** Criteria whose points keep their sum together; those outside the maximum move alone. */
function sums(compiled: Compiled, keep: 'component' | 'total' | 'none'): { together: Group[]; alone: Group } {
  const inside = compiled.places.flatMap((place, k) => (place.criterion.extra ? [] : [k]))
  const alone = compiled.places.flatMap((place, k) => (place.criterion.extra || keep === 'none' ? [k] : []))
  const parts = compiled.components.map((_, c) => inside.filter((k) => compiled.places[k]?.component === c))
  return { together: keep === 'none' ? [] : keep === 'total' ? [inside] : parts, alone }
}
/** What a criterion's points become when a hand has moved them. */
export const moved = (weight: number, from: number, to: number): number => (from === 0 ? to : Math.round((weight * to) / from))

/** What a spread leaves open. Throws RangeError for a criterion that `weights` names and the ruleset lacks. */
export function uncertain(compiled: Compiled, cohort: Cohort, spread: Spread, seed: number, by: GroupBy, weights: Weights): Uncertain {
  const { ruleset, places } = compiled
  const own = weightsOf(compiled)
  const hands = Object.entries(weights).map(([id, points]) => {
    const at = places.findIndex((p) => p.criterion.id === id)
    if (at < 0 || !(points >= 0 && points <= 100_000)) throw new RangeError(`no points of a criterion: ${id} ${points}`)
    return { at, to: Math.round(points * UNIT) }
  })
  const { points, adjustments, grades, lookups, surveys, assessors } = spread
  const { groups: ownGroups, of } = points ? pointGroups(compiled, by) : { groups: [], of: [] }
  const groups: InputGroup[] = [...ownGroups]
  const group = (kind: GroupKind, there: boolean): number => (there ? groups.push({ kind, id: kind, label: null }) - 1 : -1)
  const priced = (side: 'bonus' | 'deduction'): boolean => adjustments !== undefined && (ruleset[side].classes.length > 0 || (ruleset[side].rules ?? []).length > 0)
  const bonus = group('bonus', priced('bonus'))
  const deduction = group('deduction', priced('deduction'))
  const bounds = group('grades', grades !== undefined && ruleset.gradings.some((g) => g.bands.length > 1))
  const rows = group('lookups', lookups !== undefined && places.some((p) => looksUp(p.criterion)))
  const polls = surveysOf(ruleset)
  const poll = group('surveys', surveys === true && asked(cohort, polls))
  const criteria = places.map((p) => p.criterion)
  const ranges = boundsOf(ruleset, criteria)
  const judged = group('assessors', assessors !== undefined && ranges.size > 0 && cohort.records.some((r) => r.judgements?.some((j) => ranges.has(`${j.criterion}/${j.rule}`))))

  const keys = places.map((p) => keyOf(`points/${p.criterion.id}`))
  const most = own.map((p) => (points ? Math.min(p, Math.floor(points.by === 'share' ? p * points.most : points.most * UNIT)) : 0))
  const { together, alone } = sums(compiled, points?.keep ?? 'component')
  const drawn = new Float64Array(places.length)
  const away = new Float64Array(places.length)
  const weigh = (draw: (group: number) => number): Float64Array => {
    const made = own.slice()
    if (points) {
      for (let k = 0; k < places.length; k++) drawn[k] = swing(start(seed, keys[k] as number, draw(of[k] as number)), points.shape)
      for (const k of alone) away[k] = Math.round((most[k] as number) * (drawn[k] as number))
      for (const g of together) balance(g, most, drawn, away)
      for (let k = 0; k < places.length; k++) made[k] = (made[k] as number) + (away[k] as number)
    }
    return made
  }
  const handled = (made: Float64Array): Float64Array => {
    if (hands.length === 0) return made
    const weights = made.slice()
    for (const { at, to } of hands) weights[at] = moved(made[at] as number, own[at] as number, to)
    return weights
  }
  const fullsOf = (made: Float64Array): Float64Array | null => {
    if (points?.keep !== 'total') return null
    const fulls = Float64Array.from(compiled.components, (c) => c.full)
    for (let k = 0; k < places.length; k++) if (!places[k]?.criterion.extra) fulls[places[k]?.component ?? 0] = (fulls[places[k]?.component ?? 0] as number) + (made[k] as number) - (own[k] as number)
    return fulls
  }
  const swings = (kind: string, draw: number): Swing => (name, shape) => swing(start(seed, keyOf(`${kind}/${name}`), draw), shape)
  const numbers = (draw: (group: number) => number): Setting['numbers'] => {
    if (bonus < 0 && deduction < 0 && bounds < 0 && rows < 0) return null
    const side = (name: 'bonus' | 'deduction', g: number) => (g < 0 || !adjustments ? ruleset[name] : sideAt(ruleset[name], name, adjustments, swings('adjustments', draw(g))))
    const gradings = bounds < 0 || !grades ? ruleset.gradings : ruleset.gradings.map((g) => gradingAt(g, grades, swings('grades', draw(bounds))))
    const looked = rows < 0 || !lookups ? criteria : criteria.map((c) => (looksUp(c) ? lookupsAt(c, lookups, swings('lookups', draw(rows))) : c))
    return { ruleset: numbersAt(ruleset, side('bonus', bonus), side('deduction', deduction), gradings), criteria: looked }
  }
  const records = (draw: (group: number) => number): Setting['records'] => {
    if (poll < 0 && judged < 0) return null
    const startOf = (name: string): number => start(seed, keyOf(`surveys/${name}`), draw(poll))
    const swingOf = swings('assessors', judged < 0 ? 0 : draw(judged))
    return cohort.records.map((record) => {
      const asking = poll < 0 ? record : surveyed(record, polls, startOf)
      return judged < 0 || !assessors ? asking : reassessed(asking, ranges, assessors.most, assessors.shape, swingOf)
    })
  }
  const setting = (made: Float64Array, rest: Pick<Setting, 'numbers' | 'records'>): Setting => ((weights) => ({ weights, drawn: made, fulls: fullsOf(weights), ...rest }))(handled(made))
  return { groups, base: setting(own, { numbers: null, records: null }), at: (draw) => setting(weigh(draw), { numbers: numbers(draw), records: records(draw) }) }
}
