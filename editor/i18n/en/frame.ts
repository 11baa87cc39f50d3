import type { frame as zh } from '../zh/frame.ts'

export const frame: typeof zh = {
  app: {
    name: 'Fadu', schemes: 'Schemes', edit: 'Edit', check: 'Check', compare: 'Compare', simulate: 'Simulate', explain: 'Explain', help: 'Help', language: '中文', dark: 'Dark', light: 'Light', large: 'Large text', normal: 'Normal text', main: 'Main menu', noDraft: 'Open a draft first',
    about: 'Assessment schemes as rules: write, check, try, publish', data: 'data: {data}', state: { draft: 'draft' }, find: 'Find or do', findHint: 'Name of an indicator, unit, page or action…', findNone: 'Nothing matches.', kind: { page: 'Page', action: 'Action', thing: 'In the scheme', unit: 'Unit' },
    switchTheme: 'Switch dark and light', switchSize: 'Switch text size',
  },
  shortcuts: {
    title: 'Keyboard shortcuts', group: { everywhere: 'Everywhere', outline: 'Outline', matrix: 'Matrix', number: 'Number fields' },
    everywhere: { palette: 'Find or do', sheet: 'This sheet', undo: 'Undo', redo: 'Redo' },
    outline: { walk: 'Previous, next', fold: 'Close, open', move: 'Move up, down', level: 'Move out, in', many: 'Choose several', add: 'Add a sibling', duplicate: 'Duplicate', remove: 'Delete' },
    matrix: { cell: 'Move', type: 'Type', copy: 'Copy to and from Excel', fill: 'Fill down, right', leave: 'Leave without change' },
    number: { step: 'Add or take 0.5', drag: 'Drag the ↔ at the left' },
  },
  schemes: { title: 'Assessment schemes', lead: 'Start from the ruleset of a year; drafts are kept on the server as you work.', year: '{year}', start: 'Edit from this', drafts: 'Drafts', noDrafts: 'No drafts yet. Choose a year to start.', from: 'from {from}', changed: '{count} changes', open: 'Open', updated: 'Last change', loading: 'Loading…', failed: 'Could not load: {why}', retry: 'Try again' },
  status: { saved: 'Saved', saving: 'Saving…', offline: 'Server unreachable: changes are kept here and will be sent', conflict: 'Changes wait for your choice', stuck: 'The server refused the last changes; they are still kept here', full: 'Not saved, and this browser has no room left. Keep this page open', retry: 'Try now', total: 'Points in all {points}', scoring: 'Scoring…', scored: '{units} units in {ms} ms' },
  conflict: { title: 'Someone else changed the same place', text: '{count} of your changes differ from what is saved. Choose one by one; until then neither side is lost.', mine: 'My change', theirs: 'Saved change', keepMine: 'Use mine', keepTheirs: 'Use the saved one', gone: 'This place has been removed, so it cannot be put back', unknown: 'The place has changed' },
  history: { of: 'Changes of “{name}” and below, newest first', all: 'All changes of this draft, newest first', none: 'No changes yet.', local: 'local user', back: 'Put the old value back', addWhy: 'Add a reason', editWhy: 'Edit the reason', why: 'Reason for the change', save: 'Save', because: 'Reason: {why}' },
  comments: { write: 'Write a comment', on: 'Comment on “{name}”…', add: 'Comment', answer: 'Answer (Enter sends)', everywhere: 'All places', resolvedToo: 'Resolved too', none: 'No comments here.', resolve: 'Mark as resolved', reopen: 'Open again', resolvedBy: 'Marked as resolved by {by}, {at}' },
  scheme: {
    new: 'New scheme', newLead: 'It begins as the smallest scheme there is; every value is marked “open”.', title: 'Name', id: 'Id', idRule: 'Begins with a lower-case letter; letters, digits, - and _ only', year: 'Year', yearRule: 'Enter a year from 1900 to 2200', create: 'Create',
    file: 'shipped', version: 'Version', hash: 'Hash', assumed: 'Open values', count: '{count}', data: 'Sample data', noData: 'none', realData: 'yes', newYear: 'Start a {year} draft', origin: 'Origin', changes: 'Changes', fresh: 'new', refused: { scheme_taken: 'A scheme with this id exists already: choose another id.' },
  },
}
