import { under } from '../../model/path.ts'
import type { MissingPolicy, Ruleset } from '../../model/ruleset.ts'
import { MISSING_STATE, OFF_STATE, stateAt, type Block } from '../../score/columns/block.ts'
import { placePath, type Compiled } from '../../score/columns/compile.ts'
import type { Core } from '../../score/columns/core.ts'
import { slotOf } from '../../score/columns/layout.ts'
import type { Results } from '../../score/columns/results.ts'
import type { BlockState } from '../../score/columns/state.ts'
import { criteriaAmong, readersOf, type Reader } from './readers.ts'

/** Something the later ruleset asks of the data and the cohort does not have for units it concerns; nothing is guessed but what a policy says. */
export interface Need {
  /** A fact, an attribute, points an assessor must give, a place in an outside ranking, last year's value, or a category the ruleset does not know. */
  kind: 'fact' | 'attribute' | 'judgement' | 'ranking' | 'last-year' | 'category'
  id: string
  /** Where it stands in the later ruleset. */
  path: string
  /** The earlier ruleset does not ask for it. */
  fresh: boolean
  /** Ids of the units that lack it, and of those among them whose value is there but does not fit. */
  units: string[]
  unreadable: string[]
  /** The fact's own policy, and for how many of the units it puts a value in. */
  policy: MissingPolicy | null
  filled: number
  /** Criteria that read it, each with the policy that acts when it cannot be scored. */
  criteria: { path: string; policy: MissingPolicy }[]
}
interface Lack { units: string[]; unreadable: string[]; filled: number }

const concerns = (state: BlockState, { places, everyone }: Reader, i: number): boolean => everyone || places.some((p) => (state.off[p]?.[i] ?? 0) !== OFF_STATE)
const idAt = (block: Block, i: number): string => block.units[i]?.id ?? ''

/** Units a column concerns and that have no value there, or only one that a policy put in. */
function lackOf(results: Results, slot: number, reader: Reader, filling: boolean): Lack {
  const fact = results.compiled.layout.slots[slot]?.fact
  const lack: Lack = { units: [], unreadable: [], filled: 0 }
  for (const state of results.states) {
    const { block } = state
    const take = (i: number, filled: boolean): void => {
      if (!concerns(state, reader, i)) return
      lack.units.push(idAt(block, i))
      if (filled) lack.filled++
      if (block.misfits.has(slot * block.n + i)) lack.unreadable.push(idAt(block, i))
    }
    if (!filling) for (const i of block.absent[slot] ?? []) { if (stateAt(block, slot, i) === MISSING_STATE) take(i, false) }
    else for (let i = 0; i < block.n; i++) {
      const raw = block.records[i]?.facts[fact?.id ?? '']
      const missing = stateAt(block, slot, i) === MISSING_STATE
      if (missing || raw === undefined || (typeof raw === 'object' && 'state' in raw && raw.state === 'missing')) take(i, !missing)
    }
  }
  return lack
}

/** Points an assessor must give: rules that act on a unit without a judgement. */
function judgements(results: Results): { path: string; id: string; policy: MissingPolicy | null; lack: Lack }[] {
  const { compiled } = results
  const found = (core: Core, rule: number, owner: string, path: string, index: number | null, policy: MissingPolicy | null) =>
    core.firings.flatMap(({ rule: { id, event } }, k) => {
      if (event.type !== 'assess') return []
      const units = results.states.flatMap((state) => {
        const { block, awards } = state
        return Array.from({ length: block.n }, (_, i) => i).filter((i) => awards.fired[(rule + k) * block.n + i] === 1 && (index === null || (state.off[index]?.[i] ?? 0) !== OFF_STATE) &&
          !(block.records[i]?.judgements ?? []).some((j) => j.criterion === owner && j.rule === id)).map((i) => idAt(block, i))
      })
      return [{ path: under(path, 'rules', id), id, policy, lack: { units, unreadable: [], filled: 0 } }]
    })
  return [
    ...compiled.places.flatMap((place, index) => found(place.core, place.rule, place.criterion.id, placePath(compiled, place), index, place.policy)),
    ...compiled.sides.flatMap((side) => found(side.core, side.rule, side.name, side.name, null, null)),
  ]
}
const rulePaths = (compiled: Compiled): Set<string> => new Set(compiled.places.flatMap((p) => p.core.firings.flatMap(({ rule }) => (rule.event.type === 'assess' ? [`${p.criterion.id}/${rule.id}`] : []))))

