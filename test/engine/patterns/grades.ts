import { band, criterion, derived, fact, flat, given, grading, marked, pool, rule, sourced, when, type Pattern, type Sample } from '../../support/pattern.ts'

const source = { basis: 'assumed' as const }
/** Places for the advanced, among units that meet every goal. */
const places = (id: string, category: string, count: number) =>
  grading([band('advanced', 0), band('normal')].map((b) => (b.grade === 'normal' ? { ...b, below: 0 } : b)), {
    id, categories: [category],
    quotas: [{ grade: 'advanced', places: count, rounding: 'down', equals: 'all', unfilled: 'pass', source }],
    requires: [{ id: `${id}-met`, grade: 'advanced', conditions: when('goalsMet', 'equal', true), source }],
  })
const unit = (sum: string, category: string, mark: number, goalsMet: boolean, grade: string): Sample => ({ sum, category, facts: { mark, goalsMet }, expect: { grade } })
const excellent = (year: number, more: object = {}) => ({ year, grade: 'excellent', ...more })

/** Grades by places and quotas, ties, streaks, values rescaled over the cohort. */
export const patterns: Pattern[] = [
  {
    id: 'P36',
    what: { en: 'Of those who meet every goal the first six counties and the first nine departments are advanced.', zh: '各项达标的单位中,按得分取前六个县、前九个部门为先进,一项未达标即失去资格。' },
    ruleset: marked({
      categories: sourced('county', 'department'), grades: sourced('advanced', 'normal'), facts: [fact('goalsMet', 'boolean')],
      gradings: [places('counties', 'county', 6), places('departments', 'department', 9)],
    }),
    together: true,
    samples: [
      unit('first', 'county', 99, true, 'advanced'),
      unit('second by points but a goal missed', 'county', 98, false, 'normal'),
      ...[97, 96, 95, 94, 93].map((mark, i) => unit(`place ${i + 2} of 6`, 'county', mark, true, 'advanced')),
      unit('seventh', 'county', 92, true, 'normal'),
      ...[70, 69, 68, 67, 66, 65, 64, 63, 62].map((mark, i) => unit(`place ${i + 1} of 9`, 'department', mark, true, 'advanced')),
      unit('tenth department', 'department', 61, true, 'normal'),
    ],
  },
  {
    id: 'P37',
    what: { en: 'Among equals the one with the heavier task goes first.', zh: '得分相同的,任务重的排在前面。' },
    ruleset: marked({
      attributes: [{ id: 'load', label: 'task', kind: 'number', source }],
      ranking: { method: 'standard', pools: [pool('all', 'bureau')], tieBreaks: [{ id: 'load', quantity: 'attribute', of: 'load', order: 'high', source }], source },
    }),
    together: true,
    samples: [
      { sum: '90 with load 5: after the two with load 8', attributes: { load: 5 }, facts: { mark: 90 }, expect: { rank: 3, without: ['tied'] } },
      { sum: '90 with load 8', attributes: { load: 8 }, facts: { mark: 90 }, expect: { rank: 1, flags: ['tied'] } },
      { sum: '90 with load 8: nothing parts them', attributes: { load: 8 }, facts: { mark: 90 }, expect: { rank: 1, flags: ['tied'] } },
      { sum: '89.99 with load 99: points come first', attributes: { load: 99 }, facts: { mark: 89.99 }, expect: { rank: 4 } },
    ],
  },
  {
    id: 'P38',
    what: { en: 'At most thirty per cent excellent, the number of places rounded down; who is beyond it is good.', zh: '优秀不超过总数三成,名额向下取整,超出的降为良好。' },
    ruleset: marked({
      gradings: [grading([band('excellent', 90), band('good', 80), band('qualified', 60), band('unqualified')], { quotas: [{ grade: 'excellent', share: 0.3, rounding: 'down', equals: 'none', unfilled: 'pass', source }] })],
    }),
    together: true,
    samples: [
      ...[98, 97, 96].map((mark) => ({ sum: `${mark}: one of floor(0.3 x 11) = 3`, facts: { mark }, expect: { grade: 'excellent', without: ['quota'] } })),
      { sum: '95: the fourth', facts: { mark: 95 }, expect: { grade: 'good', flags: ['quota'] } },
      ...[85, 84, 83, 82, 81, 80].map((mark) => ({ sum: `${mark}: not concerned`, facts: { mark }, expect: { grade: 'good', without: ['quota'] } })),
      { sum: '70', facts: { mark: 70 }, expect: { grade: 'qualified' } },
      { sum: 'no total: not counted among the 11', facts: {}, expect: { grade: null } },
    ],
  },
  {
    id: 'P40',
    what: { en: 'Excellent in two adjacent years: a circulated commendation.', zh: '连着两年优秀的,通报表扬。' },
    ruleset: marked({
      history: [{ id: 'run', label: 'run', type: 'streak', grades: ['excellent'], merged: 'all-predecessors', vetoed: false, source }],
      outcomes: [{ id: 'praise', label: 'praise', type: 'commendation', conditions: when('history.run', 'greaterThanInclusive', 2), by: 'rule', source }],
    }),
    samples: [
      { sum: 'this year and last', facts: { mark: 95 }, past: [excellent(2021)], expect: { grade: 'excellent', outcomes: ['praise'] } },
      { sum: 'a third year', facts: { mark: 95 }, past: [excellent(2021), excellent(2020)], expect: { outcomes: ['praise'] } },
      { sum: 'good last year', facts: { mark: 95 }, past: [{ year: 2021, grade: 'good' }, excellent(2020)], expect: { outcomes: [] } },
      { sum: 'not assessed last year', facts: { mark: 95 }, past: [excellent(2020)], expect: { outcomes: [] } },
      { sum: 'last year not yet approved', facts: { mark: 95 }, past: [excellent(2021, { state: 'provisional' })], expect: { outcomes: [], flags: ['pending:run'] } },
      { sum: 'good this year', facts: { mark: 85 }, past: [excellent(2021)], expect: { outcomes: [] } },
      { sum: 'first year', facts: { mark: 95 }, expect: { outcomes: [] } },
    ],
  },
  {
    id: 'P41',
    what: { en: 'The value between the worst and the best of the units becomes 60 to 100.', zh: '以单位间的最差值和最好值为界,把实际值折算为六十至一百分。' },
    ruleset: flat([criterion('mark', 100, [rule('share', given('mark'), { type: 'share', params: { fact: 'mark', target: 100 } })], { start: 'zero' })], {
      categories: sourced('bureau', 'county'), facts: [fact('raw', 'amount')],
      derived: [
        derived('mark', { op: 'rescale', fact: 'raw', low: { fact: 'worst' }, high: { fact: 'best' }, toLow: 60, toHigh: 100 }),
        derived('worst', { op: 'pool', fact: 'raw', statistic: 'min', within: 'category' }), derived('best', { op: 'pool', fact: 'raw', statistic: 'max', within: 'category' }),
      ],
    }),
    together: true,
    samples: [
      { sum: 'worst: 60', facts: { raw: 200 }, expect: { total: '60.00' } },
      { sum: 'best: 100', facts: { raw: 320 }, expect: { total: '100.00' } },
      { sum: '60 + 40 x (230 - 200) / 120 = 70', facts: { raw: 230 }, expect: { total: '70.00' } },
      { sum: '60 + 40 x 50 / 120 = 230/3 = 76.666...', facts: { raw: 250 }, expect: { total: '76.67', criteria: { mark: '230/3' } } },
      { sum: 'missing: no total and not among the worst', facts: {}, expect: { total: null } },
      { sum: 'alone in its category: nothing to compare', category: 'county', facts: { raw: 10 }, expect: { total: null, criteria: { mark: 'not-applicable' } } },
    ],
  },
]
