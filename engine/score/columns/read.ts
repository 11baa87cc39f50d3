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
/** `places` remembers how fine the numbers of each fact were last time. */
interface Readers { kind: Uint8Array; low: Float64Array; high: Float64Array; places: Float64Array; words: (Words | undefined)[] }
const readers = new WeakMap<Layout, Readers>()
const word = (seen: string | boolean): Value => ({ state: 'given', seen, number: null, events: [], ratings: [], answers: [] })
function readersOf(layout: Layout): Readers {
  const known = readers.get(layout)
  if (known) return known
  const size = layout.facts.length
  const made: Readers = { kind: new Uint8Array(size), low: new Float64Array(size), high: new Float64Array(size), places: new Float64Array(size).fill(1), words: [] }
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

/** Records are read some at a time, each as the list of its values; one record after the other names its facts in the same order, so a name is looked up once. */
interface Reading { block: Block; names: readonly string[]; slots: Int32Array; rows: (readonly FactValue[])[]; from: number; given: Int32Array }
const TILE = 64

/** Reads the facts of every record, column by column. */
export function readFacts(block: Block): void {
  const { layout, n, records, scale } = block
  const { kind, places } = readersOf(layout)
  const size = layout.facts.length
  const reading: Reading = { block, names: [], slots: new Int32Array(size), rows: [], from: 0, given: new Int32Array(size) }
  for (let slot = 0; slot < size; slot++) if (kind[slot] === NUMBER) scale[slot] = places[slot] as number
  for (let i = 0; i < n; i++) {
    // Lists of names and values cost the same for objects of any shape; single look-ups by a changing name are several times slower.
    const { facts } = records[i] as Record
    const known = named(reading.names, facts)
    if (reading.rows.length === TILE || !known) readTile(reading, i)
    if (!known) learn(reading, Object.keys(facts))
    reading.rows.push(Object.values(facts))
  }
  readTile(reading, n)
  for (let slot = 0; slot < size; slot++) {
    if (kind[slot] === NUMBER && block.mode[slot] === SCALED) places[slot] = scale[slot] as number
    if ((reading.given[slot] as number) < n) standInAll(block, slot)
  }
}
/** Are these the names of a record, in this order? */
function named(names: readonly string[], facts: object): boolean {
  let k = 0
  for (const name in facts) if (names[k++] !== name) return false
  return k === names.length
}
function learn(reading: Reading, names: readonly string[]): void {
  if (names.length > reading.slots.length) reading.slots = new Int32Array(names.length)
  reading.names = names
  names.forEach((name, place) => (reading.slots[place] = slotOfFact(reading.block.layout, name)))
}
function readTile(reading: Reading, next: number): void {
  const { block, names, slots, rows, given } = reading
  if (rows.length) {
    const { kind, low, high } = readersOf(block.layout)
    for (let place = 0; place < names.length; place++) {
      const slot = slots[place] as number
      if (slot < 0) continue
      const reader = kind[slot] as number
      const count = reader <= NUMBER ? readNumbers(reading, place, slot, reader, low[slot] as number, high[slot] as number) : reader === BOOLEAN ? readBooleans(reading, place, slot) : reader === CHOICE ? readWords(reading, place, slot) : readOthers(reading, place, slot, reader)
      given[slot] = (given[slot] as number) + count
    }
  }
  reading.rows = []
  reading.from = next
}
function readNumbers({ block, rows, from }: Reading, place: number, slot: number, reader: number, low: number, high: number): number {
  const { n, cells, scale, mode } = block
  const at = slot * n + from
  let count = 0
  let by = mode[slot] === SCALED ? (scale[slot] as number) : 0
  for (let r = 0; r < rows.length; r++) {
    const raw = (rows[r] as readonly FactValue[])[place] as FactValue
    if (typeof raw === 'number' && raw >= low && raw <= high) {
      const cell = by === 1 ? raw | 0 : Math.round(raw * by)
      if (by === 1 ? cell === raw && cell <= LIMIT && cell >= -LIMIT : by !== 0 && cell / by === raw && cell <= LIMIT && cell >= -LIMIT) {
        cells[at + r] = cell
        count++
        continue
      }
    }
    if (readSlowly(block, slot, from + r, raw, reader)) count++
    by = mode[slot] === SCALED ? (scale[slot] as number) : 0
  }
  return count
}
function readBooleans({ block, rows, from }: Reading, place: number, slot: number): number {
  const { n, cells } = block
  const at = slot * n + from
  let count = 0
  for (let r = 0; r < rows.length; r++) {
    const raw = (rows[r] as readonly FactValue[])[place] as FactValue
    if (raw === true || raw === false) {
      cells[at + r] = raw ? 1 : 0
      count++
    } else if (readSlowly(block, slot, from + r, raw, BOOLEAN)) count++
  }
  return count
}
function readWords({ block, rows, from }: Reading, place: number, slot: number): number {
  const { n, cells } = block
  const at = slot * n + from
  const known = block.words[slot]?.code
  let count = 0
  for (let r = 0; r < rows.length; r++) {
    const raw = (rows[r] as readonly FactValue[])[place] as FactValue
    const code = typeof raw === 'string' ? known?.get(raw) : undefined
    if (code !== undefined) {
      cells[at + r] = code
      count++
    } else if (readSlowly(block, slot, from + r, raw, OTHER)) count++
  }
  return count
}
function readOthers({ block, rows, from }: Reading, place: number, slot: number, reader: number): number {
  let count = 0
  for (let r = 0; r < rows.length; r++) if (readSlowly(block, slot, from + r, (rows[r] as readonly FactValue[])[place] as FactValue, reader)) count++
  return count
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
