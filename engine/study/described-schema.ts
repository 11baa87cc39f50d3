import { RulesetSchema } from '../model/ruleset.ts'
import type { Json } from '../model/step.ts'
import type { Lang } from './words/fill.ts'
import { stepsEn } from './words/steps.en.ts'
import { stepsZh } from './words/steps.zh.ts'

type Item = { [key: string]: Json }
const isItem = (node: Json | undefined): node is Item => typeof node === 'object' && node !== null && !Array.isArray(node)

/** A word in the language asked for, with the other language behind it; '' where there is none. */
function word(code: string, lang: Lang): string {
  const both = lang === 'zh' ? [stepsZh[code], stepsEn[code]] : [stepsEn[code], stepsZh[code]]
  return both.filter((text) => text !== undefined).map((text) => text.trim()).join(' · ')
}
function told(node: Json, lang: Lang): Json {
  if (Array.isArray(node)) return node.map((item) => told(item, lang))
  if (!isItem(node)) return node
  const inner = Object.entries(node).filter(([key]) => key !== '$id').map(([key, value]): [string, Json] => {
    if (key === '$ref' && typeof value === 'string') return [key, value.startsWith('#') ? value : `#/$defs/${value}`]
    if (key !== 'properties' || !isItem(value)) return [key, key === 'enum' || key === 'const' ? value : told(value, lang)]
    return [key, Object.fromEntries(Object.entries(value).map(([name, property]) => [name, { ...(told(property, lang) as Item), ...described(name, lang) }]))]
  })
  const values = node['enum']
  return { ...Object.fromEntries(inner), ...(Array.isArray(values) ? { enumDescriptions: values.map((value) => word(`value.${String(value)}`, lang)) } : {}) }
}
const described = (name: string, lang: Lang): Item => {
  const text = word(`key.${name}`, lang) || word(`one.${name}`, lang)
  return text ? { description: text } : {}
}

/** The ruleset's JSON Schema with each property and choice told in words of both languages, the asked one first. */
export const describedSchema = (lang: Lang): Item => told(JSON.parse(JSON.stringify(RulesetSchema)) as Json, lang) as Item
