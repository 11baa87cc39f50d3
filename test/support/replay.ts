import type { TraceLine } from '../../engine/index.ts'
import { ZERO, add, clamp, cmp, div, exact, fixed, fraction, max, min, mul, round, sub, sum, type Exact, type Mode } from '../../engine/model/decimal.ts'

/** A result computed again from reasons alone; null where they give none. */
export interface Replayed { base: string; bonus: string; deduction: string; total: string }

const of = (line: TraceLine | undefined, name: string): Exact => exact(String(line?.inputs[name] ?? 0))
const out = (line: TraceLine): Exact => exact(String(line.output))
const within = (path: string, list: string) => (l: TraceLine): boolean => l.path.startsWith(`${path}/${list}/`)

/** Points of a criterion: the value it starts from, what rules gave and took, what caps gave back, what stood in or struck out. */
function criterionPoints(trace: readonly TraceLine[], path: string): Exact {
  const mine = trace.filter((l) => l.path === path)
  const struck = mine.find((l) => l.code === 'zero-item' || l.code === 'zeroed')
  if (struck) return ZERO
  const filled = mine.find((l) => l.code.startsWith('missing.'))
  if (filled) return out(filled)
  const settled = mine.find((l) => l.code === 'earned')
  const fired = trace.filter((l) => l.stage === 'award' && within(path, 'rules')(l))
  const caps = trace.filter((l) => l.code === 'cause-cap' && within(path, 'caps')(l))
  const total = (mode: string): Exact => sub(sum(fired.filter((l) => l.inputs['mode'] === mode).map(out)), sum(caps.filter((l) => l.inputs['mode'] === mode).map(out)))
  const set = fired.find((l) => l.inputs['mode'] === 'set')
  const start = set ? out(set) : of(settled, 'start')
  return clamp(sub(add(start, total('award')), total('deduct')), ZERO, of(settled, 'full'))
}

interface Part { id: string; earned: Exact; applicable: Exact; full: Exact }
interface Leaf { all: Exact; parts: Map<string, { points: Exact; earned: Exact }> }

/** Components with the points of their criteria, and the leaves these stand under. */
function combined(trace: readonly TraceLine[]): { parts: Part[]; leaves: Leaf[]; extra: Exact } {
  const lines = trace.filter((l) => l.stage === 'combine' && l.code === 'criterion')
  const leaves = new Map<string, Leaf>()
  for (const line of lines) {
    const node = line.path.slice(0, line.path.lastIndexOf('/criteria/'))
    const leaf = leaves.get(node) ?? { all: ZERO, parts: new Map<string, { points: Exact; earned: Exact }>() }
    const id = String(line.inputs['component'])
    const part = leaf.parts.get(id) ?? { points: ZERO, earned: ZERO }
    leaf.parts.set(id, { points: add(part.points, of(line, 'applicable')), earned: add(part.earned, criterionPoints(trace, line.path)) })
    leaf.all = add(leaf.all, of(line, 'applicable'))
    leaves.set(node, leaf)
  }
  const back = trace.filter((l) => l.code === 'loss-cap')
  const parts = trace.filter((l) => l.stage === 'combine' && l.code === 'component').map((line) => {
    const id = line.path.slice('components/'.length)
    const mine = [...leaves.values()].flatMap((leaf) => leaf.parts.get(id) ?? [])
    const given = sum(back.filter((l) => l.inputs['component'] === id).map(out))
    return { id, earned: add(sum(mine.map((p) => p.earned)), given), applicable: sum(mine.map((p) => p.points)), full: of(line, 'full') }
  })
  const extra = sum(trace.filter((l) => l.stage === 'combine' && l.code === 'extra').map((l) => criterionPoints(trace, l.path)))
  return { parts, leaves: [...leaves.values()], extra }
}

/** The base by the proration the reasons name. */
function prorated(trace: readonly TraceLine[]): Exact | null {
  const line = trace.find((l) => l.path === 'proration')
  if (!line) return null
  const [method, scope] = line.code.split('.')
  const full = of(line, 'full')
  const { parts, leaves, extra } = combined(trace)
  const applicable = sum(parts.map((p) => p.applicable))
  const there = sum(parts.filter((p) => p.applicable.n !== 0n).map((p) => p.full))
  const spread = (part: Part): Exact => {
    const mine = leaves.map((leaf) => ({ part: leaf.parts.get(part.id), all: scope === 'base' ? leaf.all : (leaf.parts.get(part.id)?.points ?? ZERO) })).filter((l) => l.all.n !== 0n)
    const removed = scope === 'base' ? sub(full, applicable) : sub(part.full, part.applicable)
    const share = div(removed, fraction(BigInt(mine.length)))
    return add(part.earned, sum(mine.map((l) => div(mul(l.part?.earned ?? ZERO, share), l.all))))
  }
  const one = (part: Part): Exact => {
    if (method === 'none') return part.earned
    if (method === 'ratio' && scope === 'base') return div(mul(part.earned, full), applicable)
    const inside = method === 'ratio' ? div(mul(part.earned, part.full), part.applicable) : spread(part)
    return scope === 'component' && there.n !== 0n ? div(mul(inside, full), there) : inside
  }
  const results = parts.filter((p) => p.applicable.n !== 0n).map((part) => {
    const rounded = trace.find((l) => l.code === 'round-component' && l.path === `components/${part.id}`)
    return rounded && cmp(of(rounded, 'before'), one(part)) === 0 ? out(rounded) : one(part)
  })
  return add(sum(results), extra)
}

/** One side of the adjustments: events by class, doubles and caps of classes, rules, gate, cap of the side. */
function adjusted(trace: readonly TraceLine[], side: string): Exact {
  const lines = trace.filter((l) => l.stage === 'adjust' && (l.path === side || l.path.startsWith(`${side}/`)))
  if (lines.some((l) => l.code === 'gate-shut')) return ZERO
  const classes = lines.filter((l) => l.code === 'class').map(({ path }) => {
    const events = sum(lines.filter(within(path, 'events')).map(out))
    const doubles = sum(lines.filter((l) => l.code === 'dedupe' && l.path === path).map((l) => of(l, 'removed')))
    const cap = lines.find((l) => l.code === 'class-cap' && l.path === path)
    const kept = sub(events, doubles)
    return cap ? min(kept, of(cap, 'cap')) : kept
  })
  const raw = add(sum(classes), sum(lines.filter(within(side, 'rules')).map(out)))
  const line = lines.find((l) => l.code === 'side')
  return line?.inputs['cap'] === undefined ? raw : min(raw, of(line, 'cap'))
}

/** Computes a unit's result again from its reasons and nothing else. */
export function replay(trace: readonly TraceLine[]): Replayed | null {
  const base = prorated(trace)
  const rounding = trace.find((l) => l.stage === 'round')
  const net = trace.find((l) => l.code === 'net')
  if (!base || !rounding || !net) return null
  const bonus = adjusted(trace, 'bonus')
  const deduction = adjusted(trace, 'deduction')
  const low = net.inputs['min'] ?? null
  const high = net.inputs['max'] ?? null
  let total = sub(add(base, bonus), deduction)
  if (low !== null) total = max(total, exact(String(low)))
  if (high !== null) total = min(total, exact(String(high)))
  for (const line of trace.filter((l) => l.code === 'fix-total')) total = min(total, out(line))
  const places = Number(rounding.inputs['places'])
  const text = (value: Exact): string => fixed(round(value, places, rounding.code as Mode), places)
  return { base: text(base), bonus: text(bonus), deduction: text(deduction), total: text(total) }
}
