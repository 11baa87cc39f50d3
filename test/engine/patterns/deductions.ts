import { criterion, derived, fact, flat, given, leaf, named, rule, ruleset, when, type Pattern } from '../../support/pattern.ts'
import { event } from '../../support/events.ts'

const missing = { state: 'missing' } as const
const off = { state: 'not-applicable', reason: 'no such duty' } as const
const step = (count: 'whole' | 'begun' | 'proportional') =>
  criterion(count, 5, [
    rule('below', given('satisfaction'), { type: 'deductSteps', params: { fact: 'satisfaction', target: 90, direction: 'below', step: 1, points: 0.1, count } }),
  ])

/** Points taken away: shortfalls, causes with caps, events, ranges, steps; never below zero. */
export const patterns: Pattern[] = [
  {
    id: 'P01',
    what: { en: 'At least three studies a year; half a point off for each one short.', zh: '全年研究不少于三次,缺一次减半分。' },
    ruleset: flat([criterion('study', 1, [rule('short', given('studies'), { type: 'deductShortfall', params: { fact: 'studies', target: 3, points: 0.5 } })])], { facts: [fact('studies', 'count')] }),
    samples: [
      { sum: 'at the target: 1 - 0.5 x 0 = 1', facts: { studies: 3 }, expect: { total: '1.00', criteria: { study: '1' } } },
      { sum: 'above the target nothing is won: 1', facts: { studies: 9 }, expect: { total: '1.00' } },
      { sum: 'one short: 1 - 0.5 x 1 = 0.5', facts: { studies: 2 }, expect: { total: '0.50', criteria: { study: '0.5' } } },
      { sum: 'none: 1 - 0.5 x 3 = -0.5, held at 0', facts: { studies: 0 }, expect: { total: '0.00', criteria: { study: '0' } } },
      { sum: 'missing is not zero: no total', facts: { studies: missing }, expect: { state: 'blocked', total: null, criteria: { study: 'missing' } } },
      { sum: 'not applicable leaves no maximum: no total', facts: { studies: off }, expect: { state: 'blocked', total: null, criteria: { study: 'not-applicable' } } },
    ],
  },
  {
    id: 'P02',
    what: { en: 'Two causes in one item of 1.5: no system 0.3; each missing meeting 0.3, together at most 1.2.', zh: '一项一点五分两种原因:没有制度减零点三;会议每缺一次减零点三,合计封顶一点二。' },
    ruleset: flat(
      [criterion('system', 1.5, [
        rule('none', when('hasSystem', 'equal', false), { type: 'deduct', params: { points: 0.3 } }),
        rule('short', given('meetings'), { type: 'deductShortfall', params: { fact: 'meetings', target: 6, points: 0.3, cap: 1.2 } }),
      ])],
      { facts: [fact('hasSystem', 'boolean'), fact('meetings', 'count')] },
    ),
    samples: [
      { sum: '1.5', facts: { hasSystem: true, meetings: 6 }, expect: { total: '1.50' } },
      { sum: '1.5 - 0.3 = 1.2', facts: { hasSystem: false, meetings: 6 }, expect: { total: '1.20', criteria: { system: '1.2' } } },
      { sum: '1.5 - 0.3 - 0.3 x 2 = 0.6', facts: { hasSystem: false, meetings: 4 }, expect: { total: '0.60' } },
      { sum: 'at the cap: 1.5 - 0.3 x 4 = 0.3', facts: { hasSystem: true, meetings: 2 }, expect: { total: '0.30' } },
      { sum: 'above the cap: 1.5 - min(0.3 x 6, 1.2) = 0.3', facts: { hasSystem: true, meetings: 0 }, expect: { total: '0.30', criteria: { system: '0.3' } } },
      { sum: 'both: 1.5 - 0.3 - 1.2 = 0', facts: { hasSystem: false, meetings: 0 }, expect: { total: '0.00' } },
      { sum: 'one fact missing: no total', facts: { hasSystem: false, meetings: missing }, expect: { total: null, criteria: { system: 'missing' } } },
    ],
  },
  {
    id: 'P03',
    what: { en: 'No leading group 0.5 off; no leader in charge 0.5 off.', zh: '没有领导小组减半分;没有指定主管领导减半分。' },
    ruleset: flat(
      [criterion('lead', 1, ['hasGroup', 'hasLeader'].map((id) => rule(id, when(id, 'equal', false), { type: 'deduct', params: { points: 0.5 } })))],
      { facts: [fact('hasGroup', 'boolean'), fact('hasLeader', 'boolean')] },
    ),
    samples: [
      { sum: '1', facts: { hasGroup: true, hasLeader: true }, expect: { total: '1.00' } },
      { sum: '1 - 0.5 = 0.5', facts: { hasGroup: true, hasLeader: false }, expect: { total: '0.50' } },
      { sum: '1 - 0.5 - 0.5 = 0', facts: { hasGroup: false, hasLeader: false }, expect: { total: '0.00' } },
      { sum: 'a rule whose fact does not concern the unit is left out: 1 - 0.5 = 0.5', facts: { hasGroup: off, hasLeader: false }, expect: { total: '0.50' } },
      { sum: 'a word for a yes is an issue, not a no', facts: { hasGroup: 'yes', hasLeader: true }, expect: { total: null, criteria: { lead: 'missing' }, issues: ['fact.boolean'] } },
    ],
  },
  {
    id: 'P04',
    what: { en: 'Half a point for each late report, one for each report never made.', zh: '报送迟一次减半分,漏一次减一分。' },
    ruleset: flat(
      [criterion('reports', 5, [
        rule('late', given('late'), { type: 'deductEach', params: { fact: 'late', points: 0.5 } }),
        rule('omitted', given('omitted'), { type: 'deductEach', params: { fact: 'omitted', points: 1 } }),
      ])],
      {
        facts: [fact('failures', 'events', { kinds: named('late', 'omitted') })],
        derived: [derived('late', { op: 'count', events: 'failures', where: { kinds: ['late'] } }), derived('omitted', { op: 'count', events: 'failures', where: { kinds: ['omitted'] } })],
      },
    ),
    samples: [
      { sum: 'an empty list is a given zero: 5', facts: { failures: [] }, expect: { total: '5.00' } },
      { sum: '5 - 0.5 x 2 - 1 x 1 = 3', facts: { failures: [event('a', 'late'), event('b', 'late'), event('c', 'omitted')] }, expect: { total: '3.00' } },
      { sum: '5 - 1 x 6 = -1, held at 0', facts: { failures: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => event(id, 'omitted')) }, expect: { total: '0.00' } },
      { sum: 'no list: no total', facts: {}, expect: { total: null, criteria: { reports: 'missing' } } },
    ],
  },
  {
    id: 'P05',
    what: { en: 'One point off for each normative document not filed, four at most.', zh: '规范性文件漏备案一件减一分,最多减四分。' },
    ruleset: flat([criterion('filing', 10, [rule('each', given('unfiled'), { type: 'deductEach', params: { fact: 'unfiled', points: 1, cap: 4 } })])], { facts: [fact('unfiled', 'count')] }),
    samples: [
      { sum: '10', facts: { unfiled: 0 }, expect: { total: '10.00' } },
      { sum: '10 - 1 x 3 = 7', facts: { unfiled: 3 }, expect: { total: '7.00' } },
      { sum: 'at the limit: 10 - 1 x 4 = 6', facts: { unfiled: 4 }, expect: { total: '6.00' } },
      { sum: 'beyond it: 10 - min(7, 4) = 6', facts: { unfiled: 7 }, expect: { total: '6.00' } },
      { sum: 'half a document is no count', facts: { unfiled: 1.5 }, expect: { total: null, issues: ['fact.count'] } },
    ],
  },
  {
    id: 'P06',
    what: { en: 'Nothing set up: no points; only one part done: three off; weak practice: the assessor decides.', zh: '完全没建立记零分;只落实一部分减三分;落实不力由考核人员酌减。' },
    ruleset: flat(
      [criterion('practice', 5, [
        rule('none', when('practice', 'equal', 'none'), { type: 'zero', params: {} }),
        rule('partly', when('practice', 'equal', 'partly'), { type: 'deduct', params: { points: 3 } }),
        rule('weak', when('practice', 'equal', 'weak'), { type: 'assess', params: { mode: 'deduct', from: 0.5, to: 2.5 } }),
      ])],
      { facts: [fact('practice', 'choice', { options: named('none', 'partly', 'weak', 'full') })] },
    ),
    samples: [
      { sum: '5', facts: { practice: 'full' }, expect: { total: '5.00' } },
      { sum: '5 - 3 = 2', facts: { practice: 'partly' }, expect: { total: '2.00' } },
      { sum: '0', facts: { practice: 'none' }, expect: { total: '0.00' } },
      { sum: '5 - 1.5 = 3.5', facts: { practice: 'weak' }, judgements: [{ criterion: 'practice', rule: 'weak', points: 1.5, reason: 'two of five offices' }], expect: { total: '3.50' } },
      { sum: 'top of the range: 5 - 2.5 = 2.5', facts: { practice: 'weak' }, judgements: [{ criterion: 'practice', rule: 'weak', points: 2.5, reason: 'one office' }], expect: { total: '2.50' } },
      { sum: 'nobody decided: no total', facts: { practice: 'weak' }, expect: { total: null, criteria: { practice: 'missing' }, issues: ['judgement.missing'] } },
      { sum: 'outside the range: no total', facts: { practice: 'weak' }, judgements: [{ criterion: 'practice', rule: 'weak', points: 2.6, reason: 'x' }], expect: { total: null, issues: ['judgement.range'] } },
      { sum: 'without a reason: no total', facts: { practice: 'weak' }, judgements: [{ criterion: 'practice', rule: 'weak', points: 2, reason: ' ' }], expect: { total: null, issues: ['judgement.reason'] } },
    ],
  },
  {
    id: 'P07',
    what: { en: 'Disorder: the assessor takes one to five points and says why.', zh: '秩序混乱的,由考核人员在一至五分之间酌减并说明理由。' },
    ruleset: flat(
      [criterion('order', 10, [rule('disorder', when('disorder', 'equal', true), { type: 'assess', params: { mode: 'deduct', from: 1, to: 5 } })], { bodies: [{ id: 'justice', weight: 3 }, { id: 'police', weight: 1 }] })],
      { facts: [fact('disorder', 'boolean')], bodies: ['justice', 'police'].map((id) => ({ id, label: id, role: 'assessing' as const, source: { basis: 'assumed' as const } })) },
    ),
    samples: [
      { sum: '10', facts: { disorder: false }, expect: { total: '10.00' } },
      { sum: '10 - 1 = 9', facts: { disorder: true }, judgements: [{ criterion: 'order', rule: 'disorder', points: 1, reason: 'one market' }], expect: { total: '9.00' } },
      { sum: '10 - 5 = 5', facts: { disorder: true }, judgements: [{ criterion: 'order', rule: 'disorder', points: 5, reason: 'the whole town' }], expect: { total: '5.00' } },
      {
        sum: 'two bodies weigh 3 to 1: 10 - (2 x 3 + 4 x 1) / 4 = 7.5', facts: { disorder: true },
        judgements: [{ criterion: 'order', rule: 'disorder', points: 2, reason: 'a', by: 'justice' }, { criterion: 'order', rule: 'disorder', points: 4, reason: 'b', by: 'police' }],
        expect: { total: '7.50' },
      },
      { sum: 'below the range: no total', facts: { disorder: true }, judgements: [{ criterion: 'order', rule: 'disorder', points: 0.5, reason: 'x' }], expect: { total: null, issues: ['judgement.range'] } },
    ],
  },
  {
    id: 'P11',
    what: { en: 'A tenth of a point off for each percentage point below the target of 90; a started step counts as declared.', zh: '满意率以九十为目标,低一个百分点减零点一分,不足一个百分点按所选方式计。' },
    ruleset: flat([step('whole'), step('begun'), step('proportional')], { facts: [fact('satisfaction', 'number', { min: 0, max: 100 })] }),
    samples: [
      { sum: 'at the target: 5 + 5 + 5', facts: { satisfaction: 90 }, expect: { total: '15.00' } },
      { sum: 'above: 5 + 5 + 5', facts: { satisfaction: 95 }, expect: { total: '15.00' } },
      { sum: '5.5 steps: 5 - 0.5, 5 - 0.6, 5 - 0.55 = 4.5 + 4.4 + 4.45', facts: { satisfaction: 84.5 }, expect: { total: '13.35', criteria: { whole: '4.5', begun: '4.4', proportional: '4.45' } } },
      { sum: '0.01 steps: 5 + 4.9 + 4.999 = 14.899', facts: { satisfaction: 89.99 }, expect: { total: '14.90', criteria: { whole: '5', begun: '4.9', proportional: '4.999' } } },
      { sum: '60 steps of 0.1 = 6: held at 0', facts: { satisfaction: 30 }, expect: { total: '0.00' } },
      { sum: 'outside 0 to 100: an issue, no total', facts: { satisfaction: 101 }, expect: { total: null, issues: ['fact.above-range'] } },
    ],
  },
  {
    id: 'P13',
    what: { en: 'Each item can be lost entirely, never more.', zh: '每项最多扣到零,不出现负分。' },
    ruleset: flat(
      [criterion('first', 2, ['a', 'b', 'c'].map((id) => rule(id, when(id, 'equal', false), { type: 'deduct', params: { points: 1 } }))), criterion('second', 3, [])],
      { facts: ['a', 'b', 'c'].map((id) => fact(id, 'boolean')) },
    ),
    samples: [
      { sum: '(2 - 2) + 3 = 3', facts: { a: false, b: false, c: true }, expect: { total: '3.00', criteria: { first: '0', second: '3' } } },
      { sum: '(2 - 3 held at 0) + 3 = 3', facts: { a: false, b: false, c: false }, expect: { total: '3.00', criteria: { first: '0', second: '3' } } },
    ],
  },
  {
    id: 'P14',
    what: { en: 'What an item loses is at most its points; a group of items loses at most what is declared.', zh: '单项扣分以该项分值为上限;一组项目合计扣分以规定为上限。' },
    ruleset: ruleset({
      indicators: [leaf('group', ['first', 'second'].map((id) => criterion(id, 2, [rule('each', given('violations'), { type: 'deductEach', params: { fact: 'violations', points: 0.5 } })])), { lossCap: 3 })],
      facts: [fact('violations', 'count')],
    }),
    samples: [
      { sum: '(2 - 0.5) x 2 = 3', facts: { violations: 1 }, expect: { total: '3.00' } },
      { sum: 'at the cap: (2 - 1.5) x 2 = 1 = 4 - 3', facts: { violations: 3 }, expect: { total: '1.00' } },
      { sum: 'items lost entirely: 0 + 0, but the group loses 3 of 4 at most = 1', facts: { violations: 10 }, expect: { total: '1.00', criteria: { first: '0', second: '0' } } },
    ],
  },
]
