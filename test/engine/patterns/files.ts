import { criterion, derived, fact, flat, given, named, rule, type Pattern } from '../../support/pattern.ts'
import { event, ratings } from '../../support/events.ts'

const mean = (points: number) => criterion('mark', points, [rule('share', given('mean'), { type: 'share', params: { fact: 'mean', target: 100 } })], { start: 'zero' })
const off = (id: string) => rule(id, given(id), { type: 'deductEach' as const, params: { fact: id, points: { first: 0.3, unresolved: 1, repeated: 2, ordinary: 1, discipline: 2, great: 2 }[id] ?? 0 } })

/** Sampled files, several raters, and rates that depend on the kind of an event. */
export const patterns: Pattern[] = [
  {
    id: 'P44',
    what: { en: 'The item counts the mean of the files drawn.', zh: '随机抽取案卷,以平均得分作为该项得分。' },
    ruleset: flat([mean(10)], { facts: [fact('files', 'ratings')], derived: [derived('mean', { op: 'mean', ratings: 'files', minimum: 3 })] }),
    samples: [
      { sum: '(88 + 92 + 95) / 3 x 10 / 100 = 55/6 = 9.1666...', facts: { files: ratings(88, 92, 95) }, expect: { total: '9.17', criteria: { mark: '55/6' } } },
      { sum: '(100 + 0 + 50) / 3 x 10 / 100 = 5', facts: { files: ratings(100, 0, 50) }, expect: { total: '5.00' } },
      { sum: 'two files of three: missing', facts: { files: ratings(88, 92) }, expect: { total: null, criteria: { mark: 'missing' } } },
      { sum: 'no files to draw from: not applicable', facts: { files: { state: 'not-applicable', reason: 'no cases' } }, expect: { total: null, criteria: { mark: 'not-applicable' } } },
    ],
  },
  {
    id: 'P45',
    what: { en: 'Mean of the raters without the highest and the lowest.', zh: '多人评分,去掉最高分和最低分后取平均。' },
    ruleset: flat([mean(100)], { facts: [fact('raters', 'ratings')], derived: [derived('mean', { op: 'trimmedMean', ratings: 'raters', drop: 1, minimum: 3 })] }),
    samples: [
      { sum: '(85 + 90 + 95) / 3 = 90', facts: { raters: ratings(70, 85, 90, 95, 99) }, expect: { total: '90.00' } },
      { sum: 'order does not matter', facts: { raters: ratings(99, 85, 70, 95, 90) }, expect: { total: '90.00' } },
      { sum: 'equal ends: one of each is dropped: 90', facts: { raters: ratings(90, 90, 90) }, expect: { total: '90.00' } },
      { sum: '(80 + 85) / 2: 82.5', facts: { raters: ratings(60, 80, 85, 100) }, expect: { total: '82.50' } },
      { sum: 'two raters of three: missing', facts: { raters: ratings(80, 90) }, expect: { total: null, criteria: { mark: 'missing' } } },
      { sum: 'a recused rater is out before trimming: 80, 85, 90 -> 85', facts: { raters: [{ value: 10, recused: true }, ...ratings(80, 85, 90)] }, expect: { total: '85.00' } },
      { sum: 'and before the minimum: two are left', facts: { raters: [{ value: 10, recused: true }, ...ratings(80, 85)] }, expect: { total: null, criteria: { mark: 'missing' } } },
    ],
  },
  {
    id: 'P31',
    what: { en: 'Each notice 0.3 off, not put right one point, the same problem notified again two points.', zh: '被通报一件减零点三;逾期未改减一分;同一问题再次通报减两分。' },
    ruleset: flat([criterion('notices', 10, ['first', 'unresolved', 'repeated'].map(off))], {
      facts: [fact('notices', 'events', { kinds: named('notice') })],
      derived: [
        derived('first', { op: 'count', events: 'notices', where: { resolved: true, repeated: false } }),
        derived('unresolved', { op: 'count', events: 'notices', where: { resolved: false, repeated: false } }),
        derived('repeated', { op: 'count', events: 'notices', where: { repeated: true } }),
      ],
    }),
    samples: [
      { sum: '10', facts: { notices: [] }, expect: { total: '10.00' } },
      { sum: '10 - 0.3 x 2 = 9.4', facts: { notices: [event('a', 'notice', { resolved: true }), event('b', 'notice', { resolved: true })] }, expect: { total: '9.40' } },
      { sum: 'not said to be put right: 10 - 1 = 9', facts: { notices: [event('a', 'notice')] }, expect: { total: '9.00' } },
      { sum: '10 - 0.3 x 2 - 1 - 2 = 6.4', facts: { notices: [event('a', 'notice', { resolved: true }), event('b', 'notice', { resolved: true }), event('c', 'notice', { resolved: false }), event('d', 'notice', { repeatedOf: 'c' })] }, expect: { total: '6.40' } },
    ],
  },
  {
    id: 'P32',
    what: { en: 'A complaint one point; passed on by the discipline body two; with wide effect two.', zh: '被投诉一件减一分;纪检机关转办的减两分;影响较大的减两分。' },
    ruleset: flat([criterion('complaints', 10, ['ordinary', 'discipline', 'great'].map(off))], {
      facts: [fact('complaints', 'events', { kinds: named('complaint'), sources: named('citizen', 'discipline'), severities: named('ordinary', 'great') })],
      derived: [
        derived('ordinary', { op: 'count', events: 'complaints', where: { sources: ['citizen'], severities: ['ordinary'] } }),
        derived('discipline', { op: 'count', events: 'complaints', where: { sources: ['discipline'] } }),
        derived('great', { op: 'count', events: 'complaints', where: { sources: ['citizen'], severities: ['great'] } }),
      ],
    }),
    samples: [
      { sum: '10 - 1 - 2 - 2 = 5', facts: { complaints: [event('a', 'complaint', { source: 'citizen', severity: 'ordinary' }), event('b', 'complaint', { source: 'discipline', severity: 'ordinary' }), event('c', 'complaint', { source: 'citizen', severity: 'great' })] }, expect: { total: '5.00' } },
      { sum: 'one complaint is counted once: 10 - 2 = 8', facts: { complaints: [event('b', 'complaint', { source: 'discipline', severity: 'great' })] }, expect: { total: '8.00' } },
    ],
  },
  {
    id: 'P34',
    what: { en: 'A list of negative events at 0.5, 1 and 2 points, each kept by a named body.', zh: '负面清单逐类规定减零点五、一分、两分,并写明由哪个部门负责。' },
    ruleset: flat([criterion('mark', 100, [])], {
      bodies: ['justice', 'audit'].map((id) => ({ id, label: id, role: 'assessing' as const, source: { basis: 'assumed' as const } })),
      facts: [fact('cases', 'events', { kinds: named('minor', 'serious'), body: 'justice' }), fact('audits', 'events', { kinds: named('finding'), body: 'audit' })],
      deduction: {
        classes: [
          { id: 'cases', label: 'cases', events: 'cases', tariff: [{ id: 'minor', kind: 'minor', points: 0.5, source: { basis: 'assumed' } }, { id: 'serious', kind: 'serious', points: 2, source: { basis: 'assumed' } }], source: { basis: 'assumed' } },
          { id: 'audits', label: 'audits', events: 'audits', tariff: [{ id: 'finding', kind: 'finding', points: 1, source: { basis: 'assumed' } }], source: { basis: 'assumed' } },
        ],
      },
    }),
    samples: [
      { sum: '100', facts: { cases: [], audits: [] }, expect: { total: '100.00', deduction: '0.00' } },
      { sum: '100 - 0.5 - 2 - 1 = 96.5', facts: { cases: [event('a', 'minor'), event('b', 'serious')], audits: [event('c', 'finding')] }, expect: { deduction: '3.50', total: '96.50' } },
      { sum: 'one body has not reported: no total', facts: { cases: [] }, expect: { total: null } },
    ],
  },
]
