import type { edit as zh } from '../zh/edit.ts'

export const edit: typeof zh = {
  edit: {
    lead: '{title} · {year} · draft · sample data: {data}', outline: 'Indicators', search: 'Search indicators', none: 'No indicator matches', points: 'Points', assumed: 'open', assumedHelp: 'Not given by the scheme; to be confirmed before publication',
    mode: { form: 'Form', matrix: 'Matrix', paper: 'Document', json: 'JSON' }, modes: 'Ways to edit', inspector: 'Inspector', pane: { impact: 'Impact', issues: 'Issues', clause: 'Clause', history: 'History', comments: 'Comments' },
    choose: 'Choose an indicator on the left, change points or rules, and see every unit follow on the right.', undo: 'Undo', redo: 'Redo', label: 'Name', clause: 'Clause', applies: 'Applies to', appliesAll: 'All units', start: 'Start', full: 'from full marks', zero: 'from zero', method: 'Method', body: 'Assessing body', rules: 'Rules', missing: 'Without data', policyDefault: 'general rule',
    grades: 'Grade thresholds', gradesLead: 'A total at or above the threshold has the grade.', caps: 'Caps of adjustments', bonus: 'Bonus at most', deduction: 'Deduction as a rule at most', hard: 'hard cap', soft: 'soft cap, lifted only by a decision', retired: 'retired', extra: 'beyond full marks', sections: 'Other',
  },
  number: { invalid: 'Enter a number with at most four decimal places', negative: 'It cannot be below 0' },
}