/** What the evaluated ruleset lacks in its cohort, in its own order; `before` is the earlier ruleset, for what is asked anew. Good until the columns are evaluated again. */
export function needsOf(results: Results, before: Compiled): Need[] {
  const { compiled } = results
  const { layout } = compiled
  const ruleset: Ruleset = compiled.ruleset
  const readers = readersOf(compiled)
  const asked = new Set([...readersOf(before).keys()].map((slot) => before.layout.slots[slot]?.name))
  const need = (kind: Need['kind'], id: string, path: string, reader: Reader | null, name: string, lack: Lack, policy: MissingPolicy | null): Need[] =>
    lack.units.length === 0 ? [] : [{ kind, id, path, fresh: !asked.has(name), ...lack, policy, criteria: reader ? criteriaAmong(compiled, reader) : [] }]
  const facts = layout.facts.flatMap((fact, slot) => {
    const reader = readers.get(slot)
    return reader ? need('fact', fact.id, under('facts', fact.id), reader, fact.id, lackOf(results, slot, reader, fact.missing === 'zero' || fact.missing === 'last-year'), fact.missing ?? null) : []
  })
  const attributes = ruleset.attributes.flatMap(({ id }) => {
    const slot = slotOf(layout, `unit.${id}`)
    const reader = readers.get(slot)
    return reader ? need('attribute', id, under('attributes', id), reader, `unit.${id}`, lackOf(results, slot, reader, false), null) : []
  })
  const elsewhere = [...layout.derived, ...layout.pooled].flatMap((d) => {
    const slot = slotOf(layout, d.id)
    const reader = readers.get(slot)
    const { derive } = d
    if (!reader || (derive.op !== 'difference' && derive.op !== 'position')) return []
    const lack = lackOf(results, slot, reader, false)
    if (derive.op === 'position') return need('ranking', derive.ranking, under('derived', d.id), reader, d.id, lack, null)
    const own = new Set(lackOf(results, slotOf(layout, derive.fact), reader, false).units)
    return need('last-year', derive.fact, under('derived', d.id), reader, d.id, { ...lack, units: lack.units.filter((id) => !own.has(id)) }, null)
  })
  const known = rulePaths(before)
  const given = judgements(results).flatMap(({ id, path, policy, lack }): Need[] => {
    const [criterion = '', rule = ''] = [path.split('/').at(-3), id]
    return lack.units.length === 0 ? [] : [{ kind: 'judgement', id, path, fresh: !known.has(`${criterion}/${rule}`), ...lack, policy: null, criteria: policy ? [{ path: path.slice(0, path.lastIndexOf('/rules/')), policy }] : [] }]
  })
  return [...strangers(results, before), ...facts, ...attributes, ...elsewhere, ...given]
}
/** Units whose category the ruleset does not know. */
function strangers(results: Results, before: Compiled): Need[] {
  const found = new Map<string, string[]>()
  results.columns.units.forEach((unit, at) => {
    if (results.category[at] === -1) found.set(unit.category, [...(found.get(unit.category) ?? []), unit.id])
  })
  return [...found].map(([id, units]) => ({ kind: 'category', id, path: 'categories', fresh: before.ruleset.categories.some((c) => c.id === id), units, unreadable: [], policy: null, filled: 0, criteria: [] }))
}
