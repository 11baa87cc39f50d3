import type { Counterexample, Ruleset } from '../../../engine/index.ts'
import { attributeText, factLabel, factText } from './value.ts'

type T = (key: string, values?: { [name: string]: unknown }) => string
/** What a unit that shows a fault is like: each line names a thing and its value. */
export interface ExampleLine { name: string; value: string }

const category = (ruleset: Ruleset, { unit }: Counterexample): string | undefined => unit && (ruleset.categories.find((c) => c.id === unit.category)?.label ?? unit.category)
const attributes = (ruleset: Ruleset, { unit }: Counterexample, t: T): ExampleLine[] =>
  Object.entries(unit?.attributes ?? {}).map(([id, value]) => ({ name: ruleset.attributes.find((a) => a.id === id)?.label ?? id, value: attributeText(ruleset, id, value, t) }))
const data = (ruleset: Ruleset, { facts, total }: Counterexample, t: T): ExampleLine[] => [
  ...Object.entries(facts ?? {}).map(([id, value]) => ({ name: factLabel(ruleset, id), value: factText(ruleset, id, value, t) })),
  ...(total === undefined ? [] : [{ name: t('issues.total'), value: total }]),
]

/** The lines of an example: what the unit is, its facts, its total. */
export function exampleLines(ruleset: Ruleset, example: Counterexample, t: T): ExampleLine[] {
  const kind = category(ruleset, example)
  return [...(kind === undefined ? [] : [{ name: t('issues.category'), value: kind }]), ...attributes(ruleset, example, t), ...data(ruleset, example, t)]
}
const MOST = 4
/** The example in one sentence, data first; a longer one tells its first lines and how many more there are. */
export function exampleText(ruleset: Ruleset, example: Counterexample, t: T): string {
  const kind = category(ruleset, example)
  const lines = [...data(ruleset, example, t), ...attributes(ruleset, example, t)]
  const told = lines.slice(0, MOST).map(({ name, value }) => t('issues.is', { name, value })).join(t('issues.and'))
  const what = told + (lines.length > MOST ? t('issues.more', { count: lines.length - MOST }) : '')
  if (kind === undefined) return t('issues.example', { what })
  return what ? t('issues.exampleOf', { category: kind, what }) : t('issues.exampleBare', { category: kind })
}
