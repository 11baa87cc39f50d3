import { issue, type Issue } from '../model/issue.ts'
import { under } from '../model/path.ts'
import { isMisfit, readFact } from '../model/read-fact.ts'
import type { Cohort, EventItem, Record } from '../model/record.ts'
import type { Fact, Rule, Ruleset } from '../model/ruleset.ts'
import { cohortStructure } from './structure.ts'
import { criteriaOf, nodesOf } from './walk.ts'

/** A cohort against its shape and against the ruleset: units, categories, every fact by its kind and range, judgements, decisions, history. */
export function validateCohort(ruleset: Ruleset, input: unknown): { cohort?: Cohort; issues: Issue[] } {
  const structure = cohortStructure(input)
  if (structure.length) return { issues: structure }
  const cohort = input as Cohort
  return { cohort, issues: [...belongs(ruleset, cohort), ...units(ruleset, cohort), ...records(ruleset, cohort), ...history(ruleset, cohort)] }
}
const unknown = (level: Issue['level'], path: string, kind: string, id: string): Issue => issue(level, 'reference.unknown', path, { kind, id })

/** Data of another year are scored (as a trial), but never in silence. */
const belongs = (ruleset: Ruleset, cohort: Cohort): Issue[] =>
  cohort.scheme === ruleset.scheme && cohort.year === ruleset.year ? [] : [issue('warning', 'cohort.other', '', { scheme: ruleset.scheme, year: ruleset.year, otherScheme: cohort.scheme, otherYear: cohort.year })]

function units(ruleset: Ruleset, cohort: Cohort): Issue[] {
  const seen = new Set<string>()
  return cohort.units.flatMap((unit) => {
    const path = under('units', unit.id)
    const double = seen.has(unit.id) ? [issue('error', 'id.double', path, { id: unit.id })] : []
    seen.add(unit.id)
    const category = ruleset.categories.some((c) => c.id === unit.category) ? [] : [unknown('error', path, 'category', unit.category)]
    const attributes = Object.keys(unit.attributes ?? {}).filter((id) => !ruleset.attributes.some((a) => a.id === id)).map((id) => unknown('warning', path, 'attribute', id))
    return [...double, ...category, ...attributes]
  })
}

/** What records may name; `rules` are those of each criterion and, under their own names, of both sides. */
interface Known { facts: ReadonlyMap<string, Fact>; rules: ReadonlyMap<string, readonly Rule[]>; places: ReadonlySet<string>; decisions: ReadonlySet<string> }
function records(ruleset: Ruleset, cohort: Cohort): Issue[] {
  const criteria = criteriaOf(ruleset).map(({ criterion }) => criterion)
  const known: Known = {
    facts: new Map(ruleset.facts.map((f) => [f.id, f])), rules: new Map([['bonus', ruleset.bonus.rules ?? []], ['deduction', ruleset.deduction.rules ?? []], ...criteria.map((c): [string, Rule[]] => [c.id, c.rules])]),
    places: new Set([...nodesOf(ruleset).map(({ node }) => node.id), ...criteria.map((c) => c.id)]), decisions: new Set(ruleset.decisionKinds.map((d) => d.id)),
  }
  const ids = new Set(cohort.units.map((u) => u.id))
  const seen = new Set<string>()
  return cohort.records.flatMap((record) => {
    const path = under('records', record.unit)
    const found: Issue[] = []
    if (!ids.has(record.unit)) found.push(unknown('error', path, 'unit', record.unit))
    if (seen.has(record.unit)) found.push(issue('error', 'id.double', path, { id: record.unit }))
    seen.add(record.unit)
    return [...found, ...facts(known, record, path), ...judgements(known, record, path), ...(record.decisions ?? []).filter((d) => !known.decisions.has(d.kind)).map((d) => unknown('error', under(path, 'decisions', d.id), 'decision', d.kind)),
      ...(record.exemptions ?? []).filter((e) => !known.places.has(e.id)).map((e) => unknown('error', under(path, 'exemptions', e.id), 'place', e.id))]
  })
}
function facts(known: Known, record: Record, path: string): Issue[] {
  return Object.entries(record.facts).flatMap(([id, raw]) => {
    const at = under(path, 'facts', id)
    const fact = known.facts.get(id)
    if (!fact) return [issue('error', 'fact.unknown', at, { fact: id })]
    const value = readFact(fact, raw)
    return isMisfit(value) ? [issue('error', value.code, at, value.values)] : events(fact, value.events, at)
  })
}
/** What events are called must be known to their fact, else no tariff or filter would ever see them. */
function events(fact: Fact, list: readonly EventItem[], path: string): Issue[] {
  const seen = new Set<string>()
  return list.flatMap((event) => {
    const at = under(path, event.id)
    const double = seen.has(event.id) ? [issue('error', 'id.double', at, { id: event.id })] : []
    seen.add(event.id)
    const strange = (kind: string, id: string | undefined, among: Fact['kinds']): Issue[] => (id === undefined || !among || among.some((n) => n.id === id) ? [] : [unknown('warning', at, kind, id)])
    return [...double, ...strange('event-kind', event.kind, fact.kinds), ...strange('event-level', event.level, fact.levels), ...strange('event-source', event.source, fact.sources), ...strange('severity', event.severity, fact.severities)]
  })
}
const judgements = (known: Known, record: Record, path: string): Issue[] => (record.judgements ?? []).flatMap((j) => {
  const at = under(path, 'judgements', j.criterion)
  const rule = known.rules.get(j.criterion)?.find((r) => r.id === j.rule)?.event
  if (rule?.type !== 'assess') return [issue('error', 'judgement.unknown', at, { criterion: j.criterion, rule: j.rule })]
  const { from, to } = rule.params
  if (!(j.points >= from && j.points <= to)) return [issue('error', 'judgement.range', at, { criterion: j.criterion, rule: j.rule, points: j.points, from, to })]
  return j.reason?.trim() ? [] : [issue('error', 'judgement.reason', at, { criterion: j.criterion, rule: j.rule })]
})

/** Earlier results count by grades that exist; a grade of other years is only told. */
const history = (ruleset: Ruleset, cohort: Cohort): Issue[] => {
  const grades = new Set(ruleset.grades.map((g) => g.id))
  return cohort.history.flatMap(({ year, results }) => results.filter((r) => r.grade !== undefined && !grades.has(r.grade)).map((r) => unknown('warning', under('history', year, 'results', r.unit), 'grade', r.grade ?? '')))
}
