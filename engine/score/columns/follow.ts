import type { Value } from '../../model/read-fact.ts'
import { LIMIT, NOT_APPLICABLE, REAL, SCALED, WORD, type Block } from './block.ts'
import { putWord, toReals } from './cells.ts'
import type { Compiled } from './compile.ts'
import { power } from './decimal-number.ts'
import { slotOf } from './layout.ts'
import type { Recalled } from './recall.ts'
import type { Results } from './results.ts'
import { answerInto } from './state.ts'

const word = (seen: string | boolean): Value => ({ state: 'given', seen, number: null, events: [], ratings: [], answers: [] })

/** Empties a column for what is written next. */
function clear(block: Block, slot: number, mark: number, mode: number): void {
  block.cells.fill(mark, slot * block.n, (slot + 1) * block.n)
  block.mode[slot] = mode
  block.scale[slot] = 1
  delete block.reals[slot]
  delete block.absent[slot]
  if (mode === WORD) block.words[slot] = { list: [], code: new Map() }
}
function absent(block: Block, slot: number): void {
  const list: number[] = []
  for (let i = 0; i < block.n; i++) if ((block.cells[slot * block.n + i] as number) <= NOT_APPLICABLE) list.push(i)
  if (list.length) block.absent[slot] = list
}
/** Writes whole numbers of 1/scale; `there` says for which units. */
function writeNumbers(block: Block, slot: number, scale: number, of: (unit: number) => number, there: (unit: number) => boolean): void {
  clear(block, slot, NOT_APPLICABLE, SCALED)
  block.scale[slot] = scale
  for (let i = 0; i < block.n; i++) {
    const unit = block.from + i
    if (!there(unit)) continue
    const value = of(unit)
    if (block.mode[slot] === SCALED && Math.abs(value) > LIMIT) toReals(block, slot)
    if (block.mode[slot] === SCALED) block.cells[slot * block.n + i] = value
    else writeReal(block, slot, i, value / scale)
  }
  absent(block, slot)
}
function writeReal(block: Block, slot: number, i: number, seen: number): void {
  const reals = toReals(block, slot)
  reals.seen[i] = seen
  block.mode[slot] = REAL
  block.cells[slot * block.n + i] = 0
}
/** Writes words; null = not applicable. */
function writeWords(block: Block, slot: number, of: (unit: number) => string | boolean | null): void {
  clear(block, slot, NOT_APPLICABLE, WORD)
  for (let i = 0; i < block.n; i++) {
    const seen = of(block.from + i)
    if (seen !== null) putWord(block, slot, i, word(seen))
  }
  absent(block, slot)
}

/** Shows results and history to the conditions that ask for them. */
export function show(compiled: Compiled, results: Results, block: Block, recalled: readonly Recalled[] | null): void {
  const { layout, ruleset } = compiled
  const asks = (name: string): number => (compiled.read.has(slotOf(layout, name)) ? slotOf(layout, name) : -1)
  const totals = (unit: number): boolean => results.hasTotal[unit] === 1
  const slot = asks('result.total')
  if (slot >= 0) writeNumbers(block, slot, power(ruleset.rounding.places), (unit) => results.total[unit] as number, totals)
  for (const id of ['base', 'bonus', 'deduction'] as const) {
    const at = asks(`result.${id}`)
    if (at < 0) continue
    clear(block, at, NOT_APPLICABLE, SCALED)
    toReals(block, at)
    for (let i = 0; i < block.n; i++) if (totals(block.from + i)) writeReal(block, at, i, results.seen[id][block.from + i] as number)
    absent(block, at)
  }
  const grade = asks('result.grade')
  if (grade >= 0) writeWords(block, grade, (unit) => (recalled ? (ruleset.grades[results.grade[unit] as number]?.id ?? null) : null))
  const rank = asks('result.rank')
  if (rank >= 0) writeNumbers(block, rank, 1, (unit) => results.rank[unit] as number, (unit) => recalled !== null && results.rank[unit] !== 0)
  const pool = asks('result.pool')
  if (pool >= 0) writeWords(block, pool, (unit) => (recalled ? (ruleset.ranking.pools[results.pool[unit] as number]?.id ?? null) : null))
  ruleset.history.forEach((rule, k) => {
    const at = asks(`history.${rule.id}`)
    if (at < 0 || !recalled) return
    const values = recalled[k] as Recalled
    if (rule.type === 'streak') writeNumbers(block, at, 1, (unit) => values[unit] as number, () => true)
    else writeWords(block, at, (unit) => values[unit] === 1)
  })
}

/** Which outcomes follow for each unit: what does not apply may, what is missing may not, a blocked unit has none. */
export function follow(compiled: Compiled, results: Results, block: Block): void {
  const answers = new Uint8Array(block.n)
  compiled.outcomes.forEach((program, k) => {
    answerInto(program, block, answers, 0)
    const at = k * results.size + block.from
    for (let i = 0; i < block.n; i++) {
      const answer = answers[i] as number
      results.outcomes[at + i] = (answer & 1) === 1 && (answer & 6) !== 2 && !results.blocked.has(block.from + i) ? 1 : 0
    }
  })
}
