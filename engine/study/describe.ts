import { apply, same, StaleStep } from '../edit/step.ts'
import { at, split, under } from '../model/path.ts'
import type { Condition, Rule, Ruleset } from '../model/ruleset.ts'
import { spotAt } from '../model/shape.ts'
import type { Json, Step } from '../model/step.ts'
import { memberLabel, namedLabel, ruleNumber } from './member-label.ts'
import { propertyLabel, valueLabel } from './names.ts'
import { conditionText, sentence } from './sentence.ts'
import { fill, type Lang, type Words } from './words/fill.ts'
import { stepsEn } from './words/steps.en.ts'
import { stepsZh } from './words/steps.zh.ts'

/** What a property was and is, in words; `from` or `to` is what left or joined a list. */
export interface Sides { place: string; from: string; to: string }
/** A change in words, and the steps it tells. */
export interface Change { path: string; text: string; steps: Step[]; sides?: Sides }
interface Speaker { words: Words; lang: Lang }
type Item = { [key: string]: Json }

const isItem = (node: Json | undefined): node is Item => typeof node === 'object' && node !== null && !Array.isArray(node)
const word = ({ words }: Speaker, code: string, otherwise: string): string => words[code] ?? otherwise
const quoted = (speaker: Speaker, text: string): string => fill(speaker.words, 'quoted', { text })

/** The member of a list a path lies in, and the names below it. */
function memberOf(doc: unknown, path: string): { owner: string; rest: string[] } {
  const names = split(path)
  for (let end = names.length; end > 1; end--) {
    const owner = under('', ...names.slice(0, end))
    if (Array.isArray(at(doc, under('', ...names.slice(0, end - 1)))) && isItem(at(doc, owner))) return { owner, rest: names.slice(end) }
  }
  return { owner: '', rest: names }
}
/** Where a property stands, by the definition or list it belongs to; its words may depend on it. */
const placeOf = (doc: unknown, names: readonly string[]): string => spotAt(doc, names)?.place ?? ''
/** A member of a list in words: what it is, and its label. */
function memberText({ lang, words }: Speaker, doc: Ruleset, names: readonly string[]): string {
  const item = at(doc, under('', ...names))
  const one = words[`one.${names.at(-2) ?? ''}`] ?? ''
  if (isRule(under('', ...names)) && isItem(item) && item['label'] === undefined) return ruleNumber(doc, names, lang) || one.trim()
  const label = isItem(item) ? memberLabel(doc, names, item, lang) : (names.at(-1) ?? '')
  return label === '' ? one.trim() : `${one}${fill(words, 'quoted', { text: label })}`
}
/** A place as labels: the two innermost members and the properties below them, or properties alone. */
function placeText(speaker: Speaker, doc: Ruleset, path: string): string {
  const names = split(path)
  const parts: string[] = []
  const members: number[] = []
  names.forEach((name, i) => {
    const above = at(doc, under('', ...names.slice(0, i)))
    const here = names.slice(0, i + 1)
    if (Array.isArray(above)) members.push(parts.length)
    if (!Array.isArray(above)) {
      if (!Array.isArray(at(doc, under('', ...here)))) parts.push(propertyLabel(name, speaker.lang, placeOf(doc, names.slice(0, i))))
    } else parts.push(memberText(speaker, doc, here))
  })
  return parts.slice(members.at(-2) ?? members.at(-1) ?? 0).join(word(speaker, 'within', ' › '))
}

/** A value that stands (or shall stand) at an address of the document. */
function valueText(speaker: Speaker, doc: Ruleset, names: readonly string[], value: Json | undefined): string {
  if (value === undefined) return word(speaker, 'absent', '')
  if (Array.isArray(value)) return value.length ? value.map((item, i) => valueText(speaker, doc, [...names, isItem(item) && typeof item['id'] === 'string' ? item['id'] : String(i)], item)).join(word(speaker, 'list', ', ')) : word(speaker, 'absent', '')
  if (isItem(value)) {
    const name = typeof value['id'] === 'string' || typeof value['label'] === 'string' ? memberLabel(doc, names, value, speaker.lang) : ''
    if (name !== '') return quoted(speaker, name)
    const place = placeOf(doc, names)
    const told = Object.entries(value).filter(([property]) => property !== 'source' && property !== 'id')
    return told.map(([property, inner]) => `${propertyLabel(property, speaker.lang, place)} ${valueText(speaker, doc, [...names, property], inner)}`).join(word(speaker, 'and', ', '))
  }
  const key = names.findLast((name) => !/^\d+$/.test(name)) ?? ''
  const place = placeOf(doc, names.slice(0, names.lastIndexOf(key)))
  if (typeof value === 'boolean') return valueLabel(key, value, speaker.lang, place)
  if (typeof value !== 'string') return String(value)
  return quoted(speaker, namedLabel(doc, names, value) ?? valueLabel(key, value, speaker.lang, place))
}

