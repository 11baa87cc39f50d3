import type { Words } from './fill.ts'

/** What a comparison of two rulesets says, in English. */
export const comparisonEn: Words = {
  same: 'Under both rulesets all {units} units have the same total, grade, rank and outcomes.',
  totals: 'The total changes for {moved} of {units} units: {winners} up, {losers} down; {mean} points on average.',
  'totals-none': 'The total changes for none of {units} units.',
  gain: 'The largest gain is that of {name}: {by} points.',
  loss: 'The largest loss is that of {name}: {by} points.',
  grades: 'The grade changes for {count} units: {moves}.',
  grade: '{count} from {from} to {to}',
  'grades-none': 'No unit changes grade.',
  'no-grade': 'no grade',
  list: ', ',
  ranks: 'The rank changes for {count} units.',
  'ranks-none': 'No unit changes rank.',
  rise: 'Most places are gained by {name}: {by}.',
  fall: 'Most places are lost by {name}: {by}.',
  outcome: '“{outcome}” follows for {after} units instead of {before} ({gained} new, {lost} no longer).',
  without: 'Units without a total: {count} (data missing for {blocked}, stopped by a verdict {stopped}); totals and ranks are not compared for them.',
  needs: 'Data that the later ruleset needs and the cohort lacks: {count}, of which {fresh} newly asked for; each is treated by the policy its ruleset declares, nothing is guessed.',
  'needs-none': 'All data that the later ruleset needs are there.',
}
