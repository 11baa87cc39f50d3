import type { help as zh } from '../zh/help.ts'

export const help: typeof zh = {
  trouble: {
    title: 'Cannot open', home: 'Back to the schemes', other: 'Could not load: {why}. No change is lost; try again in a moment.',
    draft: { unknown: 'There is no such draft. It may have been deleted, or the link is incomplete.' }, ruleset: { unknown: 'There is no scheme of this year.' }, cohort: { unknown: 'This year has no sample data, so nothing can be tried.' },
  },
  tour: {
    back: 'Back', next: 'Next', end: 'Start',
    outline: { title: 'The whole scheme is here', text: 'Choose an indicator. Alt with the arrow keys, or dragging, changes the order.' },
    centre: { title: 'Change it here', text: 'Move to the points field, hold the ↔ at its left and drag sideways, or change a number in a rule’s sentence.' },
    inspector: { title: 'Watch this at the same time', text: 'Every unit’s total, grade and rank follow. Choose a unit to see where each point comes from.' },
    undo: { title: 'Nothing can go wrong', text: 'Every step can be undone and is saved by itself; a lost network or a closed page loses nothing.' },
    modes: { title: 'Four views of one scheme', text: 'Form, field by field; matrix, like a spreadsheet; document, as it reads on paper; JSON for developers.' },
  },
  help: {
    title: 'Help', lead: 'Fadu turns an assessment scheme into rules that can be computed and checked.', tour: 'Show the tour again',
    what: { title: 'What this is', text: ['A scheme is one ruleset: indicators, points, methods, adjustments, grades, ranking, outcomes and time limits. Each year starts from the last one; no program changes.', 'Every change in a draft keeps what was before and after, when and by whom; the reason can be added under “History”.'] },
    edit: { title: 'How to change it', text: ['Choose in the outline, change in the middle, see the impact on the right. A new id is put in everywhere it is used; what is used elsewhere is not simply deleted: its uses are listed with a way out.', 'The matrix pastes from and to Excel; cells that cannot be read are marked and keep their text until mended.'] },
    rules: { title: 'How rules are written', text: ['Every rule reads as a sentence: if (condition), then (deduct, award, look up, or let an assessor decide). Facts, comparisons and numbers are changed in place.', 'Missing, not applicable and zero are three things: missing follows the declared policy, not applicable leaves the maximum, zero is zero.'] },
    impact: { title: 'Reading the impact', text: ['The impact pane tries the sample at every change: distribution of totals, changes of grade, top movers, units near a boundary. Grade bounds can be dragged on the distribution itself.', 'Data marked “synthetic” are made up for trying; they are no unit’s real result.'] },
    check: { title: 'What is checked before publication', text: ['The check page proves it line by line: points add up to full marks for every kind of unit; every total falls into exactly one grade; no rule is dead, doubly punishing or without effect. Where a proof fails it shows a counterexample unit.', 'Values that the scheme does not give are marked “open” and must be confirmed one by one before publication.'] },
    safe: { title: 'Can work be lost', text: ['Each change is saved within a quarter of a second. What could not be saved stays in this browser and is sent the next time.', 'When two people change the same place, both sides are shown and you choose; until then neither is lost.'] },
    words: { title: 'Words', text: ['Indicators and criteria: indicators form a tree; a criterion at the bottom has its method, points, start and rules.', 'Adjustments: the bonus cap is hard; the deduction cap is soft and lifted only by a complete decision record.', 'Proration: what does not apply leaves the maximum, and the rest is brought to full marks by the declared method.'] },
  },
}
