import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from '../../../engine/index.ts'
import { told } from './told.ts'

const read = (text: string, limits = {}) => {
  const { value, issues } = parse(text, limits)
  return { value, told: told(issues), values: issues.map((i) => i.values) }
}

describe('a text that is not JSON', () => {
  it.each([
    ['{"a": 1,\n  oops}', 2, 3], ['hello', 1, 1], ['{"a": NaN}', 1, 7], ['[1 2]', 1, 4], ['{"a": 1,}', 1, 9], ['[1, 2,]', 1, 7], ["{'a': 1}", 1, 2], ['{"a" 1}', 1, 6], ['[01]', 1, 3], ['[1.]', 1, 3], ['[-]', 1, 2],
    ['["a\tb"]', 1, 4], ['["\\x"]', 1, 3], ['["\\u12g4"]', 1, 3], ['{} {}', 1, 4], ['[1]]', 1, 4], ['{"a": undefined}', 1, 7], ['// note\n{}', 1, 1], ['{"a": Infinity}', 1, 7],
  ])('is refused where it cannot be read on: %j', (text, line, column) => {
    expect(read(text)).toEqual({ value: undefined, told: [['parse.not-json', '']], values: [{ line, column }] })
  })
  it.each([['', 1, 1], ['{"a": [1, 2', 1, 12], ['{\n"a', 2, 3], ['[1,\n', 2, 1]])('is told apart from one that breaks off: %j', (text, line, column) => {
    expect(read(text)).toEqual({ value: undefined, told: [['parse.unfinished', '']], values: [{ line, column }] })
  })
  it('is found wherever JSON.parse finds one, in random and in damaged texts', () => {
    const damaged = fc.tuple(fc.jsonValue(), fc.nat(), fc.constantFrom('', ',', '"', '{', ']', '}', ':', '\\', '0', '-', 'e', ' ', '\n', '\u0000', 'tru')).map(([value, at, piece]) => {
      const text = JSON.stringify(value)
      const i = at % (text.length + 1)
      return text.slice(0, i) + piece + text.slice(i + (at % 2))
    })
    const isJson = (text: string): boolean => {
      try {
        JSON.parse(text)
        return true
      } catch {
        return false
      }
    }
    const isRefused = (text: string): boolean => parse(text).issues.some((i) => i.code === 'parse.not-json' || i.code === 'parse.unfinished')
    fc.assert(fc.property(fc.oneof(damaged, fc.json(), fc.string()), (text) => isRefused(text) === !isJson(text)), { numRuns: 5000 })
  })
})

describe('a JSON text', () => {
  it('is read as JSON.parse reads it, a byte order mark or not', () => {
    const allowed = fc.jsonValue().filter((value) => !/"(__proto__|constructor|prototype)":/.test(JSON.stringify(value)))
    fc.assert(fc.property(allowed, (value) => {
      const text = JSON.stringify(value, null, 1)
      expect(parse(text)).toEqual({ value: JSON.parse(text), issues: [] })
      expect(parse(`\ufeff${text}`)).toEqual({ value: JSON.parse(text), issues: [] })
    }))
  })
  it('may not be larger than the limit', () => {
    expect(read(`"${'x'.repeat(10_000_000)}"`)).toEqual({ value: undefined, told: [['parse.too-large', '']], values: [{ size: 10_000_002, limit: 5_000_000 }] })
    expect(read('"abc"', { bytes: 5 }).value).toBe('abc')
    expect(read('"abcd"', { bytes: 5 }).told).toEqual([['parse.too-large', '']])
  })
  it('may not nest deeper than the limit', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)
    expect(read(nested(200))).toEqual({ value: undefined, told: [['parse.too-deep', '']], values: [{ line: 1, column: 65, limit: 64 }] })
    expect([read(nested(64)).told, read(nested(65)).told]).toEqual([[], [['parse.too-deep', '']]])
    expect(read('{"a":'.repeat(1_000_000)).told).toEqual([['parse.too-deep', '']])
    expect(read('"[[[[[["', { depth: 1 }).told).toEqual([])
  })
  it.each(['__proto__', 'constructor', 'prototype'])('may not use the name %s, however written', (name) => {
    expect(read(`{"categories": [{"id": "city", "${name}": {"admin": true}}]}`)).toEqual({ value: undefined, told: [['parse.forbidden-key', `categories/city/${name}`]], values: [{ got: name }] })
    const first = `\\u00${name.charCodeAt(0).toString(16)}`
    expect(read(`{"${first}${name.slice(1)}": 1}`).told).toEqual([['parse.forbidden-key', name]])
    expect(({} as { admin?: boolean }).admin).toBe(undefined)
  })
  it('may not write a name twice in one object, for one of the two would be lost', () => {
    expect(read('{"facts": [{"id": "a", "max": 1, "max": 2}, {"max": 3}], "max": 4}')).toEqual({ value: undefined, told: [['parse.double-key', 'facts/a/max']], values: [{ got: 'max' }] })
    expect(read('{"a": 1, "\\u0061": 2}').told).toEqual([['parse.double-key', 'a']])
  })
  it('may not hold numbers beyond range', () => {
    expect(read('{"a": [0, 1e999], "b": -1e400}')).toEqual({ value: undefined, told: [['parse.number', 'a/1'], ['parse.number', 'b']], values: [{ got: '1e999' }, { got: '-1e400' }] })
    expect(read(`{"a": ${'9'.repeat(400)}}`).told).toEqual([['parse.number', 'a']])
    expect(read('[1e-400, 1e308]').told).toEqual([])
  })
})
