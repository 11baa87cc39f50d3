import { describe, expect, it } from 'vitest'
import { apply, arrange, invert, nudge, validate, type Indicator, type Ruleset } from '../../../engine/index.ts'
import { nodesOf } from '../../../engine/check/walk.ts'
import { years } from '../content/schemes.ts'

const source = { basis: 'assumed' } as const
const leaf = (id: string, points: number): object => ({ id, label: id, source, criteria: [{ id: `${id}-c`, label: id, method: 'm', points, start: 'full', rules: [], source }] })
const doc = { indicators: [{ id: 'p', label: 'p', points: 6, source, children: [leaf('a', 1), leaf('b', 2), leaf('c', 3)] }, { id: 'q', label: 'q', points: 0, source }] } as unknown as Ruleset
/** The tree as text: `p(a b c) q`. */
const shown = (nodes: readonly Indicator[]): string => nodes.map((n) => `${n.id}${n.points ?? ''}${n.children?.length ? `(${shown(n.children)})` : ''}`).join(' ')
const after = (steps: Parameters<typeof apply>[1]): string => shown(apply(doc, steps).indicators)
const at = (id: string): string => `indicators/p/children/${id}`

describe('indicators', () => {
  it('move among their siblings, several keep their order', () => {
    expect(after(nudge(doc, [at('c')], 'up'))).toBe('p6(a c b) q0')
    expect(after(nudge(doc, [at('a'), at('b')], 'down'))).toBe('p6(c a b) q0')
    expect(after(nudge(doc, [at('c'), at('b')], 'up'))).toBe('p6(b c a) q0')
    expect(after(arrange(doc, [at('a')], 'indicators/p', null))).toBe('p6(b c a) q0')
  })
  it('move to another parent, and declared sums go with them', () => {
    expect(after(arrange(doc, [at('a'), at('c')], 'indicators/q', null))).toBe('p2(b) q4(a c)')
    expect(after(nudge(doc, [at('b')], 'out'))).toBe('p4(a c) b q0')
    expect(after(nudge(doc, [at('b')], 'in'))).toBe('p6(a(b) c) q0')
  })
  it('stay where they cannot go', () => {
    expect(nudge(doc, [at('a')], 'up')).toEqual([])
    expect(nudge(doc, [at('c')], 'down')).toEqual([])
    expect(nudge(doc, ['indicators/p'], 'out')).toEqual([])
    expect(arrange(doc, ['indicators/p'], at('a'), null)).toEqual([])
    expect(arrange(doc, [at('a')], 'indicators/p', 'b')).toEqual([])
  })
  it('take what they hold along once when a parent and its child are moved together', () => {
    const moved = arrange(doc, ['indicators/p', at('a')], 'indicators/q', null)
    expect(after(moved)).toBe('q6(p6(a b c))')
  })
  it('of the shipped schemes can be moved anywhere: nothing is lost, sums stay right, undo brings all back', () => {
    for (const { ruleset } of years) {
      const paths = nodesOf(ruleset).map(({ path }) => path)
      for (let i = 0; i < paths.length; i += 17) {
        const steps = arrange(ruleset, [paths[i] as string], paths[(i * 31 + 5) % paths.length] as string, null)
        const next = apply(ruleset, steps)
        expect(nodesOf(next).map(({ node }) => node.id).sort()).toEqual(nodesOf(ruleset).map(({ node }) => node.id).sort())
        expect(validate(next).issues.filter((issue) => issue.code === 'totals.node')).toEqual([])
        expect(apply(next, invert(steps))).toEqual(ruleset)
      }
    }
  }, 60_000)
})
