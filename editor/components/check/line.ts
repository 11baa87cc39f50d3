import { at, split, type Case, type Indicator, type Ruleset } from '../../../engine/index.ts'

type T = (key: string, values?: { [name: string]: unknown }) => string
type Value = string | number | null
const criteria = (nodes: readonly Indicator[]): { id: string; label: string }[] => nodes.flatMap((n) => [...(n.criteria ?? []), ...criteria(n.children ?? [])])
export const criteriaOf = (ruleset: Ruleset): { id: string; label: string }[] => criteria(ruleset.indicators)

/** What a line of a case is about: a part of the result, a criterion, an outcome. */
export function lineName(ruleset: Ruleset, what: string, t: T): string {
  const [part = '', id = ''] = split(what)
  if (part === 'criteria') return criteriaOf(ruleset).find((c) => c.id === id)?.label ?? id
  if (part === 'outcomes') return t('check.cases.part.outcome', { name: ruleset.outcomes.find((o) => o.id === id)?.label ?? id })
  return part === 'flags' ? t('check.cases.part.flag', { name: flagName(ruleset, id, t) }) : t(`check.cases.part.${part}`)
}
/** A mark on a sheet in words, with what it is about. */
function flagName(ruleset: Ruleset, flag: string, t: T): string {
  const [kind = '', about = ''] = flag.split(/:(.*)/s)
  const labelled = { verdict: ruleset.verdicts, pending: ruleset.history }[kind]
  const place = kind === 'blocked' ? (at(ruleset, about) as { label?: string } | undefined) : labelled?.find(({ id }) => id === about)
  const name = kind === 'filled' ? t(`check.cases.filled.${about}`) : ['bonus', 'deduction'].includes(about) ? t(`check.cases.part.${about}`) : (place?.label ?? about)
  return t(`check.cases.flag.${kind}`, { name })
}
/** A value of a line as people read it; none is a dash. */
export function lineValue(ruleset: Ruleset, what: string, value: Value, t: T): string {
  const [part = ''] = split(what)
  if (part === 'outcomes') return t(value === null ? 'check.cases.notFired' : 'check.cases.fired')
  if (part === 'flags') return t(value === null ? 'issues.no' : 'issues.yes')
  if (value === null) return '—'
  if (part === 'grade') return ruleset.grades.find((g) => g.id === value)?.label ?? String(value)
  if (part === 'state') return t(`check.cases.state.${String(value)}`)
  return value === 'unknown' ? t('check.cases.unknown') : String(value)
}

/** A case with one more thing expected of a unit, as it now comes out. */
export function expecting(one: Case, unit: string, what: string, value: Value): Case {
  const [part = '', id = ''] = split(what)
  const has = one.expect.some((e) => e.unit === unit)
  const list = has ? one.expect : [...one.expect, { unit }]
  return { ...one, expect: list.map((e) => {
    if (e.unit !== unit) return e
    if (part === 'criteria') return { ...e, criteria: [...(e.criteria ?? []).filter((c) => c.id !== id), { id, earned: value === null ? null : String(value) }] }
    if (part === 'outcomes') return value === null ? { ...e, noOutcomes: [...(e.noOutcomes ?? []), id] } : { ...e, outcomes: [...(e.outcomes ?? []), id] }
    return { ...e, [part]: value }
  }) }
}
/** A case that no longer expects one thing of a unit. */
export function unexpecting(one: Case, unit: string, what: string): Case {
  const [part = '', id = ''] = split(what)
  const expect = one.expect.map((e) => {
    if (e.unit !== unit) return e
    if (part === 'criteria') return { ...e, criteria: (e.criteria ?? []).filter((c) => c.id !== id) }
    if (part === 'outcomes') return { ...e, outcomes: (e.outcomes ?? []).filter((o) => o !== id), noOutcomes: (e.noOutcomes ?? []).filter((o) => o !== id) }
    if (part === 'flags') return { ...e, flags: (e.flags ?? []).filter((f) => f !== id) }
    return Object.fromEntries(Object.entries(e).filter(([key]) => key !== part)) as typeof e
  })
  return { ...one, expect }
}
