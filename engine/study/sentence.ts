import type { Condition, Rule, Ruleset, Test } from '../model/ruleset.ts'
import type { Lang, Words } from './words/fill.ts'
import { sentenceEn } from './words/sentence.en.ts'
import { sentenceZh } from './words/sentence.zh.ts'

/** Where a number stands inside its rule, such as `['event', 'params', 'points']`. */
export type Spot = readonly (string | number)[]
/** A piece of a sentence; one with `at` is a number that can be changed in place. */
export interface Part { text: string; role: 'word' | 'fact' | 'number' | 'value'; at?: Spot }

interface Speaker { words: Words; ruleset: Ruleset }
const word = (text: string): Part => ({ text, role: 'word' })

/** A template with its places filled by parts. */
function phrase(speaker: Speaker, code: string, places: { [name: string]: Part[] } = {}): Part[] {
  const template = speaker.words[code] ?? code
  return template.split(/(\{\w+\})/).filter((piece) => piece !== '').flatMap((piece) => (piece.startsWith('{') && places[piece.slice(1, -1)]) || [word(piece)])
}
const joined = (lists: Part[][], separator: string): Part[] => lists.flatMap((parts, i) => (i === 0 ? parts : [word(separator), ...parts]))

const factOf = (ruleset: Ruleset, id: string) => ruleset.facts.find((f) => f.id === id)
function labelOf({ ruleset, words }: Speaker, name: string): string {
  const [space, id] = name.includes('.') ? name.split('.') : ['', name]
  const lists = { '': [...ruleset.facts, ...ruleset.derived], unit: ruleset.attributes, decision: ruleset.decisionKinds, history: ruleset.history, result: [] }
  const found = (lists[space as keyof typeof lists] ?? []).find((thing) => thing.id === id)
  return found?.label ?? words[name] ?? name
}
function valueLabel({ ruleset, words }: Speaker, name: string, value: number | string | boolean): string {
  if (typeof value === 'boolean') return words[String(value)] ?? String(value)
  if (name === 'unit.category') return ruleset.categories.find((c) => c.id === value)?.label ?? String(value)
  if (name === 'result.grade') return ruleset.grades.find((g) => g.id === value)?.label ?? String(value)
  const options = name.startsWith('unit.') ? ruleset.attributes.find((a) => `unit.${a.id}` === name)?.options : factOf(ruleset, name)?.options
  return options?.find((o) => o.id === value)?.label ?? words[String(value)] ?? String(value)
}

function valueParts(speaker: Speaker, test: Test, at: Spot): Part[] {
  const { fact, value } = test
  if (Array.isArray(value)) return joined(value.map((v, i) => [{ text: valueLabel(speaker, fact, v), role: typeof v === 'number' ? 'number' : 'value', ...(typeof v === 'number' ? { at: [...at, 'value', i] } : {}) }]), speaker.words['list'] ?? ', ')
  if (typeof value === 'object') return [{ text: labelOf(speaker, value.fact), role: 'fact' }]
  if (typeof value === 'number') return [{ text: String(value), role: 'number', at: [...at, 'value'] }]
  return [{ text: valueLabel(speaker, fact, value), role: 'value' }]
}

function conditionParts(speaker: Speaker, condition: Condition, at: Spot, inside: boolean): Part[] {
  const group = (list: Condition[], key: 'all' | 'any'): Part[] => {
    const parts = joined(list.map((c, i) => conditionParts(speaker, c, [...at, key, i], true)), speaker.words[key] ?? ' ')
    return inside && list.length > 1 ? [word(speaker.words['open'] ?? '('), ...parts, word(speaker.words['close'] ?? ')')] : parts
  }
  if ('all' in condition) return group(condition.all, 'all')
  if ('any' in condition) return group(condition.any, 'any')
  if ('not' in condition) return [word(speaker.words['not'] ?? 'not '), ...conditionParts(speaker, condition.not, [...at, 'not'], true)]
  if ('condition' in condition) return phrase(speaker, 'shared', { name: [{ text: speaker.ruleset.conditions.find((c) => c.id === condition.condition)?.label ?? condition.condition, role: 'fact' }] })
  return [{ text: labelOf(speaker, condition.fact), role: 'fact' }, ...phrase(speaker, condition.operator, { value: valueParts(speaker, condition, at) })]
}

function effectParts(speaker: Speaker, { event }: Rule): Part[] {
  const number = (key: string): Part[] => [{ text: String((event.params as { [name: string]: unknown })[key]), role: 'number', at: ['event', 'params', key] }]
  const cap = 'cap' in event.params && event.params.cap !== undefined ? phrase(speaker, 'cap', { cap: number('cap') }) : []
  switch (event.type) {
    case 'deductEach':
    case 'awardEach':
      return [...phrase(speaker, event.type, { points: number('points'), per: event.params.per === undefined ? phrase(speaker, 'once') : phrase(speaker, 'perMany', { per: number('per') }) }), ...cap]
    case 'deductSteps':
    case 'awardSteps':
      return [...phrase(speaker, event.type, { points: number('points'), target: number('target'), step: number('step'), side: phrase(speaker, event.params.direction), count: phrase(speaker, event.params.count) }), ...cap]
    case 'assess':
      return phrase(speaker, 'assess', { from: number('from'), to: number('to'), mode: phrase(speaker, `mode_${event.params.mode}`) })
    case 'lookup': {
      const { fact, rows, mode } = event.params
      const told = rows.map((row, i) => {
        const at = (key: 'from' | 'below' | 'points'): Part[] => [{ text: String(row[key]), role: 'number', at: ['event', 'params', 'rows', i, key] }]
        const code = row.equals !== undefined ? 'rowEquals' : row.below === undefined ? 'rowFrom' : row.from === undefined ? 'rowBelow' : 'rowBand'
        return phrase(speaker, code, { from: at('from'), below: at('below'), points: at('points'), equals: [{ text: row.equals === undefined ? '' : valueLabel(speaker, fact, row.equals), role: 'value' }] })
      })
      return phrase(speaker, 'lookup', { mode: phrase(speaker, `mode_${mode}`), rows: joined(told, speaker.words['rowSep'] ?? '; ') })
    }
    default:
      return [...phrase(speaker, event.type, { points: number('points'), target: number('target') }), ...cap]
  }
}

/** A rule as a sentence in pieces; its numbers say where they stand in the rule. */
export function sentence(ruleset: Ruleset, rule: Rule, lang: Lang): Part[] {
  const speaker = { ruleset, words: lang === 'zh' ? sentenceZh : sentenceEn }
  return [word(speaker.words['if'] ?? ''), ...conditionParts(speaker, rule.conditions, ['conditions'], false), word(speaker.words['then'] ?? ''), ...effectParts(speaker, rule)]
}
/** A condition alone as text. */
export const conditionText = (ruleset: Ruleset, condition: Condition, lang: Lang): string =>
  conditionParts({ ruleset, words: lang === 'zh' ? sentenceZh : sentenceEn }, condition, [], false).map((p) => p.text).join('')
