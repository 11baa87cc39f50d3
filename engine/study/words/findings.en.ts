import type { Words } from './fill.ts'

/** What analysis finds, in English: what is wrong, then how to mend it. */
export const findingsEn: Words = {
  quoted: '“{name}”', list: ', ', more: ' and {count} more',
  'analysis.too-complex': 'The condition of “{label}” has too many combinations to reason about. Split it into shorter ones.',
  'rule.dead': '“{owner}”: the rule “{label}” can never act, for its facts cannot take such values. Mend the condition or remove the rule.',
  'verdict.dead': 'The verdict “{label}” can never hold. Mend its condition or remove it.',
  'outcome.dead': 'The outcome “{label}” can never follow. Mend its condition or remove it.',
  'requirement.dead': '“{owner}”: a requirement of a grade can never be met, so no unit gets the grade. Mend the condition.',
  'pool.dead': 'No unit can be in the ranking pool “{label}”. Mend its condition.',
  'class.dead': 'The adjustment class “{label}” applies to no unit. Mend the condition.',
  'applies.dead': '“{label}” applies to no unit. Mend the condition or retire it.',
  'applies.always': 'The condition for “{label}” to apply always holds and can be left out.',
  'rule.always': '“{owner}”: the rule “{label}” acts whenever there are data; its condition decides nothing. Check the threshold.',
  'verdict.always': 'The verdict “{label}” holds for every unit. Check its condition.',
  'outcome.always': 'The outcome “{label}” follows for every unit. Check the condition unless this is meant.',
  'requirement.always': '“{owner}”: a requirement of a grade is always met and decides nothing. Check the condition.',
  'pool.always': 'The condition of the ranking pool “{label}” always holds and can be left out.',
  'condition.part-never': 'In the condition of “{label}”, “{part}” can never hold and can be left out.',
  'condition.part-always': 'In the condition of “{label}”, “{part}” follows from the rest and can be left out.',
  'fact.unused': 'No rule uses the fact “{label}”. It need not be collected and can be removed.',
  'derived.unused': 'No rule uses the derived fact “{label}”. It can be removed.',
  'attribute.unused': 'No condition uses the attribute “{label}”. It can be removed.',
  'shared.unused': 'Nothing refers to the shared condition “{label}”. It can be removed.',
}
