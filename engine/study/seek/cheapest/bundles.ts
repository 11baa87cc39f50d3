import type { FactValue } from '../../../model/record.ts'
import type { Fact } from '../../../model/ruleset.ts'
import { scaled } from '../../../score/columns/core.ts'
import type { Effort } from './effort.ts'
import { stepsOf, valueAt } from './position.ts'
import type { Facts, Tried, World } from './trials.ts'

/** Facts of one meeting changed together: steps by fact, their cost (whole 10⁻⁸), and what the unit comes to. */
export interface Bundle { steps: { [fact: string]: number }; facts: Facts; cost: number; changes: number; tried: Tried }
/** The bundles of a meeting, the cheapest first; `whole` unless there were too many to try them all. */
export interface Meeting { bundles: Bundle[]; whole: boolean }
const MOST_TRIALS = 20_000

/** Every combination of values of some facts, other than all as they are; null when there are too many. */
function combinations(world: World, efforts: readonly Effort[]): Omit<Bundle, 'tried'>[] | null {
  const facts = efforts.map((e) => world.ruleset.facts.find((f) => f.id === e.fact) as Fact)
  const ranges = efforts.map((e, i) => stepsOf(facts[i] as Fact, world.record, e))
  if (ranges.reduce((n, [down, up]) => n * (up - down + 1), 1) > MOST_TRIALS) return null
  let list: Omit<Bundle, 'tried'>[] = [{ steps: {}, facts: {}, cost: 0, changes: 0 }]
  efforts.forEach((effort, i) => {
    const [down, up] = ranges[i] as [number, number]
    list = list.flatMap((made) => Array.from({ length: up - down + 1 }, (_, k) => k + down).map((steps) => (steps === 0 ? made : {
      steps: { ...made.steps, [effort.fact]: steps }, facts: { ...made.facts, [effort.fact]: valueAt(facts[i] as Fact, world.record, effort, steps) } as { [fact: string]: FactValue },
      cost: made.cost + Math.abs(steps) * scaled(effort.cost) * 10_000, changes: made.changes + 1,
    })))
  })
  return list.filter((made) => made.changes > 0)
}
/** One fact at a time, when all together are too many. */
const singly = (world: World, efforts: readonly Effort[]): Omit<Bundle, 'tried'>[] => efforts.flatMap((e) => combinations(world, [e]) ?? [])

const same = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((x, i) => x === b[i])
const within = (a: readonly number[], b: readonly number[]): boolean => a.every((x) => b.includes(x))
/** Is the first as good as the second in all that may count, and no dearer? */
function covers(a: Bundle, b: Bundle, equal: boolean): boolean {
  const [x, y] = [a.tried, b.tried]
  if (a.cost > b.cost || (a.cost === b.cost && a.changes > b.changes) || x.applicable !== y.applicable) return false
  if (equal) return x.earned === y.earned && x.extra === y.extra && x.bonus === y.bonus && x.deduction === y.deduction && same(x.verdicts, y.verdicts) && same(x.unmet, y.unmet)
  return x.earned >= y.earned && x.extra >= y.extra && x.bonus >= y.bonus && x.deduction <= y.deduction && within(x.verdicts, y.verdicts) && within(x.unmet, y.unmet)
}

/** Tries every combination of each meeting's facts, all in one go; those that leave no total are out. */
export function meet(world: World, meetings: readonly (readonly Effort[])[], run: (list: readonly Facts[]) => Tried[]): Meeting[] {
  const made = meetings.map((efforts) => ({ all: combinations(world, efforts), efforts })).map(({ all, efforts }) => ({ list: all ?? singly(world, efforts), whole: all !== null }))
  const tried = run(made.flatMap(({ list }) => list.map((b) => b.facts)))
  let at = 0
  return made.map(({ list, whole }) => {
    const bundles = list.map((b): Bundle => ({ ...b, tried: tried[at++] as Tried })).filter((b) => !b.tried.lost)
    return { bundles: bundles.sort((a, b) => a.cost - b.cost || a.changes - b.changes), whole }
  })
}
/** The bundles that nothing covers, neither leaving all as it is nor another; with `equal` only what comes to the very same. */
export function worth(bundles: readonly Bundle[], now: Tried, equal: boolean): Bundle[] {
  const kept: Bundle[] = [{ steps: {}, facts: {}, cost: 0, changes: 0, tried: now }]
  for (const bundle of bundles) if (!kept.some((better) => covers(better, bundle, equal))) kept.push(bundle)
  return kept.slice(1)
}
