import { component, criterion, derived, fact, given, leaf, method, pool, rule, ruleset, sourced, test, type Pattern } from '../../support/pattern.ts'
import { event } from '../../support/events.ts'

const off = { state: 'not-applicable', reason: 'no public service' } as const
/** A criterion worth as many points as its fact out of a target. */
const part = (id: string, points: number, target = points, more = {}) =>
  criterion(id, points, [rule('share', given(id), { type: 'share', params: { fact: id, target } })], { start: 'zero', ...more })
const numbers = (...ids: string[]) => ids.map((id) => fact(id, 'number'))

/** Weighted parts, what does not concern a unit, and how the rest is brought to full marks. */
export const patterns: Pattern[] = [
  {
    id: 'P18',
    what: { en: 'Units without public service skip that class; their points out of 75 are multiplied by 4/3.', zh: '没有对外服务职能的不考该类,满分七十五分的得分乘三分之四。' },
    ruleset: ruleset({
      attributes: [{ id: 'service', label: 'serves the public', kind: 'boolean', source: { basis: 'assumed' } }],
      indicators: [leaf('window', [part('window', 25)], { applies: test('unit.service', 'equal', true) }), leaf('rest', [part('rest', 75)])].map((node, i) => ({ ...node, id: `n${i}` })),
      facts: numbers('window', 'rest'),
    }),
    samples: [
      { sum: '20 + 66 = 86', attributes: { service: true }, facts: { window: 20, rest: 66 }, expect: { total: '86.00', without: ['prorated'] } },
      { sum: '66 x 4 / 3 = 88', attributes: { service: false }, facts: { rest: 66 }, expect: { total: '88.00', criteria: { window: 'not-applicable' }, flags: ['prorated'] } },
      { sum: '67 x 4 / 3 = 89.333...', attributes: { service: false }, facts: { rest: 67 }, expect: { total: '89.33' } },
      { sum: 'nobody knows whether it serves: no total', facts: { window: 20, rest: 66 }, expect: { total: null, criteria: { window: 'missing' } } },
    ],
  },
  {
    id: 'P19',
    what: { en: 'Units without public service: its 20 points are spread equally over the other indicators.', zh: '没有对外服务职能的,该类二十分平均加到其余指标上。' },
    ruleset: ruleset({
      indicators: [part('window', 20), part('a', 30), part('b', 30), part('c', 20)].map((c) => leaf(`n-${c.id}`, [c])),
      facts: numbers('window', 'a', 'b', 'c'), proration: { method: 'redistribute', scope: 'base', source: { basis: 'assumed' } },
    }),
    samples: [
      { sum: '18 + 27 + 24 + 20 = 89', facts: { window: 18, a: 27, b: 24, c: 20 }, expect: { total: '89.00' } },
      { sum: '27/30 x 110/3 + 24/30 x 110/3 + 20/20 x 80/3 = 33 + 88/3 + 80/3 = 89 (the ratio would give 71/80 x 100 = 88.75)', facts: { window: off, a: 27, b: 24, c: 20 }, expect: { total: '89.00' } },
      { sum: 'two removed: 40 over two leaves: 27/30 x 50 + 24/30 x 50 = 85', facts: { window: off, a: 27, b: 24, c: off }, expect: { total: '85.00' } },
      { sum: 'all lost: 0', facts: { window: off, a: 0, b: 0, c: 0 }, expect: { total: '0.00' } },
    ],
  },
  {
    id: 'P20',
    what: { en: 'Own rating 20, peers 40, masses 20, organisation 20 per cent; a part that is absent leaves its weight to the others.', zh: '自评、互评、群众、组织按二四二二加权,缺的部分把权重让给其余部分。' },
    ruleset: ruleset({
      indicators: [leaf('item', [part('mark', 100)])],
      facts: numbers('own', 'peers', 'masses', 'organisation'),
      derived: [derived('mark', { op: 'weighted', missing: 'renormalise', facts: [{ id: 'own', weight: 0.2 }, { id: 'peers', weight: 0.4 }, { id: 'masses', weight: 0.2 }, { id: 'organisation', weight: 0.2 }] })],
    }),
    samples: [
      { sum: '18 + 32 + 17 + 14 = 81', facts: { own: 90, peers: 80, masses: 85, organisation: 70 }, expect: { total: '81.00' } },
      { sum: '(18 + 32 + 14) / 0.8 = 80', facts: { own: 90, peers: 80, organisation: 70 }, expect: { total: '80.00' } },
      { sum: 'only peers: 80', facts: { own: off, peers: 80 }, expect: { total: '80.00' } },
      { sum: 'a given zero keeps its weight: (18 + 32 + 0 + 14) = 64', facts: { own: 90, peers: 80, masses: 0, organisation: 70 }, expect: { total: '64.00' } },
      { sum: 'none: no total', facts: {}, expect: { total: null, criteria: { mark: 'missing' } } },
    ],
  },
  {
    id: 'P21',
    what: { en: 'General standards 30, special standards 50, outside opinion 20 per cent.', zh: '通用标准、专用标准、外部评议按三五二构成总分。' },
    ruleset: ruleset({
      methods: [method('general', 'general'), method('special', 'special'), method('outside', 'outside')],
      components: [component('general', 30), component('special', 50, { missing: 'exclude-and-prorate' }), component('outside', 20)],
      indicators: [leaf('item', [part('a', 30, 100, { method: 'general' }), part('b', 50, 100, { method: 'special' }), part('c', 20, 100, { method: 'outside' })])],
      facts: numbers('a', 'b', 'c'),
    }),
    samples: [
      { sum: '27 + 40 + 18 = 85', facts: { a: 90, b: 80, c: 90 }, expect: { total: '85.00', components: { general: '27', special: '40', outside: '18' } } },
      { sum: 'no special mark: (27 + 18) / 50 x 100 = 90', facts: { a: 90, c: 90 }, expect: { total: '90.00', components: { special: 'not-applicable' }, flags: ['filled:exclude-and-prorate'] } },
      { sum: 'no outside mark: blocked', facts: { a: 90, b: 80 }, expect: { total: null } },
    ],
  },
  {
    id: 'P22',
    what: { en: 'Tasks 80, satisfaction 20; towns weigh four groups of raters 3:6:3:3, departments three groups 4:7:4.', zh: '目标任务占八成、社会评价占二成;乡镇四类评价人按三六三三、部门三类按四七四加权。' },
    ruleset: ruleset({
      fullMarks: 100, categories: sourced('town', 'department'),
      indicators: [leaf('item', [
        part('tasks', 80),
        part('townMark', 20, 100, { applies: test('unit.category', 'equal', 'town') }),
        part('departmentMark', 20, 100, { applies: test('unit.category', 'equal', 'department') }),
      ])],
      facts: numbers('tasks', 'superiors', 'masses', 'deputies', 'firms'),
      derived: [
        derived('townMark', { op: 'weighted', missing: 'block', facts: [['superiors', 3], ['masses', 6], ['deputies', 3], ['firms', 3]].map(([id, weight]) => ({ id: String(id), weight: Number(weight) })) }),
        derived('departmentMark', { op: 'weighted', missing: 'block', facts: [['superiors', 4], ['masses', 7], ['deputies', 4]].map(([id, weight]) => ({ id: String(id), weight: Number(weight) })) }),
      ],
    }),
    samples: [
      { sum: '(270 + 480 + 210 + 255) / 15 = 81; 72 + 16.2', category: 'town', facts: { tasks: 72, superiors: 90, masses: 80, deputies: 70, firms: 85 }, expect: { total: '88.20' } },
      { sum: '(360 + 560 + 280) / 15 = 80; 72 + 16', category: 'department', facts: { tasks: 72, superiors: 90, masses: 80, deputies: 70 }, expect: { total: '88.00', criteria: { townMark: 'not-applicable' } } },
      { sum: 'a town needs its fourth group', category: 'town', facts: { tasks: 72, superiors: 90, masses: 80, deputies: 70 }, expect: { total: null, criteria: { townMark: 'missing' } } },
    ],
  },
  {
    id: 'P42',
    what: { en: 'Satisfaction 70 and economy 30 per cent make one index, and the index is ranked.', zh: '满意度七成、经济指标三成合成指数后排名。' },
    ruleset: ruleset({
      methods: [method('survey', 'satisfaction'), method('statistics', 'economy')], components: [component('satisfaction', 70), component('economy', 30)],
      indicators: [leaf('item', [part('satisfaction', 70, 100, { method: 'survey' }), part('economy', 30, 100, { method: 'statistics' })])].map((n) => ({ ...n, id: 'index' })),
      facts: numbers('satisfaction', 'economy'), ranking: { method: 'standard', pools: [pool('all', 'bureau')], tieBreaks: [], source: { basis: 'assumed' } },
    }),
    together: true,
    samples: [
      { sum: '64.75 + 26.4 = 91.15', facts: { satisfaction: 92.5, economy: 88 }, expect: { total: '91.15', rank: 2, pool: 'all' } },
      { sum: '63 + 28.5 = 91.5', facts: { satisfaction: 90, economy: 95 }, expect: { total: '91.50', rank: 1 } },
      { sum: '64.75 + 26.4 = 91.15: shares the second place', facts: { satisfaction: 92.5, economy: 88 }, expect: { total: '91.15', rank: 2, flags: ['tied'] } },
      { sum: '63 + 24 = 87', facts: { satisfaction: 90, economy: 80 }, expect: { total: '87.00', rank: 4 } },
    ],
  },
  {
    id: 'P43',
    what: { en: 'Sets of indicators by kind of unit share their common leaves; administration and justice exclude each other.', zh: '同年按单位类别设几套指标,共性部分相同,行政与司法两部分只考其一。' },
    ruleset: ruleset({
      fullMarks: 100, categories: sourced('government', 'court', 'congress'),
      indicators: [
        leaf('common', [part('shared', 60)]),
        leaf('administration', [part('lawful', 40)], { applies: test('unit.category', 'equal', 'government') }),
        leaf('justice', [part('fair', 40)], { applies: test('unit.category', 'equal', 'court') }),
      ],
      facts: numbers('shared', 'lawful', 'fair'),
    }),
    samples: [
      { sum: '54 + 36 = 90', category: 'government', facts: { shared: 54, lawful: 36 }, expect: { total: '90.00', without: ['prorated'] } },
      { sum: '54 + 30 = 84', category: 'court', facts: { shared: 54, fair: 30 }, expect: { total: '84.00', criteria: { lawful: 'not-applicable' } } },
      { sum: 'neither: 54 / 60 x 100 = 90', category: 'congress', facts: { shared: 54 }, expect: { total: '90.00', flags: ['prorated'] } },
    ],
  },
  {
    id: 'P50',
    what: { en: 'A unit where no emergency happened is not asked about emergencies.', zh: '没有发生突发事件的单位不考核该项。' },
    ruleset: ruleset({
      indicators: [leaf('emergency', [part('response', 10)], { applies: { all: [test('emergencyCount', 'greaterThan', 0)] } }), leaf('rest', [part('others', 90)])],
      facts: [...numbers('response', 'others'), fact('emergencies', 'events', { kinds: [{ id: 'flood', label: 'flood' }] })],
      derived: [derived('emergencyCount', { op: 'count', events: 'emergencies' })],
    }),
    samples: [
      { sum: '8 + 81 = 89', facts: { emergencies: [event('a', 'flood')], response: 8, others: 81 }, expect: { total: '89.00' } },
      { sum: 'none: 81 / 90 x 100 = 90', facts: { emergencies: [], others: 81 }, expect: { total: '90.00', criteria: { response: 'not-applicable' } } },
      { sum: 'not known whether there was one: no total', facts: { others: 81 }, expect: { total: null, criteria: { response: 'missing' } } },
      { sum: 'there was one but its response is not known: no total', facts: { emergencies: [event('a', 'flood')], others: 81 }, expect: { total: null, criteria: { response: 'missing' } } },
    ],
  },
]
