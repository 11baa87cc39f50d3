import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, type Issue } from '../../../engine/index.ts'
import { markOf, pathAt, stretchOf } from '../../../editor/workers/locate.ts'
import { textOf } from '../../../editor/workers/rewrite.ts'
import { tree, type Node } from '../../engine/edit/trees.ts'

/** Made up. */
const document = { title: 'A', points: 3, grades: [{ id: 'good', label: '良', tags: ['x', 'y'], rows: [{ from: 1 }, { from: 2 }] }, { id: 'a/b', label: '差' }], ranking: { pools: [{ id: 'p1', label: '组' }] } }
const text = textOf(document)
const cut = ({ from, to }: { from: number; to: number }): string => text.slice(from, to)
const issue = (path: string, values: Issue['values'] = {}): Issue => ({ level: 'error', code: 'x', path, values, message: '' })
const caret = (words: string): string => pathAt(text, text.indexOf(words) + 1)

describe('a place in the text', () => {
  it('is found by its path of ids, and its path is found from any place in it', () => {
    fc.assert(fc.property(tree, (made) => {
      const whole = textOf(made)
      const visit = (node: Node, path: string): void => {
        const place = stretchOf(whole, path)
        expect(JSON.parse(whole.slice(place?.from, place?.to))).toEqual(at(made, path))
        expect(pathAt(whole, whole.indexOf('"label"', place?.from))).toBe(path)
        node.children?.forEach((child) => visit(child, `${path}/children/${child.id}`))
      }
      made.indicators?.forEach((node) => visit(node, `indicators/${node.id}`))
    }), { numRuns: 100 })
  })
  it('has the path of the innermost member with an id, or of the root property', () => {
    expect([caret('良'), caret('"from": 2'), caret('差'), caret('组'), caret('"pools"'), caret('"title"'), pathAt(text, 0), pathAt(text, text.length)])
      .toEqual(['grades/good', 'grades/good', 'grades/a~1b', 'ranking/pools/p1', 'ranking', '', '', ''])
  })
  it('is found in a text with faults as far as it can be read', () => {
    const broken = text.replace('"label": "差"', '"label": ')
    expect(pathAt(broken, broken.indexOf('良') + 1)).toBe('grades/good')
    expect(stretchOf(broken, 'grades/good')).toEqual(stretchOf(text, 'grades/good'))
    expect([pathAt('', 0), stretchOf('', 'grades'), pathAt('no json', 3)]).toEqual(['', null, ''])
  })
  it('is none for what is not there', () => {
    expect([stretchOf(text, 'grades/none'), stretchOf(text, 'nothing'), stretchOf(text, '')]).toEqual([null, null, null])
  })
  it('of a problem is the value, the name of what holds it, or the wrong name itself', () => {
    expect([
      cut(markOf(text, issue('grades/good/label'))), cut(markOf(text, issue('points'))), cut(markOf(text, issue('grades/good'))), cut(markOf(text, issue('ranking'))),
      cut(markOf(text, issue('grades/good/rows/1/from'))), cut(markOf(text, issue('grades/good', { property: 'label' }))), cut(markOf(text, issue('grades/good', { property: 'missing' }))), cut(markOf(text, issue('grades/good/nothing/here'))), cut(markOf(text, issue(''))),
    ]).toEqual(['"良"', '3', '"good"', '"ranking"', '2', '"label"', '"good"', '"good"', '{'])
  })
  it('of a text that is no JSON is the line and column told', () => {
    expect([cut(markOf(text, issue('', { line: 2, column: 3 }))), markOf(text, issue('', { line: 9999, column: 1 })).to <= text.length]).toEqual(['"', true])
  })
})
