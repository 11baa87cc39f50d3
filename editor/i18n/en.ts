import type { zh } from './zh.ts'

export const en: typeof zh = {
  app: { name: 'Fadu', schemes: 'Schemes', edit: 'Edit', language: '中文', dark: 'Dark', light: 'Light', large: 'Large text', normal: 'Normal text', main: 'Main menu' },
  schemes: { title: 'Assessment schemes', lead: 'Start from the ruleset of a year; drafts are kept on the server as you work.', year: '{year}', start: 'Edit from this', drafts: 'Drafts', noDrafts: 'No drafts yet. Choose a year to start.', from: 'from {from}', changed: '{count} changes', open: 'Open', updated: 'Last change', loading: 'Loading…', failed: 'Could not load: {why}', retry: 'Try again' },
  edit: {
    lead: '{title} · {year} · draft · sample data: {data}', outline: 'Indicators', search: 'Search indicators', none: 'No indicator matches', points: 'Points', assumed: 'open', assumedHelp: 'Not given by the scheme; to be confirmed before publication',
    choose: 'Choose an indicator on the left, change points or rules, and see every unit follow on the right.', undo: 'Undo', redo: 'Redo', label: 'Name', clause: 'Clause', applies: 'Applies to', appliesAll: 'All units', start: 'Start', full: 'from full marks', zero: 'from zero', method: 'Method', body: 'Assessing body', rules: 'Rules', missing: 'Without data', policyDefault: 'general rule',
    grades: 'Grade thresholds', gradesLead: 'A total at or above the threshold has the grade.', caps: 'Caps of adjustments', bonus: 'Bonus at most', deduction: 'Deduction as a rule at most', hard: 'hard cap', soft: 'soft cap, lifted only by a decision', retired: 'retired', extra: 'beyond full marks', sections: 'Other',
  },
  status: { saved: 'Saved', saving: 'Saving…', offline: 'Server unreachable: changes are kept here and will be sent', conflict: 'Changed by someone else', full: '{label} {points}', total: 'Points in all {points}', scoring: 'Scoring…', scored: '{units} units in {ms} ms', undo: 'Undo', redo: 'Redo' },
  conflict: { title: 'Someone else changed the same place', text: '{count} of your changes conflict with what is saved.', mine: 'Put my changes on the latest version', theirs: 'Drop these changes of mine' },
  results: { tab: 'Results', issues: 'Issues', explain: 'Explain', unit: 'Unit', total: 'Total', grade: 'Grade', rank: 'Rank', change: 'Change', all: 'All categories', changedOnly: 'Changed only', moved: '{count} units change grade, {totals} change total', same: 'Same results as the version it came from', synthetic: 'synthetic data', blocked: 'data missing', stopped: 'stopped', empty: 'No unit matches', noRank: 'not ranked', pick: 'Choose a unit to see where its score comes from.' },
  issues: { none: 'No issues found.', lead: '{errors} errors, {warnings} warnings' },
  explain: { total: 'Total', base: 'Base', bonus: 'Bonus', deduction: 'Deduction', grade: 'Grade', rank: 'Rank', back: 'Back to results', outcomes: 'Outcomes', lost: 'Most points lost', flow: 'How it was computed', by: '{points} lost' },
  number: { invalid: 'Enter a number with at most four decimal places', negative: 'It cannot be below 0' },
  stages: { derive: 'Data', select: 'Applies', award: 'Points', combine: 'Sums', prorate: 'Proration', adjust: 'Adjustments', limit: 'Total', round: 'Rounding', grade: 'Grade', rank: 'Rank', outcome: 'Outcomes' },
}
