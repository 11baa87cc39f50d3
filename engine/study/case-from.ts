import { same } from '../edit/step.ts'
import type { CaseFile } from '../model/case.ts'
import { split } from '../model/path.ts'
import type { Cohort } from '../model/record.ts'
import type { Ruleset } from '../model/ruleset.ts'
import type { Sheet, TraceLine } from '../model/sheet.ts'
import type { Json } from '../model/step.ts'
import type { ScoreOptions } from '../score/score.ts'
import { workCase, type Case } from './cases.ts'
import { tell } from './explain.ts'
import type { Lang } from './words/fill.ts'

/** An id for a new case that no other case of the file has. */
export function freeCaseId(file: CaseFile, stem: string): string {
  const taken = new Set(file.cases.map((c) => c.id))
  const base = stem.slice(0, 56)
  if (!taken.has(base)) return base
  for (let i = 2; ; i++) if (!taken.has(`${base}-${i}`)) return `${base}-${i}`
}
const differing = <T>(given: { readonly [id: string]: T } = {}, usual: { readonly [id: string]: T } = {}): { [id: string]: T } =>
  Object.fromEntries(Object.entries(given).filter(([id, value]) => !same(value as Json, usual[id] as Json | undefined)))
const some = <T extends object>(key: string, value: T | undefined): { [key: string]: T } => (value === undefined || Object.keys(value).length === 0 ? {} : { [key]: value })

/** A unit of a cohort as a unit of a case: what differs from the baseline. */
function unitOf({ baseline }: CaseFile, cohort: Cohort, id: string): Case['units'][number] {
  const unit = cohort.units.find((u) => u.id === id)
  if (!unit) throw new RangeError(`no unit ${id}`)
  const record = cohort.records.find((r) => r.unit === id)
  return {
    id,
    ...(unit.category === baseline.category ? {} : { category: unit.category }),
    ...some('attributes', differing(unit.attributes, baseline.attributes)),
    ...some('predecessors', unit.predecessors),
    ...some('facts', differing(record?.facts, baseline.facts)),
    ...some('without', Object.keys(baseline.facts).filter((fact) => !record || !Object.hasOwn(record.facts, fact))),
    ...some('judgements', record?.judgements), ...some('decisions', record?.decisions), ...some('exemptions', record?.exemptions),
  }
}

const TOLD = new Set<TraceLine['stage']>(['prorate', 'limit', 'round', 'grade'])
/** The lines that carry the result: what took or gave points, then the sums. */
function arithmetic(ruleset: Ruleset, sheet: Sheet, lang: Lang, record: Cohort['records'][number] | undefined): string[] {
  const moved = new Set(sheet.criteria.filter((c) => c.earned !== c.points).map((c) => c.path))
  const tells = ({ stage, code, path }: TraceLine): boolean => {
    if (TOLD.has(stage)) return true
    if (stage === 'adjust') return code === 'event' || code === 'side'
    if (stage === 'combine') return code === 'component'
    return stage === 'award' && code !== 'earned' && moved.has(path.split('/rules/')[0] ?? path)
  }
  return sheet.trace.filter(tells).map((line) => tell(ruleset, line, lang, record))
}
const PARTS = ['base', 'bonus', 'deduction', 'total', 'grade'] as const
function expectation(sheet: Sheet): Case['expect'][number] {
  const parts = Object.fromEntries(PARTS.flatMap((part) => (sheet[part] === null ? [] : [[part, sheet[part]]])))
  return {
    unit: sheet.unit, state: sheet.state, ...parts,
    ...some('criteria', sheet.criteria.filter((c) => c.state === 'given' && c.earned !== null && c.earned !== c.points).map(({ id, earned }) => ({ id, earned }))),
    ...some('outcomes', sheet.outcomes.map((o) => o.rule)),
  }
}

/**
 * A worked case made of a unit of a cohort: its facts as they differ from the baseline, its results by the ruleset as what is
 * expected, and the arithmetic in words. The unit stands alone in the case, so it has no rank; `alone` says that its total differs from
 * the one it has among all units. Throws RangeError for a unit that is not there.
 */
export function caseFrom(ruleset: Ruleset, file: CaseFile, cohort: Cohort, unit: string, among: Sheet | undefined, lang: Lang, options: Omit<ScoreOptions, 'trace'> = {}): { one: Case; alone: boolean } {
  const own = unitOf(file, cohort, unit)
  const ids = new Set([unit, ...(own.predecessors ?? [])])
  const history = cohort.history.map(({ year, results }) => ({ year, results: results.filter((r) => ids.has(r.unit)) })).filter(({ results }) => results.length > 0)
  const bare: Case = { id: freeCaseId(file, unit), title: cohort.units.find((u) => u.id === unit)?.name ?? unit, arithmetic: [], units: [own], ...some('history', history), expect: [{ unit }] }
  const sheet = workCase(ruleset, file, bare, options).sheets[0]
  if (!sheet) throw new RangeError(`unit ${unit} was not scored`)
  const record = cohort.records.find((r) => r.unit === unit)
  return { one: { ...bare, arithmetic: arithmetic(ruleset, sheet, lang, record), expect: [expectation(sheet)] }, alone: among !== undefined && among.total !== sheet.total }
}

/** The case with what came out expected in place of one line; what has no value any more is no longer expected, and a last expectation stays. */
export function accept(one: Case, { unit, what, got }: { unit: string; what: string; got: string | number | null }): Case {
  const left = what === 'unit' ? one.expect.filter((expected) => expected.unit !== unit) : one.expect.map((expected) => (expected.unit === unit ? accepted(expected, what, got) : expected))
  return left.length ? { ...one, expect: left } : one
}
function accepted(expected: Case['expect'][number], what: string, got: string | number | null): Case['expect'][number] {
  const [part = '', id = ''] = split(what)
  const without = (list: readonly string[] | undefined): string[] => (list ?? []).filter((other) => other !== id)
  if (part === 'criteria') return { ...expected, criteria: (expected.criteria ?? []).flatMap((c) => (c.id !== id ? [c] : got === 'unknown' ? [] : [{ id, earned: got === null ? null : String(got) }])) }
  if (part === 'flags') return { ...expected, flags: without(expected.flags) }
  if (part === 'outcomes') {
    const [fires, not] = [without(expected.outcomes), without(expected.noOutcomes)]
    return { ...expected, outcomes: got === null ? fires : [...fires, id], noOutcomes: got === null ? [...not, id] : not }
  }
  if (part === 'rank') return { ...expected, rank: got === null ? null : Number(got) }
  const rest = { ...expected, [part]: got }
  if (got === null) delete rest[part as keyof typeof rest]
  return rest
}
