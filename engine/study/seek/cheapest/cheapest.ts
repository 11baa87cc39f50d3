import { issue, type Issue } from '../../../model/issue.ts'
import type { Cohort } from '../../../model/record.ts'
import type { Ruleset } from '../../../model/ruleset.ts'
import { compile, flag } from '../../../score/columns/compile.ts'
import { scaled } from '../../../score/columns/core.ts'
import { evaluate } from '../../../score/columns/evaluate.ts'
import { load } from '../../../score/columns/load.ts'
import { BLOCKED, raised, type Results } from '../../../score/columns/results.ts'
import { rows } from '../../../score/columns/sheets.ts'
import { inYear } from '../../in-year.ts'
import type { Standing } from '../answer.ts'
import { branch } from '../branch.ts'
import { beats, meterOf, type Meter, type Rival } from '../rival.ts'
import { costText } from '../span.ts'
import { barsOf, type Bar } from './bars.ts'
import { meet, worth, type Bundle } from './bundles.ts'
import type { CheapestOptions, CheapestResult, Effort, Improvement } from './effort.ts'
import { improvable } from './improvable.ts'
import { ladderOf, type Ladder } from './ladder.ts'
import { meetings } from './meetings.ts'
import { obstacles } from './obstacles.ts'
import { isMovable, positionOf } from './position.ts'
import { trials, withFacts, type Facts, type Tried, type World } from './trials.ts'

const standing = (results: Results, at: number): Standing => (({ total, grade, rank }) => ({ total, grade, rank }))(rows(results)[at] as ReturnType<typeof rows>[number])

/** Efforts that can be made: of facts the ruleset has, given for the unit, in sound steps. */
function checked({ ruleset, record }: World, efforts: readonly Effort[]): Issue[] {
  return efforts.flatMap(({ fact, step, cost, low, high }, i) => {
    const found = ruleset.facts.find((f) => f.id === fact)
    const refuse = (code: string): Issue[] => [issue('error', code, `efforts/${i}`, { fact })]
    if (!found || !isMovable(found)) return refuse('way.no-fact')
    const now = positionOf(found, record)
    if (now === null) return refuse('way.not-given')
    if (efforts.findIndex((e) => e.fact === fact) !== i) return refuse('way.twice')
    if (![step, cost, low, high].every(Number.isFinite) || step <= 0 || cost <= 0 || Math.round(cost * 10_000) / 10_000 !== cost || low > now || high < now || (high - low) / step > 20_000) return refuse('way.range')
    return []
  })
}

interface Found { rival: Rival; facts: Facts; steps: { [fact: string]: number }; whole: boolean }
interface Search { world: World; base: Results; bars: readonly Bar[]; meter: Meter; score: (facts: Facts) => Results }

/** The cheapest bundles that get past the bars, every one weighed by scoring the whole cohort. */
function seekWay({ world, bars, meter, score }: Search, groups: readonly (readonly Bundle[])[], ladder: Ladder, current: number): Found & { failed: boolean } {
  const goal = (bars[0] as Bar).level
  const order = groups.map((bundles) => ({ bundles, choices: ladder.choices(bundles) })).filter((g) => g.bundles.length > 0)
    .map((g) => ({ ...g, force: g.choices.reduce((most, c) => Math.max(most, (c.adds[0] as number) / Math.max(1, c.cost)), 0) })).sort((a, b) => b.force - a.force)
  let kept: Found = { rival: { missing: current - goal, cost: 0, changed: 0 }, facts: {}, steps: {}, whole: false }
  let failed = false
  const { whole } = branch({
    levers: order.map((g) => g.choices), kept: [], start: ladder.start, least: (forms) => ladder.least(forms),
    weigh: (chosen, spent, rival) => {
      const taken = order.flatMap((g, k) => ((chosen[k] as number) < 0 ? [] : [g.bundles[chosen[k] as number] as Bundle]))
      const facts = Object.assign({}, ...taken.map((b) => b.facts)) as Facts
      meter.score()
      const results = score(facts)
      const grade = results.state[world.at] === BLOCKED ? Infinity : (results.grade[world.at] as number)
      const found = { ...spent, missing: Math.max(0, grade - goal) }
      if (!beats(found, rival)) failed = true
      else kept = { rival: found, facts, steps: Object.assign({}, ...taken.map((b) => b.steps)) as { [fact: string]: number }, whole: false }
      return found
    },
  }, meter, kept.rival)
  return { ...kept, whole, failed }
}

/** With everything that helps: the bundle of each meeting that brings most, verdicts lifted first. */
function allOf(groups: readonly (readonly Bundle[])[], ladder: Ladder): Facts {
  return Object.assign({}, ...groups.map((bundles) => {
    const choices = ladder.choices(bundles)
    const best = choices.reduce<number>((at, c, k) => ((x, y) => ((c.adds[1] as number) > y || ((c.adds[1] as number) === y && (c.adds[0] as number) > x) ? k : at))((choices[at]?.adds[0] ?? 0), (choices[at]?.adds[1] ?? 0)), -1)
    return bundles[best]?.facts ?? {}
  })) as Facts
}