const CONDITIONS = ['conditions', 'applies', 'where']
const isRule = (owner: string): boolean => split(owner).at(-2) === 'rules'
/** Steps that are told together: all of one rule, all of one condition. */
function themeOf(doc: unknown, step: Step): string | null {
  if (step.type !== 'set') return null
  const { owner, rest } = memberOf(doc, step.path)
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

/** The document after a step; where the step does not fit, the one before. */
function afterStep(doc: Ruleset, step: Step): Ruleset {
  try {
    return apply(doc, [step])
  } catch (error) {
    if (error instanceof StaleStep) return doc
    throw error
  }
}
/** What a property was and is, and the sentence for it; of lists only what differs. */
function setSides(speaker: Speaker, doc: Ruleset, step: Extract<Step, { type: 'set' }>): { code: string; sides: Sides } {
  const { from, to } = step
  const after = afterStep(doc, step)
  const place = placeText(speaker, doc, under(step.path, step.key))
  const names = [...split(step.path), step.key]
  const tell = (code: string, less: Json | undefined, more: Json | undefined) => ({ code, sides: { place, from: valueText(speaker, doc, names, less), to: valueText(speaker, after, names, more) } })
  if (!Array.isArray(from) || !Array.isArray(to)) return tell('set', from, to)
  const less = from.filter((item) => !to.some((other) => same(item, other)))
  const more = to.filter((item) => !from.some((other) => same(item, other)))
  return tell(less.length ? (more.length ? 'set' : 'less') : more.length ? 'more' : 'reordered', less, more)
}
function stepText(speaker: Speaker, doc: Ruleset, step: Step): string {
  const { words, lang } = speaker
  const after = afterStep(doc, step)
  const labelled = (of: Ruleset, list: string, id: string, item: Json | undefined): string => (isItem(item) ? memberLabel(of, [...split(list), id], item, lang) : id)
  const next = (list: string, before: string | null): string => {
    if (before === null) return word(speaker, 'at-end', '')
    const label = isRule(under(list, before)) ? '' : labelled(doc, list, before, at(doc, under(list, before)))
    return fill(words, 'before', { next: label === '' ? memberText(speaker, doc, [...split(list), before]) : quoted(speaker, label) })
  }
  const one = (list: string, label: string): string => ((text) => (label === '' ? text.trim() : text))(word(speaker, `one.${split(list).at(-1) ?? ''}`, ''))
  const ownerOf = (list: string): string => placeText(speaker, doc, under('', ...split(list).slice(0, -1)))
  switch (step.type) {
    case 'set': {
      const { code, sides } = setSides(speaker, doc, step)
      return fill(words, code, { ...sides })
    }
    case 'insert':
    case 'remove': {
      const owner = ownerOf(step.path)
      const label = labelled(step.type === 'insert' ? after : doc, step.path, isItem(step.value) ? String(step.value['id']) : '', step.value)
      return fill(words, owner ? `${step.type}-in` : step.type, { owner, one: one(step.path, label), name: label === '' ? '' : quoted(speaker, label), where: next(step.path, step.before) })
    }
    case 'move': {
      const label = labelled(doc, step.from.path, step.id, at(doc, under(step.from.path, step.id)))
      return fill(words, step.from.path === step.to.path ? 'order' : 'move', { one: one(step.from.path, label), name: label === '' ? '' : quoted(speaker, label), owner: ownerOf(step.to.path), where: next(step.to.path, step.to.before) })
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
    const [first] = group as [Step]
    const sides = theme !== null ? { place: placeText(speaker, doc, theme), from: themeText(speaker, doc, theme), to: themeText(speaker, after, theme) } : first.type === 'set' ? setSides(speaker, doc, first).sides : null
    const text = theme !== null && sides ? fill(speaker.words, 'set', { ...sides }) : stepText(speaker, doc, first)
    changes.push({ path: theme ?? pathOf(first), text, steps: group, ...(sides ? { sides } : {}) })
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
