import { split } from '../model/path.ts'
import type { Lang, Words } from './words/fill.ts'
import { stepsEn } from './words/steps.en.ts'
import { stepsZh } from './words/steps.zh.ts'

const wordsOf = (lang: Lang): Words => (lang === 'zh' ? stepsZh : stepsEn)
/** The last name of a place that is not a member. */
const ownerOf = (place: string): string => split(place).findLast((name) => name !== '*') ?? ''

/** A property's name in words; where one word means several things, its place (such as `workflow/limits/*` or `Criterion`) tells which. */
export function propertyLabel(key: string, lang: Lang, place = ''): string {
  const words = wordsOf(lang)
  return words[`key.${ownerOf(place)}.${key}`] ?? words[`key.${key}`] ?? key
}
/** A chosen value in words, as it reads under its property. */
export function valueLabel(key: string, value: string | boolean, lang: Lang, place = ''): string {
  const words = wordsOf(lang)
  return words[`value.${ownerOf(place)}.${key}.${value}`] ?? words[`value.${key}.${value}`] ?? words[`value.${value}`] ?? String(value)
}
/** What a member of a list is called, such as 指标 for `children`. */
export const memberName = (list: string, lang: Lang): string => (wordsOf(lang)[`one.${list}`] ?? propertyLabel(list, lang)).trim()
