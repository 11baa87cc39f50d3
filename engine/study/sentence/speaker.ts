import { quantity } from '../../check/conditions.ts'
import { exact, mul, toNumber } from '../../model/decimal.ts'
import type { Kind } from '../../model/operators.ts'
import type { Ruleset } from '../../model/ruleset.ts'
import type { Lang, Words } from '../words/fill.ts'
import { sentenceEn } from '../words/sentence.en.ts'
import { sentenceZh } from '../words/sentence.zh.ts'

/** Where a piece stands inside its rule or condition, such as `['event', 'params', 'points']`. */
export type Spot = readonly (string | number)[]
/** What can be chosen or typed at a piece. `list` is one member of a list, `join` the and/or of a group. */
export type PartKind = 'fact' | 'shared' | 'operator' | 'number' | 'option' | 'state' | 'join' | 'direction' | 'count' | 'mode'
type Scalar = number | string | boolean
/** A piece of a sentence; one with `at` can be changed in place: `kind` says how, `value` what stands there now (a number shown as percent is stored as a share). */
export interface Part { text: string; role: 'word' | 'fact' | 'number' | 'value'; at?: Spot; kind?: PartKind; value?: Scalar; percent?: true }

export interface Speaker { words: Words; ruleset: Ruleset }
export const speaker = (ruleset: Ruleset, lang: Lang): Speaker => ({ ruleset, words: lang === 'zh' ? sentenceZh : sentenceEn })
export const word = (text: string): Part => ({ text, role: 'word' })
export const said = ({ words }: Speaker, code: string): string => words[code] ?? code

/** A template with its places filled by parts. */
export function phrase(speaker: Speaker, code: string, places: { [name: string]: readonly Part[] } = {}): Part[] {
  return said(speaker, code).split(/(\{\w+\})/).filter((piece) => piece !== '').flatMap((piece) => (piece.startsWith('{') && places[piece.slice(1, -1)]) || [word(piece)])
}
export const joined = (lists: readonly (readonly Part[])[], between: readonly Part[]): Part[] => lists.flatMap((parts, i) => (i === 0 ? parts : [...between, ...parts]))

const splitName = (name: string): [string, string] => (name.includes('.') ? [name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.') + 1)] : ['', name])
/** The label of a fact or built-in quantity; a name that is not known stays as it is. */
export function labelOf({ ruleset, words }: Speaker, name: string): string {
  const [space, id] = splitName(name)
  const lists = { '': [...ruleset.facts, ...ruleset.derived], unit: ruleset.attributes, decision: ruleset.decisionKinds, history: ruleset.history, result: [] }
  return (lists[space as keyof typeof lists] ?? []).find((thing) => thing.id === id)?.label ?? words[name] ?? name
}
export const kindOf = ({ ruleset }: Speaker, name: string): Kind | null => quantity(ruleset, name, 'outcomes')?.kind ?? null
/** The choices of a quantity with their labels; null where anything may stand. */
export function optionsOf({ ruleset }: Speaker, name: string): readonly { id: string; label: string }[] | null {
  const [space, id] = splitName(name)
  if (name === 'unit.category') return ruleset.categories
  if (name === 'result.grade') return ruleset.grades
  if (name === 'result.pool') return ruleset.ranking.pools
  if (space === 'unit') return ruleset.attributes.find((a) => a.id === id)?.options ?? null
  return space === '' ? (ruleset.facts.find((f) => f.id === id)?.options ?? null) : null
}
/** The word after a value of the quantity, '' if it has none; `%` where shares are shown as percent. */
export function unitOf({ ruleset }: Speaker, name: string): string {
  const fact = ruleset.facts.find((f) => f.id === name)
  const derived = ruleset.derived.find((d) => d.id === name)
  const share = fact?.kind === 'ratio' || derived?.derive.op === 'ratio'
  return (fact ?? derived)?.unit ?? (share ? '%' : '')
}
/** Is the value a share, shown as percent? */
export const isPercent = (speaker: Speaker, name: string): boolean =>
  unitOf(speaker, name) === '%' && (speaker.ruleset.facts.find((f) => f.id === name)?.kind === 'ratio' || speaker.ruleset.derived.find((d) => d.id === name)?.derive.op === 'ratio')
/** 0.95 as 95, exactly. */
export const percent = (share: number): number => toNumber(mul(exact(share), exact(100)))
/** 95 as 0.95, exactly. */
export const share = (percent: number): number => toNumber(mul(exact(percent), exact('0.01')))

export function valueLabel(speaker: Speaker, name: string, value: Scalar): string {
  if (typeof value === 'boolean') return said(speaker, String(value))
  if (typeof value === 'number') return isPercent(speaker, name) ? `${percent(value)}%` : String(value)
  return optionsOf(speaker, name)?.find((o) => o.id === value)?.label ?? value
}
/** A number of points: changed in place. */
export const points = (value: number, at: Spot): Part => ({ text: String(value), role: 'number', at, kind: 'number', value })
/** A value of a quantity: changed in place, shown as percent where it is a share, with its unit behind it. */
export function amount(speaker: Speaker, name: string, value: number, at: Spot, unit = unitOf(speaker, name)): Part[] {
  const share = isPercent(speaker, name)
  const number: Part = { text: String(share ? percent(value) : value), role: 'number', at, kind: 'number', value, ...(share ? { percent: true } : {}) }
  return unit === '' ? [number] : [number, word(unit === '%' ? '%' : said(speaker, 'unit').replace('{unit}', unit))]
}
