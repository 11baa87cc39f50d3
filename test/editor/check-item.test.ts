import { Check } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { assessedRules, decisionPlan, eventPlan, exemptionPlan, freshDecision, freshEvent, freshExemption, freshJudgement, judgementItem, judgementOf, judgementPlan } from '../../editor/components/check/item.ts'
import { Decision, EventItem, Exemption, Judgement, type Fact, type Ruleset } from '../../engine/index.ts'
import { read } from '../engine/content/schemes.ts'

const ruleset = read<Ruleset>('pingdingshan', '2022', 'ruleset.json')
const rules = assessedRules(ruleset, 'zh')
const lists = ruleset.facts.filter((f) => f.kind === 'events')
const awards = lists.find((f) => f.id === 'awards') as Fact

describe('a thing added to a worked case', () => {
  it('fits the format at once, so that it can be kept', () => {
    expect(lists.map((fact) => Check(EventItem, freshEvent(fact, [], ruleset.year)))).toEqual(lists.map(() => true))
    expect([Check(Judgement, judgementOf(freshJudgement(rules))), Check(Decision, freshDecision(ruleset, [])), Check(Exemption, freshExemption(ruleset, '待填'))]).toEqual([true, true, true])
  })
  it('has an id of its own', () => {
    const first = freshEvent(awards, [{ id: 'e2' }], 2022)
    expect([first['id'], freshEvent(awards, [first, { id: 'e2' }], 2022)['id']]).toEqual(['e1', 'e3'])
  })
})
describe('the fields of a thing', () => {
  it('are what the fact declares of its events, never the id', () => {
    const { shape, choices } = eventPlan(awards, [], {})
    expect(Object.keys(choices)).toEqual(['kind', 'level'])
    expect(['id', 'source', 'severity', 'level', 'evidence'].map((key) => key in (shape.properties ?? {}))).toEqual([false, false, false, true, true])
    expect(Object.keys(eventPlan(awards, [], { severity: 'grave' }).shape.properties ?? {})).toContain('severity')
  })
  it('hold a judgement within the range of its rule, which is one choice', () => {
    const one = { criterion: 'emergency-faults', rule: 'judge', points: 0.5, reason: 'r' }
    const item = judgementItem(one)
    expect([item['rule'], judgementOf(item)]).toEqual(['emergency-faults/judge', one])
    const { minimum, maximum } = judgementPlan(rules, item).shape.properties?.['points'] ?? {}
    const { from, to } = rules.find(({ id }) => id === 'emergency-faults/judge')?.rule.event.params as { from: number; to: number }
    expect([minimum, maximum]).toEqual([from, to])
  })
  it('ask of a decision what its kind requires', () => {
    const [kind] = ruleset.decisionKinds
    expect(decisionPlan(ruleset, { kind: kind?.id ?? '' }).usual).toEqual(['kind', ...(kind?.requires ?? [])])
    expect(exemptionPlan(ruleset).choices['id']?.some(({ id }) => id === 'emergency-faults')).toBe(true)
  })
})
