import { all, criterion, derived, fact, flat, given, marked, rule, test, when, leaf, named, ruleset, type Pattern } from '../../support/pattern.ts'
import { holidays } from '../../support/holidays.ts'

const off = { state: 'not-applicable', reason: 'no such task' } as const
const credit = (id: string) => rule(id, when(id, 'equal', true), { type: 'award' as const, params: { points: 1 } })
const share = (id: string, target: number) => rule('share', given(id), { type: 'share' as const, params: { fact: id, target } })

/** Points given: credits, thresholds, shares, steps against last year, extra points, means of the category. */
export const patterns: Pattern[] = [
  {
    id: 'P08',
    what: { en: 'List sent, catalogue sent, published within seven working days, complete: one point each.', zh: '报名单、报目录、七个工作日内公示、内容齐全,各得一分。' },
    ruleset: flat(
      [criterion('publication', 4, [credit('listSent'), credit('catalogueSent'), rule('inTime', when('delay', 'lessThanInclusive', 7), { type: 'award', params: { points: 1 } }), credit('complete')], { start: 'zero' })],
      {
        facts: [...['listSent', 'catalogueSent', 'complete'].map((id) => fact(id, 'boolean')), fact('decided', 'date'), fact('published', 'date')],
        derived: [derived('delay', { op: 'workingDays', from: 'decided', to: 'published' })],
      },
    ),
    calendar: holidays,
    samples: [
      { sum: '1 + 1 + 1 + 1; 8, 9 (worked weekend), 10 to 14 October = 7 days', facts: { listSent: true, catalogueSent: true, complete: true, decided: '2022-09-30', published: '2022-10-14' }, expect: { total: '4.00' } },
      { sum: 'Saturday after the seventh day is still the seventh', facts: { listSent: true, catalogueSent: true, complete: true, decided: '2022-09-30', published: '2022-10-15' }, expect: { total: '4.00' } },
      { sum: 'Monday is the eighth: 1 + 1 + 0 + 1', facts: { listSent: true, catalogueSent: true, complete: true, decided: '2022-09-30', published: '2022-10-17' }, expect: { total: '3.00' } },
      { sum: 'none but in time: 1', facts: { listSent: false, catalogueSent: false, complete: false, decided: '2022-03-01', published: '2022-03-01' }, expect: { total: '1.00' } },
      { sum: 'a year without a table refuses: no total', facts: { listSent: true, catalogueSent: true, complete: true, decided: '2022-12-29', published: '2023-01-05' }, expect: { total: null, criteria: { publication: 'missing' }, issues: ['calendar.year'] } },
      { sum: 'no such day: no total', facts: { listSent: true, catalogueSent: true, complete: true, decided: '2022-02-30', published: '2022-03-01' }, expect: { total: null, issues: ['fact.date'] } },
    ],
  },
  {
    id: 'P09',
    what: { en: 'Two points when at least seventy per cent of the matters have moved in, else none.', zh: '进驻事项占比达到七成得两分,不到不得分。' },
    ruleset: flat([criterion('moved', 2, [rule('enough', when('share', 'greaterThanInclusive', 0.7), { type: 'award', params: { points: 2 } })], { start: 'zero' })], { facts: [fact('share', 'ratio')] }),
    samples: [
      { sum: '70 / 100 = 0.7: 2', facts: { share: { numerator: 70, denominator: 100 } }, expect: { total: '2.00' } },
      { sum: '7 / 10 = 0.7: 2', facts: { share: { numerator: 7, denominator: 10 } }, expect: { total: '2.00' } },
      { sum: '699 / 1000 = 0.699: 0', facts: { share: { numerator: 699, denominator: 1000 } }, expect: { total: '0.00' } },
      { sum: '0 of 10: a given zero', facts: { share: { numerator: 0, denominator: 10 } }, expect: { total: '0.00', criteria: { moved: '0' } } },
      { sum: 'no matters at all: not applicable, not 0 %', facts: { share: { numerator: 0, denominator: 0 } }, expect: { total: null, criteria: { moved: 'not-applicable' } } },
    ],
  },
  {
    id: 'P10',
    what: { en: 'What was done over what was to be done, times the points.', zh: '按完成数与目标数之比乘以分值计分。' },
    ruleset: flat([criterion('done', 6, [share('rate', 1)], { start: 'zero' })], {
      facts: [fact('actual', 'number'), fact('goal', 'number')], derived: [derived('rate', { op: 'ratio', numerator: 'actual', denominator: 'goal' })],
    }),
    samples: [
      { sum: '45 / 60 x 6 = 4.5', facts: { actual: 45, goal: 60 }, expect: { total: '4.50' } },
      { sum: '60 / 60 x 6 = 6', facts: { actual: 60, goal: 60 }, expect: { total: '6.00' } },
      { sum: '90 / 60 x 6 = 9, held at 6', facts: { actual: 90, goal: 60 }, expect: { total: '6.00' } },
      { sum: '0', facts: { actual: 0, goal: 60 }, expect: { total: '0.00' } },
      { sum: '20 / 70 x 6 = 12/7 = 1.714...', facts: { actual: 20, goal: 70 }, expect: { total: '1.71', criteria: { done: '12/7' } } },
      { sum: 'no goal: not applicable', facts: { actual: 5, goal: 0 }, expect: { total: null, criteria: { done: 'not-applicable' } } },
    ],
  },
  {
    id: 'P30',
    what: { en: 'A goal that is met wins nothing; each goal missed costs two points.', zh: '指标达到不加分,每有一项未达到减两分。' },
    ruleset: flat([criterion('goals', 10, ['a', 'b', 'c'].map((id) => rule(id, when(id, 'equal', false), { type: 'deduct', params: { points: 2 } })))], { facts: ['a', 'b', 'c'].map((id) => fact(id, 'boolean')) }),
    samples: [
      { sum: '10', facts: { a: true, b: true, c: true }, expect: { total: '10.00' } },
      { sum: '10 - 2 = 8', facts: { a: true, b: false, c: true }, expect: { total: '8.00' } },
      { sum: '10 - 2 x 3 = 4', facts: { a: false, b: false, c: false }, expect: { total: '4.00' } },
    ],
  },
  {
    id: 'P46',
    what: { en: 'Three points, a tenth more for each point above last year (one at most), a tenth less for each point below.', zh: '基础三分,比上年每升一个点加零点一(最多加一分),每降一个点减零点一。' },
    ruleset: flat(
      [
        criterion('progress', 5, [
          rule('start', given('change'), { type: 'set', params: { points: 3 } }),
          rule('up', given('change'), { type: 'awardSteps', params: { fact: 'change', target: 0, direction: 'above', step: 1, points: 0.1, count: 'proportional', cap: 1 } }),
          rule('down', given('change'), { type: 'deductSteps', params: { fact: 'change', target: 0, direction: 'below', step: 1, points: 0.1, count: 'proportional' } }),
        ], { start: 'zero', missing: 'exclude-and-prorate' }),
        criterion('rest', 95, [share('rest', 95)], { start: 'zero' }),
      ],
      { facts: [fact('rate', 'number'), fact('rest', 'number')], derived: [derived('change', { op: 'difference', fact: 'rate' })] },
    ),
    samples: [
      { sum: '3 + 0.1 x 5 = 3.5; 3.5 + 76 = 79.5', facts: { rate: 85, rest: 76 }, past: [{ year: 2021, facts: { rate: 80 } }], expect: { total: '79.50', criteria: { progress: '3.5' } } },
      { sum: '3 + 0.1 x 4.5 = 3.45', facts: { rate: 84.5, rest: 76 }, past: [{ year: 2021, facts: { rate: 80 } }], expect: { total: '79.45', criteria: { progress: '3.45' } } },
      { sum: '3 + min(0.1 x 20, 1) = 4', facts: { rate: 100, rest: 76 }, past: [{ year: 2021, facts: { rate: 80 } }], expect: { total: '80.00' } },
      { sum: 'unchanged: 3', facts: { rate: 80, rest: 76 }, past: [{ year: 2021, facts: { rate: 80 } }], expect: { total: '79.00' } },
      { sum: '3 - 0.1 x 10 = 2', facts: { rate: 70, rest: 76 }, past: [{ year: 2021, facts: { rate: 80 } }], expect: { total: '78.00' } },
      { sum: 'fell by 40: 3 - 4 = -1, held at 0', facts: { rate: 40, rest: 76 }, past: [{ year: 2021, facts: { rate: 80 } }], expect: { total: '76.00' } },
      { sum: 'no value of last year: left out, 76 / 95 x 100 = 80', facts: { rate: 85, rest: 76 }, expect: { total: '80.00', criteria: { progress: 'not-applicable' }, flags: ['prorated', 'filled:exclude-and-prorate'] } },
      { sum: 'a value of two years ago is not last year’s', facts: { rate: 85, rest: 76 }, past: [{ year: 2020, facts: { rate: 80 } }], expect: { total: '80.00' } },
    ],
  },
  {
    id: 'P47',
    what: { en: 'A unit without the task gets the mean of the units of its kind.', zh: '没有承担该任务的单位,按同类单位平均水平计分。' },
    ruleset: flat(
      [
        criterion('task', 20, [
          share('rate', 100),
          rule('mean', all(test('rate', 'hasState', 'not-applicable')), { type: 'share', params: { fact: 'peers', target: 100 } }),
        ], { start: 'zero' }),
        criterion('rest', 80, [share('rest', 80)], { start: 'zero' }),
      ],
      {
        categories: ['bureau', 'county'].map((id) => ({ id, label: id, source: { basis: 'assumed' as const } })),
        facts: [fact('rate', 'number'), fact('rest', 'number')], derived: [derived('peers', { op: 'pool', fact: 'rate', statistic: 'mean', within: 'category' })],
      },
    ),
    together: true,
    samples: [
      { sum: '80 / 100 x 20 = 16; 16 + 70', facts: { rate: 80, rest: 70 }, expect: { total: '86.00', criteria: { task: '16' } } },
      { sum: '95 / 100 x 20 = 19; 19 + 70', facts: { rate: 95, rest: 70 }, expect: { total: '89.00' } },
      { sum: '(80 + 95) / 2 = 87.5; 17.5 + 70', facts: { rate: off, rest: 70 }, expect: { total: '87.50', criteria: { task: '17.5' } } },
      { sum: 'missing is not "without the task": no total', facts: { rest: 70 }, expect: { total: null, criteria: { task: 'missing' } } },
      { sum: 'no unit of its kind has the task: no total', category: 'county', facts: { rate: off, rest: 70 }, expect: { total: null, criteria: { task: 'missing' } } },
    ],
  },
  {
    id: 'P49',
    what: { en: 'Encouraged work only adds: one point for each project, three at most, on top of the full marks.', zh: '鼓励开展的工作只加分不减分:每个项目加一分,最多三分,不占满分。' },
    ruleset: ruleset({
      indicators: [
        leaf('duties', [criterion('duty', 80, [share('duty', 80)], { start: 'zero' }), criterion('other', 20, [share('other', 20)], { start: 'zero' })]),
        leaf('encouraged', [criterion('projects', 3, [rule('each', given('projects'), { type: 'awardEach', params: { fact: 'projects', points: 1, cap: 3 } })], { start: 'zero', extra: true })]),
      ],
      facts: [fact('duty', 'number'), fact('other', 'number'), fact('projects', 'count')],
    }),
    samples: [
      { sum: '72 + 18 + 0 = 90', facts: { duty: 72, other: 18, projects: 0 }, expect: { base: '90.00', total: '90.00' } },
      { sum: '72 + 18 + 2 = 92', facts: { duty: 72, other: 18, projects: 2 }, expect: { base: '92.00', total: '92.00' } },
      { sum: '72 + 18 + min(5, 3) = 93', facts: { duty: 72, other: 18, projects: 5 }, expect: { total: '93.00' } },
      { sum: 'extra points are not scaled: 72 / 80 x 100 + 2 = 92', facts: { duty: 72, other: off, projects: 2 }, expect: { total: '92.00', criteria: { other: 'not-applicable' } } },
      { sum: 'not its work: nothing lost', facts: { duty: 72, other: 18, projects: off }, expect: { total: '90.00', criteria: { projects: 'not-applicable' } } },
    ],
  },
  {
    id: 'P35',
    what: { en: 'From 90 excellent, from 80 good, below 80 fair.', zh: '九十分及以上优秀,八十分及以上良好,不到八十分一般。' },
    ruleset: marked({
      grades: named('excellent', 'good', 'fair').map((g) => ({ ...g, source: { basis: 'assumed' as const } })),
      gradings: [{ id: 'grading', source: { basis: 'assumed' }, bands: [{ grade: 'excellent', from: 90, source: { basis: 'assumed' } }, { grade: 'good', from: 80, source: { basis: 'assumed' } }, { grade: 'fair', source: { basis: 'assumed' } }] }],
    }),
    samples: [
      { sum: 'the boundary belongs to the better grade', facts: { mark: 90 }, expect: { total: '90.00', grade: 'excellent' } },
      { sum: '89.995 rounds to 90.00', facts: { mark: 89.995 }, expect: { total: '90.00', grade: 'excellent', flags: ['rounding-critical'] } },
      { sum: '89.994 rounds to 89.99', facts: { mark: 89.994 }, expect: { total: '89.99', grade: 'good', without: ['rounding-critical'] } },
      { sum: '80', facts: { mark: 80 }, expect: { grade: 'good' } },
      { sum: '79.99', facts: { mark: 79.99 }, expect: { grade: 'fair' } },
      { sum: '0', facts: { mark: 0 }, expect: { total: '0.00', grade: 'fair' } },
      { sum: 'no total, no grade', facts: {}, expect: { total: null, grade: null } },
    ],
  },
]
