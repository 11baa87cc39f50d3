import { placeName, rounded, sectionTitle, valueLabel, type Attribution, type Comparison, type Lang, type Ruleset, type SectionId } from '../../engine/index.ts'
import type { Cell, Column, Figure, Row, Say, Table } from './report.ts'

/** What the tables of an impact report are made of. */
export interface Compared { a: Ruleset; b: Ruleset; comparison: Comparison; lang: Lang; say: Say }
type Unit = Comparison['units'][number]
/** Units that a printed table lists at most. */
export const SHOWN = 100

const count = (n: number): Figure => ({ figure: String(n), places: 0 })
const labelIn = (list: readonly { id: string; label: string }[], id: unknown): string => list.find((one) => one.id === id)?.label ?? String(id)
const gradeIn = ({ say }: Compared, { grades }: Ruleset, id: string | null): string => (id === null ? say('no-grade') : labelIn(grades, id))
const placesOf = ({ a, b }: Compared): number => Math.max(a.rounding.places, b.rounding.places)
const right = (title: string, width: number): Column => ({ title, width, align: 'right' })
const centre = (title: string, width: number): Column => ({ title, width, align: 'center' })

/** Title, year, version and hash of both. */
export function versionTable({ comparison: { from, to }, say }: Compared, names: readonly [string, string]): Table {
  const row = (item: string, of: (side: Comparison['from'], i: number) => string): Row => [say(`item.${item}`), of(from, 0), of(to, 1)]
  return {
    caption: say('table.basis'), columns: [{ title: say('column.item'), width: 20 }, { title: say('column.from'), width: 40 }, { title: say('column.to'), width: 40 }],
    rows: [row('title', (side) => side.title), row('year', (side) => String(side.year)), row('version', (_, i) => names[i] ?? ''), row('hash', (side) => side.hash)],
  }
}

/** The cohort: its name, year, size, whether it is made up, and its hash. */
export function dataTable({ comparison: { cohort }, say }: Compared, hash: string): Table {
  const row = (item: string, value: string): Row => [say(`item.${item}`), value]
  return {
    caption: say('table.data'), columns: [{ title: say('column.item'), width: 20 }, { title: say('column.value'), width: 80 }],
    rows: [row('label', cohort.label), row('data-year', String(cohort.year)), row('units', String(cohort.units)), row('kind', say(cohort.synthetic ? 'kind.synthetic' : 'kind.given')), row('hash', hash)],
  }
}

/** Grades before by grades after, for all units and for each pool. */
export function transitionTables(about: Compared): Table[] {
  const { a, b, comparison, say } = about
  return comparison.transitions.map(({ pool, from, to, counts }) => {
    const columns = to.map((_, j) => j).filter((j) => to[j] !== null || counts.some((row) => (row[j] ?? 0) > 0))
    const rows = from.map((_, i) => i).filter((i) => from[i] !== null || counts[i]?.some((n) => n > 0))
    const sum = (list: readonly number[]): Figure => count(list.reduce((total, n) => total + n, 0))
    return {
      caption: pool === null ? say('table.grades') : say('table.grades.pool', { pool: labelIn([...b.ranking.pools, ...a.ranking.pools], pool) }),
      columns: [{ title: say('from-to'), width: 24 }, ...columns.map((j) => right(gradeIn(about, b, to[j] ?? null), 76 / (columns.length + 1))), right(say('column.sum'), 76 / (columns.length + 1))],
      rows: [...rows.map((i): Row => [gradeIn(about, a, from[i] ?? null), ...columns.map((j) => count(counts[i]?.[j] ?? 0)), sum(counts[i] ?? [])]), [say('column.sum'), ...columns.map((j) => sum(counts.map((row) => row[j] ?? 0))), sum(counts.flat())]],
    }
  })
}

/** Gains and losses of all units, by category, pool and attribute. */
export function groupTable(about: Compared): Table {
  const { a, b, comparison, say } = about
  const nameOf = ({ by, attribute, of }: Comparison['groups'][number]): string => {
    if (by === 'all') return say('group.all')
    if (by === 'category') return labelIn([...b.categories, ...a.categories], of)
    if (by === 'pool') return of === null ? say('group.no-pool') : labelIn([...b.ranking.pools, ...a.ranking.pools], of)
    const found = b.attributes.find((one) => one.id === attribute)
    return say('group.value', { attribute: found?.label ?? String(attribute), value: of === null ? say('group.none') : typeof of === 'boolean' ? say(String(of)) : labelIn(found?.options ?? [], of) })
  }
  const mean = (value: string | null): Cell => (value === null ? say('no-rank') : { figure: rounded(value, placesOf(about)), places: placesOf(about), signed: true })
  return {
    caption: say('table.groups'),
    columns: [{ title: say('column.group'), width: 28 }, ...['units', 'winners', 'losers', 'mean', 'better', 'worse'].map((name) => right(say(`column.${name}`), 12))],
    rows: comparison.groups.flatMap((group, i): Row[] => [
      ...(group.by === 'all' || group.by === comparison.groups[i - 1]?.by ? [] : [{ heading: say(`group.${group.by}`) }]),
      [nameOf(group), count(group.units), count(group.winners), count(group.losers), mean(group.mean), count(group.better), count(group.worse)],
    ]),
  }
}

