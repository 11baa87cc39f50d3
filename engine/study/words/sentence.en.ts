import type { Words } from './fill.ts'

/** Words of rule sentences, in English. */
export const sentenceEn: Words = {
  if: 'If ', then: ', ', all: ' and ', any: ' or ', not: 'not ', open: '(', close: ')', list: ', ', true: 'yes', false: 'no', shared: '{name} holds',
  equal: ' is {value}', notEqual: ' is not {value}', lessThan: ' < {value}', lessThanInclusive: ' ≤ {value}', greaterThan: ' > {value}', greaterThanInclusive: ' ≥ {value}',
  in: ' is one of {value}', notIn: ' is none of {value}', contains: ' contains {value}', doesNotContain: ' does not contain {value}', between: ' is between {value}', before: ' is before {value}', onOrBefore: ' is on or before {value}', after: ' is after {value}', onOrAfter: ' is on or after {value}', hasState: ' is {value}',
  given: 'given', missing: 'missing', 'not-applicable': 'not applicable',
  deduct: 'minus {points}', award: '{points} points', set: 'set to {points} points', zero: 'no points for this item',
  deductEach: 'minus {points} for each {per}', awardEach: '{points} points for each {per}', once: 'one', perMany: '{per} ', cap: ', at most {cap}',
  deductShortfall: 'minus {points} for each one short of {target}', deductSteps: 'minus {points} for each step of {step} {side} {target} ({count})', awardSteps: '{points} points for each step of {step} {side} {target} ({count})',
  below: 'below', above: 'above', whole: 'whole steps only', begun: 'a begun step counts', proportional: 'in proportion',
  share: 'value ÷ {target} × full points', lookup: '{mode} by table: {rows}', rowBand: '{from} to {below}: {points}', rowFrom: 'from {from}: {points}', rowBelow: 'below {below}: {points}', rowEquals: '{equals}: {points}', rowSep: '; ',
  assess: 'the assessor decides {mode} within {from} to {to}, with a reason', mode_set: 'points', mode_deduct: 'a deduction', mode_award: 'an award',
  'unit.category': 'category', 'unit.id': 'unit', 'result.total': 'total', 'result.base': 'base', 'result.bonus': 'bonus', 'result.deduction': 'deduction', 'result.grade': 'grade', 'result.rank': 'rank', 'result.pool': 'pool',
}
