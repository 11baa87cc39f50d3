import { at, candidates, conditionText, memberLabel, memberName, refers, spotAt, split, under, valueLabel, wordOf, variantsOf, type Candidate, type Condition, type FormatSpot, type Json, type Lang, type Ruleset, type Shape } from '../../../engine/index.ts'
import { COLUMNS, ROWS, fieldOf, type FieldName } from './table.ts'

type Item = { [key: string]: Json }
const isItem = (node: Json | undefined): node is Item => typeof node === 'object' && node !== null && !Array.isArray(node)

/** A property as a form shows it. */
export interface Field { key: string; names: readonly string[]; field: FieldName; spot: FormatSpot; required: boolean; place: string }

/** The place an object's rows and words go by. */
export const placeOf = (spot: FormatSpot): string => spot.shape.name && spot.shape.name !== 'Ruleset' ? spot.shape.name : spot.place
/** The shape of an object: of a union the variant its value is of. */
const shapeOf = (spot: FormatSpot): Shape | undefined =>
  spot.shape.anyOf ? variantsOf(spot.shape).find((variant) => { const told = wordOf(variant); return told && isItem(spot.value) && spot.value[told.key] === told.word }) ?? variantsOf(spot.shape).find((v) => v.type === 'object' && wordOf(v) === null) : spot.shape

/** One property of the object at an address; undefined where its shape has none. */
export function fieldAt(ruleset: Ruleset, names: readonly string[], key: string): Field | undefined {
  const owner = spotAt(ruleset, names)
  const shape = owner && shapeOf(owner)
  if (!owner || !shape?.properties?.[key]) return undefined
  const at = [...names, key]
  const spot = spotAt(ruleset, at)
  if (!spot) return undefined
  const place = under(placeOf(owner), key).replace(/^\//, '')
  const list = spot.shape.type === 'array'
  const naming = refers(ruleset, list ? [...at, '0'] : at) && (!list || spot.shape.items?.type === 'string')
  return { key, names: at, field: fieldOf(spot, key, naming, place), spot, required: shape.required?.includes(key) ?? false, place }
}
/** The rows of the object at an address, by the table; what the table lacks comes last. */
export function rowsAt(ruleset: Ruleset, names: readonly string[]): Field[][] {
  const owner = spotAt(ruleset, names)
  const shape = owner && shapeOf(owner)
  if (!owner || !shape) return []
  const rows = (ROWS[placeOf(owner)] ?? []).map((row) => row.split(' '))
  const listed = new Set(rows.flat())
  const rest = names.length === 0 ? [] : Object.keys(shape.properties ?? {}).filter((key) => !listed.has(key)).map((key) => [key])
  return [...rows, ...rest].map((row) => row.flatMap((key) => fieldAt(ruleset, names, key) ?? [])).filter((row) => row.length > 0)
}
/** The columns of the list at an address. */
export function columnsAt(ruleset: Ruleset, names: readonly string[]): readonly string[] {
  const owner = spotAt(ruleset, names.slice(0, -1))
  const key = names.at(-1) ?? ''
  const place = owner ? under(placeOf(owner), key).replace(/^\//, '') : key
  const item = spotAt(ruleset, [...names, '+'])
  return (COLUMNS[place] ?? ['label']).filter((column) => item === undefined || item.shape.anyOf !== undefined || item.shape.properties?.[column] !== undefined)
}
/** The choices of a property with their words. */
export function choicesOf(spot: FormatSpot, key: string, lang: Lang, place: string): { id: string; label: string }[] {
  const values = spot.shape.enum ?? spot.shape.anyOf?.map((one) => String(one.const)) ?? []
  return values.map((id) => ({ id, label: valueLabel(key, id, lang, place) }))
}
/** The words that tell the variants of a union: its property and the choices. */
export function variantsAt(spot: FormatSpot, lang: Lang): { key: string; options: { id: string; label: string }[] } | null {
  const told = spot.shape.anyOf ? variantsOf(spot.shape).flatMap((variant) => wordOf(variant) ?? []) : []
  const key = told[0]?.key
  return key === undefined ? null : { key, options: told.map(({ word }) => ({ id: word, label: valueLabel(key, word, lang, placeOf(spot)) })) }
}

/** What a thing is called: its own name, what it says or holds, or its kind with its place or id. */
export function thingName(ruleset: Ruleset, path: string, lang: Lang): string {
  const names = split(path)
  const item = at(ruleset, path)
  const id = names.at(-1) ?? ''
  const own = isItem(item) ? memberLabel(ruleset, names, item, lang) : id
  if (own !== '' && own !== id) return own
  const beside = at(ruleset, under('', ...names.slice(0, -1)))
  const place = Array.isArray(beside) && beside.length > 1 ? beside.findIndex((one) => isItem(one) && one['id'] === id) + 1 : ''
  return `${memberName(names.at(-2) ?? '', lang)} ${own === '' ? place : id}`.trim()
}
/** What may be named, with what each is called where it has no name of its own. */
export const calledBy = (ruleset: Ruleset, found: readonly Candidate[], lang: Lang): readonly Candidate[] =>
  (found.some((c) => c.label === c.id) ? found.map((c) => (c.label === c.id ? { ...c, label: thingName(ruleset, c.path, lang) } : c)) : found)
const named = (found: readonly Candidate[] | null, id: string): string => found?.find((c) => c.id === id)?.label ?? id

/** A property of a list's member as one short text. */
export function cellText(ruleset: Ruleset, names: readonly string[], lang: Lang, between: string): string {
  const key = names.at(-1) ?? ''
  const spot = spotAt(ruleset, names)
  const value = spot?.value
  if (!spot || value === undefined || value === null) return ''
  const field = fieldAt(ruleset, names.slice(0, -1), key)
  if (field?.field === 'condition') return conditionText(ruleset, value as unknown as Condition, lang)
  if (Array.isArray(value)) {
    if (!value.every((one) => typeof one === 'string')) return value.map((one) => (isItem(one) ? String(one['label'] ?? named(candidates(ruleset, [...names, '0', 'grade']), String(one['grade'] ?? one['id'] ?? ''))) : String(one))).join(between)
    const found = candidates(ruleset, [...names, '0'])
    return value.map((one) => (found ? named(found, one) : valueLabel(key, one, lang, field?.place ?? ''))).join(between)
  }
  if (isItem(value)) {
    const told = variantsAt(spot, lang)
    return told ? (told.options.find((o) => o.id === value[told.key])?.label ?? '') : ''
  }
  if (field?.field === 'choice' || typeof value === 'boolean') return valueLabel(key, value as string | boolean, lang, names.length > 1 ? placeOf(spotAt(ruleset, names.slice(0, -1)) ?? spot) : '')
  return typeof value === 'string' ? named(candidates(ruleset, names), value) : String(value)
}
