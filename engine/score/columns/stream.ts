import type { Cohort } from '../../model/record.ts'
import type { Block, Reals, Words } from './block.ts'
import type { Asked, Compiled } from './compile.ts'
import { finish } from './finish.ts'
import { slotOf, type Layout, type Programs, type Slot } from './layout.ts'
import { load, type LoadOptions } from './load.ts'
import { gradingsOf, type Gradings } from './places.ts'
import { programOf } from './program.ts'
import { rate } from './rate.ts'
import { newResults, type Results } from './results.ts'
import { newState, type BlockState } from './state.ts'

/** Columns that are kept of every chunk: what outcomes and requirements of grades read. */
interface Slim { compiled: Compiled; slots: readonly number[]; late: readonly Asked[] }
function slimOf(compiled: Compiled): Slim {
  const { layout, ruleset } = compiled
  const used = new Set([...compiled.requires.flat(), ...compiled.outcomes].flatMap((p) => slotsIn(p.root)))
  const slots = [...layout.slots.keys()].filter((slot) => used.has(slot) || slot === layout.nowhere)
  const kept: Slot[] = slots.map((slot) => layout.slots[slot] as Slot)
  const slim: Layout = { ...layout, slots: kept, index: new Map(kept.map((s, i) => [s.name, i])), nowhere: kept.length - 1 }
  const programs: Programs = { shared: compiled.programs.shared, known: new WeakMap(), cores: new WeakMap() }
  const requires = ruleset.gradings.map((g) => (g.requires ?? []).map((r) => programOf(r.conditions, slim, programs)))
  const outcomes = ruleset.outcomes.map((o) => programOf(o.conditions, slim, programs))
  const read = new Map([...compiled.read].map(([slot, literals]) => [slotOf(slim, layout.slots[slot]?.name ?? ''), literals]))
  const late = lateQuestions(compiled)
  const again = (asked: Asked | null): Asked | null => ((index) => (index < 0 || !asked ? null : { index, program: asked.program }))(late.findIndex((a) => a === asked))
  const asked = late.map(({ program }, index): Asked => ({ index, program }))
  return { compiled: { ...compiled, layout: slim, programs, requires, outcomes, read, asked, verdicts: compiled.verdicts.map(again), pools: compiled.pools.map(again), places: [], rules: 0, components: [] }, slots, late }
}
const slotsIn = (node: Compiled['outcomes'][number]['root']): number[] =>
  node.type === 'test' ? [node.slot] : node.type === 'pair' ? [node.slot, node.other] : node.type === 'not' ? slotsIn(node.node) : node.nodes.flatMap(slotsIn)

/** The part of a block that ranks, history and outcomes still need. */
function slimBlock(block: Block, slim: Slim, from: number): Block {
  const { n } = block
  const { slots } = slim
  const cells = new Int32Array(slots.length * n)
  slots.forEach((slot, k) => cells.set(block.cells.subarray(slot * n, (slot + 1) * n), k * n))
  const of = <T>(list: readonly (T | undefined)[]): (T | undefined)[] => slots.map((slot) => list[slot])
  const history = slim.compiled.ruleset.history.length > 0
  return {
    ...block, from, layout: slim.compiled.layout, units: history || slim.compiled.layout.index.has('unit.id') ? block.units : [], records: [], cohort: { ...block.cohort, units: [], records: [] }, past: history ? block.past : [],
    cells, mode: Uint8Array.from(slots, (slot) => block.mode[slot] as number), scale: Float64Array.from(slots, (slot) => block.scale[slot] as number),
    reals: of<Reals>(block.reals), words: of<Words>(block.words), lists: [], absent: slots.map((slot) => block.absent[slot] as number[]), long: new Map(), misfits: new Set(), exempt: new Map(), filled: new Uint8Array(0),
  }
}
/** Questions whose answers are still asked after totals: caps of grades and pools. */
const lateQuestions = (compiled: Compiled): Asked[] => [...compiled.verdicts.filter((_, v) => compiled.ruleset.verdicts[v]?.effect.type === 'cap-grade'), ...compiled.pools].filter((a) => a !== null)

interface Piece { results: Results; block: Block; answers: Uint8Array[] }

/** Why a ruleset cannot be scored chunk by chunk: something looks at the other units before there are totals; null when it can. */
export const wholeOnly = (compiled: Compiled): string | null =>
  compiled.layout.pooled.length ? `derived/${compiled.layout.pooled[0]?.id ?? ''}` : ((place) => (place ? place.criterion.id : null))(compiled.places.find((p) => p.policy === 'category-mean'))

/** Scores a cohort that comes in chunks; ranks, quotas and outcomes are found over all at the end. Of each chunk only totals and what outcomes read is kept. Throws RangeError for a ruleset that must see all units at once. */
export function scoreChunks(compiled: Compiled, chunks: Iterable<Cohort>, options: LoadOptions = {}): Results {
  const reason = wholeOnly(compiled)
  if (reason !== null) throw new RangeError(`needs the whole cohort at once: ${reason}`)
  const gradings = gradingsOf(compiled)
  const slim = slimOf(compiled)
  const { late } = slim
  const pieces: Piece[] = []
  let size = 0
  for (const cohort of chunks) {
    const columns = load(compiled, cohort, options)
    const states = columns.blocks.map((block) => newState(compiled, block))
    const results = newResults(compiled, columns, states)
    rate(compiled, gradings, states, results)
    for (const { block, answers } of states) {
      const own = late.map((a) => answers.slice(a.index * block.n, (a.index + 1) * block.n))
      pieces.push({ results: { ...results, states: [], columns: { ...columns, units: [], blocks: [], cohort: { ...cohort, units: [], records: [], history: [] } }, alone: new Map() }, block: slimBlock(block, slim, size + block.from), answers: own })
    }
    size += columns.units.length
  }
  return together(slim, gradings, pieces, size)
}
function together(slim: Slim, gradings: Gradings, pieces: readonly Piece[], size: number): Results {
  const { compiled } = slim
  const states = pieces.map(({ block, answers }): BlockState => {
    const state = newState(compiled, block)
    answers.forEach((list, k) => state.answers.set(list, k * block.n))
    return state
  })
  const columns = { layout: compiled.layout, cohort: pieces[0]?.block.cohort ?? { format: 1 as const, scheme: compiled.ruleset.scheme, year: compiled.ruleset.year, label: '-', synthetic: false, units: [], records: [], history: [] }, units: [], blocks: states.map((s) => s.block), options: {} }
  const all = newResults(compiled, columns, states, size)
  let from = 0
  for (const { results } of new Map(pieces.map((p) => [p.results.total, p])).values()) {
    for (const key of ['state', 'total', 'hasTotal', 'base', 'bonus', 'deduction', 'grade', 'category'] as const) all[key].set(results[key] as never, from)
    all.flags.set(results.flags, from * all.words)
    results.ties.forEach((tie, k) => all.ties[k]?.set(tie, from))
    for (const id of ['base', 'bonus', 'deduction'] as const) if (all.seen[id].length) all.seen[id].set(results.seen[id], from)
    for (const [at, paths] of results.blocked) all.blocked.set(from + at, paths)
    from += results.size
  }
  finish(compiled, gradings, all, true)
  return all
}
