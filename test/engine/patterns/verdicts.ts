import { bonusClass, criterion, derived, fact, flat, given, marked, rule, sourced, when, type Pattern } from '../../support/pattern.ts'
import { event } from '../../support/events.ts'
import type { Verdict } from '../../../engine/index.ts'

const verdict = (id: string, effect: Verdict['effect'], conditions = when(id, 'equal', true)): Verdict => ({ id, label: id, conditions, effect, source: { basis: 'assumed' } })

/** One-vote vetoes: five effects that are never mixed, none of which raises anything. */
export const patterns: Pattern[] = [
  {
    id: 'P12',
    what: { en: 'A file that fails one basic standard counts nothing and is labelled as failed.', zh: '案卷有一处基本标准不合格,整卷记零分并标为不合格卷。' },
    ruleset: flat([criterion('files', 10, [rule('mean', given('fileMean'), { type: 'share', params: { fact: 'fileMean', target: 100 } })], { start: 'zero' })], {
      facts: [fact('files', 'ratings')],
      derived: [derived('fileMean', { op: 'mean', ratings: 'files' }), derived('failedFiles', { op: 'vetoes', ratings: 'files' })],
      verdicts: [{ id: 'basic', label: 'basic standard', effect: { type: 'zero-file', ratings: 'files' }, source: { basis: 'assumed' } }],
      outcomes: [{ id: 'failed', label: 'failed files', type: 'rectification', conditions: when('failedFiles', 'greaterThanInclusive', 1), by: 'rule', source: { basis: 'assumed' } }],
    }),
    samples: [
      { sum: '(90 + 80 + 100) / 3 x 10 / 100 = 9', facts: { files: [{ value: 90 }, { value: 80 }, { value: 100 }] }, expect: { total: '9.00', outcomes: [] } },
      { sum: '(90 + 0 + 100) / 3 x 10 / 100 = 19/3', facts: { files: [{ value: 90 }, { value: 80, vetoes: ['no hearing'] }, { value: 100 }] }, expect: { total: '6.33', criteria: { files: '19/3' }, outcomes: ['failed'] } },
      { sum: 'two failed checks fail a file once: (90 + 0) / 2 x 10 / 100 = 4.5', facts: { files: [{ value: 90 }, { value: 80, vetoes: ['a', 'b'] }] }, expect: { total: '4.50', outcomes: ['failed'] } },
      { sum: 'all failed: 0', facts: { files: [{ value: 90, vetoes: ['a'] }] }, expect: { total: '0.00', outcomes: ['failed'] } },
      { sum: 'no file reviewed: missing, not 0', facts: { files: [] }, expect: { total: null, criteria: { files: 'missing' } } },
    ],
  },
  {
    id: 'P15',
    what: { en: 'One grave breach of law and the goal of the year counts as missed.', zh: '发生一起重大违法事件,全年目标即算未完成。' },
    ruleset: marked({ facts: [fact('breaches', 'count')], verdicts: [verdict('breach', { type: 'cap-grade', grade: 'unqualified' }, when('breaches', 'greaterThanInclusive', 1))] }),
    samples: [
      { sum: '95 stays, the grade falls', facts: { mark: 95, breaches: 1 }, expect: { total: '95.00', grade: 'unqualified' } },
      { sum: 'none: 95', facts: { mark: 95, breaches: 0 }, expect: { total: '95.00', grade: 'excellent' } },
      { sum: 'already failed: unchanged', facts: { mark: 50, breaches: 2 }, expect: { total: '50.00', grade: 'unqualified' } },
      { sum: 'not known: no total', facts: { mark: 95 }, expect: { state: 'blocked', total: null, grade: null } },
    ],
  },
  {
    id: 'P16',
    what: { en: 'A veto fixes the result at 59, or ends the evaluation at once.', zh: '出现否决情形的按五十九分定为不合格;情形严重的不再评其他内容。' },
    ruleset: marked({ facts: [fact('vetoed', 'boolean'), fact('grave', 'boolean')], verdicts: [verdict('vetoed', { type: 'fix-total', points: 59 }), verdict('grave', { type: 'stop', grade: 'unqualified' })] }),
    samples: [
      { sum: 'min(92, 59) = 59', facts: { mark: 92, vetoed: true, grave: false }, expect: { base: '92.00', total: '59.00', grade: 'unqualified' } },
      { sum: 'no veto: 92', facts: { mark: 92, vetoed: false, grave: false }, expect: { total: '92.00', grade: 'excellent' } },
      { sum: 'a veto never raises: min(40, 59) = 40', facts: { mark: 40, vetoed: true, grave: false }, expect: { total: '40.00', grade: 'unqualified' } },
      { sum: 'stopped: nothing else is evaluated', facts: { vetoed: false, grave: true }, expect: { state: 'stopped', base: null, total: null, grade: 'unqualified', rank: null } },
    ],
  },
  {
    id: 'P17',
    what: { en: 'A veto ends it; deductions follow; below 60 fails; only a base above 80 may win a bonus.', zh: '先看否决,再评扣分;不足六十分为不合格;基础分高于八十分的才进入加分。' },
    ruleset: marked({
      facts: [fact('vetoed', 'boolean'), fact('violations', 'count'), fact('honours', 'events', { kinds: [{ id: 'honour', label: 'honour' }] })],
      verdicts: [verdict('vetoed', { type: 'stop', grade: 'unqualified' })],
      bonus: { classes: [bonusClass('honours', 'honours', [{ points: 3 }])], gate: { points: 80, operator: 'greaterThan', source: { basis: 'assumed' } } },
      deduction: { classes: [], rules: [rule('each', given('violations'), { type: 'deductEach', params: { fact: 'violations', points: 2 } })] },
    }),
    samples: [
      { sum: '80 is not above 80: 80 + 0', facts: { mark: 80, vetoed: false, violations: 0, honours: [event('a', 'honour')] }, expect: { bonus: '0.00', total: '80.00', flags: ['gate-shut:bonus'] } },
      { sum: '80.01 + 3 = 83.01', facts: { mark: 80.01, vetoed: false, violations: 0, honours: [event('a', 'honour')] }, expect: { bonus: '3.00', total: '83.01' } },
      { sum: 'the gate looks at the base: 85 + 3 - 2 x 3 = 82', facts: { mark: 85, vetoed: false, violations: 3, honours: [event('a', 'honour')] }, expect: { bonus: '3.00', deduction: '6.00', total: '82.00', grade: 'good' } },
      { sum: '61 - 2 = 59: fails', facts: { mark: 61, vetoed: false, violations: 1, honours: [] }, expect: { total: '59.00', grade: 'unqualified' } },
      { sum: 'vetoed', facts: { mark: 85, vetoed: true, violations: 3, honours: [] }, expect: { state: 'stopped', total: null, grade: 'unqualified' } },
    ],
  },
  {
    id: 'P39',
    what: { en: 'Any of several findings bars the best grade.', zh: '有所列情形之一的,不得评为优秀。' },
    ruleset: marked({
      facts: ['corruption', 'accident', 'falsified'].map((id) => fact(id, 'boolean')),
      verdicts: ['corruption', 'accident', 'falsified'].map((id) => verdict(id, { type: 'cap-grade', grade: 'good' })),
    }),
    samples: [
      { sum: 'none: 95', facts: { mark: 95, corruption: false, accident: false, falsified: false }, expect: { total: '95.00', grade: 'excellent' } },
      { sum: 'one: 95 stays, good at best', facts: { mark: 95, corruption: false, accident: true, falsified: false }, expect: { total: '95.00', grade: 'good', flags: ['verdict:accident'] } },
      { sum: 'all three: still good', facts: { mark: 95, corruption: true, accident: true, falsified: true }, expect: { grade: 'good' } },
      { sum: 'never raised: 70 stays qualified', facts: { mark: 70, corruption: true, accident: false, falsified: false }, expect: { grade: 'qualified' } },
    ],
  },
  {
    id: 'P48',
    what: { en: 'False material: the item counts nothing and its points are taken once more.', zh: '提供虚假材料的,该项记零分,并再扣一倍分值。' },
    ruleset: flat(
      [
        criterion('item-a', 5, [rule('each', given('violations'), { type: 'deductEach', params: { fact: 'violations', points: 1 } })]),
        criterion('rest', 95, [rule('share', given('rest'), { type: 'share', params: { fact: 'rest', target: 95 } })], { start: 'zero' }),
      ],
      {
        facts: [fact('violations', 'count'), fact('rest', 'number'), fact('falsified', 'boolean')],
        verdicts: [verdict('falsified', { type: 'zero-item', indicator: 'item-a' })],
        deduction: { classes: [], rules: [rule('double', when('falsified', 'equal', true), { type: 'deduct', params: { points: 5 } })] },
      },
    ),
    samples: [
      { sum: '(5 - 2) + 90 = 93', facts: { violations: 2, rest: 90, falsified: false }, expect: { total: '93.00', criteria: { 'item-a': '3' } } },
      { sum: '0 + 90 - 5 = 85', facts: { violations: 2, rest: 90, falsified: true }, expect: { base: '90.00', deduction: '5.00', total: '85.00', criteria: { 'item-a': '0' } } },
      { sum: 'a zeroed item needs no further facts: 0 + 90 - 5', facts: { rest: 90, falsified: true }, expect: { total: '85.00', criteria: { 'item-a': '0' } } },
    ],
  },
  {
    id: 'P33',
    what: { en: 'An assessing body that judges falsely or not at all loses two points itself.', zh: '负责考核的部门评价失实或者不评价的,减该部门两分。' },
    ruleset: marked({
      attributes: [{ id: 'assessor', label: 'assesses others', kind: 'boolean', source: { basis: 'assumed' } }],
      facts: [fact('defaults', 'count')],
      deduction: { classes: [], rules: [rule('each', { all: [{ fact: 'unit.assessor', operator: 'equal', value: true }] }, { type: 'deductEach', params: { fact: 'defaults', points: 2 } })] },
      categories: sourced('bureau'),
    }),
    samples: [
      { sum: '90 - 2 x 2 = 86', attributes: { assessor: true }, facts: { mark: 90, defaults: 2 }, expect: { deduction: '4.00', total: '86.00' } },
      { sum: 'none: 90', attributes: { assessor: true }, facts: { mark: 90, defaults: 0 }, expect: { total: '90.00' } },
      { sum: 'no assessor: 90', attributes: { assessor: false }, facts: { mark: 90, defaults: { state: 'not-applicable' } }, expect: { total: '90.00' } },
      { sum: 'not reported: no total', attributes: { assessor: true }, facts: { mark: 90 }, expect: { total: null } },
    ],
  },
]
