import { isMisfit, readFact, type Value } from '../../model/read-fact.ts'
import type { Cohort, FactValue, Record, Unit } from '../../model/record.ts'
import { standInFor } from '../stages/derive.ts'
import type { PastYears } from '../work.ts'
import { ID, LIMIT, MISSING, NOT_APPLICABLE, SCALED, WORD, type Block, type Words } from './block.ts'
import { put, putNumber, putQuotient, toReals } from './cells.ts'
import type { Layout } from './layout.ts'

const COUNT = 0
const NUMBER = 1
const RATIO = 2
const BOOLEAN = 3
const CHOICE = 4
const OTHER = 5
/** What reading needs to know of each fact, laid out flat. */
interface Readers { kind: Uint8Array; low: Float64Array; high: Float64Array; words: (Words | undefined)[] }
const readers = new WeakMap<Layout, Readers>()
const word = (seen: string | boolean): Value => ({ state: 'given', seen, number: null, events: [], ratings: [], answers: [] })
function readersOf(layout: Layout): Readers {
  const known = readers.get(layout)
  if (known) return known
  const size = layout.facts.length
  const made: Readers = { kind: new Uint8Array(size), low: new Float64Array(size), high: new Float64Array(size), words: [] }
  layout.facts.forEach((fact, slot) => {
    made.kind[slot] = (fact.kind === 'count' ? COUNT : fact.kind === 'number' || fact.kind === 'amount' ? NUMBER : fact.kind === 'ratio' ? RATIO : fact.kind === 'boolean' ? BOOLEAN : fact.kind === 'choice' ? CHOICE : OTHER)
    made.low[slot] = Math.max(fact.min ?? -Infinity, fact.kind === 'count' ? 0 : -1e12)
    made.high[slot] = Math.min(fact.max ?? Infinity, 1e12)
    if (fact.kind === 'boolean') made.words[slot] = { list: [word(false), word(true)], code: new Map([[false, 0], [true, 1]]) }
    if (fact.kind === 'choice') made.words[slot] = { list: (fact.options ?? []).map((o) => word(o.id)), code: new Map((fact.options ?? []).map((o, code) => [o.id, code])) }
  })
  readers.set(layout, made)
  return made
}

/** An empty block; every cell is missing. */
export function emptyBlock(layout: Layout, cohort: Cohort, past: PastYears, units: readonly Unit[], records: readonly Record[], from: number, last: Block['last']): Block {
  const n = units.length
  const size = layout.slots.length
  const { words } = readersOf(layout)
  const block: Block = {
    n, from, units, records, layout, cohort, past, last, cells: new Int32Array(size * n).fill(MISSING), mode: new Uint8Array(size), scale: new Float64Array(size).fill(1), reals: [],
    words: words.map((w) => w && { list: [...w.list], code: new Map(w.code) }), lists: [], absent: [], long: new Map(), exempt: new Map(), misfits: new Set(), filled: new Uint8Array(n),
  }
  layout.slots.forEach((slot, k) => (block.mode[k] = slot.reader === 'number' || slot.reader === 'ratio' ? SCALED : slot.reader === 'id' ? ID : WORD))
  layout.slots.forEach((slot, k) => slot.reader === 'ratio' && toReals(block, k))
  return block
}

/** Reads the facts of every record, row by row: records of one shape name their facts in one order. */
export function readFacts(block: Block): void {
  const { n, cells, layout, scale, records } = block
  const { kind, low, high } = readersOf(layout)
  const size = layout.facts.length
  const given = new Int32Array(size)
  const names: string[] = []
  const slots: number[] = []
  for (let i = 0; i < n; i++) {
    const facts = (records[i] as Record).facts
    let place = 0
    for (const name in facts) {
      if (names[place] !== name) {
        names[place] = name
        slots[place] = slotOfFact(layout, name)
      }
      const slot = slots[place++] as number
      if (slot < 0) continue
      const raw = facts[name] as FactValue
      const at = slot * n + i
      const reader = kind[slot] as number
      if (reader <= NUMBER) {
        const by = scale[slot] as number
        if (typeof raw === 'number' && block.mode[slot] === SCALED && raw >= (low[slot] as number) && raw <= (high[slot] as number)) {
          const cell = by === 1 ? raw : Math.round(raw * by)
          if ((cell | 0) === cell && cell <= LIMIT && cell >= -LIMIT && (by === 1 || cell / by === raw)) {
            cells[at] = cell
            given[slot] = (given[slot] as number) + 1
            continue
          }
        }
      } else if (reader === BOOLEAN) {
        if (typeof raw === 'boolean') {
          cells[at] = raw ? 1 : 0
          given[slot] = (given[slot] as number) + 1
          continue
        }
      }
      if (readSlowly(block, slot, i, raw, reader)) given[slot] = (given[slot] as number) + 1
    }
  }
  for (let slot = 0; slot < size; slot++) if ((given[slot] as number) < n) standInAll(block, slot)
}
const slotOfFact = (layout: Layout, name: string): number => {
  const slot = layout.index.get(name)
  return slot !== undefined && slot < layout.facts.length ? slot : -1
}

