import { criterion, derived, fact, given, leaf, named, pool, rule, ruleset, sourced, type Pattern } from '../../support/pattern.ts'

const options = named('satisfied', 'basic', 'dissatisfied', 'unknown')
const answers = (satisfied: number, basic: number, dissatisfied: number, unknown = 0) => ({
  answers: [{ id: 'satisfied', count: satisfied }, { id: 'basic', count: basic }, { id: 'dissatisfied', count: dissatisfied }, { id: 'unknown', count: unknown }],
})
const weights = (satisfied: number, basic: number, dissatisfied: number) => [{ id: 'satisfied', weight: satisfied }, { id: 'basic', weight: basic }, { id: 'dissatisfied', weight: dissatisfied }]
const opinion = (points: number) => leaf('item', [criterion('opinion', points, [rule('share', given('mark'), { type: 'share', params: { fact: 'mark', target: 100 } })], { start: 'zero' })])

/** Surveys: weights of answers, answers left out of the base, several sources, too few answers. */
export const patterns: Pattern[] = [
  {
    id: 'P23',
    what: { en: 'Satisfied 100, basically 75, dissatisfied 55 per cent, "do not know" left out; telephone and paper mixed 6:4.', zh: '满意、基本满意、不满意按百分之百、七十五、五十五折算,不了解的不计;电话与问卷六比四合成。' },
    ruleset: ruleset({
      indicators: [opinion(20)],
      facts: [fact('phone', 'survey', { options }), fact('paper', 'survey', { options })],
      derived: [
        derived('phoneMark', { op: 'survey', survey: 'phone', weights: weights(100, 75, 55), minimum: 30 }),
        derived('paperMark', { op: 'survey', survey: 'paper', weights: weights(100, 75, 55), minimum: 10 }),
        derived('mark', { op: 'weighted', missing: 'block', facts: [{ id: 'phoneMark', weight: 6 }, { id: 'paperMark', weight: 4 }] }),
      ],
    }),
    samples: [
      { sum: '(6000 + 1500 + 1100) / 100 = 86; (1000 + 750) / 20 = 87.5; 0.6 x 86 + 0.4 x 87.5 = 86.6; x 20 / 100', facts: { phone: answers(60, 20, 20, 30), paper: answers(10, 10, 0, 5) }, expect: { total: '17.32' } },
      { sum: 'all satisfied: 20', facts: { phone: answers(30, 0, 0), paper: answers(10, 0, 0) }, expect: { total: '20.00' } },
      { sum: 'all dissatisfied: 55 x 20 / 100 = 11', facts: { phone: answers(0, 0, 30), paper: answers(0, 0, 10) }, expect: { total: '11.00' } },
      { sum: '29 valid answers of 30: missing, not zero', facts: { phone: answers(29, 0, 0, 500), paper: answers(10, 0, 0) }, expect: { total: null, criteria: { opinion: 'missing' } } },
      { sum: 'exactly the minimum counts: (29 x 100 + 75) / 30 = 595/6; (0.6 x 595/6 + 0.4 x 100) x 0.2 = 19.9', facts: { phone: answers(29, 1, 0), paper: answers(10, 0, 0) }, expect: { total: '19.90', criteria: { opinion: '19.9' } } },
      { sum: 'one source not held: no total', facts: { phone: answers(60, 20, 20) }, expect: { total: null } },
    ],
  },
  {
    id: 'P24',
    what: { en: 'Basically satisfied counts 70, dissatisfied 30, "do not know" is no valid vote; ranked within each class.', zh: '基本满意折七十、不满意折三十,不了解不算有效票,按类排名。' },
    ruleset: ruleset({
      categories: sourced('bureau', 'county'), indicators: [opinion(100)], facts: [fact('votes', 'survey', { options })],
      derived: [derived('mark', { op: 'survey', survey: 'votes', weights: weights(100, 70, 30), minimum: 5 })],
      ranking: { method: 'standard', pools: [pool('bureaus', 'bureau'), pool('counties', 'county')], tieBreaks: [], source: { basis: 'assumed' } },
    }),
    together: true,
    samples: [
      { sum: '(5000 + 2100 + 600) / 100 = 77', facts: { votes: answers(50, 30, 20, 100) }, expect: { total: '77.00', rank: 3, pool: 'bureaus' } },
      { sum: '(8000 + 700 + 300) / 100 = 90', facts: { votes: answers(80, 10, 10) }, expect: { total: '90.00', rank: 1 } },
      { sum: 'twice the votes, the same 90: shares the place, the next is skipped', facts: { votes: answers(160, 20, 20) }, expect: { total: '90.00', rank: 1 } },
      { sum: 'another class: (500 + 70) / 6 = 95', category: 'county', facts: { votes: answers(5, 1, 0) }, expect: { total: '95.00', rank: 1, pool: 'counties' } },
      { sum: 'four valid votes of five: no mark, no rank', category: 'county', facts: { votes: answers(4, 0, 0, 9) }, expect: { total: null, rank: null } },
    ],
  },
]
