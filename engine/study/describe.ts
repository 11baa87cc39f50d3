import { apply, same } from '../edit/step.ts'
import { at, split, under } from '../model/path.ts'
import type { Condition, Rule, Ruleset } from '../model/ruleset.ts'
import type { Json, Step } from '../model/step.ts'
import { conditionText, sentence } from './sentence.ts'
import { fill, type Lang, type Words } from './words/fill.ts'
import { stepsEn } from './words/steps.en.ts'
import { stepsZh } from './words/steps.zh.ts'

/** A change in words, and the steps it tells. */
export interface Change { path: string; text: string; steps: Step[] }
interface Speaker { words: Words; lang: Lang }
type Item = { [key: string]: Json }

const isItem = (node: Json | undefined): node is Item => typeof node === 'object' && node !== null && !Array.isArray(node)
const labelOf = (node: Json | undefined): string | null => {
  const name = isItem(node) ? (node['label'] ?? node['title'] ?? node['term'] ?? node['summary']) : null
  return typeof name === 'string' ? name : null
}
const word = ({ words }: Speaker, code: string, otherwise: string): string => words[code] ?? otherwise
const quoted = (speaker: Speaker, text: string): string => fill(speaker.words, 'quoted', { text })

/** The member of a list a path lies in, and the names below it. */
function ownerOf(doc: unknown, path: string): { owner: string; rest: string[] } {
  const names = split(path)
  for (let end = names.length; end > 1; end--) {
    const owner = under('', ...names.slice(0, end))
    if (Array.isArray(at(doc, under('', ...names.slice(0, end - 1)))) && isItem(at(doc, owner))) return { owner, rest: names.slice(end) }
  }
  return { owner: '', rest: names }
}
/** A place as labels, the two innermost members and the properties below them. */
function placeText(speaker: Speaker, doc: unknown, path: string): string {
  const names = split(path)
  const parts: string[] = []
  names.forEach((name, i) => {
    const above = at(doc, under('', ...names.slice(0, i)))
    if (!Array.isArray(above)) {
      if (!Array.isArray(at(doc, under('', ...names.slice(0, i + 1))))) parts.push(word(speaker, `key.${name}`, name))
    } else parts.push(`${word(speaker, `one.${names[i - 1] ?? ''}`, '')}${quoted(speaker, labelOf(at(doc, under('', ...names.slice(0, i + 1)))) ?? name)}`)
  })
  return parts.slice(-3).join(word(speaker, 'within', ' › '))
}

const LISTS: { readonly [key: string]: keyof Ruleset } = {
  grade: 'grades', method: 'methods', component: 'components', categories: 'categories', fact: 'facts', override: 'decisionKinds', events: 'facts', body: 'bodies', to: 'bodies', by: 'bodies',
}
function valueText(speaker: Speaker, doc: Ruleset, key: string, value: Json | undefined): string {
  if (value === undefined) return word(speaker, 'absent', '')
  if (Array.isArray(value)) return value.length ? value.map((item) => valueText(speaker, doc, key, item)).join(word(speaker, 'list', ', ')) : word(speaker, 'absent', '')
  if (isItem(value)) {
    const name = labelOf(value) ?? value['id']
    if (typeof name === 'string') return quoted(speaker, name)
    const told = Object.entries(value).filter(([property]) => property !== 'source')
    return told.map(([property, inner]) => `${word(speaker, `key.${property}`, property)} ${valueText(speaker, doc, property, inner)}`).join(word(speaker, 'and', ', '))
  }
  if (typeof value === 'boolean') return word(speaker, `value.${value}`, String(value))
  if (typeof value !== 'string') return String(value)
  const list = LISTS[key]
  return quoted(speaker, (list && labelOf(at(doc, `${list}/${value}`))) ?? word(speaker, `value.${value}`, value))
}

