import { issue, type Issue } from '../model/issue.ts'
import { join } from '../model/path.ts'
import { cohortFits, rulesetFits } from '../model/schema/validators.js'

type SchemaError = NonNullable<typeof rulesetFits.errors>[number]
type Item = { [key: string]: unknown }
const isObject = (node: unknown): node is Item => typeof node === 'object' && node !== null && !Array.isArray(node)

const names = (pointer: string): string[] => pointer.split('/').slice(1).map((n) => n.replaceAll('~1', '/').replaceAll('~0', '~'))
const step = (node: unknown, name: string): unknown => (Array.isArray(node) ? node[Number(name)] : isObject(node) ? node[name] : undefined)
const nodeAt = (data: unknown, list: readonly string[]): unknown => list.reduce(step, data)

/** A JSON pointer as a path by ids. */
function pathOf(data: unknown, pointer: string): string {
  let node = data
  return join(...names(pointer).map((name) => {
    const inside = step(node, name)
    const id = Array.isArray(node) && isObject(inside) && typeof inside['id'] === 'string' ? inside['id'] : name
    node = inside
    return id
  }))
}

const CODES: { [keyword: string]: string } = {
  required: 'structure.required', additionalProperties: 'structure.unknown-property', type: 'structure.type', pattern: 'structure.pattern', enum: 'structure.choice', const: 'structure.choice',
  minimum: 'structure.range', maximum: 'structure.range', minLength: 'structure.length', maxLength: 'structure.length', minItems: 'structure.too-few', maxItems: 'structure.too-many', anyOf: 'structure.none-of', not: 'structure.none-of',
}
function told(data: unknown, error: SchemaError): Issue {
  const { params } = error
  const path = pathOf(data, error.instancePath)
  const got = JSON.stringify(nodeAt(data, names(error.instancePath))) ?? 'undefined'
  const property = String(params['missingProperty'] ?? params['additionalProperty'] ?? '')
  if (property === 'path' && error.keyword === 'additionalProperties' && 'fact' in (nodeAt(data, names(error.instancePath)) as Item)) return issue('error', 'condition.jsonpath', path, {})
  const wanted = params['type'] ?? params['limit'] ?? params['pattern'] ?? params['allowedValue'] ?? (Array.isArray(params['allowedValues']) ? params['allowedValues'].join(' ') : '')
  return issue('error', CODES[error.keyword] ?? 'structure.misfit', path, { property, wanted: String(wanted), got: got.slice(0, 60) })
}

function check(fits: typeof rulesetFits, data: unknown): Issue[] {
  if (fits(data)) return []
  const errors = (fits.errors ?? []).filter((e) => e.keyword !== 'if')
  // A union none of whose branches fits stands for what its branches complained of.
  const unions = errors.filter((e) => e.keyword === 'anyOf')
  const real = errors.filter((e) => e.keyword === 'anyOf' || !unions.some((u) => e.schemaPath.startsWith(`${u.schemaPath}/`) && (e.instancePath === u.instancePath || e.instancePath.startsWith(`${u.instancePath}/`))))
  const seen = new Set<string>()
  return real.map((e) => told(data, e)).filter((i) => {
    const key = `${i.code} ${i.path} ${String(i.values['property'])}`
    return !seen.has(key) && Boolean(seen.add(key))
  })
}

/** The ruleset against its JSON Schema, in our words: one issue for each real fault. */
export function rulesetStructure(data: unknown): Issue[] {
  if (isObject(data) && typeof data['format'] === 'number' && data['format'] > 1) return [issue('error', 'format.newer', 'format', { format: data['format'], known: 1 })]
  return check(rulesetFits, data)
}
export const cohortStructure = (data: unknown): Issue[] => check(cohortFits, data)

/** Numbers that authors write have at most four decimal places. */
export function decimals(data: unknown, path = ''): Issue[] {
  if (typeof data === 'number') return /^-?\d+(\.\d{1,4})?$/.test(String(data)) ? [] : [issue('error', 'number.places', path, { got: String(data) })]
  const inside = (name: string): string => (path ? `${path}/${join(name)}` : join(name))
  if (Array.isArray(data)) return data.flatMap((item, i) => decimals(item, inside(isObject(item) && typeof item['id'] === 'string' ? item['id'] : String(i))))
  if (isObject(data)) return Object.entries(data).flatMap(([key, item]) => decimals(item, inside(key)))
  return []
}
