import { cmp, exact, show, toNumber, type Exact } from '../../model/decimal.ts'
import type { Effect } from '../../model/ruleset.ts'
import { bands } from '../../check/bands.ts'
import { rowValues } from './amounts.ts'
import { domainIn, type Box } from './boxes.ts'
import { fixed, type Finding } from './finding.ts'
import { setting } from './mend.ts'
import { lowest, type Numbers } from './numbers.ts'
import type { PlacedRule, World } from './places.ts'
import { proof } from './proof.ts'
import { totalReach } from './reach.ts'
import { GIVEN, isNothing, narrowed, restrict, united, type Values } from './values.ts'

type Rows = Extract<Effect, { type: 'lookup' }>['params']['rows']
const end = (value: Exact | null, none: string): string => (value ? show(value) : none)
/** A region in signs that need no language; words by their ids. */
function region(values: Values): { [name: string]: string } {
  if (values.kind === 'word') return { options: [...values.choices.listed].join(' ') }
  const [span] = values.numbers.spans
  const [from, below] = [span?.low, span?.high]
  const told = from && below ? (cmp(from.at, below.at) === 0 ? show(from.at) : `${show(from.at)}~${show(below.at)}`) : from ? `${from.open ? '>' : '≥'} ${show(from.at)}` : below ? `${below.open ? '<' : '≤'} ${show(below.at)}` : '−∞~∞'
  return { from: end(from?.at ?? null, '−∞'), below: end(below?.at ?? null, '∞'), region: told }
}
/** The boxes of a rule with its fact held to a region. */
const held = (world: World, { acts }: PlacedRule, fact: string, values: Values): Box[] =>
  (acts ?? []).flatMap((box) => {
    const left = restrict(domainIn(box, fact, world), { states: GIVEN, values })
    return left ? [{ ...box, domains: new Map(box.domains).set(fact, left) }] : []
  })
const firstSpan = (values: Values): Values => (values.kind === 'word' ? values : { ...values, numbers: { ...values.numbers, spans: values.numbers.spans.slice(0, 1) } })

/** A lookup against the values its rule really meets: a value in no row, and a value in two. */
function lookup(world: World, placed: PlacedRule): Finding[] {
  const { event } = placed.rule
  if (event.type !== 'lookup' || !placed.acts?.length) return []
  const { fact, rows } = event.params
  const seen = placed.acts.map((box) => domainIn(box, fact, world).values)
  const kinds = new Set([...seen.map((v) => v.kind), ...rows.map((r) => rowValues(r).kind)])
  if (kinds.size > 1) return []
  const met = seen.reduce(united)
  const open = firstSpan(rows.map(rowValues).reduce((rest, row) => narrowed(rest, row, true), met))
  return [...(isNothing(open) ? [] : gap(world, placed, fact, rows, open)), ...overlaps(world, placed, fact, rows, met)]
}
function gap(world: World, placed: PlacedRule, fact: string, rows: Rows, open: Values): Finding[] {
  const shown = proof(world, placed.criterion ? [placed.criterion] : [], held(world, placed, fact, open), (s) => placed.criterion === null || s.issues.some((i) => i.code === 'lookup.no-row'))
  const fix = open.kind === 'word' ? [] : setting(world.ruleset, `${placed.path}/event/params`, 'rows', filled(rows, open.numbers))
  return shown ? [{ level: 'warning', code: open.kind === 'word' ? 'lookup.open' : 'lookup.gap', path: placed.path, values: { fact, ...region(open) }, ...shown, ...fixed(fix) }] : []
}
/** The row below a gap reaches up to its end; below the first row it is the first that reaches down. */
function filled(rows: Rows, open: Numbers): Rows {
  const [span] = open.spans
  const from = lowest(open)
  const below = rows.filter((r) => r.below !== undefined && from !== null && cmp(exact(r.below), from) <= 0).sort((a, b) => (b.below ?? 0) - (a.below ?? 0))[0]
  const above = rows.filter((r) => r.from !== undefined && (from === null || cmp(exact(r.from), from) >= 0)).sort((a, b) => (a.from ?? 0) - (b.from ?? 0))[0]
  return rows.map((row) => {
    if (below ? row !== below : row !== above) return row
    if (!below) return { ...row, from: from && span?.low && !span.low.open ? toNumber(from) : undefined }
    return { ...row, below: above?.from }
  })
}
function overlaps(world: World, placed: PlacedRule, fact: string, rows: Rows, met: Values): Finding[] {
  for (const [i, row] of rows.entries()) {
    for (const other of rows.slice(i + 1)) {
      const both = narrowed(narrowed(rowValues(row), rowValues(other)), met)
      if (isNothing(both) || row.points === other.points) continue
      const shown = proof(world, placed.criterion ? [placed.criterion] : [], held(world, placed, fact, both), () => true)
      const cut = row.equals !== undefined ? rows.filter((r) => r !== other) : rows.map((r) => (r === row && (other.from ?? -Infinity) > (row.from ?? -Infinity) ? { ...r, below: other.from } : r === other && (other.from ?? -Infinity) <= (row.from ?? -Infinity) ? { ...r, below: row.from } : r))
      const values = { fact, ...region(firstSpan(both)), first: row.points, second: other.points }
      if (shown) return [{ level: 'error', code: both.kind === 'word' ? 'lookup.double' : 'lookup.overlap', path: placed.path, values, ...shown, ...fixed(setting(world.ruleset, `${placed.path}/event/params`, 'rows', cut)) }]
    }
  }
  return []
}

/** Grade bands with a total that stands in none or in two, among the totals that can be reached. */
function grades(world: World): Finding[] {
  const { low, high } = totalReach(world)
  return bands(world.ruleset).filter((i) => i.code === 'bands.gap' || i.code === 'bands.overlap').flatMap((found): Finding[] => {
    const total = exact(String(found.values['example']))
    const outside = found.code === 'bands.gap' && ((low && cmp(exactOr(found.values['below'], total), low) <= 0) || (high && cmp(exactOr(found.values['from'], total), high) > 0))
    const grading = world.ruleset.gradings.find((g) => found.path.endsWith(`/${g.id}`))
    if (outside || !grading) return []
    const lowestBand = grading.bands.reduce((a, b) => ((b.from ?? -Infinity) < (a.from ?? -Infinity) ? b : a))
    const mended = grading.bands.map(({ grade, from, source }) => ({ grade, source, ...(from === undefined || (lowestBand.grade === grade && lowestBand.from === from) ? {} : { from }) }))
    return [{ level: 'error', code: found.code, path: found.path, values: found.values, counterexample: { total: show(total) }, ...fixed(setting(world.ruleset, found.path, 'bands', mended)) }]
  })
}
const exactOr = (value: unknown, other: Exact): Exact => (/^-?\d/.test(String(value)) ? exact(String(value)) : other)

/** Gaps and overlaps of lookup tables and grade bands. */
export const tables = (world: World): Finding[] => [...world.rules.flatMap((r) => lookup(world, r)), ...grades(world)]
