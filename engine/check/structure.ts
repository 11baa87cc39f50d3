import { FactName } from '../model/condition.ts'
import { Day, Id } from '../model/id.ts'
import { issue, type Issue } from '../model/issue.ts'
import { cohortFits, rulesetFits } from '../model/schema/validators.js'
import { inside, isObject, pathByIds } from './walk.ts'

type SchemaError = NonNullable<typeof rulesetFits.errors>[number]
const FORMAT = 1
const DEPTH = 64

const namesOf = (pointer: string): string[] => pointer.split('/').slice(1).map((n) => n.replaceAll('~1', '/').replaceAll('~0', '~'))
const nodeAt = (data: unknown, names: readonly string[]): unknown => names.reduce(inside, data)

const CODES: { [keyword: string]: string } = {
  required: 'structure.required', additionalProperties: 'structure.unknown-property', type: 'structure.type', pattern: 'structure.pattern', enum: 'structure.choice', const: 'structure.choice',
  minimum: 'structure.range', maximum: 'structure.range', minLength: 'structure.length', maxLength: 'structure.length', minItems: 'structure.too-few', maxItems: 'structure.too-many', anyOf: 'structure.none-of', not: 'structure.condition',
}
const patternOf = (schema: object): string => String('pattern' in schema ? schema.pattern : '')
const PATTERNS: { [pattern: string]: string } = { [patternOf(Id)]: 'id', [patternOf(Day)]: 'day', [patternOf(FactName)]: 'fact-name' }

/** What the format wants there, as a code or a bound. */
function wantedBy({ keyword, params }: SchemaError): string {
  if (keyword === 'pattern') return PATTERNS[String(params['pattern'])] ?? 'decimal'
  if (params['limit'] !== undefined) return `${keyword.startsWith('min') ? '≥' : '≤'} ${String(params['limit'])}`
  return String(params['type'] ?? params['allowedValue'] ?? (Array.isArray(params['allowedValues']) ? params['allowedValues'].join(' ') : ''))
}
function told(data: unknown, error: SchemaError): Issue[] {
  const names = namesOf(error.instancePath)
  const node = nodeAt(data, names)
  const path = pathByIds(data, names)
  // Numbers that are none are told where values are checked.
  if (typeof node === 'number' && !Number.isFinite(node)) return []
  const property = String(error.params['missingProperty'] ?? error.params['additionalProperty'] ?? '')
  if (isObject(node) && 'fact' in node && 'path' in node && (property === 'path' || error.keyword === 'anyOf')) return [issue('error', 'condition.jsonpath', path)]
  const got = (JSON.stringify(node) ?? 'undefined').slice(0, 60)
  return [issue('error', CODES[error.keyword] ?? 'structure.misfit', path, { property, wanted: wantedBy(error), got })]
}

function check(fits: typeof rulesetFits, data: unknown): Issue[] {
  if (fits(data)) return []
  const errors = (fits.errors ?? []).filter((e) => e.keyword !== 'if')
  // A union none of whose branches fits stands for what its branches complained of.
  const unions = errors.filter((e) => e.keyword === 'anyOf')
  const real = errors.filter((e) => e.keyword === 'anyOf' || !unions.some((u) => e.schemaPath.startsWith(`${u.schemaPath}/`) && (e.instancePath === u.instancePath || e.instancePath.startsWith(`${u.instancePath}/`))))
  const seen = new Set<string>()
  return real.flatMap((e) => told(data, e)).filter((i) => {
    const key = `${i.code} ${i.path} ${String(i.values['property'])}`
    return !seen.has(key) && Boolean(seen.add(key))
  })
}

/** Does a value nest deeper than documents may? Looks no deeper than that, so that circles end. */
function isTooDeep(data: unknown): boolean {
  const left: [unknown, number][] = [[data, 0]]
  for (let next = left.pop(); next; next = left.pop()) {
    const [node, depth] = next
    if (typeof node !== 'object' || node === null) continue
    if (depth === DEPTH) return true
    for (const member of Object.values(node)) left.push([member, depth + 1])
  }
  return false
}
/** What makes further checks pointless: another format, another kind of file, endless nesting. */
function misfit(data: unknown, strange: string): Issue | null {
  if (isTooDeep(data)) return issue('error', 'structure.too-deep', '', { limit: DEPTH })
  if (!isObject(data)) return null
  const { format } = data
  if (Number.isInteger(format) && Number(format) > FORMAT) return issue('error', 'format.newer', 'format', { format: Number(format), known: FORMAT })
  if (format === undefined) return issue('error', 'format.missing', '', { known: FORMAT })
  if (format !== FORMAT) return issue('error', 'format.unknown', 'format', { format: String(JSON.stringify(format)).slice(0, 60), known: FORMAT })
  return strange in data ? issue('error', 'format.other-file', '', { property: strange }) : null
}
const structure = (fits: typeof rulesetFits, strange: string) => (data: unknown): Issue[] => {
  const found = misfit(data, strange)
  return found ? [found] : check(fits, data)
}

/** The ruleset against its JSON Schema, in our words: one issue for each real fault. */
export const rulesetStructure = structure(rulesetFits, 'units')
/** A cohort against its JSON Schema, in our words. */
export const cohortStructure = structure(cohortFits, 'indicators')
