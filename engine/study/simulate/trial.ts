import type { Cohort } from '../../model/record.ts'
import type { Ruleset } from '../../model/ruleset.ts'
import { compile, type Compiled } from '../../score/columns/compile.ts'
import { evaluate } from '../../score/columns/evaluate.ts'
import { load, type Columns } from '../../score/columns/load.ts'
import type { Results } from '../../score/columns/results.ts'
import { weightsOf, withNumbers, withWeights } from '../../score/columns/weights.ts'
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
