import type { sample as zh } from '../zh/sample.ts'

export const sample: typeof zh = {
  results: { tab: 'Results', issues: 'Issues', explain: 'Explain', unit: 'Unit', total: 'Total', grade: 'Grade', rank: 'Rank', change: 'Change', all: 'All categories', changedOnly: 'Changed only', moved: '{count} units change grade, {totals} change total', same: 'Same results as the version it came from', synthetic: 'synthetic data', blocked: 'data missing', stopped: 'stopped', empty: 'No unit matches', noRank: 'not ranked', pick: 'Choose a unit to see where its score comes from.' },
  explain: { total: 'Total', base: 'Base', bonus: 'Bonus', deduction: 'Deduction', grade: 'Grade', rank: 'Rank', back: 'Back to results', outcomes: 'Outcomes', lost: 'Most points lost', flow: 'How it was computed', by: '{points} lost' },
  stages: { derive: 'Data', select: 'Applies', award: 'Points', combine: 'Sums', prorate: 'Proration', adjust: 'Adjustments', limit: 'Total', round: 'Rounding', grade: 'Grade', rank: 'Rank', outcome: 'Outcomes' },
  data: {
    title: 'Data in use', uses: 'Data:', synthetic: 'made up', own: 'your file “{file}”', shipped: 'shipped with the scheme', madeUp: 'made up from the ranges of the facts', units: '{count} units',
    choose: 'Use your own data…', again: 'Another file…', drop: 'Back to the earlier data', use: 'Use these data nevertheless', close: 'Do not use', list: 'Faults in the file', more: '{count} more.', failed: 'Not taken: {why}. The earlier data still stand.',
    faults: 'Faults in “{name}”: {count}. What they concern does not count or is taken as missing:', refused: '“{name}” cannot be used as data; the earlier data still stand:',
    trouble: { 'too-large': '“{name}” has {size} MB; at most {limit} MB can be taken.', encoding: '“{name}” is no text file. Choose a file of data in JSON.' },
  },
  impact: {
    views: 'Impact', overview: 'Overview', units: 'All units', spread: 'Totals and grade bounds', spreadTitle: 'Distribution of totals', bound: 'Bound of {grade}', dragHint: 'Bars show now, short lines before the changes; drag a ▼ to move a grade bound.', gradesTitle: 'Units by grade', before: 'Before', now: 'Now', count: '{count} units',
    moversTitle: 'Totals that moved most', nearTitle: 'Within {within} points of a grade bound: {count}', onIt: 'on it', noGrade: 'no grade', totalsOnly: '{count} units change total, none changes grade', shift: '{count} units go from {from} to {to}; {totals} units change total', shiftAnd: '{count} units go from {from} to {to}, {others} more change grade; {totals} units change total',
  },
}
