import { issue, type Issue } from '../model/issue.ts'
import { under } from '../model/path.ts'
import type { Ruleset } from '../model/ruleset.ts'
import { criteriaOf } from './walk.ts'

/** Settings that contradict each other, or are left out where something else asks for them. */
export const settings = (ruleset: Ruleset): Issue[] => [
  ...period(ruleset),
  ...(ruleset.limits.min !== undefined && ruleset.limits.max !== undefined && ruleset.limits.min > ruleset.limits.max ? [issue('error', 'limits.order', 'limits', { min: ruleset.limits.min, max: ruleset.limits.max })] : []),
  ...facts(ruleset),
  ...criteria(ruleset),
  ...sides(ruleset),
  ...verdicts(ruleset),
  ...results(ruleset),
]

function period({ period: { start, end }, year }: Ruleset): Issue[] {
  if (start > end) return [issue('error', 'period.order', 'period', { start, end })]
  return year < Number(start.slice(0, 4)) || year > Number(end.slice(0, 4)) ? [issue('error', 'period.year', 'period', { year, start, end })] : []
}

const facts = (ruleset: Ruleset): Issue[] => [
  ...ruleset.facts.filter((f) => f.min !== undefined && f.max !== undefined && f.min > f.max).map((f) => issue('error', 'fact.range', under('facts', f.id), { fact: f.id, min: f.min ?? 0, max: f.max ?? 0 })),
  ...ruleset.facts.filter((f) => f.kind === 'choice' && !f.options?.length).map((f) => issue('error', 'fact.no-options', under('facts', f.id), { fact: f.id })),
]

const criteria = (ruleset: Ruleset): Issue[] => criteriaOf(ruleset)
  .filter(({ criterion }) => ruleset.methods.some((m) => m.id === criterion.method && m.component === undefined))
  .map(({ criterion, path }) => issue('error', 'method.no-component', path, { method: criterion.method }))

const sides = (ruleset: Ruleset): Issue[] => (['bonus', 'deduction'] as const).flatMap((name) => [
  ...(ruleset[name].cap?.kind === 'soft' && ruleset[name].cap.override === undefined ? [issue('warning', 'cap.no-override', under(name, 'cap'))] : []),
  ...ruleset[name].classes.filter((c) => c.dedupe?.keep === 'reduced' && !c.dedupe.shares?.length).map((c) => issue('error', 'dedupe.no-shares', under(name, 'classes', c.id))),
])

const verdicts = (ruleset: Ruleset): Issue[] => ruleset.verdicts.flatMap((v) => {
  const byFiles = v.effect.type === 'zero-file'
  if (byFiles && v.conditions) return [issue('error', 'verdict.file-condition', under('verdicts', v.id))]
  return byFiles || v.conditions ? [] : [issue('error', 'verdict.no-condition', under('verdicts', v.id))]
})

const results = (ruleset: Ruleset): Issue[] => [
  ...ruleset.gradings.flatMap((g) => (g.quotas ?? []).filter((q) => (q.share === undefined) === (q.places === undefined)).map((q) => issue('error', 'quota.size', under('gradings', g.id), { grade: q.grade }))),
  ...ruleset.gradings.flatMap((g) => (g.quotas ?? []).filter((q, i, all) => all.findIndex((other) => other.grade === q.grade) < i).map((q) => issue('error', 'quota.double', under('gradings', g.id), { grade: q.grade }))),
  ...ruleset.ranking.tieBreaks.filter((t) => t.quantity !== 'base' && t.of === undefined).map((t) => issue('error', 'tie-break.of', under('ranking', 'tieBreaks', t.id), { quantity: t.quantity })),
  ...ruleset.history.filter((h) => h.type === 'regression' && h.places === undefined && h.points === undefined && h.grades === undefined).map((h) => issue('error', 'regression.nothing', under('history', h.id))),
  ...ruleset.outcomes.filter((o) => !o.recipients?.length && o.type === 'copy').map((o) => issue('warning', 'outcome.no-recipient', under('outcomes', o.id), { outcome: o.id })),
]
