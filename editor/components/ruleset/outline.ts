import { at, under, type Criterion, type Indicator, type Json, type Ruleset } from '../../../engine/index.ts'
import { pathOfSection, SECTIONS } from './sections.ts'

export interface Line {
  path: string
  kind: 'section' | 'node' | 'member'
  label: string
  number: string
  depth: number
  points: number | null
  assumed: boolean
  retired: boolean
  leaf: boolean
  open: boolean
}

/** What is worked out of a part of the document is worked out once: documents are never changed in place. */
function once<K extends object, V>(work: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = work(key)
    known.set(key, made)
    return made
  }
}
/** Points of the criteria under a node that stand inside the maximum. */
export const pointsOf: (node: Indicator) => number = once((node: Indicator): number => {
  const own = (node.criteria ?? []).filter((c) => !c.extra).reduce((sum, c) => sum + Math.round(c.points * 10000), 0)
  return (own + (node.children ?? []).filter((c) => !c.retired).reduce((sum, c) => sum + Math.round(pointsOf(c) * 10000), 0)) / 10000
})
/** What a search looks through of a node itself. */
const textOf = once((node: Indicator): string => [`${node.label} ${node.id} ${node.source.clause ?? ''}`, ...(node.criteria ?? []).map((c) => `${c.label} ${c.id}`)].join('\n').toLowerCase())
const isAssumed = (node: Indicator): boolean => node.source.basis === 'assumed' || (node.criteria ?? []).some((c: Criterion) => c.source.basis === 'assumed')

const lined = new WeakMap<Indicator, Line>()
/** The line of a node: the same object as long as it says the same. */
function lineOf(node: Indicator, path: string, depth: number, open: boolean): Line {
  const known = lined.get(node)
  if (known && known.path === path && known.depth === depth && known.open === open) return known
  const line: Line = { path, kind: 'node', label: node.label, number: node.number ?? '', depth, points: pointsOf(node), assumed: isAssumed(node), retired: node.retired !== undefined, leaf: !node.children?.length, open }
  lined.set(node, line)
  return line
}
const placed = new WeakMap<Indicator, { path: string; children: { node: Indicator; path: string }[] }>()
/** The children of a node with their paths. */
function childrenOf(node: Indicator, path: string): readonly { node: Indicator; path: string }[] {
  const known = placed.get(node)
  if (known?.path === path) return known.children
  const children = (node.children ?? []).map((child) => ({ node: child, path: under(path, 'children', child.id) }))
  placed.set(node, { path, children })
  return children
}

/** Lines of the indicator tree: closed nodes hide what is below, a search shows what matches with all above it. */
function nodeLines(ruleset: Ruleset, closed: ReadonlySet<string>, wanted: string): Line[] {
  const matches = once((node: Indicator): boolean => textOf(node).includes(wanted) || (node.children ?? []).some(matches))
  const lines: Line[] = []
  const walk = (node: Indicator, path: string, depth: number): void => {
    if (wanted !== '' && !matches(node)) return
    const open = wanted !== '' || !closed.has(path)
    lines.push(lineOf(node, path, depth, open))
    if (open && node.children) for (const { node: child, path: below } of childrenOf(node, path)) walk(child, below, depth + 1)
  }
  for (const node of ruleset.indicators) walk(node, under('indicators', node.id), 1)
  return lines
}

const FOUND_AT_MOST = 40
/** Members of a section's lists whose name, id or clause matches. */
function found(ruleset: Ruleset, roots: readonly string[], wanted: string): Line[] {
  const lines: Line[] = []
  const visit = (node: Json | undefined, path: string): void => {
    if (lines.length >= FOUND_AT_MOST || typeof node !== 'object' || node === null) return
    if (!Array.isArray(node)) {
      for (const [key, value] of Object.entries(node)) if (key !== 'source') visit(value, under(path, key))
      return
    }
    for (const item of node) {
      if (typeof item !== 'object' || item === null || Array.isArray(item) || typeof item['id'] !== 'string') continue
      const label = String(item['label'] ?? item['title'] ?? item['term'] ?? item['summary'] ?? item['id'])
      if (`${label} ${item['id']}`.toLowerCase().includes(wanted)) lines.push({ path: under(path, item['id']), kind: 'member', label, number: '', depth: 1, points: null, assumed: false, retired: false, leaf: true, open: false })
    }
  }
  for (const root of roots) if (root !== 'indicators') visit(at(ruleset, root), root)
  return lines
}

/** The outline as lines: sections, under them the indicator tree; a search also finds members of all other lists. */
export function linesOf(ruleset: Ruleset, closed: ReadonlySet<string>, search: string, nameOf: (section: string) => string): Line[] {
  const wanted = search.trim().toLowerCase()
  return SECTIONS.flatMap((section) => {
    const path = pathOfSection(section)
    const label = nameOf(section.id)
    const tree = section.id === 'indicators'
    const open = !closed.has(path)
    const below = tree ? nodeLines(ruleset, closed, wanted) : wanted !== '' ? found(ruleset, section.roots, wanted) : []
    if (wanted !== '' && below.length === 0 && !label.toLowerCase().includes(wanted)) return []
    const line: Line = { path, kind: 'section', label, number: '', depth: 0, points: tree ? ruleset.indicators.reduce((sum, n) => sum + (n.retired ? 0 : Math.round(pointsOf(n) * 10000)), 0) / 10000 : null, assumed: false, retired: false, leaf: !tree, open: tree ? open || wanted !== '' : wanted !== '' }
    return [line, ...(tree && !open && wanted === '' ? [] : below)]
  })
}
