import type { EventItem, Fact, FactValue } from '../../../engine/index.ts'
import type { Seeded } from './seeded.ts'

/** Counts that are faults: less is better. */
export const FAULTS: ReadonlySet<string> = new Set([
  'interference', 'procedureBreaches', 'constitutionBreaches', 'partyDocsLate', 'decisionFaults', 'unreviewedDecisions', 'normativeUnfiled', 'defaults', 'complaints', 'correctionFaults', 'unreported',
])
/** What is enough for full points, where it is not four. */
export const ENOUGH: { readonly [fact: string]: number } = {
  partyMeetings: 3, personalActs: 8, publications: 12, researchWorks: 2, trainings: 3, jointMeetings: 2, ruleChecks: 2, partyResearch: 1, lawConsultations: 2, keyProjects: 2,
  judgeMeetings: 7, prosecutorMeetings: 7, crossFilings: 30, demonstrations: 3, hearings: 2, volunteerEvents: 3,
}
const ALWAYS: ReadonlySet<string> = new Set(['coordinationReviewed', 'juvenileReviewed'])

/** A made-up value of a fact for a unit of a quality from 0 to 1. */
export function valueOf(random: Seeded, fact: Fact, quality: number, year: number): FactValue {
  const good = random.chance(quality)
  switch (fact.kind) {
    case 'boolean':
      return ALWAYS.has(fact.id) || (fact.id === 'emergencyFault' ? !good : random.chance(0.4 + quality * 0.6))
    case 'count':
      return count(random, fact, good)
    case 'ratio': {
      if (random.chance(0.04)) return { numerator: 0, denominator: 0 }
      const denominator = random.between(8, 60)
      return { numerator: Math.round(denominator * (good ? 1 : 0.55 + random.next() * 0.4)), denominator }
    }
    case 'choice':
      return random.pick(good ? ['top', 'top', 'solid'] : ['solid', 'fair', 'poor'])
    case 'number':
      return fact.id === 'inductionHours' ? random.between(good ? 16 : 4, good ? 30 : 16) : Math.round((48 + quality * 48 + (random.next() - 0.5) * 8) * 10) / 10
    case 'date':
      return good ? `${year}-03-${random.between(10, 31)}` : random.chance(0.7) ? `${year}-05-${random.between(10, 31)}` : `${year}-07-${random.between(10, 31)}`
    case 'ratings':
      return Array.from({ length: 8 }, (_, i) => ({
        id: `${fact.id}-${i + 1}`, value: Math.round(Math.min(100, 55 + quality * 42 + (random.next() - 0.5) * 14)), ...(fact.id === 'fileReviews' && random.chance(0.02) ? { vetoes: ['主体不合法'] } : {}),
      }))
    case 'survey':
      return survey(random, quality)
    default:
      return []
  }
}

function count(random: Seeded, fact: Fact, good: boolean): number {
  if (fact.id === 'emergencies') return random.chance(0.3) ? 1 : 0
  if (FAULTS.has(fact.id)) return good ? 0 : random.between(1, 3)
  const enough = ENOUGH[fact.id] ?? 4
  return Math.min(fact.max ?? 1000, good ? enough + random.between(0, 2) : random.between(Math.floor(enough / 3), enough))
}

function survey(random: Seeded, quality: number): FactValue {
  const valid = random.between(40, 160)
  const very = Math.round(valid * (0.25 + quality * 0.5))
  const dissatisfied = Math.round((valid - very) * 0.08)
  const basic = Math.round((valid - very - dissatisfied) * 0.35)
  return { answers: [{ id: 'very', count: very }, { id: 'satisfied', count: valid - very - dissatisfied - basic }, { id: 'basic', count: basic }, { id: 'dissatisfied', count: dissatisfied }, { id: 'unknown', count: random.between(0, 12) }] }
}

/** Made-up events by fact: awards, criticism, late reports, findings. */
export function eventsOf(random: Seeded, fact: Fact, unit: string, quality: number, year: number): EventItem[] {
  const on = (day: string): string => `${year}-${String(random.between(1, 12)).padStart(2, '0')}-${day}`
  const some = (share: number, most: number): number[] => (random.chance(share) ? Array.from({ length: random.between(1, most) }, (_, i) => i + 1) : [])
  switch (fact.id) {
    case 'awards':
      return some(quality * 0.5, 4).map((i) => ({
        id: `${unit}-award-${i}`, kind: random.pick(['honour', 'promoted']), level: random.pick(['national', 'provincial', 'provincial', 'city']), date: on('15'), title: `示例表彰 ${i}`,
        achievement: `${unit}-work-${random.between(1, 3)}`, evidence: ['示例文件'],
      }))
    case 'faults':
      return some(0.25 - quality * 0.2, 3).map((i) => ({
        id: `${unit}-fault-${i}`, kind: random.pick(['criticism', 'criticism', 'opinion']), level: random.pick(['central', 'provincial', 'city']), date: on('08'), title: `示例事项 ${i}`, serious: random.chance(0.15),
      }))
    case 'reportFaults':
      return some((1 - quality) * 0.6, 4).map((i) => ({ id: `${unit}-report-${i}`, kind: random.pick(['late', 'late', 'missed']), date: on('10'), title: `示例月报告 ${i}` }))
    default:
      return some(0.2, 2).map((i) => ({ id: `${unit}-finding-${i}`, kind: 'finding', date: on('20'), title: `示例问题 ${i}` }))
  }
}
