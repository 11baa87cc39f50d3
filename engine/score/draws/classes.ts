import type { Block } from '../columns/block.ts'
import type { Core } from '../columns/core.ts'
import { factorOf, TIMES, wayOf, type Factor } from './factors.ts'

/** So often times points that the format allows are whole numbers without error. */
const MANY = 1e6

/** Units to whom a criterion gives the same at any points: their class, and what each class is given by each rule. Class 0 gets nothing. */
export interface Classes {
  core: Core
  /** How the points of each rule come about. */
  ways: readonly number[]
  count: number
  /** Unit → class. */
  of: Uint16Array
  /** Class × rule: n/d; d 0 = the rule does not fire. */
  n: Float64Array
  d: Float64Array
  /** What assessors chose, by class × rule. */
  judged: ReadonlyMap<number, Factor['judged']>
  /** Classes whose worth does not depend on points: n/d ten-thousandths; d 0 = it does. */
  fixedN: Float64Array
  fixedD: Float64Array
  /** 1 award, −1 deduct for each rule, when all give or take whole points so many times and nothing caps them together. */
  signs: Int8Array | null
}

interface Row { n: number[]; d: number[]; judged: Factor['judged'][]; fixed: { n: number; d: number } | null }
/** Puts the units of a criterion in classes. */
export class Sorter {
  readonly #core: Core
  readonly #of: Uint16Array
  readonly #known = new Map<string, number>()
  readonly #rows: Row[]

  constructor(core: Core, units: number) {
    this.#core = core
    this.#of = new Uint16Array(units)
    const none = core.firings.map(() => 0)
    this.#rows = [{ n: none, d: none, judged: none.map(() => []), fixed: { n: 0, d: 1 } }]
  }
  /** A unit that is given what its fired rules give; false when one of them cannot be told. Throws TooLong. */
  take(unit: number, block: Block, i: number, fired: (rule: number) => boolean): boolean {
    const factors = this.#core.firings.map((f, k) => (fired(k) ? factorOf(f.bound, this.#core, f.rule.id, block, i) : undefined))
    if (factors.some((f) => f === null)) return false
    const key = factors.map((f) => (f ? `${f.n}/${f.d}${f.judged.map((j) => ` ${j.points} ${j.by ?? ''}`).join()}` : '')).join(';')
    this.#put(unit, key, { n: factors.map((f) => f?.n ?? 0), d: factors.map((f) => f?.d ?? 0), judged: factors.map((f) => f?.judged ?? []), fixed: null })
    return true
  }
  /** A unit that gets n/d ten-thousandths whatever the criterion is worth. */
  fix(unit: number, n: number, d: number): void {
    const none = this.#core.firings.map(() => 0)
    this.#put(unit, `fixed ${n}/${d}`, { n: none, d: none, judged: none.map(() => []), fixed: { n, d } })
  }
  #put(unit: number, key: string, row: Row): void {
    const found = this.#known.get(key) ?? this.#rows.push(row) - 1
    this.#known.set(key, found)
    this.#of[unit] = found
  }
  classes(): Classes {
    const rows = this.#rows
    const ways = this.#core.firings.map((f) => wayOf(f.bound))
    const rules = ways.length
    const judged = new Map(rows.flatMap((row, c) => row.judged.flatMap((list, k) => (list.length ? [[c * rules + k, list] as const] : []))))
    return {
      core: this.#core, ways, count: rows.length, of: this.#of, judged, n: Float64Array.from(rows.flatMap((r) => r.n)), d: Float64Array.from(rows.flatMap((r) => r.d)),
      fixedN: Float64Array.from(rows, (r) => r.fixed?.n ?? 0), fixedD: Float64Array.from(rows, (r) => r.fixed?.d ?? 0), signs: this.#signs(),
    }
  }
  #signs(): Int8Array | null {
    const { firings, caps } = this.#core
    const even = caps.length === 0 && firings.every(({ bound }) => wayOf(bound) === TIMES && (bound.mode === 'award' || bound.mode === 'deduct')) && this.#rows.every((r) => r.d.every((d) => d <= 1) && r.n.every((n) => n <= MANY) && (!r.fixed || r.fixed.n === 0))
    return even ? Int8Array.from(firings, ({ bound }) => (bound.mode === 'award' ? 1 : -1)) : null
  }
}
