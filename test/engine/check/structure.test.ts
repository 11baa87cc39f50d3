import { describe, expect, it } from 'vitest'
import { issueSentence } from '../../../engine/index.ts'
import { CONDITIONS, changed, problems, sample, sound, wrong, wrongCohort } from './told.ts'

/** The same document with one value put at a path of keys. */
const put = (path: string, value: unknown): unknown => changed((json) => {
  const names = path.split('/')
  const last = names.pop() ?? ''
  const owner = names.reduce<{ [key: string]: unknown }>((node, name) => node[name] as { [key: string]: unknown }, json)
  if (value === undefined) delete owner[last]
  else owner[last] = value
})
const RULE = 'indicators/0/criteria/0/rules/0'

describe('a document that is no ruleset', () => {
  it('is sound before it is changed', () => {
    expect(wrong(sound())).toEqual([])
    expect(wrongCohort(sound(), sample())).toEqual([])
  })
  it.each([null, true, 1, 'x', [], [[]]])('%j is told to be of the wrong type', (input) => {
    expect(wrong(input)).toEqual([['structure.type', '']])
  })
  it('of a newer format is told to be so, and nothing else', () => {
    const [newer] = problems({ ...sound(), format: 2, more: 'of tomorrow' })
    expect([newer?.code, newer?.path, newer?.values]).toEqual(['format.newer', 'format', { format: 2, known: 1 }])
    expect(newer && issueSentence(newer, 'en')).toBe('This file was made by a newer version (format 2); this program knows format 1. Upgrade the program, then open it again.')
    expect(newer && issueSentence(newer, 'zh')).toBe('此文件由较新的版本生成\uff08格式 2\uff09\uff0c本程序只认识格式 1。请升级程序后再打开。')
    expect(wrong({ ...sound(), format: 2 })).toEqual([['format.newer', 'format']])
    expect(wrongCohort(sound(), { ...sample(), format: 2 })).toEqual([['format.newer', 'format']])
  })
  it.each([['1'], [0], [1.5], [null], [[]], [-1]])('of the format %j is told to be unknown', (format) => {
    expect(wrong({ ...sound(), format })).toEqual([['format.unknown', 'format']])
  })
  it('without a format, or of the other kind, is told to be the wrong file', () => {
    expect(wrong({})).toEqual([['format.missing', '']])
    expect(wrong({ name: 'package', version: '1.0.0' })).toEqual([['format.missing', '']])
    expect(wrong(sample())).toEqual([['format.other-file', '']])
    expect(wrongCohort(sound(), sound())).toEqual([['format.other-file', '']])
  })
  it('nested too deep is told to be so, also in circles', () => {
    let deep: unknown = { fact: 'lateness', operator: 'equal', value: 1 }
    for (let i = 0; i < 200; i++) deep = { not: deep }
    expect(wrong(put(`${RULE}/conditions`, deep))).toEqual([['structure.too-deep', '']])
    const circle: { [key: string]: unknown } = { ...sound() }
    circle['indicators'] = [circle]
    expect(wrong(circle)).toEqual([['structure.too-deep', '']])
  })
})

