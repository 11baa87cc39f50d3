import type { Calendar } from '../../model/calendar.ts'
import type { Cohort, Unit } from '../../model/record.ts'
import type { Criterion, Grading, Ruleset } from '../../model/ruleset.ts'
import { compile, type Compiled } from '../../score/columns/compile.ts'
import { evaluate } from '../../score/columns/evaluate.ts'
import type { Layout } from '../../score/columns/layout.ts'
import { load, type Columns } from '../../score/columns/load.ts'
import { localOf, type Local } from '../../score/columns/local.ts'
import type { Results } from '../../score/columns/results.ts'
import type { Version } from '../../score/columns/version.ts'
import type { Edit } from './edits.ts'
import { fitted } from './fitted.ts'
import { combinations, criterionAt, type Sorted } from './sorted.ts'

/** A set of edits: bit k is the k-th edit. */
export type Choice = bigint
const has = (choice: Choice, k: number): boolean => ((choice >> BigInt(k)) & 1n) === 1n
const bit = (k: number): Choice => 1n << BigInt(k)

/** What a set of edits comes to for every unit, in institutional order; good until the next is asked for. Null: the set cannot be scored. */
export type World = (choice: Choice) => Results | null
export interface Worlds {
  units: readonly Unit[]
  /** Edits that must be worked out anew; ask for sets that agree on them one after the other. */
  whole: Choice
  world: World
}