const total = ({ say }: Compared, unit: Unit, side: 'before' | 'after', places: number): Cell =>
  unit[side].total === null ? say(`state.${unit[side].state}`) : { figure: unit[side].total, places }
const difference = (about: Compared, unit: Unit): Cell => (unit.difference === null ? about.say('no-rank') : { figure: unit.difference, places: placesOf(about), signed: true })
/** A unit before and after; `whole`: with its category, and ranks in two cells. */
function unitRow(about: Compared, unit: Unit, whole: boolean): Cell[] {
  const { a, b, say } = about
  const [from, to] = [unit.before.rank, unit.after.rank]
  const rank = (n: number | null): Cell => (n === null ? say('no-rank') : count(n))
  return [
    unit.name, ...(whole ? [labelIn([...b.categories, ...a.categories], unit.category)] : []), total(about, unit, 'before', a.rounding.places), total(about, unit, 'after', b.rounding.places), difference(about, unit),
    gradeIn(about, a, unit.before.grade), gradeIn(about, b, unit.after.grade), ...(whole ? [rank(from), rank(to)] : [from === to ? rank(to) : say('ranks', { from: from ?? say('no-rank'), to: to ?? say('no-rank') })]),
  ]
}
const unitColumns = ({ say }: Compared, whole: boolean): Column[] => [
  { title: say('column.unit'), width: 28 }, ...(whole ? [{ title: say('column.category'), width: 34 }] : []), right(say('column.total-before'), 12), right(say('column.total-after'), 12), right(say('column.difference'), 12),
  centre(say('column.grade-before'), 12), centre(say('column.grade-after'), 12), ...(whole ? [right(say('column.rank-before'), 10), right(say('column.rank-after'), 10)] : [right(say('column.rank'), 12)]),
]
/** Who gains and loses most points and places; null when nobody does. */
export function moverTable(about: Compared): Table | null {
  const { comparison: { movers, units }, say } = about
  const rows = (['gain', 'loss', 'rise', 'fall'] as const).flatMap((kind): Row[] => {
    const found = movers[kind].flatMap((id) => units.find((unit) => unit.unit === id) ?? [])
    return found.length ? [{ heading: say(`movers.${kind}`) }, ...found.map((unit) => unitRow(about, unit, false))] : []
  })
  return rows.length ? { caption: say('table.movers'), columns: unitColumns(about, false), rows } : null
}
/** Units that change grade, the first of them; `total`: how many there are. */
export function regradedTable(about: Compared): { table: Table; total: number } {
  const found = about.comparison.units.filter((unit) => unit.before.grade !== unit.after.grade)
  return { total: found.length, table: { caption: about.say('table.regraded'), columns: unitColumns(about, false), rows: found.slice(0, SHOWN).map((unit) => unitRow(about, unit, false)) } }
}
/** Every unit in institutional order. */
export const unitTable = (about: Compared): Table => ({ caption: about.say('table.units'), columns: unitColumns(about, true), rows: about.comparison.units.map((unit) => unitRow(about, unit, true)), sheetOnly: true })

/** What the changes of each section of the ruleset do to all units together. */
export function attributionTable(about: Compared, { summary }: Attribution): Table {
  const { lang, say } = about
  const sum = (value: string, places: number): Figure => ({ figure: rounded(value, places), places, signed: true })
  return {
    caption: say('table.attribution'),
    columns: [{ title: say('column.part'), width: 28 }, ...(['total-sum', 'total-up', 'total-down', 'grade-sum', 'grade-up', 'grade-down'] as const).map((name) => right(say(`column.${name}`), 12))],
    rows: summary.map(({ edit, total: points, grade }) => [sectionTitle(edit as SectionId, lang), sum(points.sum, placesOf(about)), count(points.up), count(points.down), sum(grade.sum, 2), count(grade.up), count(grade.down)]),
  }
}

/** For how many units each outcome follows. */
export function outcomeTable({ a, b, comparison, say }: Compared): Table {
  return {
    caption: say('table.outcomes'), columns: [{ title: say('column.outcome'), width: 52 }, ...['from', 'to', 'gained', 'lost'].map((name) => right(say(`column.${name}`), 12))],
    rows: comparison.outcomes.map(({ outcome, before, after, gained, lost }) => [labelIn([...b.outcomes, ...a.outcomes], outcome), count(before), count(after), count(gained), count(lost)]),
  }
}
/** What the later ruleset asks for and the data lack, with what stands in for it. */
export function needTable({ b, comparison, lang, say }: Compared): Table {
  const place = (path: string): string => placeName(b, path, lang) || path
  return {
    caption: say('table.needs'),
    columns: [{ title: say('column.need'), width: 30 }, { title: say('column.kind'), width: 14 }, right(say('column.lacking'), 12), { title: say('column.policy'), width: 18 }, { title: say('column.read-by'), width: 26 }],
    rows: comparison.needs.map((need) => {
      const name = need.kind === 'category' ? need.id : place(need.path)
      return [
        need.fresh ? say('need.fresh', { name }) : name, say(`need.${need.kind}`), say('need.units', { count: need.units.length }),
        need.policy ? say('need.filled', { policy: valueLabel('policy', need.policy, lang), count: need.filled }) : say('need.none'),
        need.criteria.map(({ path, policy }) => say('group.value', { attribute: place(path), value: valueLabel('policy', policy, lang) })).join('\n'),
      ]
    }),
  }
}
