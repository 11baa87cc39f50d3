import type { rules as zh } from '../zh/rules.ts'

export const rules: typeof zh = {
  rules: {
    if: 'Condition', effect: 'Effect', none: 'No condition.', addCondition: 'condition', addGroup: 'group', pickFact: 'Choose a fact', search: 'Type to find', noMatch: 'Nothing matches', more: '{count} more; type on',
    fact: 'Fact', operator: 'Comparison', value: 'value', low: 'low end', high: 'high end', to: 'to', holds: 'holds', notHere: 'This fact cannot be asked here', several: '{first} and others, {count} in all', listSep: ', ',
    compareFact: 'Compare with another fact', compareValue: 'Compare with a fixed value', percentInvalid: 'Enter a percentage with at most two decimal places', dayInvalid: 'Enter a date, such as 2022-04-01',
    not: 'not', negate: 'Negate', unnegate: 'Take the negation away', wrap: { all: 'Put into an “all of” group', any: 'Put into an “any of” group' }, unwrap: 'Dissolve this group', up: 'Move up', down: 'Move down', remove: 'Remove', joinLabel: 'How many must hold', join: { all: 'all of', any: 'any of' }, groupActions: 'Actions on the group', conditionActions: 'Actions on the condition',
    group: { facts: 'Facts', derived: 'Derived facts', unit: 'Unit attributes', decision: 'Decisions', result: 'Results', history: 'Earlier years', shared: 'Shared conditions' },
    op: { equal: 'is', notEqual: 'is not', lessThan: '<', lessThanInclusive: '≤', greaterThan: '>', greaterThanInclusive: '≥', in: 'is one of', notIn: 'is none of', between: 'is between', before: 'is before', onOrBefore: 'is on or before', after: 'is after', onOrAfter: 'is on or after', hasState: 'data are' },
    part: { fact: 'Fact', shared: 'Shared condition', operator: 'Comparison', option: 'Value', state: 'State of the data', join: 'How many must hold', direction: 'Side', count: 'A begun step', mode: 'Acts as', number: 'Number' },
    state: { given: 'given', missing: 'missing', 'not-applicable': 'not applicable' }, bool: { true: 'yes', false: 'no' },
    probe: { true: 'holds', false: 'does not hold', missing: 'data missing', 'not-applicable': 'not applicable' }, lacks: 'Depends on {names}',
    hits: 'hits {hits} of {units} sample units', hitsHelp: 'Computed on the sample data', edit: 'Edit rule', close: 'Close', tryOn: 'Try on', fires: 'fires', firesNot: 'does not fire',
    type: {
      deduct: 'Deduct fixed points', award: 'Award fixed points', deductEach: 'Deduct for each', awardEach: 'Award for each', deductShortfall: 'Deduct for each one short', deductSteps: 'Deduct by steps from a target', awardSteps: 'Award by steps from a target', share: 'In proportion to a target', lookup: 'By table', assess: 'Decided within a range', set: 'Set fixed points', zero: 'No points',
    },
    typeLabel: 'Effect',
    field: { fact: 'by fact', target: 'target', points: 'points', per: 'for every', cap: 'at most', step: 'step', direction: 'side', count: 'a begun step', mode: 'acts as', from: 'least', to: 'most', guidance: 'guidance', rows: 'table', below: 'below' },
    direction: { below: 'below the target', above: 'above the target' }, count: { whole: 'does not count', begun: 'counts in full', proportional: 'counts in proportion' }, mode: { set: 'the score', deduct: 'a deduction', award: 'an award' },
    addCap: 'Set a cap', addPer: 'Count in lots', addGuidance: 'Write guidance', drop: 'Without {name}', noFacts: 'No usable fact yet: add one under Facts first.',
    rows: { label: 'Table', from: 'from (incl.)', below: 'below (excl.)', equals: 'value', points: 'points', grade: 'grade', units: 'units', add: 'Add row', sort: 'Sort', remove: 'Remove this row', paste: 'Paste from Excel works', fault: { empty: 'no value falls into this row', overlap: 'overlaps the next row: {from} to {below}', gap: 'gap before the next row: {from} to {below}', 'gap-below': '{from} to {below} has no row', 'gap-above': '{from} to {below} has no row', doubled: 'repeats an earlier row' }, badNumber: 'Enter a number with at most four decimal places', cell: 'Row {row}, {column}' },
    list: 'Rules', listEmpty: 'No rules yet.', add: 'Add rule', duplicate: 'Duplicate', reorder: 'Drag, or press Alt+↑↓, to reorder', actions: 'Actions on the rule', chooseFor: 'Choose the fact for “{name}”',
    template: {
      shortfall: 'Deduct for each one short', each: 'Deduct for each', awardEach: 'Award for each', threshold: 'Award from a threshold', share: 'In proportion to a target', absent: 'No points unless done', absentDeduct: 'Deduct unless done', present: 'Award if done', steps: 'Deduct by steps below a target', lookup: 'By table', assess: 'Decided within a range',
    },
    templateNote: { shortfall: 'such as 0.5 for each one short', each: 'such as 1 for each case', awardEach: 'such as 0.5 for each', threshold: 'such as 2 points from 90%', share: 'value ÷ target × full points', absent: 'not set up: no points', absentDeduct: 'not set up: minus 0.5', present: 'list sent: 1 point', steps: '0.1 for each percentage point', lookup: 'such as four levels', assess: '1 to 5 points with a reason' },
    bands: { title: 'Grade bands', count: '{count}' },
  },
}
