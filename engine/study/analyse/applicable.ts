import { ZERO, add, cmp, exact, show, type Exact } from '../../model/decimal.ts'
import { namesOf } from '../../model/names.ts'
import { under } from '../../model/path.ts'
import type { Condition } from '../../model/ruleset.ts'
import type { Counterexample, Finding } from './finding.ts'
import type { PlacedCriterion, World } from './places.ts'
import { sampleOf } from './record.ts'
import { applies, candidatesOf, type Assignment } from './trial.ts'
import type { Shown } from './witness.ts'

/** Criteria that the same conditions let through, with their points by component. */
interface Group { conditions: readonly Condition[]; names: readonly string[]; points: ReadonlyMap<string, Exact> }
/** Names whose conditions meet: other clusters are independent of it within a category. */
interface Cluster { names: string[]; groups: Group[]; candidates: Shown[][] }
const TOO_MANY = 20_000

function groupsOf(world: World): Group[] {
  const groups = new Map<string, { conditions: readonly Condition[]; criteria: PlacedCriterion[] }>()
  for (const c of world.criteria) {
    if (c.criterion.extra || c.criterion.points === 0) continue
    const key = JSON.stringify(c.applies)
    groups.set(key, { conditions: c.applies, criteria: [...(groups.get(key)?.criteria ?? []), c] })
  }
  return [...groups.values()].map(({ conditions, criteria }) => {
    const names = new Set(conditions.flatMap((c) => Object.values(namesOf(c, world.shared)).flatMap((n: Set<string>) => [...n])))
    names.delete('unit.category')
    const points = new Map<string, Exact>()
    for (const c of criteria) points.set(c.component ?? '', add(points.get(c.component ?? '') ?? ZERO, exact(c.criterion.points)))
    return { conditions, names: [...names], points }
  })
}
function clustersOf(world: World, groups: readonly Group[]): Cluster[] {
  let clusters: Omit<Cluster, 'candidates'>[] = []
  for (const group of groups) {
    const touched = clusters.filter((c) => c.names.some((n) => group.names.includes(n)) || (group.names.length === 0 && c.names.length === 0))
    clusters = [...clusters.filter((c) => !touched.includes(c)), { names: [...new Set([...touched.flatMap((c) => c.names), ...group.names])], groups: [...touched.flatMap((c) => c.groups), group] }]
  }
  return clusters.map((c) => ({ ...c, candidates: c.names.map((name) => candidatesOf(world, name, c.groups.flatMap((g) => g.conditions))) }))
}

interface Extreme { points: Exact; unit: Assignment }
/** The least and most points of a component (or of all) in a category, each with a unit that has them. */
interface Extremes { least: Extreme; most: Extreme }
type Found = ReadonlyMap<string, Extremes>
const ALL = ''

/** Every combination of a cluster in a category, once; null when there are too many. */
function ofCluster(world: World, cluster: Cluster, category: string, keys: readonly string[]): Found | null {
  const found = new Map<string, Extremes>()
  const lists = cluster.candidates
  if (lists.reduce((n, l) => n * l.length, 1) > TOO_MANY) return null
  const chosen = new Map<string, Shown>([['unit.category', { word: category }]])
  const measure = (): void => {
    const sums = new Map<string, Exact>()
    for (const group of cluster.groups) {
      if (!group.conditions.every((c) => applies(world, c, chosen))) continue
      for (const [component, points] of group.points) for (const key of [component, ALL]) sums.set(key, add(sums.get(key) ?? ZERO, points))
    }
    for (const key of keys) {
      const points = sums.get(key) ?? ZERO
      const known = found.get(key)
      const here = (): Extreme => ({ points, unit: new Map(chosen) })
      if (!known) found.set(key, { least: here(), most: here() })
      else {
        if (cmp(points, known.least.points) < 0) known.least = here()
        if (cmp(points, known.most.points) > 0) known.most = here()
      }
    }
  }
  const visit = (i: number): void => {
    const name = cluster.names[i]
    if (name === undefined) return measure()
    for (const value of lists[i] ?? []) {
      chosen.set(name, value)
      visit(i + 1)
    }
  }
  visit(0)
  return found
}
function extremesOf(world: World, clusters: readonly Cluster[], category: string, keys: readonly string[]): Found | null {
  const parts = clusters.map((c) => ofCluster(world, c, category, keys))
  if (parts.some((p) => p === null)) return null
  const sum = (key: string, end: 'least' | 'most'): Extreme =>
    parts.reduce<Extreme>((all, p) => { const e = p?.get(key)?.[end]; return e ? { points: add(all.points, e.points), unit: new Map([...all.unit, ...e.unit]) } : all }, { points: ZERO, unit: new Map([['unit.category', { word: category }]]) })
  return new Map(keys.map((key) => [key, { least: sum(key, 'least'), most: sum(key, 'most') }]))
}

