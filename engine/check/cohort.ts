import { issue, type Issue } from '../model/issue.ts'
import { isMisfit, readFact } from '../model/read-fact.ts'
import type { Cohort } from '../model/record.ts'
import type { Ruleset } from '../model/ruleset.ts'
import { criteriaOf } from './walk.ts'
import { cohortStructure } from './structure.ts'

/** A cohort against its shape and against the ruleset: units, categories, every fact by its kind and range, judgements. */
export function validateCohort(ruleset: Ruleset, input: unknown): { cohort?: Cohort; issues: Issue[] } {
  const structure = cohortStructure(input)
  if (structure.length) return { issues: structure }
  const cohort = input as Cohort
  return { cohort, issues: [...units(ruleset, cohort), ...records(ruleset, cohort)] }
}

function units(ruleset: Ruleset, cohort: Cohort): Issue[] {
  const seen = new Set<string>()
  return cohort.units.flatMap((unit) => {
    const path = `units/${unit.id}`
    const double = seen.has(unit.id) ? [issue('error', 'id.double', path, { id: unit.id })] : []
    seen.add(unit.id)
    const category = ruleset.categories.some((c) => c.id === unit.category) ? [] : [issue('error', 'reference.unknown', path, { kind: 'category', id: unit.category })]
    const attributes = Object.keys(unit.attributes ?? {}).filter((id) => !ruleset.attributes.some((a) => a.id === id)).map((id) => issue('warning', 'reference.unknown', path, { kind: 'attribute', id }))
    return [...double, ...category, ...attributes]
  })
}

function records(ruleset: Ruleset, cohort: Cohort): Issue[] {
  const known = new Set(cohort.units.map((u) => u.id))
  const facts = new Map(ruleset.facts.map((f) => [f.id, f]))
  const criteria = new Map(criteriaOf(ruleset).map(({ criterion }) => [criterion.id, criterion]))
  const seen = new Set<string>()
  return cohort.records.flatMap((record) => {
    const path = `records/${record.unit}`
    const found: Issue[] = []
    if (!known.has(record.unit)) found.push(issue('error', 'reference.unknown', path, { kind: 'unit', id: record.unit }))
    if (seen.has(record.unit)) found.push(issue('error', 'id.double', path, { id: record.unit }))
    seen.add(record.unit)
    for (const [id, raw] of Object.entries(record.facts)) {
      const fact = facts.get(id)
      const value = fact ? readFact(fact, raw) : null
      if (!fact || !value) found.push(issue('error', 'fact.unknown', `${path}/facts/${id}`, { fact: id }))
      else if (isMisfit(value)) found.push(issue('error', value.code, `${path}/facts/${id}`, value.values))
    }
    for (const j of record.judgements ?? []) {
      const rule = criteria.get(j.criterion)?.rules.find((r) => r.id === j.rule)?.event
      if (rule?.type !== 'assess') found.push(issue('error', 'judgement.unknown', path, { criterion: j.criterion, rule: j.rule }))
      else if (!(j.points >= rule.params.from && j.points <= rule.params.to)) found.push(issue('error', 'judgement.range', path, { criterion: j.criterion, rule: j.rule, points: j.points, from: rule.params.from, to: rule.params.to }))
      else if (!j.reason?.trim()) found.push(issue('error', 'judgement.reason', path, { criterion: j.criterion, rule: j.rule }))
    }
    return found
  })
}
