import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { score, type Cohort, type Ruleset } from '../../../../engine/index.ts'
import { editsOf, type Edit } from '../../../../engine/study/attribute/edits.ts'
import { fitted } from '../../../../engine/study/attribute/fitted.ts'
import { sorted } from '../../../../engine/study/attribute/sorted.ts'
import { worldsOf } from '../../../../engine/study/attribute/worlds.ts'
import type { Results } from '../../../../engine/index.ts'
import { anyRuleset, anyWorld } from '../../../support/arbitrary.ts'
import { along, nudges, type Nudge } from '../../columns/nudges.ts'

const STATES = ['scored', 'blocked', 'stopped']
type Line = [string, number | null, string | null, number | null]
/** State, total (in the last place), grade and rank of every unit. */
const read = (results: Results): Line[] => Array.from({ length: results.size }, (_, i): Line => [
  STATES[results.state[i] as number] as string, results.state[i] === 0 ? (results.total[i] as number) + 0 : null,
  results.state[i] === 1 ? null : (results.compiled.ruleset.grades[results.grade[i] as number]?.id ?? null), results.state[i] === 0 && results.rank[i] ? (results.rank[i] as number) : null,
])
const anew = (ruleset: Ruleset, cohort: Cohort): Line[] => score(ruleset, cohort, { trace: false }).sheets.map((s): Line => [s.state, s.state === 'scored' ? Math.round(Number(s.total) * 10 ** ruleset.rounding.places) : null, s.grade, s.rank])

/** Every set of edits comes to the same as scoring the document they make. */
function agree(a: Ruleset, b: Ruleset, cohort: Cohort, most: number): { sets: number; forms: number } {
  const edits = editsOf(a, b).filter((edit) => !edit.inert)
  // More edits than can be tried are joined to the last ones.
  const few = edits.slice(0, most)
  const last = few.at(-1)
  if (last) few[few.length - 1] = { ...last, steps: [...last.steps, ...edits.slice(most).flatMap((e: Edit) => e.steps)] }
  const sort = sorted(a, b, few)
  const { world } = worldsOf(a, b, few, sort, cohort, undefined)
  for (let bits = 0; bits < 1 << few.length; bits++) {
    const document = fitted(a, b, few.filter((_, k) => (bits >> k) & 1).flatMap((edit) => edit.steps))
    const results = world(BigInt(bits))
    if (results === null) expect(document === null || throws(document, cohort)).toBe(true)
    else expect(read(results)).toEqual(anew(document as Ruleset, cohort))
  }
  const all = world(BigInt((1 << few.length) - 1))
  if (all) expect(read(all)).toEqual(anew(b, cohort))
  return { sets: 1 << few.length, forms: sort.forms.length }
}
const throws = (document: Ruleset, cohort: Cohort): boolean => {
  try {
    score(document, cohort, { trace: false })
    return false
  } catch {
    return true
  }
}

/** Without limits of losses, under which a criterion cannot be seen by itself. */
const unlimited = (nodes: Ruleset['indicators']): Ruleset['indicators'] => nodes.map((node) => ({ ...Object.fromEntries(Object.entries(node).filter(([key]) => key !== 'lossCap')) as typeof node, ...(node.children ? { children: unlimited(node.children) } : {}) }))
const few = fc.array(fc.record<Nudge>({ at: fc.nat(40), kind: fc.constantFrom<Nudge['kind'][]>('points', 'literal', 'condition', 'full', 'bands'), by: fc.constantFrom(0, 0.25, 1, 2, 5) }), { minLength: 3, maxLength: 8 })

describe('every set of edits', () => {
  it('comes to what scoring the whole document comes to, for random rulesets with a few changes', () => {
    fc.assert(fc.property(anyWorld, nudges, ({ rules, cohort }, changes) => { agree(rules, along(rules, changes).at(-1) as Ruleset, cohort, 5) }), { numRuns: 20 })
  })
  it('and where only criteria take another form, and bounds of grades', () => {
    let forms = 0
    fc.assert(fc.property(anyWorld, few, ({ rules, cohort }, changes) => {
      const a = { ...rules, indicators: unlimited(rules.indicators) }
      forms += agree(a, along(a, changes).at(-1) as Ruleset, cohort, 5).forms
    }), { numRuns: 30 })
    expect(forms > 30).toBe(true)
  })
  it('and for pairs of rulesets that have nothing in common', () => {
    fc.assert(fc.property(anyWorld, anyRuleset, ({ rules, cohort }, other) => { agree(rules, other, cohort, 3) }), { numRuns: 15 })
  })
})