const CONDITIONS = ['conditions', 'applies', 'where']
const isRule = (owner: string): boolean => split(owner).at(-2) === 'rules'
/** Steps that are told together: all of one rule, all of one condition. */
function themeOf(doc: unknown, step: Step): string | null {
  if (step.type !== 'set') return null
  const { owner, rest } = ownerOf(doc, step.path)
  const property = rest[0] ?? step.key
  if (isRule(owner) && (property === 'conditions' || property === 'event')) return owner
  return owner !== '' && CONDITIONS.includes(property) ? under(owner, property) : null
}
function themeText(speaker: Speaker, doc: Ruleset, theme: string): string {
  const node = at(doc, theme)
  if (node === undefined) return word(speaker, 'absent', '')
  if (isRule(theme)) return quoted(speaker, sentence(doc, node as unknown as Rule, speaker.lang).map((part) => part.text).join(''))
  return quoted(speaker, conditionText(doc, node as unknown as Condition, speaker.lang))
}

function stepText(speaker: Speaker, doc: Ruleset, step: Step): string {
  const { words } = speaker
  const next = (list: string, before: string | null): string =>
    before === null ? word(speaker, 'at-end', '') : fill(words, 'before', { next: quoted(speaker, labelOf(at(doc, under(list, before))) ?? before) })
  const one = (list: string): string => word(speaker, `one.${split(list).at(-1) ?? ''}`, '')
  switch (step.type) {
    case 'set': {
      const place = placeText(speaker, doc, under(step.path, step.key))
      const text = (value: Json | undefined): string => valueText(speaker, doc, step.key, value)
      const { from, to } = step
      if (!Array.isArray(from) || !Array.isArray(to)) return fill(words, 'set', { place, from: text(from), to: text(to) })
      const less = from.filter((item) => !to.some((other) => same(item, other)))
      const more = to.filter((item) => !from.some((other) => same(item, other)))
      const code = less.length ? (more.length ? 'set' : 'less') : more.length ? 'more' : 'reordered'
      return fill(words, code, { place, from: text(less), to: text(more) })
    }
    case 'insert':
    case 'remove': {
      const owner = placeText(speaker, doc, under('', ...split(step.path).slice(0, -1)))
      return fill(words, owner ? `${step.type}-in` : step.type, { owner, one: one(step.path), name: valueText(speaker, doc, '', step.value), where: next(step.path, step.before) })
    }
    case 'move': {
      const name = quoted(speaker, labelOf(at(doc, under(step.from.path, step.id))) ?? step.id)
      const owner = placeText(speaker, doc, under('', ...split(step.to.path).slice(0, -1)))
      return fill(words, step.from.path === step.to.path ? 'order' : 'move', { one: one(step.from.path), name, owner, where: next(step.to.path, step.to.before) })
    }
  }
}

/** A place as people name it: the labels of what it lies in and the properties below; '' for the document. */
export const placeName = (ruleset: Ruleset, path: string, lang: Lang): string => placeText({ lang, words: lang === 'zh' ? stepsZh : stepsEn }, ruleset, path)

/** One step as a sentence, told on a document it need not fit. */
export const tellStep = (ruleset: Ruleset, step: Step, lang: Lang): string => stepText({ lang, words: lang === 'zh' ? stepsZh : stepsEn }, ruleset, step)

/** Steps on a ruleset as sentences, in their order; all that changes one rule or condition is one sentence. */
export function describe(ruleset: Ruleset, steps: readonly Step[], lang: Lang): Change[] {
  const speaker = { lang, words: lang === 'zh' ? stepsZh : stepsEn }
  const changes: Change[] = []
  let doc = ruleset
  for (let i = 0; i < steps.length; ) {
    const theme = themeOf(doc, steps[i] as Step)
    let end = i + 1
    while (theme !== null && end < steps.length && themeOf(doc, steps[end] as Step) === theme) end++
    const group = steps.slice(i, end)
    const after = apply(doc, group)
    const text = theme === null
      ? stepText(speaker, doc, group[0] as Step)
      : fill(speaker.words, 'set', { place: placeText(speaker, doc, theme), from: themeText(speaker, doc, theme), to: themeText(speaker, after, theme) })
    changes.push({ path: theme ?? pathOf(group[0] as Step), text, steps: group })
    doc = after
    i = end
  }
  return changes
}
const pathOf = (step: Step): string => {
  if (step.type === 'set') return step.path
  if (step.type === 'move') return under(step.to.path, step.id)
  return under(step.path, isItem(step.value) && typeof step.value['id'] === 'string' ? step.value['id'] : '')
}
