import type { Words } from './fill.ts'

/** What a simulation finds, in English. */
export const simulationEn: Words = {
  'nothing-drawn': 'Nothing is set to be uncertain: the result is what the ruleset gives now.',
  same: 'All {draws} draws give the same totals, grades and ranks.',
  'grades-move': 'Of {units} units, {count} have another grade in more than {share}% of {draws} draws.',
  'grades-hold': 'The grades of all {units} units hold: none changes in more than {share}% of {draws} draws.',
  'ranks-move': 'Of {units} ranked units, {count} without a certain place; the widest is {name}, places {low} to {high}.',
  'ranks-hold': 'All {units} ranked units keep their places.',
  near: 'Units whose total lies within {points} points of a bound between grades: {count}.',
  'rounding-decides': 'Units whose total lies within half a step of rounding of a bound between grades: {count}; rounding decides the grade of {deciding} of them.',
  rounding: 'Units whose total lies within half a step of rounding of a bound between grades: {count}; rounding decides the grade of none.',
  'rounding-none': 'No grade hangs on rounding.',
  unscored: 'Units without a total because data are missing: {count}.',
  'sometimes-unscored': 'Units without a grade in some draws: {count}.',
  sensitive: 'Ranks move mostly by “{group}”: {share}% of the variance, with all it acts together with.',
  'sensitive-unsettled': 'Ranks seem to move mostly by “{group}” (about {share}% of the variance), but the standard error is still large: take more samples.',
  'left-out': 'Leaving out “{label}” matters most: units that change place: {moved}, by up to {most}.',
  'group.indicator': 'points of indicators', 'group.component': 'components', 'group.criterion': 'criteria', 'group.bonus': 'bonus tariffs', 'group.deduction': 'deduction tariffs', 'group.grades': 'bounds of grades', 'group.lookups': 'bounds of tables',
  'group.surveys': 'survey sampling', 'group.assessors': 'assessors’ choices',
}
