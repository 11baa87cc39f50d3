import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dragging, prepareDraws, simulate, type Cohort, type Frame, type Ruleset, type SimulateOptions } from '../../../../engine/index.ts'
import { holidays } from '../../../support/holidays.ts'
import { quickWorld } from './quick.ts'

const read = (year: number, name: string): unknown => JSON.parse(readFileSync(new URL(`../../../../rulesets/pingdingshan/${year}/${name}.json`, import.meta.url), 'utf8'))
const sample = (year: number): { ruleset: Ruleset; cohort: Cohort } => ({ ruleset: read(year, 'ruleset') as Ruleset, cohort: read(year, 'cohort') as Cohort })
const decimal = (whole: number, places: number): string | null => (Number.isNaN(whole) ? null : (whole / 10 ** places).toFixed(places))
/** What a frame tells, in the words of a simulation. */
const told = (ruleset: Ruleset, frame: Frame): object[] => Array.from({ length: frame.total.length }, (_, i) => {
  const levels = ruleset.grades.length + 1
  const share = (k: number): number => (frame.grades[i * levels + k] as number) / frame.draws
  return {
    total: frame.reached[i] === 1 ? decimal(frame.total[i] as number, frame.places) : null, grade: frame.grade[i] === -1 ? null : ruleset.grades[frame.grade[i] as number]?.id, rank: frame.rank[i] === 0 ? null : frame.rank[i],
    totals: Number.isNaN(frame.totalLow[i]) ? null : { low: decimal(frame.totalLow[i] as number, frame.places), median: decimal(frame.totalMedian[i] as number, frame.places), high: decimal(frame.totalHigh[i] as number, frame.places) },
    ranks: frame.rankLow[i] === 0 ? null : { low: frame.rankLow[i], median: frame.rankMedian[i], high: frame.rankHigh[i] },
    grades: ruleset.grades.flatMap((g, k) => (share(k) ? [{ grade: g.id, share: share(k) }] : [])), without: share(levels - 1),
  }
})
const simulated = (ruleset: Ruleset, cohort: Cohort, options: SimulateOptions): object[] =>
  simulate(ruleset, cohort, options).units.map(({ total, grade, rank, totals, ranks, grades, without }) => ({ total, grade, rank, totals, ranks, grades, without }))
const criteriaOf = (ruleset: Ruleset): string[] => ruleset.indicators.flatMap(function visit(node): string[] {
  return [...(node.criteria ?? []).map((c) => c.id), ...(node.children ?? []).flatMap(visit)]
})

describe('a weight that is dragged', () => {
  it('gives at every step what a fresh simulation with that weight gives', () => {
    let quick = 0
    fc.assert(fc.property(quickWorld, fc.nat(20), fc.constantFrom(0, 0.5, 2, 7.25, 30), fc.constantFrom(0, 1.3, 12.5), fc.constantFrom('component' as const, 'total' as const, 'none' as const), ({ rules, cohort }, at, first, second, keep) => {
      const options: SimulateOptions = { draws: 7, seed: 3, spread: { points: { by: 'share', most: 0.4, keep }, grades: { most: 1 }, adjustments: { most: 0.3 } }, calendar: holidays }
      const ids = criteriaOf(rules)
      const id = ids[at % ids.length] as string
      const drag = dragging(prepareDraws(rules, cohort, options), id)
      if (drag.anew === null) quick++
      for (const points of [first, second, first]) expect(told(rules, drag.at(points))).toEqual(simulated(rules, cohort, { ...options, weights: { [id]: points } }))
    }), { numRuns: Number(process.env['RUNS'] ?? 40) })
    expect(quick > 20).toBe(true)
  })
  it('does so for the shipped rulesets, quickly, also under a limit of losses and after another weight was moved', () => {
    for (const year of [2022, 2023]) {
      const { ruleset, cohort } = sample(year)
      const options: SimulateOptions = { draws: 20, seed: 9, spread: { points: { by: 'share', most: 0.2 } }, weights: { 'thought-sessions': 2 } }
      const prepared = prepareDraws(ruleset, cohort, options)
      const limited = ruleset.indicators.flatMap(function visit(node): string[] {
        return [...(node.lossCap === undefined ? [] : (node.criteria ?? []).slice(0, 1).map((c) => c.id)), ...(node.children ?? []).flatMap(visit)]
      })
      for (const id of ['thought-coverage', 'thought-sessions', ...limited]) {
        const drag = dragging(prepared, id)
        expect(drag.anew).toBe(null)
        expect(told(ruleset, drag.at(3.21))).toEqual(simulated(ruleset, cohort, { ...options, weights: { ...options.weights, [id]: 3.21 } }))
      }
    }
  })
  it('says when each step must score anew', () => {
    const { ruleset, cohort } = sample(2022)
    const drag = dragging(prepareDraws(ruleset, cohort, { draws: 2, spread: { surveys: true } }), 'thought-coverage')
    expect([drag.anew, told(ruleset, drag.at(1))]).toEqual(['facts', simulated(ruleset, cohort, { draws: 2, spread: { surveys: true }, weights: { 'thought-coverage': 1 } })])
    expect(() => drag.at(-1)).toThrow(RangeError)
    expect(() => dragging(prepareDraws(ruleset, cohort, { draws: 1 }), 'nothing')).toThrow(RangeError)
  })
})
