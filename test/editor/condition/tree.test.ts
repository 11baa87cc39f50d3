import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, change, insert, move, negate, remove, shift, spotOf, topped, unwrap, wrap } from '../../../editor/components/condition/tree.ts'
import { validate, type Condition, type Ruleset, type Spot } from '../../../engine/index.ts'
import { condition } from '../../support/arbitrary-conditions.ts'
import { anyRuleset } from '../../support/arbitrary.ts'

const test = (value: number): Condition => ({ fact: 'count', operator: 'equal', value })
const [a, b, c, d] = [test(1), test(2), test(3), test(4)] as [Condition, Condition, Condition, Condition]
const nested: Condition = { all: [a, { any: [b, { not: c }] }] }

describe('a tree of conditions', () => {
  it('finds a part at its spot', () => {
    expect(at(nested, ['all', 1, 'any', 1, 'not'])).toBe(c)
    expect(spotOf(nested, c)).toEqual(['all', 1, 'any', 1, 'not'])
  })
  it('loses a group with its last member, and everything with the last test', () => {
    const one = remove(nested, ['all', 1, 'any', 0]) as Condition
    expect(one).toEqual({ all: [a, { any: [{ not: c }] }] })
    expect(remove(one, ['all', 1, 'any', 0, 'not'])).toEqual({ all: [a] })
    expect(remove({ all: [a] }, ['all', 0])).toBe(undefined)
  })
  it('negates a part and takes the negation away again', () => {
    expect(negate(nested, ['all', 0])).toEqual({ all: [{ not: a }, { any: [b, { not: c }] }] })
    expect(negate(nested, ['all', 1, 'any', 1, 'not'])).toEqual({ all: [a, { any: [b, c] }] })
  })
  it('wraps a part into a group and dissolves a group where it stands', () => {
    expect(wrap(nested, ['all', 0], 'any')).toEqual({ all: [{ any: [a] }, { any: [b, { not: c }] }] })
    expect(unwrap(nested, ['all', 1])).toEqual({ all: [a, b, { not: c }] })
    expect(unwrap({ not: { any: [a, b] } }, ['not'])).toBe(null)
    expect(unwrap({ not: { any: [a] } }, ['not'])).toEqual({ not: a })
  })
  it('moves a part up and down, into groups and out of them', () => {
    expect(shift(nested, ['all', 0], 1)).toEqual({ all: [{ any: [a, b, { not: c }] }] })
    expect(shift(nested, ['all', 1, 'any', 0], -1)).toEqual({ all: [a, b, { any: [{ not: c }] }] })
    expect(shift({ all: [a, b, d] }, ['all', 0], 1)).toEqual({ all: [b, a, d] })
    expect(shift({ all: [a, b, d] }, ['all', 2], -1)).toEqual({ all: [a, d, b] })
    expect([shift(nested, ['all', 0], -1), shift(nested, [], 1)]).toEqual([null, null])
  })
  it('moves no group into itself, and takes an emptied group away', () => {
    expect(move(nested, ['all', 1], ['all', 1], 0)).toBe(null)
    expect(move({ all: [{ any: [a] }, b] }, ['all', 0, 'any', 0], [], 2)).toEqual({ all: [b, a] })
  })
  it('makes a group of what is added beside a single part', () => {
    expect(insert({ not: a }, [], 1, b)).toEqual({ all: [{ not: a }, b] })
    expect(topped(a)).toEqual({ all: [a] })
  })
})

const spots = (node: Condition, spot: Spot = []): Spot[] => [spot, ...('not' in node ? spots(node.not, [...spot, 'not']) : 'all' in node ? node.all.flatMap((m, i) => spots(m, [...spot, 'all', i])) : 'any' in node ? node.any.flatMap((m, i) => spots(m, [...spot, 'any', i])) : [])]
const empty = (node: Condition): boolean => ('not' in node ? empty(node.not) : 'all' in node ? node.all.length === 0 || node.all.some(empty) : 'any' in node ? node.any.length === 0 || node.any.some(empty) : false)
const tests = (node: Condition): number => ('not' in node ? tests(node.not) : 'all' in node ? node.all.reduce((n, m) => n + tests(m), 0) : 'any' in node ? node.any.reduce((n, m) => n + tests(m), 0) : 1)

it('every edit of a random condition is valid in format 1, has no empty group, and loses no test but a removed one', () => {
  const sample = fc.sample(anyRuleset, { numRuns: 1, seed: 7 })[0] as Ruleset
  const conditions: Ruleset['conditions'] = [{ id: 'shared', label: 's', conditions: { all: [{ fact: 'count', operator: 'equal', value: 1 }] } }]
  const outcomes = (edits: Condition[]): Ruleset['outcomes'] => edits.map((edit, i) => ({ id: `o${i}`, label: 'o', type: 'warning', by: 'rule', conditions: topped(edit) as Ruleset['outcomes'][number]['conditions'], recipients: [{ unit: true }], source: { basis: 'assumed' } }))
  const errors = (edits: Condition[]): string[] => validate({ ...sample, conditions, outcomes: outcomes(edits) }).issues.filter((i) => i.level === 'error' && i.path.startsWith('outcomes')).map((i) => i.code)
  fc.assert(fc.property(condition(3), fc.nat(), fc.nat(), (node, x, y) => {
    const places = spots(node)
    const spot = places[x % places.length] as Spot
    const home = places[y % places.length] as Spot
    const added = insert(node, home, 0, a)
    const kept = [negate(node, spot), wrap(node, spot, 'any'), unwrap(node, spot), shift(node, spot, 1), shift(node, spot, -1), change(node, spot, (part) => part)].filter((edit): edit is Condition => Boolean(edit))
    const left = remove(node, spot)
    expect([tests(added), ...kept.map(tests)]).toEqual([tests(node) + 1, ...kept.map(() => tests(node))])
    const all = [added, ...kept, ...(left ? [left] : [])]
    expect([errors(all), all.filter(empty)]).toEqual([[], []])
  }), { numRuns: 120 })
})
