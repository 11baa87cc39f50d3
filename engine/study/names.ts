import { split } from '../model/path.ts'
import type { Lang, Words } from './words/fill.ts'
import { stepsEn } from './words/steps.en.ts'
import { stepsZh } from './words/steps.zh.ts'

const wordsOf = (lang: Lang): Words => (lang === 'zh' ? stepsZh : stepsEn)
/** The word for the longest end of a place (its names that are no members) that has one of its own, down to none. */
function worded(words: Words, place: string, code: (end: string) => string): string | undefined {
  const names = split(place).filter((name) => name !== '*')
  return names.map((_, i) => names.slice(i)).flatMap((end) => words[code(`${end.join('.')}.`)] ?? [])[0]
}

/** A property's name in words; where one word means several things, its place (such as `workflow/limits/*` or `Criterion`) tells which. */
export function propertyLabel(key: string, lang: Lang, place = ''): string {
  const words = wordsOf(lang)
  return worded(words, place, (end) => `key.${end}${key}`) ?? words[`key.${key}`] ?? key
}
/** A chosen value in words, as it reads under its property. */
export function valueLabel(key: string, value: string | boolean, lang: Lang, place = ''): string {
  const words = wordsOf(lang)
  return worded(words, place, (end) => `value.${end}${key}.${value}`) ?? words[`value.${key}.${value}`] ?? words[`value.${value}`] ?? String(value)
}
/** What a member of a list is called, such as 指标 for `children`. */
export const memberName = (list: string, lang: Lang): string => (wordsOf(lang)[`one.${list}`] ?? propertyLabel(list, lang)).trim()
