import type { FactValue } from '../../model/record.ts'
import type { Ruleset } from '../../model/ruleset.ts'
import { fill, type Lang, type Words } from '../words/fill.ts'
import { findingsEn } from '../words/findings.en.ts'
import { findingsZh } from '../words/findings.zh.ts'
import type { Finding } from './finding.ts'

function valueText(words: Words, value: FactValue | boolean | number | string, options: readonly { id: string; label: string }[] | undefined): string {
  if (typeof value === 'boolean') return words[value ? 'yes' : 'no'] ?? String(value)
  if (typeof value === 'string') return options?.find((o) => o.id === value)?.label ?? value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return fill(words, value.some((v) => 'kind' in v) || value.length === 0 ? 'events' : 'ratings', { count: value.length })
  if ('numerator' in value) return `${value.numerator}/${value.denominator}`
  if ('answers' in value) return fill(words, 'answers', { count: value.answers.reduce((n, a) => n + a.count, 0) })
  return words[value.state] ?? value.state
}

/** The unit that shows a finding, in one sentence with the labels of its facts; '' when the finding has none. */
export function findingExample({ counterexample }: Finding, ruleset: Ruleset, lang: Lang): string {
  const words = lang === 'zh' ? findingsZh : findingsEn
  if (!counterexample) return ''
  if (counterexample.total !== undefined) return fill(words, 'exampleTotal', { total: counterexample.total })
  const { unit, facts = {} } = counterexample
  const is = (name: string, value: string): string => fill(words, 'is', { name, value })
  const category = unit ? [is(words['category'] ?? '', ruleset.categories.find((c) => c.id === unit.category)?.label ?? unit.category)] : []
  const attributes = Object.entries(unit?.attributes ?? {}).map(([id, value]) => {
    const attribute = ruleset.attributes.find((a) => a.id === id)
    return is(attribute?.label ?? id, valueText(words, value, attribute?.options))
  })
  const values = Object.entries(facts).map(([id, value]) => {
    const fact = ruleset.facts.find((f) => f.id === id)
    return is(fact?.label ?? id, valueText(words, value, fact?.options) + (typeof value === 'number' ? (fact?.unit ?? '') : ''))
  })
  return fill(words, 'example', { parts: [...category, ...attributes, ...values].join(words['join']) })
}
