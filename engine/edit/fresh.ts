import { at, join, split, under } from '../model/path.ts'
import { candidatesAt } from '../model/references.ts'
import { next, spotAt, variantOf, variantsOf, wordOf, type Shape, type Spot } from '../model/shape.ts'
import type { Ruleset } from '../model/ruleset.ts'
import type { Json, Step } from '../model/step.ts'
import { put } from './put.ts'
import { idsBeside } from './rename.ts'
import { isItem, nextOf, type Item } from './step.ts'

/** An id not yet taken: the wish itself, or with the next number. */
function freshId(taken: ReadonlySet<string>, wish: string): string {
  const base = wish.slice(0, 58)
  if (!taken.has(base)) return base
  let n = 2
  while (taken.has(`${base}-${n}`)) n++
  return `${base}-${n}`
}
const SINGULAR: { readonly [list: string]: string } = {
  indicators: 'indicator', children: 'indicator', criteria: 'criterion', categories: 'category', categoryGroups: 'group', bodies: 'body', facts: 'fact', derived: 'derived', classes: 'class', tariff: 'row',
  glossary: 'term', bases: 'basis', duties: 'duty', history: 'history', decisionKinds: 'decision', tieBreaks: 'tie', requires: 'requirement', delegations: 'delegation', severities: 'severity',
}
const nounOf = (list: string): string => SINGULAR[list] ?? list.replace(/s$/, '')

/** The condition a new rule starts with: one that holds or fails by the first thing a condition can ask. */
function condition(ruleset: Ruleset, outcome: boolean): Json {
  const fact = ruleset.facts.find((f) => ['count', 'number', 'ratio', 'amount'].includes(f.kind))
  if (outcome || !fact) return { all: [{ fact: 'result.grade', operator: 'equal', value: ruleset.grades[0]?.id ?? '' }] }
  return { all: [{ fact: fact.id, operator: 'greaterThanInclusive', value: fact.min ?? 0 }] }
}

/**
 * The smallest value the format takes at an address: required properties only, first choices, references to what there
 * is, `label` for names, source `assumed`. A union takes its first variant whose references can be filled.
 */
export function fresh(ruleset: Ruleset, names: readonly string[], label: string): Json {
  const spot = spotAt(ruleset, names)
  if (!spot) throw new RangeError(`no such place: ${join(...names)}`)
  return minimal(ruleset, { ...spot, value: undefined }, names, label)
}
function minimal(ruleset: Ruleset, spot: Spot, names: readonly string[], label: string): Json {
  const { shape } = spot
  const key = names.at(-1) ?? ''
  if (shape.const !== undefined) return shape.const
  if (key === 'basis') return 'assumed'
  if (shape.enum) return shape.enum[0] ?? ''
  if (shape.name === 'TopCondition' || shape.name === 'Condition') return condition(ruleset, names[0] === 'outcomes')
  if (shape.anyOf) {
    const variants = variantsOf(shape).map((variant) => ({ ...spot, shape: variant }))
    const whole = variants.find((variant) => (variant.shape.required ?? []).every((k) => candidatesAt(ruleset, inside(variant, k))?.length !== 0))
    return minimal(ruleset, (whole ?? variants[0]) as Spot, names, label)
  }
  switch (shape.type) {
    case 'object': {
      if (spot.place === 'Outcome/recipients/*') return recipient(ruleset, names)
      const value: { [key: string]: Json } = {}
      for (const k of shape.required ?? []) value[k] = minimal(ruleset, inside({ ...spot, value: { ...value } }, k), [...names, k], label)
      return value
    }
    case 'array':
      return Array.from({ length: shape.minItems ?? 0 }, (_, i) => minimal(ruleset, inside({ ...spot, value: [] }, String(i)), [...names, String(i)], label))
    case 'boolean':
      return false
    case 'number':
    case 'integer':
      return key === 'year' ? ruleset.year : Math.max(shape.minimum ?? 0, 0)
    default:
      return text(ruleset, spot, names, label)
  }
}
/** Who is told: first the unit itself, then the bodies that are not told yet. */
function recipient(ruleset: Ruleset, names: readonly string[]): Json {
  const list = (spotAt(ruleset, names.slice(0, -1))?.value ?? []) as Item[]
  const body = ruleset.bodies.find(({ id }) => !list.some((told) => told['body'] === id))
  return body && list.length > 0 ? { body: body.id } : { unit: true }
}
/** A word to start with: a fresh id, the best of what may be named, a day of the period, or the label where a text must not be empty. */
function text(ruleset: Ruleset, spot: Spot, names: readonly string[], label: string): string {
  const key = names.at(-1) ?? ''
  const named = candidatesAt(ruleset, spot)
  const taken = key === 'id' ? idsBeside(ruleset, under('', ...names.slice(0, -2))) : new Set<string>()
  if (named === null && key === 'id') return freshId(taken, nounOf(names.at(-3) ?? ''))
  const counted = key === 'method' ? ruleset.methods.find((m) => m.component !== undefined)?.id : undefined
  const best = counted ?? named?.find((c) => !taken.has(c.id))?.id ?? named?.[0]?.id
  if (best !== undefined) return best
  if (key === 'start' || key === 'end') return ruleset.period[key]
  if (shapeIsDay(spot.shape)) return ruleset.period.start
  return (spot.shape.minLength ?? 0) > 0 ? label : key === 'ranking' ? 'ranking' : ''
}
const shapeIsDay = (shape: Shape): boolean => shape.pattern?.startsWith('^\\d') ?? false
const inside = (spot: Spot, name: string): Spot => {
  const further = next(spot, name)
  if (!further) throw new RangeError(`the format has no ${spot.place}/${name}`)
  return { ...further, value: undefined }
}

