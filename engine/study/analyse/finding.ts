import type { Issue, Level } from '../../model/issue.ts'
import type { FactValue } from '../../model/record.ts'
import type { Step } from '../../model/step.ts'

/** A unit that shows the fault: what it is, its facts by id, or only its total. */
export interface Counterexample {
  facts?: { [id: string]: FactValue }
  unit?: { category: string; attributes: { [id: string]: boolean | number | string } }
  total?: string
}
/** A fault of the rules themselves, found without data. Values hold ids of facts, rules and grades; sentences show their labels. */
export interface Finding {
  level: Level
  /** Stable, dotted, such as `rule.dead`. */
  code: string
  /** Where, by ids. */
  path: string
  values: Issue['values']
  /** Other places that belong to it. */
  related?: string[]
  counterexample?: Counterexample
  /** Steps that mend it and leave the ruleset valid. */
  fix?: Step[]
}

/** Steps as a part of a finding; none at all is left out. */
export const fixed = (steps: Step[]): Pick<Finding, 'fix'> => (steps.length ? { fix: steps } : {})
