import { hashOf } from '../model/canonical.ts'
import type { Cohort, EventItem, FactValue } from '../model/record.ts'
import type { Fact, Ruleset } from '../model/ruleset.ts'
import { fill, type Lang } from './words/fill.ts'
import { starterEn } from './words/starter.en.ts'
import { starterZh } from './words/starter.zh.ts'

/** A number in [0, 1) that depends on nothing but the text. */
const share = (text: string): number => Number.parseInt(hashOf(text).slice(0, 12), 16) / 2 ** 48
const between = (text: string, low: number, high: number): number => low + Math.floor(share(text) * (high - low + 1))
const pick = <T>(text: string, list: readonly T[]): T | undefined => list[Math.floor(share(text) * list.length)]
const SPREAD = 10

/** A value of a fact within its declared range and options; without a range a small one is taken. */
function valueOf(fact: Fact, key: string, ruleset: Ruleset): FactValue {
  const low = Math.max(0, Math.ceil(fact.min ?? 0))
  const high = Math.max(low, Math.floor(fact.max ?? low + SPREAD))
  switch (fact.kind) {
    case 'count':
    case 'number':
    case 'amount':
      return between(key, low, high)
    case 'ratio':
      return { numerator: between(key, 5, 20), denominator: 20 }
    case 'boolean':
      return share(key) < 0.8
    case 'choice':
      return pick(key, fact.options ?? [])?.id ?? { state: 'missing' }
    case 'date':
      return ruleset.period.start.slice(0, 5) + `${String(between(`${key} m`, 1, 12)).padStart(2, '0')}-${String(between(`${key} d`, 1, 28)).padStart(2, '0')}`
    case 'events':
      return Array.from({ length: between(key, 0, 2) }, (_, i): EventItem => {
        const parts = { level: pick(`${key} ${i} l`, fact.levels ?? [])?.id, source: pick(`${key} ${i} s`, fact.sources ?? [])?.id, severity: pick(`${key} ${i} v`, fact.severities ?? [])?.id }
        const given = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))
        return { id: `e${i + 1}`, kind: pick(`${key} ${i} k`, fact.kinds ?? [])?.id ?? 'event', date: `${ruleset.period.start.slice(0, 5)}${String(between(`${key} ${i}`, 1, 12)).padStart(2, '0')}-15`, evidence: ['synthetic'], ...given }
      })
    case 'ratings':
      return Array.from({ length: 5 }, (_, i) => ({ id: `r${i + 1}`, value: between(`${key} ${i}`, Math.max(low, 60), fact.max === undefined ? 100 : high) }))
    case 'survey':
      return { answers: (fact.options ?? []).map((option) => ({ id: option.id, count: between(`${key} ${option.id}`, 5, 60) })) }
  }
}

/**
 * A made-up cohort (marked synthetic) for a ruleset that has no data yet: units of every category, values within the
 * facts' ranges, assessors in the middle of theirs. A value depends only on its unit and fact, so that a new fact
 * changes no other value.
 */
export function synthetic(ruleset: Ruleset, lang: Lang, size = 40): Cohort {
  const words = lang === 'zh' ? starterZh : starterEn
  const assessed = ruleset.indicators.flatMap(function visit(node): { criterion: string; rule: string; points: number }[] {
    const own = (node.criteria ?? []).flatMap((c) => c.rules.flatMap(({ id, event }) => (event.type === 'assess' ? [{ criterion: c.id, rule: id, points: (event.params.from + event.params.to) / 2 }] : [])))
    return [...own, ...(node.children ?? []).flatMap(visit)]
  })
  const units = Array.from({ length: size }, (_, i) => {
    const id = `unit-${i + 1}`
    const attributes = ruleset.attributes.flatMap((a) => {
      const value = a.kind === 'boolean' ? share(`${id} ${a.id}`) < 0.5 : a.kind === 'choice' ? pick(`${id} ${a.id}`, a.options ?? [])?.id : a.kind === 'number' ? between(`${id} ${a.id}`, 0, 100) : undefined
      return value === undefined ? [] : [[a.id, value] as const]
    })
    return { id, name: fill(words, 'unit', { n: i + 1 }), category: ruleset.categories[i % ruleset.categories.length]?.id ?? '', order: i + 1, attributes: Object.fromEntries(attributes) }
  })
  return {
    format: 1, scheme: ruleset.scheme, year: ruleset.year, label: words['sample'] ?? '', synthetic: true, units, history: [],
    records: units.map(({ id }) => ({
      unit: id, facts: Object.fromEntries(ruleset.facts.map((fact) => [fact.id, valueOf(fact, `${id} ${fact.id}`, ruleset)])),
      judgements: assessed.map(({ criterion, rule, points }) => ({ criterion, rule, points, reason: 'synthetic' })),
    })),
  }
}