/** The step that adds a smallest new member at the end of a list, or after one of it. */
export function addition(ruleset: Ruleset, list: string, label: string, after: string | null = null): Step {
  const value = fresh(ruleset, [...split(list), '+'], label)
  return { type: 'insert', path: list, value, before: after === null ? null : nextOf(at(ruleset, list), after) }
}

/** The step that puts a copy beside a thing: a fresh id for it (and for all in it whose ids must be unique), its name marked. */
export function duplicate(ruleset: Ruleset, path: string, mark: string): Step {
  const names = split(path)
  const list = under('', ...names.slice(0, -1))
  const item = at(ruleset, path)
  if (!isItem(item)) throw new RangeError(`no such thing: ${path}`)
  const taken = idsBeside(ruleset, list)
  const renew = (node: Item): Item => {
    const id = freshId(taken, String(node['id']).replace(/-\d+$/, ''))
    taken.add(id)
    const tree = Object.fromEntries(['children', 'criteria'].flatMap((key) => (Array.isArray(node[key]) ? [[key, node[key].map((inner) => renew(inner as Item))]] : [])))
    return { ...node, id, ...tree }
  }
  const copy = renew(item)
  const key = ['label', 'title', 'term', 'summary'].find((k) => typeof copy[k] === 'string')
  return { type: 'insert', path: list, value: key ? { ...copy, [key]: `${String(copy[key]).slice(0, 290)}${mark}` } : copy, before: nextOf(at(ruleset, list), names.at(-1) ?? '') }
}

/** The step that makes the union at an address another variant (told by its word): what both have in common stays, the rest is smallest. */
export function turn(ruleset: Ruleset, names: readonly string[], word: string, label: string): Step[] {
  const spot = spotAt(ruleset, names)
  const variant = spot && variantsOf(spot.shape).find((one) => wordOf(one)?.word === word)
  if (!spot || !variant) throw new RangeError(`no variant ${word} at ${join(...names)}`)
  const made = minimal(ruleset, { ...spot, shape: variant, value: undefined }, names, label) as Item
  const told = wordOf(variant)?.key
  const old = isItem(spot.value) ? spot.value : {}
  const keep = Object.entries(old).filter(([key, value]) => key !== told && variant.properties?.[key] && (made[key] === undefined || typeof made[key] === typeof value) && suitsShape(variant.properties[key], value))
  return put(ruleset, names, { ...made, ...Object.fromEntries(keep) })
}
const suitsShape = (shape: Shape, value: Json): boolean => variantOf(shape, value) !== undefined || '$ref' in shape