/** Prepares for scoring a cohort by a ruleset with any of the edits that lead to the goal. Throws RangeError when the ruleset itself cannot be scored. */
export function worldsOf(a: Ruleset, goal: Ruleset, edits: readonly Edit[], sort: Sorted, cohort: Cohort, calendar: Calendar | undefined): Worlds {
  const base = compile(a)
  const bare = (made: Compiled): Compiled => ({ ...made, ruleset: { ...made.ruleset, history: [] } })
  const stepsOf = (choice: Choice, among: readonly number[]) => among.filter((k) => has(choice, k)).flatMap((k) => (edits[k] as Edit).steps)
  const loaded = new Map<Layout, Map<string, Columns>>()
  /** Columns by their layout, with one copy for each size of ruleset, so that what is known of one is not lost for another. */
  const columnsOf = ({ layout, rules, places, asked, components, ...compiled }: Compiled, use: string): Columns => {
    const copies = loaded.get(layout) ?? new Map([['', load({ layout, rules, places, asked, components, ...compiled }, cohort, calendar ? { calendar } : {})]])
    loaded.set(layout, copies)
    const key = [use, rules, places.length, asked.length, components.length].join(' ')
    const columns = copies.get(key) ?? { ...(copies.get('') as Columns) }
    copies.set(key, columns)
    return columns
  }
  // Edits of what is loaded are made first, so that sets which agree on them share their columns.
  const loading = sort.whole.filter((k) => ((doc) => doc === null || compile(doc, base).layout !== base.layout)(fitted(a, goal, (edits[k] as Edit).steps)))
  const others = sort.whole.filter((k) => !loading.includes(k))
  const grounds = new Map<Choice, { doc: Ruleset; compiled: Compiled } | null>([[0n, { doc: a, compiled: base }]])
  const groundOf = (choice: Choice) => {
    const key = choice & loading.reduce((all, k) => all | bit(k), 0n)
    if (!grounds.has(key)) {
      const doc = fitted(a, goal, stepsOf(key, loading))
      grounds.set(key, doc && scorable(() => ({ doc, compiled: compile(doc, base) })))
    }
    return grounds.get(key) ?? null
  }
  const gradings = new Map(combinations(sort.bounds).map((some) => [some.reduce((all, k) => all | bit(k), 0n), (fitted(a, goal, some.flatMap((k) => (edits[k] as Edit).steps)) ?? a).gradings]))
  const forms = [...sort.criteria].map(([id, list]) => ({
    id, list, made: new Map(combinations(list).map((some): [Choice, Criterion] => [some.reduce((all, k) => all | bit(k), 0n), (criterionAt(fitted(a, goal, some.flatMap((k) => (edits[k] as Edit).steps)) ?? a, id) as { criterion: Criterion }).criterion])),
  }))
  const whole = sort.whole.reduce((all, k) => all | bit(k), 0n)
  const bounds = sort.bounds.reduce((all, k) => all | bit(k), 0n)
  let current: { choice: Choice; context: Context | null } | null = null

  function contextOf(choice: Choice): Context | null {
    const ground = groundOf(choice)
    const doc = ground && fitted(ground.doc, goal, stepsOf(choice, others))
    if (!ground || !doc) return null
    return scorable(() => {
      const compiled = bare(compile(doc, ground.compiled))
      return context(doc, compiled, evaluate(compiled, columnsOf(compiled, 'all'), { outcomes: false }))
    })
  }
  function context(doc: Ruleset, compiled: Compiled, results: Results): Context {
    const index = new Map(compiled.places.map((place, k) => [place.criterion.id, k]))
    const touched = forms.flatMap(({ id, list, made }) => ((place) => (place === undefined ? [] : [{ id, place, mask: list.reduce((all, k) => all | bit(k), 0n), made }]))(index.get(id)))
    const local = localOf(results, touched.map((t) => t.place))
    const versions = touched.map(({ place, made }) => new Map([...made].map(([key, criterion]): [Choice, Version] => [key, local.version(place, criterion)])))
    const affects = Array.from({ length: results.size }, (_, unit) => touched.reduce((all, { mask }, t) => {
      const list = [...(versions[t] as Map<Choice, Version>).values()]
      return list.slice(1).some((v) => local.differs(list[0] as Version, v, unit)) ? all | mask : all
    }, 0n))
    const direct = new Map<Choice, Results>()
    const exactly = (choice: Choice): Results => {
      const known = direct.get(choice)
      if (known) return known
      const made = fitted(doc, goal, stepsOf(choice, sort.forms)) ?? doc
      const anew = bare(compile(made, compiled))
      const found = evaluate(anew, columnsOf(anew, 'one'), { outcomes: false })
      direct.set(choice, found)
      return found
    }
    const alike = new Map<Choice, number[]>()
    affects.forEach((mask, unit) => alike.set(mask, [...(alike.get(mask) ?? []), unit]))
    const groups = [...alike].map(([mask, units]): Group => ({ mask, units, rows: new Map(), now: -1n }))
    return { results, local, versions: (choice) => touched.map(({ mask }, t) => versions[t]?.get(choice & mask) as Version), groups, exactly }
  }

  return {
    units: columnsOf(base, 'all').units, whole,
    world(choice) {
      const key = choice & whole
      if (!current || current.choice !== key) current = { choice: key, context: contextOf(key) }
      const { context: here } = current
      if (!here) return null
      const chosen = here.versions(choice)
      for (const group of here.groups) {
        const part = choice & group.mask
        if (part === group.now) continue
        let rows = group.rows.get(part)
        if (!rows) group.rows.set(part, (rows = group.units.map((unit) => here.local.row(unit, chosen) ?? rowOf(here.exactly(choice & ~whole & ~bounds), unit))))
        rows.forEach((row, i) => here.local.put(group.units[i] as number, row))
        group.now = part
      }
      return here.local.finish((choice & bounds) === 0n ? here.results.compiled.ruleset.gradings : (gradings.get(choice & bounds) as readonly Grading[]))
    },
  }
}
/** Units that the same edits matter for; `rows` holds their numbers by which of those edits are made. */
interface Group { mask: Choice; units: number[]; rows: Map<Choice, Float64Array[]>; now: Choice }
interface Context { results: Results; local: Local; versions(choice: Choice): Version[]; groups: Group[]; exactly(choice: Choice): Results }

/** A row as `Local` takes it, of a unit that was evaluated. */
function rowOf(results: Results, unit: number): Float64Array {
  const { ties, seen } = results
  return Float64Array.of(results.hasTotal[unit] === 1 && results.state[unit] !== 2 ? 0 : (results.state[unit] as number), results.total[unit] as number, ...ties.map((tie) => tie[unit] as number), ...[seen.base, seen.bonus, seen.deduction].map((list) => list[unit] ?? 0))
}
/** Sets that name what is not there cannot be scored. */
function scorable<T>(make: () => T): T | null {
  try {
    return make()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
