import { writeFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import { CohortSchema } from '../../engine/model/record.ts'
import { RulesetSchema } from '../../engine/model/ruleset.ts'

type Schema = { [key: string]: unknown }
const folder = new URL('../../engine/model/schema/', import.meta.url)

/** Named definitions are referred to as `#/$defs/Name`, as other tools expect. */
function plain(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(plain)
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(Object.entries(node).filter(([key]) => key !== '$id').map(([key, value]) => [key, key === '$ref' && typeof value === 'string' && !value.startsWith('#') ? `#/$defs/${value}` : plain(value)]))
}
const published = (schema: unknown, title: string): Schema => ({ $schema: 'https://json-schema.org/draft/2020-12/schema', title, ...(plain(schema) as Schema) })

const KEYS: { [definition: string]: string } = { All: 'all', Any: 'any', Not: 'not', Named: 'condition', Test: 'fact' }
/** A union whose branch is told by a word becomes if/then/else, so that a fault is reported once, by the branch that was meant. */
function dispatched(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(dispatched)
  if (typeof node !== 'object' || node === null) return node
  const plainNode = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, dispatched(value)])) as Schema
  const branches = plainNode['anyOf'] as Schema[] | undefined
  if (!branches) return plainNode
  const tests = branches.map(testOf)
  if (!tests.every((test) => test !== null)) return plainNode
  const rest = Object.fromEntries(Object.entries(plainNode).filter(([key]) => key !== 'anyOf'))
  const words = tests.flatMap((t) => (t.word ? [t] : []))
  const last = words.length === tests.length && words[0] ? { required: [words[0].word], properties: { [words[0].word]: { enum: words.map((w) => w.value) } } } : { not: {} }
  return { ...rest, type: 'object', ...branches.reduceRight<Schema>((other, branch, i) => ({ if: tests[i]?.when, then: branch, else: other }), last) }
}
function testOf(branch: Schema): { when: Schema; word: string; value: unknown } | null {
  const definition = typeof branch['$ref'] === 'string' ? KEYS[branch['$ref'].replace('#/$defs/', '')] : undefined
  if (definition) return { when: { required: [definition] }, word: '', value: null }
  const properties = (branch['properties'] ?? {}) as { [name: string]: { const?: unknown } }
  const word = ['type', 'op'].find((name) => properties[name]?.const !== undefined)
  return word ? { when: { required: [word], properties: { [word]: { const: properties[word]?.const } } }, word, value: properties[word]?.const } : null
}

/** The files made from the format: JSON Schemas for other tools, and ajv's validators as code (no eval at run time). */
export function generate(): { name: string; text: string }[] {
  const ruleset = published(RulesetSchema, 'Fadu ruleset, format 1')
  const cohort = published(CohortSchema, 'Fadu cohort, format 1')
  const ajv = new Ajv2020({ allErrors: true, strict: false, inlineRefs: false, code: { source: true, esm: true } })
  ajv.addSchema(dispatched(ruleset) as Schema, 'ruleset').addSchema(cohort, 'cohort')
  const make = (standalone as unknown as { default?: typeof standalone }).default ?? standalone
  const code = (make as unknown as (a: typeof ajv, refs: { [name: string]: string }) => string)(ajv, { rulesetFits: 'ruleset', cohortFits: 'cohort' })
    .replaceAll(/require\("ajv\/dist\/runtime\/ucs2length"\)\.default/g, '((text) => [...text].length)')
  if (code.includes('require(')) throw new RangeError('the generated validator still requires a module')
  return [
    { name: 'ruleset.schema.json', text: `${JSON.stringify(ruleset, null, 1)}\n` },
    { name: 'cohort.schema.json', text: `${JSON.stringify(cohort, null, 1)}\n` },
    { name: 'validators.js', text: `// Made from engine/model/ruleset.ts and record.ts by \`npm run schema\`.\n${code}\n` },
  ]
}
if (process.argv[1]?.endsWith('generate-schema.ts')) for (const { name, text } of generate()) writeFileSync(new URL(name, folder), text)
