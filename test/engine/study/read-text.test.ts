import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { apply, describedSchema, readText, type Ruleset } from '../../../engine/index.ts'

const shipped = JSON.parse(readFileSync(new URL('../../../rulesets/pingdingshan/2022/ruleset.json', import.meta.url), 'utf8')) as Ruleset
const text = JSON.stringify(shipped, null, 2)

describe('a JSON text of a document', () => {
  it('comes to no step where nothing was changed, however it is laid out', () => {
    expect([readText(text, shipped).steps, readText(JSON.stringify(shipped), shipped).steps]).toEqual([[], []])
  })
  it('comes to the least steps, and its problems that the document may have', () => {
    const changed = { ...shipped, grades: shipped.grades.map((g, i) => (i === 0 ? { ...g, label: '甲等' } : g)) }
    expect(readText(JSON.stringify(changed), shipped).steps).toEqual([{ type: 'set', path: `grades/${shipped.grades[0]?.id}`, key: 'label', from: shipped.grades[0]?.label, to: '甲等' }])
    const { steps, issues } = readText(JSON.stringify({ ...shipped, fullMarks: 90 }), shipped)
    expect(apply(shipped, steps ?? [])).toEqual({ ...shipped, fullMarks: 90 })
    expect(issues.some((i) => i.level === 'error')).toBe(true)
  })
  it('comes to nothing while it is no JSON, has not the shape, or names two things alike', () => {
    const doubled = { ...shipped, grades: [...shipped.grades, shipped.grades[0]] }
    const texts: [string, string][] = [
      [text.slice(0, 5000), 'parse.unfinished'], [text.replace('"grades"', 'grades'), 'parse.not-json'], [text.replace('"format": 1', '"format": 2'), 'format.newer'],
      [JSON.stringify({ ...shipped, grades: undefined }), 'structure.required'], [JSON.stringify(doubled), 'id.double'],
    ]
    for (const [wrong, code] of texts) {
      const { steps, issues } = readText(wrong, shipped)
      expect([steps, issues.some((i) => i.code === code)]).toEqual([null, true])
    }
    expect([readText('[]', shipped).steps, readText('null', shipped).steps, readText('', shipped).steps]).toEqual([null, null, null])
  })
  it('may keep a fault of shape that the document had before, and mend it', () => {
    const faulty = { ...shipped, title: '' }
    expect(readText(JSON.stringify({ ...faulty, year: 2030 }), faulty).steps).toEqual([{ type: 'set', path: '', key: 'year', from: 2022, to: 2030 }])
    expect(readText(JSON.stringify({ ...faulty, title: 'A' }), faulty).steps).toEqual([{ type: 'set', path: '', key: 'title', from: '', to: 'A' }])
    expect(readText(JSON.stringify({ ...faulty, jurisdiction: '' }), faulty).steps).toBe(null)
  })
})

describe('the schema for writers', () => {
  it('accepts what the format accepts and tells properties and choices in both languages, the asked one first', () => {
    for (const lang of ['zh', 'en'] as const) {
      const schema = describedSchema(lang)
      const fits = new Ajv2020({ strict: false, validateFormats: false }).compile(schema)
      expect([fits(shipped), fits({ ...shipped, points: 1 })]).toEqual([true, false])
    }
    const property = (lang: 'zh' | 'en'): unknown => {
      const { Criterion } = describedSchema(lang)['$defs'] as unknown as { Criterion: { properties: { points: { description: string }; start: { enum: string[]; enumDescriptions: string[] } } } }
      return [Criterion.properties.points.description, Criterion.properties.start.enum, Criterion.properties.start.enumDescriptions]
    }
    expect(property('zh')).toEqual(['分值 · points', ['full', 'zero'], ['从满分起扣 · from full points', '从零起得 · from zero']])
    expect(property('en')).toEqual(['points · 分值', ['full', 'zero'], ['from full points · 从满分起扣', 'from zero · 从零起得']])
  })
})
