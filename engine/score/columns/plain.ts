import { LIMIT, SCALED, type Block } from './block.ts'
import { WHOLE } from './decimal-number.ts'
import type { Bound, Core } from './core.ts'

/** Start plus signed points of the fired rules, held between 0 and full. */
export function flat(points: Float64Array, start: number, full: number, fired: Uint8Array, rule: number, n: number, out: Float64Array, at: number): void {
  const a = rule * n, b = a + n, c = b + n
  const [p = 0, q = 0, r = 0] = points
  switch (points.length) {
    case 0: for (let i = 0; i < n; i++) out[at + i] = start; return
    case 1: for (let i = 0; i < n; i++) { const v = start + (fired[a + i] as number) * p; out[at + i] = v < 0 ? 0 : v > full ? full : v } return
    case 2: for (let i = 0; i < n; i++) { const v = start + (fired[a + i] as number) * p + (fired[b + i] as number) * q; out[at + i] = v < 0 ? 0 : v > full ? full : v } return
    case 3: for (let i = 0; i < n; i++) { const v = start + (fired[a + i] as number) * p + (fired[b + i] as number) * q + (fired[c + i] as number) * r; out[at + i] = v < 0 ? 0 : v > full ? full : v } return
  }
  for (let i = 0; i < n; i++) out[at + i] = start
  for (let k = 0; k < points.length; k++) {
    const by = points[k] as number
    const from = a + k * n
    for (let i = 0; i < n; i++) out[at + i] = (out[at + i] as number) + (fired[from + i] as number) * by
  }
  for (let i = 0; i < n; i++) { const v = out[at + i] as number; out[at + i] = v < 0 ? 0 : v > full ? full : v }
}

/** The same where some rules act per occurrence; false when a fact's numbers do not fit this way. */
export function plain(core: Core, block: Block, fired: Uint8Array, rule: number, out: Float64Array, at: number): boolean {
  const { n } = block
  out.fill(core.start, at, at + n)
  if (!addRules(core, block, fired, rule, out, at, true)) return false
  const { full } = core
  for (let i = 0; i < n; i++) {
    const v = out[at + i] as number
    out[at + i] = v < 0 ? 0 : v > full ? full : v
  }
  return true
}
/** Adds points of plain rules, in their direction or all upwards; false, with nothing added, when a fact's numbers do not fit. */
export function addRules(core: Core, block: Block, fired: Uint8Array, rule: number, out: Float64Array, at: number, signed: boolean): boolean {
  if (!core.firings.every(({ bound }) => bound.slot < 0 || fits(block, bound))) return false
  core.firings.forEach(({ bound }, k) => {
    const sign = signed && bound.mode === 'deduct' ? -1 : 1
    if (bound.slot < 0) addFixed(fired, (rule + k) * block.n, sign * bound.points, block.n, out, at)
    else addEach(block, bound, fired, (rule + k) * block.n, sign, out, at)
  })
  return true
}
const fits = (block: Block, { slot, per, points }: Bound): boolean =>
  block.mode[slot] === SCALED && per.n !== 0 && LIMIT * per.d <= WHOLE && ((LIMIT * per.d) / (per.n * (block.scale[slot] as number)) + 1) * points <= WHOLE
function addFixed(fired: Uint8Array, from: number, points: number, n: number, out: Float64Array, at: number): void {
  for (let i = 0; i < n; i++) out[at + i] = (out[at + i] as number) + (fired[from + i] as number) * points
}
/** Whole occurrences times points, under the rule's own cap. */
function addEach({ cells, n, scale }: Block, { slot, per, points, cap }: Bound, fired: Uint8Array, from: number, sign: number, out: Float64Array, at: number): void {
  const bottom = (scale[slot] as number) * per.n
  const own = slot * n
  for (let i = 0; i < n; i++) {
    const cell = cells[own + i] as number
    const times = cell <= 0 ? 0 : bottom === 1 && per.d === 1 ? cell : Math.floor((cell * per.d) / bottom)
    const amount = times * points
    out[at + i] = (out[at + i] as number) + (fired[from + i] as number) * sign * (amount > cap ? cap : amount)
  }
}
