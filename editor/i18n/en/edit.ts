import type { edit as zh } from '../zh/edit.ts'

export const edit: typeof zh = {
  edit: {
    lead: '{title} · {year} · draft · sample data: {data}', outline: 'Indicators', search: 'Search indicators', none: 'No indicator matches', points: 'Points', assumed: 'open', assumedHelp: 'Not given by the scheme; to be confirmed before publication',
    mode: { form: 'Form', matrix: 'Matrix', paper: 'Document', json: 'JSON' }, modes: 'Ways to edit', inspector: 'Inspector', pane: { impact: 'Impact', issues: 'Issues', clause: 'Clause', history: 'History', comments: 'Comments' },
    scoringFailed: 'Scoring failed: {why}. Mend the errors under “Issues” first.',
    choose: 'Choose an indicator on the left, change points or rules, and see every unit follow on the right.', undo: 'Undo', redo: 'Redo', label: 'Name', clause: 'Clause', applies: 'Applies to', appliesAll: 'All units', start: 'Start', full: 'from full marks', zero: 'from zero', method: 'Method', body: 'Assessing body', rules: 'Rules', missing: 'Without data', policyDefault: 'general rule',
    grades: 'Grade thresholds', gradesLead: 'A total at or above the threshold has the grade.', caps: 'Caps of adjustments', bonus: 'Bonus at most', deduction: 'Deduction as a rule at most', hard: 'hard cap', soft: 'soft cap, lifted only by a decision', retired: 'retired', error: 'Errors here', warning: 'Warnings here', extra: 'beyond full marks', sections: 'Other',
  },
  number: { drag: 'Drag sideways to change', invalid: 'Enter a number with at most four decimal places', negative: 'It cannot be below 0' },
  section: { overview: 'Overview', categories: 'Units and bodies', facts: 'Facts', methods: 'Methods and components', indicators: 'Indicators', adjustments: 'Adjustments and vetoes', grades: 'Grades and ranking', outcomes: 'Outcomes', workflow: 'Workflow and time limits', delegations: 'Delegation', clauses: 'Clauses' },
  outline: { acts: 'For the chosen indicators', add: 'Add', addInside: 'Add below', duplicate: 'Duplicate', retire: 'Retire', restore: 'Restore', remove: 'Delete', newIndicator: 'New indicator', copyMark: ' (copy)' },
  retire: { cancel: 'Cancel', title: 'Retire indicators', lead: 'Retired indicators are no longer scored but stay in the scheme: {names}', year: 'From which year', reason: 'Reason (required)', yes: 'Retire' },
}
