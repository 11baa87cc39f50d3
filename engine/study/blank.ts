import type { Ruleset } from '../model/ruleset.ts'
import type { Lang } from './words/fill.ts'
import { starterEn } from './words/starter.en.ts'
import { starterZh } from './words/starter.zh.ts'

/** The smallest valid ruleset to begin a new scheme with: one category, one method, one indicator of full marks, four bands; every value is assumed. */
export function blank(scheme: string, year: number, title: string, lang: Lang): Ruleset {
  const words = lang === 'zh' ? starterZh : starterEn
  const word = (code: string): string => words[code] ?? code
  const source = { basis: 'assumed' } as const
  const band = (grade: string, from?: number) => ({ grade, ...(from === undefined ? {} : { from }), source })
  return {
    format: 1, scheme, year, version: 1, title, fullMarks: 100, period: { kind: 'year', start: `${year}-01-01`, end: `${year}-12-31` },
    bases: [], clauses: [], categories: [{ id: 'all', label: word('category'), source }], attributes: [],
    bodies: [{ id: 'office', label: word('body'), role: 'organising', source }],
    methods: [{ id: 'daily', label: word('method'), component: 'daily', source }], components: [{ id: 'daily', label: word('component'), points: 100, source }],
    facts: [], derived: [], conditions: [], decisionKinds: [], missing: { policy: 'block', source },
    indicators: [{
      id: 'part-1', label: word('part'), points: 100, source,
      children: [{ id: 'leaf-1', label: word('leaf'), source, criteria: [{ id: 'criterion-1', label: word('criterion'), method: 'daily', points: 100, start: 'full', rules: [], source }] }],
    }],
    bonus: { classes: [] }, deduction: { classes: [] }, verdicts: [],
    proration: { method: 'ratio', scope: 'base', source }, limits: { min: 0, source }, rounding: { places: 2, mode: 'half-up', stage: 'total', source },
    grades: ['best', 'good', 'fair', 'poor'].map((id) => ({ id, label: word(id), source })),
    gradings: [{ id: 'grading', label: word('grading'), bands: [band('best', 90), band('good', 80), band('fair', 60), band('poor', 0)], source }],
    ranking: { method: 'standard', pools: [{ id: 'all', label: word('category'), categories: ['all'], source }], tieBreaks: [], source },
    history: [], outcomes: [], workflow: { stages: [], approvals: [], limits: [], duties: [] }, delegations: [],
  }
}