describe('a value of the wrong shape', () => {
  it.each([
    ['fullMarks', '100', [['structure.type', 'fullMarks']]],
    ['fullMarks', null, [['structure.type', 'fullMarks']]],
    ['title', ['x'], [['structure.type', 'title']]],
    ['title', '', [['structure.length', 'title']]],
    ['title', '长'.repeat(301), [['structure.length', 'title']]],
    ['indicators', {}, [['structure.type', 'indicators']]],
    ['categories', [], [['structure.too-few', 'categories']]],
    ['year', 2022.5, [['structure.type', 'year']]],
    ['year', 22, [['structure.range', 'year']]],
    ['rounding/places', 5, [['structure.range', 'rounding/places']]],
    ['rounding/mode', 'up', [['structure.choice', 'rounding/mode']]],
    ['version', 0, [['structure.range', 'version']]],
    ['grades', undefined, [['structure.required', '']]],
    ['colour', 'red', [['structure.unknown-property', '']]],
    ['facts/0/kind', 'percentage', [['structure.choice', 'facts/lateness/kind']]],
    ['categories/0/id', 'Bureau', [['structure.pattern', 'categories/Bureau/id']]],
    ['categories/0/id', 'constructor', [['structure.pattern', 'categories/constructor/id']]],
    ['categories/0/id', '__proto__', [['structure.pattern', 'categories/__proto__/id']]],
    ['categories/0/id', 'a'.repeat(65), [['structure.pattern', `categories/${'a'.repeat(65)}/id`]]],
    ['period/start', '2022', [['structure.pattern', 'period/start']]],
    ['indicators/0/criteria/0/points', -1, [['structure.range', 'indicators/item/criteria/late/points']]],
    [`${RULE}/event/type`, 'explode', [['structure.choice', 'indicators/item/criteria/late/rules/each/event/type']]],
    [`${RULE}/event/params`, { fact: 'lateness' }, [['structure.required', 'indicators/item/criteria/late/rules/each/event/params']]],
    [`${RULE}/event/params/points`, -1, [['structure.range', 'indicators/item/criteria/late/rules/each/event/params/points']]],
    [`${RULE}/conditions`, { all: [] }, [['structure.too-few', `${CONDITIONS}/all`]]],
    [`${RULE}/conditions`, { fact: 'lateness', operator: 'equal', value: 1 }, [['structure.condition', CONDITIONS]]],
    [`${RULE}/conditions`, {}, [['structure.condition', CONDITIONS]]],
    [`${RULE}/conditions`, 'lateness > 3', [['structure.type', CONDITIONS]]],
    [`${RULE}/conditions`, { all: [{ fact: 'lateness', operator: 'equal' }] }, [['structure.required', `${CONDITIONS}/all/0`]]],
    [`${RULE}/conditions`, { all: [{ fact: 'lateness', operator: 'equal', value: null }] }, [['structure.none-of', `${CONDITIONS}/all/0/value`]]],
    [`${RULE}/conditions`, { all: [{ fact: 'lateness', operator: '>', value: 1 }] }, [['structure.pattern', `${CONDITIONS}/all/0/operator`]]],
    [`${RULE}/conditions`, { all: [{ fact: 'lateness.length', operator: 'equal', value: 1 }] }, [['structure.pattern', `${CONDITIONS}/all/0/fact`]]],
    [`${RULE}/conditions`, { all: [{ fact: 'lateness', operator: 'equal', value: 1 }], any: [] }, [['structure.unknown-property', CONDITIONS]]],
    [`${RULE}/conditions`, { all: [{ fact: 'lateness', operator: 'equal', value: 1, priority: 2 }] }, [['structure.unknown-property', `${CONDITIONS}/all/0`]]],
    [`${RULE}/conditions`, { all: [{ fact: 'lateness', operator: 'equal', value: 1, path: '$.a' }] }, [['condition.jsonpath', `${CONDITIONS}/all/0`]]],
    [`${RULE}/conditions`, { all: [{ fact: 'lateness', operator: 'equal', value: { fact: 'lateness', path: '$.a' } }] }, [['condition.jsonpath', `${CONDITIONS}/all/0/value`]]],
  ])('%s = %j', (path, value, expected) => {
    expect(wrong(put(path, value))).toEqual(expected)
  })
  it('is told at its place by ids, once for each fault', () => {
    expect(wrong(changed((json) => Object.assign(json, { fullMarks: '1', title: 1, grades: {} })))).toEqual([['structure.type', 'title'], ['structure.type', 'fullMarks'], ['structure.type', 'grades']])
  })
})

describe('a number', () => {
  it.each([
    ['fullMarks', NaN, ['number.none', 'fullMarks']], ['fullMarks', Infinity, ['number.none', 'fullMarks']], ['limits/min', -Infinity, ['number.none', 'limits/min']], ['limits/max', NaN, ['number.none', 'limits/max']],
    ['limits/min', -1.23456, ['number.places', 'limits/min']], ['limits/min', -1e-7, ['number.places', 'limits/min']], ['limits/max', 1e21, ['number.too-large', 'limits/max']], ['limits/max', 1_000_000_000_001, ['number.too-large', 'limits/max']],
    ['gradings/0/bands/0/from', 89.99999, ['number.places', 'gradings/grading/bands/0/from']],
    [`${RULE}/event/params/points`, 0.00001, ['number.places', 'indicators/item/criteria/late/rules/each/event/params/points']],
  ])('at %s may not be %d', (path, value, expected) => {
    expect(wrong(put(path, value))).toEqual([expected])
  })
  it('may have four decimal places, and be as large as a count of money', () => {
    expect(wrong(put('limits/min', -1.2345))).toEqual([])
    expect(wrong(put('limits/max', 1_000_000_000_000))).toEqual([])
  })
})

describe('a day', () => {
  it.each(['2022-02-29', '2022-13-01', '2022-00-10', '2022-04-31'])('must be in the calendar: %s is not', (day) => {
    expect(wrong(put('document', { title: 'Plan', published: day }))).toEqual([['date.none', 'document/published']])
  })
  it('of a leap year is in the calendar', () => {
    expect(wrong(put('document', { title: 'Plan', published: '2024-02-29' }))).toEqual([])
  })
})
