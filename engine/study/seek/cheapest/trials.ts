import { fraction, show } from '../../../model/decimal.ts'
import type { Calendar } from '../../../model/calendar.ts'
import type { Cohort, FactValue, PastResult, Record, Unit } from '../../../model/record.ts'
import type { AdjustmentSide, Indicator, Ruleset } from '../../../model/ruleset.ts'
import { now } from '../../../score/period.ts'
import { GIVEN_STATE, MISSING_STATE } from '../../../score/columns/block.ts'
import { compile, type Compiled } from '../../../score/columns/compile.ts'
import { UNIT } from '../../../score/columns/core.ts'
import { evaluate } from '../../../score/columns/evaluate.ts'
import { load } from '../../../score/columns/load.ts'
import { BLOCKED, type Results } from '../../../score/columns/results.ts'
import { answerInto, answerOf } from '../../../score/columns/state.ts'
import { earnedOf } from '../earned.ts'

export type Facts = { readonly [fact: string]: FactValue }
/** What a unit comes to with other facts, before gates, caps by verdicts and rounding: ten-thousandths, nearly. */
export interface Tried { earned: number; applicable: number; extra: number; bonus: number; deduction: number; verdicts: number[]; unmet: number[]; lost: boolean }
export interface World { ruleset: Ruleset; cohort: Cohort; unit: Unit; record: Record; at: number; calendar: Calendar | undefined }

/** Requirements that ask facts alone, numbered through all gradings. */
const asksFacts = (compiled: Compiled): { program: Compiled['requires'][number][number]; index: number }[] =>
  compiled.requires.flat().map((program, index) => ({ program, index })).filter(({ program }) => program.needs.every((slot) => !/^(result|history)\./.test(compiled.layout.slots[slot]?.name ?? '')))

function read(results: Results, units: readonly number[]): Tried[] {
  const { earned, applicable, extra } = earnedOf(results)
  const asks = asksFacts(results.compiled)
  return units.map((i): Tried => {
    const state = results.states.find((s) => i >= s.block.from && i < s.block.from + s.block.n)
    if (!state) throw new RangeError(`no unit ${i}`)
    const own = i - state.block.from
    const answers = new Uint8Array(state.block.n)
    const holds = (program: (typeof asks)[number]['program']): boolean => (answerInto(program, state.block, answers, 0), answers[own] === 1)
    return {
      earned: earned[i] as number, applicable: applicable[i] as number, extra: extra[i] as number, bonus: results.bonus[i] as number, deduction: results.deduction[i] as number,
      verdicts: results.compiled.verdicts.flatMap((asked, v) => (asked && answerOf(state, asked, own) === 1 ? [v] : [])), unmet: asks.flatMap(({ program, index }) => (holds(program) ? [] : [index])), lost: results.state[i] === BLOCKED,
    }
  })
}

function withoutGate(side: AdjustmentSide): AdjustmentSide {
  const { gate, ...open } = side
  return gate ? open : side
}
/** Gates open, verdicts noted but without effect, four places: so that changes add up. */
function opened(ruleset: Ruleset): Ruleset {
  const grade = ruleset.grades[0]?.id ?? ''
  return {
    ...ruleset, bonus: withoutGate(ruleset.bonus), deduction: withoutGate(ruleset.deduction), rounding: { ...ruleset.rounding, places: 4, mode: 'half-up' },
    verdicts: ruleset.verdicts.map((v) => (v.effect.type === 'stop' || v.effect.type === 'fix-total' ? { ...v, effect: { type: 'cap-grade', grade } } : v)),
  }
}

