import type { Calendar } from '../../model/calendar.ts'
import type { Value } from '../../model/read-fact.ts'
import type { Cohort, Record, Unit } from '../../model/record.ts'
import { sourcesOf } from '../../model/names.ts'
import { answer } from '../answer.ts'
import { deriveOne } from '../derivations.ts'
import { pastYears } from '../history.ts'
import { now } from '../period.ts'
import { planOf } from '../score.ts'
import { isComplete } from '../stages/derive.ts'
import { newWork, type Pass, type Work } from '../work.ts'
import { NOT_APPLICABLE, valueAt, type Block } from './block.ts'
import { put, putWord } from './cells.ts'
import type { Compiled } from './compile.ts'
import { slotOf, type Layout } from './layout.ts'
import { emptyBlock, readFacts } from './read.ts'

export interface LoadOptions {
  /** Needed where a rule counts working days. */
  calendar?: Calendar
  /** Told after each block how many of the units are read, once more for each block that is derived; a callback that throws ends the loading. */
  progress?: (done: number, total: number) => void
}
/** A cohort as columns, in blocks of units that fit a processor's cache; units stand in institutional order. */
export interface Columns { layout: Layout; cohort: Cohort; units: readonly Unit[]; blocks: readonly Block[]; options: LoadOptions }
export const BLOCK = 1024

const word = (seen: string | number | boolean): Value => ({ state: 'given', seen, number: null, events: [], ratings: [], answers: [] })
const before = (a: Unit, b: Unit): number => a.order - b.order || (a.id < b.id ? -1 : 1)
const inOrder = (units: readonly Unit[]): readonly Unit[] => (units.every((u, i) => i === 0 || before(units[i - 1] as Unit, u) < 0) ? units : [...units].sort(before))
function recordsOf(units: readonly Unit[], records: readonly Record[]): Record[] {
  if (records.length === units.length && units.every((u, i) => records[i]?.unit === u.id)) return records as Record[]
  const byUnit = new Map(records.map((r) => [r.unit, r]))
  return units.map((u) => byUnit.get(u.id) ?? { unit: u.id, facts: {} })
}

/** Reads a cohort into columns: facts typed and checked, derived facts computed, everything exact. */
export function load(compiled: Compiled, cohort: Cohort, options: LoadOptions = {}): Columns {
  const { layout, ruleset } = compiled
  const units = inOrder(cohort.units)
  const records = recordsOf(units, cohort.records)
  const past = pastYears({ cohort, issues: [] })
  const { period } = now(ruleset)
  const last = past.find((p) => p.year === ruleset.year - 1 && p.period === period)?.results
  const blocks: Block[] = []
  for (let from = 0; from < units.length; from += BLOCK) {
    const whole = units.length <= BLOCK
    const block = emptyBlock(layout, cohort, past, whole ? units : units.slice(from, from + BLOCK), whole ? records : records.slice(from, from + BLOCK), from, last)
    readFacts(block)
    readUnits(block, compiled)
    blocks.push(block)
    options.progress?.(from + block.n, units.length)
  }
  if (layout.derived.length || layout.pooled.length) deriveAll(compiled, cohort, blocks, options)
  return { layout, cohort, units, blocks, options }
}
/** The same columns if they still fit a changed ruleset, else loaded again. */
export const reload = (compiled: Compiled, columns: Columns): Columns => (columns.layout === compiled.layout ? columns : load(compiled, columns.cohort, columns.options))

/** Attributes, decisions and exemptions. */
function readUnits(block: Block, compiled: Compiled): void {
  const { layout, units, records, n, cells } = block
  const { attributes, decisionKinds } = compiled.ruleset
  const category = slotOf(layout, 'unit.category')
  for (let i = 0; i < n; i++) putWord(block, category, i, word((units[i] as Unit).category))
  cells.fill(0, slotOf(layout, 'unit.id') * n, (slotOf(layout, 'unit.id') + 1) * n)
  for (const { id } of attributes) {
    const slot = slotOf(layout, `unit.${id}`)
    for (let i = 0; i < n; i++) {
      const seen = (units[i] as Unit).attributes?.[id]
      if (seen !== undefined) putWord(block, slot, i, word(seen))
    }
    listAbsent(block, slot)
  }
  for (const kind of decisionKinds) {
    const slot = slotOf(layout, `decision.${kind.id}`)
    for (let i = 0; i < n; i++) putWord(block, slot, i, word((records[i]?.decisions ?? []).some((d) => d.kind === kind.id && isComplete(d, kind))))
  }
  for (let i = 0; i < n; i++) {
    for (const { id } of records[i]?.exemptions ?? []) block.exempt.set(id, [...(block.exempt.get(id) ?? []), i])
  }
  block.absent[layout.nowhere] = Array.from({ length: n }, (_, i) => i)
}
function listAbsent(block: Block, slot: number): void {
  const list: number[] = []
  for (let i = 0; i < block.n; i++) if ((block.cells[slot * block.n + i] as number) <= NOT_APPLICABLE) list.push(i)
  if (list.length) block.absent[slot] = list
  else delete block.absent[slot]
}

/** A fact's value with its lists, as derivations read it. */
const wholeValue = (block: Block, slot: number, i: number): Value => block.lists[slot]?.[i] ?? valueAt(block, slot, i)
/** Derives facts by the exact operations, once per cohort; those that look at other units after it is known who is stopped. */
function deriveAll(compiled: Compiled, cohort: Cohort, blocks: readonly Block[], options: LoadOptions): void {
  const { layout } = compiled
  const needed = new Set([...layout.derived, ...layout.pooled].flatMap((d) => sourcesOf(d.derive)).map((id) => slotOf(layout, id)).filter((slot) => slot < layout.facts.length))
  const works: Work[] = []
  const plan = planOf(compiled.ruleset)
  const past = blocks[0]?.past ?? []
  const pass: Pass = { plan, cohort, works, past, calendar: options.calendar, tracing: false, issues: [] }
  const run = (block: Block, list: Layout['derived']): void => {
    for (const { id, derive } of list) {
      const slot = slotOf(layout, id)
      for (let i = 0; i < block.n; i++) {
        const work = works[block.from + i] as Work
        const value = deriveOne(pass, work, derive)
        work.values.set(id, value)
        put(block, slot, i, value)
      }
      listAbsent(block, slot)
    }
  }
  for (const block of blocks) {
    for (let i = 0; i < block.n; i++) {
      const work = newWork(block.units[i] as Unit, block.records[i])
      for (const slot of needed) work.values.set((layout.slots[slot] as { name: string }).name, wholeValue(block, slot, i))
      works.push(work)
    }
    run(block, layout.derived)
    options.progress?.(block.from + block.n, works.length)
  }
  if (layout.pooled.length === 0) return
  for (const { names } of plan.questions.stops) for (const block of blocks) showAll(block, works, [...names.values, ...names.states])
  answer(plan, 'stops', works)
  for (const block of blocks) run(block, layout.pooled)
}
/** Shows works what stop verdicts ask. */
function showAll(block: Block, works: readonly Work[], names: readonly string[]): void {
  for (let i = 0; i < block.n; i++) {
    const work = works[block.from + i] as Work
    for (const name of names) {
      const slot = slotOf(block.layout, name)
      if (name.startsWith('decision.')) work.past.set(name, valueAt(block, slot, i).seen)
      else if (!name.includes('.') && !work.values.has(name)) work.values.set(name, valueAt(block, slot, i))
    }
  }
}
