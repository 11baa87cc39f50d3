import type { Cohort } from '../../model/record.ts'
import type { Ruleset } from '../../model/ruleset.ts'
import { compile, type Compiled } from '../../score/columns/compile.ts'
import { evaluate } from '../../score/columns/evaluate.ts'
import { load, type Columns } from '../../score/columns/load.ts'
import { BLOCKED, SCORED, type Results } from '../../score/columns/results.ts'
import { weightsOf, withNumbers, withWeights } from '../../score/columns/weights.ts'
import { Draws, numbersOf } from '../../score/draws/draws.ts'
import { keep, type Anew } from '../../score/draws/kept.ts'
import type { Drawn } from '../../score/draws/unit.ts'
import type { Setting } from './uncertain.ts'
import { judgedAt, weighed } from './weighed.ts'

/** A setting written out as a ruleset and a cohort: scoring one by the other gives what the setting gives. */
export function written(compiled: Compiled, cohort: Cohort, { weights, fulls, numbers, records }: Setting): { ruleset: Ruleset; cohort: Cohort } {
  const own = weightsOf(compiled)
  const from = new Map(compiled.places.map((place, k) => [place.criterion.id, { weight: weights[k] as number, from: own[k] as number }]))
  return { ruleset: weighed(numbers?.ruleset ?? compiled.ruleset, weights, fulls, numbers?.criteria ?? null), cohort: judgedAt(records ? { ...cohort, records: [...records] } : cohort, from) }
}

/** Scores a cohort in one setting, keeping the answers of rules where neither facts nor conditions differ; units whose numbers are too long are scored by the setting written out. */
export function tried(compiled: Compiled, columns: Columns, setting: Setting): Results {
  const { numbers, records, weights, fulls } = setting
  const other = numbers ? withNumbers(compiled, numbers.ruleset, numbers.criteria) : compiled
  const drawn = withWeights(other, weights, fulls ?? undefined)
  const results = evaluate(drawn, records ? load(drawn, { ...columns.cohort, records: [...records] }, columns.options) : columns, { outcomes: false })
  if (results.alone.size === 0) return results
  const { ruleset, cohort } = written(compiled, columns.cohort, setting)
  const anew = compile(ruleset)
  return evaluate(anew, load(anew, cohort, columns.options), { outcomes: false })
}

/** What one setting comes to: totals as whole numbers of the last place (0 where there is none), places in the ruleset's grades (−1 none), ranks (0 none). */
export type Outcome = Pick<Drawn, 'total' | 'reached' | 'grade' | 'rank'>
/** The same of an evaluated cohort. */
export const outcomeOf = ({ size, state, total, grade, rank }: Results): Outcome => ({
  rank, reached: Uint8Array.from({ length: size }, (_, i) => Number(state[i] === SCORED)), total: Float64Array.from({ length: size }, (_, i) => (state[i] === SCORED ? (total[i] as number) : 0)),
  grade: Int8Array.from({ length: size }, (_, i) => (state[i] === BLOCKED ? -1 : (grade[i] as number))),
})

/** Tries settings one after the other, each as cheaply as its kind allows. */
export class Trials {
  /** Why settings must be scored anew, null where points are all that need be weighed again. */
  readonly anew: Anew | null
  readonly #compiled: Compiled
  readonly #columns: Columns
  readonly #draws: Draws | null

  constructor(compiled: Compiled, columns: Columns) {
    this.#compiled = compiled
    this.#columns = columns
    const kept = keep(evaluate(compiled, columns, { outcomes: false }))
    this.anew = typeof kept === 'string' ? kept : null
    this.#draws = typeof kept === 'string' ? null : new Draws(kept)
  }
  /** What a setting comes to; holds until the next. */
  run(setting: Setting): Outcome {
    const { numbers, records, weights } = setting
    const same = records === null && (numbers === null || numbers.criteria.every((c, k) => c === this.#compiled.places[k]?.criterion))
    if (this.#draws && same) {
      const own = numbersOf(this.#draws.kept, numbers ? withNumbers(this.#compiled, numbers.ruleset, numbers.criteria) : this.#compiled)
      if (this.#draws.run(weights, own)) return this.#draws.out
    }
    return outcomeOf(tried(this.#compiled, this.#columns, setting))
  }
}
