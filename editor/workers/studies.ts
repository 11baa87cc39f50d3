import { changeGroups, compare, revisionRows, synthetic, wordDiff, type ChangeGroups, type Cohort, type Comparison, type Lang, type RevisionRow, type Ruleset, type Span } from '../../engine/index.ts'

/** The units a study is about: given, or made up for a ruleset. */
export type CohortChoice = { kind: 'given'; cohort: Cohort } | { kind: 'synthetic'; size: number; lang: Lang }
/** A line of the revision table with how its two texts differ. */
export interface MarkedRow extends RevisionRow { spans: Span[] }
export type Tell = (done: number, total: number) => void

const cohortFor = (choice: CohortChoice, ruleset: Ruleset): Cohort => (choice.kind === 'given' ? choice.cohort : synthetic(ruleset, choice.lang, choice.size))

/** The studies a worker does; each gets the way to tell its progress and its own arguments. */
export const studies = {
  /** What differs between two rulesets, in words. */
  changes: (_tell: Tell, a: Ruleset, b: Ruleset, lang: Lang): ChangeGroups => changeGroups(a, b, lang),
  /** What differs as a revision table, the texts of each line with what is the same, gone and new in them. */
  revision: (_tell: Tell, a: Ruleset, b: Ruleset, lang: Lang): MarkedRow[] => revisionRows(a, b, lang).map((row) => ({ ...row, spans: wordDiff(row.before, row.after) })),
  /** What the difference does to a cohort. */
  compare: (tell: Tell, a: Ruleset, b: Ruleset, cohort: CohortChoice): Comparison => compare(a, b, cohortFor(cohort, b), { progress: tell }),
}

export type Studies = typeof studies
export type StudyName = keyof Studies
export type StudyArgs<S extends StudyName> = Parameters<Studies[S]> extends [Tell, ...infer A] ? A : never
export type StudyAnswer<S extends StudyName> = ReturnType<Studies[S]>
