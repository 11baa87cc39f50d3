import type { forms as zh } from '../zh/forms.ts'

export const forms: typeof zh = {
  forms: {
    lead: {
      overview: 'The name of the scheme, its year, period and bases.', categories: 'Who is assessed, who assesses, and the attributes of a unit that conditions may use.', facts: 'What is collected about each unit, what is worked out from it, and conditions used in several places.', methods: 'How data come in, and which component they count towards.', indicators: 'The parts; open one to see the indicators, criteria and rules below it.',
      adjustments: 'Bonus and deduction are summed and capped each on its own, then netted; a verdict only lowers a result.', grades: 'From points to grades and ranks.', outcomes: 'What follows from a result, and who is told.', workflow: 'Stages, approvals, time limits and duties.', delegations: 'Who assesses which units, and how their results are used.', clauses: 'The clauses of the source document with a summary; sources are chosen from here.',
    },
    crumbs: 'Where this stands', more: 'Can be added', actions: 'Actions', copy: 'Duplicate', remove: 'Delete', points: '{points} points', unnamed: 'unnamed', newOne: 'New {name}', copyMark: ' (copy)',
    addMember: 'Add {name}', addTo: '{name}: add one', addOne: '＋ choose…', addWord: '＋ type, then Enter', takeOut: 'Take out {name}', empty: 'No {name} yet.',
    up: 'Move {name} up', down: 'Move {name} down', copyOf: 'Duplicate {name}', removeOf: 'Delete {name}', dropProperty: 'Remove {name}', dropThis: 'Remove', noClause: 'no clause', yes: 'yes', no: 'no', byNumber: 'a number',
    rename: 'Rename with {count} uses', id: { pattern: 'Begin with a small letter; letters, digits, - and _ only', taken: 'This id is taken' },
    inUse: '“{name}” has {count} uses and cannot simply be deleted', goesAlong: 'Deleting “{name}” takes {count} more along', moreUses: '{count} more…', replaceBy: 'Use instead', withAll: 'Delete with what depends on it…', removeWhole: 'Delete with these {count}', keep: 'Keep it', lastOne: 'One must remain: “{name}” cannot be deleted.', and: ', ',
    why: { empty: 'It cannot be empty', long: 'At most {most} characters', pattern: 'Not in the right form', day: 'Choose a day', number: 'Enter a number with at most four decimal places', whole: 'Enter a whole number', small: 'It cannot be below {least}', large: 'It cannot be above {most}', choice: 'Choose from the list' },
    help: {
      fullMarks: 'Full marks before adjustments; the points of all indicators must add up to it.', Indicator_lossCap: 'The most that may be lost under this indicator.', Indicator_mandatory: 'Cannot be exempted.', Criterion_notApplicable: 'What becomes of the criterion when the data of its rules do not apply.', Criterion_caps: 'The most that several rules may take (or give) together.', Criterion_bodies: 'Without weights all bodies count the same.',
      proration_minimumBase: 'With fewer applicable points there is no proration and no total.', Grading_categories: 'None named: all other categories.', Grading_bands: 'A total at or above the start has the grade; without an end it reaches the next start.', Outcome_by: 'Automatic: whenever the condition holds; by choice: a decision names it.', AdjustmentSide_gate: 'Counts only when the base reaches this.', AdjustmentSide_cap_override: 'Only a complete record of this decision lifts the cap.',
      derived_derive_drop: 'How many are dropped at each end.', components_missing: 'What happens when this component has no data.', missing_policy: 'For criteria without a rule of their own.', facts_improvable: 'The unit can improve it by its own work.', 'AdjustmentClass_dedupe_shares': 'What the first, second… counts, such as 1, 0.5.', History_minimumPool: 'No last places in smaller pools.',
    },
  },
}
