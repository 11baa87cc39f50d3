import type { Cohort, FactValue, Judgement, Record as Facts } from '../../model/record.ts'
import type { Criterion, Ruleset } from '../../model/ruleset.ts'
import { UNIT } from '../../score/columns/core.ts'
import { NUMBERS_OF_SUCCESSES, successes } from './chance.ts'
import type { Swing } from './numbers.ts'
import type { Shape } from './spread.ts'

type Answers = { id: string; count: number }[]
const answersOf = (value: FactValue | undefined): Answers | null => (typeof value === 'object' && 'answers' in value ? value.answers : null)
/** As many answers, each of them drawn from those that were given. */
function resampled(answers: Answers, at: number): Answers {
  let [left, chances] = [0, 0]
  for (const { count } of answers) left += count
  chances = left
  return answers.map(({ id, count }, k) => {
    const drawn = left === 0 || count === 0 ? 0 : count >= chances ? left : successes(left, count / chances, at, k * NUMBERS_OF_SUCCESSES)
    left -= drawn
    chances -= count
    return { id, count: drawn }
  })
}
/** Ids of surveys. */
export const surveysOf = (ruleset: Ruleset): string[] => ruleset.facts.filter((f) => f.kind === 'survey').map((f) => f.id)
/** Does any unit have answers of one? */
export const asked = (cohort: Cohort, surveys: readonly string[]): boolean => cohort.records.some((r) => surveys.some((id) => (answersOf(r.facts[id])?.reduce((n, a) => n + a.count, 0) ?? 0) > 0))
/** A record whose surveys had asked others. */
export function surveyed(record: Facts, surveys: readonly string[], startOf: (name: string) => number): Facts {
  const drawn = surveys.flatMap((id) => ((answers) => (answers ? [[id, { answers: resampled(answers, startOf(`${record.unit}/${id}`)) }] as const] : []))(answersOf(record.facts[id])))
  return drawn.length ? { ...record, facts: { ...record.facts, ...Object.fromEntries(drawn) } } : record
}

/** Bounds within which assessors choose, by criterion (or side) and rule. */
export type Bounds = ReadonlyMap<string, { from: number; to: number }>
export const boundsOf = (ruleset: Ruleset, criteria: readonly Criterion[]): Bounds =>
  new Map([...criteria.map(({ id, rules }) => ({ id, rules })), { id: 'bonus', rules: ruleset.bonus.rules ?? [] }, { id: 'deduction', rules: ruleset.deduction.rules ?? [] }]
    .flatMap(({ id, rules }) => rules.flatMap((rule) => (rule.event.type === 'assess' ? [[`${id}/${rule.id}`, { from: rule.event.params.from, to: rule.event.params.to }] as const] : []))))
/** A record whose assessors had chosen other points within their rules' bounds. */
export function reassessed(record: Facts, bounds: Bounds, most: number, shape: Shape | undefined, swing: Swing): Facts {
  if (!record.judgements?.length || bounds.size === 0) return record
  const chosen = (j: Judgement, k: number): Judgement => {
    const range = bounds.get(`${j.criterion}/${j.rule}`)
    if (!range || !(j.points >= range.from && j.points <= range.to)) return j
    const points = Math.round((j.points + most * (range.to - range.from) * swing(`${record.unit}/${j.criterion}/${j.rule}/${k}`, shape)) * UNIT) / UNIT
    return { ...j, points: Math.min(range.to, Math.max(range.from, points)) }
  }
  return { ...record, judgements: record.judgements.map(chosen) }
}
