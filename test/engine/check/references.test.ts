import { describe, expect, it } from 'vitest'
import type { Ruleset } from '../../../engine/index.ts'
import { bonusClass, criterion, derived, fact, flat, given, grading, band, leaf, named, pool, rule, ruleset, sourced, when } from '../../support/pattern.ts'
import { problems, sound, told, wrong } from './told.ts'

const source = { basis: 'assumed' as const }
const share = (id: string, points: number) => criterion(id, points, [])

describe('an id', () => {
  it.each<[string, Partial<Ruleset>, [string, string][]]>([
    ['categories', { categories: sourced('bureau', 'court', 'bureau') }, [['id.double', 'categories/bureau']]],
    ['facts', { facts: [...sound().facts, fact('mark', 'count')] }, [['id.double', 'facts/mark']]],
    ['a fact and a derived fact', { derived: [derived('mark', { op: 'shortfall', fact: 'lateness', target: 1 })] }, [['id.double', 'derived/mark']]],
    ['options', { facts: [...sound().facts, fact('size', 'choice', { options: named('a', 'a') })] }, [['id.double', 'facts/size/options/a']]],
    ['bodies', { bodies: ['justice', 'justice'].map((id) => ({ id, label: id, role: 'assessing', source })) }, [['id.double', 'bodies/justice']]],
    ['glossary', { glossary: ['a', 'a'].map((id) => ({ id, term: id, meaning: id, source })) }, [['id.double', 'glossary/a']]],
    ['clauses', { clauses: ['1', '1'].map((id) => ({ id, summary: id })) }, [['id.double', 'clauses/1']]],
    ['pools', { ranking: { method: 'standard', pools: [pool('p', 'bureau'), pool('p', 'bureau')], tieBreaks: [], source } }, [['id.double', 'ranking/pools/p']]],
    ['time limits', { workflow: { stages: [], approvals: [], duties: [], limits: [1, 2].map((days) => ({ id: 'reply', label: 'reply', days, unit: 'working', startsAt: 'delivery', source })) } }, [['id.double', 'workflow/limits/reply']]],
  ])('stands once among %s', (_, more, expected) => {
    expect(wrong(sound(more))).toEqual(expected)
  })
  it('stands once in the tree of indicators and criteria, wherever', () => {
    expect(wrong(ruleset({ indicators: [leaf('a', [share('one', 60)]), leaf('b', [share('one', 40)])] }))).toEqual([['id.double', 'indicators/b/criteria/one']])
    expect(wrong(ruleset({ indicators: [leaf('a', [share('one', 60)]), leaf('a', [share('two', 40)])] }))).toEqual([['id.double', 'indicators/a']])
    expect(wrong(ruleset({ indicators: [leaf('a', [share('b', 60)]), leaf('b', [share('two', 40)])] }))).toEqual([['id.double', 'indicators/a/criteria/b']])
  })
  it('stands once among the rules, caps and bodies of a criterion', () => {
    const rules = [1, 2].map(() => rule('r', given('n'), { type: 'deduct', params: { points: 1 } }))
    expect(wrong(flat([criterion('c', 100, rules)], { facts: [fact('n', 'count')] }))).toEqual([['id.double', 'indicators/item/criteria/c/rules/r']])
    const bodies = [{ id: 'justice', label: 'justice', role: 'assessing' as const, source }]
    expect(wrong(flat([criterion('c', 100, [], { bodies: [{ id: 'justice' }, { id: 'justice' }] })], { bodies }))).toEqual([['id.double', 'indicators/item/criteria/c/bodies/justice']])
  })
})

