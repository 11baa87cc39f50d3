import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { validate } from '../../../engine/index.ts'
import { sound } from '../check/told.ts'
import { generate } from '../../support/generate-schema.ts'

const made = new Map(generate().map(({ name, text }) => [name, text]))
const file = (name: string): string => readFileSync(new URL(`../../../engine/model/schema/${name}`, import.meta.url), 'utf8')
const shipped: unknown = JSON.parse(readFileSync(new URL('../../../rulesets/pingdingshan/2022/ruleset.json', import.meta.url), 'utf8'))

describe('the published schema', () => {
  it('and the validators are what the format makes them (npm run schema)', () => {
    expect([...made].filter(([name, text]) => file(name) !== text).map(([name]) => name)).toEqual([])
  })
  it('is JSON Schema 2020-12 and agrees with the check of the shape', () => {
    const schema = JSON.parse(made.get('ruleset.schema.json') ?? '') as { $schema: string }
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    const fits = new Ajv2020({ strict: false }).compile(schema)
    const samples: unknown[] = [shipped, sound(), { ...sound(), title: 1 }, { ...sound(), more: 1 }, { ...sound(), grades: undefined }, { ...sound(), indicators: [{ id: 'x' }] }]
    expect(samples.map((sample) => fits(JSON.parse(JSON.stringify(sample))))).toEqual([true, true, false, false, false, false])
    expect(samples.map((sample) => validate(JSON.parse(JSON.stringify(sample))).ruleset !== undefined)).toEqual([true, true, false, false, false, false])
  })
})