/**
 * The cheapest set of improvable facts that brings one unit to the next grade, or to a given one, all others as they are; verified by
 * scoring the whole cohort. Facts that decide nothing together are tried apart, those that do in every combination (up to 20,000), and
 * the bundles are sought by cost, ruled out only by what a unit may come to at most. Throws RangeError for a unit the cohort has not.
 */
export function cheapest(given: Ruleset, cohort: Cohort, unitId: string, options: CheapestOptions = {}): CheapestResult {
  const ruleset = inYear(given, cohort.year)
  const compiled = compile(ruleset)
  const set = options.calendar ? { calendar: options.calendar } : {}
  const columns = load(compiled, cohort, set)
  const base = evaluate(compiled, columns, { outcomes: false })
  const at = columns.units.findIndex((u) => u.id === unitId)
  const unit = columns.units[at]
  if (!unit) throw new RangeError(`unknown unit: ${unitId}`)
  const record = cohort.records.find((r) => r.unit === unitId) ?? { unit: unitId, facts: {} }
  const world: World = { ruleset, cohort, unit, record, at, calendar: options.calendar }
  const before = standing(base, at)
  const efforts = options.efforts ?? improvable(ruleset, cohort, unitId)
  const last = ruleset.grades.length - 1
  const current = base.state[at] === BLOCKED || (base.grade[at] as number) < 0 ? last + 1 : (base.grade[at] as number)
  const goal = options.grade === undefined ? Math.max(0, current - 1) : ruleset.grades.findIndex((g) => g.id === options.grade)
  const issues = [...(goal < 0 ? [issue('error', 'seek.no-grade', 'grade', { grade: options.grade ?? null })] : []), ...checked(world, efforts)]
  const answer = (more: Partial<CheapestResult>): CheapestResult => ({
    outcome: 'reached', proven: true, same: false, unit: unitId, grade: ruleset.grades[goal]?.id ?? null, before, after: before, highest: null, sum: '0', improvements: [], record, obstacles: { before: [], after: [] }, looked: 0, scored: 0, issues, ...more,
  })
  if (issues.length) return answer({ outcome: 'not-found', proven: false })
  if (current <= goal) return answer({ same: true })
  const fixed = compiled.layout.pooled.length === 0 && !columns.units.some((_, i) => raised(base, i, flag('filled:category-mean')))
  const bars = barsOf(base, at, fixed).slice(goal, current)
  const first = obstacles(base, at, bars[0] ?? { level: goal, total: 0, verdicts: [], requires: [] })
  if (current > last || bars.length === 0) return answer({ outcome: 'impossible', obstacles: { before: first, after: first } })
  const meter = meterOf(options)
  const score = (facts: Facts): Results => evaluate(compiled, load(compiled, withFacts(world, facts), set), { outcomes: false })
  // Bars and trials read the base as it was scored last.
  const run = trials(world, evaluate(compiled, columns, { outcomes: false }))
  const told = (): void => void options.stop?.()
  const [now] = run([{}], told) as [Tried]
  const { proration, rounding } = ruleset
  const apart = rounding.stage === 'total' && (proration.method === 'none' || (proration.method === 'ratio' && proration.scope === 'base'))
  const groups = meet(world, meetings(ruleset, efforts.map((e) => e.fact), apart).map((ids) => efforts.filter((e) => ids.includes(e.fact))), (list) => run(list, told))
  const pass = (equal: boolean) => {
    const bundles = groups.map((g) => worth(g.bundles, now, equal))
    const ladder = apart ? ladderOf(base, bars, now, bundles, current) : { ...ladderOf(base, bars, now, bundles, current), least: () => 0 }
    return { bundles, ladder, found: seekWay({ world, base, bars, meter, score }, bundles, ladder, current) }
  }
  const rough = pass(false)
  // What covers another may still fail where equals or requirements decide: then only what comes to the very same is left out.
  const { found, bundles, ladder } = rough.found.failed && rough.found.whole ? pass(true) : rough
  const best = found.rival.missing <= rough.found.rival.missing ? found : rough.found
  const reached = best.rival.missing === 0
  const proven = best.whole && groups.every((g) => g.whole)
  const top = reached ? null : score(allOf(bundles, ladder))
  const after = score(best.facts)
  return answer({
    outcome: reached ? 'reached' : proven ? 'impossible' : 'not-found', proven, after: standing(after, at), highest: top && standing(top, at), sum: costText(best.rival.cost),
    improvements: improvementsOf(world, efforts, best), record: { ...record, facts: { ...record.facts, ...best.facts } },
    obstacles: { before: first, after: top ? obstacles(top, at, bars[0] as Bar) : [] }, looked: meter.looked, scored: meter.scored,
  })
}
const improvementsOf = ({ record }: World, efforts: readonly Effort[], { facts, steps }: Found): Improvement[] => efforts.flatMap((e): Improvement[] => {
  const [to, from] = [facts[e.fact], record.facts[e.fact]]
  return to === undefined || from === undefined ? [] : [{ fact: e.fact, from, to, steps: steps[e.fact] ?? 0, cost: costText(Math.abs(steps[e.fact] ?? 0) * scaled(e.cost) * 10_000) }]
})
