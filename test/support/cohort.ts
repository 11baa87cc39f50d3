import { readFileSync, writeFileSync } from 'node:fs'
import type { Cohort, EventItem, Fact, FactValue, PastResult, Record, Ruleset, Unit } from '../../engine/index.ts'
import { ROSTER } from './roster.ts'

/** Seeded numbers in [0, 1): the same seed, the same numbers (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
const pick = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
const between = (random: () => number, low: number, high: number): number => low + Math.floor(random() * (high - low + 1))

/** Counts that are faults: less is better. */
const FAULTS = /late|Late|breaches|Breaches|interference|Faults|Unfiled|defaults|complaints|unreported/
const ENOUGH: { [id: string]: number } = { monthlyReports: 12, personalActs: 9, publications: 14, emergencies: 1 }

function value(random: () => number, fact: Fact, quality: number): FactValue {
  const good = random() < quality
  switch (fact.kind) {
    case 'boolean':
      return fact.id === 'emergencyFault' ? !good : random() < 0.4 + quality * 0.6
    case 'count': {
      if (fact.id === 'emergencies') return random() < 0.3 ? 1 : 0
      if (FAULTS.test(fact.id)) return good ? 0 : between(random, 1, 3)
      const enough = ENOUGH[fact.id] ?? 4
      return Math.min(fact.max ?? 1000, good ? enough + between(random, 0, 2) : between(random, Math.floor(enough / 3), enough))
    }
    case 'ratio': {
      if (random() < 0.04) return { numerator: 0, denominator: 0 }
      const denominator = between(random, 8, 60)
      const share = good ? 1 : 0.55 + random() * 0.4
      return { numerator: Math.round(denominator * share), denominator }
    }
    case 'choice':
      return pick(random, good ? ['top', 'top', 'solid'] : ['solid', 'fair', 'poor'])
    case 'number':
      return Math.round((48 + quality * 48 + (random() - 0.5) * 8) * 10) / 10
    case 'ratings':
      return Array.from({ length: 8 }, (_, i) => ({
        id: `${fact.id}-${i + 1}`, value: Math.round(Math.min(100, 55 + quality * 42 + (random() - 0.5) * 14)), ...(fact.id === 'fileReviews' && random() < 0.02 ? { vetoes: ['主体不合法'] } : {}),
      }))
    case 'survey': {
      const valid = between(random, 40, 160)
      const very = Math.round(valid * (0.25 + quality * 0.5))
      const dissatisfied = Math.round((valid - very) * 0.08)
      const basic = Math.round((valid - very - dissatisfied) * 0.35)
      return { answers: [{ id: 'very', count: very }, { id: 'satisfied', count: valid - very - dissatisfied - basic }, { id: 'basic', count: basic }, { id: 'dissatisfied', count: dissatisfied }, { id: 'unknown', count: between(random, 0, 12) }] }
    }
    default:
      return []
  }
}

function awards(random: () => number, unit: Unit, quality: number): EventItem[] {
  if (random() > quality * 0.5) return []
  return Array.from({ length: between(random, 1, 4) }, (_, i) => ({
    id: `${unit.id}-award-${i + 1}`, kind: pick(random, ['honour', 'promoted']), level: pick(random, ['national', 'provincial', 'provincial', 'city']),
    date: `2022-${String(between(random, 1, 12)).padStart(2, '0')}-15`, title: `示例表彰 ${i + 1}`, achievement: `${unit.id}-work-${between(random, 1, 3)}`, evidence: ['示例文件'],
  }))
}
function faults(random: () => number, unit: Unit, quality: number): EventItem[] {
  if (random() < 0.75 + quality * 0.2) return []
  return Array.from({ length: between(random, 1, 3) }, (_, i) => ({
    id: `${unit.id}-fault-${i + 1}`, kind: pick(random, ['criticism', 'criticism', 'opinion']), level: pick(random, ['central', 'provincial', 'city']), date: `2022-${String(between(random, 1, 12)).padStart(2, '0')}-08`, title: `示例事项 ${i + 1}`, serious: random() < 0.25,
  }))
}

