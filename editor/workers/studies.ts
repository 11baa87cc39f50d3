import { attribute, changeGroups, compare, dragging, inYear, leversOf, prepareDraws, revisionRows, score, seek, simulate, synthetic, wordDiff, type Attribution, type Calendar, type ChangeGroups, type Cohort, type Comparison, type Drag, type Frame, type Goal, type Lang, type LeverKinds, type PreparedDraws, type RevisionRow, type Ruleset, type SeekResult, type Sheet, type SimulateOptions, type Simulation, type Span } from '../../engine/index.ts'

/** The units a study is about: given, or made up for a ruleset. */
export type CohortChoice = { kind: 'given'; cohort: Cohort } | { kind: 'synthetic'; size: number; lang: Lang }
/** A line of the revision table with how its two texts differ. */
export interface MarkedRow extends RevisionRow { spans: Span[] }
export type Tell = (done: number, total: number) => void

const cohortFor = (choice: CohortChoice, ruleset: Ruleset): Cohort => (choice.kind === 'given' ? choice.cohort : synthetic(ruleset, choice.lang, choice.size))

export interface Explained { sheet: Sheet | null; record: Cohort['records'][number] | null; units: { id: string; name: string }[]; label: string; synthetic: boolean; year: number }

/** What the worker holds while a weight is dragged. */
const held: { draws: PreparedDraws | null; drag: Drag | null } = { draws: null, drag: null }
/** Draws made ready: the units in the order in which frames list them. */
export interface ReadyDraws { units: { id: string; name: string; category: string }[] }
/** A frame and the milliseconds it took. */
export interface TimedFrame { frame: Frame; ms: number }

/** The studies a worker does; each gets the way to tell its progress and its own arguments. */
export const studies = {
  /** One unit's sheet with all its reasons, and the data it was scored on; null where the cohort has no such unit. */
  sheet: (_tell: Tell, ruleset: Ruleset, cohort: CohortChoice, unit: string): Explained => {
    const data = cohortFor(cohort, ruleset)
    const { sheets } = score(ruleset, data)
    return { sheet: sheets.find((s) => s.unit === unit) ?? null, record: data.records.find((r) => r.unit === unit) ?? null, units: data.units.map(({ id, name }) => ({ id, name })), label: data.label, synthetic: data.synthetic, year: data.year }
  },
  /** What differs between two rulesets, in words. */
  changes: (_tell: Tell, a: Ruleset, b: Ruleset, lang: Lang): ChangeGroups => changeGroups(a, b, lang),
  /** What differs as a revision table, the texts of each line with what is the same, gone and new in them. */
  revision: (_tell: Tell, a: Ruleset, b: Ruleset, lang: Lang): MarkedRow[] => revisionRows(a, b, lang).map((row) => ({ ...row, spans: wordDiff(row.before, row.after) })),
  /** Which edit moved whom; one edit for each changed thing, or for each section. */
  attribute: (tell: Tell, a: Ruleset, b: Ruleset, cohort: CohortChoice, by: 'thing' | 'section'): Attribution => attribute(a, b, cohortFor(cohort, b), { by, progress: tell }),
  /** What the difference does to a cohort. */
  compare: (tell: Tell, a: Ruleset, b: Ruleset, cohort: CohortChoice): Comparison => compare(a, b, cohortFor(cohort, b), { progress: tell }),
  /** A cohort (made up for the ruleset `made`) scored many times with what is uncertain drawn anew. */
  simulate: (tell: Tell, ruleset: Ruleset, made: Ruleset, cohort: CohortChoice, options: SimulateOptions): Simulation => {
    const given = cohortFor(cohort, made)
    return simulate(inYear(ruleset, given.year), given, { ...options, progress: tell })
  },
  /** The least change that reaches a goal, by levers of some kinds; what is found within so many seconds. */
  seek: (tell: Tell, ruleset: Ruleset, cohort: CohortChoice, { goal, levers, keep, seconds }: { goal: Goal; levers: LeverKinds; keep: boolean; seconds: number }, calendar: Calendar | null): SeekResult => {
    const end = performance.now() + seconds * 1000
    return seek(ruleset, cohortFor(cohort, ruleset), goal, { levers: leversOf(ruleset, levers), keep: { components: keep }, stop: () => performance.now() > end, progress: tell, ...(calendar ? { calendar } : {}) })
  },
  /** Makes draws ready, so that single weights can be dragged. */
  prepareDraws: (_tell: Tell, ruleset: Ruleset, cohort: CohortChoice, options: SimulateOptions): ReadyDraws => {
    const given = cohortFor(cohort, ruleset)
    held.draws = prepareDraws(inYear(ruleset, given.year), given, options)
    held.drag = null
    return { units: [...held.draws.units] }
  },
  /** Takes hold of one criterion of the draws made ready; tells why each step scores anew, null where it is quick. */
  takeWeight: (_tell: Tell, criterion: string): Drag['anew'] => {
    if (!held.draws) throw new RangeError('no draws are ready')
    held.drag = dragging(held.draws, criterion)
    return held.drag.anew
  },
  /** The draws at so many points of the criterion that is held. */
  dragWeight: (_tell: Tell, points: number): TimedFrame => {
    if (!held.drag) throw new RangeError('no weight is held')
    const start = performance.now()
    const frame = held.drag.at(points)
    return { frame, ms: performance.now() - start }
  },
}

export type Studies = typeof studies
export type StudyName = keyof Studies
export type StudyArgs<S extends StudyName> = Parameters<Studies[S]> extends [Tell, ...infer A] ? A : never
export type StudyAnswer<S extends StudyName> = ReturnType<Studies[S]>
