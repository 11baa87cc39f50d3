import type { Words } from './fill.ts'

/** What a new scheme is begun with, in English. */
export const starterEn: Words = {
  category: 'All units', body: 'Assessment office', method: 'Daily evaluation', component: 'Daily evaluation', part: 'First part', leaf: 'First indicator', criterion: 'First indicator',
  best: 'Excellent', good: 'Good', fair: 'Qualified', poor: 'Unqualified', grading: 'Grades', sample: 'made-up data within the ranges of the facts', unit: 'Made-up unit {n}',
}