describe('an id that is used but unknown is told with its kind', () => {
  const workflow = { stages: [], approvals: [], limits: [], duties: [] }
  const limit = { id: 'reply', label: 'reply', days: 5, unit: 'working', startsAt: 'delivery', source } as const
  const praise = (more: object): Partial<Ruleset> => ({ bonus: { classes: [bonusClass('praise', 'list', [{ points: 1, ...more }])], cap: { kind: 'hard', points: 5, source } } })
  const tie = (quantity: 'component' | 'indicator' | 'attribute'): Partial<Ruleset> => ({ ranking: { method: 'standard', pools: [], tieBreaks: [{ id: 't', quantity, of: 'nobody', order: 'high', source }], source } })
  const verdict = (effect: Ruleset['verdicts'][number]['effect']): Partial<Ruleset> => ({ verdicts: [{ id: 'v', label: 'v', ...(effect.type === 'zero-file' ? {} : { conditions: when('open', 'equal', true) }), effect, source }] })
  const outcome = (more: object): Partial<Ruleset> => ({ outcomes: [{ id: 'o', label: 'o', type: 'letter', conditions: when('result.total', 'lessThan', 60), by: 'rule', source, ...more }] })
  const asked = (conditions: Ruleset['outcomes'][number]['conditions']): Partial<Ruleset> => ({ conditions: [{ id: 'usual', label: 'usual', conditions, source }] })
  const counted = (where: object): Partial<Ruleset> => ({ derived: [derived('d', { op: 'count', events: 'list', where })] })
  it.each<[kind: string, more: Partial<Ruleset>, path: string]>([
    ['component', { methods: [{ id: 'daily', label: 'daily', component: 'work', source }, { id: 'visit', label: 'visit', component: 'nobody', source }] }, 'methods/visit'],
    ['method', { facts: [...sound().facts, fact('n', 'count', { method: 'nobody' })] }, 'facts/n'],
    ['body', { facts: [...sound().facts, fact('n', 'count', { body: 'nobody' })] }, 'facts/n'],
    ['category', { categoryGroups: [{ id: 'g', label: 'g', categories: ['nobody'], source }] }, 'categoryGroups/g'],
    ['fact', { derived: [derived('d', { op: 'ratio', numerator: 'lateness', denominator: 'nobody' })] }, 'derived/d'],
    ['fact', { derived: [derived('d', { op: 'rescale', fact: 'mark', low: 0, high: { fact: 'nobody' }, toLow: 0, toHigh: 1 })] }, 'derived/d'],
    ['fact', { derived: [derived('d', { op: 'weighted', facts: [{ id: 'nobody', weight: 1 }], missing: 'block' })] }, 'derived/d'],
    ['option', { derived: [derived('d', { op: 'survey', survey: 'poll', weights: [{ id: 'nobody', weight: 1 }] })] }, 'derived/d'],
    ['event-kind', counted({ kinds: ['praise', 'nobody'] }), 'derived/d'], ['event-level', counted({ levels: ['nobody'] }), 'derived/d'], ['event-source', counted({ sources: ['nobody'] }), 'derived/d'], ['severity', counted({ severities: ['nobody'] }), 'derived/d'],
    ['given-fact', { bonus: { classes: [bonusClass('praise', 'nobody', [{ points: 1 }])], cap: { kind: 'hard', points: 5, source } } }, 'bonus/classes/praise'],
    ['event-kind', praise({ kind: 'nobody' }), 'bonus/classes/praise/tariff/t1'], ['event-level', praise({ level: 'nobody' }), 'bonus/classes/praise/tariff/t1'], ['severity', praise({ severity: 'nobody' }), 'bonus/classes/praise/tariff/t1'],
    ['decision', { deduction: { classes: [], cap: { kind: 'soft', points: 10, override: 'nobody', source } } }, 'deduction/cap'],
    ['given-fact', verdict({ type: 'zero-file', ratings: 'nobody' }), 'verdicts/v'], ['place', verdict({ type: 'zero-item', indicator: 'nobody' }), 'verdicts/v'],
    ['grade', verdict({ type: 'stop', grade: 'nobody' }), 'verdicts/v'], ['grade', verdict({ type: 'cap-grade', grade: 'nobody' }), 'verdicts/v'],
    ['category', { gradings: [...sound().gradings, { ...grading([band('good')]), id: 'other', categories: ['nobody'] }] }, 'gradings/other'],
    ['grade', { gradings: [grading(sound().gradings[0]?.bands ?? [], { quotas: [{ grade: 'nobody', share: 0.3, rounding: 'down', equals: 'all', unfilled: 'pass', source }] })] }, 'gradings/grading'],
    ['category', { ranking: { method: 'standard', pools: [pool('p', 'nobody')], tieBreaks: [], source } }, 'ranking/pools/p'],
    ['component', tie('component'), 'ranking/tieBreaks/t'], ['indicator', tie('indicator'), 'ranking/tieBreaks/t'], ['attribute', tie('attribute'), 'ranking/tieBreaks/t'],
    ['grade', { history: [{ id: 'run', label: 'run', type: 'streak', grades: ['nobody'], merged: 'new-unit', vetoed: false, source }] }, 'history/run'],
    ['grade', { history: [{ id: 'tail', label: 'tail', type: 'last', count: 3, minimumPool: 5, ties: 'include', exempt: ['nobody'], source }] }, 'history/tail'],
    ['body', outcome({ recipients: [{ body: 'nobody' }] }), 'outcomes/o'], ['attribute', outcome({ recipients: [{ attribute: 'nobody' }] }), 'outcomes/o'], ['body', outcome({ proposedTo: ['nobody'] }), 'outcomes/o'],
    ['body', { workflow: { ...workflow, approvals: [{ id: 'a', label: 'a', of: 'plan', by: ['nobody'], source }] } }, 'workflow/approvals/a'],
    ['body', { workflow: { ...workflow, approvals: [{ id: 'a', label: 'a', of: 'plan', by: [], proposedBy: ['nobody'], source }] } }, 'workflow/approvals/a'],
    ['time-limit', { workflow: { ...workflow, limits: [{ ...limit, after: 'nobody' }] } }, 'workflow/limits/reply'], ['time-limit', { workflow: { ...workflow, limits: [{ ...limit, together: ['nobody'] }] } }, 'workflow/limits/reply'],
    ['body', { delegations: [{ id: 'd', label: 'd', to: ['nobody'], level: 'own', effect: 'direct', source }] }, 'delegations/d'], ['category', { delegations: [{ id: 'd', label: 'd', to: [], categories: ['nobody'], level: 'own', effect: 'direct', source }] }, 'delegations/d'],
    ['condition', asked({ all: [{ condition: 'nobody' }] }), 'conditions/usual/conditions/all/0'],
  ])('%s', (kind, more, path) => {
    const found = problems(sound(more))
    expect(told(found)).toEqual([['reference.unknown', path]])
    expect(found[0]?.values).toEqual({ kind, id: 'nobody' })
  })
  it('also inside a criterion and its caps', () => {
    const item = 'indicators/item/criteria/c'
    expect(wrong(flat([criterion('c', 100, [], { method: 'nobody' })]))).toEqual([['reference.unknown', item]])
    expect(wrong(flat([criterion('c', 100, [], { bodies: [{ id: 'nobody' }] })]))).toEqual([['reference.unknown', item]])
    expect(wrong(flat([criterion('c', 100, [], { caps: [{ id: 'cap', rules: ['nobody'], points: 1, source }] })]))).toEqual([['reference.unknown', `${item}/caps/cap`]])
    expect(wrong(flat([criterion('c', 100, [rule('r', when('open', 'equal', true), { type: 'deductEach', params: { fact: 'nobody', points: 1 } })])], { facts: [fact('open', 'boolean')] }))).toEqual([['reference.unknown', `${item}/rules/r`]])
  })
  it('a clause that is cited but not listed is a warning, once', () => {
    const cited = { basis: 'scheme' as const, clause: '7' }
    const [found, ...more] = problems(sound({ categories: [{ id: 'bureau', label: 'bureau', source: cited }], clauses: [{ id: '6', summary: 'six' }], limits: { min: 0, source: cited } }))
    expect([found?.level, found?.code, found?.path, more]).toEqual(['warning', 'clause.unlisted', 'categories/bureau', []])
  })
})

describe('a circle', () => {
  it('of derived facts is told at each of them', () => {
    const circle = [derived('a', { op: 'total', facts: ['lateness', 'c'] }), derived('b', { op: 'total', facts: ['a'] }), derived('c', { op: 'total', facts: ['b'] }), derived('d', { op: 'total', facts: ['c'] })]
    expect(wrong(sound({ derived: circle }))).toEqual([['reference.circle', 'derived/a'], ['reference.circle', 'derived/b'], ['reference.circle', 'derived/c']])
    expect(wrong(sound({ derived: [derived('a', { op: 'shortfall', fact: 'a', target: 1 })] }))).toEqual([['reference.circle', 'derived/a']])
  })
  it('of shared conditions is told at each of them', () => {
    const shared = (id: string, of: string) => ({ id, label: id, conditions: { any: [{ not: { condition: of } }] } })
    expect(wrong(sound({ conditions: [shared('a', 'b'), shared('b', 'a')] }))).toEqual([['reference.circle', 'conditions/a'], ['reference.circle', 'conditions/b']])
  })
})
