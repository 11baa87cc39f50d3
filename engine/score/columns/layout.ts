import { derivedInOrder } from '../plan.ts'
import { sharedConditions, type Shared } from '../../model/names.ts'
import type { Condition, Criterion, DerivedFact, Fact, Rule, Ruleset } from '../../model/ruleset.ts'
import type { Program } from './program.ts'
import type { Core } from './core.ts'

/** How the cells of a column are read: numbers, or places in a list of words. */
export type Reader = 'number' | 'ratio' | 'boolean' | 'choice' | 'word' | 'id'
/** One name that conditions or effects may use, with its column. */
export interface Slot { name: string; reader: Reader; fact?: Fact; derived?: DerivedFact }
/** The columns of a ruleset: facts first, then derived facts, decisions, attributes, results and history; the last one is of names that stand for nothing. */
export interface Layout {
  slots: readonly Slot[]
  index: ReadonlyMap<string, number>
  facts: readonly Fact[]
  derived: readonly DerivedFact[]
  pooled: readonly DerivedFact[]
  nowhere: number
  /** Given by the year, the period and what else loading depends on. */
  key: string
}
/** Programs by their condition and cores by their criterion, for as long as columns and shared conditions stay. */
export interface Programs { shared: Shared; known: WeakMap<Condition, Program>; cores: WeakMap<Criterion | readonly Rule[], Core> }

const RESULTS = ['base', 'bonus', 'deduction', 'total', 'rank', 'grade', 'pool'] as const
const readerOf = (fact: Fact): Reader =>
  fact.kind === 'count' || fact.kind === 'number' || fact.kind === 'amount' ? 'number' : fact.kind === 'ratio' || fact.kind === 'boolean' || fact.kind === 'choice' ? fact.kind : 'word'

const keyOf = (r: Ruleset): string => JSON.stringify([
  r.year, r.period, r.attributes.map((a) => a.id), r.decisionKinds, r.history.map((h) => [h.id, h.type]), r.verdicts.map((v) => (v.effect.type === 'zero-file' ? v.effect.ratings : v.effect.type === 'stop' ? v.conditions : '')),
])

/** The layout of a valid ruleset; the earlier one where nothing it depends on has changed. */
export function layOut(ruleset: Ruleset, before?: { ruleset: Ruleset; layout: Layout }): Layout {
  const key = keyOf(ruleset)
  if (before && before.ruleset.facts === ruleset.facts && before.ruleset.derived === ruleset.derived && before.layout.key === key && (before.layout.pooled.length === 0 || before.ruleset.conditions === ruleset.conditions)) return before.layout
  const { alone, pooled } = derivedInOrder(ruleset.derived)
  const number = (name: string): Slot => ({ name, reader: 'number' })
  const word = (name: string): Slot => ({ name, reader: 'word' })
  const slots: Slot[] = [
    ...ruleset.facts.map((fact): Slot => ({ name: fact.id, reader: readerOf(fact), fact })),
    ...[...alone, ...pooled].map((derived): Slot => ({ name: derived.id, reader: 'number', derived })),
    ...ruleset.decisionKinds.map((k) => word(`decision.${k.id}`)),
    word('unit.category'), { name: 'unit.id', reader: 'id' }, ...ruleset.attributes.map((a) => word(`unit.${a.id}`)),
    ...RESULTS.map((id) => (id === 'grade' || id === 'pool' ? word(`result.${id}`) : number(`result.${id}`))),
    ...ruleset.history.map((h) => (h.type === 'streak' ? number(`history.${h.id}`) : word(`history.${h.id}`))),
    word(''),
  ]
  return { slots, index: new Map(slots.map((s, i) => [s.name, i])), facts: ruleset.facts, derived: alone, pooled, nowhere: slots.length - 1, key }
}
export const slotOf = (layout: Layout, name: string): number => layout.index.get(name) ?? layout.nowhere

/** The known programs, as long as the shared conditions are the same. */
export const programsOf = (ruleset: Ruleset, layout: Layout, before?: { ruleset: Ruleset; layout: Layout; programs: Programs }): Programs =>
  before && before.layout === layout && before.ruleset.conditions === ruleset.conditions ? before.programs : { shared: sharedConditions(ruleset), known: new WeakMap(), cores: new WeakMap() }