const shownBy = (world: World, unit: Assignment): { counterexample?: Counterexample } => {
  const sample = sampleOf(unit, world.ruleset)
  return sample ? { counterexample: { unit: sample.unit, ...(Object.keys(sample.facts).length ? { facts: sample.facts } : {}) } } : {}
}

/** How many points concern a unit, for every combination of category, attributes and facts its conditions ask for. */
export function applicable(world: World): Finding[] {
  const { ruleset } = world
  const clusters = clustersOf(world, groupsOf(world))
  const keys = [ALL, ...ruleset.components.map((c) => c.id)]
  const found: Finding[] = []
  const all = new Map<string, Found>()
  for (const { id } of ruleset.categories) {
    const extremes = extremesOf(world, clusters, id, keys)
    if (!extremes) return [{ level: 'info', code: 'analysis.too-complex', path: 'indicators', values: {} }]
    all.set(id, extremes)
    const total = extremes.get(ALL)
    if (total) found.push(...ofCategory(world, id, total))
  }
  return [...found, ...ruleset.components.flatMap((c) => ofComponent(world, c, all))]
}

function ofCategory(world: World, category: string, { least, most }: Extremes): Finding[] {
  const { fullMarks, proration } = world.ruleset
  const values = { category, least: show(least.points), most: show(most.points), full: fullMarks, minimum: proration.minimumBase ?? 0 }
  const at = (level: Finding['level'], code: string, unit: Assignment): Finding[] => [{ level, code, path: under('categories', category), values, ...shownBy(world, unit) }]
  const above = cmp(most.points, exact(fullMarks)) > 0 ? at('error', 'points.above-full', most.unit) : []
  if (least.points.n === 0n) return [...above, ...at('error', 'points.nothing', least.unit)]
  if (cmp(least.points, exact(proration.minimumBase ?? 0)) < 0) return [...above, ...at('warning', 'points.below-minimum', least.unit)]
  if (cmp(least.points, exact(fullMarks)) >= 0) return above
  return [...above, ...at(proration.method === 'none' ? 'error' : 'info', proration.method === 'none' ? 'points.not-full' : 'points.range', least.unit)]
}

function ofComponent(world: World, component: World['ruleset']['components'][number], all: ReadonlyMap<string, Found>): Finding[] {
  const path = under('components', component.id)
  const extremes = [...all.values()].flatMap((f) => f.get(component.id) ?? [])
  const most = extremes.map((e) => e.most).reduce((a, b) => (cmp(b.points, a.points) > 0 ? b : a), extremes[0]?.most ?? { points: ZERO, unit: new Map() })
  const empty = extremes.find((e) => e.least.points.n === 0n)
  const values = { points: component.points, most: show(most.points) }
  if (most.points.n === 0n) return component.points ? [{ level: 'error', code: 'component.empty', path, values }] : []
  // Criteria that exclude each other may add up to the points together, and parallel sets of them each by itself.
  const sum = world.criteria.filter((c) => c.component === component.id && !c.criterion.extra).reduce((all, c) => add(all, exact(c.criterion.points)), ZERO)
  const differs: Finding[] = [most.points, sum].some((p) => cmp(p, exact(component.points)) === 0) ? [] : [{ level: 'warning', code: 'component.differs', path, values, ...shownBy(world, most.unit) }]
  if (world.ruleset.proration.method === 'none') return differs
  const vanishes: Finding[] = empty ? [{ level: 'info', code: 'component.vanishes', path, values, ...shownBy(world, empty.least.unit) }] : []
  const leaving = world.criteria.filter((c) => c.component === component.id && !c.criterion.extra)
  const policy = (c: PlacedCriterion): string => c.criterion.missing ?? component.missing ?? world.ruleset.missing?.policy ?? 'block'
  const withoutData: Finding[] = leaving.length && leaving.every((c) => policy(c) === 'exclude-and-prorate') ? [{ level: 'info', code: 'component.vanishes-without-data', path, values }] : []
  return [...differs, ...vanishes, ...withoutData]
}
