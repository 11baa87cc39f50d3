import { under, type Criterion, type Indicator, type Ruleset } from '../../../engine/index.ts'

/** A way of assessing, in the order of the components it feeds. */
export interface Column { id: string; label: string; component: string | null }
/** What one method gives of a row; points are in ten-thousandths, so that sums are exact. */
export interface Cell { criteria: readonly Criterion[]; inside: number; extra: number }
/** A line of the table: a leaf with its own criteria, or a group with the sum of what stands below. */
export interface Row { key: string; path: string; label: string; number: string; depth: number; leaf: boolean; retired: boolean; declared: number | null; cells: ReadonlyMap<string, Cell>; total: number; node: Indicator }

const SCALE = 10_000
export const scaled = (points: number): number => Math.round(points * SCALE)
export const shown = (points: number): string => String(points / SCALE)

const NONE: Cell = { criteria: [], inside: 0, extra: 0 }
const owned = new WeakMap<Indicator, ReadonlyMap<string, Cell>>()
const summed = new WeakMap<Indicator, ReadonlyMap<string, Cell>>()
const totalOf = (cells: ReadonlyMap<string, Cell>): number => [...cells.values()].reduce((sum, cell) => sum + cell.inside, 0)

/** A node's own criteria by method. */
function own(node: Indicator): ReadonlyMap<string, Cell> {
  const known = owned.get(node)
  if (known) return known
  const cells = new Map<string, Cell>()
  for (const one of node.criteria ?? []) {
    const { criteria, inside, extra } = cells.get(one.method) ?? NONE
    cells.set(one.method, { criteria: [...criteria, one], inside: inside + (one.extra ? 0 : scaled(one.points)), extra: extra + (one.extra ? scaled(one.points) : 0) })
  }
  owned.set(node, cells)
  return cells
}
/** What stands at and below a node by method; retired children count nothing. */
function sums(node: Indicator): ReadonlyMap<string, Cell> {
  const known = summed.get(node)
  if (known) return known
  const cells = new Map(own(node))
  for (const child of node.children ?? []) if (!child.retired) for (const [method, { inside, extra }] of sums(child)) {
    const here = cells.get(method) ?? NONE
    cells.set(method, { criteria: here.criteria, inside: here.inside + inside, extra: here.extra + extra })
  }
  summed.set(node, cells)
  return cells
}

interface Place { path: string; depth: number; gone: boolean; leavesOnly: boolean }
const drawn = new WeakMap<Indicator, Place & { rows: Row[] }>()
/** The lines of a node and all below it; the same ones as before where neither it nor its place has changed. */
function linesOf(node: Indicator, { path, depth, gone, leavesOnly }: Place): Row[] {
  const known = drawn.get(node)
  if (known && known.path === path && known.depth === depth && known.gone === gone && known.leavesOnly === leavesOnly) return known.rows
  const group = (node.children?.length ?? 0) > 0
  const retired = gone || node.retired !== undefined
  const line = { path, label: node.label, number: node.number ?? '', retired, declared: node.points === undefined ? null : scaled(node.points), node }
  const leaf = (key: string, deeper: number, declared: number | null): Row => ({ ...line, key, depth: depth + deeper, leaf: true, declared, cells: own(node), total: totalOf(own(node)) })
  const rows = [
    ...(group && !leavesOnly ? [{ ...line, key: path, depth, leaf: false, cells: sums(node), total: totalOf(sums(node)) }] : []),
    ...(!group ? [leaf(path, 0, line.declared)] : node.criteria?.length ? [leaf(`${path}/criteria`, 1, null)] : []),
    ...(node.children ?? []).flatMap((child) => linesOf(child, { path: under(path, 'children', child.id), depth: depth + 1, gone: retired, leavesOnly })),
  ]
  drawn.set(node, { path, depth, gone, leavesOnly, rows })
  return rows
}
/** The lines of the table, groups before what they hold; `leavesOnly` leaves the groups out. */
export const rowsOf = (ruleset: Ruleset, leavesOnly = false): Row[] =>
  ruleset.indicators.flatMap((node) => linesOf(node, { path: under('indicators', node.id), depth: 0, gone: false, leavesOnly }))

/** The methods that feed a component, component by component, then any other that a criterion uses. */
export function columnsOf(ruleset: Ruleset): Column[] {
  const used = new Set<string>()
  const visit = (node: Indicator): void => {
    for (const one of node.criteria ?? []) used.add(one.method)
    node.children?.forEach(visit)
  }
  ruleset.indicators.forEach(visit)
  const known = ruleset.methods.map(({ id, label, component }) => ({ id, label, component: ruleset.components.some((c) => c.id === component) ? (component ?? null) : null }))
  const fed = ruleset.components.flatMap((c) => known.filter((m) => m.component === c.id))
  const loose = known.filter((m) => m.component === null && used.has(m.id))
  const stray = [...used].filter((id) => !known.some((m) => m.id === id)).map((id) => ({ id, label: id, component: null }))
  return [...fed, ...loose, ...stray]
}

/** Sums of the whole table by method, and of all. */
export function grandTotals(ruleset: Ruleset): { byMethod: ReadonlyMap<string, number>; all: number } {
  const byMethod = new Map<string, number>()
  for (const node of ruleset.indicators) if (!node.retired) for (const [method, { inside }] of sums(node)) byMethod.set(method, (byMethod.get(method) ?? 0) + inside)
  return { byMethod, all: [...byMethod.values()].reduce((a, b) => a + b, 0) }
}

/** What a cell shows: the points inside the maximum, else those outside it with a plus, else nothing. */
export const textOf = (cell: Cell | undefined): string => (!cell ? '' : cell.inside !== 0 || cell.extra === 0 ? shown(cell.inside) : `+${shown(cell.extra)}`)
/** The same as a plain number, for other programs. */
export const plainOf = (cell: Cell | undefined): string => textOf(cell).replace('+', '')