/** About 140 made-up units with two years of made-up results; the same for the same ruleset and seed. */
export function makeCohort(ruleset: Ruleset, seed = 20220816): Cohort {
  const random = seeded(seed)
  const units: Unit[] = ROSTER.flatMap(({ category, names, attributes }) => names.split(' ').map((name) => ({ name, category, attributes }))).map((u, i) => ({
    id: `u${String(i + 1).padStart(3, '0')}`, name: u.name, category: u.category, order: i + 1,
    attributes: Object.fromEntries(ruleset.attributes.map((a) => [a.id, u.attributes?.[a.id] ?? (a.kind === 'boolean' ? false : a.id === 'stationedLevel' ? 'none' : '')])),
  }))
  const merged = units.find((u) => u.name === '市乡村振兴局')
  if (merged) merged.predecessors = ['old-poverty-office', 'old-rural-office']
  const records: Record[] = []
  const quality = new Map<string, number>()
  for (const unit of units) {
    const q = Math.min(0.99, 0.06 + Math.sqrt(random()) * 0.88)
    quality.set(unit.id, q)
    const facts: Record['facts'] = {}
    for (const fact of ruleset.facts) facts[fact.id] = fact.id === 'awards' ? awards(random, unit, q) : fact.id === 'faults' ? faults(random, unit, q) : value(random, fact, q)
    const judgements = facts['emergencyFault'] === true ? [{ criterion: 'emergency-faults', rule: 'judge', points: 0.5, reason: '示例理由:处置迟缓' }] : []
    records.push({ unit: unit.id, facts, ...(judgements.length ? { judgements } : {}) })
  }
  const last = records.at(-1)
  if (last) delete last.facts['thoughtSessions']
  const heavy = records[7]
  if (heavy) {
    heavy.facts['faults'] = [1, 2, 3].map((i) => ({ id: `${heavy.unit}-fault-${i}`, kind: 'criticism', level: 'central', date: `2022-0${i}-08`, title: `示例事项 ${i}`, serious: i === 1 }))
    heavy.decisions = [{ id: 'd1', kind: 'cap-override', amount: 12, reason: '示例理由', approver: '示例审批机关', document: '示例决定', date: '2022-12-20', secondPerson: '示例经办人' }]
  }
  const history = [1, 2].map((back) => ({
    year: ruleset.year - back,
    results: [...units.map((u): PastResult => past(random, u.id, quality.get(u.id) ?? 0.5)), ...(back === 1 ? ['old-poverty-office', 'old-rural-office'].map((id): PastResult => ({ unit: id, total: '91.00', grade: 'excellent', state: 'approved' })) : [])].filter((r) => r.unit !== merged?.id),
  }))
  for (const { results } of history) places(results, units)
  return {
    format: 1, scheme: ruleset.scheme, year: ruleset.year, label: '2022 年示例数据(虚构)', synthetic: true,
    note: '全部数据为虚构,名册仅作示意,不代表任何单位的实际情况。', units, records, history,
  }
}
function past(random: () => number, unit: string, q: number): PastResult {
  const total = Math.min(99, 50 + q * 46 + (random() - 0.5) * 8)
  const grade = total >= 90 ? 'excellent' : total >= 80 ? 'good' : total >= 60 ? 'qualified' : 'unqualified'
  return { unit, total: total.toFixed(2), grade, state: 'approved' }
}
function places(results: PastResult[], units: readonly Unit[]): void {
  for (const category of ['counties', 'government', 'stationed']) {
    const ids = new Set(units.filter((u) => u.category === category).map((u) => u.id))
    results.filter((r) => ids.has(r.unit)).sort((a, b) => Number(b.total) - Number(a.total)).forEach((r, i) => { r.rank = i + 1 })
  }
}

/** One record a line: readable, and small changes stay small. */
export const layOut = (cohort: Cohort): string => {
  const lines = (list: readonly unknown[]): string => `[\n${list.map((item) => `  ${JSON.stringify(item)}`).join(',\n')}\n ]`
  const { units, records, history, ...head } = cohort
  return `${JSON.stringify(head, null, 1).slice(0, -2)},\n "units": ${lines(units)},\n "records": ${lines(records)},\n "history": [${history.map((h) => `{"year":${h.year},"results":${lines(h.results)}}`).join(',')}]\n}\n`
}

if (process.argv[1]?.endsWith('cohort.ts')) {
  const folder = new URL('../../rulesets/pingdingshan/2022/', import.meta.url)
  const ruleset = JSON.parse(readFileSync(new URL('ruleset.json', folder), 'utf8')) as Ruleset
  writeFileSync(new URL('cohort.json', folder), layOut(makeCohort(ruleset)))
}
