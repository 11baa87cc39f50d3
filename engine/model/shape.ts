import type { Json } from './step.ts'
import { RulesetSchema } from './ruleset.ts'

/** What the format says of a value: the part of JSON Schema that format 1 uses. */
export interface Shape {
  /** The named definition it is, such as `Criterion`. */
  name?: string
  type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean'
  properties?: { readonly [key: string]: Shape }
  required?: readonly string[]
  items?: Shape
  minItems?: number
  anyOf?: readonly Shape[]
  enum?: readonly string[]
  const?: Json
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
}
type Item = { [key: string]: Json }
const isItem = (node: Json | undefined): node is Item => typeof node === 'object' && node !== null && !Array.isArray(node)

const schema = RulesetSchema as unknown as { $defs: { [name: string]: Shape } }
const definitions = new Map(Object.entries(schema.$defs).map(([name, shape]): [string, Shape] => [name, { ...shape, name }]))
const open = (shape: Shape): Shape => {
  const name = (shape as { $ref?: string }).$ref
  return name === undefined ? shape : (definitions.get(name.replace('#/$defs/', '')) ?? shape)
}
/** The whole document. */
const ROOT: Shape = open({ $ref: 'Ruleset' } as Shape)

const literal = (shape: Shape): [string, Shape] | undefined => Object.entries(shape.properties ?? {}).find(([, property]) => property.const !== undefined)
/** The word that tells a variant from the others, such as `streak`; null when it has none. */
export const wordOf = (variant: Shape): { key: string; word: string } | null => {
  const found = literal(variant)
  return found ? { key: found[0], word: String(found[1].const) } : null
}
function suits(shape: Shape, value: Json | undefined): boolean {
  if (shape.anyOf) return shape.anyOf.some((branch) => suits(open(branch), value))
  if (shape.const !== undefined) return shape.const === value
  if (shape.enum) return shape.enum.includes(value as string)
  switch (shape.type) {
    case 'object': {
      const told = literal(shape)
      return isItem(value) && (told ? value[told[0]] === told[1].const : (shape.required ?? []).every((key) => Object.hasOwn(value, key)))
    }
    case 'array':
      return Array.isArray(value)
    case 'integer':
      return typeof value === 'number'
    default:
      return typeof value === shape.type
  }
}
/** The variants of a union; a shape that is none is its only one. */
export function variantsOf(shape: Shape): readonly Shape[] {
  const known = variants.get(shape)
  if (known) return known
  const made = shape.anyOf ? shape.anyOf.flatMap((branch) => variantsOf(open(branch))) : [shape]
  variants.set(shape, made)
  return made
}
const variants = new WeakMap<Shape, readonly Shape[]>()
/** The variant a value is of, by its telling word or its required properties. */
export const variantOf = (shape: Shape, value: Json | undefined): Shape | undefined => variantsOf(shape).find((variant) => suits(variant, value))

/** What stands one name further: a member by id or index, a property. */
export function into(node: Json | undefined, name: string): Json | undefined {
  if (Array.isArray(node)) return node.find((item) => isItem(item) && item['id'] === name) ?? (/^\d+$/.test(name) ? node[Number(name)] : undefined)
  return isItem(node) && Object.hasOwn(node, name) ? node[name] : undefined
}

/**
 * A place of the format and what stands there. `place` counts from the nearest named definition, members are `*`:
 * `facts/…/method`, `Criterion/points`, `Test/value`; `around` are the objects outside it, innermost first.
 */
export interface Spot { place: string; shape: Shape; value: Json | undefined; around: readonly Item[] }
const root = (document: unknown): Spot => ({ place: '', shape: ROOT, value: document as Json, around: [] })

const placed = (place: string, shape: Shape, value: Json | undefined, around: readonly Item[]): Spot => {
  const opened = open(shape)
  const at = opened.name === undefined || opened.name === 'Ruleset' ? place : opened.name
  const variant = opened.anyOf && value !== undefined ? variantOf(opened, value) : undefined
  return { place: variant?.name ?? at, shape: opened, value, around }
}
/** The shape of what stands there: of a union the variant that suits. */
export const chosen = ({ shape, value }: Spot): Shape | undefined => (shape.anyOf ? variantOf(shape, value) : shape)
/** The spot one name further, or undefined where the format knows no such name. */
export function next(spot: Spot, name: string): Spot | undefined {
  const shape = chosen(spot)
  const value = into(spot.value, name)
  if (shape?.items) return placed(`${spot.place}/*`, shape.items, value, spot.around)
  const property = shape?.properties?.[name]
  if (!property) return undefined
  const around = isItem(spot.value) ? [spot.value, ...spot.around] : spot.around
  return placed(name === 'source' ? 'source' : spot.place === '' ? name : `${spot.place}/${name}`, property, value, around)
}
/** The spot at an address (property names, ids, indices), or undefined where the format knows none. */
export const spotAt = (document: unknown, names: readonly string[]): Spot | undefined => names.reduce<Spot | undefined>((spot, name) => spot && next(spot, name), root(document))

/** Visits every value of the document with its address, parents first. */
export function walk(document: unknown, visit: (spot: Spot, names: readonly string[]) => void): void {
  const go = (spot: Spot, names: readonly string[]): void => {
    visit(spot, names)
    const { value } = spot
    const inner = Array.isArray(value) ? value.map((_, i) => String(i)) : isItem(value) ? Object.keys(value) : []
    for (const name of inner) {
      const further = Array.isArray(value) ? nextAt(spot, Number(name)) : next(spot, name)
      if (further) go(further, [...names, nameAt(value, name)])
    }
  }
  go(root(document), [])
}
/** Members of a list whose ids are each its own are named by them, others by their index. */
const nameAt = (node: Json | undefined, name: string): string => {
  if (!Array.isArray(node)) return name
  const item = node[Number(name)]
  return isItem(item) && typeof item['id'] === 'string' ? item['id'] : name
}
const nextAt = (spot: Spot, i: number): Spot | undefined => {
  const shape = chosen(spot)
  return shape?.items ? placed(`${spot.place}/*`, shape.items, (spot.value as Json[])[i], spot.around) : undefined
}

/** Why a single value does not fit: a code, or '' when it does. Lists and objects are not looked into. */
export function misfit(shape: Shape, value: Json | undefined): '' | 'empty' | 'long' | 'pattern' | 'number' | 'whole' | 'small' | 'large' | 'choice' {
  if (typeof value === 'number') {
    if (!/^-?\d+(\.\d{1,4})?$/.test(String(value))) return 'number'
    if (shape.type === 'integer' && !Number.isInteger(value)) return 'whole'
    if (shape.minimum !== undefined && value < shape.minimum) return 'small'
    return shape.maximum !== undefined && value > shape.maximum ? 'large' : ''
  }
  if (typeof value !== 'string') return ''
  if (shape.enum && !shape.enum.includes(value)) return 'choice'
  if (value.length < (shape.minLength ?? 0)) return 'empty'
  if (value.length > (shape.maxLength ?? Infinity)) return 'long'
  return shape.pattern !== undefined && !new RegExp(shape.pattern).test(value) ? 'pattern' : ''
}
