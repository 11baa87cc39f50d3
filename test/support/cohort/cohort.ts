import { readFileSync, writeFileSync } from 'node:fs'
import type { Cohort, Judgement, Record, Ruleset, Unit } from '../../../engine/index.ts'
import { eventsOf, valueOf } from './facts.ts'
import { historyOf, resultsOf, type Last } from './history.ts'
import { mark } from './marked.ts'
import { ROSTER } from './roster.ts'
import { seeded, type Seeded } from './seeded.ts'

const MERGED = { name: '市乡村振兴局', predecessors: ['old-poverty-office', 'old-rural-office'] }

/** A made-up city of more than a hundred units with two years of made-up results; the same for the same ruleset and seed. */
export function makeCohort(ruleset: Ruleset, last?: Last, seed = 20220816): Cohort {
  const standing = seeded(seed)
  const random = seeded(seed + ruleset.year)
  const units = unitsOf(ruleset)
  const quality = new Map(units.map((u) => [u.id, Math.min(0.99, 0.08 + Math.sqrt(standing.next()) * 0.89 + (random.next() - 0.5) * 0.06)]))
  const records = units.map((unit) => recordOf(random, ruleset, unit, quality.get(unit.id) ?? 0.5))
  mark(units, records, ruleset.year)
  return {
    format: 1, scheme: ruleset.scheme, year: ruleset.year, label: `${ruleset.year} 年示例数据(虚构)`, synthetic: true,
    note: '全部数据为虚构,名册仅作示意,不代表任何单位的实际情况。', units, records, history: last ? [resultsOf(last), ...last.cohort.history.slice(0, 1)] : historyOf(random, units, quality, ruleset.year),
  }
}

function unitsOf(ruleset: Ruleset): Unit[] {
  return ROSTER.flatMap(({ category, names, attributes }) => names.split(' ').map((name) => ({ name, category, attributes }))).map((u, i) => ({
    id: `u${String(i + 1).padStart(3, '0')}`, name: u.name, category: u.category, order: i + 1,
    attributes: Object.fromEntries(ruleset.attributes.map((a) => [a.id, u.attributes?.[a.id] ?? (a.kind === 'boolean' ? false : a.kind === 'choice' ? 'none' : '')])),
    ...(u.name === MERGED.name ? { predecessors: MERGED.predecessors } : {}),
  }))
}

function recordOf(random: Seeded, ruleset: Ruleset, unit: Unit, quality: number): Record {
  const facts: Record['facts'] = {}
  for (const fact of ruleset.facts) facts[fact.id] = fact.kind === 'events' ? eventsOf(random, fact, unit.id, quality, ruleset.year) : valueOf(random, fact, quality, ruleset.year)
  const judged = (criterion: string, most: number): Judgement => ({ criterion, rule: 'judge', points: Math.round(most * quality * 20) / 20, reason: '示例理由', by: '示例考核主体' })
  const judgements = [
    ...(facts['emergencyFault'] === true ? [{ ...judged('emergency-faults', 0.5), points: 0.5, reason: '示例理由:处置迟缓' }] : []),
    ...(unit.attributes?.['makesLocalLaw'] === true ? [judged('pattern-judged', 0.4)] : []),
    ...(unit.attributes?.['judicialRole'] === 'court' ? [judged('trial-protected', 0.3)] : []),
  ]
  return { unit: unit.id, facts, ...(judgements.length ? { judgements } : {}) }
}

/** One unit, record or result a line: readable, and small changes stay small. */
export const layOutCohort = (cohort: Cohort): string => {
  const lines = (list: readonly unknown[]): string => `[\n${list.map((item) => `  ${JSON.stringify(item)}`).join(',\n')}\n ]`
  const { units, records, history, ...head } = cohort
  return `${JSON.stringify(head, null, 1).slice(0, -2)},\n "units": ${lines(units)},\n "records": ${lines(records)},\n "history": [${history.map((h) => `{"year":${h.year},"results":${lines(h.results)}}`).join(',')}]\n}\n`
}

if (process.argv[1]?.endsWith('cohort.ts')) {
  const read = <T>(year: number, file: string): T => JSON.parse(readFileSync(new URL(`../../../rulesets/pingdingshan/${year}/${file}.json`, import.meta.url), 'utf8')) as T
  const write = (year: number, last?: Last): void => writeFileSync(new URL(`../../../rulesets/pingdingshan/${year}/cohort.json`, import.meta.url), layOutCohort(makeCohort(read<Ruleset>(year, 'ruleset'), last)))
  write(2022)
  write(2023, { ruleset: read(2022, 'ruleset'), cohort: read(2022, 'cohort') })
}
