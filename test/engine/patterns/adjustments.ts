import { bonusClass, derived, fact, given, marked, named, rule, type Pattern } from '../../support/pattern.ts'
import { event } from '../../support/events.ts'

const levels = named('national', 'provincial', 'department', 'city', 'county')
const honours = fact('honours', 'events', { kinds: named('honour'), levels })
const honour = (id: string, level: string, more: Parameters<typeof event>[2] = {}) => event(id, 'honour', { level, ...more })
const proof = { evidence: ['notice'] }
const mark = 80

/** Bonus and deduction sides: tariffs, doubles, windows of dates, caps of classes, tables. */
export const patterns: Pattern[] = [
  {
    id: 'P25',
    what: { en: 'National honours two points, provincial one, department or city half a point, added up.', zh: '国家级每项加两分,省部级一分,厅级和市级半分,逐项累加。' },
    ruleset: marked({
      facts: [honours],
      bonus: { classes: [bonusClass('honours', 'honours', [{ level: 'national', points: 2 }, { level: 'provincial', points: 1 }, { level: 'department', points: 0.5 }, { level: 'city', points: 0.5 }])] },
    }),
    samples: [
      { sum: '80 + 2 + 1 + 1 + 0.5 = 84.5', facts: { mark, honours: [honour('a', 'national'), honour('b', 'provincial'), honour('c', 'provincial'), honour('d', 'city')] }, expect: { base: '80.00', bonus: '4.50', total: '84.50' } },
      { sum: 'below the lowest level: 0', facts: { mark, honours: [honour('a', 'county')] }, expect: { bonus: '0.00', total: '80.00' } },
      { sum: 'none: 80', facts: { mark, honours: [] }, expect: { total: '80.00' } },
      { sum: 'not collected: no total', facts: { mark }, expect: { total: null } },
    ],
  },
  {
    id: 'P26',
    what: { en: 'Several honours by one document: the highest fully, the second half, the third a quarter.', zh: '同一文件表彰多个层次的,最高层次按标准加分,其余依次减为一半、四分之一。' },
    ruleset: marked({
      facts: [honours],
      bonus: {
        classes: [bonusClass('honours', 'honours', [{ level: 'national', points: 2 }, { level: 'provincial', points: 1 }, { level: 'city', points: 0.5 }], { dedupe: { by: 'document', keep: 'reduced', shares: [1, 0.5, 0.25] } })],
      },
    }),
    samples: [
      { sum: '2 + 1 x 0.5 + 0.5 x 0.25 = 2.625', facts: { mark, honours: [honour('c', 'city', { document: 'd1' }), honour('a', 'national', { document: 'd1' }), honour('b', 'provincial', { document: 'd1' })] }, expect: { bonus: '2.63', total: '82.63' } },
      { sum: 'a fourth counts nothing: 2.625', facts: { mark, honours: [honour('a', 'national', { document: 'd1' }), honour('b', 'provincial', { document: 'd1' }), honour('c', 'city', { document: 'd1' }), honour('d', 'city', { document: 'd1' })] }, expect: { bonus: '2.63' } },
      { sum: 'two documents: 2 + 1 = 3', facts: { mark, honours: [honour('a', 'national', { document: 'd1' }), honour('b', 'provincial', { document: 'd2' })] }, expect: { total: '83.00' } },
      { sum: 'without a document each stands alone: 1 + 1 = 2', facts: { mark, honours: [honour('a', 'provincial'), honour('b', 'provincial')] }, expect: { total: '82.00' } },
    ],
  },
  {
    id: 'P27',
    what: { en: 'Honours of last year not counted then count now; without a document nothing counts.', zh: '上年公布但未加过分的表彰记入本年;没有文件证明的不加分。' },
    ruleset: marked({ facts: [honours], bonus: { classes: [bonusClass('honours', 'honours', [{ points: 1 }], { carryOver: 'unclaimed', evidenceRequired: true })] } }),
    samples: [
      {
        sum: 'first day of last year and this year count, the year before, next year, the claimed and the unproved do not: 80 + 2',
        facts: {
          mark,
          honours: [
            honour('a', 'city', { ...proof, date: '2021-01-01' }), honour('b', 'city', { ...proof, date: '2022-05-01' }), honour('c', 'city', { ...proof, date: '2020-12-31' }),
            honour('d', 'city', { ...proof, date: '2023-01-01' }), honour('e', 'city', { ...proof, date: '2021-06-01', claimed: true }), honour('f', 'city', { date: '2022-06-01' }),
          ],
        },
        expect: { bonus: '2.00', total: '82.00', issues: ['adjust.no-evidence'] },
      },
      { sum: 'first and last day of the year: 80 + 2', facts: { mark, honours: [honour('a', 'city', { ...proof, date: '2022-01-01' }), honour('b', 'city', { ...proof, date: '2022-12-31' })] }, expect: { total: '82.00' } },
    ],
  },
  {
    id: 'P28',
    what: { en: 'Commendations bring five points at most, places in rankings fifteen at most.', zh: '表彰类加分封顶五分,工作排名类加分封顶十五分。' },
    ruleset: marked({
      facts: [honours, fact('places', 'events', { kinds: named('first', 'second') })],
      bonus: { classes: [bonusClass('honours', 'honours', [{ level: 'national', points: 3 }, { points: 1 }], { cap: 5 }), bonusClass('places', 'places', [{ kind: 'first', points: 6 }, { kind: 'second', points: 3 }], { cap: 15 })] },
    }),
    samples: [
      { sum: 'at the caps: (3 + 1 + 1) + (6 + 6 + 3) = 20', facts: { mark: 70, honours: [honour('a', 'national'), honour('b', 'city'), honour('c', 'city')], places: [event('d', 'first'), event('e', 'first'), event('f', 'second')] }, expect: { bonus: '20.00', total: '90.00' } },
      { sum: 'each class by itself: min(6, 5) + 3 = 8', facts: { mark: 70, honours: [honour('a', 'national'), honour('b', 'national')], places: [event('d', 'second')] }, expect: { bonus: '8.00', total: '78.00' } },
      { sum: '1 + min(18, 15) = 16', facts: { mark: 70, honours: [honour('a', 'city')], places: [event('d', 'first'), event('e', 'first'), event('f', 'first')] }, expect: { bonus: '16.00' } },
    ],
  },
  {
    id: 'P29',
    what: { en: 'Places behind the tenth in the province cost one, two, three, four points.', zh: '全省排名在十名之后的,依名次分别减一至四分。' },
    ruleset: marked({
      derived: [derived('place', { op: 'position', ranking: 'province' })],
      deduction: {
        classes: [],
        rules: [rule('place', given('place'), { type: 'lookup', params: { fact: 'place', mode: 'deduct', rows: [{ from: 1, below: 11, points: 0 }, { from: 11, below: 12, points: 1 }, { from: 12, below: 13, points: 2 }, { from: 13, below: 14, points: 3 }, { from: 14, points: 4 }] } })],
      },
    }),
    together: true,
    rankings: [{ id: 'province', label: 'province', places: [{ unit: 'u1', place: 10 }, { unit: 'u2', place: 11 }, { unit: 'u3', place: 13 }, { unit: 'u4', place: 14 }, { unit: 'u5', place: 18 }, { unit: 'u7', place: 1 }] }],
    samples: [
      { sum: 'tenth: 80 - 0', facts: { mark }, expect: { deduction: '0.00', total: '80.00' } },
      { sum: 'eleventh: 80 - 1', facts: { mark }, expect: { deduction: '1.00', total: '79.00' } },
      { sum: 'thirteenth: 80 - 3', facts: { mark }, expect: { total: '77.00' } },
      { sum: 'fourteenth: 80 - 4', facts: { mark }, expect: { total: '76.00' } },
      { sum: 'eighteenth: 80 - 4', facts: { mark }, expect: { total: '76.00' } },
      { sum: 'not in the ranking: nothing to deduct', facts: { mark }, expect: { deduction: '0.00', total: '80.00' } },
      { sum: 'first: 80 - 0', facts: { mark }, expect: { total: '80.00' } },
    ],
  },
]
