import type { FactValue, Ruleset } from '../../../engine/index.ts'

type T = (key: string, values?: { [name: string]: unknown }) => string
const word = (value: boolean, t: T): string => t(value ? 'issues.yes' : 'issues.no')

/** The label of a fact or derived fact. */
export const factLabel = (ruleset: Ruleset, id: string): string => [...ruleset.facts, ...ruleset.derived].find((f) => f.id === id)?.label ?? id
/** The value of a fact as people read it. */
export function factText(ruleset: Ruleset, id: string, value: FactValue | undefined, t: T): string {
  const fact = ruleset.facts.find((f) => f.id === id)
  if (value === undefined) return t('issues.left')
  if (typeof value === 'boolean') return word(value, t)
  if (typeof value === 'number') return `${value}${fact?.unit ? ` ${fact.unit}` : ''}`
  if (typeof value === 'string') return fact?.options?.find((o) => o.id === value)?.label ?? value
  if (Array.isArray(value)) return t(fact?.kind === 'ratings' ? 'issues.ratings' : 'issues.events', { count: value.length })
  if ('state' in value) return t(`issues.state.${value.state}`)
  if ('numerator' in value) return `${value.numerator} / ${value.denominator}`
  return value.answers.map((a) => `${fact?.options?.find((o) => o.id === a.id)?.label ?? a.id} ${a.count}`).join(' · ')
}
/** The value of an attribute of a unit as people read it. */
export function attributeText(ruleset: Ruleset, id: string, value: boolean | number | string, t: T): string {
  if (typeof value === 'boolean') return word(value, t)
  return ruleset.attributes.find((a) => a.id === id)?.options?.find((o) => o.id === value)?.label ?? String(value)
}