/** Reads one value by the rules of its kind; true when it is given. */
function readSlowly(block: Block, slot: number, i: number, raw: FactValue, reader: number): boolean {
  const fact = block.layout.facts[slot]
  if (!fact) return false
  if (reader === RATIO && isWholeRatio(raw)) {
    if (raw.denominator === 0) return absent(block, slot, i, NOT_APPLICABLE)
    const seen = raw.numerator / raw.denominator
    if ((fact.min !== undefined && seen < fact.min) || (fact.max !== undefined && seen > fact.max)) block.misfits.add(slot * block.n + i)
    else putQuotient(block, slot, i, raw.numerator, raw.denominator, seen)
    return !block.misfits.has(slot * block.n + i)
  }
  if (reader === CHOICE && typeof raw === 'string') {
    const code = block.words[slot]?.code.get(raw)
    if (code === undefined) block.misfits.add(slot * block.n + i)
    if (code === undefined) return false
    block.cells[slot * block.n + i] = code
    return true
  }
  if (fact.kind === 'date' && typeof raw === 'string') {
    const code = block.words[slot]?.code.get(raw)
    if (code !== undefined) {
      block.cells[slot * block.n + i] = code
      return true
    }
  }
  const value = readFact(fact, raw)
  if (isMisfit(value)) block.misfits.add(slot * block.n + i)
  if (isMisfit(value) || value.state === 'missing') return false
  if (value.state === 'not-applicable') return absent(block, slot, i, NOT_APPLICABLE)
  if (reader <= NUMBER) putNumber(block, slot, i, raw as number)
  else put(block, slot, i, value)
  if (reader === OTHER && fact.kind !== 'date') (block.lists[slot] ??= [])[i] = value
  return true
}
const absent = (block: Block, slot: number, i: number, mark: number): false => {
  block.cells[slot * block.n + i] = mark
  return false
}
const isWholeRatio = (raw: FactValue): raw is { numerator: number; denominator: number } =>
  typeof raw === 'object' && raw !== null && 'numerator' in raw && 'denominator' in raw && Number.isInteger(raw.numerator) && Number.isInteger(raw.denominator) && raw.numerator >= 0 && raw.denominator >= 0 && raw.numerator <= 1e9 && raw.denominator <= 1e9

/** Puts what stands in for missing values by the fact's own policy, and lists the units that stay without. */
function standInAll(block: Block, slot: number): void {
  const fact = block.layout.facts[slot]
  const stands = fact !== undefined && (fact.missing === 'zero' || fact.missing === 'last-year')
  const list: number[] = []
  for (let i = 0; i < block.n; i++) {
    const cell = block.cells[slot * block.n + i] as number
    if (cell > NOT_APPLICABLE) continue
    if (stands && cell === MISSING && !block.misfits.has(slot * block.n + i)) {
      const value = standInFor(fact, fact.missing === 'last-year' ? block.last?.get((block.units[i] as Unit).id)?.facts?.[fact.id] : undefined)
      if (value.state === 'given') {
        put(block, slot, i, value)
        if (fact.kind !== 'events') block.filled[i] = (block.filled[i] as number) | (fact.missing === 'zero' ? 1 : 2)
        continue
      }
    }
    list.push(i)
  }
  if (list.length) block.absent[slot] = list
}
