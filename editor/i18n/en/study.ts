export const study = {
  study: {
    asTable: 'Show the table', asChart: 'Show the chart',
    choose: 'Choose', files: 'Shipped versions', drafts: 'Drafts', cohort: 'Data', units: '{count} units', madeUp: 'Synthetic data', madeUpUnits: '{count} made-up units', working: 'Working…', cancel: 'Stop', cancelled: 'Stopped; nothing was left behind.', again: 'Run again', failed: 'The study failed: {why}',
  },
  compare: {
    from: 'From', to: 'To', swap: 'Swap', lead: '“{from}” compared with “{to}”:', tabs: 'Comparison', tab: { changes: 'Changes', revision: 'Revision table', text: 'Text', impact: 'Impact', needs: 'Data needed' }, search: 'Find a change', same: 'The two rulesets do not differ.', noneFound: 'No change matches.',
    switch: 'Count in: {change}', offCount: '{count} changes left out', lost: '{count} more steps do not stand without them and are left out too.', allOn: 'Count all in', noImpact: 'No unit’s total, grade or rank changes', moved: '{totals} units change total, {grades} change grade, {ranks} change rank',
    data: 'Data: {label}, {count} units', asOf: 'both rulesets read in {year}', transition: 'Grades before and now (units)', fromTo: 'Before \\ now', sum: 'Sum', slopeMoved: '{count} of {of} units in “{pool}” change place, most of all {name}: {from} → {to}', slopeSame: 'None of {of} units in “{pool}” changes place', places: 'Places',
    everyone: 'All units', notGiven: 'not given', groups: 'Who wins and who loses', group: 'Group', unitCount: 'Units', winners: 'Gain points', losers: 'Lose points', mean: 'Mean change', better: 'Better grade', worse: 'Worse grade', by: { category: 'By category', pool: 'By pool', attribute: 'By attribute' },
    unitsFound: '{count} of {of} units', findUnit: 'Find a unit', only: 'Show only', show: { all: 'All', grade: 'Grade changed', total: 'Total changed', rank: 'Rank changed', up: 'Total up', down: 'Total down', without: 'No total' }, totalBefore: 'Total before', totalAfter: 'Total now', more: 'Show more ({count} left)',
    mover: { gain: 'Gain most points', loss: 'Lose most points', rise: 'Rise most places', fall: 'Fall most places' }, pool: 'Pool', needsNone: 'The data have all that the later ruleset asks for.', needsLead: '{count} things the later ruleset asks for are missing, {fresh} of them new; what is missing follows the ruleset’s policies, nothing is guessed.', need: 'Data', needKind: 'Kind', lacking: 'Units that lack it', policy: 'When missing', readBy: 'Used by',
    fresh: 'New', unreadable: '{count} units have a value that does not fit', filled: '{policy} (filled for {count})', noPolicy: 'No policy', andMore: '{shown} and others, {count} in all', listComma: ', ', dropped: '{count} facts of the data are no longer used: {ids}', kinds: { fact: 'Fact', attribute: 'Attribute', judgement: 'Assessor’s points', ranking: 'Outside ranking', 'last-year': 'Last year’s result', category: 'Category' },
    act: { points: 'Points', added: 'New', removed: 'Removed', retired: 'Retired', restored: 'Restored', replaced: 'Replaced', moved: 'Moved', changed: 'Changed', ordered: 'Order', sum: 'Sum' },
  },
}
