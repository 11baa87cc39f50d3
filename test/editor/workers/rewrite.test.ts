import fc from 'fast-check'
import { applyEdits } from 'jsonc-parser'
import { describe, expect, it } from 'vitest'
import { diff, type Ruleset, type Step } from '../../../engine/index.ts'
import { middle, rewrite, textOf, type TextEdit } from '../../../editor/workers/rewrite.ts'
import { tree } from '../../engine/edit/trees.ts'

const done = (text: string, edits: readonly TextEdit[]): string => edits.reduce((now, edit) => applyEdits(now, [edit]), text)
const asRuleset = (value: unknown): Ruleset => value as Ruleset
/** Laid out by hand, made up. */
const laidOut = `{ "title": "A",
  "grades": [ { "id": "good",   "label": "良" },
              { "id": "poor",   "label": "差" } ],
  "rows": [1, 2]
}
`

describe('the text of a document that was changed elsewhere', () => {
  it('says after its edits what the document says, whatever the change', () => {
    fc.assert(fc.property(tree, tree, (a, b) => {
      const steps = diff(a, b)
      expect(JSON.parse(done(textOf(a), rewrite(textOf(a), asRuleset(a), steps)))).toEqual(b)
    }), { numRuns: 200 })
  })
  it('keeps the layout of its author where nothing changed', () => {
    const from = asRuleset(JSON.parse(laidOut))
    const steps: Step[] = [{ type: 'set', path: 'grades/poor', key: 'label', from: '差', to: '不合格' }, { type: 'set', path: '', key: 'title', from: 'A', to: 'B' }]
    expect(done(laidOut, rewrite(laidOut, from, steps))).toBe(laidOut.replace('差', '不合格').replace('"A"', '"B"'))
  })
  it('touches only the lines of the changed things', () => {
    const long = { title: 'A', grades: Array.from({ length: 500 }, (_, i) => ({ id: `g${i}`, label: `grade ${i}` })) }
    const steps: Step[] = [{ type: 'set', path: 'grades/g3', key: 'label', from: 'grade 3', to: 'three' }, { type: 'set', path: 'grades/g490', key: 'label', from: 'grade 490', to: 'last but nine' }]
    const edits = rewrite(textOf(long), asRuleset(long), steps)
    expect(edits.map(({ length, content }) => [length, content])).toEqual([[9, '"three"'], [11, '"last but nine"']])
  })
  it('is laid out anew when very much changed', () => {
    const a = { grades: Array.from({ length: 50 }, (_, i) => ({ id: `g${i}`, label: 'a' })) }
    const b = { grades: a.grades.map((g) => ({ ...g, label: 'b' })) }
    expect(done(textOf(a), rewrite(textOf(a), asRuleset(a), diff(a, b)))).toBe(textOf(b))
  })
  it('has no edit where both texts are the same', () => {
    expect([middle('abc', 'abc'), middle('', ''), middle('aa', 'aaa')]).toEqual([[], [], [{ offset: 2, length: 0, content: 'a' }]])
  })
})
