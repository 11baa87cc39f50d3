import { EFFECTS } from '../../model/effects.ts'
import { namesOf } from '../../model/names.ts'
import type { Condition, Effect, Rule, Ruleset, Test } from '../../model/ruleset.ts'
import { factPart } from './condition.ts'
import { amount, isPercent, joined, optionsOf, phrase, points, said, unitOf, valueLabel, word, type Part, type Speaker, type Spot } from './speaker.ts'

const PARAMS: Spot = ['event', 'params']
type Row = Extract<Effect, { type: 'lookup' }>['params']['rows'][number]
const choice = (speaker: Speaker, kind: 'direction' | 'count' | 'mode', value: string, code: string): Part => ({ text: said(speaker, code), role: 'value', at: [...PARAMS, kind], kind, value })

/** The fact that a rule's condition speaks of, if it speaks of one only. */
const onlyFact = (ruleset: Ruleset, condition: Condition): string | undefined => {
  const names = namesOf(condition, new Map(ruleset.conditions.map((c) => [c.id, c.conditions])))
  const all = new Set([...names.values, ...names.states])
  return all.size === 1 ? [...all][0] : undefined
}
/** The one test a condition consists of. */
function onlyTest(condition: Condition): Test | null {
  if ('all' in condition || 'any' in condition) {
    const list = 'all' in condition ? condition.all : condition.any
    return list.length === 1 && list[0] ? onlyTest(list[0]) : null
  }
  return 'fact' in condition ? condition : null
}
/** The least value a fact of these kinds can have. */
const leastOf = (ruleset: Ruleset, name: string): number => {
  const fact = ruleset.facts.find((f) => f.id === name)
  const op = ruleset.derived.find((d) => d.id === name)?.derive.op ?? ''
  const least = fact?.kind === 'count' || fact?.kind === 'ratio' || ['count', 'vetoes', 'survey', 'position'].includes(op) ? 0 : -Infinity
  return Math.max(least, fact?.min ?? -Infinity)
}
/** Does a rule's condition hold whenever the fact of its effect is there? Then the sentence needs no "if". */
export function holdsAlways(speaker: Speaker, { conditions, event }: Rule): boolean {
  const test = onlyTest(conditions)
  if (!test || !('fact' in event.params) || event.params.fact !== test.fact) return false
  if (test.operator === 'hasState') return test.value === 'given'
  if (test.operator === 'greaterThanInclusive') return typeof test.value === 'number' && test.value <= leastOf(speaker.ruleset, test.fact)
  const { value } = test
  return test.operator === 'in' && Array.isArray(value) && (optionsOf(speaker, test.fact)?.every((o) => value.includes(o.id)) ?? false)
}

function rowParts(speaker: Speaker, fact: string, row: Row, i: number): Part[] {
  const at: Spot = [...PARAMS, 'rows', i]
  const bound = (key: 'from' | 'below', unit?: string): Part[] => amount(speaker, fact, row[key] ?? 0, [...at, key], unit)
  const code = row.equals !== undefined ? 'row.equals' : row.below === undefined ? 'row.from' : row.from === undefined ? 'row.below' : 'row.band'
  return phrase(speaker, code, {
    from: bound('from', code === 'row.band' && !isPercent(speaker, fact) ? '' : undefined), below: bound('below'), points: [points(row.points, [...at, 'points'])],
    equals: [{ text: valueLabel(speaker, fact, row.equals ?? ''), role: 'value', at: [...at, 'equals'], kind: 'option', value: row.equals ?? '' }],
  })
}

/** An effect in pieces; the fact it reads is named unless the condition has just named it as its only one. */
export function effectParts(speaker: Speaker, rule: Rule): Part[] {
  const { event } = rule
  const number = (key: string): Part[] => [points(Number((event.params as { [name: string]: unknown })[key]), [...PARAMS, key])]
  const side = EFFECTS[event.type].mode === 'deduct' ? 'deduct' : 'award'
  const capped = (parts: Part[]): Part[] => ('cap' in event.params && event.params.cap !== undefined ? [...parts, ...phrase(speaker, `cap.${side}`, { cap: number('cap') })] : parts)
  if (!('fact' in event.params)) {
    return event.type === 'assess'
      ? phrase(speaker, 'assess', { from: number('from'), to: number('to'), mode: [choice(speaker, 'mode', event.params.mode, `assess.${event.params.mode}`)] })
      : phrase(speaker, event.type, { points: number('points') })
  }
  const { fact } = event.params
  const named = holdsAlways(speaker, rule) || onlyFact(speaker.ruleset, rule.conditions) !== fact
  const who = [factPart(speaker, fact, [...PARAMS, 'fact'])]
  const quantity = (key: string, unit?: string): Part[] => amount(speaker, fact, Number((event.params as { [name: string]: unknown })[key]), [...PARAMS, key], unit)
  const unit = unitOf(speaker, fact)
  const code = (base: string): string => (named ? `${base}.of` : base)
  switch (event.type) {
    case 'deductEach':
    case 'awardEach': {
      const per = event.params.per === undefined ? [word(unit === '' || unit === '%' ? said(speaker, 'once') : said(speaker, 'each').replace('{unit}', unit))] : phrase(speaker, 'many', { per: quantity('per') })
      return capped(phrase(speaker, code(event.type), { fact: who, points: number('points'), per }))
    }
    case 'deductShortfall': {
      const one = [word(isPercent(speaker, fact) ? '100%' : said(speaker, 'one').replace('{unit}', unit))]
      return capped(phrase(speaker, code('deductShortfall'), { fact: who, points: number('points'), target: quantity('target'), one }))
    }
    case 'deductSteps':
    case 'awardSteps': {
      const step = isPercent(speaker, fact) ? [...quantity('step', ''), word(said(speaker, event.params.step === 0.01 ? 'percentagePoint' : 'percentagePoints'))] : quantity('step')
      const { direction, count } = event.params
      return capped(phrase(speaker, code(event.type), {
        fact: who, points: number('points'), target: quantity('target'), step,
        side: [choice(speaker, 'direction', direction, `side.${direction}`)], count: [choice(speaker, 'count', count, `count.${count}`)],
      }))
    }
    case 'share':
      return phrase(speaker, code('share'), { fact: who, target: quantity('target') })
  }
  const { rows, mode } = event.params
  return phrase(speaker, code('lookup'), { fact: who, mode: [choice(speaker, 'mode', mode, `lookup.${mode}`)], rows: joined(rows.map((row, i) => rowParts(speaker, fact, row, i)), [word(said(speaker, 'rows'))]) })
}
