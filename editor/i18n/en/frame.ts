import type { frame as zh } from '../zh/frame.ts'

export const frame: typeof zh = {
  app: { name: 'Fadu', schemes: 'Schemes', edit: 'Edit', language: '中文', dark: 'Dark', light: 'Light', large: 'Large text', normal: 'Normal text', main: 'Main menu' },
  schemes: { title: 'Assessment schemes', lead: 'Start from the ruleset of a year; drafts are kept on the server as you work.', year: '{year}', start: 'Edit from this', drafts: 'Drafts', noDrafts: 'No drafts yet. Choose a year to start.', from: 'from {from}', changed: '{count} changes', open: 'Open', updated: 'Last change', loading: 'Loading…', failed: 'Could not load: {why}', retry: 'Try again' },
  status: { saved: 'Saved', saving: 'Saving…', offline: 'Server unreachable: changes are kept here and will be sent', conflict: 'Changed by someone else', full: '{label} {points}', total: 'Points in all {points}', scoring: 'Scoring…', scored: '{units} units in {ms} ms', undo: 'Undo', redo: 'Redo' },
  conflict: { title: 'Someone else changed the same place', text: '{count} of your changes conflict with what is saved.', mine: 'Put my changes on the latest version', theirs: 'Drop these changes of mine' },
}
