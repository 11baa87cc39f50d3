import { candidates } from '../model/references.ts'
import { at, under } from '../model/path.ts'
import type { Grading, Rule, Ruleset } from '../model/ruleset.ts'
import { spotAt } from '../model/shape.ts'
import type { Json } from '../model/step.ts'
import { valueLabel } from './names.ts'
import { requirementSentence, sentence, textOf } from './sentence.ts'
import { fill, type Lang, type Words } from './words/fill.ts'
import { stepsEn } from './words/steps.en.ts'
import { stepsZh } from './words/steps.zh.ts'

type Item = { [key: string]: Json }
const wordsOf = (lang: Lang): Words => (lang === 'zh' ? stepsZh : stepsEn)

/** The label of what a value names, such as the grade of `excellent` where a grade is asked for; null where it names nothing that is there. */
export const namedLabel = (ruleset: Ruleset, names: readonly string[], id: string): string | null => candidates(ruleset, names)?.find((one) => one.id === id)?.label ?? null

const ownLabel = (item: Item): string | null => {
  const name = item['label'] ?? item['title'] ?? item['term'] ?? item['summary']
  return typeof name === 'string' ? name : null
}
const textAt = (item: Item, key: string): string | null => (typeof item[key] === 'string' ? item[key] : null)

/** A row of a tariff by its kind, level and severity. */
function tariffLabel(ruleset: Ruleset, names: readonly string[], row: Item, lang: Lang): string {
  const owner = at(ruleset, under('', ...names.slice(0, -2))) as Item | undefined
  const fact = ruleset.facts.find((f) => f.id === owner?.['events'])
  const parts = ([['kind', fact?.kinds], ['level', fact?.levels], ['severity', fact?.severities]] as const).flatMap(([key, list]) => {
    const id = textAt(row, key)
    return id === null ? [] : [list?.find((one) => one.id === id)?.label ?? id]
  })
  return parts.join(wordsOf(lang)['with'])
}
/** A grading by the categories it grades; the only one needs no name. */
function gradingLabel(ruleset: Ruleset, grading: Grading, lang: Lang): string {
  const own = grading.categories?.map((id) => ruleset.categories.find((c) => c.id === id)?.label ?? id)
  if (own) return own.join(wordsOf(lang)['list'])
  return ruleset.gradings.length > 1 ? (wordsOf(lang)['others'] ?? '') : ''
}
function tieLabel(ruleset: Ruleset, names: readonly string[], tie: Item, lang: Lang): string {
  const quantity = textAt(tie, 'quantity') ?? ''
  const of = textAt(tie, 'of')
  return of === null ? valueLabel('quantity', quantity, lang) : (namedLabel(ruleset, [...names, 'of'], of) ?? of)
}

/**
 * What a member of a list is called, told for the ruleset it stands in (or is put into): its own label, the label of what its id names,
 * a rule or requirement by its sentence, a tariff row, grading or tie-break by what it holds; '' where the word for its kind says enough.
 */
export function memberLabel(ruleset: Ruleset, names: readonly string[], item: Item, lang: Lang): string {
  const own = ownLabel(item)
  if (own !== null) return own
  const id = textAt(item, 'id') ?? ''
  const place = spotAt(ruleset, names)?.place ?? ''
  switch (place) {
    case 'Rule': return 'event' in item && 'conditions' in item ? textOf(sentence(ruleset, item as unknown as Rule, lang)) : id
    case 'Tariff': return tariffLabel(ruleset, names, item, lang) || id
    case 'Grading': return gradingLabel(ruleset, item as unknown as Grading, lang)
    case 'Grading/requires/*': return textOf(requirementSentence(ruleset, item as unknown as NonNullable<Grading['requires']>[number], lang))
    case 'ranking/tieBreaks/*': return tieLabel(ruleset, names, item, lang)
    case 'CauseCap': return ''
    default: return namedLabel(ruleset, [...names, 'id'], id) ?? id
  }
}
/** A rule without a name of its own, by its number among the rules it stands with; the only one needs none. */
export function ruleNumber(ruleset: Ruleset, names: readonly string[], lang: Lang): string {
  const list = at(ruleset, under('', ...names.slice(0, -1)))
  const rules = Array.isArray(list) ? list : []
  return rules.length > 1 ? fill(wordsOf(lang), 'nth', { n: rules.findIndex((rule) => (rule as Item)['id'] === names.at(-1)) + 1 }) : ''
}
