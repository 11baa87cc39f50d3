import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crossCheck, parse, score, validate, validateCohort, type Cohort, type Ruleset } from '../../../engine/index.ts'
import { sample, sound, told } from './told.ts'

const shipped = readFileSync(new URL('../../../rulesets/pingdingshan/2022/ruleset.json', import.meta.url), 'utf8')
type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
const values: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, -1, 0, 1e13, 0.00001, 2022, '', 'count', 'constructor', '__proto__', 'good', '2022-02-30', [], {}, [[]], { id: 'a' }, { all: [] }, { fact: 'nobody', operator: 'equal', value: 1 }, { path: '$..x' }),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
)
/** Every place of a document, as a list of names. */
const placesOf = (node: unknown, names: string[] = []): string[][] => (typeof node === 'object' && node !== null ? Object.entries(node).flatMap(([key, item]) => [[...names, key], ...placesOf(item, [...names, key])]) : [])
interface Damage { at: number; way: 'put' | 'drop' | 'twice'; value: Json }
const damages = fc.array(fc.record({ at: fc.nat(), way: fc.constantFrom<Damage['way']>('put', 'drop', 'twice'), value: values }), { minLength: 1, maxLength: 3 })
/** A copy with some places overwritten, taken out, or (members of lists) put in twice. */
function damaged(document: unknown, list: readonly Damage[]): unknown {
  const copy = structuredClone(document)
  for (const { at, way, value } of list) {
    const places = placesOf(copy)
    const names = [...(places[at % places.length] ?? [])]
    const last = names.pop() ?? ''
    const owner = names.reduce<unknown>((node, name) => (node as { [key: string]: unknown })[name], copy) as { [key: string]: unknown } | unknown[]
    if (Array.isArray(owner)) owner.splice(Number(last), way === 'twice' ? 0 : 1, ...(way === 'drop' ? [] : [way === 'put' ? value : structuredClone(owner[Number(last)])]))
    else if (way === 'drop') delete owner[last]
    else owner[last] = value
  }
  return copy
}

describe('checking', () => {
  it('never throws, whatever JSON it is given, and tells everything in words', () => {
    fc.assert(fc.property(fc.oneof(values, fc.jsonValue({ maxDepth: 6 })), (input) => {
      const { ruleset, issues } = validate(input)
      told(issues)
      told(validateCohort(sound(), input).issues)
      expect([ruleset, issues.some((i) => i.level === 'error')]).toEqual([undefined, true])
    }), { numRuns: 300 })
  })
  it('never throws on damaged copies of a sound ruleset; what it finds no error in can be scored by both evaluators', async () => {
    await fc.assert(fc.asyncProperty(damages, async (list) => {
      const { ruleset, issues } = validate(damaged(sound(), list))
      told(issues)
      if (ruleset && !issues.some((i) => i.level === 'error')) expect((await crossCheck(ruleset, { ...sample(), units: sample().units.map((u) => ({ ...u, category: ruleset.categories[0]?.id ?? '' })) })).issues).toEqual([])
    }), { numRuns: 300 })
  })
  it('never throws on damaged copies of the shipped ruleset', () => {
    const document = JSON.parse(shipped) as Ruleset
    fc.assert(fc.property(damages, (list) => { told(validate(damaged(document, list)).issues) }), { numRuns: 20 })
  })
  it('never throws on damaged copies of a cohort; what it finds no error in can be scored', () => {
    const cohort = sample({ lateness: 3, rate: { numerator: 1, denominator: 2 }, open: true, level: 'low', day: '2022-03-01', mark: 90, list: [{ id: 'e', kind: 'praise', date: '2022-03-01' }], files: [{ value: 90 }], poll: { answers: [{ id: 'yes', count: 2 }] } })
    fc.assert(fc.property(damages, (list) => {
      const { cohort: read, issues } = validateCohort(sound(), damaged(cohort, list))
      told(issues)
      if (read && !issues.some((i) => i.level === 'error')) expect(score(sound(), read as Cohort).sheets.length).toBe(read.units.length)
    }), { numRuns: 300 })
  })
  it('never throws on damaged text', () => {
    fc.assert(fc.property(fc.nat(), fc.string({ maxLength: 3 }), (at, piece) => {
      const i = at % shipped.length
      const { value, issues } = parse(shipped.slice(0, i) + piece + shipped.slice(i + 1))
      told(issues)
      expect(value === undefined).toBe(issues.length > 0)
    }), { numRuns: 50 })
  })
})
