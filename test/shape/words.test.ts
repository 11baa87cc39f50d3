import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { issuesEn } from '../../engine/study/words/issues.en.ts'
import { issuesZh } from '../../engine/study/words/issues.zh.ts'
import { en } from '../../editor/i18n/en.ts'
import { zh } from '../../editor/i18n/zh.ts'
import { PRODUCT, parsedOf, root, textOf } from './tree.ts'

type Nested = { readonly [key: string]: string | readonly string[] | Nested }
type Flat = { [key: string]: string }
/** Words by their full key; paragraphs of one text are told apart by a number. */
const flat = (words: Nested, under = ''): Flat => Object.fromEntries(Object.entries(words).flatMap(([key, value]) => {
  if (typeof value === 'string') return [[`${under}${key}`, value]]
  return Array.isArray(value) ? (value as string[]).map((text, i) => [`${under}${key}#${i + 1}`, text]) : Object.entries(flat(value as Nested, `${under}${key}.`))
}))
const folder = 'engine/study/words'
const names = readdirSync(path.join(root, folder)).flatMap((name) => /^(\w+)\.zh\.ts$/.exec(name)?.[1] ?? [])
const load = async (name: string, lang: 'zh' | 'en'): Promise<Flat> => Object.values((await import(path.join(root, folder, `${name}.${lang}.ts`))) as { [name: string]: Flat })[0] ?? {}
const ENGINE = await Promise.all(names.map(async (name) => ({ name, zh: await load(name, 'zh'), en: await load(name, 'en') })))
const EDITOR = { name: 'editor', zh: flat(zh), en: flat(en) }
const ALL = [...ENGINE, EDITOR]

const isWords = (file: string): boolean => file.startsWith(folder) || file.startsWith('editor/i18n/')
const sources = PRODUCT.filter((file) => !isWords(file)).map(parsedOf)
const literals = new Set(sources.flatMap((s) => s.literals))
const known = new Set([...literals, ...sources.flatMap((s) => [...s.names.keys()])])
const patterns = sources.flatMap((s) => s.patterns)
/** Is a key asked for: as it stands, by a template it fits, or put together from words that all stand in the source? */
const fits = (text: string): boolean => patterns.some((p) => p.test(text))
const isUsed = (key: string): boolean => literals.has(key) || fits(key) || key.split('.').every((word) => known.has(word) || fits(word))
/** Words for counting, which one language needs and the other does not. */
const COUNTING = new Set(['unit', 'each', 'one'])
const holes = (text: string): string[] => [...new Set([...text.matchAll(/\{([\w-]+)\}/g)].map((m) => m[1] ?? ''))].sort()

describe.each(ALL)('the words of $name', ({ name, zh: chinese, en: english }) => {
  it('stand in both languages', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort())
  })
  it('are each used', () => {
    expect(Object.keys(chinese).filter((key) => !isUsed(key.replace(/#\d+$/, '')))).toEqual([])
  })
  it('have the same places for values', () => {
    const same = Object.keys(chinese).filter((key) => !(name === 'sentence' && COUNTING.has(key)))
    expect(same.filter((key) => holes(chinese[key] ?? '').join() !== holes(english[key] ?? '').join())).toEqual([])
  })
  it('are punctuated as their language is', () => {
    expect(Object.entries(chinese).filter(([, text]) => /[\u4e00-\u9fff][,:;!?()]|[,:;!?)][\u4e00-\u9fff]/.test(text)).map(([key]) => key)).toEqual([])
    expect(Object.entries(english).filter(([, text]) => /[\u3002\uff0c\uff1a\uff1b]/.test(text)).map(([key]) => key)).toEqual([])
  })
})

describe('every code', () => {
  it('of an issue has words in both languages', () => {
    const raised = PRODUCT.filter((file) => /^engine\/(check|score|model)\//.test(file)).flatMap((file) => [...textOf(file).matchAll(/(?:\bissue\('(?:error|warning|info)'|\bcomplain\([^,]+(?: as Pass)?, (?:'\w+'|[^,]+\? '\w+' : '\w+')), '([^']+)'|\bmisfit\('([^']+)'|\bproblem: '([^']+)'|\bat\((?:'(?:error|warning)', )?'([a-z-]+\.[a-z-]+)'/g)].map((m) => m.slice(1).find(Boolean) ?? ''))
    expect(raised.length > 80).toBe(true)
    expect([...new Set(raised)].filter((code) => !(code in issuesZh && code in issuesEn))).toEqual([])
  })
  it('that the editor asks words for has them', () => {
    const asked = PRODUCT.filter((file) => file.startsWith('editor/') && !isWords(file)).flatMap((file) => [...textOf(file).matchAll(/\bt\('([\w.-]+)'/g)].map((m) => ({ file, key: m[1] ?? '' })))
    expect(asked.length > 100).toBe(true)
    expect(asked.filter(({ key }) => !(key in EDITOR.zh))).toEqual([])
  })
})
