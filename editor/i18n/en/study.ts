export const study = {
  study: {
    asTable: 'Show the table', asChart: 'Show the chart',
    choose: 'Choose', files: 'Shipped versions', drafts: 'Drafts', cohort: 'Data', units: '{count} units', madeUp: 'Synthetic data', madeUpUnits: '{count} made-up units', working: 'Working…', cancel: 'Stop', cancelled: 'Stopped; nothing was left behind.', again: 'Run again', failed: 'The study failed: {why}',
  },
  compare: {
    from: 'From', to: 'To', swap: 'Swap', lead: '“{from}” compared with “{to}”:', tabs: 'Comparison', tab: { changes: 'Changes', revision: 'Revision table', text: 'Text' }, search: 'Find a change', same: 'The two rulesets do not differ.', noneFound: 'No change matches.',
    switch: 'Count in: {change}', offCount: '{count} changes left out', lost: '{count} more steps do not stand without them and are left out too.', allOn: 'Count all in', noImpact: 'No unit’s total, grade or rank changes', moved: '{totals} units change total, {grades} change grade, {ranks} change rank',
    act: { points: 'Points', added: 'New', removed: 'Removed', retired: 'Retired', restored: 'Restored', replaced: 'Replaced', moved: 'Moved', changed: 'Changed', ordered: 'Order', sum: 'Sum' },
  },
}
