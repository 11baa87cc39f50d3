import { at } from '../../model/path.ts'
import type { Condition, Rule, Ruleset } from '../../model/ruleset.ts'
import { conditionText, sentence } from '../sentence.ts'
import { fill, type Lang, type Words } from '../words/fill.ts'
import { findingsEn } from '../words/findings.en.ts'
import { findingsZh } from '../words/findings.zh.ts'
import type { Finding } from './finding.ts'

const wordsOf = (lang: Lang): Words => (lang === 'zh' ? findingsZh : findingsEn)
type Item = { [key: string]: unknown }
const itemAt = (ruleset: Ruleset, path: string): Item | null => {
  const found = at(ruleset, path)
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? found : null
}
/** The thing at a path by its label; a rule without one by its sentence. */
function nameAt(ruleset: Ruleset, path: string, lang: Lang): string {
  const item = itemAt(ruleset, path)
  if (item && typeof item['label'] === 'string') return item['label']
  if (item && 'event' in item && 'conditions' in item) return sentence(ruleset, item as unknown as Rule, lang).map((p) => p.text).join('')
  const above = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
  return above ? nameAt(ruleset, above, lang) : (wordsOf(lang)[path] ?? ruleset.title)
}
/** The nearest labelled thing above a path. */
const ownerAt = (ruleset: Ruleset, path: string, lang: Lang): string => nameAt(ruleset, path.slice(0, path.lastIndexOf('/')), lang)

/** Values that are ids, shown by their labels. */
function labelled(ruleset: Ruleset, name: string, value: unknown, lang: Lang): string {
  const lists: { [name: string]: readonly { id: string; label?: string }[] } = {
    fact: [...ruleset.facts, ...ruleset.derived], category: ruleset.categories, grade: ruleset.grades, component: ruleset.components, attribute: ruleset.attributes,
  }
  if (name === 'part') return conditionText(ruleset, JSON.parse(String(value)) as Condition, lang)
  if (name === 'options') return String(value).split(' ').map((id) => ruleset.facts.flatMap((f) => f.options ?? []).find((o) => o.id === id)?.label ?? id).join(wordsOf(lang)['list'])
  return lists[name]?.find((x) => x.id === value)?.label ?? String(value ?? '')
}

/** A finding as one or two short sentences: what is wrong, with the numbers, and how to mend it. */
export function findingSentence(finding: Finding, ruleset: Ruleset, lang: Lang): string {
  const words = wordsOf(lang)
  const values = Object.fromEntries(Object.entries(finding.values).map(([name, value]) => [name, labelled(ruleset, name, value, lang)]))
  const related = (finding.related ?? []).map((path) => fill(words, 'quoted', { name: nameAt(ruleset, path, lang) }))
  return fill(words, finding.code, {
    ...values, label: nameAt(ruleset, finding.path, lang), owner: ownerAt(ruleset, finding.path, lang),
    related: related.slice(0, 3).join(words['list']) + (related.length > 3 ? fill(words, 'more', { count: related.length - 3 }) : ''),
  })
}
