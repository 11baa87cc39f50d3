import fc from 'fast-check'
import { expect, it } from 'vitest'
import { analyse, findingExample, findingSentence, at, score, type Cohort, type Finding, type Rule, type Ruleset, type Scored } from '../../../engine/index.ts'
import { namesOfRule, sharedConditions } from '../../../engine/model/names.ts'
import { anyRuleset, anyWorld } from '../../support/arbitrary.ts'
import { assumed, criterion, derived, fact, flat, given, rule } from '../../support/pattern.ts'
import { holidays } from '../../support/holidays.ts'

const pathsOf = (found: readonly Finding[], code: string): Set<string> => new Set(found.filter((f) => f.code === code).map((f) => f.path))
const acted = (scored: Scored): Set<string> => new Set(scored.sheets.flatMap((s) => [
  ...s.criteria.flatMap((c) => c.fired.map((id) => `${c.path}/rules/${id}`)), ...s.trace.filter((l) => l.stage === 'adjust').map((l) => l.path),
  ...s.flags.filter((f) => f.startsWith('verdict:')).map((f) => `verdicts/${f.slice(8)}`), ...s.outcomes.map((o) => `outcomes/${o.rule}`),
]))
/** Claims of an analysis that a scored cohort contradicts. */
function contradicted(rules: Ruleset, cohort: Cohort, found: readonly Finding[], scored: Scored): string[] {
  const did = acted(scored)
  const dead = ['rule.dead', 'verdict.dead', 'outcome.dead', 'class.dead'].flatMap((code) => [...pathsOf(found, code)].filter((p) => did.has(p)).map((p) => `${code} ${p}`))
  const concerned = scored.sheets.flatMap((s) => s.criteria.map((c) => ({ ...c, stopped: s.state === 'stopped' }))).filter((c) => c.state === 'given' && !c.stopped)
  const idle = [...pathsOf(found, 'rule.always')].filter((p) => cohort.records.some((record) => rests(rules, record, scored, p)))
  const unreached = [...pathsOf(found, 'grade.unreachable'), ...pathsOf(found, 'grade.too-high'), ...pathsOf(found, 'grade.no-band'), ...pathsOf(found, 'grade.closed')].filter((p) => scored.sheets.some((s) => `grades/${s.grade ?? ''}` === p))
  const constant = found.filter((f) => f.code === 'criterion.constant' || f.code === 'criterion.full-unreachable').filter((f) => concerned.some((c) => c.path === f.path && c.earned !== null && (f.code === 'criterion.constant' ? c.earned !== f.values['high'] : Number(c.earned) > Number(f.values['high'])) && !filled(scored)))
  const never = [...pathsOf(found, 'cap.never')].filter((p) => p.includes('/caps/') && scored.sheets.some((s) => s.trace.some((l) => l.code === 'cause-cap' && l.path === p)))
  const vanished = rules.proration.method === 'none' ? [] : rules.categories.filter((c) => scored.sheets.some((s) => s.category === c.id && s.state === 'scored' && s.components.every((p) => p.applicable === '0'))).map((c) => c.id)
  return [...dead, ...idle.map((p) => `rule.always ${p}`), ...unreached.map((p) => `unreachable ${p}`), ...constant.map((f) => `${f.code} ${f.path} ${String(f.values['high'])}`), ...never.map((p) => `cap.never ${p}`), ...vanished]
}
/** Did a rule rest for a unit whose criterion is given, with every fact it names there? */
function rests(rules: Ruleset, { unit, facts }: Cohort['records'][number], scored: Scored, path: string): boolean {
  const sheet = scored.sheets.find((s) => s.unit === unit && s.state !== 'stopped')
  const criterion = sheet?.criteria.find((c) => path.startsWith(`${c.path}/rules/`))
  // Points that a policy put in for what is missing: no rule was asked.
  if (sheet?.trace.some((l) => l.stage === 'combine' && l.code.startsWith('missing.') && l.path === criterion?.path)) return false
  const rule = at(rules, path) as unknown as Rule
  const names = [...namesOfRule(rule, sharedConditions(rules)).values]
  const isThere = (name: string): boolean => {
    const value = facts[name]
    return value !== undefined && !(typeof value === 'object' && ('state' in value || ('denominator' in value && value.denominator === 0)))
  }
  return criterion?.state === 'given' && names.every(isThere) && !criterion.fired.includes(rule.id)
}
const filled = (scored: Scored): boolean => scored.sheets.some((s) => s.flags.some((f) => f.startsWith('filled:') || f.startsWith('verdict:')))

it('what is called dead never acts, what is called unreachable is never reached, in any random cohort', () => {
  fc.assert(fc.property(anyWorld, ({ rules, cohort }) => {
    expect(contradicted(rules, cohort, analyse(rules), score(rules, cohort, { calendar: holidays }))).toEqual([])
  }), { numRuns: 150 })
})

it('random rulesets are analysed without fail, in both languages, and each finding has words', () => {
  fc.assert(fc.property(anyRuleset, (rules) => {
    for (const found of analyse(rules)) {
      for (const lang of ['zh', 'en'] as const) {
        const text = findingSentence(found, rules, lang) + findingExample(found, rules, lang)
        expect([text.includes(found.code), /\{\w+\}|undefined/.test(text)]).toEqual([false, false])
      }
    }
  }), { numRuns: 60 })
})

it('a draft that lost one thing others refer to is still analysed', () => {
  const lists = ['facts', 'derived', 'conditions', 'methods', 'components', 'categories', 'grades', 'gradings', 'decisionKinds', 'history'] as const
  fc.assert(fc.property(anyRuleset, fc.constantFrom(...lists), fc.nat(20), (rules, list, i) => {
    const members: { id: string }[] = rules[list]
    const broken = { ...rules, [list]: members.filter((_, j) => j !== i % Math.max(1, members.length)) } as Ruleset
    expect(analyse(broken).every((f) => findingSentence(f, broken, 'zh') !== '')).toBe(true)
  }), { numRuns: 150 })
})

it('a draft with a step, a target or a number of times of 0, or a circle, is still analysed', () => {
  const strange = (event: Rule['event']): Ruleset => flat([criterion('c', 10, [rule('r', given('n'), event)])], {
    facts: [fact('n', 'number')], derived: [derived('x', { op: 'total', facts: ['y', 'n'] }), derived('y', { op: 'total', facts: ['x'] })],
    conditions: [{ id: 'a', label: 'a', conditions: { condition: 'b' } }, { id: 'b', label: 'b', conditions: { condition: 'a' } }], verdicts: [{ id: 'v', label: 'v', conditions: { condition: 'a' }, effect: { type: 'fix-total', points: 1 }, source: assumed }],
  })
  const events: Rule['event'][] = [
    { type: 'share', params: { fact: 'n', target: 0 } }, { type: 'deductEach', params: { fact: 'n', points: 1, per: 0, cap: 2 } }, { type: 'awardEach', params: { fact: 'x', points: 0, cap: 2 } },
    { type: 'deductSteps', params: { fact: 'n', target: 1, direction: 'above', step: 0, points: 1, count: 'whole', cap: 3 } }, { type: 'lookup', params: { fact: 'nothing', mode: 'set', rows: [{ points: 1 }] } },
  ]
  expect(events.map((event) => analyse(strange(event)).length > 0)).toEqual(events.map(() => true))
})
