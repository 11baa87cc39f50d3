export const explain = {
  explained: {
    of: 'Ruleset', lead: 'Scored by “{title}” on {data}', noUnit: 'The data have no such unit; choose another.', print: 'Print', decided: 'Grade and rank', undecided: 'No grade.', adjusted: 'Conversion, bonus, deduction, rounding', noAdjustments: 'No bonus and no deduction.', noOutcomes: 'No outcome follows.',
    waterfall: 'From {full} to {total} points: most is lost in {name}, {by} points', waterfallFull: 'From {full} to {total} points', step: 'Step', level: 'Points after it',
    fall: { start: 'Full marks', sum: 'Points that do not add up to full marks', lost: 'Lost', missing: 'missing', off: 'not applicable', extra: 'extra', convert: 'Conversion and rounding', base: 'Base', bonus: 'Bonus', deduction: 'Deduction', limit: 'Limit of the total', total: 'Total' },
    tree: 'Points of every indicator', lossOnly: 'Only losses', indicator: 'Indicator', earned: 'Earned', full: 'Points', share: 'Share earned', state: { given: '—', part: '—', missing: 'missing', 'not-applicable': 'not applicable' }, fired: 'Fired', notFired: 'Not fired', fact: 'Data', noValue: 'no value', items: '{count} items', answers: '{count} answers', edit: 'Open in the editor',
  },
}