/** Criteria of the unit that the mean of others stands in for, with what it comes to. */
function means(results: Results, at: number): { id: string; earned: string }[] {
  const alone = results.alone.get(at)
  if (alone) return alone.work.awards.flatMap((a) => (a.filled === 'category-mean' ? [{ id: a.item.criterion.id, earned: show(a.earned) }] : []))
  const state = results.states.find((s) => at >= s.block.from && at < s.block.from + s.block.n)
  if (!state) return []
  const i = at - state.block.from
  return results.compiled.places.flatMap((place, index) => {
    const final = state.final[index]
    if (place.policy !== 'category-mean' || !final || state.awards.state[index * state.block.n + i] !== MISSING_STATE || final.state[i] !== GIVEN_STATE) return []
    const den = final.den?.[i] ?? 0
    return [{ id: place.criterion.id, earned: show(den ? fraction(BigInt(final.num?.[i] ?? 0), BigInt(den) * BigInt(UNIT)) : fraction(BigInt(final.earned[i] as number), BigInt(UNIT))) }]
  })
}
/** The same criteria take last year's points, which is where the means are put. */
const fromPast = (nodes: readonly Indicator[], ids: ReadonlySet<string>): Indicator[] =>
  nodes.map((n) => ({ ...n, ...(n.criteria ? { criteria: n.criteria.map((c) => (ids.has(c.id) ? { ...c, missing: 'last-year' as const } : c)) } : {}), ...(n.children ? { children: fromPast(n.children, ids) } : {}) }))

/** Every trial as a unit of a cohort of its own; past results and places of other rankings go along. */
function cohortOf({ ruleset, cohort, unit, record }: World, list: readonly Facts[], filled: readonly { id: string; earned: string }[]): Cohort {
  const ids = list.map((_, i) => `t${i}`)
  const year = ruleset.year - 1
  const { period } = now(ruleset)
  const past = cohort.history.some((h) => h.year === year && (h.period ?? 1) === period) || filled.length === 0 ? cohort.history : [...cohort.history, { year, ...(period === 1 ? {} : { period }), results: [] }]
  const resultOf = (results: readonly PastResult[], last: boolean): PastResult[] => {
    const own = results.find((r) => r.unit === unit.id) ?? (last && filled.length ? { unit: unit.id, state: 'approved' as const } : undefined)
    return own ? ids.map((id) => ({ ...own, unit: id, ...(last && filled.length ? { criteria: [...filled] } : {}) })) : []
  }
  return {
    ...cohort, units: ids.map((id, order) => ({ ...unit, id, order })), records: list.map((facts, i) => ({ ...record, unit: ids[i] as string, facts: { ...record.facts, ...facts } })),
    history: past.map((h) => ({ ...h, results: resultOf(h.results, h.year === year && (h.period ?? 1) === period) })),
    ...(cohort.rankings ? { rankings: cohort.rankings.map((r) => ({ ...r, places: r.places.flatMap((p) => (p.unit === unit.id ? ids.map((id) => ({ ...p, unit: id })) : [])) })) } : {}),
  }
}
const BATCH = 1024

/** Tries other facts of one unit, all others as they are; `results` are the latest of the whole cohort. What depends on other units takes the whole cohort for each trial. */
export function trials(world: World, results: Results): (list: readonly Facts[], told: () => void) => Tried[] {
  const open = opened(world.ruleset)
  const options = world.calendar ? { calendar: world.calendar } : {}
  if (results.compiled.layout.pooled.length || JSON.stringify(open).includes('"unit.id"')) {
    const compiled = compile(open)
    return (list, told) => list.flatMap((facts) => {
      told()
      return read(evaluate(compiled, load(compiled, withFacts(world, facts), options), { outcomes: false }), [world.at])
    })
  }
  const filled = means(results, world.at)
  const compiled = compile(filled.length ? { ...open, indicators: fromPast(open.indicators, new Set(filled.map((f) => f.id))) } : open)
  return (list, told) => Array.from({ length: Math.ceil(list.length / BATCH) }, (_, k) => list.slice(k * BATCH, (k + 1) * BATCH)).flatMap((some) => {
    told()
    return read(evaluate(compiled, load(compiled, cohortOf(world, some, filled), options), { outcomes: false }), some.map((_, i) => i))
  })
}
/** The cohort with other facts of the unit. */
export const withFacts = ({ cohort, unit, record }: World, facts: Facts): Cohort => {
  const made = { ...record, facts: { ...record.facts, ...facts } }
  return { ...cohort, records: cohort.records.some((r) => r.unit === unit.id) ? cohort.records.map((r) => (r.unit === unit.id ? made : r)) : [...cohort.records, made] }
}
